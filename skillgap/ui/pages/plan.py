"""What to learn in the hours there are, in an order that can be followed, and the files to take away."""

import streamlit as st

from skillgap import charts, schedule, workspace
from skillgap.export import plan_report, spreadsheet
from skillgap.internship import reminders
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as tables
from skillgap.ui import habits, outlook, planning, roles, show, state, steps, work

st.title("Learning plan")
state.require_reading()
known = state.known()

time = planning.settings()
planning.filters(tuple(sorted({resource.kind for resource in known.resources.values()})))
wishes = planning.wishes()
assessment = roles.require_assessment(hours=time.hours, wishes=wishes)
plan = assessment.plan
milestones = state.once(schedule.milestones, plan, start=time.start, hours_a_week=time.weekly)
table = state.once(tables.plan, assessment, known, milestones)

outlook.totals(assessment, time)
outlook.deadline(plan, time)
if not plan.steps:
    outlook.nothing(assessment, time)
else:
    steps.next_step(plan, milestones)

    st.header("When")
    calendar = state.once(plan_tables.timeline, plan, milestones, known, start=time.start)
    if milestones:
        show.chart(
            "The steps on the calendar; the table below has the days",
            charts.timeline,
            calendar,
            deadline=time.deadline,
        )
    with st.expander("The same as a table, with coverage after each step"):
        show.table(
            table,
            "The steps in order with hours, dates and the coverage reached",
            {"coverage_after": st.column_config.NumberColumn(format="%.1f %%"), "url": st.column_config.LinkColumn()},
            columns=["step", "skill", "hours", "start", "due", "status", "coverage_after", "resource", "url", "cost"],
        )

    st.header("Step by step")
    st.caption("What must be known first comes first; then whatever adds most coverage for an hour of work.")
    steps.every(plan, milestones)
steps.left_out()

left = outlook.left(assessment, time, wishes)
outlook.more(assessment, time, wishes)

st.header("Take it away")
show.download(table, "plan.csv", "Download plan as CSV")
saved, notes = work.gathered(), habits.record()
show.take_away(
    {
        ("Workbook (XLSX)", "skillgap.xlsx", show.XLSX): lambda: spreadsheet.xlsx(
            show.sheets(assessment, table, known) | {"Left open": left}
        ),
        ("Calendar (ICS)", "plan.ics", "text/calendar"): lambda: spreadsheet.ics(
            [*schedule.entries(milestones, show.notes(plan), known), *reminders.entries(notes)],
            today=state.today(),
        ),
        ("Report to print (HTML)", "report.html", "text/html"): lambda: plan_report.render_html(
            assessment, milestones, known, left
        ),
        ("Your work, to go on later (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("JSON Resume", "resume.json", "application/json"): lambda: spreadsheet.json_resume(assessment.reading, known),
    }
)
