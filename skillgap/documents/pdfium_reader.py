"""PDF pages by PDFium: words from the boxes of their characters, and what cannot be seen, in a few milliseconds a page.

PDFium is not thread-safe: one lock guards every call.
"""

import math
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate, pairwise
from threading import Lock
from typing import Any

import pypdfium2.raw as pdfium

from skillgap.documents import blanks, pdfium_ffi, pdfium_text
from skillgap.documents.columns import Rule, Word
from skillgap.documents.page import PageContent, sift

LOCK = Lock()
MAX_OBJECTS = 5_000
"""Objects of a page that are looked at for colours and ruled lines: drawings may have any number."""
MAX_SEGMENTS = 40
"""Segments of a drawn shape from which it is taken for a drawing rather than a box."""
MIN_CONTRAST = 12
"""Difference of a colour channel, of 255, from which text stands out from its background."""
STRETCHED = 1.1
"""Mean advance of a character, as a share of its height, from which a word may be several."""
APART = 0.25
"""Gap between characters, as a share of their height, that parts words which PDFium left together."""
TURNED = 0.2
"""Radians from which a character stands sideways."""
SAMPLE = 25
"""Words of a page whose angle is looked at."""
RULE_HEIGHT = 2.0
RULE_WIDTH = 20.0
"""Points: a ruled line is at least this wide and at most that high."""
DARK = 128
"""Channel value below which ink is plainly seen on a page that nothing dark is painted on."""
WHITE = (255, 255, 255)
LOCKED = 4
PATH, TEXT, INVISIBLE = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_WORD = re.compile(r"[^\s\x00\x02\ufffe\uffff]+[\x02\ufffe]?")

Box = tuple[float, float, float, float]
Colour = tuple[int, ...]


class UnreadableError(Exception):
    """PDFium cannot open the file; ``locked`` says that a password is missing."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__("the file cannot be opened")
        self.locked = locked


def sheets(data: bytes) -> Generator[PageContent]:
    """The pages one after the other; the library is locked from the first to the last or until the iterator is closed.

    Raises:
        UnreadableError: The file cannot be opened.
    """
    with opened(data) as document:
        for number in range(pdfium.FPDF_GetPageCount(document)):
            yield _sheet(document, number)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The file, open for as long as the block runs; the library is locked meanwhile.

    Raises:
        UnreadableError: The file cannot be opened.
    """
    with LOCK:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise UnreadableError(locked=pdfium.FPDF_GetLastError() == LOCKED)
        try:
            yield document
        finally:
            pdfium.FPDF_CloseDocument(document)


