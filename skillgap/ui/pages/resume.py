"""The resume beside the skills that were read of it, and what to improve in it."""

import streamlit as st

from skillgap.ui import components, feedback_tab, skills_view, version_picker, versions

st.title("Your resume")
reading = versions.require_reading()
version_picker.choose()
components.warnings(reading)
skills_view.questions(reading)
skills, feedback = st.tabs(["Skills", "Feedback"])
with skills:
    skills_view.draw(reading)
with feedback:
    feedback_tab.draw(reading)
