"""Data classes of an assessment: one resume compared with one role, frozen.

``model.resume`` describes the resume alone; ``model.gaps`` and ``model.plan`` describe the comparison and the plan.
"""

from dataclasses import dataclass

from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan
from skillgap.model.resume import ResumeReading


@dataclass(frozen=True, slots=True)
class QuickWin:
    """A line of the resume that may show skills without naming them ("restart the card terminal when it hangs").

    Attributes:
        skill_ids: The skills.
        start, end: Offsets of the line in the document.
        write: Question that asks the student to rewrite the line.
    """

    skill_ids: tuple[str, ...]
    start: int
    end: int
    write: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story to prepare for an interview, about one soft skill.

    Attributes:
        skill_id: The soft skill.
        question: Question that an interviewer may ask.
        start, end: Offsets of the line that shows the skill; equal if no line does.
    """

    skill_id: str
    question: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class CertificateAdvice:
    """Cost and benefit of one certificate. A certificate is never a step of a plan.

    Attributes:
        skill_id: The certification.
        held: Whether the resume says it is held.
        fee: Price of the exam, in words.
        hours: Least hours of preparation.
        covered: Share of its tested skills that the resume or the plan covers, 0 to 1.
        advice: One sentence on when the exam is worth taking.
    """

    skill_id: str
    held: bool
    fee: str
    hours: int
    covered: float
    advice: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Result of ``pipeline.assess``: a reading compared with a role.

    Attributes:
        reading: The resume as read.
        report: Gaps between the resume and the role.
        plan: Learning plan for the gaps.
        quick_wins: Lines to rewrite before anything is learned.
        stories: Stories to prepare for an interview.
        certificates: Advice on the certificates of the role.
    """

    reading: ResumeReading
    report: GapReport
    plan: LearningPlan
    quick_wins: tuple[QuickWin, ...] = ()
    stories: tuple[Story, ...] = ()
    certificates: tuple[CertificateAdvice, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read: its name, and the reason as a sentence."""

    name: str
    message: str
