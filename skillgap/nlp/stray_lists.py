"""Finds lists of skills under an unknown heading, so that they do not count as shown in the job above.

A run of short names without a verb is a list. If it closes a section of jobs below a short line ("What I work with"),
that line is its heading.
"""

from bisect import bisect_left
from collections.abc import Sequence

from skillgap.nlp.annotations import Layout
from skillgap.nlp.entries import is_bullet
from skillgap.nlp.list_items import list_items
from skillgap.nlp.spans import Bounds, TokenSpan, mask
from skillgap.nlp.tokens import Tokens

SHOWING_SECTIONS = frozenset({"experience", "internships", "projects", "volunteering", "activities"})
TITLE_WORDS = 5
"""Words of the longest line that heads a stray list."""
ITEM_WORDS = 3
"""Most words of an item, on average."""
MIN_NAMES, NAMED_SHARE = 4, 0.6
"""Fewest names in a stray list, and their least share of its items."""


def stray_headings(
    tokens: Tokens, layout: Layout, names: Sequence[TokenSpan], used_labels: frozenset[str]
) -> list[TokenSpan]:
    """Return the lines that head a stray list of skills; ``used_labels`` head what was used in a job."""
    named = mask(len(tokens), names)
    starts = bytearray(len(tokens))
    for span in names:
        starts[span.start] = 1
    line_starts = [start for start, _ in layout.text_lines]
    found = []
    for section in layout.sections:
        if section.label not in SHOWING_SECTIONS:
            continue
        lines = layout.text_lines[bisect_left(line_starts, section.start) : bisect_left(line_starts, section.end)]
        first = len(lines)
        while first > 0 and _is_list(tokens, lines[first - 1], named, layout.cells):
            first -= 1
        # "EXPERIENCE", "Cook, Initech", "What I work with", then the list
        if first < 3 or first == len(lines) or not _heads(tokens, lines[first - 1], named, used_labels):
            continue
        items = sum(1 for line in lines[first:] for _ in list_items(tokens, line, layout.cells))
        count = sum(starts[lines[first][0] : section.end])
        if count >= MIN_NAMES and count >= NAMED_SHARE * items:
            found.append(TokenSpan(*lines[first - 1], "skills"))
    return found


def _is_list(tokens: Tokens, line: Bounds, named: bytearray, cells: frozenset[int]) -> bool:
    """Return whether a line holds nothing but short items, with a name among them."""
    items = list(list_items(tokens, line, cells))
    words = sum(tokens.words[index][0].isalnum() for index in range(*line))
    labelled = any(item.label for item in items)
    ended = tokens.words[line[1] - 1] == "." and len(items) < MIN_NAMES
    return named.find(1, *line) >= 0 and words <= ITEM_WORDS * len(items) and not labelled and not ended


def _heads(tokens: Tokens, line: Bounds, named: bytearray, used_labels: frozenset[str]) -> bool:
    """Return whether a line may head a list: short, with a capital, and no name, date, mark or item itself."""
    words = tokens.words[slice(*line)]
    return (
        len(words) <= TITLE_WORDS
        and not is_bullet(tokens, *line)
        and words[0][0].isupper()
        and all(word.isalpha() for word in words)
        and named.find(1, *line) < 0
        and used_labels.isdisjoint(tokens.lower[slice(*line)])
    )
