"""Every noun that a role brings into play: gaps, plans, assessments and cohorts, frozen.

``resume`` has what one resume shows; here it is held against what a role asks for.
"""

import math
from dataclasses import dataclass, field

from skillgap.model.resume import ResumeReading
from skillgap.model.taxonomy import Module, Resource, RoleProfile, Tier

ALTERNATIVE_CREDIT = 0.5
"""Share of an alternative's level that counts for a requirement: its ideas carry over, its details do not."""
TIER_WEIGHT: dict[Tier, int] = {"core": 4, "next": 2, "later": 1, "soft": 1}
"""Factor of an importance: an interview asks for the core first, a resume without the rest still gets one."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One requirement of a role beside what the resume shows for it.

    Attributes:
        skill_id: The skill asked for; where several would do, the one held best, else the first named.
        importance: Weight in the role, 1 (useful) to 5 (essential), unchanged from ``data/roles/``.
        required: Level the role asks for, 1 to 3.
        held: Level that counts, 0 to 3; a half where an alternative gives partial credit.
        tier: "core", "next", "later" or "soft".
        reason: How ``held`` came about, in words.
        options: Every skill that meets the demand.
        credited_from: Id of the held skill that gave partial credit, or empty.
        topic_id: The topic of the role it belongs to, or empty.
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
        """Levels still missing, 0 when the requirement is met."""
        return max(0.0, self.required - self.held)

    @property
    def priority(self) -> float:
        """Importance times shortfall: how much this gap matters, 0 to 15."""
        return self.importance * self.shortfall

    @property
    def met_share(self) -> float:
        """Part of the requirement that is met, 0 to 1."""
        return min(self.held, self.required) / self.required

    @property
    def weight(self) -> int:
        """Importance times the factor of its tier."""
        return self.importance * TIER_WEIGHT[self.tier]


@dataclass(frozen=True, slots=True)
class GapReport:
    """A skill profile held against a role.

    Attributes:
        role: The role.
        gaps: One a requirement, met or open: topic by topic in the role's order, soft skills last.
    """

    role: RoleProfile
    gaps: tuple[Gap, ...]

    @property
    def technical(self) -> tuple[Gap, ...]:
        """The gaps that count for the technical coverage."""
        return tuple(gap for gap in self.gaps if gap.tier != "soft")

    @property
    def soft(self) -> tuple[Gap, ...]:
        """The gaps that count for ways of working."""
        return tuple(gap for gap in self.gaps if gap.tier == "soft")

    @property
    def coverage(self) -> float:
        """Technical coverage: weighted share of the technical demands that is met, 0 to 1; 0 without demands."""
        return _coverage(self.technical)

    @property
    def ways_of_working(self) -> float:
        """Weighted share of the soft skills that is met, 0 to 1; 0 where the role asks for none."""
        return _coverage(self.soft)

    def points(self, gap: Gap) -> float:
        """Percentage points that a technical gap adds to the coverage; over all gaps they sum to the coverage."""
        return 100 * gap.weight * gap.met_share / self._weight if gap.tier != "soft" else 0.0

    def open_points(self, gap: Gap) -> float:
        """Percentage points that closing a technical gap would still add."""
        return 100 * gap.weight * (1 - gap.met_share) / self._weight if gap.tier != "soft" else 0.0

    @property
    def open(self) -> tuple[Gap, ...]:
        """The gaps that are not met, in the order of ``gaps``."""
        return tuple(gap for gap in self.gaps if gap.shortfall > 0)

    def of_topic(self, topic_id: str) -> tuple[Gap, ...]:
        """The gaps of one topic."""
        return tuple(gap for gap in self.gaps if gap.topic_id == topic_id)

    @property
    def _weight(self) -> int:
        return sum(gap.weight for gap in self.technical)


def _coverage(gaps: tuple[Gap, ...]) -> float:
    weight = sum(gap.weight for gap in gaps)
    return math.fsum(gap.weight * gap.met_share for gap in gaps) / weight if weight else 0.0


@dataclass(frozen=True, slots=True)
class StudyPart:
    """A part of a resource that a step is learned from.

    Attributes:
        resource: The resource.
        modules: Its parts that teach the step's skills.
    """

    resource: Resource
    modules: tuple[Module, ...]

    @property
    def hours(self) -> int:
        """Hours of these parts."""
        return sum(module.hours for module in self.modules)


@dataclass(frozen=True, slots=True)
class Step:
    """One topic to learn and to show.

    Attributes:
        topic_id: Key of the topic in the role.
        name: As shown to people.
        tier: "core", "next" or "later"; "project" for the project of the spare hours.
        skill_ids: The skills that it teaches, the main one first.
        reason: Why it stands here, one sentence.
        study_hours: Hours of study for this student.
        proof_hours: Hours of the task.
        task: The piece of work that shows the topic.
        points: Percentage points of coverage it adds once done and shown.
        unlocks: Ids of later steps that need this one first.
        learn_from: What to learn from.
        meets: ``Gap.skill_id`` of the gaps that it closes.
        variants: Languages, clouds or vendors it can be learned in, by id.
        variant: The one chosen, or empty.
        left_hours: Hours of the topic that do not fit into the plan; above 0 for a topic that is only begun.
        unmatched: Whether no resource passes the student's filters, so that all were used.
        done: Day it was done in ISO form, empty where the day is not known; ``None`` while it is to do.
    """

    topic_id: str
    name: str
    tier: str
    skill_ids: tuple[str, ...]
    reason: str
    study_hours: int
    proof_hours: int
    task: str
    points: float
    unlocks: tuple[str, ...] = ()
    learn_from: tuple[StudyPart, ...] = ()
    meets: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    variant: str = ""
    left_hours: int = 0
    unmatched: bool = False
    done: str | None = None

    @property
    def hours(self) -> int:
        """Study and task together."""
        return self.study_hours + self.proof_hours


@dataclass(frozen=True, slots=True)
class UnplannedTopic:
    """An open topic that a plan leaves.

    Attributes:
        topic_id: Key of the topic.
        name: As shown to people.
        tier: "core", "next" or "later".
        hours: Hours of study and task for this student.
        reason: Why it is left, as a sentence.
        meets: ``Gap.skill_id`` of the gaps that it would close.
    """

    topic_id: str
    name: str
    tier: Tier
    hours: int
    reason: str
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """Topics in an order that can be followed as it stands.

    Attributes:
        role: The role.
        steps: What to learn, first things first.
        left: Open topics that are not planned, in the role's order.
        budget: Hours there are, or ``None`` where everything is planned.
        resume_hours: Hours at the start for writing what the resume shows without its words; 0 or 1.
        core_hours: Hours of all open core topics for this student.
        core_topics: Number of open core topics.
    """

    role: RoleProfile
    steps: tuple[Step, ...]
    left: tuple[UnplannedTopic, ...] = ()
    budget: int | None = None
    resume_hours: int = 0
    core_hours: int = 0
    core_topics: int = 0

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
class QuickWin:
    """A line of the resume that may show skills which it does not name.

    Attributes:
        skill_ids: The skills.
        start, end: Where the line stands in the document.
        write: What the student is asked to write, as a question.
    """

    skill_ids: tuple[str, ...]
    start: int
    end: int
    write: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story to have ready for an interview.

    Attributes:
        skill_id: The soft skill.
        question: What an interviewer may ask.
        start, end: The line of the resume that shows it; equal where none does.
    """

    skill_id: str
    question: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class CertificateAdvice:
    """What a certificate would take; never a step of a plan.

    Attributes:
        skill_id: The certification.
        held: Whether the resume says it is held.
        fee: What the exam costs, in words.
        hours: Least hours of preparation.
        covered: Part of the skills it tests that the resume or the plan shows, 0 to 1.
        advice: When it is worth it, one sentence.
    """

    skill_id: str
    held: bool
    fee: str
    hours: int
    covered: float
    advice: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of the second stride: a reading held against a role.

    Attributes:
        reading: What the resume shows.
        report: Its gaps for the role.
        plan: What to learn.
        quick_wins: What to write into the resume first.
        stories: What to have ready for an interview.
        certificates: What certificates of the role would take.
    """

    reading: ResumeReading
    report: GapReport
    plan: LearningPlan
    quick_wins: tuple[QuickWin, ...] = ()
    stories: tuple[Story, ...] = ()
    certificates: tuple[CertificateAdvice, ...] = ()


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
