"""Roles and job postings as DataFrames: requirements, ranking of roles, and comparison of two roles."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from skillgap import posting
from skillgap.model.gaps import Gap, GapReport
from skillgap.posting import Posting
from skillgap.tables.frame import frame
from skillgap.taxonomy import Taxonomy

WANTED_COLUMNS = ("skill", "asked_by", "postings", "required_by", "importance", "level", "reason", "sentences")
COMPARISON_COLUMNS = ("skill", "asked_by", "first_importance", "second_importance", "required", "held", "open_in_both")
RANKING_COLUMNS = ("role", "role_id", "coverage", "met", "asked", "you_show", "still_asked")
NAMED = 4
"""Requirements named beside each ranked role; four explain its rank and fit in a table cell."""
SCREEN_COLUMNS = ("posting", "kind", "sentence")


def wanted(postings: Sequence[Posting], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each skill, or choice of skills, that the postings require, most important first."""
    rows = [
        {
            "skill": taxonomy.either(one.options),
            "asked_by": one.asked,
            "postings": one.postings,
            "required_by": one.required,
            "importance": one.importance,
            "level": one.level,
            "reason": one.reason,
            "sentences": " | ".join(f"{title}: {quote}" for title, quote in one.quotes),
        }
        for one in posting.merge(postings)
    ]
    return frame(rows, WANTED_COLUMNS)


def screens(postings: Sequence[Posting]) -> pd.DataFrame:
    """One row for each condition that no skill can meet: a degree, a year of study, a work permit."""
    rows = [
        {"posting": one.title, "kind": screen.kind.replace("-", " "), "sentence": screen.quote}
        for one in postings
        for screen in one.screens
    ]
    return frame(rows, SCREEN_COLUMNS)


def ranking(reports: Iterable[GapReport], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each role, in the order of ``reports``, with the greatest contributions and the largest gaps."""
    rows = [
        {
            "role": report.role.name,
            "role_id": report.role.id,
            "coverage": report.coverage,
            "met": sum(not gap.shortfall for gap in report.technical),
            "asked": len(report.technical),
            "you_show": _names(weightiest(report), taxonomy),
            "still_asked": _names(report.pressing, taxonomy),
        }
        for report in reports
    ]
    return frame(rows, RANKING_COLUMNS)


def ranking_for_reading(reports: Iterable[GapReport], taxonomy: Taxonomy) -> pd.DataFrame:
    """The rows of ``ranking`` without ids, for display."""
    return ranking(reports, taxonomy).drop(columns="role_id")


def strongest(report: GapReport, taxonomy: Taxonomy) -> str:
    """Names of the met requirements that add most to the coverage."""
    return _names(weightiest(report), taxonomy)


def weightiest(report: GapReport) -> list[Gap]:
    """Gaps that are met at least in part, those that add most to the coverage first."""
    return sorted((gap for gap in report.gaps if gap.held), key=lambda gap: (-report.points(gap), gap.skill_id))


def _names(gaps: Sequence[Gap], taxonomy: Taxonomy) -> str:
    return ", ".join(taxonomy.name(gap.skill_id) for gap in gaps[:NAMED])


def compare_roles(first: GapReport, second: GapReport, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each skill that either role requires, shared skills first; importance 0 if a role does not."""
    asked = [{gap.skill_id: gap for gap in report.gaps} for report in (first, second)]
    rows: list[dict[str, Any]] = []
    for skill_id in {**asked[0], **asked[1]}:
        here, there = (one.get(skill_id) for one in asked)
        weight, other = (gap.importance if gap else 0 for gap in (here, there))
        either = here or there
        rows.append(
            {
                "skill": taxonomy.name(skill_id),
                "asked_by": "both" if here and there else (first if here else second).role.name,
                "first_importance": weight,
                "second_importance": other,
                "required": max(gap.required for gap in (here, there) if gap),
                "held": either.held if either else 0.0,
                "open_in_both": bool(here and there and here.shortfall and there.shortfall),
            }
        )
    rows.sort(
        key=lambda row: (row["asked_by"] != "both", -row["first_importance"] - row["second_importance"], row["skill"])
    )
    return frame(rows, COMPARISON_COLUMNS)
