"""Every noun that a role brings into play: gaps, plans, assessments and cohorts, frozen.

What one resume shows stands in ``model``; here it is held against what is asked for.
"""

import math
from dataclasses import dataclass, field

from skillgap.model.resume import ResumeReading
from skillgap.model.taxonomy import Resource, RoleProfile, Tier

ALTERNATIVE_CREDIT = 0.5
"""Share of an alternative's level that counts for a requirement: its ideas carry over, its details do not."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One requirement of a role beside what the resume shows for it.

    Attributes:
        skill_id: The skill asked for; where several would do, the one held best, else the first named.
        importance: Weight in the role, 1 (useful) to 5 (essential), unchanged from ``data/roles/``.
        required: Level the role asks for, 1 to 3.
        held: Level that counts, 0 to 3; a half where an alternative gives partial credit.
        tier: "apply" or "learn".
        reason: How ``held`` came about, in words.
        options: Every skill that meets the demand.
        credited_from: Id of the held skill that gave partial credit, or empty.
    """

    skill_id: str
    importance: int
    required: int
    held: float
    tier: Tier = "apply"
    reason: str = ""
    options: tuple[str, ...] = ()
    credited_from: str = ""

    @property
    def shortfall(self) -> float:
        """Levels still missing, 0 when the requirement is met."""
        return max(0.0, self.required - self.held)

    @property
    def priority(self) -> float:
        """Importance times shortfall: how much this gap matters, 0 to 15."""
        return self.importance * self.shortfall

    @property
    def share(self) -> float:
        """Part of the requirement that is met, 0 to 1."""
        return min(self.held, self.required) / self.required


@dataclass(frozen=True, slots=True)
class GapReport:
    """A skill profile held against a role.

    Attributes:
        role: The role.
        gaps: One a requirement, met or open, most pressing first.
    """

    role: RoleProfile
    gaps: tuple[Gap, ...]

    @property
    def weight(self) -> int:
        """Sum of the importances: what full coverage is made of."""
        return sum(gap.importance for gap in self.gaps)

    @property
    def coverage(self) -> float:
        """Importance-weighted share of what the role asks for that is met, 0 to 1; 0 for a role without demands."""
        return math.fsum(gap.importance * gap.share for gap in self.gaps) / self.weight if self.weight else 0.0

    def points(self, gap: Gap) -> float:
        """Percentage points that ``gap`` adds to the coverage; over all gaps they sum to the coverage."""
        return 100 * gap.importance * gap.share / self.weight

    def possible(self, gap: Gap) -> float:
        """Percentage points that closing ``gap`` would still add."""
        return 100 * gap.importance * (1 - gap.share) / self.weight

    @property
    def open(self) -> tuple[Gap, ...]:
        """The gaps that are not met, most pressing first."""
        return tuple(gap for gap in self.gaps if gap.shortfall > 0)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to learn.

    Attributes:
        skill_id: The skill.
        reason: Why it stands here, in words.
        level: Level to reach.
        hours: Whole hours of a median learner.
        points: Percentage points of coverage it adds once done; 0 for a prerequisite the role does not ask for.
        unlocks: Ids of later steps that need this one first.
        resources: What to learn from, the one the hours are taken from first.
        proof: A piece of work that shows the skill, or empty.
        meets: ``Gap.skill_id`` of the gaps it closes.
        options: Where several skills would meet the first of them, each with its hours and those of what it needs.
        unmatched: Whether no resource passes the user's filters, so that all are shown.
        done: Day it was done in ISO form, empty where the day is not known; ``None`` while it is to do.
    """

    skill_id: str
    reason: str
    level: int
    hours: int
    points: float
    unlocks: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    proof: str = ""
    meets: tuple[str, ...] = ()
    options: tuple[tuple[str, int], ...] = ()
    unmatched: bool = False
    done: str | None = None


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """Steps in an order that can be followed as it stands."""

    role: RoleProfile
    steps: tuple[Step, ...]

    @property
    def hours(self) -> int:
        """Hours of all steps together."""
        return sum(step.hours for step in self.steps)

    @property
    def to_do(self) -> tuple[Step, ...]:
        """The steps that are not done."""
        return tuple(step for step in self.steps if step.done is None)

    @property
    def hours_left(self) -> int:
        """Hours of the steps to do."""
        return sum(step.hours for step in self.to_do)

    @property
    def points(self) -> float:
        """Percentage points of coverage that all steps together add."""
        return math.fsum(step.points for step in self.steps)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of the second stride: a reading held against a role."""

    reading: ResumeReading
    report: GapReport
    plan: LearningPlan


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read, and the sentence that says why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class CohortReport:
    """Many readings against one role; one bad file never stops the rest.

    Attributes:
        role: The role.
        assessments: One a file that could be read, in the order given.
        refusals: One a file that could not.
    """

    role: RoleProfile
    assessments: tuple[Assessment, ...]
    refusals: tuple[Refusal, ...] = field(default=())
