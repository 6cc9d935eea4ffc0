"""The dashboard: names the pages and steps aside.

The pages stand in one row in the order of the work; short titles keep all of them in sight from 820 pixels on.
"""

import streamlit as st

from skillgap.ui import components, session, versions
from skillgap.ui.navigation import PAGES

st.set_page_config(page_title="skillgap", layout="wide")
components.style()
components.load_or_stop()
session.begin_run()
st.navigation(
    [
        st.Page(PAGES / "resume.py", title="Resume", url_path="resume", default=True),
        st.Page(PAGES / "skills.py", title="Skills", url_path="skills"),
        st.Page(PAGES / "feedback.py", title="Feedback", url_path="feedback"),
        st.Page(PAGES / "target.py", title="Target", url_path="target"),
        st.Page(PAGES / "gaps.py", title="Gaps", url_path="gaps"),
        st.Page(PAGES / "plan.py", title="Plan", url_path="plan"),
        st.Page(PAGES / "progress.py", title="Progress", url_path="progress"),
        st.Page(PAGES / "internship.py", title="Internship", url_path="internship"),
        st.Page(PAGES / "cohort.py", title="Cohort", url_path="cohort"),
        st.Page(PAGES / "catalogue.py", title="Catalogue", url_path="catalogue"),
        st.Page(PAGES / "about.py", title="About", url_path="about"),
    ],
    position="top",
).run()
components.ask_before_leaving(versions.reading() is not None)
