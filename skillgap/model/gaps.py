"""Gaps between a role and a resume, and the coverage computed from them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from skillgap.model.role import RoleProfile, Tier

ALTERNATIVE_CREDIT = 0.5
"""Share of an alternative's level that counts. Our judgement: MySQL's ideas carry over to PostgreSQL, its details do
not."""
NAMED, SHOWN = 1, 2
"""Levels: a bare name; a project, job or lab that shows it."""
TIER_WEIGHT: dict[Tier, int] = {"core": 4, "next": 2, "later": 1, "soft": 1}
"""Factor of the importance by tier. Our judgement: core skills decide whether a student is invited to an interview."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One requirement of a role compared with the evidence of the resume.

    Attributes:
        skill_id: The required skill; of several options the one with the highest level, else the first.
        importance: Weight in the role, 1 (useful) to 5 (essential), unchanged from ``data/roles/``.
        required: Level the role asks for, 1 to 3.
        held: Level that counts, 0 to 3; multiples of 0.5, since an alternative gives partial credit.
        tier: "core", "next", "later" or "soft".
        reason: Why ``held`` has this value, in words.
        options: Ids of all skills that meet the requirement.
        credited_from: Id of the held skill that gave partial credit, or empty.
        topic_id: Id of the role's topic that it belongs to, or empty.
    """

    skill_id: str
    importance: int
    required: int
    held: float
    tier: Tier = "core"
    reason: str = ""
    options: tuple[str, ...] = ()
    credited_from: str = ""
    topic_id: str = ""

    @property
    def shortfall(self) -> float:
        """Levels still missing; 0 if the requirement is met."""
        return max(0.0, self.required - self.held)

    @property
    def priority(self) -> float:
        """Importance times shortfall, 0 to 15."""
        return self.importance * self.shortfall

    @property
    def met_share(self) -> float:
        """Share of the required level that is held, 0 to 1."""
        return min(self.held, self.required) / self.required

    @property
    def weight(self) -> int:
        """Importance times the factor of its tier, 1 to 20."""
        return self.importance * TIER_WEIGHT[self.tier]


@dataclass(frozen=True)  # without slots, as what follows from the gaps is worked out once: a cohort asks for it often
class GapReport:
    """A skill profile compared with a role.

    Attributes:
        role: The role.
        gaps: One for each requirement, met or open: topic by topic in the role's order, soft skills last.
    """

    role: RoleProfile
    gaps: tuple[Gap, ...]

    @cached_property
    def technical(self) -> tuple[Gap, ...]:
        """Gaps that count for the technical coverage."""
        return tuple(gap for gap in self.gaps if gap.tier != "soft")

    @property
    def soft(self) -> tuple[Gap, ...]:
        """Gaps that count for ways of working."""
        return tuple(gap for gap in self.gaps if gap.tier == "soft")

    @cached_property
    def coverage(self) -> float:
        """Technical coverage: weighted share of the technical requirements that is met, 0 to 1; 0 without any."""
        return _coverage(self.technical)

    @property
    def ways_of_working(self) -> float:
        """Weighted share of the soft skills that is met, 0 to 1; 0 if the role requires none."""
        return _coverage(self.soft)

    def points(self, gap: Gap) -> float:
        """Percentage points that a technical gap contributes. The sum over all gaps is the coverage in percent."""
        return 100 * gap.weight * gap.met_share / self._weight if gap.tier != "soft" else 0.0

    def open_points(self, gap: Gap) -> float:
        """Percentage points that closing a technical gap would add."""
        return _open_points(gap, self._weight) if gap.tier != "soft" else 0.0

    @property
    def open(self) -> tuple[Gap, ...]:
        """Gaps that are not met, in the order of ``gaps``."""
        return tuple(gap for gap in self.gaps if gap.shortfall > 0)

    @cached_property
    def pressing(self) -> tuple[Gap, ...]:
        """Open technical gaps, those that would add most to the coverage first."""
        technical = (gap for gap in self.open if gap.tier != "soft")
        weight = self._weight
        return tuple(sorted(technical, key=lambda gap: (-_open_points(gap, weight), gap.skill_id)))

    def of_topic(self, topic_id: str) -> tuple[Gap, ...]:
        """Gaps of one topic."""
        return tuple(gap for gap in self.gaps if gap.topic_id == topic_id)

    @property
    def _weight(self) -> int:
        return sum(gap.weight for gap in self.technical)


def _open_points(gap: Gap, weight: int) -> float:
    """Percentage points of a coverage that ``weight`` makes up."""
    return 100 * gap.weight * (1 - gap.met_share) / weight


def is_shown(gaps: Sequence[Gap]) -> bool:
    """Whether the gaps of a topic, the main one first, show it: the main skill, or two others that are half of it."""
    if not gaps[0].shortfall:
        return True
    # no "Active Directory", but accounts and group policy shown in a job: the topic is shown
    shown = [gap for gap in gaps[1:] if not gap.shortfall and gap.held >= SHOWN]
    return len(shown) > 1 and 2 * sum(gap.importance for gap in shown) >= sum(gap.importance for gap in gaps)


def _coverage(gaps: tuple[Gap, ...]) -> float:
    weight = sum(gap.weight for gap in gaps)
    return math.fsum(gap.weight * gap.met_share for gap in gaps) / weight if weight else 0.0
