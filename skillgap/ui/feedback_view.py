"""Display of feedback: findings by rule, and questions. A user's lines are never Markdown."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.feedback import FIRST
from skillgap.ui import components, session

Row = dict[Hashable, Any]
QUESTIONS = (
    "Your resume only lists these skills. The lines below are yours and may be about them. Did you use the skill "
    "there? If so, name it in the line. If not, leave the line as it is."
)
PROMPTS = "An interviewer may ask about every line of a resume. These are your strongest claims for the role first."


def sentences(found: tuple[str, ...]) -> None:
    """Draw the strengths as a list."""
    st.markdown("\n".join(f"- {components.escape_markdown(sentence)}" for sentence in found))


def points(table: pd.DataFrame) -> None:
    """Draw a card for each of the first rules; the other rules are folded."""
    rules = session.memoised(_by_rule, table)
    for places in rules[:FIRST]:
        with st.container(border=True, gap="xsmall", key=f"card-rule-{places[0]['rule']}"):
            _advice(places)
            with st.expander("Why it matters" if len(places) == 1 else "Why it matters, and where else"):
                _reasons(places)
    if rest := rules[FIRST:]:
        with st.expander(f"{components.pluralise(len(rest), 'smaller point')}, if you have time"):
            for places in rest:
                _advice(places)
                _reasons(places)


def _by_rule(table: pd.DataFrame) -> list[list[Row]]:
    """Group the rows by rule, in the order of the table."""
    found: dict[str, list[Row]] = {}
    for row in table.to_dict("records"):
        found.setdefault(row["rule"], []).append(row)
    return list(found.values())


def _advice(places: list[Row]) -> None:
    """Draw title, first line and advice of a rule."""
    first = places[0]
    count = len(places) + first["more"]
    st.markdown(f"**{components.escape_markdown(first['title'])}**" + (f" ({count} places)" if count > 1 else ""))
    if first["line"]:
        line(first["line"])
    else:
        st.text(first["sees"])
    st.text(first["advice"])


def _reasons(places: list[Row]) -> None:
    """Draw why a rule matters, what it found, and its other lines."""
    first, *others = places
    st.text(first["why"])
    if first["line"]:
        st.caption(components.escape_markdown(first["sees"]))
    for place in others:
        line(place["line"] or place["sees"])
    if first["more"]:
        st.caption(f"and {first['more']} more of this kind")


def line(words: str) -> None:
    """Draw a line of the resume in quotation marks."""
    st.text(f"\u201c{words}\u201d")


def asked(table: pd.DataFrame) -> None:
    """Draw each row's question with its line, and its reason if there is one."""
    for number, row in enumerate(session.memoised(_rows, table)):
        if number:
            st.divider()
        with st.container(gap="xsmall"):
            claim = f" ({row['claim']})" if "claim" in row else ""
            st.markdown(f"**{components.escape_markdown(row['skill'])}**{components.escape_markdown(claim)}")
            st.text(row["question"])
            line(row["line"])
            if "reason" in row:
                st.caption(components.escape_markdown(row["reason"]))


def _rows(table: pd.DataFrame) -> list[Row]:
    return table.to_dict("records")
