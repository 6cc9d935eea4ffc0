"""The tab Progress: changes between two versions of the resume, by skill and by role."""

import streamlit as st

from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.tables import progress as progress_tables
from skillgap.ui import components, glossary, knowledge, role_picker, session, version_picker, versions


def draw(role: RoleProfile | None) -> None:
    """Draw the comparison of two versions; with one version only a hint."""
    pair = version_picker.choose_two()
    if pair is None:
        st.info("Upload another version of your resume on the Start page to see the changes here.")
        return
    known = knowledge.loaded_taxonomy()
    before, after = (versions.adjusted(one) for one in pair)
    changes = session.memoised(progress_tables.changes, before, after, known)
    for column, kind in zip(st.columns(4), ("gained", "strengthened", "weakened", "lost"), strict=True):
        column.metric(f"Skills {kind}", int((changes["change"] == kind).sum()))
    if role is not None:
        _coverage(before, after, role)
    st.header("Skill by skill")
    if changes.empty:
        st.write("No level differs between these two versions.")
    else:
        components.table(changes, "Skills whose level differs, with the reason and the lines")
        components.download(changes, "progress.csv", "Download the changes as CSV")
    st.header("Role by role")
    standing = session.memoised(progress_tables.standing, before, after, known)
    components.table(standing, "Coverage of every role in both versions", shares=tuple(standing.columns[1:]))


def _coverage(before: ResumeReading, after: ResumeReading, role: RoleProfile) -> None:
    first, second = (role_picker.compared(one, role).coverage for one in (before, after))
    st.metric(
        f"Coverage: {role.name}",
        f"{second:.1%}",
        f"{100 * (second - first):.1f} points",
        help=glossary.TERMS["Technical coverage"],
    )
