"""Reads the words of PDF pages with PDFium, from the boxes of their characters, in a few milliseconds a page.

PDFium is not thread-safe, so one lock guards every call.
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
from skillgap.documents.blanks import Box
from skillgap.documents.columns import Word
from skillgap.documents.page import PageContent, hide_invisible
from skillgap.documents.pdfium_drawings import drawings

LOCK = Lock()
STRETCHED = 1.1
"""Mean width of a character, as a share of its height, from which a word may be several."""
APART = 0.25
"""Gap between characters, as a share of their height, that separates words which PDFium left together."""
TURNED = 0.2
"""Radians from which a character stands sideways."""
SAMPLE = 25
"""Words of a page whose angle is examined."""
LOCKED = 4
"""Error code of PDFium for a missing password."""
_WORD = re.compile(r"[^\s\x00\x02\ufffe\uffff]+[\x02\ufffe]?")


class UnreadableError(Exception):
    """PDFium cannot open the file; ``locked`` says that a password is missing."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__("the file cannot be opened")
        self.locked = locked


def read_pages(data: bytes) -> Generator[PageContent]:
    """The pages one after the other; the library is locked from the first to the last or until the iterator is closed.

    Raises:
        UnreadableError: The file cannot be opened.
    """
    with opened(data) as document:
        for number in range(pdfium.FPDF_GetPageCount(document)):
            yield _page_content(document, number)


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


def _page_content(document: Any, number: int) -> PageContent:
    """The words and ruled lines of one page; empty if it cannot be loaded."""
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
        # a table of grades that is scanned sideways: pdfplumber turns its words, PDFium does not
        if _sideways(text, [start for start, _ in found], rotation):
            return PageContent(tuple(word for _, word in found), turned=True)
        handle, words = pdfium_ffi.address(text), [word for _, word in found]
        inks = [pdfium_ffi.get_text_object(handle, start) for start, _ in found]
        unseen, rules = drawings(page, set(inks), upright)
        return hide_invisible(words, [ink in unseen for ink in inks] if unseen else [False] * len(words), tuple(rules))
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def upright_view(rotation: int, width: float, height: float) -> Callable[[float, float, float, float], Box]:
    """Returns what turns left, top, right and bottom in the page's own units into a box on the shown page.

    The page is shown turned clockwise by ``rotation`` quarters; ``width`` and ``height`` are those of the shown page.
    """
    if rotation == 1:
        return lambda left, top, right, bottom: (bottom, top, left, right)
    if rotation == 2:
        return lambda left, top, right, bottom: (width - right, width - left, bottom, top)
    if rotation == 3:
        return lambda left, top, right, bottom: (width - top, width - bottom, height - right, height - left)
    return lambda left, top, right, bottom: (left, right, height - top, height - bottom)


def words_of(text: Any, upright: Callable[[float, float, float, float], Box]) -> list[tuple[int, Word]]:
    """Each word with the index of its first character; boxes count from the top left corner of the page."""
    handle = pdfium_ffi.address(text)

    def box(place: int) -> Box:
        return upright(*pdfium_ffi.character_box(handle, place))

    content = pdfium_text.with_readable_letters(pdfium_text.characters(text), box)
    found = list(_as_parted(content, handle, upright))
    words = [word for _, word in found]
    # TeX and Qt draw no blanks: the gaps between letters separate the words of the whole page
    if blanks.in_doubt(words):
        return list(_by_gaps(content, [match.span() for match in blanks.LINE.finditer(content)], box))
    # "E X P E R I E N C E" on a page of ordinary words
    if blanks.may_be_spelled(words) and (spelled := blanks.spelled(content)):
        others = [one for one in found if not any(start <= one[0] < end for start, end in spelled)]
        return sorted([*others, *_by_gaps(content, spelled, box)])
    return found


def _as_parted(
    content: str, handle: int, upright: Callable[[float, float, float, float], Box]
) -> Iterator[tuple[int, Word]]:
    """The words as PDFium separates them; a word that is far wider than its letters is split at its gaps."""
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
    """The words of some lines, separated where the gap between characters is that of a blank."""
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
    """The words of a run of characters, which is cut before the characters at ``cuts``."""
    for start, end in pairwise([0, *cuts, len(boxes)] if boxes else []):
        word = pdfium_text.plain("".join(content[place] for place in places[start:end]))
        yield places[start], Word(word, boxes[start][0], boxes[end - 1][1], boxes[start][2], boxes[start][3])


def _sideways(text: Any, starts: list[int], rotation: int) -> bool:
    """Whether most words of a sample of the page stand sideways."""
    sample = starts[:: max(1, len(starts) // SAMPLE)]
    angles = [pdfium.FPDFText_GetCharAngle(text, start) for start in sample]
    angles = [(angle + rotation * math.pi / 2) % (2 * math.pi) for angle in angles]
    turned = sum(TURNED < angle < 2 * math.pi - TURNED for angle in angles)
    return bool(turned > len(sample) / 2)
