"""Two profiles of one person, an earlier and a later one: what was gained, strengthened, weakened and lost."""

from dataclasses import dataclass
from typing import Literal

from skillgap.model.resume import SkillProfile

Kind = Literal["gained", "strengthened", "weakened", "lost"]
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
        """What happened to it, in a word."""
        if not self.before:
            return "gained"
        if not self.after:
            return "lost"
        return "strengthened" if self.after > self.before else "weakened"


def compare_profiles(before: SkillProfile, after: SkillProfile) -> tuple[Change, ...]:
    """Every skill whose level differs: gained, strengthened, weakened, lost; the largest step first, then by id."""
    ids = {skill.skill_id for profile in (before, after) for skill in profile.skills}
    found = [Change(one, before.level(one), after.level(one)) for one in ids if before.level(one) != after.level(one)]
    return tuple(
        sorted(found, key=lambda one: (ORDER.index(one.kind), -abs(one.after - one.before), one.skill_id)),
    )
