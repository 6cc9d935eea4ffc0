"""Many resumes against one role: who needs help with what."""

from functools import partial

import streamlit as st

from skillgap import charts, schedule
from skillgap.tables import cohort as cohort_tables
from skillgap.ui import cohort_session, components, glossary, knowledge, role_picker, session

st.title("Cohort")
st.write(
    "For advisors: drop in several resumes, or a ZIP of them, and see who needs help with what. Nothing is stored."
)
uploads = st.file_uploader(
    "Resumes (PDF, DOCX, text) or ZIP files",
    type=["pdf", "docx", "txt", "md", "json", "zip"],
    accept_multiple_files=True,
)
role = role_picker.choose_role()
if uploads:
    cohort_session.read([(one.name, one.getvalue()) for one in uploads], " ".join(one.file_id for one in uploads))

report = cohort_session.report(role)
if report is None:
    st.info("Upload at least one resume or ZIP file to begin.")
    st.stop()

known = knowledge.loaded_taxonomy()
students = session.memoised(cohort_tables.cohort, report, known)
columns = st.columns(3)
columns[0].metric("Files read", f"{len(report.assessments)} of {len(students)}")
columns[1].metric(
    "Median coverage",
    f"{students['coverage'].median():.0%}" if report.assessments else "none",
    help=glossary.TERMS["Technical coverage"],
)
columns[2].metric("Not read", len(report.refusals))
for refusal in report.refusals:
    st.warning(components.escape_markdown(refusal.message))

st.header("Students, lowest coverage first")
components.table(students, "Students with outcome, coverage and biggest gap", shares=("coverage",))

if report.assessments:
    st.header("Most common gaps")
    common = session.memoised(cohort_tables.common_gaps, report, known)
    components.table(common, "Gaps by how many students have them", shares=("share",))

    st.header("Who meets which demand")
    heat = session.memoised(cohort_tables.heatmap, report, known)
    most = min(15, len(heat.columns) - 1)
    components.chart(
        f"Heatmap: how far each student meets the {most} most important demands; the table below has every demand",
        charts.cohort_heatmap,
        heat,
        most=most,
    )
    components.table(heat, "How far each student meets each demand", shares=tuple(heat.columns[1:]))

    st.header("Take it away")
    weekly = st.number_input(
        "Hours of study a week, for the dates in everybody's recommendations", 1, schedule.MAX_HOURS, 6, width=420
    )
    dates = partial(schedule.milestones, start=session.today(), hours_a_week=weekly)
    components.download(
        partial(cohort_tables.recommendations, report, known, dates),
        "cohort-recommendations.csv",
        "Download everybody's recommendations as CSV",
    )
    components.download(students, "cohort.csv", "Download the overview as CSV")
