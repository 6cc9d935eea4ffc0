"""Group sessions: which to hold, who should attend, and the gain of one more."""

import streamlit as st

from skillgap.cohort import peers, session_calendar, session_offers
from skillgap.export import spreadsheet
from skillgap.model.groups import CohortView
from skillgap.model.sessions import SessionLimits, SessionPlan
from skillgap.tables import sessions as tables
from skillgap.ui import components, session
from skillgap.ui.cohort_page import state

ICS = "text/calendar"


def show(view: CohortView) -> None:
    """Draw the limits, and the best sessions within them."""
    if not view.standings:
        st.info("Nobody with a resume fits the filters.")
        return
    limits = state.bench().limits = _limits(state.bench().limits)
    first = st.date_input("First session", session.today(), width=160)
    plan = session.memoised(session_offers.best_sessions, view.standings, state.taxonomy(), limits)
    st.write(
        f"These sessions would close {plan.closed} of {components.pluralise(plan.open_before, 'open demand')}; "
        f"{plan.remaining} would remain. One more session would close {plan.one_more} more."
    )
    table = session.memoised(tables.sessions, plan, state.taxonomy())
    components.table(table, "Sessions to hold, with who should attend each")
    with st.container(horizontal=True):
        components.download(table, state.stated("sessions.csv", view), "Download the sessions as CSV")
        components.download_file(
            "Sessions as a calendar (ICS)",
            state.stated("sessions.ics", view),
            ICS,
            lambda: spreadsheet.ics(session_calendar.events(plan, first=first), today=session.today()),
        )
    if plan.sessions:
        with st.expander("Who came"):
            _attendance(view, plan)
    with st.expander("Groups for peer review", key="cohort-peers", on_change="rerun") as fold:
        if fold.open:
            _peers(view)


def _limits(kept: SessionLimits) -> SessionLimits:
    """Draw the fields for the limits, and return their values."""
    with st.container(horizontal=True):
        count = st.number_input("Sessions", 1, 20, kept.count, key="session-count", width=130)
        hours = st.number_input("Hours each", 1, 40, kept.hours, key="session-hours", width=130)
        room = st.number_input("Students per room", 1, 500, kept.capacity, key="session-room", width=190)
        least = st.number_input("Minimum attendance", 1, 500, kept.least, key="session-least", width=160)
    soft = st.toggle(
        "Include soft skills",
        kept.soft,
        key="session-soft",
        help="No lab teaches them. In a clinic students write down examples of them.",
    )
    return SessionLimits(count, hours, room, min(least, room), soft)


def _attendance(view: CohortView, plan: SessionPlan) -> None:
    """Draw the form for the attendance of a session, so that next term shows its results."""
    offers = {one.offer.id: one for one in plan.sessions}
    with st.container(horizontal=True):
        chosen = offers[st.selectbox("Session", list(offers), format_func=lambda one: offers[one].offer.name)]
        day = st.date_input("Held on", session.today(), width=160)
    by_id = {one.student.id: one.student for one in view.standings}
    came = st.multiselect("Students who came", list(by_id), chosen.student_ids, key=f"came-{chosen.offer.id}")
    if st.button(f"Note that {components.pluralise(len(came), 'student')} came"):
        state.bench().attended([by_id[one] for one in came], chosen.offer, day.isoformat())
        st.toast("Noted as a contact of each student.")


def _peers(view: CohortView) -> None:
    """Draw the groups for peer review."""
    size = st.number_input("Students per group", 2, 5, 3, width=160)
    groups = session.memoised(peers.groups, view.standings, size)
    components.table(
        session.memoised(tables.peer_groups, groups, state.taxonomy()),
        "Groups in which students can learn from each other",
    )
