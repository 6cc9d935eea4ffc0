"""The Resume page: the resume with its skills, and feedback."""

import streamlit as st

from skillgap.ui import components, feedback_tab, navigation, skills_view, version_picker, versions

head = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")
head.title("Your resume", width="content")
reading = versions.require_reading()
with head:
    navigation.next_page("gaps", "Next: what your target asks for")
version_picker.choose()
components.warnings(reading)
skills_view.questions(reading)
skills, feedback = st.tabs(["Skills", "Feedback"])
with skills:
    skills_view.draw(reading)
with feedback:
    feedback_tab.draw(reading)
