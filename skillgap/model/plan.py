"""Learning plans: steps, what they are learned from, and what is left."""

import math
from dataclasses import dataclass

from skillgap.model.learning import Module, Resource
from skillgap.model.role import RoleProfile, Tier


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

    def teaches(self, skill_id: str) -> bool:
        """Whether one of these parts teaches a skill."""
        return any(skill_id in module.skill_ids for module in self.modules)


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
        skill_ids: The skills that it would teach, the main one first.
    """

    topic_id: str
    name: str
    tier: Tier
    hours: int
    reason: str
    skill_ids: tuple[str, ...]


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
