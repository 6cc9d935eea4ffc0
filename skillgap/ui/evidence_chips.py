"""Skills as chips, each with the line that shows it on hover, tap and focus; everything of a user's is escaped."""

import html
from collections.abc import Iterable

import streamlit as st

from skillgap.tables.overview import Shown


def draw(skills: Iterable[Shown]) -> None:
    """A chip a skill: its name and the word of its level; the line stands in its tooltip."""
    chips = "".join(_chip(one, number) for number, one in enumerate(skills))
    st.html(f'<ul class="chips">{chips}</ul>'.replace("$", "&#36;"))


def _chip(one: Shown, number: int) -> str:
    name, level, line = map(html.escape, one)
    return (
        f'<li><mark class="chip" tabindex="0" aria-describedby="chip-{number}"><b>{name}</b> <small>{level}</small>'
        f'<span role="tooltip" id="chip-{number}">\u201c{line}\u201d</span></mark></li>'
    )
