"""The resume beside what was read of it: its text with marks, skill by skill, and what to improve in it."""

import streamlit as st

from skillgap.ui import components, feedback_tab, reading_view, skills_view, version_picker, versions

st.title("Your resume")
reading = versions.require_reading()
version_picker.choose()
components.warnings(reading)
text, skills, feedback = st.tabs(["What was read", "Skills", "Feedback"])
with text:
    reading_view.draw(reading)
with skills:
    skills_view.draw(reading)
with feedback:
    feedback_tab.draw(reading)
