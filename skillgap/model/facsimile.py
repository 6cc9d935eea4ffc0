"""The pages of a file as its reader sees them, and where on them the characters of its text stand."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

SAME_LINE = 0.5
"""Share of the lower box's height by which two boxes of one line overlap at least."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is shown on a screen.

    Attributes:
        width, height: Its size in points, as it is shown.
        image: The picture as JPEG.
    """

    width: float
    height: float
    image: bytes


class PlacedWord(NamedTuple):
    """A run of characters without a blank, as it stands on a page.

    Attributes:
        start: Offset of its first character into ``Document.text``.
        page: Page from 1.
        top, bottom: Upper and lower edge in points from the top of the page.
        edges: Left edge of each character, then the right edge of the last, in points from the left of the page.
    """

    start: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]


class PageBox(NamedTuple):
    """A part of a page, in points from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A file as its reader sees it.

    Attributes:
        pages: The first pages as pictures.
        words: Where the text stands on them, by ``start``.
    """

    pages: tuple[PagePicture, ...]
    words: tuple[PlacedWord, ...]

    def boxes(self, start: int, end: int) -> tuple[PageBox, ...]:
        """Where the characters of the text from ``start`` to ``end`` stand: a box for each line that they run over."""
        found: list[PageBox] = []
        for box in self._parts(start, end):
            if found and _goes_on(found[-1], box):
                found[-1] = _around(found[-1], box)
            else:
                found.append(box)
        return tuple(found)

    def _parts(self, start: int, end: int) -> Iterator[PageBox]:
        first = max(0, bisect_right(self.words, start, key=lambda word: word.start) - 1)
        for word in self.words[first:]:
            if word.start >= end:
                return
            length = len(word.edges) - 1
            low, high = max(0, start - word.start), min(length, end - word.start)
            if low < high:
                yield PageBox(word.page, word.edges[low], word.top, word.edges[high], word.bottom)


def _goes_on(box: PageBox, after: PageBox) -> bool:
    """Whether a box stands on the same line as the one before it, further right."""
    overlap = min(box.bottom, after.bottom) - max(box.top, after.top)
    height = min(box.bottom - box.top, after.bottom - after.top)
    return box.page == after.page and after.left >= box.left and overlap >= SAME_LINE * height


def _around(box: PageBox, other: PageBox) -> PageBox:
    return PageBox(
        box.page,
        min(box.left, other.left),
        min(box.top, other.top),
        max(box.right, other.right),
        max(box.bottom, other.bottom),
    )
