"""Cohort reports as DataFrames: who needs help with what, and which gaps are common."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from skillgap.model.assessment import CohortReport
from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan
from skillgap.schedule import Milestone, no_dates
from skillgap.tables import plan as plan_tables
from skillgap.tables.frame import category, frame
from skillgap.taxonomy import Taxonomy

COHORT_COLUMNS = ("student", "outcome", "coverage", "skills", "open_gaps", "biggest_gap", "hours", "message")


def cohort(report: CohortReport, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a file: read ones by coverage, lowest first (who needs help first), then the refused ones by name."""
    rows = [
        {
            "student": assessment.reading.document.name,
            "outcome": "read",
            "coverage": assessment.report.coverage,
            "skills": len(assessment.reading.profile.skills),
            "open_gaps": len(assessment.report.open),
            "biggest_gap": _biggest_gap(assessment.report, taxonomy),
            "hours": assessment.plan.hours,
            "message": " ".join(assessment.reading.document.warnings),
        }
        for assessment in report.assessments
    ]
    rows.sort(key=lambda row: (row["coverage"], row["student"]))
    refused = [
        {"student": refusal.name, "outcome": "not read", "message": refusal.message} for refusal in report.refusals
    ]
    return frame([*rows, *sorted(refused, key=lambda row: row["student"])], COHORT_COLUMNS)


def _biggest_gap(report: GapReport, taxonomy: Taxonomy) -> str:
    return taxonomy.name(report.pressing[0].skill_id) if report.pressing else ""


def heatmap(report: CohortReport, taxonomy: Taxonomy) -> pd.DataFrame:
    """Students x required skills: share of each requirement that is met, 0 to 1; most important skill first."""
    columns = sorted(report.role.requirements, key=lambda requirement: (-requirement.importance, requirement.skill_id))
    names = {
        requirement.options: " or ".join(taxonomy.name(option) for option in requirement.options)
        for requirement in columns
    }
    rows = []
    for assessment in report.assessments:
        shares = {gap.options: gap.met_share for gap in assessment.report.gaps}
        row = {"student": assessment.reading.document.name}
        rows.append(row | {names[requirement.options]: shares[requirement.options] for requirement in columns})
    return frame(rows, ("student", *dict.fromkeys(names.values())))


def common_gaps(report: CohortReport, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a requirement that somebody misses: most students first, then importance."""
    counts: dict[tuple[str, ...], int] = {}
    for assessment in report.assessments:
        for gap in assessment.report.open:
            counts[gap.options] = counts.get(gap.options, 0) + 1
    rows: list[dict[str, Any]] = [
        {
            "skill": " or ".join(taxonomy.name(option) for option in requirement.options),
            "category": category(requirement.skill_id, taxonomy),
            "importance": requirement.importance,
            "students": counts[requirement.options],
            "share": counts[requirement.options] / len(report.assessments),
        }
        for requirement in report.role.requirements
        if requirement.options in counts
    ]
    rows.sort(key=lambda row: (-row["students"], -row["importance"], row["skill"]))
    return frame(rows, ("skill", "category", "importance", "students", "share"))


def recommendations(
    report: CohortReport, taxonomy: Taxonomy, dates: Callable[[LearningPlan], Iterable[Milestone]] = no_dates
) -> pd.DataFrame:
    """Everybody's plan in one table, a student's steps together, in the order of the files.

    Args:
        report: The cohort against its role.
        taxonomy: Names of skills.
        dates: When the steps of a plan are due; without it the dates are empty.
    """
    parts = []
    for assessment in report.assessments:
        part = plan_tables.plan(assessment, taxonomy, dates(assessment.plan))
        part.insert(0, "student", assessment.reading.document.name)
        parts.append(part)
    return pd.concat(parts, ignore_index=True) if parts else frame([], ("student", *plan_tables.PLAN_COLUMNS))
