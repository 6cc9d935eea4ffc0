"""The rail above every student page: stages with their status, and the target with its coverage."""

import streamlit as st

from skillgap.model.role import RoleProfile
from skillgap.ui import glossary, internship_page, navigation, role_picker, session, versions

STAGES = {"resume": "Resume", "start": "Target", "gaps": "Gaps", "plan": "Plan", "internship": "Prove it"}
"""Page -> name of its stage, in order."""
DONE, OPEN = ":material/check_circle:", ":material/radio_button_unchecked:"


def draw(page: str) -> None:
    """Draw the rail above ``page``; the Start page has none before the first resume."""
    read = versions.reading()
    if page == "start" and read is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="rail"):
        place = st.container(horizontal=True, vertical_alignment="center", gap="small", key="stages")
        with st.container(width=340, key="target"):
            role_picker.selector()
        role = role_picker.chosen()
        if read and role:
            session.state().seen.add(page)
            coverage = role_picker.compared(read, role).coverage
            st.markdown(f"**{coverage:.0%}** covered", width="content", help=glossary.TERMS["Technical coverage"])
    with place:
        for name, label in STAGES.items():
            navigation.link(name, label, icon=DONE if _is_done(name, role) else OPEN)


def _is_done(stage: str, role: RoleProfile | None) -> bool:
    """Whether a stage is done: resume read, target chosen, gaps and plan opened, a step finished or a win noted."""
    now = session.state()
    if stage == "resume":
        return bool(now.versions)
    if stage == "start":
        return role is not None
    if stage == "internship":
        return bool(now.preferences.done or internship_page.record().wins)
    return role is not None and stage in now.seen
