"""Positioned words into lines in reading order: a pure function, whichever engine found the words.

Places are points from the top left corner of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from skillgap.documents.columns import Row, Rule, Word, bands, goes_on, gutter_of, rows_of, sides

GAP = 1.45
"""Multiple of the usual line pitch from which a blank line is seen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``gap`` says that white space stands above it, ``block`` counts the columns before its own."""

    text: str
    gap: bool = False
    block: int = 0


def lines(words: Iterable[Word], rules: Sequence[Rule] = (), *, gutter: float | None = None) -> list[Line]:
    """Lines in reading order: columns one after the other, full-width lines in their place, table rows whole.

    ``gutter`` is the one of an earlier page: columns that go on there need less evidence.
    """
    rows = rows_of(words)
    if not rows:
        return []
    found: list[Line] = []
    for number, block in enumerate(_blocks(rows, rules, 0, gutter)):
        pitch = _pitch(block)
        before: Row | None = None
        for row in block:
            apart = before is None or row[0].top - before[0].top > GAP * pitch
            found.append(Line(" ".join(word.text for word in row), apart and bool(found), number))
            before = row
    return found


def _pitch(rows: list[Row]) -> float:
    """Usual distance between lines of text."""
    steps = [after[0].top - before[0].top for before, after in pairwise(rows)]
    steps = [step for step in steps if step > 1]
    return median(sorted(steps)[: max(1, len(steps) * 2 // 3)]) if steps else 12.0


def _blocks(rows: list[Row], rules: Sequence[Rule], depth: int, known: float | None = None) -> list[list[Row]]:
    """The rows, cut into columns where there are any, each column a block (and cut again once)."""
    if known is not None and goes_on(rows, known):
        gutter: float | None = known
    else:
        gutter = gutter_of(rows, rules) if depth < 2 else None
    if gutter is None:
        return [rows]
    blocks: list[list[Row]] = []
    for crossing, band in bands(rows, gutter):
        left, right = sides(band, gutter)
        if crossing or not left or not right:
            blocks.append(band)
        else:
            blocks += _blocks(left, rules, depth + 1)
            blocks += _blocks(right, rules, depth + 1)
    return blocks