def _sheet(document: Any, number: int) -> PageContent:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return PageContent(())
    text = pdfium.FPDFText_LoadPage(page)
    try:
        if not text:
            return PageContent(())
        rotation = pdfium.FPDFPage_GetRotation(page)
        upright = upright_view(rotation, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
        found = words_of(text, upright)
        if _sideways(text, [start for start, _ in found], rotation):
            return PageContent(tuple(word for _, word in found), turned=True)
        handle, words = pdfium_ffi.address(text), [word for _, word in found]
        inks = [pdfium_ffi.get_text_object(handle, start) for start, _ in found]
        unseen, rules = _drawn(page, set(inks), upright)
        return sift(words, [ink in unseen for ink in inks] if unseen else [False] * len(words), tuple(rules))
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def upright_view(rotation: int, width: float, height: float) -> Callable[[float, float, float, float], Box]:
    """Turns left, top, right and bottom in a page's own units into a box on the page as it is shown.

    A page is shown turned clockwise by ``rotation`` quarters; ``width`` and ``height`` are those it is shown with.
    """
    if rotation == 1:
        return lambda left, top, right, bottom: (bottom, top, left, right)
    if rotation == 2:
        return lambda left, top, right, bottom: (width - right, width - left, bottom, top)
    if rotation == 3:
        return lambda left, top, right, bottom: (width - top, width - bottom, height - right, height - left)
    return lambda left, top, right, bottom: (left, right, height - top, height - bottom)


def words_of(text: Any, upright: Callable[[float, float, float, float], Box]) -> list[tuple[int, Word]]:
    """Each word with the place of its first character; places count from the top left corner of the page."""
    handle = pdfium_ffi.address(text)

    def box(place: int) -> Box:
        return upright(*pdfium_ffi.character_box(handle, place))

    content = pdfium_text.with_readable_letters(pdfium_text.characters(text), box)
    found = list(_as_parted(content, handle, upright))
    words = [word for _, word in found]
    if blanks.in_doubt(words):
        return list(_by_gaps(content, [match.span() for match in blanks.LINE.finditer(content)], box))
    if blanks.may_be_spelled(words) and (spelled := blanks.spelled(content)):
        others = [one for one in found if not any(start <= one[0] < end for start, end in spelled)]
        return sorted([*others, *_by_gaps(content, spelled, box)])
    return found


def _as_parted(
    content: str, handle: int, upright: Callable[[float, float, float, float], Box]
) -> Iterator[tuple[int, Word]]:
    """The words as PDFium parts them, but for those that are far longer than their letters."""
    box = pdfium_ffi.character_box
    for match in _WORD.finditer(content):
        first, last = match.span()
        x0, x1, top, bottom = upright(*box(handle, first))
        if last - first > 1:
            x1 = upright(*box(handle, last - 1))[1]
        if x1 < x0 or x1 - x0 > STRETCHED * (bottom - top) * (last - first):
            boxes = [upright(*box(handle, place)) for place in range(first, last)]
            cuts = [
                place
                for place, (before, after) in enumerate(pairwise(boxes), start=1)
                if after[0] - before[1] > APART * (before[3] - before[2]) or after[1] < before[0]
            ]
            yield from _cut(content, range(first, last), boxes, cuts)
        else:
            yield first, Word(pdfium_text.plain(match.group()), x0, x1, top, bottom)


def _by_gaps(content: str, lines: list[tuple[int, int]], box: Callable[[int], Box]) -> Iterator[tuple[int, Word]]:
    """The words of some lines, parted where the room between their characters is that of a blank."""
    placed: list[list[int]] = []
    found: list[blanks.Line] = []
    for start, end in lines:
        words = [match.span() for match in _WORD.finditer(content, start, end)]
        places = [place for span in words for place in range(*span)]
        parted = set(accumulate(last - first for first, last in words))
        placed.append(places)
        found.append(blanks.Line("".join(map(content.__getitem__, places)), [box(place) for place in places], parted))
    usual = blanks.usual(found)
    for places, line in zip(placed, found, strict=True):
        yield from _cut(content, places, line.boxes, blanks.starts(line, usual))


def _cut(content: str, places: Sequence[int], boxes: list[Box], cuts: list[int]) -> Iterator[tuple[int, Word]]:
    """The words of a run of characters that is cut before some of them."""
    for start, end in pairwise([0, *cuts, len(boxes)] if boxes else []):
        word = pdfium_text.plain("".join(content[place] for place in places[start:end]))
        yield places[start], Word(word, boxes[start][0], boxes[end - 1][1], boxes[start][2], boxes[start][3])


def _sideways(text: Any, starts: list[int], rotation: int) -> bool:
    """Whether most of some words, spread over the page, stand sideways as it is shown."""
    sample = starts[:: max(1, len(starts) // SAMPLE)]
    angles = [pdfium.FPDFText_GetCharAngle(text, start) for start in sample]
    angles = [(angle + rotation * math.pi / 2) % (2 * math.pi) for angle in angles]
    turned = sum(TURNED < angle < 2 * math.pi - TURNED for angle in angles)
    return bool(turned > len(sample) / 2)


def _drawn(
    page: Any, inks: set[int], upright: Callable[[float, float, float, float], Box]
) -> tuple[set[int], list[Rule]]:
    """Addresses of the text objects that cannot be seen, without ink or in the colour of what they stand on; and rules.

    Only the text objects in ``inks`` are looked at: some programs write each letter as an object of its own. What an
    image or a nested form paints is unknown, so text on it counts as seen.
    """
    painted: list[tuple[Box, Colour | None]] = []
    unseen: set[int] = set()
    rules: list[Rule] = []
    plain = True
    handle = pdfium_ffi.address(page)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        thing = pdfium_ffi.get_object(handle, index)
        if thing in inks:
            colour, alpha = pdfium_ffi.fill_colour(thing)
            inkless = alpha < MIN_CONTRAST or pdfium_ffi.get_render_mode(thing) == INVISIBLE
            if plain and not inkless and max(colour) < DARK:
                continue
            under = _under(_bounds(thing), painted)
            if under is not None and (inkless or _alike(colour, under)):
                unseen.add(thing)
            continue
        kind = pdfium_ffi.get_type(thing)
        if kind == PATH:
            bounds = _bounds(thing)
            left, right, bottom, top = bounds
            rules += _rules(upright(left, top, right, bottom))
            if (fill := _painting(thing)) is not None:
                whole = _is_whole(thing)
                painted.append((bounds, fill if whole else None))
                plain = plain and (not whole or min(fill) >= DARK + MIN_CONTRAST)
        elif kind != TEXT:
            painted.append((_bounds(thing), None))
    return unseen, rules


def _painting(path: int) -> Colour | None:
    """The colour that a path fills its inside with, if it does."""
    colour, alpha = pdfium_ffi.fill_colour(path)
    return colour if pdfium_ffi.fills(path) and alpha >= 255 - MIN_CONTRAST else None


def _is_whole(path: int) -> bool:
    """Whether a path is one closed shape; of several, as in a frame, it is unknown what they leave free."""
    count = min(pdfium_ffi.count_segments(path), MAX_SEGMENTS)
    kinds = [pdfium_ffi.get_segment_type(pdfium_ffi.get_segment(path, place)) for place in range(count)]
    return count < MAX_SEGMENTS and kinds.count(pdfium.FPDF_SEGMENT_MOVETO) <= 1


def _bounds(thing: int) -> Box:
    """Left, right, bottom and top in the page's own units, from its lower left corner."""
    left, bottom, right, top = pdfium_ffi.bounds(thing)
    return left, right, bottom, top


def _under(bounds: Box, painted: list[tuple[Box, Colour | None]]) -> Colour | None:
    """The colour last painted where the middle of ``bounds`` is, white where nothing was, ``None`` if unknown."""
    x, y = (bounds[0] + bounds[1]) / 2, (bounds[2] + bounds[3]) / 2
    for (left, right, bottom, top), colour in reversed(painted):
        if left <= x <= right and bottom <= y <= top:
            return colour
    return WHITE


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) < MIN_CONTRAST for a, b in zip(one, other, strict=True))


def _rules(box: Box) -> list[Rule]:
    """The horizontal lines of a drawn path: itself where it is flat, else its upper and lower edge."""
    left, right, top, bottom = box
    if right - left < RULE_WIDTH:
        return []
    return [Rule(left, right, edge) for edge in ([top] if bottom - top <= RULE_HEIGHT else [top, bottom])]
