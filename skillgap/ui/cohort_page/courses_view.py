"""Gaps that the school's courses teach, and gaps that none teaches."""

import streamlit as st

from skillgap.cohort import courses
from skillgap.errors import SkillgapError
from skillgap.model.groups import CohortView
from skillgap.tables import sessions as tables
from skillgap.ui import components, session
from skillgap.ui.cohort_page import intake, state


def show(view: CohortView) -> None:
    """Draw the upload of the courses, then the gaps by course, and the gaps that no course teaches."""
    bench, known = state.bench(), state.taxonomy()
    given = intake.new_list(
        "Courses (CSV or XLSX)",
        "courses",
        "Columns: course, skills. Semicolons separate the skills, and a course may have several rows.",
    )
    if given is not None:
        _take(given.name, given.getvalue())
    for fault in bench.course_faults:
        st.warning(components.escape_markdown(fault))
    if not bench.courses:
        st.info("Add the list of your courses. You see which gaps each course teaches, and which gaps none does.")
        return
    needs = session.memoised(courses.needs, view.demands, bench.courses)
    by_course = session.memoised(tables.courses, bench.courses, needs, known)
    st.header("What each course teaches")
    components.table(by_course, "Courses with the open demands that each teaches")
    untaught = tuple(one for one in needs if not one.courses)
    st.header(f"What no course teaches: {components.pluralise(len(untaught), 'skill')}")
    components.table(
        session.memoised(tables.course_needs, untaught, known),
        "Open demands that no course teaches",
        columns=("skill", "not_met_by"),
    )
    components.download(
        session.memoised(tables.course_needs, needs, known),
        state.stated("courses.csv", view),
        "Download every gap with its courses as CSV",
    )


def _take(name: str, data: bytes) -> None:
    """Load a list of courses. A bad file leaves the earlier list unchanged."""
    bench = state.bench()
    try:
        bench.courses, bench.course_faults = courses.read(data, name, state.taxonomy())
    except SkillgapError as error:
        bench.course_faults = (str(error),)
