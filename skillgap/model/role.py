"""Data classes of an internship role: topics, requirements, and the terms of their importance."""

from dataclasses import dataclass
from typing import Literal

Tier = Literal["core", "next", "later", "soft"]
"""When a skill is needed: for an interview, soon after, or if time remains; soft skills are separate."""
FAMILIES = ("Software", "Data and AI", "Support, systems and cloud", "Networks and security", "Product and design")
"""Families of roles in display order."""


@dataclass(frozen=True, slots=True)
class ImportanceTerms:
    """Terms of an importance; ``None`` or empty if a term does not apply.

    Attributes:
        onet: O*NET's mark for the technology in the role's occupations: "in-demand", "hot", "listed" or empty.
        esco: ESCO's relation of the skill to the role's occupations: "essential", "optional" or empty.
        nice: Codes of NICE statements that name the skill in the role's work roles.
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
    """A role's requirement of one skill.

    Attributes:
        skill_id: The skill.
        importance: Weight in the role, 1 (useful) to 5 (essential).
        level: Level required of an intern, 1 to 3.
        tier: Tier of its topic.
        alternatives: Ids of other skills that meet the requirement in full.
        terms: Terms of the importance, if known.
        topic_id: Id of its topic; empty for soft skills and for roles without topics.
        story: For a soft skill, the interview question that a story answers; else empty.
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
        """Ids of all skills that meet the requirement, the main one first."""
        return (self.skill_id, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Variant:
    """A topic adapted to one language, cloud or vendor.

    Attributes:
        anchor: Id of the language, cloud or vendor.
        picks: Options of the topic's requirements that this variant uses.
        study_hours, proof_hours: Whole hours if they differ from the topic's; else 0.
        task: The task if it differs from the topic's; else empty.
    """

    anchor: str
    picks: tuple[str, ...]
    study_hours: int = 0
    proof_hours: int = 0
    task: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of a role, named as a mentor would name it ("Testing and debugging").

    Attributes:
        id: Kebab-case key, unique in its role.
        name: Display name.
        tier: "core", "next" or "later".
        after: Ids of topics that must come first.
        study_hours: Whole hours in which a median beginner learns to do the task.
        proof_hours: Whole hours of the task itself.
        task: A task that shows the topic.
        why: Why the role needs it, one sentence to the student.
        source: Evidence that the role needs it.
        skill_ids: Main skills of its requirements, the topic's main skill first.
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
    """An internship role with its requirements.

    Attributes:
        id: Kebab-case key, the stem of its file.
        name: Display name.
        about: One sentence.
        source: Sources of the requirements, in words.
        requirements: Those of the topics in order, then the soft skills.
        onet, esco, nice: Ids of the matching occupations and work roles.
        topics: Topics in learning order.
        titles: Job titles of people in this role.
        certificates: Ids of certifications that employers of this role recognise.
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
