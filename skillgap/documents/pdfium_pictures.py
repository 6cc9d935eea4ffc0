"""Draws PDF pages with PDFium, with the edges of the characters of each word."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from PIL import Image

from skillgap.documents import pdfium_ffi, pdfium_reader, pdfium_text
from skillgap.documents.columns import Word
from skillgap.model.facsimile import PagePicture

WIDTH = 1_300
"""Width of a picture in pixels, sharp on half of a wide screen."""
MAX_PIXELS = 3_000_000
"""Most pixels of a picture."""
QUALITY = 80
"""Quality of the JPEG, up to 95."""
MAX_SIDE = 2_000.0
"""Most points of the longer side of a page; letters of a larger one could not be read."""
MIN_SIDE = 72.0
"""Fewest points of the shorter side: an inch."""
Place = tuple[float, float, float, float]
"""Left, right, top and bottom of a word as ``pdfium_reader`` gives them."""


Shift = tuple[float, float]
"""Points to the right and down."""


class Letters(NamedTuple):
    """The characters of a word as the file has them, and the left and right edge of each."""

    text: str
    edges: list[tuple[float, float]]


class DrawnPage(NamedTuple):
    """A page as a picture.

    Attributes:
        picture: The page as an image.
        letters: Place of a word from ``pdfium_reader`` -> its characters.
        shift: Distance from such a place to the place on the picture.
        other_shift: The same distance for places from ``pdfplumber_reader``.
    """

    picture: PagePicture
    letters: dict[Place, Letters]
    shift: Shift
    other_shift: Shift


def pages(data: bytes, most: int) -> list[DrawnPage | None]:
    """The first pages, at most ``most``; ``None`` for a page of a size that cannot be shown.

    Raises:
        UnreadableError: The file cannot be opened.
    """
    with pdfium_reader.opened(data) as document:
        return [_drawn(document, number) for number in range(min(most, pdfium.FPDF_GetPageCount(document)))]


def _drawn(document: Any, number: int) -> DrawnPage | None:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return None
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        if max(width, height) > MAX_SIDE or min(width, height) < MIN_SIDE:
            return None
        picture = PagePicture(width, height, _jpeg(page, width, height))
        return DrawnPage(picture, _letters(page, width, height), *_shifts(page))
    finally:
        pdfium.FPDF_ClosePage(page)


def _jpeg(page: Any, width: float, height: float) -> bytes:
    """The page as a JPEG image."""
    # a banner of 2,000 by 100 points must not become a picture of 26,000 pixels
    scale = min(WIDTH / width, (MAX_PIXELS / (width * height)) ** 0.5)
    size = max(1, int(width * scale)), max(1, int(height * scale))
    bitmap = pdfium.FPDFBitmap_Create(*size, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        shown = pdfium_ffi.copied(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * size[1])
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    target = io.BytesIO()
    Image.frombytes("RGB", size, shown, "raw", "BGRX", stride, 1).save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _letters(page: Any, width: float, height: float) -> dict[Place, Letters]:
    """The characters of each word by its place."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return {}
    try:
        upright = pdfium_reader.upright_view(pdfium.FPDFPage_GetRotation(page), width, height)
        content, handle = pdfium_text.characters(text), pdfium_ffi.address(text)
        found = {}
        for first, word in pdfium_reader.words_of(text, upright):
            places = list(_places(content, first, len(word.text)))
            boxes = [upright(*pdfium_ffi.character_box(handle, place)) for place in places]
            found[_place(word)] = Letters(word.text, [(left, right) for left, right, _, _ in boxes])
        return found
    finally:
        pdfium.FPDFText_ClosePage(text)


def _places(content: str, first: int, count: int) -> Iterator[int]:
    """The places of ``count`` characters of a word, without the blanks that PDFium put into it."""
    for place in range(first, len(content)):
        if count and not content[place].isspace():
            yield place
            count -= 1
        elif not count:
            return


def _place(word: Word) -> Place:
    return word.x0, word.x1, word.top, word.bottom


def _shifts(page: Any) -> tuple[Shift, Shift]:
    """The distances from places of ``pdfium_reader`` and of ``pdfplumber_reader`` to places on the shown page.

    The first counts from the origin of the page's units, the second from the corner of the media box.
    """
    (left, bottom, right, top), whole = pdfium_ffi.shown_and_whole(page)
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    cut = left - whole[0], whole[3] - top, bottom - whole[1], whole[2] - right
    from_units = ((-left, bottom), (-bottom, -left), (left, -bottom), (bottom, left))[turn]
    from_sheet = ((cut[0], cut[1]), (cut[2], cut[0]), (cut[3], cut[2]), (cut[1], cut[3]))[turn]
    return from_units, (-from_sheet[0], -from_sheet[1])
