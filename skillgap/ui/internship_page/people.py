"""The tab People: contacts, agreements and follow-ups."""

from dataclasses import replace
from datetime import date

import streamlit as st

from skillgap.model.internship import Contact
from skillgap.ui import internship_page, session
from skillgap.ui.internship_page import notes


def draw() -> None:
    """Draw a form for a new contact, and the contacts, the next follow-up first."""
    st.write("Note who you met, what you agreed, and when to get in touch again. Write only what the person may read.")
    found = internship_page.record().contacts
    with st.expander("Add a person", expanded=not found):
        notes.add(KIND)
    if found:
        waiting = sum(bool(one.follow_up) and not one.done for one in found)
        st.header(f"Your people: {len(found)}, {waiting} to get in touch with")
    notes.draw_cards(KIND)


def _ask(contact: Contact, key: str) -> Contact:
    left, right = st.columns(2)
    name = left.text_input("Who?", contact.name, max_chars=100, key=f"{key}-name")
    where = right.text_input("Their role, or where you met", contact.where, max_chars=200, key=f"{key}-where")
    agreed = st.text_area(
        "What did you talk about or agree?", contact.agreed, max_chars=1000, height=80, key=f"{key}-agreed"
    )
    before = date.fromisoformat(contact.follow_up) if contact.follow_up else None
    day = st.date_input("Get in touch again on", before, format="YYYY-MM-DD", key=f"{key}-day")
    done = st.checkbox("Done", contact.done, key=f"{key}-done") if contact.name else False
    return Contact(name.strip(), where.strip(), agreed.strip(), day.isoformat() if day else "", done)


def _lines(contact: Contact) -> list[str]:
    return [contact.name, *filter(None, (contact.where, contact.agreed, _when(contact)))]


def _when(contact: Contact) -> str:
    if not contact.follow_up:
        return ""
    late = not contact.done and contact.follow_up < session.today().isoformat()
    state_now = "done" if contact.done else "late" if late else "to do"
    return f"Get in touch on {contact.follow_up} \u00b7 {state_now}"


def _finish(contact: Contact) -> tuple[str, Contact] | None:
    return None if contact.done or not contact.follow_up else ("Mark as done", replace(contact, done=True))


KIND = notes.NoteType(
    field="contacts",
    one="person",
    blank=Contact(""),
    ask=_ask,
    lacks=lambda one: "" if one.name else "The name is missing. Write who it is, or a role such as recruiter.",
    lines=_lines,
    finish=_finish,
    order=lambda one: (one.done or not one.follow_up, one.follow_up, one.name.casefold()),
)
