"""Decodes plain text and Markdown without any change, so that offsets index the file's own characters."""

import codecs
import unicodedata

from charset_normalizer import from_bytes

from skillgap.errors import DocumentError
from skillgap.model.resume import Document

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 4_000
WESTERN_SHARE = 0.15
"""Share of non-ASCII bytes below which a text is English with accents (Windows-1252), not another script."""
BINARY_SHARE = 0.05
"""Share of control characters from which a file is binary."""


def read(data: bytes, name: str) -> Document:
    """The decoded file, a byte order mark dropped.

    Raises:
        DocumentError: The bytes are no text.
    """
    words = _decoded(data)
    sample = words[:SAMPLE]
    odd = sum(unicodedata.category(character) == "Cc" and character not in "\t\n\r\f\v" for character in sample)
    if odd > BINARY_SHARE * len(sample):
        raise DocumentError(
            f"{name} is not a PDF, DOCX or text file. Save your resume as one of these and upload that.",
            kind="other-format",
        )
    if not words.strip():
        raise DocumentError(f"{name} is empty. Choose the file that holds your resume.")
    return Document(name, words)


def _decoded(data: bytes) -> str:
    """The text by its byte order mark, else as UTF-8 or UTF-16, else by the bytes beyond ASCII."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in _guesses(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # "r\xe9sum\xe9" has few such bytes, a text in Cyrillic many
    foreign = sum(byte > 127 for byte in data[:SAMPLE])
    if foreign < WESTERN_SHARE * min(len(data), SAMPLE):
        return data.decode("cp1252", "replace")
    best = from_bytes(data).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _guesses(data: bytes) -> tuple[str, ...]:
    """The encodings to try first."""
    # UTF-16 without its mark has a zero byte at every second place of an English text
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    half = min(len(data), SAMPLE) / 2
    if odd > 0.4 * half and even < 0.1 * half:
        return ("utf-16-le",)
    if even > 0.4 * half and odd < 0.1 * half:
        return ("utf-16-be",)
    return ("utf-8",)
