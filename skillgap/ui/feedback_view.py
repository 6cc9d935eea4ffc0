"""How feedback is shown: the worst points first, and what an interview may ask; a user's lines are never Markdown."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.feedback import FIRST
from skillgap.ui import components, session

Row = dict[Hashable, Any]
QUESTIONS = (
    "These skills stand in a list only. The lines below are yours and may be about them. Did you use the skill there? "
    "If so, say so in the line. If not, leave the line as it is."
)
PROMPTS = "An interviewer may ask about every line of a resume. These are your strongest claims for the role first."


def sentences(found: tuple[str, ...]) -> None:
    """What is good, a line each."""
    st.markdown("\n".join(f"- {components.escape_markdown(sentence)}" for sentence in found))


def points(table: pd.DataFrame) -> None:
    """A card for each of the rules that cost most, the other rules behind one fold."""
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
    """The rows of each rule, all in the order of the table."""
    found: dict[str, list[Row]] = {}
    for row in table.to_dict("records"):
        found.setdefault(row["rule"], []).append(row)
    return list(found.values())


def _advice(places: list[Row]) -> None:
    """What is found, the first place of it in the writer's words, and what to do."""
    first = places[0]
    count = len(places) + first["more"]
    st.markdown(f"**{components.escape_markdown(first['title'])}**" + (f" ({count} places)" if count > 1 else ""))
    if first["line"]:
        line(first["line"])
    else:
        st.text(first["sees"])
    st.text(first["advice"])


def _reasons(places: list[Row]) -> None:
    """Why a rule matters, what it sees in the first place, and its other places."""
    first, *others = places
    st.text(first["why"])
    if first["line"]:
        st.caption(components.escape_markdown(first["sees"]))
    for place in others:
        line(place["line"] or place["sees"])
    if first["more"]:
        st.caption(f"and {first['more']} more of this kind")


def line(words: str) -> None:
    """A line of the resume, quoted."""
    st.text(f"\u201c{words}\u201d")


def asked(table: pd.DataFrame) -> None:
    """Each row's question with the line it is about, and why where a reason is given."""
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
