"""A student's notes about an internship: applications, goals, feedback, wins and people."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from skillgap.model.taxonomy import Stage

Status = Literal["open", "under way", "done", "dropped"]
STATUSES: tuple[Status, ...] = get_args(Status)
STAGES: Mapping[Stage, str] = {
    "exploring": "Exploring",
    "applying": "Applying",
    "accepted": "Accepted",
    "internship": "In the internship",
    "after": "After it",
}
"""Stage -> display name."""
ApplicationStatus = Literal["to apply", "applied", "interview", "offer", "rejected", "withdrawn"]
APPLICATION_STATUSES: tuple[ApplicationStatus, ...] = get_args(ApplicationStatus)
ME = "me"
"""``Rating.who`` of the student's own ratings."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that the student set.

    Attributes:
        text: The goal.
        measure: How the student will know that it is reached, or empty.
        due: ISO date, or empty.
        status: Progress.
        skill_id: Skill that it concerns, or empty.
    """

    text: str
    measure: str = ""
    due: str = ""
    status: Status = "open"
    skill_id: str = ""

    @property
    def active(self) -> bool:
        """Whether the goal is neither done nor dropped."""
        return self.status in {"open", "under way"}


@dataclass(frozen=True, slots=True)
class Rating:
    """One person's rating of one skill.

    Attributes:
        who: ``ME``, or the name or role of a mentor or supervisor.
        skill_id: The skill.
        level: 0 to 3, in the words of the feedback sheet.
        note: An example or a remark, or empty.
        day: ISO date, or empty.
    """

    who: str
    skill_id: str
    level: int
    note: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Feedback in words: who gave it, the question or skill it answers, the answer, and the ISO date."""

    who: str
    question: str
    text: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Win:
    """A success that the student recorded.

    Attributes:
        day: ISO date, or empty.
        did: The student's activity, in their words.
        result: Its result, or empty.
        skills: Ids of the skills used.
    """

    day: str
    did: str
    result: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to stay in touch with.

    Attributes:
        name: The person.
        where: The person's role, or the place where they met; may be empty.
        agreed: What they agreed, or empty.
        follow_up: ISO date of the next message, or empty.
        done: Whether the follow-up is done.
    """

    name: str
    where: str = ""
    agreed: str = ""
    follow_up: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """An application for an internship, planned or sent.

    Attributes:
        what: The role and the employer.
        posting: Title of the job posting, or empty.
        status: Progress.
        deadline: ISO date of the last day to apply, or empty.
        applied: ISO date on which it was sent, or empty.
        interview: ISO date of the interview, or empty.
        ready: Checked items of its checklist.
        note: The student's own note, or empty.
    """

    what: str
    posting: str = ""
    status: ApplicationStatus = "to apply"
    deadline: str = ""
    applied: str = ""
    interview: str = ""
    ready: tuple[str, ...] = ()
    note: str = ""

    @property
    def active(self) -> bool:
        """Whether the outcome is still open."""
        return self.status in {"to apply", "applied", "interview"}


@dataclass(frozen=True, slots=True)
class Internship:
    """All notes of one student, each list in the order of entry."""

    stage: Stage = "exploring"
    goals: tuple[Goal, ...] = ()
    ratings: tuple[Rating, ...] = ()
    remarks: tuple[Remark, ...] = ()
    wins: tuple[Win, ...] = ()
    contacts: tuple[Contact, ...] = ()
    applications: tuple[Application, ...] = ()
