"""The pages of a file as images, and the position of its text on them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

SAME_LINE = 0.5
"""Two boxes are on one line if they overlap by this share of the smaller height; a superscript still does."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Image of a page.

    Attributes:
        width, height: Size of the page in points, after rotation.
        image: The image as JPEG.
    """

    width: float
    height: float
    image: bytes


class PlacedWord(NamedTuple):
    """A sequence of characters without a blank, and its position on a page.

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
    """A rectangle on a page, in points from the top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Facsimile:
    """Images of a file's pages with the positions of its words.

    Attributes:
        pages: The first pages of the file.
        words: The words on them, sorted by ``start``.
    """

    pages: tuple[PagePicture, ...]
    words: tuple[PlacedWord, ...]

    def boxes(self, start: int, end: int) -> tuple[PageBox, ...]:
        """Boxes around the text from ``start`` to ``end``: one for each line on the page."""
        found: list[PageBox] = []
        for box in self._parts(start, end):
            if found and _same_line(found[-1], box):
                found[-1] = _around(found[-1], box)
            else:
                found.append(box)
        return tuple(found)

    def _parts(self, start: int, end: int) -> Iterator[PageBox]:
        # The span may begin inside a word: in "Python/SQL", SQL starts behind the start of the whole word.
        first = max(0, bisect_right(self.words, start, key=lambda word: word.start) - 1)
        for word in self.words[first:]:
            if word.start >= end:
                return
            length = len(word.edges) - 1
            low, high = max(0, start - word.start), min(length, end - word.start)
            if low < high:
                yield PageBox(word.page, word.edges[low], word.top, word.edges[high], word.bottom)


def _same_line(box: PageBox, after: PageBox) -> bool:
    """Whether ``after`` is on the same line as ``box``, further right."""
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
