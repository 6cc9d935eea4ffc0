"""Cuts the sections that describe activity into entries: one job, project, course or membership each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens

ACTIVE_SECTIONS = frozenset({"experience", "internships", "projects", "volunteering", "activities", "education"})
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NOW = frozenset({"present", "current", "now", "ongoing"})
TITLE_TOKENS = 14
"""Tokens of the longest line that opens an entry: title, employer, place or dates."""
OPENING_LINES = 5
"""Lines at the beginning of an entry in which its dates are looked for."""


def split_entries(tokens: Tokens, lines: Sequence[Bounds], sections: Sequence[TokenSpan]) -> tuple[TokenSpan, ...]:
    """Return the entries, which together cover all tokens; outside active sections one per section."""
    cuts = []
    line_starts = [start for start, _ in lines]
    for section in sections:
        cuts.append(section.start)
        # a list of skills has no entries: "2024" in it begins nothing
        if section.label in ACTIVE_SECTIONS:
            below = slice(bisect_right(line_starts, section.start), bisect_left(line_starts, section.end))
            cuts += _entry_starts(tokens, lines[below])
    ends = [*cuts[1:], len(tokens)][: len(cuts)]
    return tuple([TokenSpan(start, end, "entry") for start, end in zip(cuts, ends, strict=True) if end > start])


def _entry_starts(tokens: Tokens, lines: Sequence[Bounds]) -> list[int]:
    """Return where entries begin, the first excepted, in the lines of a section below its heading."""
    starts: list[int] = []
    dated = described = False
    for start, end in lines:
        bullet = tokens.words[start] in BULLETS
        long = end - start > TITLE_TOKENS
        title = not bullet and not long and tokens.words[end - 1] not in {".", ","}
        date = not bullet and _has_date(tokens.lower[start:end])
        # "Sales Associate, Corner Shop / 2022 - 2023" after the bullets or the dates of the job above
        new = title and ((described and (date or tokens.line_breaks[start] > 1)) or (dated and date))
        if new or not starts:
            starts.append(start)
            dated = described = False
        dated = dated or date
        described = described or bullet or long
    return starts[1:]


def _has_date(words: Sequence[str]) -> bool:
    """Return whether a line holds a year or a word for now ("2021 - present")."""
    return any(word in _NOW or (word[0] in "12" and _YEAR.match(word)) for word in words)


def entry_heading(tokens: Tokens, lines: Sequence[Bounds], entry: TokenSpan) -> str:
    """Return the lines that open an entry: its title, employer, place and dates."""
    first = bisect_left(lines, (entry.start, 0))
    parts = []
    # dates further down belong to what was done ("- Migrated the 2019 archive")
    for start, end in lines[first : first + OPENING_LINES]:
        if start >= entry.end:
            break
        if tokens.words[start] not in BULLETS and end - start <= 2 * TITLE_TOKENS:
            parts.append(tokens.text[tokens.starts[start] : tokens.ends[end - 1]])
    return "\n".join(parts)
