"""The page My internship: due dates, advice, applications, goals, feedback, wins and contacts."""

import streamlit as st

from skillgap import workspace
from skillgap.export import spreadsheet
from skillgap.internship import advice, ratings, reminders
from skillgap.model.internship import STAGES
from skillgap.tables import internship as internship_tables
from skillgap.ui import components, internship_page, knowledge, plan_session, role_picker, session, versions
from skillgap.ui.internship_page import applications, feedback, goals, people, progress, wins
from skillgap.ui.workspace_session import current_workspace

SHOWN_FIRST = 3

st.title("My internship")
stages = list(STAGES)
stage = st.radio(
    "Where are you now?",
    stages,
    index=stages.index(internship_page.record().stage),
    format_func=lambda one: STAGES[one],
    horizontal=True,
    key="stage",
)
internship_page.change(stage=stage)
known, today, read = knowledge.loaded_taxonomy(), session.today(), versions.reading()

left, right = st.columns([3, 2], gap="large")
fitting = advice.advice_for(known.advice.values(), internship_page.record(), resume=read is not None, today=today)
with left:
    st.header("What to do this week")
    components.advice(fitting[:SHOWN_FIRST])
    if fitting[SHOWN_FIRST:]:
        with st.expander("More for this stage"):
            components.advice(fitting[SHOWN_FIRST:])
with right:
    st.header("Due now or soon")
    due = [one.words(today) for one in reminders.due(internship_page.record(), today)]
    st.text("\n".join(due) or "Nothing within a week.")

role = role_picker.chosen()
assessment = plan_session.assessment(role) if role else None
tabs = st.tabs(["Applications", "Goals", "Feedback", "Wins", "People", "Progress"])
with tabs[0]:
    applications.draw()
with tabs[1]:
    goals.draw(assessment)
with tabs[2]:
    feedback.draw(role, assessment)
with tabs[3]:
    wins.draw()
with tabs[4]:
    people.draw()
with tabs[5]:
    progress.draw(role)

st.header("Save and download")
st.caption(
    "Your notes stay in this session. Save them as a file, and load it on the Start page to continue another day. "
    "The calendar includes the plan."
)
record, saved = internship_page.record(), current_workspace()
found = session.memoised(ratings.compare_ratings, record, read.profile if read else None, known)
sheets = session.memoised(internship_tables.sheets, record, found, known)
steps = plan_session.entries(assessment)
components.download_row(
    {
        ("Your work (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("Workbook (XLSX)", "internship.xlsx", components.XLSX): lambda: spreadsheet.xlsx(sheets),
        ("Calendar (ICS)", "internship.ics", "text/calendar"): lambda: spreadsheet.ics(
            [*steps, *reminders.entries(record)], today=today
        ),
    }
)
with st.expander("Each table as CSV"), st.container(horizontal=True):
    for name, table in sheets.items():
        components.download(table, f"{name.lower().replace(' ', '-')}.csv", f"{name} (CSV)")
