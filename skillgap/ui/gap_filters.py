"""What a role asks for, as the Gaps page shows it: counts, a choice of rows, and how to read the number."""

import pandas as pd
import streamlit as st

from skillgap.model.assessment import GapReport
from skillgap.model.taxonomy import Tier


def met(report: GapReport, tier: Tier) -> str:
    """How many demands of a tier are met, of how many."""
    shortfalls = [gap.shortfall for gap in report.gaps if gap.tier == tier]
    return f"{shortfalls.count(0)} of {len(shortfalls)}"


def chosen(table: pd.DataFrame) -> pd.DataFrame:
    """The rows that the user wants to see: by status and by whether they are asked of applicants."""
    left, right = st.columns(2)
    statuses = left.pills("Status", list(dict.fromkeys(table["status"])), selection_mode="multi")
    tiers = right.pills("When it is asked", list(dict.fromkeys(table["tier"])), selection_mode="multi")
    rows = table[table["status"].isin(statuses)] if statuses else table
    return rows[rows["tier"].isin(tiers)] if tiers else rows


def how_to_read() -> None:
    """What the coverage is, and what it is not."""
    with st.expander("How to read the coverage"):
        st.markdown(
            """
- It says how much of what the role asks for your **resume shows**, important things counting more. 100 % means that
  every demand is shown at the level asked.
- It is **no chance of being hired**. Nobody shows everything: most postings describe a wish, and interns are there
  to learn.
- **Must-haves** are what you are asked for when you apply. The rest is often taught on the job.
- You may know more than the resume shows. Add the line that shows it, or set the level yourself on the Skills page.
- A skill that does nearly the same job counts half, and the reason says so.
"""
        )
