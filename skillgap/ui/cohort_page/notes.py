"""The log of contacts with a student: topics, agreements, shared notes and private notes."""

from datetime import date

import streamlit as st

from skillgap.model.cohort import STATUSES, Student
from skillgap.model.contacts import CONTACT_KINDS, Contact
from skillgap.ui import session
from skillgap.ui.cohort_page import state

TOPICS = ("resume", "target role", "gaps", "interview", "application", "motivation")
MOST = 2000
"""Upper limit for the characters of one note."""


def log(student: Student) -> None:
    """Draw the status, the form for one contact, and the earlier contacts."""
    bench = state.bench()
    st.header("Contacts")
    status = st.segmented_control(
        "Status", STATUSES, default=bench.status_of(student), key=f"status-{student.id}", required=True
    )
    if status and status != bench.status_of(student):
        bench.status[student.id] = status
        st.rerun()
    with st.form(f"contact-{student.id}", clear_on_submit=True):
        with st.container(horizontal=True):
            day = st.date_input("Date", session.today(), width=160)
            kind = st.selectbox("Kind", CONTACT_KINDS, width=180)
            topics = st.multiselect("Topics", TOPICS, accept_new_options=True, placeholder="Choose or type")
        shared = st.text_area("Shared with the student: printed on the sheet", max_chars=MOST, height=80)
        mine = st.text_area("Private: in no export", max_chars=MOST, height=80)
        with st.container(horizontal=True):
            step = st.text_input("Agreed step", max_chars=200)
            due = st.date_input("Due", None, width=160)
        if st.form_submit_button("Add this contact"):
            bench.note(student, Contact(_iso(day), kind, tuple(topics), shared, mine, step, _iso(due)))
            st.rerun()
    for number, one in enumerate(reversed(bench.contacts_of(student))):
        _shown(one, number)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _shown(one: Contact, number: int) -> None:
    with st.container(border=True, key=f"card-contact-{number}"):
        words = f"{one.day}, {one.kind}" + (f": {', '.join(one.topics)}" if one.topics else "")
        st.text(words)
        if one.step:
            st.text(f"Agreed: {one.step}" + (f", due {one.due}" if one.due else ""))
        if one.shared:
            st.text(f"Shared: {one.shared}")
        if one.mine:
            st.text(f"Private: {one.mine}")
