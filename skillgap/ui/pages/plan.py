"""What to learn in the hours there are, in an order that can be followed, and the files to take away."""

import streamlit as st

from skillgap import schedule, workspace
from skillgap.export import plan_report, spreadsheet
from skillgap.internship import reminders
from skillgap.tables import resume as tables
from skillgap.ui import (
    components,
    internship_page,
    plan_settings,
    plan_steps,
    plan_summary,
    role_picker,
    session,
    workspace_session,
)

st.title("Learning plan")
session.require_reading()
known = session.loaded_taxonomy()

time = plan_settings.settings()
plan_settings.filters(tuple(sorted({resource.kind for resource in known.resources.values()})))
wishes = plan_settings.wishes()
assessment = role_picker.assess_chosen_role(hours=time.hours, wishes=wishes)
plan = assessment.plan
milestones = session.memoised(schedule.milestones, plan, start=time.start, hours_a_week=time.weekly)
table = session.memoised(tables.plan, assessment, known, milestones)

plan_summary.totals(assessment, time)
plan_summary.deadline(plan, time)
if not plan.steps:
    plan_summary.nothing(assessment, time)
else:
    plan_steps.next_step(plan, milestones)

    plan_steps.calendar(plan, milestones, table, start=time.start, deadline=time.deadline)
    st.header("Step by step")
    st.caption("What must be known first comes first; then whatever adds most coverage for an hour of work.")
    plan_steps.show_steps(plan, milestones)
plan_steps.left_out()

left = plan_summary.left(assessment, time, wishes)
plan_summary.more(assessment, time, wishes)

st.header("Take it away")
components.download(table, "plan.csv", "Download plan as CSV")
saved, notes = workspace_session.current_workspace(), internship_page.record()
components.download_row(
    {
        ("Workbook (XLSX)", "skillgap.xlsx", components.XLSX): lambda: spreadsheet.xlsx(
            components.sheets(assessment, table, known) | {"Left open": left}
        ),
        ("Calendar (ICS)", "plan.ics", "text/calendar"): lambda: spreadsheet.ics(
            [*schedule.calendar_events(milestones, components.notes(plan), known), *reminders.entries(notes)],
            today=session.today(),
        ),
        ("Report to print (HTML)", "report.html", "text/html"): lambda: plan_report.render_html(
            assessment, milestones, known, left
        ),
        ("Your work, to go on later (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("JSON Resume", "resume.json", "application/json"): lambda: spreadsheet.json_resume(assessment.reading, known),
    }
)
