"""PDF files: words with their places from pdfplumber, put in reading order by ``layout``."""

import io
import re
import unicodedata
from collections import Counter
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from skillgap.documents.layout import Line, Rule, Word, lines
from skillgap.documents.limits import CHARACTERS_MOST, PAGES_MOST
from skillgap.errors import DocumentError
from skillgap.model import Document

X_TOLERANCE_RATIO = 0.15
"""Share of a character's size from which a gap parts words: a fixed gap glues a third of TeX's words together."""
TINY = 3.0
"""Points: smaller text is not meant to be read by people."""
TINY_MOST = 15
"""Tiny characters on a page that pass without a word: specks in logos."""
UNMAPPED_SHARE = 0.3
"""Share of words without a real character from which the fonts count as unreadable."""
BULLET = "\u2022"
_MENDED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | {0xA0: " "}
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,2}(?:\s*(?:/|of)\s*\d{1,2})?", re.IGNORECASE)
_UNNAMED = re.compile(r"\(cid:\d+\)")
"""A character without a name that stands alone: nearly always a bullet from a symbol font."""
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def read(data: bytes, name: str) -> Document:
    """The text of the pages in reading order.

    Raises:
        DocumentError: The file is locked, damaged, scanned, or its letters cannot be read.
    """
    pages, warnings = _pages(data, name)
    if not any(pages):
        raise DocumentError(
            f"{name} has no text to read: it seems to be scanned or a picture. "
            "Export the resume as PDF from the program it was written in, or upload it as DOCX."
        )
    words = [word for page in pages for line in page for word in line.text.split()]
    if sum("(cid:" in word or "\ufffd" in word for word in words) > UNMAPPED_SHARE * len(words):
        raise DocumentError(
            f"{name} uses fonts whose letters cannot be read. Export it again as PDF, or upload it as DOCX."
        )
    blank = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if blank:
        warnings.append(f"Nothing could be read on page {', '.join(blank)} of {name}: it may be a picture.")
    text, starts = _joined(_without_furniture(pages))
    return Document(name, text, starts, tuple(warnings))


def _pages(data: bytes, name: str) -> tuple[list[list[Line]], list[str]]:
    """Lines of each page, and what could not be read."""
    warnings: list[str] = []
    found: list[list[Line]] = []
    size = 0
    try:
        with pdfplumber.open(io.BytesIO(data), unicode_norm=None) as opened:
            for number, page in enumerate(opened.pages[: PAGES_MOST + 1], start=1):
                if number > PAGES_MOST:
                    warnings.append(f"Only the first {PAGES_MOST} pages of {name} were read.")
                    break
                found.append(_page(page, number, name, warnings))
                size += sum(len(line.text) for line in found[-1])
                page.close()
                if size > CHARACTERS_MOST:
                    break
    except Exception as error:  # pdfminer raises whatever a malformed file makes it raise
        if _locked(error):
            raise DocumentError(
                f"{name} is locked with a password. Save a copy without a password and upload that."
            ) from error
        if not any(found):
            raise DocumentError(
                f"{name} is damaged and cannot be read as PDF. Export it again from the program it was written in."
            ) from error
        warnings.append(f"{name} is damaged after page {len(found)}; what stands before was read.")
    return found, warnings


def _locked(error: BaseException | None) -> bool:
    """Whether a missing password is behind the error."""
    while error is not None:
        if isinstance(error, PDFPasswordIncorrect) or any(isinstance(one, PDFPasswordIncorrect) for one in error.args):
            return True
        error = error.__cause__ or error.__context__
    return False


def _page(page: Any, number: int, name: str, warnings: list[str]) -> list[Line]:
    words = page.extract_words(x_tolerance_ratio=X_TOLERANCE_RATIO, keep_blank_chars=False, use_text_flow=False)
    placed = [Word(text, w["x0"], w["x1"], w["top"], w["bottom"]) for w in words if (text := _mended(w["text"]))]
    tiny = sum(float(character.get("size") or TINY) < TINY for character in page.chars)
    if tiny > TINY_MOST and tiny < len(page.chars) / 2:
        warnings.append(f"Page {number} of {name} holds text too small to see; people will not read it.")
    rules = [Rule(e["x0"], e["x1"], e["top"]) for e in page.horizontal_edges]
    return lines(placed, rules)


def _mended(word: str) -> str:
    """A word with ligatures taken apart, invisible characters dropped and private-use bullets made plain."""
    if word.isascii():
        return BULLET if _UNNAMED.fullmatch(word) else word
    plain = unicodedata.normalize("NFKC", word.translate(_MENDED)).strip()
    return "".join(BULLET if unicodedata.category(character) == "Co" else character for character in plain)


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers, and without headers and footers that repeat on other pages."""
    edges = Counter(text for page in pages for text in {line.text for line in (*page[:2], *page[-2:])})
    seen: set[str] = set()
    kept = []
    for page in pages:
        lasting = []
        for place, line in enumerate(page):
            edge = place < 2 or place >= len(page) - 2
            number = (
                edge and place in {0, len(page) - 1} and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text.strip())
            )
            repeated = edge and len(pages) > 1 and edges[line.text] > 1 and line.text in seen
            if not number and not repeated:
                lasting.append(line)
        seen |= {line.text for line in (*page[:2], *page[-2:])}
        kept.append(lasting)
    return kept


def _joined(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages and where each begins; a word hyphenated over a line end is made whole."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0

    def add(piece: str) -> None:
        nonlocal length
        parts.append(piece)
        length += len(piece)

    for page in pages:
        starts.append(length)
        for line in page:
            broken = (
                bool(parts)
                and len(parts) > 1
                and _BROKEN_WORD.search(parts[-2])
                and line.text[:1].islower()
                and not line.gap
            )
            if broken:
                length -= len(parts.pop()) + 1
                parts[-1] = parts[-1][:-1]
            elif line.gap and parts:
                add("\n")
            add(line.text)
            add("\n")
    return "".join(parts), tuple(starts)
