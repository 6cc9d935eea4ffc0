"""Compares an earlier and a later profile of one person: skills gained, strengthened, weakened and lost."""

import re
from dataclasses import dataclass
from typing import Literal

from skillgap.characters import EMAIL
from skillgap.model.resume import SkillProfile

Kind = Literal["gained", "strengthened", "weakened", "lost"]
NAME = re.compile(r"[^\W\d_][\w'.\u2019-]*(?: [^\W\d_][\w'.\u2019-]*){1,3}")
"""A line that may be a name: two to four words without a digit, such as "Maya Ortiz"."""
ORDER: tuple[Kind, ...] = ("gained", "strengthened", "weakened", "lost")


@dataclass(frozen=True, slots=True)
class Change:
    """A skill whose level differs between two profiles.

    Attributes:
        skill_id: The skill.
        before, after: Level of the evidence, 0 to 3; never equal.
    """

    skill_id: str
    before: int
    after: int

    @property
    def kind(self) -> Kind:
        """The kind of change."""
        if not self.before:
            return "gained"
        if not self.after:
            return "lost"
        return "strengthened" if self.after > self.before else "weakened"


def may_be_two_people(first: str, second: str) -> bool:
    """Whether two resumes name different people, by their e-mail addresses or else by the names on top."""
    # "Jo Park" and "Joanna Park" with one address are one person
    addresses = [{one.casefold() for one in EMAIL.findall(text)} for text in (first, second)]
    if all(addresses):
        return addresses[0].isdisjoint(addresses[1])
    names = [_name(text) for text in (first, second)]
    return all(names) and names[0].isdisjoint(names[1])


def _name(text: str) -> set[str]:
    """The words of the first line if it may be a name."""
    line = " ".join(text.strip().partition("\n")[0].split())
    return set(line.casefold().split()) if NAME.fullmatch(line) else set()


def compare_profiles(before: SkillProfile, after: SkillProfile) -> tuple[Change, ...]:
    """Every skill whose level differs, by kind of change, then the largest change first, then by id."""
    ids = {skill.skill_id for profile in (before, after) for skill in profile.skills}
    found = [Change(one, before.level(one), after.level(one)) for one in ids if before.level(one) != after.level(one)]
    return tuple(
        sorted(found, key=lambda one: (ORDER.index(one.kind), -abs(one.after - one.before), one.skill_id)),
    )
