"""Reads headings that stand in a narrow rail at the left of a page before the text beside them."""

import re
from collections import Counter
from collections.abc import Sequence

from skillgap.documents.columns import INDENT, MIN_GUTTER, MIN_ROWS, Row

MAX_LABEL = 24
"""Most characters of a label in one row."""
COVERED = 0.6
"""Least share of a page's rows beside the rail; a table of skills takes fewer."""
LABELLED = 0.7
"""Most share of these rows with a label; in a table nearly every row has one."""
DATED = 0.25
"""Share of labels with a digit from which the rail dates entries and names no sections."""
MIN_LABELS = 2
NEXT = 1.7
"""Distance, as a multiple of a label's height, within which the next row continues it: "Technical / Skills"."""
_LABEL = re.compile(r"[^\W\d_][^\d:@|]*")


def labels_first(rows: Sequence[Row]) -> list[Row] | None:
    """The rows with each label in a row of its own before its text; ``None`` for a page without such a rail."""
    place = _place(rows)
    if place is None:
        return None
    parted = [_parted(row, place) for row in rows]
    # the name above the rail and a footer below it run over the whole page
    beside = [number for number, (_, right) in enumerate(parted) if right]
    if not beside:
        return None
    parted = [
        both
        if beside[0] <= number <= beside[-1] + 1 and (both[1] or (number and _overlap(rows[number - 1], rows[number])))
        else ([], [])
        for number, both in enumerate(parted)
    ]
    alone = sum(bool(label and not right) for label, right in parted)
    if not _are_labels([label for label, _ in parted if label], len(beside), len(rows) - alone):
        return None
    found: list[Row] = []
    current: Row = []
    for row, (label, right) in zip(rows, parted, strict=True):
        if not label:
            current = []
        # "Work" above "experience": a label on two lines is one label
        elif current and label[0].top - current[-1].top < NEXT * (label[0].bottom - label[0].top):
            current += label
        else:
            current = list(label)
            found.insert(len(found) - _is_lower(found, current), current)
        if right or not label:
            found.append(right or row)
    return found


def _overlap(above: Row, row: Row) -> bool:
    """Whether two rows overlap in height, as a label does that is set a little lower than its text."""
    return row[0].top < above[0].bottom


def _is_lower(above: Sequence[Row], label: Row) -> bool:
    """Whether a label stands a little below the first line of its text, which begins behind a blank line."""
    if len(above) < 2:
        return False
    step = label[0].top - above[-1][0].top
    return step < label[0].bottom - label[0].top and above[-1][0].top - above[-2][0].top > 2 * step


def _place(rows: Sequence[Row]) -> float | None:
    """Left edge of the text beside a rail: the first edge, away from the page's own, at which several rows begin."""
    begins = [row[0].x0 for row in rows]
    least = min(begins) + INDENT
    starts = Counter(round(start) for start in begins if start >= least)
    return min((start - 1.0 for start, count in starts.items() if count >= MIN_LABELS), default=None)


def _parted(row: Row, place: float) -> tuple[Row, Row]:
    """The label and the text of a row; both are empty for a row that crosses the edge of the rail."""
    if any(word.x0 < place - 1 < word.x1 - 1 for word in row):
        return [], []
    left, right = [word for word in row if word.x0 < place - 1], [word for word in row if word.x0 >= place - 1]
    # "Skills   Python      2024": the text must begin at its edge, with a gap before it
    if right and (right[0].x0 > place + INDENT or (left and right[0].x0 - left[-1].x1 < MIN_GUTTER / 2)):
        return [], []
    return left, right


def _are_labels(labels: Sequence[Row], beside: int, count: int) -> bool:
    """Whether the labels in a rail name sections."""
    if len(labels) < MIN_LABELS or beside < max(MIN_ROWS, COVERED * count) or len(labels) > LABELLED * beside:
        return False
    texts = [" ".join(word.text for word in label) for label in labels]
    # a resume names each section once; "Role" in every second row is a table
    if len(set(texts)) < len(texts):
        return False
    # "2021 - 2023" beside each job dates it, and is read with it
    dated = sum(any(character.isdigit() for character in text) for text in texts)
    return dated <= DATED * len(texts) and all(
        len(text) <= MAX_LABEL and (_LABEL.fullmatch(text) or any(map(str.isdigit, text))) for text in texts
    )
