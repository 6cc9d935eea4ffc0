"""The filters above every part of the page; their values are part of the address."""

from collections.abc import Iterable
from typing import NamedTuple

import streamlit as st

from skillgap.cohort.desk import Filters
from skillgap.cohort.groups import NO_GROUP
from skillgap.cohort.privacy import THRESHOLDS
from skillgap.model.cohort import REASONS, STATUSES
from skillgap.model.role import RoleProfile
from skillgap.ui import components, role_picker
from skillgap.ui.cohort_page import state

OWN = "own"
"""Value that compares each student with their own target."""
ANY = ""


class Chosen(NamedTuple):
    """Values of the bar: one role for all or ``None``, the filters, and the smallest group with visible figures."""

    role: RoleProfile | None
    filters: Filters
    threshold: int


def choose() -> Chosen:
    """Draw the bar, and return its values."""
    roles = role_picker.roles()
    students = state.cohort().students
    groups = sorted({one.group or NO_GROUP for one in students})
    with st.container(horizontal=True):
        against = _box("Compare with", [OWN, *roles], "against", {OWN: "Own targets"} | {
            key: f"All: {role.name}" for key, role in roles.items()})  # fmt: skip
        group = _box("Group", [ANY, *groups], "group", {ANY: "All groups"})
        role = _box("Role", [ANY, *roles], "for", {ANY: "All roles"} | {key: one.name for key, one in roles.items()})
        reason = _box("Reason", [ANY, *REASONS], "reason", {ANY: "Any reason"})
        status = _box("Status", [ANY, *STATUSES], "status", {ANY: "Any status"})
        least = st.selectbox(
            "Smallest group", THRESHOLDS, key="least", bind="query-params", width=150,
            help="Figures of smaller groups are hidden, and others from which they could be computed.",
        )  # fmt: skip
    filters = Filters(group, role, reason, status)
    if any((group, role, reason, status)):
        words = components.escape_markdown(filters.words(state.taxonomy()))
        st.caption(f"All tables, charts and files below are for: {words}.")
    return Chosen(roles.get(against), filters, least)


def _box(label: str, options: Iterable[str], key: str, names: dict[str, str]) -> str:
    chosen = st.selectbox(
        label, list(options), key=key, bind="query-params", width=180, format_func=lambda one: names.get(one, one)
    )
    return str(chosen or "")
