"""What changed since the cohort was saved: by student, and by group above the threshold."""

import streamlit as st

from skillgap.cohort import comparison, snapshot
from skillgap.model.groups import CohortView
from skillgap.tables import cohort as tables
from skillgap.ui import components, session
from skillgap.ui.cohort_page import state


def show(view: CohortView) -> None:
    """Before and now."""
    before = state.bench().before
    if before is None:
        return
    st.header(components.escape_markdown(f"Since {before.day}"))
    found = session.memoised(snapshot.changes, before, view.standings)
    if not found:
        st.info("Nobody of that day is here against the same role. Ids of a class list pair students.")
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
    """What came of the sessions, where enough students came to one."""
    bench = state.bench()
    contacts = {one.student.id: bench.contacts_of(one.student) for one in view.standings}
    found = session.memoised(comparison.after_sessions, before, view.standings, contacts, view.threshold)
    if not found:
        return
    st.write("Of the students who did not show a skill before, so many show it now:")
    components.table(
        session.memoised(tables.after_sessions, found, state.taxonomy()), "Skills of sessions that are shown now"
    )
    st.caption("Students choose to come, so the others are no fair test of the session.")
