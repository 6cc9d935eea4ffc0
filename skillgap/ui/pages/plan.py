"""What to learn in the hours there are, in an order that can be followed, and the files to take away."""

import streamlit as st

from skillgap import schedule, workspace
from skillgap.export import plan_report, spreadsheet
from skillgap.internship import reminders
from skillgap.tables import plan as plan_tables
from skillgap.ui import (
    components,
    internship_page,
    knowledge,
    plan_settings,
    plan_steps,
    plan_summary,
    role_picker,
    session,
    versions,
    workspace_session,
)

st.title("Your plan")
versions.require_reading()
known = knowledge.loaded_taxonomy()

time = plan_settings.settings()
preferences = plan_settings.preferences()
assessment = role_picker.assess_chosen_role(hours=time.hours, preferences=preferences)
plan = assessment.plan
milestones = session.memoised(schedule.milestones, plan, start=time.start, hours_a_week=time.weekly)
table = session.memoised(plan_tables.plan, assessment, known, milestones)

plan_summary.totals(assessment)
plan_summary.deadline(plan, time)
# Files are made once they are asked for, outside the session, so what is in them is taken from it here.
events = [*schedule.calendar_events(milestones, plan), *reminders.entries(internship_page.record())]
with st.container(horizontal=True):
    components.download(table, "plan.csv", "Download plan as CSV")
    components.download_file(
        "Calendar (ICS)",
        "plan.ics",
        "text/calendar",
        lambda: spreadsheet.ics(events, today=session.today()),
    )
plan_summary.quick_wins(assessment)
if not plan.steps:
    plan_summary.nothing(assessment, time)
else:
    plan_steps.show_steps(plan, milestones)
plan_steps.left_out(plan)
plan_summary.left(plan)
plan_summary.stories(assessment)
plan_summary.certificates(assessment)
if plan.steps:
    plan_steps.calendar(plan, milestones, table, start=time.start, deadline=time.deadline)
plan_settings.filters(tuple(sorted({resource.kind for resource in known.resources.values()})))

st.header("Take it away")
saved = workspace_session.current_workspace()
components.download_row(
    {
        ("Workbook (XLSX)", "skillgap.xlsx", components.XLSX): lambda: spreadsheet.xlsx(
            components.sheets(assessment, table, known)
        ),
        ("Report to print (HTML)", "report.html", "text/html"): lambda: plan_report.render_html(
            assessment, milestones, known
        ),
        ("Your work, to go on later (JSON)", "skillgap-work.json", "application/json"): lambda: workspace.dump(saved),
        ("JSON Resume", "resume.json", "application/json"): lambda: spreadsheet.json_resume(assessment.reading, known),
    }
)
