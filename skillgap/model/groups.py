"""How many students of each group meet a demand, and how much of that may be told."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from skillgap.model.cohort import QueueItem, Standing, Student

HIGH, LOW = 0.95, 0.05
"""Shares above and below which nearly everybody or nobody is meant: told as such and no closer."""
Shown = Literal["share", "high", "low", "withheld"]


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of a group meet a demand, and how much of that is told.

    Attributes:
        met, asked: Students who meet it, and who are asked for it.
        shown: "share", "high" or "low" (nearly all, nearly none), or "withheld".
    """

    met: int
    asked: int
    shown: Shown = "share"

    @property
    def share(self) -> float:
        """Part of the students who meet it, 0 to 1."""
        return self.met / self.asked if self.asked else 0.0

    @property
    def range(self) -> tuple[int, int]:
        """Least and most students who may meet it, as far as the cell itself tells."""
        if self.shown == "share":
            return self.met, self.met
        if self.shown == "high":
            return math.floor(HIGH * self.asked) + 1, self.asked
        return 0, math.ceil(LOW * self.asked) - 1 if self.shown == "low" else self.asked


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand over all groups.

    Attributes:
        key: Key of the demand, see ``demand_key``.
        options: Skills that meet it, those of all roles that ask for it.
        weight: Sum of its weights over everybody who is asked for it.
        groups: Group -> how many meet it, in the order of ``group_names``.
        total: The same for everybody.
        named, learning, none: Students who only name it, learn it, or say nothing of it; of these who do not meet it.
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
    """What an advisor looks at: the students that the filters leave, against their roles.

    Attributes:
        students: Sorted by id, also those without a resume.
        standings: Those with a resume, in the same order.
        queue: Those with a reason to be seen, the most urgent first.
        demands: One row a demand, the heaviest first.
        groups: Names of the groups, as columns of the demands.
        threshold: Least students of a group that is told.
        filters: What the filters were set to, in words, or empty.
    """

    students: tuple[Student, ...]
    standings: tuple[Standing, ...]
    queue: tuple[QueueItem, ...]
    demands: tuple[DemandRow, ...]
    groups: tuple[str, ...]
    threshold: int
    filters: str = ""


@dataclass(frozen=True, slots=True)
class GroupChange:
    """How the coverage of a group changed.

    Attributes:
        group: Its name.
        students: Students who are in both terms.
        mean: Mean change of the coverage, -1 to 1.
        low, high: The interval of 95 in 100 draws.
    """

    group: str
    students: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class NowShown:
    """One demand that was named by many.

    Attributes:
        key: The demand.
        named: Students who named it without showing it then.
        shown: How many of them show it now.
        low, high: The interval of the share, after Wilson.
    """

    key: str
    named: int
    shown: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class StudentChange:
    """What changed for one student between two days.

    Attributes:
        student_id: Who.
        gained, lost: Keys of demands that are met now and were not, and the other way round.
        now_shown: Keys of demands that were named and are shown now.
        coverage: Change of the coverage, -1 to 1.
    """

    student_id: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    now_shown: tuple[str, ...]
    coverage: float
