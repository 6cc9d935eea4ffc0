"""What a student notes around an internship: applications, goals, feedback, wins and people."""

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
"""Stage -> its name as shown to people."""
ApplicationStatus = Literal["to apply", "applied", "interview", "offer", "rejected", "withdrawn"]
APPLICATION_STATUSES: tuple[ApplicationStatus, ...] = get_args(ApplicationStatus)
ME = "me"
"""Who rates where the student does."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to reach.

    Attributes:
        text: What to reach.
        measure: How to tell that it is reached, or empty.
        due: Day in ISO form, or empty.
        status: How far it is.
        skill_id: The skill it is about, or empty.
    """

    text: str
    measure: str = ""
    due: str = ""
    status: Status = "open"
    skill_id: str = ""

    @property
    def active(self) -> bool:
        """Whether there is still something to do for it."""
        return self.status in {"open", "under way"}


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody thinks of one skill.

    Attributes:
        who: ``ME``, or the name or role of a mentor or supervisor.
        skill_id: The skill.
        level: 0 to 3, in the words of the feedback sheet.
        note: An example or a remark, or empty.
        day: Day in ISO form, or empty.
    """

    who: str
    skill_id: str
    level: int
    note: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said in words: the question (or the skill) it answers, the answer, and the day in ISO form."""

    who: str
    question: str
    text: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Win:
    """Something that went well.

    Attributes:
        day: Day in ISO form, or empty.
        did: What the student did, in their words.
        result: What came of it, or empty.
        skills: Ids of the skills it took.
    """

    day: str
    did: str
    result: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to stay in touch with.

    Attributes:
        name: Who.
        where: Their role, or where they were met; may be empty.
        agreed: What was said or agreed, or empty.
        follow_up: Day to get in touch again, in ISO form, or empty.
        done: Whether that has been done.
    """

    name: str
    where: str = ""
    agreed: str = ""
    follow_up: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """One internship applied for, or to apply for.

    Attributes:
        what: The role and the employer.
        posting: Title of the job posting it answers, or empty.
        status: How far it is.
        deadline: Last day to apply, in ISO form, or empty.
        applied: Day it was sent, in ISO form, or empty.
        interview: Day of the interview, in ISO form, or empty.
        ready: Items of its checklist that the student ticked off.
        note: Remark of the student's own, or empty.
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
        """Whether there is still something to do or to wait for."""
        return self.status in {"to apply", "applied", "interview"}


@dataclass(frozen=True, slots=True)
class Internship:
    """All of it, in the order in which it was entered."""

    stage: Stage = "exploring"
    goals: tuple[Goal, ...] = ()
    ratings: tuple[Rating, ...] = ()
    remarks: tuple[Remark, ...] = ()
    wins: tuple[Win, ...] = ()
    contacts: tuple[Contact, ...] = ()
    applications: tuple[Application, ...] = ()
