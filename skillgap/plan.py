"""A GapReport into a LearningPlan: prerequisites first, then whatever adds the most coverage an hour."""

import math
from collections.abc import Collection, Mapping

from skillgap.catalogue import Resource
from skillgap.model import Gap, GapReport, LearningPlan, SkillProfile, Step
from skillgap.taxonomy import Taxonomy

RESOURCES_SHOWN = 3
"""A choice, not a list to get lost in."""
UNKNOWN_HOURS = 10
"""Hours of a skill that no resource teaches: about a weekend; only data of a user's own can lack one."""


def build(report: GapReport, profile: SkillProfile, taxonomy: Taxonomy) -> LearningPlan:
    """The open gaps in an order that can be followed as it stands.

    Among the skills whose prerequisites are met or planned earlier, the one with the most coverage points an hour
    comes first; a prerequisite that the role does not ask for takes its worth from what it leads to. Ties go by id.
    """
    targets = {gap.skill_id: gap for gap in report.open}
    before = _prerequisites(targets, profile, taxonomy)
    hours = {skill_id: _hours(_teaching(skill_id, _level(skill_id, targets), taxonomy)) for skill_id in before}
    worth = {skill_id: report.possible(targets[skill_id]) if skill_id in targets else 0.0 for skill_id in before}
    order = _order(before, hours, worth)
    return LearningPlan(
        report.role, tuple(_step(skill_id, targets, before, order, hours, worth, taxonomy) for skill_id in order)
    )


def _level(skill_id: str, targets: Mapping[str, Gap]) -> int:
    """Level to reach: what the role asks for; a mere prerequisite needs exposure."""
    return targets[skill_id].required if skill_id in targets else 1


def _prerequisites(targets: Collection[str], profile: SkillProfile, taxonomy: Taxonomy) -> dict[str, frozenset[str]]:
    """Skill to learn -> the skills to learn before it, with every prerequisite that the resume does not show."""
    found: dict[str, frozenset[str]] = {}
    pending = sorted(targets)
    while pending:
        skill_id = pending.pop()
        if skill_id not in found:
            skill = taxonomy.skills.get(skill_id)
            missing = [
                other
                for other in (skill.prerequisites if skill else ())
                if other in targets or not profile.level(other)
            ]
            found[skill_id] = frozenset(missing)
            pending += missing
    return found


def _order(before: Mapping[str, frozenset[str]], hours: Mapping[str, int], worth: Mapping[str, float]) -> list[str]:
    """Always the free skill that leads to the most points an hour: its own, or those of what it opens."""
    needed = {skill_id: _closure(skill_id, before) for skill_id in before}
    value = {skill_id: _value(skill_id, needed, hours, worth) for skill_id in before}
    order: list[str] = []
    waiting = set(before)
    while waiting:
        free = [skill_id for skill_id in waiting if before[skill_id].isdisjoint(waiting)]
        following = min(free, key=lambda skill_id: (-value[skill_id], skill_id))
        order.append(following)
        waiting.remove(following)
    return order


def _value(
    skill_id: str, needed: Mapping[str, Collection[str]], hours: Mapping[str, int], worth: Mapping[str, float]
) -> float:
    """Best points an hour: of the skill alone, or of what it leads to together with all that needs."""
    bundles = [{skill_id}, *(bundle for bundle in needed.values() if skill_id in bundle)]
    return max(math.fsum(worth[one] for one in bundle) / sum(hours[one] for one in bundle) for bundle in bundles)


def _closure(skill_id: str, before: Mapping[str, frozenset[str]]) -> set[str]:
    """The skill with everything to learn before it."""
    found = {skill_id}
    pending = [skill_id]
    while pending:
        new = before[pending.pop()] - found
        found |= new
        pending += new
    return found


def _teaching(skill_id: str, level: int, taxonomy: Taxonomy) -> tuple[Resource, ...]:
    """What to learn the skill from: first what reaches the level without money, then the shortest."""
    known = taxonomy.teaching.get(skill_id, ())
    ranked = sorted(
        known,
        key=lambda resource: (
            resource.level < level,
            not resource.free,
            -min(resource.level, level),
            resource.hours,
            resource.id,
        ),
    )
    return tuple(ranked[:RESOURCES_SHOWN])


def _hours(resources: tuple[Resource, ...]) -> int:
    return resources[0].hours if resources else UNKNOWN_HOURS


def _step(
    skill_id: str,
    targets: Mapping[str, Gap],
    before: Mapping[str, frozenset[str]],
    order: list[str],
    hours: Mapping[str, int],
    worth: Mapping[str, float],
    taxonomy: Taxonomy,
) -> Step:
    unlocks = tuple(other for other in order if skill_id in before[other])
    skill = taxonomy.skills.get(skill_id)
    return Step(
        skill_id=skill_id,
        reason=_reason(targets.get(skill_id), worth[skill_id], unlocks, taxonomy),
        level=_level(skill_id, targets),
        hours=hours[skill_id],
        points=worth[skill_id],
        unlocks=unlocks,
        resources=_teaching(skill_id, _level(skill_id, targets), taxonomy),
        proof=skill.proof if skill else "",
    )


def _reason(gap: Gap | None, points: float, unlocks: tuple[str, ...], taxonomy: Taxonomy) -> str:
    opens = f"comes before {', '.join(taxonomy.name(skill_id) for skill_id in unlocks)}" if unlocks else ""
    if gap is None:
        return f"Not asked for by the role, but {opens}."
    asked = (
        f"Importance {gap.importance} of 5, level {gap.required} asked, {gap.held:g} shown: adds {points:.1f} points"
    )
    return f"{asked}; {opens}." if opens else f"{asked}."
