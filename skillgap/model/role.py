"""What an internship role asks for: topics, requirements and what their weights were made from."""

from dataclasses import dataclass
from typing import Literal

Tier = Literal["core", "next", "later", "soft"]
"""When a role asks for a skill: to get the interview, soon after, with time to spare; soft skills stand apart."""
FAMILIES = ("Software", "Data and AI", "Support, systems and cloud", "Networks and security", "Product and design")
"""The groups of roles, in the order in which they are shown."""


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
        family: One of ``FAMILIES``, or empty.
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
    family: str = ""
