"""Outcome of every file, and questions about files that only the advisor can answer."""

from collections.abc import Mapping, Sequence

import streamlit as st

from skillgap.model.cohort import Choice, Cohort, FileLine, Pair, Student
from skillgap.tables import cohort as tables
from skillgap.ui import components, session
from skillgap.ui.cohort_page import state

MOST = 20
"""Questions shown at once; further ones follow when these are answered."""
SAME: Mapping[str, str] = {
    "same text": "Nearly the same text",
    "same e-mail": "The same e-mail address",
    "same row": "Both belong to one row of the class list",
}
CHOICES: Mapping[str, Choice] = {"One person, keep the first": "first", "One person, keep the second": "second",
                                 "Two people": "two"}  # fmt: skip


def show(cohort: Cohort) -> None:
    """Draw counts, questions, and a table with one row for each file."""
    counts = tables.outcome_counts(cohort.lines)
    parts = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    st.write(components.escape_markdown(f"{len(cohort.lines)} files: {parts}."))
    st.caption("All files that were given, whatever the filters are set to.")
    named = st.toggle("Show names", key="file-names", help="Of files and students. Off, the page can be on a wall.")
    names = {
        line.digest: tables.file_name(number, line, names=named) for number, line in enumerate(cohort.lines, start=1)
    }
    _questions(cohort, names)
    _doubtful([line for line in cohort.lines if line.outcome == "not a resume?"], names)
    table = session.memoised(tables.files, cohort.lines, names=named)
    components.table(table, "Every uploaded file with its outcome")
    _missing([one for one in cohort.students if one.on_roster and one.reading is None and not one.unread], named=named)
    _decided(names)


def _missing(students: Sequence[Student], *, named: bool) -> None:
    """Who is on the class list and handed nothing in."""
    if students:
        st.header(f"{components.pluralise(len(students), 'student')} of the class list without a resume")
        st.text(", ".join(f"{one.id} {one.name}".strip() if named else one.id for one in students))


def _questions(cohort: Cohort, names: Mapping[str, str]) -> None:
    """Draw questions about pairs of files that may belong to one person."""
    if cohort.questions:
        st.header(f"{components.pluralise(len(cohort.questions), 'pair')} of files may belong to one person")
    for pair in cohort.questions[:MOST]:
        _question(pair, names)


def _question(pair: Pair, names: Mapping[str, str]) -> None:
    with st.container(border=True, key=f"card-pair-{pair.first[:12]}-{pair.second[:12]}"):
        st.text(f"{SAME[pair.kind]}: {names[pair.first]} and {names[pair.second]}")
        with st.container(horizontal=True):
            for label, choice in CHOICES.items():
                key = f"pair-{pair.first[:12]}-{pair.second[:12]}-{choice}"
                st.button(label, key=key, on_click=state.bench().join, args=(pair.first, pair.second, choice))


def _doubtful(lines: list[FileLine], names: Mapping[str, str]) -> None:
    """Draw questions about files that may not be resumes; they count in no figure until the advisor confirms them."""
    if lines:
        st.header(f"{components.pluralise(len(lines), 'file')} may not be a resume")
        st.caption("They count in no figure until you confirm that they are resumes.")
    for line in lines[:MOST]:
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.text(f"{names[line.digest]}: {line.sentence}")
        right.button(
            "It is a resume",
            key=f"resume-{line.digest}",
            on_click=state.bench().decide,
            args=("resumes", line.digest, True),
        )


def _decided(names: Mapping[str, str]) -> None:
    """Draw the decisions, each with a button to undo it."""
    bench = state.bench()
    if not (bench.decisions.pairs or bench.decisions.resumes):
        return
    with st.expander("Undo decisions about files"):
        for (first, second), choice in bench.decisions.pairs.items():
            label = next(name for name, value in CHOICES.items() if value == choice)
            words = components.escape_markdown(f"Undo: {names.get(first, '')} and {names.get(second, '')}: {label}")
            st.button(words, key=f"undo-{first[:12]}-{second[:12]}", on_click=bench.join, args=(first, second, None))
        for digest, yes in bench.decisions.resumes.items():
            words = components.escape_markdown(f"Undo: {names.get(digest, '')} is {'a' if yes else 'not a'} resume")
            st.button(words, key=f"undo-{digest}", on_click=bench.decide, args=("resumes", digest, None))
