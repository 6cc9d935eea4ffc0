"""A page with its headings in a rail at the left: each is read before the text that it labels, on a line of its own."""

import re
from collections import Counter
from collections.abc import Sequence

from skillgap.documents.columns import INDENT, MIN_GUTTER, MIN_ROWS, Row

MAX_LABEL = 24
"""Characters of a label in one row."""
COVERED = 0.6
"""Share of the rows of a page that stand beside the rail: a table of skills takes fewer."""
LABELLED = 0.7
"""Share of these rows that may have a label; in a table nearly each row has one."""
DATED = 0.25
"""Share of labels with a digit from which the rail dates entries rather than names sections."""
MIN_LABELS = 2
NEXT = 1.7
"""Multiple of the height of a label within which the next row goes on with it: "Technical / Skills"."""
_LABEL = re.compile(r"[^\W\d_][^\d:@|]*")


def labels_first(rows: Sequence[Row]) -> list[Row] | None:
    """The rows with each label in one before those that it labels, or ``None`` on a page without such a rail."""
    place = _place(rows)
    if place is None:
        return None
    parted = [_parted(row, place) for row in rows]
    # rows above the first and below the last label run over the whole page: a name, a footer
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
    """Whether two rows share some height: a label set a little below the line that it labels."""
    return row[0].top < above[0].bottom


def _is_lower(above: Sequence[Row], label: Row) -> bool:
    """Whether a label stands a little below the first line of what it labels, which begins after white space."""
    if len(above) < 2:
        return False
    step = label[0].top - above[-1][0].top
    return step < label[0].bottom - label[0].top and above[-1][0].top - above[-2][0].top > 2 * step


def _place(rows: Sequence[Row]) -> float | None:
    """Where the text beside a rail begins: furthest left where several rows begin that do not begin at the left."""
    begins = [row[0].x0 for row in rows]
    least = min(begins) + INDENT
    starts = Counter(round(start) for start in begins if start >= least)
    return min((start - 1.0 for start, count in starts.items() if count >= MIN_LABELS), default=None)


def _parted(row: Row, place: float) -> tuple[Row, Row]:
    """The label and the text of a row; a row that runs across the edge of the rail has neither."""
    if any(word.x0 < place - 1 < word.x1 - 1 for word in row):
        return [], []
    left, right = [word for word in row if word.x0 < place - 1], [word for word in row if word.x0 >= place - 1]
    if right and (right[0].x0 > place + INDENT or (left and right[0].x0 - left[-1].x1 < MIN_GUTTER / 2)):
        return [], []
    return left, right


def _are_labels(labels: Sequence[Row], beside: int, count: int) -> bool:
    """Whether what stands in the rail names sections."""
    if len(labels) < MIN_LABELS or beside < max(MIN_ROWS, COVERED * count) or len(labels) > LABELLED * beside:
        return False
    texts = [" ".join(word.text for word in label) for label in labels]
    # sections are named once; "Role: ... Role: ..." is a table
    if len(set(texts)) < len(texts):
        return False
    # a rail of dates is a timeline, and its rows are read with their dates
    dated = sum(any(character.isdigit() for character in text) for text in texts)
    return dated <= DATED * len(texts) and all(
        len(text) <= MAX_LABEL and (_LABEL.fullmatch(text) or any(map(str.isdigit, text))) for text in texts
    )
