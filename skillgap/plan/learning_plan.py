"""A GapReport into a LearningPlan: prerequisites first, most coverage an hour next; or the best plan for N hours.

``wishes`` is what the student set, ``work`` what may be learned, ``best`` chooses among it, ``order`` puts it in order.
"""

from collections.abc import Collection
from dataclasses import dataclass

from skillgap.model.assessment import Gap, GapReport, LearningPlan, Step
from skillgap.model.resume import SkillProfile
from skillgap.plan import solver
from skillgap.plan.ordering import arrange
from skillgap.plan.preferences import NO_PREFERENCES, PlanPreferences
from skillgap.plan.problem import (
    TWELFTHS,
    LearningProblem,
    blocked_by,
    build_problem,
    closure,
    option_hours,
    study_hours,
)
from skillgap.taxonomy import Taxonomy

EXTRA_HOURS = (5, 10, 20, 40)
"""Hours more than there are whose worth is told: from an evening to a good week."""
RUNGS = 8
"""Steps of the way from no hour to all: each is a programme to be solved."""


def build(
    report: GapReport, profile: SkillProfile, taxonomy: Taxonomy, *, wishes: PlanPreferences = NO_PREFERENCES
) -> LearningPlan:
    """The open gaps in an order that can be followed as it stands.

    Where several skills would meet a demand, those are chosen that make the least work in all. Among the skills whose
    prerequisites are met or planned earlier, the one with the most coverage points an hour comes first; a prerequisite
    that the role does not ask for takes its worth from what it leads to. Ties go by id.

    Args:
        report: The gaps.
        profile: What is shown already.
        taxonomy: Prerequisites, resources and proof tasks.
        wishes: What the student set.
    """
    work = build_problem(report, profile, taxonomy, wishes)
    return _plan(report, work, solver.least(work), taxonomy, wishes)


def within(
    report: GapReport,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    hours: int,
    *,
    wishes: PlanPreferences = NO_PREFERENCES,
) -> LearningPlan:
    """The plan that adds the most coverage in at most ``hours`` hours, prerequisites included; exact, not greedy.

    Steps that are done are part of it and take no hours. Among plans of equal worth the one with fewer hours is taken.
    """
    work = build_problem(report, profile, taxonomy, wishes)
    return _plan(report, work, solver.within(work, hours), taxonomy, wishes)


@dataclass(frozen=True, slots=True)
class BudgetOption:
    """What the best plan for so many hours would be.

    Attributes:
        budget: Hours there are.
        points: Percentage points of coverage it adds, done steps included.
        skill_ids: What it teaches, sorted.
    """

    budget: int
    points: float
    skill_ids: tuple[str, ...]


def budget_options(
    report: GapReport,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    plan: LearningPlan,
    budget: int,
    *,
    wishes: PlanPreferences = NO_PREFERENCES,
) -> tuple[BudgetOption, ...]:
    """What the hours buy and then what a few more would, each exact; only the first where the plan has everything.

    Args:
        report: The gaps.
        profile: What is shown already.
        taxonomy: Prerequisites and hours.
        plan: The best plan for the hours there are, see ``within``.
        budget: Those hours.
        wishes: What it was made with.
    """
    work = build_problem(report, profile, taxonomy, wishes)
    total = _total(work)
    more = sorted({min(total, budget + extra) for extra in EXTRA_HOURS if budget < total})
    chosen = frozenset(step.skill_id for step in plan.steps)
    every = zip((budget, *more), (chosen, *solver.solve_rising_budgets(work, chosen, more)), strict=True)
    return tuple(
        BudgetOption(hours, _points(report, solver.worth(work, ids)), tuple(sorted(ids))) for hours, ids in every
    )


def coverage_by_hours(
    report: GapReport, profile: SkillProfile, taxonomy: Taxonomy, *, wishes: PlanPreferences = NO_PREFERENCES
) -> tuple[tuple[int, float], ...]:
    """Hours with the points of coverage that the best plan for them adds, in even steps from none to all.

    Nothing where there is nothing left to learn.
    """
    work = build_problem(report, profile, taxonomy, wishes)
    total = _total(work)
    if not total:
        return ()
    between = sorted({round(total * rung / RUNGS) for rung in range(1, RUNGS)} - {0, total})
    # No hour buys what is done, and all hours buy all that can be met: only what lies between is solved for.
    worths = (solver.worth(work, work.done), *solver.max_values(work, between), solver.worth(work, work.needs))
    return tuple((hours, _points(report, worth)) for hours, worth in zip((0, *between, total), worths, strict=True))


def _total(work: LearningProblem) -> int:
    """Hours of all that is missing."""
    return sum(work.hours[skill_id] for skill_id in solver.least(work))


def _points(report: GapReport, worth: int) -> float:
    """Twelfths in percentage points of coverage: the same worth is the same number, whatever it is made of."""
    return 100 * worth / (TWELFTHS * report.weight)


