"""A resume's text with its skills marked and each mark explained, by pointing, by tapping and by keyboard."""

import html
from collections.abc import Mapping

import streamlit as st

from skillgap.model.resume import Mention, ResumeReading
from skillgap.skill_rows import CLAIM_MEANINGS
from skillgap.tables.frame import LEVELS
from skillgap.taxonomy import Taxonomy

LOOKS: Mapping[str, tuple[str, str]] = {
    "held": ("", "shown or named"),
    "learning": ("learning", "being learned"),
    "expected": ("to come", "a certification still to come"),
    "expired": ("expired", "a certification that has run out"),
    "wanted": ("interest", "an interest or wish"),
    "negated": ("not", "said not to be there"),
    "uncertain": ("?", "may be an everyday word; you can say which under Skills"),
}
"""Claim -> the word printed beside the mark, so that colour is never alone, and what the claim means."""

CLOSED_BY_ESCAPE = """<script>window.onkeydown = (event) => {
  if (event.key !== "Escape") return;
  for (const mark of document.querySelectorAll("mark.skill:is(:hover, :focus, :focus-within)")) {
    mark.classList.add("closed");
    for (const end of ["pointerleave", "blur"]) mark.addEventListener(end, () => mark.classList.remove("closed"));
  }
};</script>"""
"""Lets the Escape key close what a mark says, until the mark is left and met again; the script is ours alone."""


def highlighted(reading: ResumeReading, taxonomy: Taxonomy) -> None:
    """The resume's text with each mention marked by its claim, under a legend; everything of the user's is escaped."""
    text, parts, place = reading.document.text, [], 0
    for number, mention in enumerate(reading.mentions):
        parts.append(html.escape(text[place : mention.start]))
        parts.append(_mark(mention, number, _explanation(mention, reading, taxonomy)))
        place = mention.end
    parts.append(html.escape(text[place:]))
    claims = {mention.claim for mention in reading.mentions}
    body = "".join(parts).replace("$", "&#36;")
    st.html(
        f'{_legend(claims)}<div class="resume" tabindex="0" role="region" aria-label="Text of the resume">{body}</div>'
    )
    st.html(CLOSED_BY_ESCAPE, unsafe_allow_javascript=True)


def _legend(claims: set[str]) -> str:
    """What each look that occurs means."""
    rows = [
        f'<li><mark class="skill {claim}"><span>skill</span>{_word(word)}</mark> {html.escape(meaning)}</li>'
        for claim, (word, meaning) in LOOKS.items()
        if claim in claims
    ]
    return f'<ul class="marks-legend" aria-label="What the marks mean">{"".join(rows)}</ul>' if rows else ""


def _word(word: str) -> str:
    return f"<small>({word})</small>" if word else ""


def _explanation(mention: Mention, reading: ResumeReading, taxonomy: Taxonomy) -> str:
    """Skill and level with the rule that gave it, and what is claimed here, as HTML."""
    held = reading.profile.find(mention.skill_id)
    level = held.level if held else 0
    reason = held.reason if held else CLAIM_MEANINGS.get(mention.claim, "It counts for nothing.")
    told = html.escape(f"level {level} ({LEVELS[level]}). {reason}")
    here = html.escape(f"Here: {LOOKS[mention.claim][1]}, in the section {mention.section}.")
    return f"<b>{html.escape(taxonomy.name(mention.skill_id))}</b>, {told}<br>{here}"


def _mark(mention: Mention, number: int, explanation: str) -> str:
    word, _ = LOOKS[mention.claim]
    return (
        f'<mark class="skill {mention.claim}" tabindex="0" aria-describedby="mark-{number}">'
        f"<span>{html.escape(mention.surface)}</span>{_word(word)}"
        f'<span role="tooltip" id="mark-{number}">{explanation}</span></mark>'
    )
