"""Finds missing and false blanks in a line by the gaps between its characters.

Qt 4.8, wkhtmltopdf, TeX and headings with spaced letters draw no blanks, only gaps. PDFium guesses blanks from the
widths of single letters and misses those after narrow and wide ones. The median gap of a whole line is that within a
word, so a clearly wider gap is a blank.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from skillgap.documents.columns import Word

Box = tuple[float, float, float, float]
"""Left, right, top and bottom of a character; it begins where it is set and ends where the next one is usually set."""
NARROW = 0.22
"""Gap between words, as a share of their height, below which PDFium may have missed similar gaps."""
WIDE = 1.0
"""Gap, as a share of the height, from which two words are not neighbours in a sentence."""
NARROW_SHARE = 0.1
"""Share of narrow gaps from which a page is in doubt."""
TOO_NARROW = 0.13
"""Gap, as a share of the height, that is too narrow for a blank: PDFium has split a word."""
ALONE = 0.5
"""Share of single letters among the words of a letter-spaced page."""
ENOUGH = 12
"""Fewest gaps of a page that show its usual gap."""
FEW = 6
"""Fewest gaps of a line that show its usual gap."""
ROOM = 0.11
"""Least width that a blank adds to the usual gap, as a share of the height: half of the narrowest blank in use."""
SLACK = 0.05
"""Most width that kerning adds to the usual gap, as a share of the height."""
WHOLE = 0.2
"""Width that a blank adds to the usual gap after one letter; that gap is small after "f", which overhangs."""
SPACED = 0.05
"""Usual gap from which a line is letter-spaced, so that PDFium may have put blanks into its words."""
SPELLED = 5
"""Letters of a line that is spelled out."""
LINE = re.compile(r"[^\r\n]+")
_SPELLED = re.compile(r"\s*(?:\w{1,3}\s+){0,2}[^\W\d_](?:\s+(?:[^\W\d_]|&)){4,}\s*")
"""A line of single letters, with perhaps one or two that stand closer."""


class Line(NamedTuple):
    """The characters of a line without blanks, their boxes, and the places before which PDFium puts a blank."""

    characters: str
    boxes: list[Box]
    parted: set[int]


def in_doubt(words: Sequence[Word]) -> bool:
    """Whether the words of a page stand so close that blanks may be missing, or letters mostly stand alone."""
    found = [
        (x0 - x1) / (bottom - top)
        for (_, _, x1, top, bottom), (_, x0, _, _, _) in pairwise(words)
        if 0 < x0 - x1 < WIDE * (bottom - top)
    ]
    found.sort()
    # a page with a few words shows no usual gap
    if len(found) < ENOUGH:
        return False
    # "Kub ernetes" has a gap that is too narrow for a blank
    if found[0] < TOO_NARROW or bisect_left(found, NARROW) >= NARROW_SHARE * len(found):
        return True
    # "R E S U M E" on the whole page
    return _alone(words) > ALONE * len(words)


def may_be_spelled(words: Sequence[Word]) -> bool:
    """Whether enough letters stand alone on a page for a line that is spelled out."""
    return _alone(words) >= SPELLED


def _alone(words: Sequence[Word]) -> int:
    return [len(word[0]) for word in words].count(1)


def spelled(content: str) -> list[tuple[int, int]]:
    """Start and end of each line with spaced letters: "E X P E R I E N C E"."""
    return [match.span() for match in LINE.finditer(content) if _SPELLED.fullmatch(match.group())]


def gaps(boxes: Sequence[Box]) -> list[float]:
    """The gap behind each character of a line but the last, as a share of the height."""
    return [(after[0] - before[1]) / max(0.1, before[3] - before[2]) for before, after in pairwise(boxes)]


def usual(lines: Iterable[Line]) -> tuple[float, dict[str, float]]:
    """The median gap within words, and for each frequent letter the gap that is usual behind it."""
    after: dict[str, list[float]] = {}
    for line in lines:
        for character, gap in zip(line.characters, gaps(line.boxes), strict=False):
            after.setdefault(character, []).append(gap)
    every = [gap for found in after.values() for gap in found]
    closest = {character: sorted(found)[len(found) // 4] for character, found in after.items() if len(found) >= FEW}
    return median(every) if every else 0.0, closest


def starts(line: Line, page: tuple[float, dict[str, float]]) -> list[int]:
    """Places of the characters that begin a word, except the first.

    ``page`` holds the usual gaps of the page. They decide in short lines and behind overhanging letters.
    """
    found = gaps(line.boxes)
    general, closest = page
    within = median(found) if len(found) >= FEW else general
    # in "R E S U M E" PDFium puts a blank behind every letter
    believed = line.parted if within < SPACED else set()
    return [
        place
        for place, gap in enumerate(found, start=1)
        if place in believed
        or gap > within + ROOM
        or (gap > within + SLACK and gap > closest.get(line.characters[place - 1], general) + WHOLE)
        # the text jumps back to the left: another column begins
        or line.boxes[place][1] < line.boxes[place - 1][0]
    ]
