"""Every noun of the data, frozen: skills, roles, resources and where they come from.

What each field means in the files, and the rules they obey, is told in ``data/README.md``.
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
    """One written form of a skill, and when that form may be believed."""

    text: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Link:
    """A typed relation from one skill to another.

    Attributes:
        relation: What ties the two, see ``data/README.md``.
        skill_id: The other skill.
        reason: Why, in a few words fit to be shown.
    """

    relation: Relation
    skill_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing a resume can give evidence for.

    Attributes:
        id: Kebab-case key.
        name: The name people write most.
        category: Stem of its file in ``data/skills/``.
        kind: What sort of thing it is.
        about: One sentence.
        aliases: Every written form, the name included.
        cues: Folded words nearby that support an ambiguous alias.
        anti_cues: Folded words nearby that contradict it.
        links: Relations to other skills.
        esco: URI in ESCO, or empty.
        onet: Technology example in O*NET, or empty.
        linguist: Name in github-linguist, or empty.
        nice: NICE statement codes.
        competency: For a soft skill, the NACE competency it belongs to; else empty.
        sources: Ids in ``data/sources.toml``, those of the links above included.
        reviewed: When a curator last read it.
        proof: A small piece of work that shows the skill, or empty.
        shown_by_wish: Whether a wish shows it ("eager to learn"), which no other soft skill is shown by.
        any_trade: Whether any trade names it, so that it does not make a resume one of IT ("Windows").
        shared: Whether other trades use it too, so that only a resume with specific IT skills shows it.
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
        """Ids of the skills this one is tied to by ``relation``, in the file's order."""
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
    """A family of skills: one file of ``data/skills/``."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts in the data come from, with what its licence asks for."""

    id: str
    title: str
    version: str
    url: str
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do, for students at certain stages of an internship.

    Attributes:
        id: Kebab-case key.
        stages: Where it fits.
        when: What must hold of the student's notes, see ``data/README.md``.
        rank: Place among the advice for a stage, 1 first to 9.
        text: What to do, one or two sentences.
        why: What it is good for, one sentence.
    """

    id: str
    stages: tuple[Stage, ...]
    when: Condition
    rank: int
    text: str
    why: str
