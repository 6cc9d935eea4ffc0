"""How feedback is shown: rules with their lines, and what an interview may ask; a user's lines are never Markdown."""

import pandas as pd
import streamlit as st

from skillgap.ui import show


def sentences(found: tuple[str, ...]) -> None:
    """What is good, a line each."""
    for sentence in found:
        st.markdown(f"- {show.plain(sentence)}")


def points(table: pd.DataFrame) -> None:
    """The points by urgency, and within it an expander a rule with its lines; those to do first are open."""
    for urgency, rows in table.groupby("urgency", sort=False):
        st.subheader(str(urgency).capitalize())
        for _, places in rows.groupby("rule", sort=False):
            _rule(places, expanded=urgency == table["urgency"].iloc[0])


def _rule(places: pd.DataFrame, *, expanded: bool) -> None:
    rule = places.iloc[0]
    count = f" ({len(places)} shown)" if rule["more"] else f" ({len(places)})" if len(places) > 1 else ""
    with st.expander(show.plain(f"{rule['title']}{count}"), expanded=expanded):
        for place in places.itertuples():
            st.text(str(place.sees))
            if place.line:
                line(str(place.line))
        if rule["more"]:
            st.caption(f"and {rule['more']} more of this kind")
        st.text(f"Why it matters: {rule['why']}")
        st.text(f"What to do: {rule['advice']}")


def line(words: str) -> None:
    """A line of the resume, quoted."""
    st.text(f"\u201c{words}\u201d")


def asked(table: pd.DataFrame) -> None:
    """Each row's line with what is asked about it, and why where a reason is given."""
    for row in table.itertuples():
        with st.container(border=True):
            claim = f" ({row.claim})" if hasattr(row, "claim") else ""
            st.markdown(f"**{show.plain(str(row.skill))}**{show.plain(claim)}")
            line(str(row.line))
            st.text(str(row.question))
            if hasattr(row, "reason"):
                st.caption(show.plain(str(row.reason)))
