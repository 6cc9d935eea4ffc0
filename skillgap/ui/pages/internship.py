"""The four habits that make an internship succeed, with advice for the stage it is at."""

import streamlit as st

from skillgap import workspace
from skillgap.export import spreadsheet
from skillgap.internship import advice, ratings, reminders
from skillgap.model.internship import STAGES
from skillgap.tables import internship as internship_tables
from skillgap.ui import components, internship_page, knowledge, plan_session, role_picker, session, versions
from skillgap.ui.internship_page import feedback, goals, people, progress, wins
from skillgap.ui.workspace_session import current_workspace

SHOWN_FIRST = 3

st.title("Your internship")
st.write(
    "Four habits make an internship go well: **goals** you can check, **feedback** you ask for, **wins** you write "
    "down, and **people** you stay in touch with. Begin with one. Your notes stay in this session: save them below."
)
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

st.header("What to do this week")
fitting = advice.advice_for(known.advice.values(), internship_page.record(), resume=read is not None, today=today)
components.advice(fitting[:SHOWN_FIRST])
if fitting[SHOWN_FIRST:]:
    with st.expander("More for this stage"):
        components.advice(fitting[SHOWN_FIRST:])

due = reminders.due(internship_page.record(), today)
if due:
    st.header("Due now or soon")
    st.text("\n".join(one.words(today) for one in due))

role = role_picker.chosen()
assessment = plan_session.assessment(role) if role else None
tabs = st.tabs(["Goals", "Feedback", "Wins", "People", "Progress"])
with tabs[0]:
    goals.draw(assessment)
with tabs[1]:
    feedback.draw(role, assessment)
with tabs[2]:
    wins.draw()
with tabs[3]:
    people.draw()
with tabs[4]:
    progress.draw(role)

st.header("Save it and take it away")
st.caption(
    "Your work is a file of yours: load it on the Start page to go on another day. The calendar has the plan too."
)
record, saved = internship_page.record(), current_workspace()
found = session.memoised(ratings.compare_ratings, record, read.profile if read else None, known)
sheets = session.memoised(internship_tables.sheets, record, found, known)
steps = plan_session.entries(assessment)
components.download_row(
    {
        ("Your work, to go on later (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("Workbook (XLSX)", "internship.xlsx", components.XLSX): lambda: spreadsheet.xlsx(sheets),
        ("Calendar (ICS)", "internship.ics", "text/calendar"): lambda: spreadsheet.ics(
            [*steps, *reminders.entries(record)], today=today
        ),
    }
)
with st.expander("Each table as CSV"), st.container(horizontal=True):
    for name, table in sheets.items():
        components.download(table, f"{name.lower().replace(' ', '-')}.csv", f"{name} (CSV)")
