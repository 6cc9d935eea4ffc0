"""Puts the words of a page into lines in reading order, whether PDFium or pdfplumber found them.

Places are points from the top left corner of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from skillgap.documents import rails
from skillgap.documents.columns import MIN_ROWS, Row, Rule, Word, bands, columns_continue, gutter_of, rows_of, sides

GAP = 1.45
"""Distance between lines, as a multiple of the usual one, that makes a blank line."""
SIDEBAR = 0.75
"""Most width of a sidebar, as a share of the width of the text beside it."""
TAB = 2.0
"""Gap between words, as a multiple of their height, that becomes a tab."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text.

    Attributes:
        text: Its words, with a blank or a tab between two.
        gap: Whether a blank line stands above it.
        block: Number of its column on the page, from 0.
        words: Its words with their places.
    """

    text: str
    gap: bool = False
    block: int = 0
    words: tuple[Word, ...] = field(default=(), compare=False)


class Run(NamedTuple):
    """A part of a line as it stands in the text of a document.

    Attributes:
        start: Offset of its first character into the text.
        page: Page of the line, from 1.
        line: The line.
        first, last: The part of the line's own text.
    """

    start: int
    page: int
    line: Line
    first: int
    last: int


def lines(
    words: Iterable[Word], rules: Sequence[Rule] = (), *, gutter: float | None = None, followed: bool = False
) -> list[Line]:
    """The lines in reading order: columns one after the other, full-width lines in their place, table rows whole.

    Args:
        words: The words of the page with their places.
        rules: Its horizontal ruled lines.
        gutter: Gutter of an earlier page; columns that continue from there need less evidence.
        followed: Whether another page with text follows.
    """
    rows = rows_of(words)
    if not rows:
        return []
    found: list[Line] = []
    for number, block in enumerate(_blocks(rows, rules, gutter, followed)):
        pitch = _pitch(block)
        before: Row | None = None
        for row in block:
            apart = before is None or row[0].top - before[0].top > GAP * pitch
            found.append(Line(_text(row), apart and bool(found), number, tuple(row)))
            before = row
    return found


def _text(row: Row) -> str:
    """The words of a row, with a tab at a wide gap ("Analyst, Initech<tab>Leeds")."""
    wide = TAB * max(row[0].bottom - row[0].top, 1)
    parts = [row[0].text]
    edge = row[0].x1
    for text, x0, x1, _, _ in row[1:]:
        parts.append("\t" if x0 - edge >= wide else " ")
        parts.append(text)
        edge = x1
    return "".join(parts)


def _pitch(rows: list[Row]) -> float:
    """The usual distance between two lines of text."""
    steps = [after[0].top - before[0].top for before, after in pairwise(rows)]
    steps = [step for step in steps if step > 1]
    # the longest third may be blank lines between sections
    return median(sorted(steps)[: max(1, len(steps) * 2 // 3)]) if steps else 12.0


def _blocks(rows: list[Row], rules: Sequence[Rule], known: float | None, followed: bool) -> list[list[Row]]:
    """The rows of a page as blocks: its columns, each of which may have two columns itself."""
    gutter = known if known is not None and columns_continue(rows, known) else gutter_of(rows, rules)
    if gutter is None:
        return [rails.labels_first(rows) or rows]
    return [part for block in _columns(rows, gutter, followed) for part in _split_column(block, rules)]


def _split_column(block: list[Row], rules: Sequence[Rule]) -> list[list[Row]]:
    """A column, or its own two columns."""
    gutter = gutter_of(block, rules)
    return [block] if gutter is None else _columns(block, gutter, followed=False)


def _columns(rows: list[Row], gutter: float, followed: bool) -> list[list[Row]]:
    """The blocks of a page with two columns.

    A sidebar at the right is read first where text follows. That text continues the wide column, and must not stand
    under the last heading of the sidebar.
    """
    blocks: list[list[Row]] = []
    parts = bands(rows, gutter)
    for number, (crossing, band) in enumerate(parts, start=1):
        left, right = sides(band, gutter)
        if crossing or not left or not right:
            blocks.append(band)
        # "Skills" in a sidebar, then "Experience": the next page goes on with the experience
        elif (followed or number < len(parts)) and _is_sidebar(left, right):
            # a summary above the top of the sidebar comes first
            above = [row for row in left if row[0].bottom < right[0][0].top]
            blocks += [block for block in (above, right, left[len(above) :]) if block]
        else:
            blocks += [left, right]
    return blocks


def _is_sidebar(left: list[Row], right: list[Row]) -> bool:
    """Whether the right-hand column is a narrow one beside the text, not the second of two equal columns."""
    widths = [max(row[-1].x1 for row in side) - min(row[0].x0 for row in side) for side in (left, right)]
    return len(right) >= MIN_ROWS and widths[1] < SIDEBAR * widths[0]
