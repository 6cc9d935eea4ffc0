"""Data classes of learning plans: steps with their resources, and topics left out."""

import math
from dataclasses import dataclass

from skillgap.model.learning import Module, Resource
from skillgap.model.role import RoleProfile, Tier


@dataclass(frozen=True, slots=True)
class StudyPart:
    """The modules of a resource that a step uses.

    Attributes:
        resource: The resource.
        modules: Its modules that teach the step's skills.
    """

    resource: Resource
    modules: tuple[Module, ...]

    @property
    def hours(self) -> int:
        """Hours of these modules."""
        return sum(module.hours for module in self.modules)

    def teaches(self, skill_id: str) -> bool:
        """Whether one of these modules teaches a skill."""
        return any(skill_id in module.skill_ids for module in self.modules)


@dataclass(frozen=True, slots=True)
class Step:
    """One topic of a plan: study it, then show it in a task.

    Attributes:
        topic_id: Id of the topic in the role.
        name: Display name.
        tier: "core", "next" or "later"; "project" for the project that fills spare hours.
        skill_ids: Ids of the skills it teaches, the main one first.
        reason: Why it is at this position, one sentence.
        study_hours: Hours of study for this student.
        proof_hours: Hours of the task.
        task: The task that shows the topic.
        points: Percentage points of coverage that it adds.
        unlocks: Ids of later steps that depend on this one.
        learn_from: Resources to study.
        meets: ``Gap.skill_id`` of the gaps that it closes.
        variants: Ids of the languages, clouds or vendors it can be learned in.
        variant: The chosen one, or empty.
        left_hours: Hours of the topic beyond the plan's budget; above 0 only for a topic that is begun.
        unmatched: Whether no resource passed the student's filters, so that the filters were ignored.
        done: ISO date on which it was done; empty if the date is unknown; ``None`` if it is still to do.
        also: Ids of topics that the student lists already and that its task shows too.
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
    also: tuple[str, ...] = ()

    @property
    def hours(self) -> int:
        """Hours of study and task together."""
        return self.study_hours + self.proof_hours


@dataclass(frozen=True, slots=True)
class UnplannedTopic:
    """An open topic that is not in the plan.

    Attributes:
        topic_id: Id of the topic.
        name: Display name.
        tier: "core", "next" or "later".
        hours: Hours of study and task for this student.
        reason: Why it is left out, one sentence.
        skill_ids: Ids of the skills it would teach, the main one first.
    """

    topic_id: str
    name: str
    tier: Tier
    hours: int
    reason: str
    skill_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """Topics in an order in which each step's prerequisites come before it.

    Attributes:
        role: The role.
        steps: Topics to learn, in order.
        left: Open topics that are not planned, in the role's order.
        budget: Available hours; ``None`` if there is no limit.
        resume_hours: Hours at the start for rewriting the resume (the quick wins); 0 or 1.
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
        """Steps that are not done."""
        return tuple(step for step in self.steps if step.done is None)

    @property
    def hours_left(self) -> int:
        """Hours of the steps that are not done."""
        return sum(step.hours for step in self.to_do)

    @property
    def points(self) -> float:
        """Percentage points of coverage that all steps add together."""
        return math.fsum(step.points for step in self.steps)
