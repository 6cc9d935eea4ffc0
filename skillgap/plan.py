"""A GapReport into a LearningPlan: prerequisites first, most coverage an hour next; or the best plan for N hours."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from skillgap.catalogue import Resource
from skillgap.model import Gap, GapReport, LearningPlan, SkillProfile, Step
from skillgap.taxonomy import Taxonomy

RESOURCES_SHOWN = 3
"""A choice, not a list to get lost in."""
TIE_BREAK = 1e-6
"""Points that an hour costs: of two plans of equal worth the shorter is chosen, and nothing worthless is kept."""
UNKNOWN_HOURS = 10
"""Hours of a skill that no resource teaches: about a weekend; only data of a user's own can lack one."""


def build(
    report: GapReport, profile: SkillProfile, taxonomy: Taxonomy, *, skip: Collection[str] = (), free: bool = False
) -> LearningPlan:
    """The open gaps in an order that can be followed as it stands.

    Among the skills whose prerequisites are met or planned earlier, the one with the most coverage points an hour
    comes first; a prerequisite that the role does not ask for takes its worth from what it leads to. Ties go by id.
    Where several skills would meet a demand, the one with the least work to it is chosen.

    Args:
        report: The gaps.
        profile: What is shown already.
        taxonomy: Prerequisites, resources and proof tasks.
        skip: Ids of skills that the user has dropped from the plan.
        free: Whether only resources without cost are proposed where there are any.
    """
    work = _work(report, profile, taxonomy, skip, free)
    return LearningPlan(report.role, tuple(_step(skill_id, work, taxonomy) for skill_id in work.order))


def within(
    report: GapReport,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    hours: int,
    *,
    skip: Collection[str] = (),
    free: bool = False,
) -> LearningPlan:
    """The plan that adds the most coverage in at most ``hours`` hours, prerequisites included; exact, not greedy.

    A mixed-integer programme: one 0-1 variable a skill, its hours in one constraint, and for every prerequisite that a
    skill is no more than it. Among plans of equal worth the one with fewer hours is taken.
    """
    work = _work(report, profile, taxonomy, skip, free)
    chosen = _best(work, hours)
    return LearningPlan(
        report.role, tuple(_step(skill_id, work, taxonomy) for skill_id in work.order if skill_id in chosen)
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be learned: gaps by the skill chosen for each, prerequisites, teaching, hours, worth and order."""

    targets: Mapping[str, Gap]
    before: Mapping[str, frozenset[str]]
    teaching: Mapping[str, tuple[Resource, ...]]
    hours: Mapping[str, int]
    worth: Mapping[str, float]
    order: tuple[str, ...]


def _work(report: GapReport, profile: SkillProfile, taxonomy: Taxonomy, skip: Collection[str], free: bool) -> _Work:
    targets = {
        skill_id: gap
        for gap in report.open
        if (skill_id := _cheapest(gap, profile, taxonomy, skip)) and skill_id not in skip
    }
    before = _prerequisites(targets, profile, taxonomy)
    teaching = {skill_id: _teaching(skill_id, _level(skill_id, targets), taxonomy, free) for skill_id in before}
    hours = {skill_id: _hours(resources) for skill_id, resources in teaching.items()}
    worth = {skill_id: report.possible(targets[skill_id]) if skill_id in targets else 0.0 for skill_id in before}
    return _Work(targets, before, teaching, hours, worth, tuple(_order(before, hours, worth)))


def _cheapest(gap: Gap, profile: SkillProfile, taxonomy: Taxonomy, skip: Collection[str]) -> str:
    """Of the skills that meet a demand the one held best, else the one with the least hours to it."""
    options = [skill_id for skill_id in gap.options or (gap.skill_id,) if skill_id not in skip]
    if not options or profile.level(gap.skill_id) or len(options) == 1:
        return gap.skill_id if gap.skill_id in options else next(iter(options), "")

    def work(skill_id: str) -> int:
        needed = _prerequisites((skill_id,), profile, taxonomy)
        return sum(_hours(_teaching(one, gap.required if one == skill_id else 1, taxonomy, False)) for one in needed)

    return min(options, key=lambda skill_id: (work(skill_id), options.index(skill_id)))


def _best(work: _Work, most: int) -> frozenset[str]:
    """The ids that are worth most within ``most`` hours, every one with what it needs."""
    ids = sorted(work.before)
    if not ids:
        return frozenset()
    place = {skill_id: index for index, skill_id in enumerate(ids)}
    hours = np.array([work.hours[skill_id] for skill_id in ids], dtype=float)
    worth = np.array([work.worth[skill_id] for skill_id in ids])
    constraints = [LinearConstraint(hours[np.newaxis, :], ub=float(most))]
    needs = [(place[skill_id], place[other]) for skill_id in ids for other in sorted(work.before[skill_id])]
    if needs:
        rows = np.zeros((len(needs), len(ids)))
        for row, (skill, other) in enumerate(needs):
            rows[row, skill], rows[row, other] = 1.0, -1.0
        constraints.append(LinearConstraint(rows, ub=0.0))
    solved = milp(
        TIE_BREAK * hours - worth, integrality=np.ones(len(ids)), bounds=Bounds(0, 1), constraints=constraints
    )
    return frozenset(ids[index] for index in np.flatnonzero(np.round(solved.x)))


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


def _teaching(skill_id: str, level: int, taxonomy: Taxonomy, free: bool) -> tuple[Resource, ...]:
    """What to learn the skill from: first what reaches the level without money, then the shortest."""
    known = taxonomy.teaching.get(skill_id, ())
    if free:
        known = tuple(resource for resource in known if resource.free) or known
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


def _step(skill_id: str, work: _Work, taxonomy: Taxonomy) -> Step:
    unlocks = tuple(other for other in work.order if skill_id in work.before[other])
    skill = taxonomy.skills.get(skill_id)
    return Step(
        skill_id=skill_id,
        reason=_reason(work.targets.get(skill_id), work.worth[skill_id], unlocks, taxonomy),
        level=_level(skill_id, work.targets),
        hours=work.hours[skill_id],
        points=work.worth[skill_id],
        unlocks=unlocks,
        resources=work.teaching[skill_id],
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
