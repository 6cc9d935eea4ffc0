"""The skills of a resume as cards, one group a category: level, rule and the lines that show it, all text escaped."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.ui import show

STANDINGS = ("shown or certified", "named, not shown", "follows from another", "set by you", "no level")
"""How a skill stands in the resume, from what is shown to what counts for nothing."""


def groups(table: pd.DataFrame, lines: Mapping[tuple[str, str], Sequence[str]]) -> None:
    """One foldable group a category, the one with most skills first and open.

    Args:
        table: Rows of ``tables.skills``.
        lines: (Skill, assertion) -> its quoted lines, as ``tables.lines`` gives them.
    """
    found: dict[str, list[dict[Any, Any]]] = {}
    for row in table.sort_values("category", kind="stable").to_dict("records"):
        found.setdefault(row["category"], []).append(row)
    for number, (category, rows) in enumerate(sorted(found.items(), key=lambda one: -len(one[1]))):
        standings = [standing(row) for row in rows]
        counted = ", ".join(f"{standings.count(one)} {one}" for one in STANDINGS if one in standings)
        with st.expander(show.plain(f"{category}: {counted}"), expanded=number == 0):
            items = "".join(_card(row, lines.get((row["skill"], row["assertion"]), ())) for row in rows)
            st.html(f'<ul class="cards">{items}</ul>')


def standing(row: Mapping[Any, Any]) -> str:
    """How the skill of a row stands in the resume, one of ``STANDINGS``."""
    if not row["level"]:
        return "no level"
    if row["assertion"] in {"yours", "inferred"}:
        return "set by you" if row["assertion"] == "yours" else "follows from another"
    return "shown or certified" if row["shown"] else "named, not shown"


def _card(row: Mapping[Any, Any], lines: Sequence[str]) -> str:
    level, how = int(row["level"]), standing(row)
    dots = "\u25cf" * level + "\u25cb" * (3 - level)
    said = f"level {level} of 3, {row['level_name']}" if level else row["assertion"]
    quotes = "".join(f"<q>{html.escape(line)}</q>" for line in lines)
    return (
        f'<li class="{how.split()[0].rstrip(",")}"><b>{html.escape(row["skill"])}</b>'
        f'<span class="level"><span class="dots" aria-hidden="true">{dots}</span> {html.escape(said)}; {how}</span>'
        f"<p>{html.escape(row['reason'])}</p>{quotes}</li>"
    ).replace("$", "&#36;")
