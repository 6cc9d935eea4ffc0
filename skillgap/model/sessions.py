"""Sessions for many students: what could be offered, the best few of them, groups of peers, and a school's courses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

SessionKind = Literal["show it", "learn it"]
"""A clinic in which students write down what they have done, or a lab in which they learn a topic."""


@dataclass(frozen=True, slots=True)
class SessionLimits:
    """What an advisor can offer.

    Attributes:
        count: Sessions that can be held, 1 or more; a session held twice counts twice.
        hours: Whole hours of one session.
        capacity: Students that a room holds.
        least: Students that must attend for a session to be held.
    """

    count: int
    hours: int
    capacity: int
    least: int = 1


USUAL_LIMITS = SessionLimits(count=3, hours=2, capacity=20, least=5)
"""What is assumed until an advisor says otherwise."""


@dataclass(frozen=True, slots=True)
class SessionOffer:
    """One session that could be held.

    Attributes:
        id: Kind and topic or family, unique among the offers.
        kind: "show it" or "learn it".
        name: As shown to people.
        closes: Student id -> keys of the demands that the session closes for this student, see ``cohort.demand_key``.
        weights: Student id -> weight of these demands together, as in the coverage.
        after: Student id -> ids of the offers that this student must attend before.
        task: What students do, or empty.
    """

    id: str
    kind: SessionKind
    name: str
    closes: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, int]
    after: Mapping[str, tuple[str, ...]]
    task: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session of a plan.

    Attributes:
        offer: What is offered.
        times: How often it is held.
        student_ids: Who should attend, in alphabetical order.
    """

    offer: SessionOffer
    times: int
    student_ids: tuple[str, ...]

    @property
    def closed(self) -> int:
        """Demands that it closes, over all who attend."""
        return sum(len(self.offer.closes[one]) for one in self.student_ids)

    @property
    def weight(self) -> int:
        """Weight of what it closes, over all who attend."""
        return sum(self.offer.weights[one] for one in self.student_ids)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The best sessions within the limits.

    Attributes:
        limits: The limits.
        sessions: What to hold, what closes most first.
        open_before: Demands open over all students.
        one_more: Demands that one session more would close beside these.
    """

    limits: SessionLimits
    sessions: tuple[PlannedSession, ...]
    open_before: int
    one_more: int = 0

    @property
    def closed(self) -> int:
        """Demands that the sessions close, over all students."""
        return sum(one.closed for one in self.sessions)

    @property
    def remaining(self) -> int:
        """Demands still open after the sessions."""
        return self.open_before - self.closed


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """Students who review each other.

    Attributes:
        student_ids: Who is in it, in alphabetical order.
        examples: Student id -> skills this student has open and another one of the group shows, in alphabetical order.
    """

    student_ids: tuple[str, ...]
    examples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Course:
    """A course and what it teaches.

    Attributes:
        name: As the school calls it.
        skill_ids: What it teaches, in alphabetical order.
    """

    name: str
    skill_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CourseNeed:
    """One demand beside the courses.

    Attributes:
        options: Ids of the skills that meet it.
        courses: Names of the courses that teach one of them; empty where none does.
        student_ids: Who has it open.
    """

    options: tuple[str, ...]
    courses: tuple[str, ...]
    student_ids: tuple[str, ...]
