"""The queue: students to meet first, with reasons."""

import streamlit as st

from skillgap.model.cohort import QueueItem
from skillgap.model.groups import CohortView
from skillgap.tables import cohort as tables
from skillgap.ui import components, session
from skillgap.ui.cohort_page import state, student

FIRST = 10
"""Students shown with their reasons; the table has all."""


def show(view: CohortView) -> None:
    """Draw the first students with the facts of each reason, then the table of all students."""
    if not view.queue:
        st.success("No student who fits the filters has an urgent reason.")
    for item in view.queue[:FIRST]:
        _item(item)
    if len(view.queue) > FIRST:
        st.caption(f"and {len(view.queue) - FIRST} more in the table below, in the same order")
    table = session.memoised(tables.students, view.by_urgency, view.standings, view.queue, state.taxonomy())
    st.header("All students")
    components.table(table, "Students by urgency with role, must-haves and reasons", shares=("coverage",))


def _item(item: QueueItem) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        st.markdown(f"**{components.escape_markdown(item.student.id)}**, about {item.minutes} minutes")
        st.text("\n".join(f"{reason.kind.capitalize()}: {reason.proof}" for reason in item.reasons))
    label = components.escape_markdown(f"Open {item.student.id}")
    right.button(label, key=f"open-{item.student.id}", on_click=student.open_student, args=(item.student.id,))
