"""One student: reasons, sheet, corrections and notes. Corrections count in every figure of the cohort."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from skillgap.cohort import sheet as sheets
from skillgap.cohort.sheet import SheetItem
from skillgap.export import session_sheet
from skillgap.model.cohort import Standing, Student
from skillgap.model.groups import CohortView
from skillgap.ui import components, session
from skillgap.ui.cohort_page import notes, state

HTML = "text/html"
SECTION, OPEN = "part", "student"
"""Names in the address of the visible part of the page, and of the open student."""
MY_PART = "One student"
FOUND = "found"
"""Key of the search by name."""


def open_student(student_id: str) -> None:
    """Show the part "One student" with this student."""
    session.set_widget(OPEN, student_id)
    session.set_widget(SECTION, MY_PART)


def show(view: CohortView) -> None:
    """Draw the open student; the choice lists the queue first, then everybody else by id."""
    if not view.students:
        st.info("Nobody fits the filters.")
        return
    named = st.toggle("Show names", key="named", help="Without names you can project this page.")
    if named:
        _finder(view.students)
    student = _chooser(view.by_urgency)
    standing = next((one for one in view.standings if one.student.id == student.id), None)
    if named:
        st.text(", ".join(filter(None, (student.name, student.label, student.group))))
    for item in view.queue:
        if item.student.id == student.id:
            st.text("\n".join(f"{reason.kind.capitalize()}: {reason.proof}" for reason in item.reasons))
    if standing is None:
        st.info("This student has no readable resume.")
    else:
        _resume(student, standing, named=named)
    notes.log(student)


def _finder(students: Iterable[Student]) -> None:
    """Draw the search by name. The name never appears in the address of the page."""
    labels = {one.id: f"{one.name or one.label} ({one.id})" for one in students}
    st.selectbox(
        "Find by name", sorted(labels, key=labels.__getitem__), index=None, key=FOUND, on_change=_open_found, width=300,
        format_func=lambda one: labels.get(one, one), placeholder="Type a name",
    )  # fmt: skip


def _open_found() -> None:
    if found := session.take_from_widget(FOUND):
        open_student(found)


def _chooser(students: Sequence[Student]) -> Student:
    """Draw the choice of the student with buttons for the next (J) and the previous one (K)."""
    order = [one.id for one in students]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Student", order, key=OPEN, bind="query-params", width=220)
        place = order.index(chosen) if chosen in order else 0
        before, after = order[place - 1], order[(place + 1) % len(order)]
        st.button("Previous", on_click=open_student, args=(before,), shortcut="k", disabled=place == 0)
        st.button("Next", on_click=open_student, args=(after,), shortcut="j", disabled=place == len(order) - 1)
        st.caption(f"{place + 1} of {len(order)}")
    return students[place]


def _resume(student: Student, standing: Standing, *, named: bool) -> None:
    """Draw the sheet, and forms to answer and correct."""
    bench, known = state.bench(), state.taxonomy()
    made = session.memoised(
        sheets.sheet, standing, bench.contacts_of(student), known, today=session.today(), named=named
    )
    if made is None or student.reading is None:
        return
    st.write(components.escape_markdown(f"{made.role}: {made.standing}"))
    left, right = st.columns(2)
    with left:
        _items("Strongest skills, each with its line", made.strengths)
        _items("Gaps to discuss", made.gaps)
    with right:
        _items("Named, not shown: does this line show it?", made.questions)
        _items("What to improve in the resume", made.points)
    asked = {mention.skill_id: mention for mention in reversed(student.reading.mentions)
             if mention.assertion == "uncertain"}  # fmt: skip
    with st.expander(f"Answer and correct ({len(asked)} uncertain words)"):
        for mention in asked.values():
            components.question(
                mention, student.reading, known, partial(bench.answer, student.digest),
                bench.decisions.answers.get(student.digest, {}),
            )  # fmt: skip
        components.corrections(
            known, bench.decisions.corrections.get(student.digest, {}), partial(bench.correct, student.digest)
        )
        _target(student)
    components.download_file(
        "Session sheet to print", f"{student.id}.html", HTML, partial(session_sheet.render_html, made)
    )


def _items(title: str, items: tuple[SheetItem, ...]) -> None:
    st.header(title)
    if not items:
        st.caption("None.")
    for one in items:
        st.markdown(f"**{components.escape_markdown(one.title)}**")
        if one.line:
            st.text(f"\u201c{one.line}\u201d")
        if one.words:
            st.text(one.words)


def _target(student: Student) -> None:
    """Draw the choice of the student's target role."""
    bench, roles = state.bench(), state.taxonomy().roles
    ids = list(roles)
    chosen = st.selectbox(
        "Target of this student",
        ids,
        index=ids.index(student.target) if student.target in ids else None,
        format_func=lambda role_id: roles[role_id].name,
        placeholder="No target",
        key=f"target-{student.digest[:12]}",
    )
    if chosen and chosen != student.target:
        bench.decide("targets", student.digest, chosen)
        st.rerun()
