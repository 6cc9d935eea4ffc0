"""Edit a text, and map offsets in the new text back to the old one.

Offsets are characters, start inclusive, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """Replacement of ``before[start:end]`` by ``words``; ``start == end`` inserts, empty ``words`` delete."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The edits made by ``rewrite``.

    Attributes:
        before: The old text.
        starts, ends: Offsets of each replacement in the new text, in order.
        edits: The edits, with offsets in the old text.
    """

    before: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edits: tuple[Edit, ...]

    def span_before(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the new text to the old text; a replacement that it touches is mapped as a whole."""
        # An empty span at a deletion: its start maps behind the deleted words, its end before them.
        return min(self._start_before(start), self._end_before(end)), self._end_before(end)

    def _start_before(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        edit, end = self.edits[index], self.ends[index]
        return edit.start if offset < end else edit.end + offset - end

    def _end_before(self, offset: int) -> int:
        index = bisect_left(self.starts, offset) - 1
        if index < 0:
            return offset
        edit, end = self.edits[index], self.ends[index]
        return edit.end if offset < end else edit.end + offset - end


def rewrite(before: str, edits: Iterable[Edit]) -> tuple[str, Rewriting]:
    """Apply ordered edits that do not overlap.

    Returns:
        The new text, and the ``Rewriting`` that maps its offsets back.
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    made = tuple(edits)
    place = length = 0
    for edit in made:
        length += edit.start - place
        starts.append(length)
        length += len(edit.words)
        ends.append(length)
        parts += (before[place : edit.start], edit.words)
        place = edit.end
    return "".join((*parts, before[place:])), Rewriting(before, tuple(starts), tuple(ends), made)
