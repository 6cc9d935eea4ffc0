"""Finds the gutter between two columns of a page by the gaps between words, before lines are made.

Splitting a page of one column scrambles it, so a gutter needs evidence. Rows must begin at the same place on both
sides, and few may cross the gutter. Dates or labels beside text, and ruled tables, are no columns.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from statistics import median
from typing import NamedTuple

MIN_ROWS = 6
"""Rows on each side of a gutter: fewer may line up by chance."""
MIN_GUTTER = 9.0
"""Points between columns; a space of justified text is narrower."""
INDENT = 32.0
"""Points by which rows of a column may be indented: bullets under headings, text behind bullets."""
ALIGNED_SHARE = 0.7
"""Share of a column's rows that begin at its edge or indented; other rows continue behind a gap."""
RAIL_CHARACTERS = 26
"""Median length below which the rows of a right-hand column may be dates and places of the rows beside them."""
DATED_SHARE = 0.6
"""Share of rows with a digit from which a short right-hand column holds dates."""
SAME_ROW = 0.5
"""Share of the shorter column's rows level with rows of the other from which the rows belong together."""
ALL_LEVEL = 0.9
"""The same share where the right-hand column is the shorter one: names and their values."""
SPARSE = 2.0
"""Row distance of a left column that only dates or labels, as a multiple of the right column's row distance."""
FLUSH = 2.0
"""Points by which the right edges of rows set flush right may differ."""
LEVEL = 1.5
"""Points by which the lower edges of level rows may differ."""
MAX_LABELS = 0.5
"""Share of the right column's rows below which a left column may hold labels."""
TABLE_RULES = 3
"""Ruled lines across a gutter that make a table."""
REACH = 27.0
"""Points by which such a line reaches into both sides; the frame of a box begins only a little before its text."""
CONTINUES = 0.9
"""Share of a page's rows that leave the gutter of an earlier page free where its columns continue."""


class Word(NamedTuple):
    """A word and its box in points from the top left corner; a tuple, because a page has hundreds."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal ruled line."""

    x0: float
    x1: float
    y: float


_SIDES = itemgetter(1, 2)
"""Left and right edge of a word."""
Row = list[Word]
"""Words that stand side by side, left to right."""


def find_gutter(words: Iterable[Word], rules: Sequence[Rule] = ()) -> float | None:
    """Left edge of the right-hand column with the most rows, or ``None`` on a page of one column."""
    return gutter_of(rows_of(words), rules)


