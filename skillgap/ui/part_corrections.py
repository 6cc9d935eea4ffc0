"""Correct sections and entries that were read wrongly: move lines, split or join entries, undo."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from skillgap.model.resume import LayoutCorrection, ResumeReading
from skillgap.tables import resume as tables
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, session, versions

MAX_LABEL = 80
"""Characters of a line in the choice; longer labels do not fit."""
WRONG: Mapping[str, str] = {
    "section": "Lines are in the wrong section",
    "split": "Two jobs or projects were read as one",
    "join": "One job or project was read as two",
}
"""Kind of correction -> the fault in the student's words."""


class _Line(NamedTuple):
    """A line of the resume."""

    start: int
    end: int
    label: str


def draw(reading: ResumeReading, taxonomy: Taxonomy) -> None:
    """Draw the sections and entries, a form to correct them, and buttons to undo corrections."""
    st.write("Levels and months depend on the section and the entry of a line.")
    components.table(session.memoised(tables.parts, reading), "Sections and entries with their dates and skills")
    given = versions.layout()
    wrong = st.radio("What is wrong?", list(WRONG), format_func=WRONG.__getitem__, key="wrong-part")
    lines = session.memoised(_lines, reading.document.text)
    found = _moved(lines, taxonomy) if wrong == "section" else _begun(lines, reading, joined=wrong == "join")
    words = "Read it this way"
    if st.button(words, icon=":material/check:", disabled=found is None) and found is not None:
        versions.correct_layout((*given, found))
        st.rerun()
    for number, one in enumerate(given):
        others = given[:number] + given[number + 1 :]
        label = components.escape_markdown(f"Undo: {_description(one, lines)}")
        st.button(label, key=f"undo-part-{number}", on_click=versions.correct_layout, args=(others,))


def _lines(text: str) -> list[_Line]:
    found, place = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            found.append(_Line(place, place + max(1, len(line)), f"{number}: {' '.join(line.split())[:MAX_LABEL]}"))
        place += len(line) + 1
    return found


def _moved(lines: Sequence[_Line], taxonomy: Taxonomy) -> LayoutCorrection | None:
    """Draw the choice of lines and their right section."""
    first = _choose("First line", lines)
    last = _choose("Last line", [line for line in lines if first is None or line.start >= first.start])
    section = st.selectbox("They belong to", sorted(taxonomy.headings), index=None, format_func=str.capitalize)
    if first is None or last is None or section is None:
        return None
    return LayoutCorrection("section", first.start, last.end, section)


def _begun(lines: Sequence[_Line], reading: ResumeReading, *, joined: bool) -> LayoutCorrection | None:
    """Draw the choice of a line that begins an entry, or that begins none."""
    starts = {entry.start for entry in reading.outline.entries}
    sections = {section.start for section in reading.outline.sections}
    begins = {line for line in lines if any(line.start <= start < line.end for start in starts)}
    opens = {line for line in lines if any(line.start <= start < line.end for start in sections)}
    if joined:
        line = _choose("This line continues the entry before it", [one for one in lines if one in begins - opens])
    else:
        line = _choose("The second one begins with", [one for one in lines if one not in begins])
    return line and LayoutCorrection("join" if joined else "split", line.start, line.end)


def _choose(label: str, lines: Sequence[_Line]) -> _Line | None:
    return st.selectbox(label, lines, index=None, format_func=lambda line: line.label, placeholder="Choose a line")


def _description(change: LayoutCorrection, lines: Sequence[_Line]) -> str:
    """A correction as text."""
    moved = [line.label for line in lines if change.start <= line.start < change.end]
    first, last = (moved[0], moved[-1]) if moved else ("", "")
    if change.kind == "section":
        return (
            f"{first} belongs to {change.section}" if first == last else f"{first} to {last} belong to {change.section}"
        )
    return f"an entry begins with {first}" if change.kind == "split" else f"no entry begins with {first}"
