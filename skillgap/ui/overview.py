"""What a resume comes to beside the target, in one screen."""

import streamlit as st

from skillgap import workspace
from skillgap.export import json_resume
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.tables import gaps as gap_tables
from skillgap.tables import roles as role_tables
from skillgap.ui import components, knowledge, navigation, role_picker, session, workspace_session


def draw(reading: ResumeReading, role: RoleProfile) -> None:
    """What is shown, what is missing, and where to go on."""
    known = knowledge.loaded_taxonomy()
    report = role_picker.compared(reading, role)
    left, right = st.columns(2)
    with left.container(border=True, height="stretch"):
        st.subheader("You show")
        st.text(role_tables.strongest(report, known) or "Little of this role yet.")
    with right.container(border=True, height="stretch"):
        st.subheader("Most asked and missing")
        st.text(role_tables.missing(report, known) or "Nothing: the resume shows what this role asks for.")
    navigation.link("plan", "What to do first", icon=":material/arrow_forward:")
    table = session.memoised(gap_tables.gaps, report, reading.profile, known)
    saved = workspace_session.current_workspace()
    with st.container(horizontal=True):
        components.download(table, "gaps.csv", "Download gaps as CSV")
        components.download_file(
            "JSON Resume", "resume.json", "application/json", lambda: json_resume.render(reading, known)
        )
        components.download_file(
            "Your work, to go on later (JSON)",
            "skillgap-work.json",
            "application/json",
            lambda: workspace.dump(saved),
        )
