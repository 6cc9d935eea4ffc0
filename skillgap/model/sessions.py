"""Data classes of group work: possible sessions, the chosen ones, peer groups, and a school's courses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from skillgap.model.groups import GroupCount

SessionKind = Literal["show it", "learn it"]
"""A writing clinic for skills that students have but do not show, or a lab that teaches a topic."""


@dataclass(frozen=True, slots=True)
class SessionLimits:
    """Limits of what an advisor can offer.

    Attributes:
        count: Number of sessions, 1 or more; a session held twice counts twice.
        hours: Whole hours of one session.
        capacity: Most students in one session.
        least: Fewest students for whom a session is held.
        soft: Whether a clinic for soft skills is offered too, and soft demands count.
    """

    count: int
    hours: int
    capacity: int
    least: int = 1
    soft: bool = False


USUAL_LIMITS = SessionLimits(count=3, hours=2, capacity=20, least=5)
"""Default limits; the advisor can change them on the page."""


@dataclass(frozen=True, slots=True)
class SessionOffer:
    """A possible session.

    Attributes:
        id: Kind and topic or family, unique among the offers.
        kind: "show it" or "learn it".
        name: Display name.
        closes: Student id -> keys of the demands that the session closes, see ``cohort.demand_key``.
        weights: Student id -> sum of the weights of these demands, as in the coverage.
        after: Student id -> ids of the offers that the student must attend first.
        task: The students' task, or empty.
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
    """One session of a session plan.

    Attributes:
        offer: The session.
        times: How often it is held.
        student_ids: Ids of the students who should attend, in alphabetical order.
    """

    offer: SessionOffer
    times: int
    student_ids: tuple[str, ...]

    @property
    def closed(self) -> int:
        """Number of demands that it closes, summed over its students."""
        return sum(len(self.offer.closes[one]) for one in self.student_ids)

    @property
    def weight(self) -> int:
        """Weight of the demands that it closes, summed over its students."""
        return sum(self.offer.weights[one] for one in self.student_ids)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """The best sessions within the limits.

    Attributes:
        limits: The limits.
        sessions: Sessions to hold, the one that closes most first.
        open_before: Number of open demands, summed over all students.
        one_more: Number of further demands that one additional session would close.
    """

    limits: SessionLimits
    sessions: tuple[PlannedSession, ...]
    open_before: int
    one_more: int = 0

    @property
    def closed(self) -> int:
        """Number of demands that the sessions close, summed over all students."""
        return sum(one.closed for one in self.sessions)

    @property
    def remaining(self) -> int:
        """Number of demands still open after the sessions."""
        return self.open_before - self.closed


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """Students who review each other's resumes.

    Attributes:
        student_ids: Members in alphabetical order.
        examples: Student id -> sorted ids of skills that the student lacks and another member shows.
    """

    student_ids: tuple[str, ...]
    examples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Course:
    """A course of the school.

    Attributes:
        name: The school's name for it.
        skill_ids: Sorted ids of the skills it teaches.
    """

    name: str
    skill_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CourseNeed:
    """One demand of students, compared with the school's courses.

    Attributes:
        options: Ids of the skills that meet it.
        courses: Names of the courses that teach one of them; may be empty.
        count: How many students meet it of those who are asked for it, and how much of that is told.
    """

    options: tuple[str, ...]
    courses: tuple[str, ...]
    count: GroupCount
