"""Cached data of the page: the cohort of this session, its standings, and the filtered view."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from skillgap.cohort import desk, people, reading, snapshot, standings
from skillgap.cohort.desk import Filters
from skillgap.cohort.files import Content
from skillgap.cohort.reading import Reader
from skillgap.cohort.workbench import Workbench
from skillgap.model.cohort import Cohort, Entry, Standing, Student
from skillgap.model.groups import CohortView
from skillgap.model.role import RoleProfile
from skillgap.taxonomy import Taxonomy
from skillgap.ui import knowledge, session


def bench() -> Workbench:
    """The cohort of this session."""
    return session.state().cohort


def read() -> Callable[[Content], Entry]:
    """Function that reads a content with this session's data; it runs in a background thread."""
    known, extractor = knowledge.loaded()
    return partial(reading.read, reader=Reader(extractor, known, session.today()))


def cohort() -> Cohort:
    """The cohort as far as it is read. While reading, students without a file are left out: theirs may still come."""
    found = bench()
    made = session.memoised(
        people.cohort, found.intake, found.decisions, knowledge.loaded_taxonomy(), today=session.today()
    )
    return session.memoised(_handed_in, made) if found.readings.busy else made


def _handed_in(everybody: Cohort) -> Cohort:
    """The cohort without students of the class list who have no file."""
    return replace(everybody, students=tuple(one for one in everybody.students if one.reading or one.unread))


def stand(role: RoleProfile | None) -> tuple[Standing, ...]:
    """Standings of all students with a resume, against their own targets or against one role."""
    return session.memoised(standings.standings, cohort().students, knowledge.loaded_taxonomy(), role)


def view(role: RoleProfile | None, filters: Filters, threshold: int) -> CohortView:
    """The filtered view of the cohort."""
    found, everybody = bench(), cohort().students
    standing = stand(role)
    status = tuple((one.id, found.status_of(one)) for one in everybody)
    return session.memoised(
        _view,
        everybody,
        standing,
        knowledge.loaded_taxonomy(),
        session.today(),
        found.before,
        status,
        filters,
        threshold,
    )


def _view(
    students: tuple[Student, ...],
    standing: tuple[Standing, ...],
    known: Taxonomy,
    today: date,
    before: snapshot.Snapshot | None,
    status: tuple[tuple[str, str], ...],
    filters: Filters,
    threshold: int,
) -> CohortView:
    return desk.view(
        students,
        standing,
        known,
        today=today,
        threshold=threshold,
        filters=filters,
        status=dict(status),
        unchanged=snapshot.unchanged(before, standing) if before else None,
    )


def taxonomy() -> Taxonomy:
    """The catalogue of this session."""
    return knowledge.loaded_taxonomy()


def stated(name: str, shown: CohortView) -> str:
    """The name of a file with what the filters are set to: "sessions.csv" is "sessions-group-Year-1.csv" then."""
    words = "-".join(re.findall(r"\w+", shown.filters))
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{words}.{ending}" if words else name
