"""How feedback is shown: rules with their lines, and what an interview may ask; a user's lines are never Markdown."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.ui import components, session

Row = dict[Hashable, Any]


def sentences(found: tuple[str, ...]) -> None:
    """What is good, a line each."""
    for sentence in found:
        st.markdown(f"- {components.escape_markdown(sentence)}")


def points(table: pd.DataFrame) -> None:
    """The points by urgency, and within it an expander a rule with its lines; those to do first are open."""
    for number, (urgency, rules) in enumerate(session.memoised(_by_rule, table)):
        st.subheader(urgency.capitalize())
        for places in rules:
            _rule(places, expanded=number == 0)


def _by_rule(table: pd.DataFrame) -> list[tuple[str, list[list[Row]]]]:
    """Urgency -> the rows of each of its rules, all in the order of the table."""
    found: dict[str, dict[str, list[Row]]] = {}
    for row in table.to_dict("records"):
        found.setdefault(row["urgency"], {}).setdefault(row["rule"], []).append(row)
    return [(urgency, list(rules.values())) for urgency, rules in found.items()]


def _rule(places: list[Row], *, expanded: bool) -> None:
    rule = places[0]
    count = f" ({len(places)} shown)" if rule["more"] else f" ({len(places)})" if len(places) > 1 else ""
    with st.expander(components.escape_markdown(f"{rule['title']}{count}"), expanded=expanded):
        for place in places:
            st.text(place["sees"])
            if place["line"]:
                line(place["line"])
        if rule["more"]:
            st.caption(f"and {rule['more']} more of this kind")
        st.text(f"Why it matters: {rule['why']}")
        st.text(f"What to do: {rule['advice']}")


def line(words: str) -> None:
    """A line of the resume, quoted."""
    st.text(f"\u201c{words}\u201d")


def asked(table: pd.DataFrame) -> None:
    """Each row's line with what is asked about it, and why where a reason is given."""
    for row in session.memoised(_rows, table):
        with st.container(border=True):
            claim = f" ({row['claim']})" if "claim" in row else ""
            st.markdown(f"**{components.escape_markdown(row['skill'])}**{components.escape_markdown(claim)}")
            line(row["line"])
            st.text(row["question"])
            if "reason" in row:
                st.caption(components.escape_markdown(row["reason"]))


def _rows(table: pd.DataFrame) -> list[Row]:
    return table.to_dict("records")
