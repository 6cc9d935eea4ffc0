"""A text of which some places were rewritten, and where what is read in it stood before.

Offsets are characters, start inclusive, end exclusive.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """One place of a text, and the words that take its place; ``start == end`` puts words in, ``""`` takes some out."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What was rewritten; see ``rewrite``.

    Attributes:
        before: The text as it was.
        starts, ends: Where each rewritten place stands in the new text, in order.
        edits: The same places in the text as it was.
    """

    before: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edits: tuple[Edit, ...]

    def span_before(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of the new text at ``start`` to ``end`` stood; all of a rewritten place they touch."""
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
    """The text with edits made, which are in order and do not overlap, and how to find the way back."""
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
