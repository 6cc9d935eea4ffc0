"""Reads PDF pages with pdfplumber, slowly, where PDFium fails."""

import io
from collections.abc import Generator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from skillgap.documents.columns import Rule, Word
from skillgap.documents.page import PageContent, hide_invisible
from skillgap.errors import DocumentError

X_TOLERANCE_RATIO = 0.15
"""Gap, as a share of a character's size, that separates words; a fixed gap joins a third of TeX's words."""


def read_pages(data: bytes, name: str) -> Generator[PageContent]:
    """The pages one after the other.

    Raises:
        DocumentError: The file is locked, or damaged where the next page should be.
    """
    try:
        with pdfplumber.open(io.BytesIO(data), unicode_norm=None) as opened:
            for page in opened.pages:
                yield _page_content(page)
                page.close()
    except Exception as error:  # pdfminer raises errors of many types on a malformed file
        if _locked(error):
            raise DocumentError(
                f"{name} is locked with a password. Save a copy without a password and upload that."
            ) from error
        raise DocumentError(
            f"{name} is damaged and cannot be read as PDF. Export it again from the program it was written in."
        ) from error


def read_page(data: bytes, number: int, name: str) -> PageContent:
    """One page by its number, from 1; empty if it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number], unicode_norm=None) as opened:
            return _page_content(opened.pages[0])
    except Exception:  # as above; PDFium has read the other pages
        return PageContent(())


def _page_content(page: Any) -> PageContent:
    """The words and ruled lines of one page."""
    found = page.extract_words(x_tolerance_ratio=X_TOLERANCE_RATIO, keep_blank_chars=False, use_text_flow=False)
    words = [Word(word["text"], word["x0"], word["x1"], word["top"], word["bottom"]) for word in found]
    rules = tuple(Rule(edge["x0"], edge["x1"], edge["top"]) for edge in page.horizontal_edges)
    return hide_invisible(words, [False] * len(words), rules)


def _locked(error: BaseException | None) -> bool:
    """Whether a missing password caused the error."""
    while error is not None:
        if isinstance(error, PDFPasswordIncorrect) or any(isinstance(one, PDFPasswordIncorrect) for one in error.args):
            return True
        error = error.__cause__ or error.__context__
    return False
