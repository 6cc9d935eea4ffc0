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
    components.table(
        session.memoised(tables.changes, found, state.taxonomy()), "What each student gained, lost and shows now"
    )
