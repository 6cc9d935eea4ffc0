"""Reads tables of a Word file as lines: data row by row, tables for page layout cell by cell."""

import re
from collections.abc import Iterator, Sequence

from skillgap.lexicon import own

BULLET = "\u2022 "
MIN_ROWS = 2
"""Fewest rows below the head of a table."""
MAX_LABEL = 4
"""Words of a label."""
_GRADED = re.compile(rf"(?i)(?:{own().layout.alternation('graded_columns')})\b")
"""Head of a column of levels."""
_UNIT = re.compile(rf"(?i)\b({own().layout.alternation('time_units')})\b")
"""Unit in the head of a column of lengths of time."""

Row = Sequence[list[str]]
"""The lines of each cell of a row."""


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of a table: a row of short cells is one line, longer cells are read one by one."""
    # "Skill | Level | Years": each row is one item of a list
    if _is_graded(rows):
        yield "\t".join(cell[0] for cell in rows[0])
        units = [_UNIT.search(cell[0]) for cell in rows[0]]
        yield from (
            _graded(row, [unit.group(1).lower().removesuffix("s") if unit else "" for unit in units])
            for row in rows[1:]
        )
        return
    labelled = _is_labelled(rows)
    for row in rows:
        # a cell with several lines is part of the page, not of a row: "Experience" beside three paragraphs
        if any(len(cell) > 1 for cell in row) or labelled:
            yield from (line for cell in row for line in cell)
        elif line := "\t".join(cell[0] for cell in row if cell):
            yield line


def _is_graded(rows: Sequence[Row]) -> bool:
    """Whether the head of a table names a level or a length of time for each row."""
    if len(rows) <= MIN_ROWS or any(len(row) != len(rows[0]) or any(len(cell) > 1 for cell in row) for row in rows):
        return False
    head = [" ".join(cell) for cell in rows[0]]
    return len(head) > 1 and all(head) and any(_GRADED.match(cell) or _UNIT.search(cell) for cell in head[1:])


def _graded(row: Row, units: Sequence[str]) -> str:
    """A row as an item; a bare number gets the unit in the head ("Years" above "3")."""
    cells = []
    for cell, unit in zip((" ".join(cell) for cell in row), units, strict=True):
        counted = f"{cell} {unit}{'' if cell == '1' else 's'}" if unit and cell.isdigit() else cell
        cells.append(counted)
    return BULLET + "\t".join(cell for cell in cells if cell)


def _is_labelled(rows: Sequence[Row]) -> bool:
    """Whether the first of two columns labels the second, which has a cell of several lines."""
    if len(rows) < MIN_ROWS or any(len(row) != 2 for row in rows):
        return False
    labels = [" ".join(row[0]) for row in rows if row[0]]
    return (
        len(labels) >= MIN_ROWS
        and any(len(row[1]) > 1 for row in rows)
        and all(len(label.split()) <= MAX_LABEL and not re.search(r"\d", label) for label in labels)
    )
