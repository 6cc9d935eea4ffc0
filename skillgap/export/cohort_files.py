"""The files of a cohort, made one after another. Without names, no file identifies a student."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from skillgap.export import spreadsheet
from skillgap.model.assessment import Assessment
from skillgap.model.cohort import FileLine
from skillgap.model.groups import CohortView
from skillgap.model.plan import LearningPlan
from skillgap.model.sessions import CourseNeed, SessionPlan
from skillgap.schedule import Milestone
from skillgap.tables import cohort as tables
from skillgap.tables import sessions as session_tables
from skillgap.taxonomy import Taxonomy

STEPS = 5
"""Plan steps of each student in the table of all students: about one term's work."""
DIGITS = 4
"""Decimals of numbers in the JSON file."""


@dataclass(frozen=True, slots=True)
class CohortExport:
    """Contents and settings of the files.

    Attributes:
        view: The students.
        lines: Outcome of every uploaded file.
        assess: Function that yields student id and assessment, one at a time.
        sessions: Function that computes the best sessions.
        dates: Function that dates the steps of a plan.
        names: Whether to include names, file paths and groups.
        all_steps: Whether to include every step of every plan.
        courses: Demands with the courses that teach them; ``None`` without a list of courses.
    """

    view: CohortView
    lines: Sequence[FileLine]
    assess: Callable[[], Iterable[tuple[str, Assessment]]]
    sessions: Callable[[], SessionPlan]
    dates: Callable[[LearningPlan], Iterable[Milestone]]
    names: bool = False
    all_steps: bool = False
    courses: Sequence[CourseNeed] | None = None


def files(wanted: CohortExport, taxonomy: Taxonomy) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield name and parts of each file, the fast ones first. The same cohort gives the same bytes."""
    sheets: dict[str, pd.DataFrame] = {}
    for name, sheet, make in _tables(wanted, taxonomy):
        sheets[sheet] = make()
        yield f"{name}.csv", (spreadsheet.csv(sheets[sheet]),)
    yield "cohort.xlsx", (spreadsheet.xlsx(sheets),)
    yield "cohort.json", _json(wanted, sheets)


def _tables(wanted: CohortExport, taxonomy: Taxonomy) -> Iterator[tuple[str, str, Callable[[], pd.DataFrame]]]:
    """File name, sheet title and builder of each table; builders run only when a file is requested."""
    view, names = wanted.view, wanted.names
    yield "not-read", "Not read", lambda: tables.files(wanted.lines, names=names, leave=tables.COUNTED)
    yield (
        "students",
        "Students",
        lambda: tables.students(view.students, view.standings, view.queue, taxonomy, names=names),
    )
    yield "gaps", "Gaps", lambda: tables.demands(view.demands, taxonomy)
    yield "heatmap", "Groups", lambda: tables.heatmap(view.demands, view.groups, taxonomy)
    yield "sessions", "Sessions", lambda: session_tables.sessions(wanted.sessions(), taxonomy)
    if (needs := wanted.courses) is not None:
        yield "courses", "Courses", lambda: session_tables.course_needs(needs, taxonomy)
    most = None if wanted.all_steps else STEPS
    yield (
        "recommendations",
        "Steps",
        lambda: tables.recommendations(wanted.assess(), taxonomy, wanted.dates, most=most),
    )


def _json(wanted: CohortExport, sheets: dict[str, pd.DataFrame]) -> Iterator[bytes]:
    """All tables as one JSON object, row by row; each table is an array of rows."""
    head = {
        "filters": wanted.view.filters,
        "least_students_of_a_group": wanted.view.threshold,
        "files": tables.outcome_counts(wanted.lines),
    }
    yield _dumped(head).removesuffix(b"\n}")
    for title, table in sheets.items():
        name = title.lower().replace(" ", "_")
        if table.empty:
            yield f',\n "{name}": []'.encode()
            continue
        yield f',\n "{name}": [\n  '.encode()
        for number, row in enumerate(table.itertuples(index=False, name=None)):
            # JSON writes a line break within a text as two letters, so every one here ends a line of the notation
            line = _dumped(dict(zip(table.columns, map(_cell, row), strict=True))).replace(b"\n", b"\n  ")
            yield b",\n  " + line if number else line
        yield b"\n ]"
    yield b"\n}\n"


def _dumped(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _cell(value: Any) -> Any:
    """A value of a table; an empty one becomes ``None``."""
    if pd.isna(value):
        return None
    return round(value, DIGITS) if isinstance(value, float) else value
