"""Cuts the sections that describe activity into entries: one job, project, course or membership each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from skillgap.lexicon import own
from skillgap.nlp import dates
from skillgap.nlp.sentences import BULLETS, LABEL_REACH
from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens

ACTIVE_SECTIONS = frozenset({"experience", "internships", "projects", "volunteering", "activities", "education"})
TITLE_TOKENS = 14
"""Tokens of the longest line that opens an entry: title, employer, place or dates."""
DATED_TOKENS = 30
"""Tokens of the longest line that opens an entry by a period at its beginning or end."""
DATE_REACH = 9
"""Tokens of the longest period ("January 15, 2024 - March 3, 2025")."""
SENTENCE_TOKENS = 5
"""Tokens from which a line that ends in a full stop describes something done."""
OPENING_LINES = 5
"""Lines at the beginning of an entry in which its dates are looked for."""
SMALL_WORDS = own().layout.word_set("entry_small_words")
"""Words of a title that need no capital."""
SEPARATORS = own().exclusions.word_set("before_employers").union(",|-")
"""Words and marks between a title and its employer."""


class _Line(NamedTuple):
    """Holds the features of a line.

    Attributes:
        start: Its first token.
        told: Whether it describes something done, as a bullet or a sentence does.
        title: Whether it may be the title, employer, place or dates of an entry.
        dated: Whether it holds a date.
        spaced: Whether a blank line stands above it.
        employed: Whether it names a title and an employer, both in capitals.
    """

    start: int
    told: bool
    title: bool
    dated: bool
    spaced: bool
    employed: bool


def split_entries(
    tokens: Tokens, lines: Sequence[Bounds], sections: Sequence[TokenSpan], sentences: Sequence[Bounds]
) -> tuple[TokenSpan, ...]:
    """Return the entries, which together cover all tokens; outside active sections, one for each section.

    ``lines`` leaves out running lines, so that the date in a footer opens no entry.
    """
    cuts = []
    line_starts = [start for start, _ in lines]
    openings = {start for start, _ in sentences}
    for section in sections:
        cuts.append(section.start)
        # a list of skills has no entries: "Python (2024)" in it opens none
        if section.label in ACTIVE_SECTIONS:
            below = slice(bisect_right(line_starts, section.start), bisect_left(line_starts, section.end))
            cuts += _entry_starts([_seen(tokens, line, openings) for line in lines[below]])
    ends = [*cuts[1:], len(tokens)][: len(cuts)]
    return tuple([TokenSpan(start, end, "entry") for start, end in zip(cuts, ends, strict=True) if end > start])


def is_bullet(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a line is an item of a list; the star of "*June 2025*" is emphasis."""
    words = tokens.words
    if words[start] not in BULLETS:
        return False
    emphasis = words[start] == "*" and end - start > 2 and tokens.starts[start + 1] == tokens.ends[start]
    return not (emphasis and words[start:end].count("*") % 2 == 0)


def _seen(tokens: Tokens, line: Bounds, openings: set[int]) -> _Line:
    """Return the features of a line; a sentence begins at each of ``openings``."""
    start, end = line
    if is_bullet(tokens, start, end):
        return _Line(start, told=True, title=False, dated=False, spaced=False, employed=False)
    words, last = tokens.words[start:end], tokens.words[end - 1]
    dated = dates.is_dated(_text(tokens, start, end))
    # "Northfield State University - IT Service Desk - Columbus, Ohio Jan 2023 - May 2024" is no sentence
    heading = len(words) <= DATED_TOKENS and last != "." and dated and _is_dated_at_edge(tokens, start, end)
    long = len(words) > TITLE_TOKENS and not heading
    # "Environment: Maven, Jenkins, SVN, Linux, WebLogic, Apache, Docker" is a detail of an entry, however long
    detail = ":" in words[1:LABEL_REACH]
    # "Technical Lead at Globex Ltd." is no sentence either
    sentence = last == "." and len(words) > SENTENCE_TOKENS and not (dated or _is_title(words))
    return _Line(
        start,
        told=(long and not detail) or sentence,
        # "Responsibilities:" opens no entry
        title=not (long or sentence or last in {".", ","} or (last == ":" and not dated)),
        dated=dated,
        spaced=tokens.line_breaks[start] > 1,
        # "Library Tutor, Northfield College"; the second line of a wrapped bullet opens no sentence
        employed=start in openings and not SEPARATORS.isdisjoint(words[1:-1]) and _is_title(words),
    )


def _is_title(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or not word.isalpha() or word in SMALL_WORDS for word in words)


def _is_dated_at_edge(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a period opens or closes a line."""
    edges = (_text(tokens, start, min(start + DATE_REACH, end)), _text(tokens, max(start, end - DATE_REACH), end))
    return any(dates.is_dated(edge, ranged=True) for edge in edges)


def _text(tokens: Tokens, start: int, end: int) -> str:
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]]


def _entry_starts(lines: Sequence[_Line]) -> list[int]:
    """Return where entries begin, the first excepted, in the lines of a section below its heading."""
    firsts: list[int] = []
    above = next((number for number, line in enumerate(lines) if line.dated or line.told), 0)
    dated = told = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        # "Sales Associate, Corner Shop / 2022 - 2023" after the bullets or the dates of the job above
        new = line.title and ((told and (line.dated or line.spaced)) or (dated and line.dated))
        # "Library Tutor, Northfield College" between the bullets of two jobs has no dates, not those of the first
        untimed = told and dated and line.title and line.employed and following is not None and following.told
        if new or untimed or not firsts:
            first = _title_start(lines, number, above) if firsts and line.dated else number
            firsts.append(max(first, firsts[-1] + 1 if firsts else 0))
            dated = told = False
        dated = dated or line.dated
        told = told or line.told
    return [lines[first].start for first in firsts[1:]]


def _title_start(lines: Sequence[_Line], number: int, above: int) -> int:
    """Return the first of the title lines above a line of dates, as many as the first entry has."""
    first = number
    while number - first < above and first > 0:
        before = lines[first - 1]
        if before.told or before.dated or not before.title:
            break
        first -= 1
    return first


def entry_heading(tokens: Tokens, lines: Sequence[Bounds], entry: TokenSpan) -> str:
    """Return the lines that open an entry: its title, employer, place and dates."""
    first = bisect_left(lines, (entry.start, 0))
    parts: list[str] = []
    # dates further down belong to what was done ("- Migrated the 2019 archive")
    for start, end in lines[first : first + OPENING_LINES]:
        if start >= entry.end:
            break
        if not is_bullet(tokens, start, end) and end - start <= DATED_TOKENS:
            parts.append(_text(tokens, start, end))
    return "\n".join(parts)
