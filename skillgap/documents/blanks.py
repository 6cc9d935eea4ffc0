"""Blanks that PDFium left out or put into a word, told from the gaps between the characters of a line.

Some programs draw no blanks, only letters with room between them: Qt 4.8 and wkhtmltopdf, TeX, and headings with
spaced letters. PDFium guesses the blanks from the widths of single letters, and loses those after narrow and wide ones.
All letters of a line together show more: the room between most of them is that within a word.
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
"""Gap between words, as a share of their height, below which PDFium may have missed others like it."""
WIDE = 1.0
"""The same from which words are not neighbours in a sentence."""
NARROW_SHARE = 0.1
"""Share of the gaps of a page that must be so narrow."""
TOO_NARROW = 0.13
"""The same that no blank has: a word was parted within."""
ALONE = 0.5
"""Share of the words of a page that are single letters where all of it is letter-spaced."""
ENOUGH = 12
"""Gaps from which it can be told what is usual on a page."""
FEW = 6
"""Gaps from which it can be told what is usual in a line."""
ROOM = 0.11
"""What a blank adds to the usual gap at least, as a share of the height: half of the narrowest one in use."""
SLACK = 0.05
"""What kerning adds to the usual gap at most."""
WHOLE = 0.2
"""What a blank adds to the gap that is usual after one letter: after "f", which reaches over the next, it is small."""
SPACED = 0.05
"""Usual gap from which a line is letter-spaced, and a blank may be one that PDFium put into a word."""
SPELLED = 5
"""Letters of a line that is spelled out."""
LINE = re.compile(r"[^\r\n]+")
_SPELLED = re.compile(r"\s*(?:\w{1,3}\s+){0,2}[^\W\d_](?:\s+(?:[^\W\d_]|&)){4,}\s*")
"""A line of single letters, with perhaps one or two that stand closer."""


class Line(NamedTuple):
    """The characters of a line without its blanks, their boxes, and the places of those that PDFium parts off."""

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
    # a page with a few words says too little about its gaps
    if len(found) < ENOUGH:
        return False
    if found[0] < TOO_NARROW or bisect_left(found, NARROW) >= NARROW_SHARE * len(found):
        return True
    return _alone(words) > ALONE * len(words)


def may_be_spelled(words: Sequence[Word]) -> bool:
    """Whether enough letters stand alone on a page for a line that is spelled out."""
    return _alone(words) >= SPELLED


def _alone(words: Sequence[Word]) -> int:
    return [len(word[0]) for word in words].count(1)


def spelled(content: str) -> list[tuple[int, int]]:
    """Start and end of the lines of which each letter stands alone: "E X P E R I E N C E"."""
    return [match.span() for match in LINE.finditer(content) if _SPELLED.fullmatch(match.group())]


def gaps(boxes: Sequence[Box]) -> list[float]:
    """The room after each character of a line but the last, as a share of the height."""
    return [(after[0] - before[1]) / max(0.1, before[3] - before[2]) for before, after in pairwise(boxes)]


def usual(lines: Iterable[Line]) -> tuple[float, dict[str, float]]:
    """The gap within a word that is usual in some lines, and that of letters that are set closer to the next one."""
    after: dict[str, list[float]] = {}
    for line in lines:
        for character, gap in zip(line.characters, gaps(line.boxes), strict=False):
            after.setdefault(character, []).append(gap)
    every = [gap for found in after.values() for gap in found]
    closest = {character: sorted(found)[len(found) // 4] for character, found in after.items() if len(found) >= FEW}
    return median(every) if every else 0.0, closest


def starts(line: Line, page: tuple[float, dict[str, float]]) -> list[int]:
    """Places of the characters of a line that begin a word, but for the first.

    ``page`` has the gaps that are usual on it: they tell in short lines, and after letters that reach over the next.
    """
    found = gaps(line.boxes)
    general, closest = page
    within = median(found) if len(found) >= FEW else general
    # letters that are set apart ("R E S U M E") make every letter look parted off
    believed = line.parted if within < SPACED else set()
    return [
        place
        for place, gap in enumerate(found, start=1)
        if place in believed
        or gap > within + ROOM
        or (gap > within + SLACK and gap > closest.get(line.characters[place - 1], general) + WHOLE)
        or line.boxes[place][1] < line.boxes[place - 1][0]
    ]
