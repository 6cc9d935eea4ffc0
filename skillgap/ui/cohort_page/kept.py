"""Cohorts in the database of this computer or of the office. Nothing is saved without a click."""

from collections.abc import Callable
from datetime import date, timedelta

import streamlit as st

from skillgap import store
from skillgap.cohort import snapshot
from skillgap.errors import SkillgapError
from skillgap.store import Entry
from skillgap.ui import access, components, session
from skillgap.ui.cohort_page import state

KIND = "cohort"
A_YEAR = timedelta(days=365)


def show(make: Callable[[], bytes]) -> None:
    """Draw the forms to save the cohort under a name, and to open or delete a saved one.

    Args:
        make: Function that encodes the cohort.
    """
    if not access.may_keep():
        return
    with st.expander("Keep it in a database", icon=":material/database:"):
        st.write(
            "This saves the same file under a name until a day that you choose. It is on this computer, or in the "
            "database of this installation's operator."
        )
        try:
            _choose(_kept())
            _keep(make)
        except SkillgapError as error:
            components.refusal(str(error))


def _kept() -> tuple[Entry, ...]:
    """Entries of saved cohorts; an absent database is not created for this."""
    if not store.is_there():
        return ()
    with store.open_store() as kept:
        kept.expire(session.today())
        return kept.entries(KIND)


def _choose(entries: tuple[Entry, ...]) -> None:
    if not entries:
        st.caption("No cohort is saved yet.")
        return
    names = {one.name: one for one in entries}
    name = st.selectbox("Saved cohorts", list(names), format_func=lambda key: _label(names[key]))
    with st.container(horizontal=True):
        if st.button("Open it"):
            with store.open_store() as kept:
                body, revision = kept.load(KIND, name)
            state.bench().seen[name] = revision
            state.bench().open(snapshot.load(body))
            st.rerun()
        with st.popover("Delete it"):
            st.write("It is deleted permanently.")
            if st.button("Delete", type="primary"):
                with store.open_store() as kept:
                    kept.delete(KIND, name)
                state.bench().seen.pop(name, None)
                st.rerun()


def _label(entry: Entry) -> str:
    end = f", until {entry.keep_until.isoformat()}" if entry.keep_until else ""
    return f"{entry.name}: saved {entry.saved_on.isoformat()}{end}"


def _keep(make: Callable[[], bytes]) -> None:
    with st.form("keep", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Name", max_chars=store.MAX_NAME, placeholder="Autumn term")
        until = st.date_input("Keep until", session.today() + A_YEAR, min_value=session.today(), width=180)
        pressed = st.form_submit_button("Keep this cohort")
    if pressed:
        _save(name.strip(), make(), until if isinstance(until, date) else None)
        st.rerun()


def _save(name: str, body: bytes, until: date | None) -> None:
    seen = state.bench().seen
    with store.open_store() as kept:
        entry = kept.save(KIND, name, body, seen=seen.get(name, 0), today=session.today(), keep_until=until)
    seen[name] = entry.revision
