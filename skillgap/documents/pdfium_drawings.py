"""Finds invisible text and ruled lines among the drawn objects of a PDF page, with PDFium."""

from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from skillgap.documents import pdfium_ffi
from skillgap.documents.blanks import Box
from skillgap.documents.columns import Rule

MAX_OBJECTS = 5_000
"""Most objects of a page that are examined; drawings may have any number."""
MAX_SEGMENTS = 40
"""Segments from which a shape is a drawing, not a box."""
MIN_CONTRAST = 12
"""Difference of a colour channel, of 255, from which text is visible on its background."""
RULE_HEIGHT = 2.0
RULE_WIDTH = 20.0
"""Most height and least width of a ruled line, in points."""
DARK = 128
"""Channel value below which ink is visible on a page without dark backgrounds."""
WHITE = (255, 255, 255)
PATH, TEXT, INVISIBLE = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
Colour = tuple[int, ...]


def drawings(
    page: Any, inks: set[int], upright: Callable[[float, float, float, float], Box]
) -> tuple[set[int], list[Rule]]:
    """Addresses of the text objects that are invisible, and the ruled lines.

    Text is invisible without ink or in the colour of its background. Only the text objects in ``inks`` are examined:
    some programs write each letter as an object of its own.
    """
    painted: list[tuple[Box, Colour | None]] = []
    unseen: set[int] = set()
    rules: list[Rule] = []
    plain = True
    handle = pdfium_ffi.address(page)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        thing = pdfium_ffi.get_object(handle, index)
        if thing in inks:
            if _is_invisible(thing, painted, plain=plain):
                unseen.add(thing)
            continue
        kind = pdfium_ffi.get_type(thing)
        if kind == PATH:
            bounds = _bounds(thing)
            rules += _rules(upright(bounds[0], bounds[3], bounds[1], bounds[2]))
            if (fill := _painting(thing)) is not None:
                whole = _is_whole(thing)
                painted.append((bounds, fill if whole else None))
                plain = plain and (not whole or min(fill) >= DARK + MIN_CONTRAST)
        # the colours of an image or a nested form are unknown, so text on it counts as visible
        elif kind != TEXT:
            painted.append((_bounds(thing), None))
    return unseen, rules


def _is_invisible(thing: int, painted: list[tuple[Box, Colour | None]], *, plain: bool) -> bool:
    """Whether a text object has no ink, or the colour of its background; on a ``plain`` page dark ink is visible."""
    colour, alpha = pdfium_ffi.fill_colour(thing)
    # a text layer behind a scan has no ink
    inkless = alpha < MIN_CONTRAST or pdfium_ffi.get_render_mode(thing) == INVISIBLE
    if plain and not inkless and max(colour) < DARK:
        return False
    under = _under(_bounds(thing), painted)
    # white letters on white paper
    return under is not None and (inkless or _is_similar(colour, under))


def _painting(path: int) -> Colour | None:
    """The opaque fill colour of a path; ``None`` for a path without one."""
    colour, alpha = pdfium_ffi.fill_colour(path)
    return colour if pdfium_ffi.fills(path) and alpha >= 255 - MIN_CONTRAST else None


def _is_whole(path: int) -> bool:
    """Whether a path is one closed shape; several shapes, as in a frame, leave a part free."""
    count = min(pdfium_ffi.count_segments(path), MAX_SEGMENTS)
    kinds = [pdfium_ffi.get_segment_type(pdfium_ffi.get_segment(path, place)) for place in range(count)]
    return count < MAX_SEGMENTS and kinds.count(pdfium.FPDF_SEGMENT_MOVETO) <= 1


def _bounds(thing: int) -> Box:
    """Left, right, bottom and top of an object in the page's own units, from its lower left corner."""
    left, bottom, right, top = pdfium_ffi.bounds(thing)
    return left, right, bottom, top


def _under(bounds: Box, painted: list[tuple[Box, Colour | None]]) -> Colour | None:
    """The colour last painted at the middle of ``bounds``, white if none was, ``None`` if unknown."""
    x, y = (bounds[0] + bounds[1]) / 2, (bounds[2] + bounds[3]) / 2
    for (left, right, bottom, top), colour in reversed(painted):
        if left <= x <= right and bottom <= y <= top:
            return colour
    return WHITE


def _is_similar(one: Colour, other: Colour) -> bool:
    """Whether text in one colour cannot be seen on the other."""
    return all(abs(a - b) < MIN_CONTRAST for a, b in zip(one, other, strict=True))


def _rules(box: Box) -> list[Rule]:
    """The horizontal lines of a drawn path: the path itself if it is flat, else its upper and lower edge."""
    left, right, top, bottom = box
    if right - left < RULE_WIDTH:
        return []
    return [Rule(left, right, edge) for edge in ([top] if bottom - top <= RULE_HEIGHT else [top, bottom])]
