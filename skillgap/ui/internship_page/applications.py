"""The tab Applications: status, due dates, and a checklist for each application."""

from dataclasses import replace
from datetime import date

import streamlit as st

from skillgap.internship import readiness
from skillgap.internship.readiness import Checklist, Item
from skillgap.model.internship import APPLICATION_STATUSES, Application
from skillgap.posting.closing_day import closing_day
from skillgap.ui import components, internship_page, knowledge, session, versions
from skillgap.ui.components import escape_markdown
from skillgap.ui.internship_page import notes

NO_POSTING = "No posting"
STANDINGS = {"missing": "Missing", "named": "Named, not shown", "shown": "Shown"}


def draw() -> None:
    """Draw postings without an application, a form for a new one, and the applications."""
    found = internship_page.record().applications
    _from_postings(found)
    with st.expander("Add an application", expanded=not found and not session.state().postings):
        notes.add(KIND)
    if found:
        active = sum(one.active for one in found)
        st.header(f"Your applications: {active} open, {len(found) - active} closed")
    notes.draw_cards(KIND)


def _from_postings(found: tuple[Application, ...]) -> None:
    """Draw one button for each posting of the session without an application."""
    answered = {one.posting for one in found}
    waiting = list(dict.fromkeys(one.title for one in session.state().postings if one.title not in answered))
    if waiting:
        st.write("You have postings without an application. Add one to see what to do before you send it.")
    with st.container(horizontal=True):
        for number, title in enumerate(waiting):
            st.button(f"Apply: {escape_markdown(title)}", key=f"apply-{number}", on_click=_add, args=(title,))


def _add(title: str) -> None:
    new = Application(title, posting=title, deadline=_until(title))
    internship_page.change(applications=(*internship_page.record().applications, new))


def _until(title: str) -> str:
    """ISO date of the last day to apply from the posting with this title, or empty."""
    posting = next((posting for posting in session.state().postings if posting.title == title), None)
    day = closing_day(posting.deadline) if posting else None
    return day.isoformat() if day else ""


def _ask(one: Application, key: str) -> Application:
    left, right = st.columns(2)
    what = left.text_input("Role and employer", one.what, max_chars=200, key=f"{key}-what")
    titles = list(dict.fromkeys(("", *(posting.title for posting in session.state().postings), one.posting)))
    posting = right.selectbox(
        "Job posting",
        titles,
        index=titles.index(one.posting),
        format_func=lambda title: title or NO_POSTING,
        key=f"{key}-posting",
    )
    places = st.columns(4)
    status = places[0].selectbox(
        "Status", APPLICATION_STATUSES, APPLICATION_STATUSES.index(one.status), key=f"{key}-status"
    )
    days = [
        place.date_input(label, _day(before), format="YYYY-MM-DD", key=f"{key}-{label}")
        for place, label, before in zip(
            places[1:],
            ("Apply until", "Applied on", "Interview on"),
            (one.deadline, one.applied, one.interview),
            strict=True,
        )
    ]
    deadline, applied, interview = (day.isoformat() if isinstance(day, date) else "" for day in days)
    if posting != one.posting and not deadline:
        deadline = _until(posting)
    note = st.text_area("Note", one.note, max_chars=1000, height=80, key=f"{key}-note")
    return Application(what.strip(), posting, status, deadline, applied, interview, one.ready, note.strip())


def _day(before: str) -> date | None:
    return date.fromisoformat(before) if before else None


def _lines(one: Application) -> list[str]:
    days = [
        f"{label} {day}"
        for label, day in (("apply until", one.deadline), ("applied on", one.applied), ("interview on", one.interview))
        if day
    ]
    late = one.status == "to apply" and one.deadline and one.deadline < session.today().isoformat()
    words = " \u00b7 ".join([one.status.capitalize(), *days, *(["late"] if late else [])])
    return [one.what, words, *([one.note] if one.note else [])]


def _finish(one: Application) -> tuple[str, Application] | None:
    """Label and application of the next status; an application without a date of sending gets today's."""
    if one.status == "to apply":
        today = session.today().isoformat()
        return "I have applied", replace(one, status="applied", applied=one.applied or today)
    if one.status == "applied":
        return "I have an interview", replace(one, status="interview")
    return None


def _checklist(one: Application, place: int) -> None:
    """Draw the checklist of an application; it is folded after sending."""
    if not one.active:
        return
    read = versions.reading()
    found = readiness.checklist(one, session.state().postings, read.profile if read else None)
    missing = sum(must.standing == "missing" for must in found.must_haves)
    label = f"Before you send it: {found.ready} of {len(found.items)} ready"
    label += f", {components.pluralise(missing, 'must-have')} missing" if missing else ""
    with st.expander(label, expanded=one.status == "to apply", key=f"applications-{place}-checklist"):
        if found.deadline:
            st.text(f"The posting says: \u201c{found.deadline}\u201d")
            if not one.deadline:
                st.caption("Which date is that? Set it with Change, and it appears here and in the calendar.")
        left, right = st.columns(2)
        with left:
            _ticks("Conditions", found.conditions, place)
            _ticks("To send", found.documents, place)
        with right:
            _must_haves(found)


def _ticks(title: str, items: tuple[Item, ...], place: int) -> None:
    if not items:
        return
    st.markdown(f"**{title}**")
    for item in items:
        st.checkbox(
            escape_markdown(item.label),
            item.ready,
            key=f"{item.key}-{place}",
            on_change=_tick,
            args=(place, item.key),
            wrap=True,
        )


def _tick(place: int, key: str) -> None:
    """Check or uncheck an item."""
    every = internship_page.record().applications
    one = every[place]
    ready = tuple(item for item in one.ready if item != key) if key in one.ready else (*one.ready, key)
    internship_page.change(applications=(*every[:place], replace(one, ready=ready), *every[place + 1 :]))


def _must_haves(found: Checklist) -> None:
    """Draw the required skills by their status in the resume."""
    known = knowledge.loaded_taxonomy()
    if not found.must_haves:
        return
    st.markdown("**Must-haves**")
    for standing, words in STANDINGS.items():
        names = [known.either(must.options) for must in found.must_haves if must.standing == standing]
        if names:
            st.text(f"{words}: {', '.join(names)}")
    st.caption(
        "Missing one? Apply anyway: most postings describe an ideal. Say in your letter how you are learning it."
    )


KIND = notes.NoteType(
    field="applications",
    one="application",
    blank=Application(""),
    ask=_ask,
    lacks=lambda one: "" if one.what else "The application is empty. Write the role and the employer.",
    lines=_lines,
    finish=_finish,
    order=lambda one: (not one.active, one.deadline or one.interview or "9999", one.what.casefold()),
    below=_checklist,
)
