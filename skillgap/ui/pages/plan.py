"""What to learn in the hours there are, in an order that can be followed, and the files to take away."""

from datetime import timedelta

import streamlit as st

from skillgap import export, report, schedule, tables, workspace
from skillgap.internship import agenda
from skillgap.ui import habits, roles, show, state, work

st.title("Learning plan")
state.require_reading()
known = state.known()

left, middle, right = st.columns(3)
weekly = state.keep("weekly", left.number_input("Hours a week", 1, 60, state.kept("weekly", 6)))
start = state.keep("start", middle.date_input("Start", state.kept("start", state.today()), format="YYYY-MM-DD"))
later = state.kept("deadline", start + timedelta(weeks=12))
deadline = state.keep("deadline", right.date_input("Deadline", later, format="YYYY-MM-DD"))
budget = schedule.hours_until(deadline, start=start, hours_a_week=weekly)
choices = ["The best plan for the hours until the deadline", "Everything that is missing"]
mode = choices.index(st.radio("Plan", choices, index=state.kept("mode", 0), horizontal=True))
free = state.keep("free", st.toggle("Only resources without cost", state.kept("free", True)))
skip = state.kept("skip", [])

assessment = roles.require_assessment(hours=None if state.keep("mode", mode) else budget, skip=skip, free=free)
plan = assessment.plan
named = {known.name(step.skill_id): step.skill_id for step in plan.steps} | {known.name(one): one for one in skip}
before, behind = st.columns(2)
dropped = before.multiselect("Leave out", sorted(named), [known.name(one) for one in skip], key="leave-out")
if {named[name] for name in dropped} != set(skip):
    state.keep("skip", [named[name] for name in dropped])
    st.rerun()
finished = [name for name in state.kept("done", []) if name in named]
done = state.keep("done", behind.multiselect("Done already", sorted(named), finished, key="done-already"))

if not plan.steps:
    st.success("Nothing to learn here: the resume shows what this role asks for, or there are no hours for a step.")
    st.stop()

milestones = schedule.milestones(plan, start=start, hours_a_week=weekly, done=[named[name] for name in done])
table = tables.dated(tables.plan(assessment, known), milestones, known)
columns = st.columns(4)
columns[0].metric("Hours until the deadline", budget)
columns[1].metric("Hours of the plan", plan.hours, help="Of a median learner, from the first resource of each step.")
columns[2].metric("Coverage now", f"{assessment.report.coverage:.0%}")
columns[3].metric("Coverage after", f"{table['coverage_after'].iloc[-1]:.0f}%")
st.caption("What must be known first comes first; then whatever adds most coverage for an hour of work.")
show.table(
    table[["step", "skill", "hours", "start", "due", "status", "coverage_after", "reason", "resource", "url", "cost"]],
    "The steps in order with hours, dates and the coverage reached",
    {"coverage_after": st.column_config.NumberColumn(format="%.1f %%"), "url": st.column_config.LinkColumn("link")},
)

st.header("Step by step")
show.steps(plan, known)

st.header("Take it away")
show.download(table, "plan.csv", "Download plan as CSV")
saved = work.gathered()
proofs = {step.skill_id: step.proof for step in plan.steps}
show.take_away(
    {
        ("Workbook (XLSX)", "skillgap.xlsx", show.XLSX): lambda: export.xlsx(show.sheets(assessment, table, known)),
        ("Calendar (ICS)", "plan.ics", "text/calendar"): lambda: export.ics(
            [*schedule.entries(milestones, proofs, known), *agenda.entries(habits.record())], today=state.today()
        ),
        ("Report to print (HTML)", "report.html", "text/html"): lambda: report.page(assessment, milestones, known),
        ("Your work, to go on later (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("JSON Resume", "resume.json", "application/json"): lambda: export.json_resume(assessment.reading, known),
    }
)
