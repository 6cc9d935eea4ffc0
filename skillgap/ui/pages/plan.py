"""The Plan page: what to learn within the available hours, in which order, and downloads."""

import streamlit as st

from skillgap import schedule
from skillgap.export import plan_report, spreadsheet
from skillgap.internship import reminders
from skillgap.tables import plan as plan_tables
from skillgap.ui import (
    components,
    internship_page,
    knowledge,
    navigation,
    plan_settings,
    plan_steps,
    plan_summary,
    role_picker,
    session,
    versions,
)

st.title("Your plan")
versions.require_reading()
role_picker.require_role()
known = knowledge.loaded_taxonomy()

figures = st.container(horizontal=True, vertical_alignment="bottom", gap="medium")
with figures:
    plan_settings.hours_a_week()
words, files = st.container(), st.container(horizontal=True, vertical_alignment="center")
plan_settings.fold(tuple(sorted({resource.kind for resource in known.resources.values()})))

time = plan_settings.settings_kept()
assessment = role_picker.assess_chosen_role(hours=time.hours, preferences=plan_settings.preferences())
plan = assessment.plan
milestones = session.memoised(schedule.milestones, plan, start=time.start, hours_a_week=time.weekly)
table = session.memoised(plan_tables.plan, assessment, known, milestones)
with figures:
    plan_summary.totals(assessment, milestones)
with words:
    plan_summary.headline(plan)
    plan_summary.deadline(plan, time)
# Downloads are made later in a thread without a session, so all their data is collected here.
events = [*schedule.calendar_events(milestones, plan), *reminders.entries(internship_page.record())]
today = session.today()
with files:
    components.download(table, "plan.csv", "Plan (CSV)")
    components.download_file(
        "Workbook (XLSX)",
        "skillgap.xlsx",
        components.XLSX,
        lambda: spreadsheet.xlsx(components.sheets(assessment, table, known)),
    )
    components.download_file(
        "Calendar (ICS)", "plan.ics", "text/calendar", lambda: spreadsheet.ics(events, today=today)
    )
    components.download_file(
        "Report to print (HTML)",
        "report.html",
        "text/html",
        lambda: plan_report.render_html(assessment, milestones, known, today=today),
    )

with files:
    navigation.next_page("internship", "Next: apply and keep notes")

plan_summary.quick_wins(assessment)
if plan.steps:
    plan_steps.show_steps(assessment, milestones)
else:
    plan_summary.nothing(assessment, time)
plan_summary.left(plan)
plan_summary.stories(assessment)
plan_summary.certificates(assessment)
if plan.steps:
    plan_summary.calendar(assessment, milestones, table, time)
