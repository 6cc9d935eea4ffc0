"""Every noun that a role brings into play: gaps, plans and assessments, frozen.

``resume`` has what one resume shows; here it is held against what a role asks for.
"""

from dataclasses import dataclass

from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan
from skillgap.model.resume import ResumeReading


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
