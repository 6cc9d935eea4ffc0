"""Every noun of the project, frozen: what the path from bytes to a plan hands on.

Offsets are characters into ``Document.text``, start inclusive, end exclusive.
Levels run from 0 (none) over 1 (exposure) and 2 (working) to 3 (strong) and grade the evidence, not the person.
"""

import math
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Rule = Literal["any-case", "exact-case", "needs-context", "never-alone"]
Assertion = Literal["held", "learning", "wanted", "negated"]
Relation = Literal["requires", "implies", "part_of", "version_of", "alternative_to", "certifies"]
Tier = Literal["apply", "learn"]
Cost = Literal["free", "free-account", "paid"]
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

ALTERNATIVE_CREDIT = 0.5
"""Share of an alternative's level that counts for a requirement: its ideas carry over, its details do not."""


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
        cues: Folded words nearby that speak for an ambiguous alias.
        anti_cues: Folded words nearby that speak against it.
        links: Relations to other skills.
        esco: URI in ESCO, or empty.
        onet: Technology example in O*NET, or empty.
        linguist: Name in github-linguist, or empty.
        nice: NICE statement codes.
        sources: Ids in ``data/sources.toml``, those of the links above included.
        reviewed: When a curator last read it.
        proof: A small piece of work that shows the skill, or empty.
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
    sources: tuple[str, ...] = ()
    reviewed: date = date.min
    proof: str = ""

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
class Terms:
    """What an importance was made from; ``None`` or empty where a term does not apply.

    Attributes:
        onet: "in-demand", "hot", "listed" or empty, as O*NET marks the technology for the role's occupations.
        esco: "essential", "optional" or empty, as ESCO ties the skill to the role's occupations.
        nice: NICE statement codes of the role's work roles that name the skill.
        usage: Survey share divided by the largest share of its category, 0 to 1.
        editorial: The curators' judgement for an intern, 1 to 5.
    """

    editorial: int
    onet: str = ""
    esco: str = ""
    nice: tuple[str, ...] = ()
    usage: float | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a role asks of one skill.

    Attributes:
        skill_id: The skill.
        importance: Weight in the role, 1 (useful) to 5 (essential).
        level: Level asked of an intern, 1 to 3.
        tier: "apply" when needed to apply, "learn" when usually learned on the job.
        alternatives: Other skills that meet the same demand in full.
        terms: What the importance was made from, where known.
    """

    skill_id: str
    importance: int
    level: int
    tier: Tier = "apply"
    alternatives: tuple[str, ...] = ()
    terms: Terms | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """Every skill that meets the demand, the first named one first."""
        return (self.skill_id, *self.alternatives)


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """An internship role and what it asks for.

    Attributes:
        id: Kebab-case key, the stem of its file.
        name: As shown to people.
        about: One sentence.
        source: Where the demands come from, in words.
        requirements: One a skill, sorted by skill id.
        onet, esco, nice: Ids of the occupations and work roles behind it.
    """

    id: str
    name: str
    about: str
    source: str
    requirements: tuple[Requirement, ...]
    onet: tuple[str, ...] = ()
    esco: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to learn from.

    Attributes:
        id: Kebab-case key.
        skill_ids: The skills it teaches.
        kind: course, book, documentation, tutorial, lab, video or practice.
        level: Level a learner who works through it can show, 1 to 3.
        hours: Whole hours of a median learner for the part that teaches these skills.
        hours_source: "provider" when the provider states the hours, else "curated".
        cost: "free", "free-account" or "paid".
        verified: Where the URL was seen.
    """

    id: str
    title: str
    provider: str
    url: str
    skill_ids: tuple[str, ...]
    kind: str
    level: int
    hours: int
    hours_source: str
    cost: Cost
    verified: str

    @property
    def free(self) -> bool:
        """Whether it costs no money (an account may be needed)."""
        return self.cost != "paid"


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
class Document:
    """The text of one uploaded file, and how well it could be read.

    Attributes:
        name: The file's base name, for display only.
        text: What was read, in reading order, lines joined by newlines.
        page_starts: Offset at which each page begins; ``(0,)`` where there are no pages.
        warnings: Sentences about what could not be read, fit for a student.
    """

    name: str
    text: str
    page_starts: tuple[int, ...] = (0,)
    warnings: tuple[str, ...] = ()

    def page(self, offset: int) -> int:
        """Page number, from 1, of the character at ``offset``."""
        return max(1, sum(start <= offset for start in self.page_starts))


