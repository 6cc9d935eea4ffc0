"""Skills as chips; each shows its line on hover, tap and keyboard focus. All text of a user is escaped."""

import html
from collections.abc import Iterable

import streamlit as st

from skillgap.tables.overview import Shown


def draw(skills: Iterable[Shown]) -> None:
    """Draw one chip for each skill, with name and level; the line is in the tooltip."""
    chips = "".join(_chip(one, number) for number, one in enumerate(skills))
    st.html(f'<ul class="chips">{chips}</ul>'.replace("$", "&#36;"))


def _chip(one: Shown, number: int) -> str:
    name, level, line = map(html.escape, one)
    return (
        f'<li><mark class="chip" tabindex="0" aria-describedby="chip-{number}"><b>{name}</b> <small>{level}</small>'
        f'<span role="tooltip" id="chip-{number}">\u201c{line}\u201d</span></mark></li>'
    )
