"""Applies the levels that the owner of a resume sets, and the entries in which they used a skill."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from skillgap.characters import LEADING_MARKS
from skillgap.model.resume import Correction, HeldSkill, Period, ResumeReading, SkillProfile
from skillgap.profile import demonstrates, use

USED_IN = "used in "
"""Beginning of the reason for a level by use; the place follows."""
MAX_PLACE = 70
"""Most characters of an entry's line as a place."""


def with_user_levels(
    profile: SkillProfile, corrections: Mapping[str, Correction], reading: ResumeReading, *, today: date
) -> SkillProfile:
    """The profile with the levels that its owner set; level 0 takes a skill out.

    A skill that was used in an entry has the months of the entry, as if a line of it had named the skill.

    Args:
        profile: As it was graded.
        corrections: Skill id -> what its owner set.
        reading: The resume with its entries.
        today: The day that "present" means.
    """
    held = {skill.skill_id: skill for skill in profile.skills}
    for skill_id, (level, reason) in corrections.items():
        before = held.pop(skill_id, HeldSkill(skill_id, level, ""))
        if not level:
            continue
        said = reason.strip().rstrip(".")
        period = _period(said.removeprefix(USED_IN), reading) if said.startswith(USED_IN) else None
        words = f"Set by you: {said}" if said else "Set by you"
        if period:
            before = _used(before, period, today)
            words += use.in_words(before.months, before.last)
        held[skill_id] = replace(before, level=level, reason=f"{words}.", inferred_from=(), by_user=True)
    return replace(profile, skills=tuple(held[skill_id] for skill_id in sorted(held)))


def _period(place: str, reading: ResumeReading) -> Period | None:
    """The period of the first entry with a line that begins with the name of the place."""
    for entry in reading.outline.entries:
        lines = reading.document.text[entry.start : entry.end].splitlines()
        if place in (" ".join(line.split()).lstrip(LEADING_MARKS)[:MAX_PLACE].rstrip(". ") for line in lines):
            return entry.period
    return None


def _used(skill: HeldSkill, period: Period, today: date) -> HeldSkill:
    """The skill with one more period of use."""
    shown = {mention.period for mention in skill.evidence if mention.period and demonstrates(mention)}
    length, last = use.of_periods(shown | {period}, today.year * 12 + today.month - 1)
    return replace(skill, months=length, last=last)
