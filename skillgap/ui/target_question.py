"""The question after an upload, "What are you aiming at?": nearest roles, all roles, or job postings."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from skillgap.model.gaps import GapReport
from skillgap.model.role import RoleProfile
from skillgap.tables import roles as role_tables
from skillgap.ui import components, knowledge, postings, session

NEAREST = 3
"""Nearest roles shown with their reason; three cards fit side by side."""
FILES = ["pdf", "docx", "txt", "md"]


def draw(near: Sequence[GapReport], families: Mapping[str, Sequence[RoleProfile]]) -> None:
    """Draw the question; no role is preselected.

    Args:
        near: The resume compared with every role, nearest first; empty without a resume.
        families: Family -> its roles.
    """
    with st.container(gap="xsmall"):
        st.header("What are you aiming at?")
        if near:
            st.caption("Nearest to your resume, by its job titles and its skills")
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
    """Draw the roles of a family as a row of buttons."""
    left, right = st.columns([1, 5], gap="small", vertical_alignment="center")
    left.markdown(f"**{components.escape_markdown(family)}**")
    with right.container(horizontal=True, gap="xsmall"):
        for role in roles:
            _choose(role, f"role-{role.id}", role.name.removesuffix(" intern"))


def _near(report: GapReport, *, first: bool) -> None:
    """Draw one near role with its reason; the nearest has the primary button."""
    st.markdown(f"**{components.escape_markdown(report.role.name)}**")
    shown = role_tables.strongest(report, knowledge.loaded_taxonomy())
    st.caption(components.escape_markdown(f"You show {shown}." if shown else "Your resume shows little of it yet."))
    _choose(report.role, f"near-{report.role.id}", "Aim at this", filled=first)


def _choose(role: RoleProfile, key: str, label: str, *, filled: bool = False) -> None:
    kind: Literal["primary", "secondary"] = "primary" if filled else "secondary"
    st.button(components.escape_markdown(label), key=key, type=kind, on_click=session.choose, args=(role.id,))


def posting() -> None:
    """Draw the form for pasted or uploaded postings; its button makes their combined role the target."""
    with st.form("posting-form", border=False, clear_on_submit=True):
        text = st.text_area("Full text of the posting", height=160, key="posting")
        files = st.file_uploader("Or postings as files", type=FILES, accept_multiple_files=True, key="posting-files")
        if st.form_submit_button("Aim at this posting", type="primary", icon=":material/my_location:"):
            texts = [text] if text.strip() else []
            if postings.aim(texts, [(one.name, one.getvalue()) for one in files]):
                st.rerun()
    if session.state().posting_refusal:
        components.refusal(session.state().posting_refusal)


def own_postings() -> None:
    """Draw the form for postings, and, if there are some, the name of their role and a button to remove them."""
    posting()
    if not session.state().postings:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Name of this role", postings.own_name(), max_chars=postings.MAX_NAME, key="own-name")
        st.button("Remove all postings", on_click=postings.drop)
    if name.strip() and name.strip() != postings.own_name():
        postings.rename(name)
        st.rerun()
