"""What a role asks for, as the Gaps page shows it: topics in three columns, soft skills apart, the counting folded."""

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.model.gaps import GapReport
from skillgap.model.resume import SkillProfile
from skillgap.tables import gaps as gap_tables
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components

COLUMNS = {"shown": "Have", "begun": "Begun or named only", "missing": "Missing"}
"""Status of a topic -> the column it stands in."""


def core_shown(table: pd.DataFrame) -> str:
    """How many core topics of ``gaps.topics`` the resume shows, of how many."""
    core = table[table["tier"] == "core"]
    return f"{(core['status'] == 'shown').sum()} of {len(core)}"


def columns(table: pd.DataFrame) -> None:
    """The topics of ``gaps.topics`` in three columns, core ones first."""
    places = st.columns(len(COLUMNS))
    for place, (status, title) in zip(places, COLUMNS.items(), strict=True):
        rows = table[table["status"] == status]
        place.header(f"{title} ({len(rows)})")
        for one in rows.itertuples(index=False):
            _card(place, one)


def _card(place: DeltaGenerator, one: Any) -> None:
    """One topic: its name, tier, and what of it is shown, named and missing."""
    box = place.container(border=True)
    box.markdown(f"**{components.escape_markdown(one.topic)}** \u2003 :gray[{one.tier}]")
    for label, names in (("You show", one.you_show), ("Named or in part", one.named), ("Missing", one.missing)):
        if names:
            box.text(f"{label}: {names}")
    if one.why and one.status != "shown":
        box.caption(components.escape_markdown(one.why))


def ways_of_working(report: GapReport, held: SkillProfile, taxonomy: Taxonomy) -> None:
    """The soft skills of the role in one line each state; they stand in no plan."""
    if not report.soft:
        return
    st.header("Ways of working")
    groups: dict[str, list[str]] = {"Shown by what you did": [], "Named only": [], "Not mentioned": []}
    for gap in report.soft:
        status = gap_tables.status(gap, held)
        key = "Shown by what you did" if status == "met" else "Named only" if gap.held else "Not mentioned"
        groups[key].append(taxonomy.name(gap.skill_id))
    for title, names in groups.items():
        if names:
            st.text(f"{title}: {', '.join(names)}")
    st.caption("They take no hours. The Plan page has a question for each story to have ready.")


def chosen(table: pd.DataFrame) -> pd.DataFrame:
    """The rows that the user wants to see: by status and by tier."""
    left, right = st.columns(2)
    statuses = left.pills("Status", list(dict.fromkeys(table["status"])), selection_mode="multi")
    tiers = right.pills("When it is asked", list(dict.fromkeys(table["tier"])), selection_mode="multi")
    rows = table[table["status"].isin(statuses)] if statuses else table
    return rows[rows["tier"].isin(tiers)] if tiers else rows


def how_to_read() -> None:
    """What the coverage is, and what it is not."""
    st.markdown(
        """
- Coverage says how much of what the role asks for your **resume shows**. 100 % means that every demand is shown.
- Each demand counts its importance, times 4 for core topics, 2 for next ones and 1 for later ones.
- It does not predict whether you will be hired. Most postings describe a wish, and interns are there to learn.
- You may know more than the resume shows. Add the line that shows it, or set the level on the Skills page.
- A skill that does nearly the same job counts half. The reason says so.
"""
    )
