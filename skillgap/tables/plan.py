"""Learning plans as DataFrames: steps, dates, topics left out, quick wins, stories and certificates."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from skillgap.characters import LEADING_MARKS
from skillgap.model.assessment import Assessment
from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan, Step
from skillgap.schedule import WEEK, Milestone
from skillgap.tables.frame import TIERS, category, frame
from skillgap.taxonomy import Taxonomy

PLAN_COLUMNS = (
    "step",
    "topic",
    "tier",
    "skill",
    "category",
    "role",
    "importance",
    "required",
    "held",
    "priority",
    "reason",
    "hours",
    "study_hours",
    "proof_hours",
    "total_hours",
    "points",
    "coverage_after",
    "resource",
    "provider",
    "url",
    "format",
    "resource_level",
    "cost",
    "hours_source",
    "proof_task",
    "start",
    "due",
    "status",
    "done_on",
)
UNPLANNED_COLUMNS = ("topic", "tier", "hours", "why")
TIMELINE_COLUMNS = ("step", "topic", "hours", "start", "due", "weeks")
QUICK_WIN_COLUMNS = ("skills", "line", "write")
STORY_COLUMNS = ("skill", "line", "question")
CERTIFICATE_COLUMNS = ("certificate", "held", "fee", "hours", "covered", "advice")


def plan(assessment: Assessment, taxonomy: Taxonomy, milestones: Iterable[Milestone] = ()) -> pd.DataFrame:
    """One row for each step in order, with its first resource, and with dates if there are ``milestones``.

    ``total_hours`` and ``coverage_after`` are running totals; steps that are done add no hours.
    """
    report, total, reached = assessment.report, 0, 100 * assessment.report.coverage
    times = {one.topic_id: one for one in milestones}
    rows = []
    for number, step in enumerate(assessment.plan.steps, start=1):
        total += step.hours if step.done is None else 0
        reached += step.points
        time = times.get(step.topic_id)
        rows.append(
            {
                "step": number,
                "topic": step.name,
                "tier": TIERS[step.tier],
                "skill": ", ".join(taxonomy.name(skill_id) for skill_id in step.skill_ids),
                "category": category(step.skill_ids[0], taxonomy),
                "role": report.role.name,
                **_gap_cells(step, report),
                "reason": step.reason,
                "hours": step.hours,
                "study_hours": step.study_hours,
                "proof_hours": step.proof_hours,
                "total_hours": total,
                "points": step.points,
                "coverage_after": reached,
                **_resource_cells(step),
                "proof_task": step.task,
                "start": time.start.isoformat() if time else "",
                "due": time.due.isoformat() if time else "",
                "status": "to do" if step.done is None else "done",
                "done_on": step.done or "",
            }
        )
    return frame(rows, PLAN_COLUMNS)


def _gap_cells(step: Step, report: GapReport) -> dict[str, Any]:
    """Importance, levels and priority of the step's gap with the highest priority; zeros for a project."""
    own = [gap for gap in report.of_topic(step.topic_id) if gap.skill_id in step.meets]
    gaps = own or [gap for gap in report.technical if gap.skill_id in step.meets]
    gap = max(gaps, key=lambda one: (one.priority, one.importance), default=None)
    return {
        "importance": gap.importance if gap else 0,
        "required": gap.required if gap else 0,
        "held": gap.held if gap else 0.0,
        "priority": gap.priority if gap else 0.0,
    }


def _resource_cells(step: Step) -> dict[str, Any]:
    first = step.learn_from[0] if step.learn_from else None
    return {
        "resource": first.resource.title if first else "",
        "provider": first.resource.provider if first else "",
        "url": first.resource.url if first else "",
        "format": first.resource.kind if first else "",
        "resource_level": max(module.to_level for module in first.modules) if first else 0,
        "cost": first.resource.cost if first else "",
        "hours_source": first.resource.hours_source if first else "",
    }


def unplanned(plan: LearningPlan) -> pd.DataFrame:
    """One row for each topic left out of the plan, in the role's order, with the reason."""
    rows = [{"topic": one.name, "tier": TIERS[one.tier], "hours": one.hours, "why": one.reason} for one in plan.left]
    return frame(rows, UNPLANNED_COLUMNS)


def timeline(plan: LearningPlan, milestones: Sequence[Milestone], *, start: date) -> pd.DataFrame:
    """One row for each step to do, with its dates and its weeks; week 1 begins on ``start``."""
    steps = {step.topic_id: (number, step) for number, step in enumerate(plan.steps, start=1)}
    rows = [
        {
            "step": steps[one.topic_id][0],
            "topic": steps[one.topic_id][1].name,
            "hours": steps[one.topic_id][1].hours,
            "start": one.start.isoformat(),
            "due": one.due.isoformat(),
            "weeks": _weeks(one, start),
        }
        for one in milestones
    ]
    return frame(rows, TIMELINE_COLUMNS)


def quick_wins(assessment: Assessment, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each line of the resume that may show skills without naming them."""
    text = assessment.reading.document.text
    rows = [
        {
            "skills": ", ".join(taxonomy.name(skill_id) for skill_id in one.skill_ids),
            "line": " ".join(text[one.start : one.end].split()).lstrip(LEADING_MARKS),
            "write": one.write,
        }
        for one in assessment.quick_wins
    ]
    return frame(rows, QUICK_WIN_COLUMNS)


def stories(assessment: Assessment, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each interview story, with its line of the resume if there is one."""
    text = assessment.reading.document.text
    rows = [
        {
            "skill": taxonomy.name(one.skill_id),
            "line": " ".join(text[one.start : one.end].split()).lstrip(LEADING_MARKS),
            "question": one.question,
        }
        for one in assessment.stories
    ]
    return frame(rows, STORY_COLUMNS)


def certificates(assessment: Assessment, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each certificate of the role."""
    rows = [
        {
            "certificate": taxonomy.name(one.skill_id),
            "held": one.held,
            "fee": one.fee,
            "hours": one.hours,
            "covered": one.covered,
            "advice": one.advice,
        }
        for one in assessment.certificates
    ]
    return frame(rows, CERTIFICATE_COLUMNS)


def _weeks(milestone: Milestone, start: date) -> str:
    first, last = (1 + (day - start).days // WEEK for day in (milestone.start, milestone.due))
    return str(first) if first == last else f"{first} to {last}"