def columns_continue(rows: list[Row], gutter: float) -> bool:
    """Whether the columns of an earlier page continue: few rows cross their gutter, and both sides have text."""
    free = [row for crossing, band in bands(rows, gutter) if not crossing for row in band]
    left, right = sides(free, gutter)
    return bool(left and right) and len(free) >= CONTINUES * len(rows)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words that stand side by side, left to right, rows from top to bottom."""
    given = list(words)
    rows: list[Row] = []
    low = high = 0.0
    placed = [((top + bottom) / 2, x0, number) for number, (_, x0, _, top, bottom) in enumerate(given)]
    for middle, _, number in sorted(placed):
        word = given[number]
        # a bullet or a superscript is smaller: its middle lies within the height of the row that it belongs to
        if rows and low <= middle <= high:
            rows[-1].append(word)
        else:
            rows.append([word])
            low, high = word.top, word.bottom
    for row in rows:
        row.sort(key=_SIDES)
    return rows


def crosses(row: Row, gutter: float) -> bool:
    """Whether a word, or two with only a space between them, stand across the gutter."""
    # "WORK EXPERIENCE" over both columns may have its space at the gutter: a space is no gap between columns
    return any(word.x0 < gutter - 1 < word.x1 for word in row) or any(
        before.x1 < gutter <= after.x0 + 1 and after.x0 - before.x1 < MIN_GUTTER for before, after in pairwise(row)
    )


def bands(rows: list[Row], gutter: float) -> list[tuple[bool, list[Row]]]:
    """Runs of rows that cross the gutter, and of rows that do not."""
    bands: list[tuple[bool, list[Row]]] = []
    for row in rows:
        crossing = crosses(row, gutter)
        if bands and bands[-1][0] == crossing:
            bands[-1][1].append(row)
        else:
            bands.append((crossing, [row]))
    return bands


def sides(rows: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """The rows left of the gutter and those right of it, as two lists of new rows."""
    left = rows_of(word for row in rows for word in row if word.x0 < gutter - 1)
    right = rows_of(word for row in rows for word in row if word.x0 >= gutter - 1)
    return left, right


def gutter_of(rows: list[Row], rules: Sequence[Rule]) -> float | None:
    """Left edge of the right-hand column with the most rows, or ``None`` on a page of one column."""
    starts = sorted(
        after.x0
        for row in rows
        for before, after in [*pairwise(row), (None, row[0])]
        # a column begins where a row does, or behind a gap that is wider than any space
        if before is None or after.x0 - before.x1 >= MIN_GUTTER
    )
    # an indented list begins close to the left edge and is no second column
    least = min(row[0].x0 for row in rows) + 3 * MIN_GUTTER
    places = {round(start, 1) for start in starts[bisect_left(starts, least - 0.1) :]}
    counted = [(bisect_right(starts, place + INDENT) - bisect_left(starts, place - 0.5), place) for place in places]
    # the place where most rows begin is tried first
    for count, place in sorted(counted, key=lambda one: (-one[0], one[1])):
        if count >= MIN_ROWS and place >= least and _is_gutter(rows, place, rules):
            return place
    return None


def _is_gutter(rows: list[Row], place: float, rules: Sequence[Rule]) -> bool:
    """Whether there is enough evidence that two columns meet at ``place``."""
    free = [row for crossing, band in bands(rows, place) if not crossing for row in band]
    # a page of paragraphs has a few short last lines, which leave a gap by chance
    if len(free) < len(rows) / 3:
        return False
    left, right = sides(free, place)
    # "Leeds        2024" on two lines is a place and a date, no column
    if min(len(left), len(right)) < MIN_ROWS:
        return False
    # the rows of a column begin at one edge, words behind a gap anywhere
    if sum(place - 1 <= row[0].x0 <= place + INDENT for row in right) < ALIGNED_SHARE * len(right):
        return False
    top, bottom = free[0][0].top, free[-1][0].bottom
    # lines drawn through the gutter are the rows of a table, which is read row by row
    if (
        sum(rule.x0 < place - REACH and rule.x1 > place + REACH and top < rule.y < bottom for rule in rules)
        >= TABLE_RULES
    ):
        return False
    return not _is_rail(left, right)


def _is_rail(left: list[Row], right: list[Row]) -> bool:
    """Whether one side only marks, labels or dates the rows of the other, so that both are read together."""
    # bullets or icons that are set as a column of their own
    if sum(_is_mark(row) for row in left) > len(left) / 2:
        return True
    # "Analyst, Initech      2021 - 2024": dates set flush right belong to their rows
    short = _length(right) < RAIL_CHARACTERS and _length(right) < _length(left)
    if short and _level(right, left) >= SAME_ROW and (_dated(right) or _is_flush(right)):
        return True
    if _length(left) >= RAIL_CHARACTERS:
        return False
    # "Languages   Python, Java": a label beside the rows that it names
    few = len(left) <= MAX_LABELS * len(right) and _level(left, right) >= SAME_ROW
    # "Python   advanced" on every row: names and their values
    named = len(right) < len(left) and _level(right, left) >= ALL_LEVEL
    # "2021   Analyst, Initech": years at the left
    years = _dated(left) and _level(left, right) >= ALL_LEVEL
    return few or named or years or _pitch_of(left) > SPARSE * _pitch_of(right)


def _is_mark(row: Row) -> bool:
    """Whether a row is only a bullet or an icon."""
    return not any(map(str.isalnum, "".join(word.text for word in row)))


def _dated(side: list[Row]) -> bool:
    """Whether most rows of a side have a digit."""
    dated = sum(any(character.isdigit() for word in row for character in word.text) for row in side)
    return dated >= DATED_SHARE * len(side)


def _is_flush(side: list[Row]) -> bool:
    """Whether nearly all rows of a side end at one place: cities set flush right."""
    edge = median(row[-1].x1 for row in side)
    return sum(abs(row[-1].x1 - edge) < FLUSH for row in side) >= ALL_LEVEL * len(side)


def _level(some: list[Row], others: list[Row]) -> float:
    """Share of the rows of one side that stand level with a row of the other."""
    edges = sorted(row[0].bottom for row in others)
    return sum(_is_near(edges, row[0].bottom) for row in some) / len(some)


def _length(side: list[Row]) -> float:
    """Median number of characters in a row."""
    return median(len(" ".join(word.text for word in row)) for row in side)


def _is_near(edges: list[float], edge: float) -> bool:
    """Whether one of the sorted ``edges`` is level with ``edge``."""
    place = bisect_left(edges, edge)
    return any(abs(other - edge) < LEVEL for other in edges[max(0, place - 1) : place + 1])


def _pitch_of(side: list[Row]) -> float:
    """Median distance between the rows of a column."""
    return median(after[0].bottom - before[0].bottom for before, after in pairwise(side))
