"""Changes since an earlier snapshot, by student and by group."""

import streamlit as st

from skillgap.cohort import comparison, snapshot
from skillgap.model.groups import CohortView
from skillgap.tables import cohort as tables
from skillgap.ui import components, session
from skillgap.ui.cohort_page import state


def show(view: CohortView) -> None:
    """Draw the changes; nothing without an earlier snapshot."""
    before = state.bench().before
    if before is None:
        return
    st.header(components.escape_markdown(f"Since {before.day}"))
    found = session.memoised(snapshot.changes, before, view.standings)
    if not found:
        st.info("No student has the same id and role in both cohorts. Use a class list, so that ids stay the same.")
        return
    groups = session.memoised(comparison.by_group, found, before, view.standings, view.threshold)
    components.table(session.memoised(tables.changes_by_group, groups), "Change of the coverage by group")
    shown = session.memoised(comparison.now_shown, found, before, view.threshold)
    components.table(
        session.memoised(tables.now_shown, shown, state.taxonomy()), "Demands that were named and are shown now"
    )
    _after_sessions(view, before)
    components.table(
        session.memoised(tables.changes, found, state.taxonomy()), "What each student gained, lost and shows now"
    )


def _after_sessions(view: CohortView, before: snapshot.Snapshot) -> None:
    """Draw the results of sessions that enough students attended."""
    bench = state.bench()
    contacts = {one.student.id: bench.contacts_of(one.student) for one in view.standings}
    found = session.memoised(comparison.after_sessions, before, view.standings, contacts, view.threshold)
    if not found:
        return
    st.write("Students who did not show a skill before and show it now:")
    components.table(
        session.memoised(tables.after_sessions, found, state.taxonomy()), "Skills of sessions that are shown now"
    )
    st.caption("Students chose to come, so the comparison with the others does not prove an effect.")