@dataclass(frozen=True, slots=True)
class Mention:
    """One surface of a skill at one place; ``surface == document.text[start:end]``, always.

    Attributes:
        skill_id: The skill.
        surface: The words as written.
        start, end: Where they stand.
        section: Kind of section ("skills", "experience", ...; "top" before the first heading).
        assertion: What the writer says of the skill.
        block: Ordinal of the entry (job, project, course) or list it stands in; equal for mentions of one entry.
        quote: Start and end of the line or sentence that shows it.
        listed: Whether it stands in a bare list of names rather than in a described activity.
    """

    skill_id: str
    surface: str
    start: int
    end: int
    section: str
    assertion: Assertion
    block: int = 0
    quote: tuple[int, int] = (0, 0)
    listed: bool = False


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill the resume gives evidence for.

    Attributes:
        skill_id: The skill.
        level: 1 to 3.
        reason: The rule that gave the level, in words.
        evidence: The mentions that earned it, in text order; empty only when inferred.
        inferred_from: Ids of held skills that imply this one; empty when it is shown itself.
    """

    skill_id: str
    level: int
    reason: str
    evidence: tuple[Mention, ...] = ()
    inferred_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """What one resume shows.

    Attributes:
        owner: Name of the file.
        skills: Held skills sorted by id.
        mentions: Every mention, also those that claim no skill (learning, wanted, negated), in text order.
    """

    owner: str
    skills: tuple[HeldSkill, ...]
    mentions: tuple[Mention, ...] = ()

    def find(self, skill_id: str) -> HeldSkill | None:
        """The held skill, or ``None``."""
        return next((held for held in self.skills if held.skill_id == skill_id), None)

    def level(self, skill_id: str) -> int:
        """Level of the evidence for a skill, 0 to 3."""
        held = self.find(skill_id)
        return held.level if held else 0


@dataclass(frozen=True, slots=True)
class Gap:
    """One requirement of a role beside what the resume shows for it.

    Attributes:
        skill_id: The skill asked for; where several would do, the one held best, else the first named.
        importance: Weight in the role, 1 (useful) to 5 (essential), unchanged from ``data/roles/``.
        required: Level the role asks for, 1 to 3.
        held: Level that counts, 0 to 3; a half where an alternative gives partial credit.
        tier: "apply" or "learn".
        reason: How ``held`` came about, in words.
        options: Every skill that meets the demand.
        credited_from: Id of the held skill that gave partial credit, or empty.
    """

    skill_id: str
    importance: int
    required: int
    held: float
    tier: Tier = "apply"
    reason: str = ""
    options: tuple[str, ...] = ()
    credited_from: str = ""

    @property
    def shortfall(self) -> float:
        """Levels still missing, 0 when the requirement is met."""
        return max(0.0, self.required - self.held)

    @property
    def priority(self) -> float:
        """Importance times shortfall: how much this gap matters, 0 to 15."""
        return self.importance * self.shortfall

    @property
    def share(self) -> float:
        """Part of the requirement that is met, 0 to 1."""
        return min(self.held, self.required) / self.required


@dataclass(frozen=True, slots=True)
class GapReport:
    """A skill profile held against a role.

    Attributes:
        role: The role.
        gaps: One a requirement, met or open, most pressing first.
    """

    role: RoleProfile
    gaps: tuple[Gap, ...]

    @property
    def weight(self) -> int:
        """Sum of the importances: what full coverage is made of."""
        return sum(gap.importance for gap in self.gaps)

    @property
    def coverage(self) -> float:
        """Importance-weighted share of what the role asks for that is met, 0 to 1; 0 for a role without demands."""
        return math.fsum(gap.importance * gap.share for gap in self.gaps) / self.weight if self.weight else 0.0

    def points(self, gap: Gap) -> float:
        """Percentage points that ``gap`` adds to the coverage; over all gaps they sum to the coverage."""
        return 100 * gap.importance * gap.share / self.weight

    def possible(self, gap: Gap) -> float:
        """Percentage points that closing ``gap`` would still add."""
        return 100 * gap.importance * (1 - gap.share) / self.weight

    @property
    def open(self) -> tuple[Gap, ...]:
        """The gaps that are not met, most pressing first."""
        return tuple(gap for gap in self.gaps if gap.shortfall > 0)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to learn.

    Attributes:
        skill_id: The skill.
        reason: Why it stands here, in words.
        level: Level to reach.
        hours: Whole hours of a median learner.
        points: Percentage points of coverage it adds once done; 0 for a prerequisite the role does not ask for.
        unlocks: Ids of later steps that need this one first.
        resources: What to learn from, the one the hours are taken from first.
        proof: A piece of work that shows the skill, or empty.
    """

    skill_id: str
    reason: str
    level: int
    hours: int
    points: float
    unlocks: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    proof: str = ""


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """Steps in an order that can be followed as it stands."""

    role: RoleProfile
    steps: tuple[Step, ...]

    @property
    def hours(self) -> int:
        """Hours of all steps together."""
        return sum(step.hours for step in self.steps)


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of the first stride: one file, read."""

    document: Document
    profile: SkillProfile

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention in text order."""
        return self.profile.mentions


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of the second stride: a reading held against a role."""

    reading: Reading
    report: GapReport
    plan: LearningPlan


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read, and the sentence that says why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class CohortReport:
    """Many readings against one role; one bad file never stops the rest.

    Attributes:
        role: The role.
        assessments: One a file that could be read, in the order given.
        refusals: One a file that could not.
    """

    role: RoleProfile
    assessments: tuple[Assessment, ...]
    refusals: tuple[Refusal, ...] = field(default=())
