"""Makes one row for each skill of a resume, for tables, files and pages: held skills first, then the others."""

from dataclasses import dataclass

from skillgap import profile
from skillgap.model.resume import HeldSkill, Mention, ResumeReading

CLAIM_MEANINGS = {
    "learning": "The resume says it is being learned; that counts as no level.",
    "expected": "A certification that is still to come; it counts once it is held.",
    "wanted": "The resume says it is an interest or something to learn; that counts as no level.",
    "negated": "The resume says it is not there.",
    "uncertain": "It may be the skill or an everyday word; it counts for nothing until you say so.",
}
"""Claim without a level -> what it means."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill that a resume mentions or implies.

    Attributes:
        skill_id: The skill.
        level: 1 to 3 with evidence, else 0.
        assertion: "held", "inferred", "yours" (set by the user), or the claim without a level.
        reason: Why it has this level, in words.
        evidence: Its mentions, in text order.
        shown: Whether something done shows it.
        months, last: Use, as in ``HeldSkill``.
        inferred_from: Ids of held skills that imply it.
    """

    skill_id: str
    level: int
    assertion: str
    reason: str
    evidence: tuple[Mention, ...]
    shown: bool = False
    months: int = 0
    last: str = ""
    inferred_from: tuple[str, ...] = ()


def skill_rows(reading: ResumeReading) -> tuple[SkillRow, ...]:
    """A row for each held skill by id, then a row for each other skill and claim, sorted by both."""
    held_ids = {held.skill_id for held in reading.profile.skills}
    others: dict[tuple[str, str], list[Mention]] = {}
    for mention in reading.mentions:
        # "learning Docker" needs no row beside "Docker in three projects"
        if mention.assertion != "held" and mention.skill_id not in held_ids:
            others.setdefault((mention.skill_id, mention.claim), []).append(mention)
    return (
        *map(_held, reading.profile.skills),
        *(
            SkillRow(skill_id, 0, claim, CLAIM_MEANINGS[claim], tuple(others[skill_id, claim]))
            for skill_id, claim in sorted(others)
        ),
    )


def _held(held: HeldSkill) -> SkillRow:
    return SkillRow(
        held.skill_id,
        held.level,
        "yours" if held.by_user else "held" if held.evidence else "inferred",
        held.reason,
        held.evidence,
        shown=profile.is_shown(held),
        months=held.months,
        last=held.last,
        inferred_from=held.inferred_from,
    )
