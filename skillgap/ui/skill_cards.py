"""The skills of a resume as cards, one group a category: level, rule and the lines that show it, all text escaped."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.ui import components, session

STANDINGS: Mapping[str, str] = {
    "shown or certified": "shown",
    "named, not shown": "named",
    "follows from another": "follows",
    "set by you": "set",
    "no level": "no",
}
"""How a skill stands in the resume, from what is shown to what counts for nothing -> its class in ``style.css``."""


def with_standing(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``tables.skills``, each with its standing."""
    return table.assign(standing=[standing(row) for row in table.to_dict("records")])


def standings(table: pd.DataFrame) -> list[str]:
    """The standings that occur in the rows of ``with_standing``."""
    found = set(table["standing"])
    return [one for one in STANDINGS if one in found]


def groups(table: pd.DataFrame, lines: Mapping[tuple[str, str], Sequence[str]]) -> None:
    """One foldable group a category, the one with most skills first and open.

    Args:
        table: Rows of ``with_standing``.
        lines: (Skill, assertion) -> its quoted lines, as ``tables.lines`` gives them.
    """
    for number, (title, items) in enumerate(session.memoised(_groups, table, lines)):
        with st.expander(title, expanded=number == 0):
            st.html(items)


def _groups(table: pd.DataFrame, lines: Mapping[tuple[str, str], Sequence[str]]) -> list[tuple[str, str]]:
    """Title and cards of each group."""
    found: dict[str, list[dict[Any, Any]]] = {}
    for row in table.sort_values("category", kind="stable").to_dict("records"):
        found.setdefault(row["category"], []).append(row)
    groups = []
    for category, rows in sorted(found.items(), key=lambda one: -len(one[1])):
        stand = [row["standing"] for row in rows]
        counted = ", ".join(f"{stand.count(one)} {one}" for one in STANDINGS if one in stand)
        items = "".join(_card(row, lines.get((row["skill"], row["assertion"]), ())) for row in rows)
        groups.append((components.escape_markdown(f"{category}: {counted}"), f'<ul class="cards">{items}</ul>'))
    return groups


def standing(row: Mapping[Any, Any]) -> str:
    """How the skill of a row stands in the resume, one of ``STANDINGS``."""
    if not row["level"]:
        return "no level"
    if row["assertion"] in {"yours", "inferred"}:
        return "set by you" if row["assertion"] == "yours" else "follows from another"
    return "shown or certified" if row["shown"] else "named, not shown"


def _card(row: Mapping[Any, Any], lines: Sequence[str]) -> str:
    level, how = int(row["level"]), row["standing"]
    dots = "\u25cf" * level + "\u25cb" * (3 - level)
    said = f"level {level} of 3" if level else row["assertion"]
    quotes = "".join(f"<q>{html.escape(line)}</q>" for line in lines)
    return (
        f'<li class="{STANDINGS[how]}"><b>{html.escape(row["skill"])}</b>'
        f'<span class="level"><span class="dots" aria-hidden="true">{dots}</span> {html.escape(said)}; {how}</span>'
        f"<p>{html.escape(row['reason'])}</p>{quotes}</li>"
    ).replace("$", "&#36;")
