"""Inputs for a resume: a file, an invented sample, pasted text, or saved work."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.model.resume import ResumeReading
from skillgap.ui import components, session, versions, workspace_session

TYPES = ["pdf", "docx", "txt", "md", "json"]
EXAMPLE = "Example of a result: the coverage of a role, what a resume shows, what is missing, and what to do first"
"""Alternative text of the image on the Start page."""


def drop_zone(label: str = "Drop your resume here: PDF, DOCX or text") -> None:
    """Draw the upload field for a resume."""
    given = st.file_uploader(label, type=TYPES, max_upload_size=20, key="upload")
    if given is not None and versions.read_upload(given.name, given.getvalue(), given.file_id):
        st.rerun()


def samples() -> None:
    """Draw buttons for invented resumes."""
    for place, (label, (_, icon, about)) in zip(
        st.columns(len(versions.SAMPLES)), versions.SAMPLES.items(), strict=True
    ):
        with place.container(border=True, height="stretch", key=f"card-{label}"):
            st.markdown(about)
            st.button(f"Sample: {label}", icon=icon, on_click=versions.read_sample, args=(label,))


def other_ways(left: DeltaGenerator, right: DeltaGenerator) -> None:
    """Draw the fields for pasted text (left) and saved work (right)."""
    paste = left.expander("Paste the text of a resume", icon=":material/content_paste:")
    with paste, st.form("pasted", border=False):
        pasted = st.text_area("The text of the resume", height=160, key="pasted-text")
        if st.form_submit_button("Read the pasted text") and pasted.strip():
            versions.read_pasted(pasted)
            st.rerun()
    with right.expander("Continue from a saved file", icon=":material/folder_open:"):
        saved = st.file_uploader("Your saved work (JSON)", type=["json"], max_upload_size=4, key="saved-work")
        if saved is not None and workspace_session.load(saved.getvalue(), saved.file_id):
            st.rerun()


def line(reading: ResumeReading) -> None:
    """Draw name and pages of the current resume, and a menu to replace it."""
    pages = components.pluralise(len(reading.document.page_starts), "page")
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="read"):
        name = components.escape_markdown(reading.document.name)
        st.markdown(f":material/description: **{name}**, {pages}", width="content")
        with st.popover("Replace", icon=":material/swap_horiz:", width="content"):
            drop_zone()
            other_ways(st.container(), st.container())


def refused() -> None:
    """Draw the refusal of the last file, if there is one."""
    if session.state().refusal:
        components.refusal(session.state().refusal)
