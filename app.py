"""The dashboard: sets up the navigation and runs the current page.

The five pages for students come in the order of use. Pages that few students need are under "More".
"""

import streamlit as st

from skillgap.ui import access, components, navigation, rail, session, versions
from skillgap.ui.navigation import PAGES

st.set_page_config(page_title="skillgap", page_icon=str(components.ICON), layout="wide")
st.logo(str(components.LOGO), size="large")
components.style()
components.load_or_stop()
session.begin_run()
page, name = navigation.open_page(
    {
        "": [
            st.Page(PAGES / "start.py", title="Start", url_path="start", icon=":material/home:", default=True),
            st.Page(PAGES / "resume.py", title="Resume", url_path="resume", icon=":material/description:"),
            st.Page(PAGES / "gaps.py", title="Target & gaps", url_path="gaps", icon=":material/target:"),
            st.Page(PAGES / "plan.py", title="Plan", url_path="plan", icon=":material/checklist:"),
            st.Page(PAGES / "internship.py", title="My internship", url_path="internship", icon=":material/work:"),
            *navigation.old_addresses(),
        ],
        "More": [
            st.Page(PAGES / "cohort.py", title="For advisors", url_path="cohort", icon=":material/groups:"),
            st.Page(PAGES / "catalogue.py", title="Catalogue", url_path="catalogue", icon=":material/menu_book:"),
            st.Page(PAGES / "about.py", title="About", url_path="about", icon=":material/info:"),
            st.Page(
                PAGES / "forget.py",
                title="Forget everything",
                url_path="forget",
                icon=":material/delete_forever:",
            ),
        ],
    }
)
if name in navigation.STUDENT:
    rail.draw(name)
components.close_menu(name)
if name == "cohort":
    access.require_advisor()
page.run()
components.ask_before_leaving(versions.reading() is not None or bool(session.state().cohort.given))
