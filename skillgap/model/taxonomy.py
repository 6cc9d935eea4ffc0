"""Data classes of the taxonomy, frozen: skills, categories, sources and advice.

``data/README.md`` describes each field of the files and its rules.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Rule = Literal["any-case", "exact-case", "needs-context", "never-alone"]
Relation = Literal["requires", "implies", "part_of", "version_of", "alternative_to", "certifies"]
Kind = Literal[
    "language",
    "framework",
    "database",
    "cloud",
    "os",
    "network",
    "security",
    "tool",
    "concept",
    "method",
    "soft",
    "certification",
]

Competency = Literal[
    "career-and-self-development",
    "communication",
    "critical-thinking",
    "equity-and-inclusion",
    "leadership",
    "professionalism",
    "teamwork",
    "technology",
]
"""The career readiness competencies that the National Association of Colleges and Employers (NACE) names."""
Stage = Literal["exploring", "applying", "accepted", "internship", "after"]
Condition = Literal[
    "always",
    "no-resume",
    "no-goals",
    "no-open-goals",
    "goal-without-measure",
    "goal-without-date",
    "goal-overdue",
    "no-self-rating",
    "no-mentor-rating",
    "ratings-differ",
    "no-wins",
    "win-without-result",
    "no-contacts",
    "no-follow-up",
    "follow-up-overdue",
]


@dataclass(frozen=True, slots=True)
class Alias:
    """One written form of a skill, and the rule for when it counts."""

    text: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Link:
    """A typed relation from one skill to another.

    Attributes:
        relation: Type of the relation, see ``data/README.md``.
        skill_id: Id of the other skill.
        reason: Reason in a few words, shown to users.
    """

    relation: Relation
    skill_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill for which a resume can give evidence.

    Attributes:
        id: Kebab-case key.
        name: The most common written form.
        category: Stem of its file in ``data/skills/``.
        kind: Kind of skill.
        about: One sentence.
        aliases: Every written form, the name included.
        cues: Case-folded words nearby that support an ambiguous alias.
        anti_cues: Case-folded words nearby that contradict it.
        links: Relations to other skills.
        esco: URI in ESCO, or empty.
        onet: Technology example in O*NET, or empty.
        linguist: Name in github-linguist, or empty.
        nice: NICE statement codes.
        competency: For a soft skill, the NACE competency it belongs to; else empty.
        sources: Ids in ``data/sources.toml``, those of the links above included.
        reviewed: Date of a curator's last review.
        proof: A small task that shows the skill, or empty.
        shown_by_wish: Whether a wish shows it ("eager to learn"); for other soft skills a wish shows nothing.
        any_trade: Whether resumes of every trade name it ("Windows"), so that it does not indicate an IT resume.
        shared: Whether other trades use it too ("call handling"), so that it counts only beside specific IT skills.
    """

    id: str
    name: str
    category: str
    kind: Kind
    about: str
    aliases: tuple[Alias, ...]
    cues: tuple[str, ...] = ()
    anti_cues: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    esco: str = ""
    onet: str = ""
    linguist: str = ""
    nice: tuple[str, ...] = ()
    competency: Competency | Literal[""] = ""
    sources: tuple[str, ...] = ()
    reviewed: date = date.min
    proof: str = ""
    shared: bool = False
    any_trade: bool = False
    shown_by_wish: bool = False

    def related(self, relation: Relation) -> tuple[str, ...]:
        """Ids of the skills related by ``relation``, in the file's order."""
        return tuple(link.skill_id for link in self.links if link.relation == relation)

    @property
    def prerequisites(self) -> tuple[str, ...]:
        """Ids of the skills to learn first."""
        return self.related("requires")

    @property
    def implies(self) -> tuple[str, ...]:
        """Ids of the skills that come with this one by definition."""
        return self.related("implies")


@dataclass(frozen=True, slots=True)
class Category:
    """A family of skills: one file of ``data/skills/``.

    Attributes:
        id: Name of the file without its ending.
        title: Title on the pages.
        of_it: Whether its methods belong to IT alone ("computer science foundations").
    """

    id: str
    title: str
    of_it: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A source of facts in the data, with its licence and the attribution that the licence requires."""

    id: str
    title: str
    version: str
    url: str
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice for students at certain stages of an internship.

    Attributes:
        id: Kebab-case key.
        stages: Stages at which it is shown.
        when: Condition on the student's notes, see ``data/README.md``.
        rank: Position among the advice for a stage, from 1 (first) to 9.
        text: The advice, one or two sentences.
        why: Its benefit, one sentence.
    """

    id: str
    stages: tuple[Stage, ...]
    when: Condition
    rank: int
    text: str
    why: str
