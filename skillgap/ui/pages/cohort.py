"""The page for advisors: a cohort of students."""

from collections.abc import Callable, Mapping

import streamlit as st

from skillgap.model.groups import CohortView
from skillgap.ui import session
from skillgap.ui.cohort_page import (
    courses_view,
    figures,
    files_view,
    filter_bar,
    intake,
    pictures,
    queue_view,
    sessions_view,
    state,
    student,
    take_away,
)

PARTS: Mapping[str, Callable[[CohortView], None]] = {
    "Who first": queue_view.show,
    student.MY_PART: student.show,
    "Groups": pictures.groups,
    "Students and demands": pictures.students,
    "Sessions": sessions_view.show,
    "Courses": courses_view.show,
    "Files": lambda view: files_view.show(state.cohort()),
    "Take away": take_away.show,
}

st.title("For advisors")
st.write(
    "Upload the resumes of your students, and see who needs help with which skills. Everything stays in this session. "
    "Students are shown by id, so that you can project this page."
)
intake.uploads()
intake.progress()
cohort = state.cohort()
if not cohort.lines and not cohort.students:
    if not state.bench().readings.busy:
        st.info("Add at least one resume, a folder or a ZIP file to begin. A class list adds groups and targets.")
    st.stop()

role, filters, threshold = filter_bar.choose()
view = state.view(role, filters, threshold)
figures.show(view)
waiting = len(cohort.questions) + sum(line.outcome == "not a resume?" for line in cohort.lines)
if waiting:
    st.warning(f"Files: {waiting} need your answer before all figures are right. See the part Files.")
part = st.segmented_control(
    "Part",
    list(PARTS),
    default=session.default_unless_set(student.SECTION, "Who first"),
    key=student.SECTION,
    bind="query-params",
    required=True,
)
PARTS[part or "Who first"](view)
intake.forget()
