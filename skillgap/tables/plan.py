"""What a plan buys and leaves, and when its steps fall, as DataFrames."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from skillgap.model.assessment import GapReport, LearningPlan
from skillgap.plan.learning_plan import BudgetOption, UnplannedGap
from skillgap.schedule import WEEK, Milestone
from skillgap.tables import resume as tables
from skillgap.taxonomy import Taxonomy

UNPLANNED_COLUMNS = ("skill", "category", "tier", "importance", "required", "held", "possible", "hours", "why")
PURCHASE_COLUMNS = ("hours_more", "coverage", "adds", "learn_too", "instead_of")
TIMELINE_COLUMNS = ("step", "skill", "hours", "start", "due", "weeks")


def unplanned(report: GapReport, remainders: Iterable[UnplannedGap], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a gap that the plan leaves open, most pressing first, with the reason."""
    rows = [
        {
            "skill": " or ".join(taxonomy.name(option) for option in one.gap.options or (one.gap.skill_id,)),
            "category": tables.category(one.gap.skill_id, taxonomy),
            "tier": tables.TIERS[one.gap.tier],
            "importance": one.gap.importance,
            "required": one.gap.required,
            "held": one.gap.held,
            "possible": report.possible(one.gap),
            "hours": one.hours,
            "why": one.reason,
        }
        for one in remainders
    ]
    return tables.frame(rows, UNPLANNED_COLUMNS)


def purchases(report: GapReport, found: Sequence[BudgetOption], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a number of hours beyond the first: coverage, points added, and how the choice of skills changes."""
    bought, *more = found
    before = set(bought.skill_ids)
    rows = [
        {
            "hours_more": one.budget - bought.budget,
            "coverage": 100 * report.coverage + one.points,
            "adds": one.points - bought.points,
            "learn_too": _names([skill_id for skill_id in one.skill_ids if skill_id not in before], taxonomy),
            "instead_of": _names(
                [skill_id for skill_id in bought.skill_ids if skill_id not in one.skill_ids], taxonomy
            ),
        }
        for one in more
    ]
    return tables.frame(rows, PURCHASE_COLUMNS)


def cheapest_gain_sentence(bought: BudgetOption, more: Iterable[BudgetOption], taxonomy: Taxonomy) -> str:
    """The least of ``more`` that adds any coverage, as a sentence."""
    for one in more:
        if one.points > bought.points:
            new = _names([skill_id for skill_id in one.skill_ids if skill_id not in bought.skill_ids], taxonomy)
            gone = _names([skill_id for skill_id in bought.skill_ids if skill_id not in one.skill_ids], taxonomy)
            instead = f" in place of {gone}" if gone else ""
            extra = one.budget - bought.budget
            return f"With {extra} h more you could add {new}{instead}: {one.points - bought.points:.1f} points."
    return "A few hours more would add nothing yet."


def ladder(report: GapReport, rungs: Iterable[tuple[int, float]]) -> pd.DataFrame:
    """One row a number of hours, given with the points it adds: the coverage in percent that the best plan reaches."""
    rows = [{"hours": hours, "coverage": 100 * report.coverage + points} for hours, points in rungs]
    return tables.frame(rows, ("hours", "coverage"))


def timeline(plan: LearningPlan, milestones: Sequence[Milestone], taxonomy: Taxonomy, *, start: date) -> pd.DataFrame:
    """One row a step to do, with its days and the weeks from ``start`` on (the first is week 1) that it falls in."""
    numbers = {step.skill_id: (number, step.hours) for number, step in enumerate(plan.steps, start=1)}
    rows = [
        {
            "step": numbers[one.skill_id][0],
            "skill": taxonomy.name(one.skill_id),
            "hours": numbers[one.skill_id][1],
            "start": one.start.isoformat(),
            "due": one.due.isoformat(),
            "weeks": _weeks(one, start),
        }
        for one in milestones
    ]
    return tables.frame(rows, TIMELINE_COLUMNS)


def must_haves(report: GapReport, plan: LearningPlan) -> tuple[int, int, int]:
    """Demands needed to apply: met now, met after the plan, and all."""
    closed = {skill_id for step in plan.steps for skill_id in step.meets}
    asked = [gap for gap in report.gaps if gap.tier == "apply"]
    now = [gap for gap in asked if not gap.shortfall]
    return len(now), len(now) + sum(gap.skill_id in closed for gap in asked), len(asked)


def _weeks(milestone: Milestone, start: date) -> str:
    first, last = (1 + (day - start).days // WEEK for day in (milestone.start, milestone.due))
    return str(first) if first == last else f"{first} to {last}"


def _names(skill_ids: Iterable[str], taxonomy: Taxonomy) -> str:
    return ", ".join(taxonomy.name(skill_id) for skill_id in skill_ids)
