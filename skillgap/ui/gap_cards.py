"""The topics of a role as cards in three columns (have, named only, missing); soft skills below them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.model.gaps import GapReport
from skillgap.model.resume import SkillProfile
from skillgap.tables import gaps as gap_tables
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, glossary
from skillgap.ui.components import escape_markdown, pluralise

COLUMNS = {
    "shown": ("Have", "Nothing yet: the first project changes that."),
    "begun": ("Named only, or in part", "Nothing is only named."),
    "missing": ("Missing", "Nothing is missing completely."),
}
"""Status of a topic -> title of its column, and the text of an empty column."""
IN_SIGHT = 5
"""Cards of a column that are visible; the others, which matter least, are folded."""
SOFT = {"shown": "Shown by what you did", "named": "Named only", "missing": "Not mentioned"}
SOFT_COLUMNS = 3


def columns(table: pd.DataFrame, lines: Mapping[str, str]) -> None:
    """Draw the topics of ``gaps.topics`` in three columns, core topics first.

    Args:
        table: The topics.
        lines: Name of a topic -> its best line of the resume; see ``gaps.topic_lines``.
    """
    for place, (status, (title, nothing)) in zip(st.columns(len(COLUMNS)), COLUMNS.items(), strict=True):
        rows = list(table[table["status"] == status].itertuples())
        place.header(f"{title} ({len(rows)})")
        if not rows:
            place.caption(nothing)
        for one in rows[:IN_SIGHT]:
            _card(place, one, lines)
        if rows[IN_SIGHT:]:
            fold = place.expander(f"{len(rows) - IN_SIGHT} more", key=f"more-{status}")
            for one in rows[IN_SIGHT:]:
                _card(fold, one, lines)


def _card(place: DeltaGenerator, one: Any, lines: Mapping[str, str]) -> None:
    """Draw one topic: name, tier, reason, and its line of the resume if there is one."""
    box = place.container(border=True, gap="xsmall", key=f"card-gap-{one.Index}")
    box.markdown(f"**{escape_markdown(one.topic)}** {components.tier_badge(one.tier)}")
    if reason := _reason(one):
        box.text(reason)
    if one.status == "missing" and one.why and one.missing != one.topic:
        box.caption(escape_markdown(one.missing))
    if one.status != "missing" and (line := lines.get(one.topic)):
        box.caption(f"\u201c{escape_markdown(line)}\u201d")


def _reason(one: Any) -> str:
    """Skills of a topic that are shown or still to show, or its reason; empty if the topic's name says it already."""
    if one.status == "shown":
        shown = one.you_show or one.named
        return "" if shown == one.topic else f"You show {shown}."
    if one.status == "begun":
        return f"Still to show: {', '.join(filter(None, (one.named, one.missing)))}."
    return one.why or f"The role asks for {one.missing}."


def ways_of_working(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> None:
    """The soft skills of the role by NACE competency; they have a figure of their own and are in no plan."""
    if not report.soft:
        return
    share = f"{report.ways_of_working:.0%}"
    st.header(f"Ways of working: {share}", help=glossary.TERMS["Ways of working"])
    places = st.columns(SOFT_COLUMNS)
    for place, row in enumerate(gap_tables.ways_of_working(report, held, taxonomy).itertuples()):
        _competency(places[place % SOFT_COLUMNS], row)
    st.caption(
        f"{pluralise(len(report.soft), 'skill')} that no course teaches. They take no hours. The plan has an interview "
        "question for each."
    )


def _competency(place: DeltaGenerator, row: Any) -> None:
    """One NACE competency with its soft skills by status."""
    box = place.container(border=True, gap="xsmall", key=f"card-soft-{row.Index}")
    box.markdown(f"**{escape_markdown(row.competency or 'Other')}**")
    for status, words in SOFT.items():
        if names := getattr(row, status):
            box.text(f"{words}: {names}")


def chosen(table: pd.DataFrame) -> pd.DataFrame:
    """Draw filters for status and tier, and return the selected rows."""
    left, right = st.columns(2)
    statuses = left.pills("Status", list(dict.fromkeys(table["status"])), selection_mode="multi")
    tiers = right.pills("Tier", list(dict.fromkeys(table["tier"])), selection_mode="multi")
    rows = table[table["status"].isin(statuses)] if statuses else table
    return rows[rows["tier"].isin(tiers)] if tiers else rows


def counting(table: pd.DataFrame, report: GapReport) -> None:
    """Draw how the coverage is computed, and every demand with its figures."""
    st.markdown(
        """
- Coverage is the share of the role's demands that your **resume shows**. At 100 % it shows every demand.
- The weight of a demand is its importance, times 4 for core topics, 2 for next topics and 1 for later topics.
- It does not predict whether you will be hired. Most postings describe an ideal, and interns are there to learn.
- You may know more than the resume shows. Add a line that shows it, or set the level on the Resume page.
- An alternative skill counts half, for example MySQL for PostgreSQL. The reason says so.
"""
    )
    number = st.column_config.NumberColumn(format="%.2f")
    components.table(
        chosen(table),
        "Every demand of the role with what the resume shows for it",
        {"points": number, "possible": number, "priority": st.column_config.NumberColumn(format="%.1f")},
        columns=["topic", "skill", "status", "tier", "importance", "required", "held", "points", "possible", "reason"],
    )
    st.text(f"Sum of all points: {table['points'].sum():.2f} of 100 = technical coverage {report.coverage:.2%}")
