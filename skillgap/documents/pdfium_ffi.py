"""Functions of PDFium that are called for every word or drawn object of a page.

pypdfium2 declares them with pointers, and Python makes an object for each. With plain addresses a call costs half.
"""

import ctypes
from collections.abc import Callable
from struct import Struct
from typing import Any

import pypdfium2.raw as pdfium

_NUMBER, _HANDLE = ctypes.c_int, ctypes.c_void_p


def address(handle: Any) -> int:
    """The plain address of a handle or an array of ctypes; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _bind(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of PDFium that takes and returns plain addresses and numbers."""
    return ctypes.CFUNCTYPE(result, *arguments)(address(getattr(pdfium, name)))


get_object = _bind("FPDFPage_GetObject", _HANDLE, _HANDLE, _NUMBER)
"""Address of an object of a page, by its number."""
get_type = _bind("FPDFPageObj_GetType", _NUMBER, _HANDLE)
"""Kind of an object."""
get_segment_type = _bind("FPDFPathSegment_GetType", _NUMBER, _HANDLE)
"""Kind of a segment."""
get_render_mode = _bind("FPDFTextObj_GetTextRenderMode", _NUMBER, _HANDLE)
"""How the letters of a text object are painted."""
get_text_object = _bind("FPDFText_GetTextObject", _HANDLE, _HANDLE, _NUMBER)
"""Address of the object that a character belongs to, ``None`` without one."""
count_segments = _bind("FPDFPath_CountSegments", _NUMBER, _HANDLE)
"""Number of the segments of a path."""
get_segment = _bind("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _NUMBER)
"""Address of a segment of a path, by its number."""
_draw_mode = _bind("FPDFPath_GetDrawMode", _NUMBER, _HANDLE, _HANDLE, _HANDLE)
_fill_colour = _bind("FPDFPageObj_GetFillColor", _NUMBER, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
_bounds = _bind("FPDFPageObj_GetBounds", _NUMBER, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
_loose_box = _bind("FPDFText_GetLooseCharBox", _NUMBER, _HANDLE, _NUMBER, _HANDLE)

_FOUR_NUMBERS, _FOUR_EDGES = Struct("4I"), Struct("4f")
_numbers = (ctypes.c_uint * 4)()
_edges = (ctypes.c_float * 4)()
_NUMBER_PLACES = tuple(address(_numbers) + 4 * place for place in range(4))
_EDGE_PLACES = tuple(address(_edges) + 4 * place for place in range(4))


def fill_colour(thing: int) -> tuple[tuple[int, ...], int]:
    """Fill colour of an object and its opacity, each from 0 to 255; opaque black if none is set."""
    if not _fill_colour(thing, *_NUMBER_PLACES):
        return (0, 0, 0), 255
    numbers = _FOUR_NUMBERS.unpack(_numbers)
    return numbers[:3], numbers[3]


def fills(path: int) -> bool:
    """Whether a path is filled."""
    _draw_mode(path, *_NUMBER_PLACES[:2])
    return bool(_numbers[0])


def bounds(thing: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object in the page's own units, from its lower left corner."""
    _bounds(thing, *_EDGE_PLACES)
    return _FOUR_EDGES.unpack(_edges)


def character_box(text: int, place: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the character at ``place`` in the page's own units, with room for its line."""
    _loose_box(text, place, _EDGE_PLACES[0])
    return _FOUR_EDGES.unpack(_edges)


def copied(buffer: Any, size: int) -> bytes:
    """``size`` bytes of the library's memory."""
    return ctypes.string_at(buffer, size)


def shown_and_whole(page: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Left, bottom, right and top of the crop box and of the media box of a page, in the page's own units."""
    shown = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(shown))
    edges = shown.left, shown.bottom, shown.right, shown.top
    whole = [ctypes.c_float() for _ in edges]
    found = pdfium.FPDFPage_GetMediaBox(page, *map(ctypes.byref, whole))
    return edges, tuple(edge.value for edge in whole) if found else edges
