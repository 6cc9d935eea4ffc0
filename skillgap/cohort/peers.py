"""Form groups for peer review: for a skill that one member lacks, another member should have an example.

The groups start in the order of the ids. Then two students are exchanged whenever that adds examples. This local search
finds good groups, not always the best ones. The same students always get the same groups.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from skillgap.errors import RequestError
from skillgap.model.cohort import Standing
from skillgap.model.gaps import SHOWN
from skillgap.model.sessions import PeerGroup

SMALLEST, LARGEST = 2, 5
MAX_PASSES = 5
"""Upper limit for the passes over all pairs; later passes add almost nothing."""
NEAR = 12
"""Number of following groups that a group exchanges with. Without a limit the time grows with the square of the groups;
among hundreds of students, near groups offer as many fitting members."""


@dataclass(frozen=True, slots=True)
class _Student:
    id: str
    family: str
    wanted: frozenset[str]
    shown: frozenset[str]


def groups(standings: Iterable[Standing], size: int = 3) -> tuple[PeerGroup, ...]:
    """Form groups of about ``size`` students, within one family of target roles if it has enough students.

    Args:
        standings: Standings against the students' own targets.
        size: Students per group, 2 to 5.

    Raises:
        RequestError: ``size`` is out of range.
    """
    if not SMALLEST <= size <= LARGEST:
        raise RequestError(f"A group has {SMALLEST} to {LARGEST} students, not {size}.")
    students = sorted((_student(one) for one in standings), key=lambda one: one.id)
    made: list[list[_Student]] = []
    alone: list[_Student] = []
    for family in sorted({one.family for one in students}):
        members = [one for one in students if one.family == family]
        if len(members) < SMALLEST:
            alone += members
        else:
            made += _improved(_cut(members, size))
    if len(alone) >= SMALLEST:
        made += _improved(_cut(alone, size))
    elif alone and made:
        min(made, key=len).extend(alone)
    return tuple(_group(one) for one in made)


def _student(one: Standing) -> _Student:
    wanted = {option for gap in one.report.open if gap.tier != "soft" for option in gap.options}
    skills = one.student.reading.profile.skills if one.student.reading else ()
    shown = {held.skill_id for held in skills if held.level >= SHOWN}
    return _Student(one.student.id, one.role.family, frozenset(wanted), frozenset(shown))


def _cut(students: Sequence[_Student], size: int) -> list[list[_Student]]:
    """Deal the students into as few groups as possible; their sizes differ by at most one."""
    count = max(1, -(-len(students) // size))
    if len(students) // count < SMALLEST:
        count = max(1, len(students) // SMALLEST)
    return [list(students[place::count]) for place in range(count)]


def _improved(parts: list[list[_Student]]) -> list[list[_Student]]:
    for _ in range(MAX_PASSES):
        changes = [
            _exchange(left, right) for place, left in enumerate(parts) for right in parts[place + 1 : place + 1 + NEAR]
        ]
        if not any(changes):
            break
    return parts


def _exchange(left: list[_Student], right: list[_Student]) -> bool:
    """Exchange students of two groups wherever that adds examples. Returns whether any were exchanged."""
    changed = False
    for first in range(len(left)):
        for second in range(len(right)):
            before = _worth(left) + _worth(right)
            left[first], right[second] = right[second], left[first]
            if _worth(left) + _worth(right) > before:
                changed = True
            else:
                left[first], right[second] = right[second], left[first]
    return changed


def _worth(group: Sequence[_Student]) -> int:
    return sum(len(_seen(one, group)) for one in group)


def _seen(student: _Student, group: Sequence[_Student]) -> frozenset[str]:
    shown = frozenset[str]().union(*(other.shown for other in group if other is not student))
    return student.wanted & shown


def _group(members: Sequence[_Student]) -> PeerGroup:
    ordered = sorted(members, key=lambda one: one.id)
    return PeerGroup(tuple(one.id for one in ordered), {one.id: tuple(sorted(_seen(one, ordered))) for one in ordered})
