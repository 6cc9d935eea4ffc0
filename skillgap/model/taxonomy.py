"""Every noun of the data, frozen: skills, roles, resources and where they come from.

What each field means in the files, and the rules they obey, is told in ``data/README.md``.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Rule = Literal["any-case", "exact-case", "needs-context", "never-alone"]
Relation = Literal["requires", "implies", "part_of", "version_of", "alternative_to", "certifies"]
Tier = Literal["core", "next", "later", "soft"]
"""When a role asks for a skill: to get the interview, soon after, with time to spare; soft skills stand apart."""
Cost = Literal["free", "free-account", "paid"]
CostPreference = Literal["", "free", "no-account"]
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
class ImportanceTerms:
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
        tier: When it is asked for; that of its topic.
        alternatives: Other skills that meet the same demand in full.
        terms: What the importance was made from, where known.
        topic_id: The topic of the role it belongs to; empty for soft skills and for roles without topics.
        story: For a soft skill, the question that a story should answer; else empty.
    """

    skill_id: str
    importance: int
    level: int
    tier: Tier = "core"
    alternatives: tuple[str, ...] = ()
    terms: ImportanceTerms | None = None
    topic_id: str = ""
    story: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """Every skill that meets the demand, the first named one first."""
        return (self.skill_id, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Variant:
    """A topic for students of one language, cloud or vendor.

    Attributes:
        anchor: Id of the language, cloud or vendor.
        picks: Options of the topic's requirements that this variant means.
        study_hours, proof_hours: Whole hours where they differ from the topic's; else 0.
        task: The task where it differs; else empty.
    """

    anchor: str
    picks: tuple[str, ...]
    study_hours: int = 0
    proof_hours: int = 0
    task: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to learn for a role, as a mentor would name it.

    Attributes:
        id: Kebab-case key, unique in its role.
        name: As shown to people.
        tier: "core", "next" or "later".
        after: Ids of topics that must come first.
        study_hours: Whole hours of a median student from nothing to being able to do the task.
        proof_hours: Whole hours of the task itself.
        task: A piece of work that shows the topic.
        why: Why the role needs it, one sentence to the student.
        source: Evidence that the role asks for it.
        skill_ids: First-named skills of its requirements, the main one first.
        variants: By language, cloud or vendor; the first is for students who show none of them.
    """

    id: str
    name: str
    tier: Tier
    after: tuple[str, ...]
    study_hours: int
    proof_hours: int
    task: str
    why: str
    source: str
    skill_ids: tuple[str, ...]
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """An internship role and what it asks for.

    Attributes:
        id: Kebab-case key, the stem of its file.
        name: As shown to people.
        about: One sentence.
        source: Where the demands come from, in words.
        requirements: Those of the topics in order, then the soft skills.
        onet, esco, nice: Ids of the occupations and work roles behind it.
        topics: What to learn, in order.
        titles: What people in this role call themselves.
        certificates: Ids of certifications that employers of this role honour.
        spare_project: A project that shows several topics at once, or empty.
    """

    id: str
    name: str
    about: str
    source: str
    requirements: tuple[Requirement, ...]
    onet: tuple[str, ...] = ()
    esco: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    titles: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    spare_project: str = ""


@dataclass(frozen=True, slots=True)
class Module:
    """A part of a resource.

    Attributes:
        skill_ids: The skills it teaches.
        to_level: Level a learner who works through it can show, 1 to 3.
        hours: Whole hours of a median learner.
    """

    skill_ids: tuple[str, ...]
    to_level: int
    hours: int


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to learn from.

    Attributes:
        id: Kebab-case key.
        kind: course, book, documentation, tutorial, lab, video, practice or project.
        hours: Whole hours of a median learner for all of it.
        hours_source: "provider" when the provider states the hours, else the id of the rule that gave them.
        hours_from: What the hours were made from, in words.
        cost: "free", "free-account" or "paid".
        verified: Where the address was seen.
        modules: Its parts; their hours together are at most ``hours``.
        assumes: Ids of skills a learner needs before.
        anchor: Id of the language, cloud or vendor it is tied to, or empty.
        self_paced: Whether it can be taken at any time without admission.
        language: ISO code of the language it is in.
        last_seen: ISO date on which somebody last opened the address, or empty.
    """

    id: str
    title: str
    provider: str
    url: str
    kind: str
    hours: int
    hours_source: str
    hours_from: str
    cost: Cost
    verified: str
    modules: tuple[Module, ...]
    assumes: tuple[str, ...] = ()
    anchor: str = ""
    self_paced: bool = True
    language: str = "en"
    last_seen: str = ""

    @property
    def free(self) -> bool:
        """Whether it costs no money (an account may be needed)."""
        return self.cost != "paid"

    @property
    def skill_ids(self) -> tuple[str, ...]:
        """The skills it teaches, each once."""
        return tuple(dict.fromkeys(skill_id for module in self.modules for skill_id in module.skill_ids))

    def level(self, skill_id: str) -> int:
        """Highest level to which it teaches a skill, 0 where it does not."""
        return max((module.to_level for module in self.modules if skill_id in module.skill_ids), default=0)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certification takes.

    Attributes:
        skill_id: The certification among the skills.
        fee: What the exam costs, in words with the year of the figure.
        hours: Least whole hours of preparation from the basics of the field.
        hours_from: Where that figure comes from.
        advice: When it is worth it, one sentence.
    """

    skill_id: str
    fee: str
    hours: int
    hours_from: str
    advice: str


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
