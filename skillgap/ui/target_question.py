"""The one question after an upload, "What are you aiming at?": the nearest roles, every role, or job postings."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from skillgap.model.gaps import GapReport
from skillgap.model.role import RoleProfile
from skillgap.tables import roles as role_tables
from skillgap.ui import components, knowledge, postings, session

NEAREST = 3
"""Roles shown with their reason: more are a list to search."""
FILES = ["pdf", "docx", "txt", "md"]


def draw(near: Sequence[GapReport], families: Mapping[str, Sequence[RoleProfile]]) -> None:
    """Ask for the target; nothing is chosen for the student.

    Args:
        near: The resume held against every role, nearest first; empty without a resume.
        families: Family -> its roles.
    """
    with st.container(gap="xsmall"):
        st.header("What are you aiming at?")
        if near:
            st.caption("Nearest to your resume, by what you call yourself and what it shows")
            for number, (place, report) in enumerate(zip(st.columns(NEAREST), near[:NEAREST], strict=False)):
                with place.container(border=True, height="stretch", gap="xsmall", key=f"card-{report.role.id}"):
                    _near(report, first=number == 0)
        with st.expander("Aim at a job posting", icon=":material/content_paste:", key="by-posting"):
            posting()
        st.caption("Or choose from all roles")
        with st.container(key="every-role", gap="xsmall"):
            for family, roles in families.items():
                _family(family, roles)


def _family(family: str, roles: Sequence[RoleProfile]) -> None:
    """The roles of a family as a row of buttons."""
    left, right = st.columns([1, 5], gap="small", vertical_alignment="center")
    left.markdown(f"**{components.escape_markdown(family)}**")
    with right.container(horizontal=True, gap="xsmall"):
        for role in roles:
            _choose(role, f"role-{role.id}", role.name.removesuffix(" intern"))


def _near(report: GapReport, *, first: bool) -> None:
    """One near role with why it is near; the nearest has the filled button."""
    st.markdown(f"**{components.escape_markdown(report.role.name)}**")
    shown = role_tables.strongest(report, knowledge.loaded_taxonomy())
    st.caption(components.escape_markdown(f"You show {shown}." if shown else "Your resume shows little of it yet."))
    _choose(report.role, f"near-{report.role.id}", "Aim at this", filled=first)


def _choose(role: RoleProfile, key: str, label: str, *, filled: bool = False) -> None:
    kind: Literal["primary", "secondary"] = "primary" if filled else "secondary"
    st.button(components.escape_markdown(label), key=key, type=kind, on_click=session.choose, args=(role.id,))


def posting() -> None:
    """Paste a posting, or upload some: one button adds them and makes what they ask for the target."""
    with st.form("posting-form", border=False, clear_on_submit=True):
        text = st.text_area("The whole text of the posting", height=160, key="posting")
        files = st.file_uploader("Or postings as files", type=FILES, accept_multiple_files=True, key="posting-files")
        if st.form_submit_button("Aim at this posting", type="primary", icon=":material/my_location:"):
            texts = [text] if text.strip() else []
            if postings.aim(texts, [(one.name, one.getvalue()) for one in files]):
                st.rerun()
    if session.state().posting_refusal:
        components.refusal(session.state().posting_refusal)


def own_postings() -> None:
    """Another posting, and where there are some, the name of the role made of them and a way to forget them."""
    posting()
    if not session.state().postings:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("What to call this role", postings.own_name(), max_chars=postings.MAX_NAME, key="own-name")
        st.button("Forget all postings", on_click=postings.drop)
    if name.strip() and name.strip() != postings.own_name():
        postings.rename(name)
        st.rerun()
