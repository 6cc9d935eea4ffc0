"""Learning resources with their modules, and certificates."""

from dataclasses import dataclass
from typing import Literal

Cost = Literal["free", "free-account", "paid"]


CostPreference = Literal["", "free", "no-account"]


@dataclass(frozen=True, slots=True)
class Module:
    """A part of a resource.

    Attributes:
        skill_ids: Ids of the skills it teaches.
        to_level: Level that a learner can show afterwards, 1 to 3.
        hours: Whole hours of a median learner.
    """

    skill_ids: tuple[str, ...]
    to_level: int
    hours: int


@dataclass(frozen=True, slots=True)
class Resource:
    """A learning resource.

    Attributes:
        id: Kebab-case key.
        kind: course, book, documentation, tutorial, lab, video, practice or project.
        hours: Whole hours of a median learner for all of it.
        hours_source: "provider" if the provider states the hours, else the id of the estimation rule.
        hours_from: The figures behind the hours, in words ("38 videos, 9.5 hours").
        cost: "free", "free-account" or "paid".
        verified: Where the curator saw the address.
        modules: Its parts; their hours together are at most ``hours``.
        assumes: Ids of the skills a learner needs beforehand.
        anchor: Id of the language, cloud or vendor it is specific to, or empty.
        self_paced: Whether it can be started at any time without admission.
        language: ISO 639-1 code of its language.
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
        """Whether it costs no money; it may require an account."""
        return self.cost != "paid"

    @property
    def skill_ids(self) -> tuple[str, ...]:
        """Ids of the skills it teaches, without duplicates."""
        return tuple(dict.fromkeys(skill_id for module in self.modules for skill_id in module.skill_ids))

    def level(self, skill_id: str) -> int:
        """Highest level to which it teaches a skill; 0 if it does not."""
        return max((module.to_level for module in self.modules if skill_id in module.skill_ids), default=0)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Cost and preparation of a certification.

    Attributes:
        skill_id: Id of the certification among the skills.
        fee: Price of the exam, in words with the year of the figure.
        hours: Least whole hours of preparation for somebody who knows the basics.
        hours_from: Source of that figure.
        advice: One sentence on when the exam is worth taking.
    """

    skill_id: str
    fee: str
    hours: int
    hours_from: str
    advice: str
