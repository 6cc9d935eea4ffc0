"""Save a cohort as one file, and compare a later cohort with it.

The file contains ids, roles, groups and the state of each demand. It contains no text and no quote of a resume.
"""

import json
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from statistics import fmean
from typing import Any

from skillgap import bounded, saved_json
from skillgap.errors import DocumentError, WorkspaceError
from skillgap.model.cohort import CELLS, STATUSES, Cell, Standing, Status, demand_key
from skillgap.model.contacts import CONTACT_KINDS, Contact
from skillgap.model.groups import StudentChange
from skillgap.saved_json import FieldError

KIND, VERSION = "skillgap cohort", 1
MAX_BYTES = 20_000_000
YEARS = range(2000, 2101)
MILLION = 1_000_000
Z = 1.959964
"""Quantile of the standard normal distribution for a 95 % interval."""
DRAWS, SEED = 2000, 20261
"""Draws of the bootstrap, and a fixed seed, so that the same students give the same interval."""


@dataclass(frozen=True, slots=True)
class SavedStudent:
    """One student in a snapshot.

    Attributes:
        id: The student.
        group: Class, programme or year, or empty.
        role: Id of the role compared with.
        coverage: In millionths; an integer is saved exactly.
        digest: Hash of the current file.
        cells: Key of a demand -> its state.
        met: Keys of the met demands.
        status: Status in the advisor's work.
        contacts: Notes.
    """

    id: str
    group: str = ""
    role: str = ""
    coverage: int = 0
    digest: str = ""
    cells: Mapping[str, Cell] = field(default_factory=dict)
    met: tuple[str, ...] = ()
    status: Status = "new"
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A cohort on one day."""

    day: str
    students: tuple[SavedStudent, ...] = ()

    @property
    def by_id(self) -> dict[str, SavedStudent]:
        """Id -> student."""
        return {one.id: one for one in self.students}


def take(
    standings: Iterable[Standing],
    day: str,
    status: Mapping[str, Status],
    contacts: Mapping[str, Sequence[Contact]],
) -> Snapshot:
    """Take a snapshot.

    Args:
        standings: The students.
        day: ISO date.
        status: Student id -> status.
        contacts: Student id -> notes.
    """
    return Snapshot(
        day,
        tuple(
            SavedStudent(
                one.student.id,
                one.student.group,
                one.role.id,
                round(MILLION * one.report.coverage),
                one.student.digest,
                dict(one.cells),
                _met(one),
                status.get(one.student.id, "new"),
                tuple(contacts.get(one.student.id, ())),
            )
            for one in standings
        ),
    )


def _met(one: Standing) -> tuple[str, ...]:
    """Keys of the met demands."""
    return tuple(demand_key(gap) for gap in one.report.gaps if not gap.shortfall)


def without_private_notes(contacts: Iterable[Contact], *, keep: bool) -> tuple[Contact, ...]:
    """The contacts without the advisor's private notes, unless ``keep`` is set."""
    return tuple(one if keep else replace(one, mine="") for one in contacts)


def dump(snapshot: Snapshot) -> bytes:
    """Encode a snapshot as JSON in ASCII with sorted keys. The same cohort gives the same bytes."""
    content = {"kind": KIND, "version": VERSION, **asdict(snapshot)}
    return json.dumps(content, indent=1, sort_keys=True).encode("ascii") + b"\n"


def load(data: bytes) -> Snapshot:
    """Decode a snapshot.

    Raises:
        WorkspaceError: The file is too large, damaged, or not a snapshot.
    """
    if len(data) > MAX_BYTES:
        raise WorkspaceError("The file is too large to be a saved cohort. Choose the file that you downloaded here.")
    try:
        return _SNAPSHOT(bounded.read("skillgap.cohort.snapshot:checked", data, "The file"))
    except DocumentError as error:
        if error.kind == "too-complicated":
            raise WorkspaceError(
                "The file is too complicated to be a saved cohort. Choose the file that you downloaded here."
            ) from error
        raise WorkspaceError(str(error)) from error


def checked(data: bytes, name: str) -> dict[str, Any]:
    """The cohort in a file as JSON represents it; runs in a process with limits.

    Raises:
        WorkspaceError: As for ``load``.
    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WorkspaceError("The file is damaged: it is not valid JSON. Choose another copy.") from error
    if not isinstance(content, dict) or content.pop("kind", None) != KIND or content.pop("version", None) != VERSION:
        raise WorkspaceError("The file is not a saved cohort of skillgap. Choose the file that you downloaded here.")
    try:
        return asdict(_SNAPSHOT(content))
    except (FieldError, ValueError) as error:
        raise WorkspaceError(f"The file is damaged: {error} is not valid. Nothing was opened.") from error


def changes(before: Snapshot, standings: Iterable[Standing]) -> tuple[StudentChange, ...]:
    """Changes of the students who are in both and have the same role.

    With another role the coverages are not comparable.
    """
    old = before.by_id
    found = []
    for one in standings:
        saved = old.get(one.student.id)
        if saved is None or saved.role != one.role.id:
            continue
        met, was = set(_met(one)), set(saved.met)
        shown = [key for key, cell in one.cells.items() if cell == "shown" and saved.cells.get(key) == "named"]
        found.append(
            StudentChange(
                one.student.id,
                tuple(sorted(met - was)),
                tuple(sorted(was - met)),
                tuple(sorted(shown)),
                one.report.coverage - saved.coverage / MILLION,
            )
        )
    return tuple(found)


def unchanged(before: Snapshot, standings: Iterable[Standing]) -> dict[str, str]:
    """Id of each student whose file is unchanged -> ISO date of the snapshot."""
    old = before.by_id
    return {
        one.student.id: before.day
        for one in standings
        if one.student.digest and one.student.id in old and old[one.student.id].digest == one.student.digest
    }


def wilson(count: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share ``count / of``; (0, 1) for ``of`` = 0."""
    if not of:
        return 0.0, 1.0
    share, square = count / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    # Without rounding, a share of 0 would give a bound such as 2e-17 instead of 0.
    return max(0.0, round(middle - half, 12)), min(1.0, round(middle + half, 12))


def bootstrap(differences: Sequence[float]) -> tuple[float, float]:
    """95 % percentile bootstrap interval of the mean; (0, 0) without values. The result is reproducible."""
    if not differences:
        return 0.0, 0.0
    draw = random.Random(SEED)  # noqa: S311  (a draw of statistics, no secret)
    ordered = sorted(differences)
    means = sorted(fmean(draw.choices(ordered, k=len(ordered))) for _ in range(DRAWS))
    return means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS) - 1]


_CONTACT = saved_json.record(
    Contact, {"kind": saved_json.one_of(*CONTACT_KINDS), "day": saved_json.day(YEARS), "due": saved_json.day(YEARS)}
)
_SAVED = saved_json.record(
    SavedStudent,
    {"cells": saved_json.table(saved_json.one_of(*CELLS)), "status": saved_json.one_of(*STATUSES),
     "coverage": saved_json.number(range(MILLION + 1)), Contact: _CONTACT},
)  # fmt: skip
_SNAPSHOT = saved_json.record(Snapshot, {"day": saved_json.day(YEARS), SavedStudent: _SAVED})
