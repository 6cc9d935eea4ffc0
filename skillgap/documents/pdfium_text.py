"""The characters of a page as PDFium gives them, with what fonts of TeX leave unsaid."""

import ctypes
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from skillgap.documents.blanks import Box

HYPHENS = "\x02\ufffe"
"""What PDFium gives for a hyphen that parts a word at the end of a line; it leaves out the line's end behind it."""
SOFT_HYPHEN = "\xad"
MIN_HYPHEN = 0.1
"""Width of a hyphen that can be seen, as a share of its height."""
LIGATURES = {code: 0xFB00 + place for first in (0x0B, 0x1B) for place, code in enumerate(range(first, first + 5))}
"""Places of ff, fi, fl, ffi and ffl in the two encodings of TeX: what a font without names for them gives."""
_RARE = re.compile(r"[\x0b\x0c\x0e\x0f\x1b-\x1f]")
_LIGATURE = re.compile(
    r"(?<=[^\W\d_])[\x0b\x0c\x0e\x0f\x1b-\x1f]|[\x0b\x0c\x0e\x0f\x1b-\x1f](?=[^\W\d_])|\r(?=[^\W\d_])"
)
"""Such a place beside a letter: alone it is a bullet of a symbol font, and lines end with both return and feed."""


def characters(text: Any) -> str:
    """The text of a page, one character of the string for each of the page's."""
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        return bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    return "".join(chr(min(pdfium.FPDFText_GetUnicode(text, place), 0x10FFFF)) for place in range(count))


def plain(word: str) -> str:
    """A word with a hyphen at its end where a line parts it."""
    return word[:-1] + "-" if word[-1] in HYPHENS else word


def with_readable_letters(content: str, box: Callable[[int], Box]) -> str:
    """The text with ligatures and hyphens that can be read, each character in its place."""
    if _RARE.search(content) or content.count("\r") > content.count("\r\n"):
        content = _LIGATURE.sub(lambda match: chr(LIGATURES[ord(match.group())]), content)
    return _with_hyphens(content, box)


def _with_hyphens(content: str, box: Callable[[int], Box]) -> str:
    """The text with a plain hyphen for each soft one that takes room: some fonts of TeX have no other."""
    if SOFT_HYPHEN not in content:
        return content
    characters = list(content)
    for place, character in enumerate(content[:-1]):
        if character == SOFT_HYPHEN:
            left, _, top, bottom = box(place)
            if box(place + 1)[0] - left > MIN_HYPHEN * (bottom - top):
                characters[place] = "-"
    return "".join(characters)