@dataclass(frozen=True, slots=True)
class UnplannedGap:
    """An open gap that a plan leaves.

    Attributes:
        gap: The gap.
        hours: Hours that it would still take with what it needs, done and planned steps taken off; 0 if left out.
        reason: Why it is left, as a sentence.
    """

    gap: Gap
    hours: int
    reason: str


def unplanned_gaps(
    report: GapReport,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    plan: LearningPlan,
    *,
    wishes: PlanPreferences = NO_PREFERENCES,
    hours: int | None = None,
) -> tuple[UnplannedGap, ...]:
    """The open gaps that ``plan`` does not close, most pressing first, each with the reason.

    Args:
        report: The gaps.
        profile: What is shown already.
        taxonomy: Prerequisites and hours.
        plan: The plan that was made of them.
        wishes: What it was made with.
        hours: The hours that it had, or ``None``.
    """
    work = build_problem(report, profile, taxonomy, wishes)
    planned = {step.skill_id for step in plan.steps}
    closed = {skill_id for step in plan.steps for skill_id in step.meets}
    found = []
    for demand in work.demands:
        if demand.gap.skill_id in closed:
            continue
        if not demand.options:
            found.append(UnplannedGap(demand.gap, 0, _barred(demand.gap, work, taxonomy, wishes)))
            continue
        more = min(sum(work.hours[one] for one in closure(option, work.needs) - planned) for option in demand.options)
        free = max(0, (hours or 0) - plan.hours_left)
        reason = f"Does not fit: it takes {more} h more, and {free} h of yours are free."
        found.append(UnplannedGap(demand.gap, more, reason))
    return tuple(found)


def _barred(gap: Gap, work: LearningProblem, taxonomy: Taxonomy, wishes: PlanPreferences) -> str:
    options = gap.options or (gap.skill_id,)
    if all(option in wishes.skip for option in options):
        return "You left it out."
    option = next(option for option in options if option not in wishes.skip)
    names = " and ".join(taxonomy.name(one) for one in blocked_by(option, work.needs, wishes))
    return f"Needs {names} first, which you left out."


def _met(work: LearningProblem, chosen: Collection[str]) -> dict[str, list[Gap]]:
    """Skill -> the gaps that it closes; a gap that several chosen skills would close goes to the first named."""
    found: dict[str, list[Gap]] = {}
    for demand in work.demands:
        option = next((option for option in demand.options if option in chosen), None)
        if option:
            found.setdefault(option, []).append(demand.gap)
    return found


def _plan(
    report: GapReport, work: LearningProblem, chosen: Collection[str], taxonomy: Taxonomy, wishes: PlanPreferences
) -> LearningPlan:
    met = _met(work, chosen)
    worth = {skill_id: sum(map(report.possible, met.get(skill_id, ()))) for skill_id in chosen}
    to_do = frozenset(chosen) - frozenset(work.done)
    before = {skill_id: work.after[skill_id] & to_do for skill_id in sorted(to_do)}
    order = (*work.done, *arrange(before, work.hours, worth, wishes.order))
    steps = []
    for skill_id in order:
        unlocks = tuple(other for other in order if skill_id in before.get(other, ()))
        gaps = met.get(skill_id, [])
        skill = taxonomy.skills.get(skill_id)
        steps.append(
            Step(
                skill_id=skill_id,
                reason=_reason(gaps, worth[skill_id], unlocks, taxonomy),
                level=work.levels[skill_id],
                hours=study_hours(skill_id, work),
                points=worth[skill_id],
                unlocks=unlocks,
                resources=work.teaching[skill_id],
                proof=skill.proof if skill else "",
                meets=tuple(gap.skill_id for gap in gaps),
                options=_options(gaps, work, taxonomy, wishes),
                unmatched=skill_id in work.unmatched,
                done=wishes.done.get(skill_id) if skill_id in work.done else None,
            )
        )
    return LearningPlan(report.role, tuple(steps))


def _options(
    gaps: list[Gap], work: LearningProblem, taxonomy: Taxonomy, wishes: PlanPreferences
) -> tuple[tuple[str, int], ...]:
    if not gaps or len(gaps[0].options) < 2:
        return ()
    return tuple((option, option_hours(option, gaps[0].required, work, taxonomy, wishes)) for option in gaps[0].options)


def _reason(gaps: list[Gap], points: float, unlocks: tuple[str, ...], taxonomy: Taxonomy) -> str:
    opens = f"comes before {', '.join(taxonomy.name(skill_id) for skill_id in unlocks)}" if unlocks else ""
    if not gaps:
        return f"Not asked for by the role, but {opens}." if opens else "Not asked for by the role."
    gap = gaps[0]
    asked = (
        f"Importance {gap.importance} of 5, level {gap.required} asked, {gap.held:g} shown: adds {points:.1f} points"
    )
    return f"{asked}; {opens}." if opens else f"{asked}."
