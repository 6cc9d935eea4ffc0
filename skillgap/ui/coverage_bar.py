"""The technical coverage as a bar of three parts (shown, counted in part, open), with a text."""

import streamlit as st

from skillgap.model.gaps import GapReport

WORDS = {"have": "shown", "named": "named only or in part", "open": "open"}
"""Part of the bar -> its text in the key."""


def split(report: GapReport) -> dict[str, int]:
    """Whole percent of the technical demands that are shown, counted in part, and open; together 100.

    The first two add up to the coverage: a demand that is half met adds half of its weight to "named" and the rest to
    "open".
    """
    met = sum(report.points(gap) for gap in report.technical if not gap.shortfall)
    have, reached = round(met), round(100 * report.coverage)
    return {"have": have, "named": reached - have, "open": 100 - reached}


def draw(report: GapReport) -> None:
    """Draw the bar, with a key below it that names each part."""
    parts = split(report)
    bar = "".join(f'<span class="{part}" style="flex-grow: {share}"></span>' for part, share in parts.items() if share)
    key = "".join(f'<li class="{part}"><b>{share}%</b> {WORDS[part]}</li>' for part, share in parts.items())
    st.html(f'<div class="coverage" aria-hidden="true">{bar}</div><ul class="coverage-key">{key}</ul>')
