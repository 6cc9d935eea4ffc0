"""Finds the cells of table rows in plain text, separated by tabs or wide gaps."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from skillgap.nlp.annotations import LevelRow
from skillgap.nlp.spans import Bounds
from skillgap.nlp.tokens import Tokens

_GAP = re.compile(r"\t[ \t]*| {3,}")
MAX_CELL = 5
"""Tokens of the longest cell; a longer one is text with a wide gap."""


def cell_starts(tokens: Tokens, lines: Sequence[Bounds]) -> frozenset[int]:
    """Return the first token of each cell but the first of its row."""
    found: set[int] = set()
    line_starts = [start for start, _ in lines]
    gaps: dict[int, list[int]] = {}
    for match in _GAP.finditer(tokens.text):
        index = bisect_left(tokens.starts, match.end())
        if tokens.same_line(index) and index:
            gaps.setdefault(bisect_right(line_starts, index) - 1, []).append(index)
    for number, starts in gaps.items():
        start, end = lines[number]
        if all(after - before <= MAX_CELL for before, after in pairwise([start, *starts, end])):
            found.update(starts)
    return frozenset(found)


class LevelRows:
    """Finds the rows of a table of levels.

    Args:
        years: Words in the head of a column of years ("Years").
        basic: Words for the lowest level in a row ("Beginner").
    """

    def __init__(self, years: Iterable[str], basic: Iterable[str]) -> None:
        self._years, self._basic = frozenset(years), frozenset(basic)

    def find(self, tokens: Tokens, lines: Sequence[Bounds], cells: frozenset[int]) -> Mapping[int, LevelRow]:
        """Return the years and level of each row below a head with a column of years, by its first token."""
        found: dict[int, LevelRow] = {}
        column, width = -1, 0
        for line in lines if cells else ():
            row = list(_cells(line, cells))
            if len(row) != width or width < 2:
                # "Skill   Years   Level" opens a table, a line of another width ends it
                heads = (at for at, cell in enumerate(row) if not self._years.isdisjoint(tokens.lower[slice(*cell)]))
                column = next(heads, -1)
                width = len(row) if column >= 0 else 0
                continue
            number = tokens.words[row[column][0]]
            if number.isdigit() and len(number) <= 2:
                found[line[0]] = LevelRow(int(number), not self._basic.isdisjoint(tokens.lower[slice(*line)]))
        return found


def _cells(line: Bounds, cells: frozenset[int]) -> Iterator[Bounds]:
    """Yield the cells of one line."""
    start, end = line
    cuts = [start, *(index for index in range(start + 1, end) if index in cells), end]
    yield from pairwise(cuts)
