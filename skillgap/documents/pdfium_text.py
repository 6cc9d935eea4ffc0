"""Reads the characters of a page with PDFium, and names ligatures and hyphens that fonts of TeX do not name."""

import ctypes
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from skillgap.documents.blanks import Box

HYPHENS = "\x02\ufffe"
"""Characters that PDFium returns for a hyphen that splits a word at a line end; the line break is left out."""
SOFT_HYPHEN = "\xad"
MIN_HYPHEN = 0.1
"""Least width of a visible hyphen, as a share of its height."""
LIGATURES = {code: 0xFB00 + place for first in (0x0B, 0x1B) for place, code in enumerate(range(first, first + 5))}
"""Codes of ff, fi, fl, ffi and ffl in the two encodings of TeX, for fonts that do not name them."""
_RARE = re.compile(r"[\x0b\x0c\x0e\x0f\x1b-\x1f]")
_LIGATURE = re.compile(
    r"(?<=[^\W\d_])[\x0b\x0c\x0e\x0f\x1b-\x1f]|[\x0b\x0c\x0e\x0f\x1b-\x1f](?=[^\W\d_])|\r(?=[^\W\d_])"
)
"""Such a code beside a letter: alone it is a bullet of a symbol font, and lines end with return and line feed."""


def characters(text: Any) -> str:
    """The text of a page; its indexes are those of the page's characters."""
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        return bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    # an emoji has two units in UTF-16, which would shift all indexes behind it
    return "".join(chr(min(pdfium.FPDFText_GetUnicode(text, place), 0x10FFFF)) for place in range(count))


def plain(word: str) -> str:
    """A word with a plain hyphen at its end if a line end splits it."""
    return word[:-1] + "-" if word[-1] in HYPHENS else word


def with_readable_letters(content: str, box: Callable[[int], Box]) -> str:
    """The text with readable ligatures and hyphens; indexes stay the same."""
    if _RARE.search(content) or content.count("\r") > content.count("\r\n"):
        content = _LIGATURE.sub(lambda match: chr(LIGATURES[ord(match.group())]), content)
    return _with_hyphens(content, box)


def _with_hyphens(content: str, box: Callable[[int], Box]) -> str:
    """The text with a plain hyphen for each soft hyphen that has a width; some fonts of TeX have no other."""
    if SOFT_HYPHEN not in content:
        return content
    characters = list(content)
    for place, character in enumerate(content[:-1]):
        # in "Kuber\u00adnetes" the hyphen has no width and is not drawn
        if character == SOFT_HYPHEN:
            left, _, top, bottom = box(place)
            if box(place + 1)[0] - left > MIN_HYPHEN * (bottom - top):
                characters[place] = "-"
    return "".join(characters)
