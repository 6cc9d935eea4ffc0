"""What to learn from: resources with their modules, and what certificates take."""

from dataclasses import dataclass
from typing import Literal

Cost = Literal["free", "free-account", "paid"]


CostPreference = Literal["", "free", "no-account"]


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
