"""The four habits that make an internship succeed, with advice for the stage it is at."""

import streamlit as st

from skillgap import workspace
from skillgap.export import spreadsheet
from skillgap.internship import advice, ratings, reminders
from skillgap.model.internship import STAGES
from skillgap.tables import internship as internship_tables
from skillgap.ui import habits, planned, roles, show, state, work
from skillgap.ui.habits import feedback, goals, people, wins

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
    index=stages.index(habits.record().stage),
    format_func=lambda one: STAGES[one],
    horizontal=True,
    key="stage",
)
habits.change(stage=stage)
known, today, read = state.known(), state.today(), state.reading()

st.header("What to do this week")
fitting = advice.advice_for(known.advice.values(), habits.record(), resume=read is not None, today=today)
show.advice(fitting[:SHOWN_FIRST])
if fitting[SHOWN_FIRST:]:
    with st.expander("More for this stage"):
        show.advice(fitting[SHOWN_FIRST:])

due = reminders.due(habits.record(), today)
if due:
    st.header("Due now or soon")
    st.text("\n".join(one.words(today) for one in due))

role = roles.choose_role()
assessment = planned.assessment(role)
tabs = st.tabs(["Goals", "Feedback", "Wins", "People"])
with tabs[0]:
    goals.show_all(assessment)
with tabs[1]:
    feedback.show_all(role, assessment)
with tabs[2]:
    wins.show_all()
with tabs[3]:
    people.show_all()

st.header("Save it and take it away")
st.caption(
    "Your work is a file of yours: load it on the Resume page to go on another day. The calendar has the plan too."
)
record, saved = habits.record(), work.gathered()
found = state.once(ratings.compare_ratings, record, read.profile if read else None, known)
sheets = state.once(internship_tables.sheets, record, found, known)
steps = planned.entries(assessment)
show.take_away(
    {
        ("Your work, to go on later (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("Workbook (XLSX)", "internship.xlsx", show.XLSX): lambda: spreadsheet.xlsx(sheets),
        ("Calendar (ICS)", "internship.ics", "text/calendar"): lambda: spreadsheet.ics(
            [*steps, *reminders.entries(record)], today=today
        ),
    }
)
with st.expander("Each table as CSV"), st.container(horizontal=True):
    for name, table in sheets.items():
        show.download(table, f"{name.lower().replace(' ', '-')}.csv", f"{name} (CSV)")
