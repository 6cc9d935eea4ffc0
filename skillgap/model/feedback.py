"""Data classes of feedback on a resume, frozen: rules, findings, questions and interview prompts."""

from dataclasses import dataclass
from typing import Literal

Urgency = Literal[1, 2, 3]
"""1 do first, 2 worth doing, 3 if there is time."""
Ground = Literal["figure", "team", "project", "job", "course", "certified", "stated", "old", "listed", "story"]
"""The evidence behind an interview question: how the resume shows the skill."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that careers advisors apply to resumes.

    Attributes:
        id: Kebab-case key.
        urgency: 1 do first, 2 worth doing, 3 if there is time.
        title: The fault in a few words.
        why: Why it matters to a recruiter.
        advice: How to fix it.
    """

    id: str
    urgency: Urgency
    title: str
    why: str
    advice: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place of a resume that breaks a rule.

    Attributes:
        rule: The rule.
        sees: What the rule found there, in words.
        start, end: Offsets of the line without its bullet; equal if the finding concerns the whole document.
    """

    rule: Rule
    sees: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A skill that is only listed, and a line of the resume that may show it.

    Attributes:
        skill_id: The skill.
        start, end: Offsets of the line.
        reason: Why this line may show it, one sentence.
    """

    skill_id: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that an interviewer may ask about a line of the resume.

    Attributes:
        skill_id: The skill that the line claims.
        ground: How the line claims it.
        text: The question.
        start, end: Offsets of the line.
    """

    skill_id: str
    ground: Ground
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback on one resume: what to keep, what to improve, and what to prepare for.

    Attributes:
        good: Sentences about its strengths.
        points: Findings, most useful first, a few for each rule.
        more: Pairs of rule id and number of findings left out of ``points``, sorted by id.
        unshown: Ids of the skills that are only listed, most important first.
        questions: Lines that may show these skills.
        prompts: Interview questions, strongest claims first.
    """

    good: tuple[str, ...]
    points: tuple[Finding, ...]
    more: tuple[tuple[str, int], ...]
    unshown: tuple[str, ...]
    questions: tuple[Question, ...]
    prompts: tuple[Prompt, ...]
