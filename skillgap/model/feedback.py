"""What feedback is made of, frozen: rules, points, questions, and what an interview may ask."""

from dataclasses import dataclass
from typing import Literal

Urgency = Literal[1, 2, 3]
"""1 do first, 2 worth doing, 3 if there is time."""
Ground = Literal["figure", "team", "project", "job", "course", "certified", "stated", "old", "listed", "story"]
"""What an interview question is asked about: how the resume shows the skill."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that careers advisors ask of a resume.

    Attributes:
        id: Kebab-case key.
        urgency: 1 do first, 2 worth doing, 3 if there is time.
        title: What is found, in a few words.
        why: Why it matters to who reads it.
        advice: What to do.
    """

    id: str
    urgency: Urgency
    title: str
    why: str
    advice: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule met at one place.

    Attributes:
        rule: The rule.
        sees: What stands there, in words.
        start, end: The line it is about, without its bullet; equal where it is about the whole document.
    """

    rule: Rule
    sees: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A skill that is only listed, and a line of the writer's own that may show it.

    Attributes:
        skill_id: The skill.
        start, end: The line.
        reason: Why this line may show it, in words.
    """

    skill_id: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something an interviewer may ask about a line of the resume.

    Attributes:
        skill_id: The skill that the line claims.
        ground: How the line claims it.
        text: What to be ready for.
        start, end: The line.
    """

    skill_id: str
    ground: Ground
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """What to keep, to improve and to be ready for in one resume.

    Attributes:
        good: Sentences about what it does well.
        points: What to improve, most useful first, a few of each rule.
        more: Rule id -> how many places of the rule are not among the points, sorted by id.
        unshown: Ids of the skills that are only listed, most asked for first.
        questions: Lines that may show some of these.
        prompts: What an interview may ask, strongest claims first.
    """

    good: tuple[str, ...]
    points: tuple[Finding, ...]
    more: tuple[tuple[str, int], ...]
    unshown: tuple[str, ...]
    questions: tuple[Question, ...]
    prompts: tuple[Prompt, ...]
