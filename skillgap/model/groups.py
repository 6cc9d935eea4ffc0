"""Counts by group of students, and how precisely each may be published without identifying anybody."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from skillgap.model.cohort import QueueItem, Standing, Student

HIGH, LOW = 0.95, 0.05
"""Shares above ``HIGH`` or below ``LOW`` are published only as "over 95 %" and "under 5 %".

An exact 100 % would say of every known member of the group that they meet the demand.
"""
Shown = Literal["share", "high", "low", "withheld"]


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Number of students of a group who meet a demand, and how precisely it is published.

    Attributes:
        met, asked: Students who meet it, and students whose role has it.
        shown: "share" (exact), "high" or "low" (nearly all, nearly none), or "withheld".
    """

    met: int
    asked: int
    shown: Shown = "share"

    @property
    def share(self) -> float:
        """Share of the students who meet it, 0 to 1."""
        return self.met / self.asked if self.asked else 0.0

    @property
    def range(self) -> tuple[int, int]:
        """Least and greatest number of students that is consistent with the published cell."""
        if self.shown == "share":
            return self.met, self.met
        if self.shown == "high":
            return math.floor(HIGH * self.asked) + 1, self.asked
        return 0, math.ceil(LOW * self.asked) - 1 if self.shown == "low" else self.asked


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand with its counts for all groups.

    Attributes:
        key: Key of the demand, see ``demand_key``.
        options: Ids of the skills that meet it in any of the roles.
        weight: Sum of its weights over all students whose role has it.
        groups: Group -> count, in the order of ``group_names``.
        total: Count over all students.
        named, learning, none: Of the students who do not meet it: those who only name it, learn it, or neither.
    """

    key: str
    options: tuple[str, ...]
    weight: int
    groups: Mapping[str, GroupCount]
    total: GroupCount
    named: int
    learning: int
    none: int


@dataclass(frozen=True, slots=True)
class CohortView:
    """The students that pass the filters, compared with their roles.

    Attributes:
        students: Sorted by id, including those without a resume.
        standings: Standings of the students with a resume, in the same order.
        queue: Students with a reason to be met, most urgent first.
        demands: One row for each demand, the greatest weight first.
        groups: Names of the groups, as columns of the demands.
        threshold: Least number of students for which a group's figure is published.
        filters: Settings of the filters in words, or empty.
    """

    students: tuple[Student, ...]
    standings: tuple[Standing, ...]
    queue: tuple[QueueItem, ...]
    demands: tuple[DemandRow, ...]
    groups: tuple[str, ...]
    threshold: int
    filters: str = ""

    @property
    def by_urgency(self) -> tuple[Student, ...]:
        """The students of the queue in its order, then everybody else by id."""
        waiting = [item.student for item in self.queue]
        ids = {one.id for one in waiting}
        return (*waiting, *(one for one in self.students if one.id not in ids))


@dataclass(frozen=True, slots=True)
class GroupChange:
    """Change of a group's coverage between two terms.

    Attributes:
        group: Its name.
        students: Number of students who are in both terms.
        mean: Mean change of the coverage, -1 to 1.
        low, high: Bounds of the 95 % bootstrap interval of the mean.
    """

    group: str
    students: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class NowShown:
    """One demand that students named before and may show now.

    Attributes:
        key: The demand, see ``demand_key``.
        named: Students who only named it in the earlier term.
        shown: How many of them show it now.
        low, high: Bounds of the 95 % Wilson interval of the share ``shown / named``.
    """

    key: str
    named: int
    shown: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class AfterSession:
    """One demand of a session that was held: who shows it now, of those who did not show it before.

    Attributes:
        session: Name of the session.
        key: The demand, see ``demand_key``.
        came: Students who came; ``met`` are those who show it now.
        others: The same for students who did not come.
        low, high: Bounds of the 95 % Wilson interval of the share of those who came.
    """

    session: str
    key: str
    came: GroupCount
    others: GroupCount
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class StudentChange:
    """Change of one student between two terms.

    Attributes:
        student_id: The student.
        gained, lost: Keys of demands met only now, and of demands met only before.
        now_shown: Keys of demands that were only named before and are shown now.
        coverage: Change of the coverage, -1 to 1.
    """

    student_id: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    now_shown: tuple[str, ...]
    coverage: float
