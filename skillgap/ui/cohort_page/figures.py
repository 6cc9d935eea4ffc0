"""Five figures of the cohort."""

from collections.abc import Sequence
from statistics import median

import streamlit as st

from skillgap.cohort.reasons import NOT_SHOWN
from skillgap.model.cohort import Standing, Student
from skillgap.model.groups import CohortView
from skillgap.ui import components


def show(view: CohortView) -> None:
    """Draw the figures, each with an explanation."""
    stand = view.standings
    below = [one for one in stand if one.must_haves_met < len(one.must_haves)]
    hidden = [one for one in stand if len(one.gaps_in("named")) >= NOT_SHOWN]
    columns = st.columns(5)
    columns[0].metric(
        "Students", len(_counted(view.students)), help="Students with a readable resume, or on the class list."
    )
    columns[1].metric(
        "On the list, no resume",
        sum(one.on_roster and one.reading is None and not one.unread for one in view.students),
    )
    columns[2].metric("Unreadable", sum(bool(one.unread) for one in view.students))
    columns[3].metric(
        "Below must-haves",
        f"{len(below)} of {len(stand)}",
        help="Students who miss at least one core demand of their role.",
    )
    columns[4].metric(
        "Has it, does not show it",
        f"{len(hidden)} of {len(stand)}",
        help=f"Students who name {NOT_SHOWN} or more skills of their role without a line that shows them.",
    )
    if stand:
        st.caption(_middle(stand))


def _counted(students: Sequence[Student]) -> list[Student]:
    return [one for one in students if one.reading is not None or one.on_roster]


def _middle(stand: Sequence[Standing]) -> str:
    shares = [one.must_haves_met / len(one.must_haves) for one in stand if one.must_haves]
    half = f"{median(shares):.0%}" if shares else "none"
    nearest = sum(one.source == "nearest" for one in stand)
    words = f"The median student meets {half} of the must-haves."
    if nearest:
        words += f" Compared with the nearest role, without a target: {components.pluralise(nearest, 'student')}."
    return words
