"""What there is to learn: the demands with the skills that may meet each, what those need first, and the hours."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from skillgap.model.assessment import Gap, GapReport
from skillgap.model.resume import SkillProfile
from skillgap.model.taxonomy import Resource
from skillgap.plan.preferences import PlanPreferences
from skillgap.taxonomy import Taxonomy

UNKNOWN_HOURS = 10
"""Hours of a skill that no resource teaches: about a weekend; only data of a user's own can lack one."""
TWELFTHS = 12
"""Importance times the open share of a demand is a whole number of twelfths: levels of 1 to 3, held in halves."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One open gap as the plan may close it.

    Attributes:
        gap: The gap.
        options: Ids of the skills that may meet it, the first named first; empty where none can be planned.
        worth: Importance times open share, in twelfths.
    """

    gap: Gap
    options: tuple[str, ...]
    worth: int


@dataclass(frozen=True, slots=True)
class LearningProblem:
    """Everything that may be learned for a role.

    Attributes:
        demands: The open gaps, most pressing first.
        needs: Skill -> the skills that must be learned before it: neither shown nor done. Every skill that any demand
            may lead to is a key.
        after: Skill -> the skills to learn before it where both are planned: ``needs``, and what is shown too weakly.
        levels: Skill -> level to reach.
        teaching: Skill -> what to learn it from, the one the hours are taken from first.
        unmatched: Skills of which no resource passes the filters, so that all are shown.
        hours: Skill -> whole hours; 0 for what is done.
        done: Skills that are done, by day.
    """

    demands: tuple[Demand, ...]
    needs: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]
    levels: Mapping[str, int]
    teaching: Mapping[str, tuple[Resource, ...]]
    unmatched: frozenset[str]
    hours: Mapping[str, int]
    done: tuple[str, ...]


def build_problem(
    report: GapReport, profile: SkillProfile, taxonomy: Taxonomy, wishes: PlanPreferences
) -> LearningProblem:
    """What may be learned to close the open gaps."""
    everything = {skill_id for gap in report.open for skill_id in gap.options or (gap.skill_id,)}
    after = _prerequisites(everything, profile, taxonomy)
    done = tuple(sorted(after.keys() & wishes.done.keys(), key=lambda skill_id: (wishes.done[skill_id], skill_id)))
    needs = {
        skill_id: frozenset(
            () if skill_id in done else (one for one in before if not profile.level(one) and one not in done)
        )
        for skill_id, before in after.items()
    }
    demands = tuple(_demand(gap, profile, needs, done, wishes) for gap in report.open)
    levels = dict.fromkeys(after, 1)
    for demand in demands:
        for skill_id in demand.options:
            levels[skill_id] = max(levels[skill_id], demand.gap.required)
    teaching = {skill_id: _teaching(skill_id, levels[skill_id], taxonomy, wishes) for skill_id in after}
    return LearningProblem(
        demands=demands,
        needs=needs,
        after=after,
        levels=levels,
        teaching=teaching,
        unmatched=frozenset(
            skill_id for skill_id, known in teaching.items() if known and not any(map(wishes.allow, known))
        ),
        hours={skill_id: 0 if skill_id in done else _hours(known) for skill_id, known in teaching.items()},
        done=done,
    )


def closure(skill_id: str, before: Mapping[str, Collection[str]]) -> set[str]:
    """The skill with everything to learn before it."""
    found = {skill_id}
    pending = [skill_id]
    while pending:
        new = set(before[pending.pop()]) - found
        found |= new
        pending += new
    return found


def study_hours(skill_id: str, work: LearningProblem) -> int:
    """Hours of a skill by itself, also of one that is done."""
    return _hours(work.teaching[skill_id])


def option_hours(skill_id: str, level: int, work: LearningProblem, taxonomy: Taxonomy, wishes: PlanPreferences) -> int:
    """Hours of a skill to a level together with what it needs first."""
    ahead = closure(skill_id, work.needs) - {skill_id}
    return _hours(_teaching(skill_id, level, taxonomy, wishes)) + sum(work.hours[one] for one in ahead)


def blocked_by(skill_id: str, needs: Mapping[str, Collection[str]], wishes: PlanPreferences) -> list[str]:
    """Ids of the skills left out that keep a skill out of the plan, itself among them, sorted."""
    return sorted(closure(skill_id, needs) & set(wishes.skip))


def _demand(
    gap: Gap, profile: SkillProfile, needs: Mapping[str, Collection[str]], done: Iterable[str], wishes: PlanPreferences
) -> Demand:
    """The skills that may meet a demand: what is done or wished for, else what was begun, else every one."""
    every = gap.options or (gap.skill_id,)
    options = tuple(one for one in every if one in done or not blocked_by(one, needs, wishes))
    begun = (gap.skill_id,) if profile.level(gap.skill_id) else ()
    for preferred in (tuple(done), (wishes.options.get(every[0]),), begun):
        kept = tuple(one for one in options if one in preferred)
        if kept:
            options = kept
            break
    return Demand(gap, options, round(TWELFTHS * gap.importance * (1 - gap.share)))


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
    return {skill_id: found[skill_id] for skill_id in sorted(found)}


def _teaching(skill_id: str, level: int, taxonomy: Taxonomy, wishes: PlanPreferences) -> tuple[Resource, ...]:
    """What to learn the skill from: the chosen one, then what reaches the level without money, then the shortest.

    Where nothing passes the filters everything is kept, so that a filter never hides a skill.
    """
    known = taxonomy.teaching.get(skill_id, ())
    chosen = wishes.chosen.get(skill_id, "")
    allowed = tuple(resource for resource in known if wishes.allow(resource)) or known
    return tuple(
        sorted(
            [*allowed, *(one for one in known if one.id == chosen and one not in allowed)],
            key=lambda resource: (
                resource.id != chosen,
                resource.level < level,
                not resource.free,
                -min(resource.level, level),
                resource.hours,
                resource.id,
            ),
        )
    )


def _hours(resources: tuple[Resource, ...]) -> int:
    return resources[0].hours if resources else UNKNOWN_HOURS
