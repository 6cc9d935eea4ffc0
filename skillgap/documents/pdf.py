"""Reads the text of PDF files in reading order, with the place of each word.

PDFium is ten times as fast as pdfplumber. pdfplumber reads what PDFium cannot open, and pages that stand sideways.
"""

import re
import unicodedata
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing

from skillgap.characters import READABLE
from skillgap.documents import furniture, line_ends, pdfium_reader, pdfplumber_reader
from skillgap.documents.columns import Rule, Word, find_gutter
from skillgap.documents.layout import Line, Run, lines
from skillgap.documents.limits import MAX_CHARACTERS, MAX_PAGES
from skillgap.documents.page import PageContent, hidden_text
from skillgap.errors import DocumentError
from skillgap.model.resume import Document, Notice, NoticeKind

MAX_SPECKS = 15
"""Hidden characters of a page without a notice: specks in logos."""
UNMAPPED_SHARE = 0.3
"""Share of words with an unknown character from which the fonts count as unreadable."""
BULLET = "\u2022"
_UNNAMED = re.compile(r"\(cid:\d+\)")
"""A lone character without a name, nearly always a bullet of a symbol font."""


def read(data: bytes, name: str) -> Document:
    """The text of the pages in reading order.

    Raises:
        DocumentError: The file is locked, damaged, scanned, or its letters cannot be read.
    """
    return placed(data, name)[0]


def placed(data: bytes, name: str) -> tuple[Document, tuple[Run, ...]]:
    """The document that ``read`` returns, and the lines of its pages in the order of the text."""
    pages, notices = _pages(data, name)
    if not any(pages):
        raise DocumentError(
            f"{name} has no text to read: it seems to be scanned or a picture. "
            "Export the resume as PDF from the program it was written in, or upload it as DOCX."
        )
    if _unmapped(pages) > UNMAPPED_SHARE:
        raise DocumentError(
            f"{name} uses fonts whose letters cannot be read. Export it again as PDF, or upload it as DOCX."
        )
    if blank := [number for number, page in enumerate(pages, start=1) if not page]:
        sentence = f"Nothing could be read on page {_listed(blank)} of {name}: it may be a picture."
        notices.append(Notice("unread-page", sentence, _only(blank)))
    text, starts, runs = _joined(furniture.remove(pages))
    return Document(name, text, starts, (*notices, *_columns(pages))), runs


def _columns(pages: list[list[Line]]) -> list[Notice]:
    """The notice about pages with columns, if there are any."""
    parted = [number for number, page in enumerate(pages, start=1) if page and page[-1].block]
    sentence = f"Columns were found on page {_listed(parted)} and read one after the other."
    return [Notice("columns", sentence, _only(parted))] if parted else []


def _listed(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages))


def _only(pages: Sequence[int]) -> int:
    """The number of a single page; 0 for several pages."""
    return pages[0] if len(pages) == 1 else 0


def _unmapped(pages: list[list[Line]]) -> float:
    """Share of the words with a character of which only its number in the font is known ("(cid:31)")."""
    texts = [line.text for page in pages for line in page]
    if not any("(cid:" in text or "\ufffd" in text for text in texts):
        return 0.0
    words = [word for text in texts for word in text.split()]
    return sum("(cid:" in word or "\ufffd" in word for word in words) / len(words)


def _pages(data: bytes, name: str) -> tuple[list[list[Line]], list[Notice]]:
    """The lines of each page, and the notices about what could not be read."""
    try:
        return _lines(pdfium_reader.read_pages(data), data, name)
    except pdfium_reader.UnreadableError as error:
        # pdfplumber opens some damaged files, but no locked ones
        if error.locked:
            raise DocumentError(
                f"{name} is locked with a password. Save a copy without a password and upload that."
            ) from error
    return _lines(pdfplumber_reader.read_pages(data, name), data, name)


def _lines(contents: Generator[PageContent], data: bytes, name: str) -> tuple[list[list[Line]], list[Notice]]:
    found: list[list[Line]] = []
    notices: list[Notice] = []
    gutter: float | None = None
    with closing(contents):
        pages = list(_read_pages(contents, data, name, notices))
    for number, (words, rules) in enumerate(pages, start=1):
        followed = any(later for later, _ in pages[number:])  # a blank last page continues no column
        found.append(lines(words, rules, gutter=gutter, followed=followed))
        # columns of the first page often end on the next, with too few rows to find a gutter there
        if gutter is None and found[-1] and found[-1][-1].block and followed:
            gutter = find_gutter(words, rules)
    return found, notices


def _read_pages(
    contents: Generator[PageContent], data: bytes, name: str, notices: list[Notice]
) -> Iterator[tuple[list[Word], Sequence[Rule]]]:
    """The words and rules of each page up to the limits."""
    size = 0
    for number, content in enumerate(_unbroken(contents, name, notices), start=1):
        if number > MAX_PAGES:
            notices.append(Notice("cut", f"Only the first {MAX_PAGES} pages of {name} were read."))
            return
        # PDFium orders the words of a sideways page along its long side
        upright = pdfplumber_reader.read_page(data, number, name) if content.turned else content
        words = [
            word if plain else word._replace(text=text)
            for word in upright.words
            if (plain := (text := word[0]).isascii() and text[0] != "(") or (text := clean_word(text))
        ]
        notices += _unseen(upright, number, name)
        yield words, upright.rules
        size += len(" ".join([word[0] for word in words]))
        if size > MAX_CHARACTERS:
            return


def _unbroken(contents: Generator[PageContent], name: str, notices: list[Notice]) -> Iterator[PageContent]:
    """The pages of a damaged file before its damage.

    Raises:
        DocumentError: The first page is damaged.
    """
    number = 0
    try:
        for content in contents:
            yield content
            number += 1
    except DocumentError:
        if not number:
            raise
        sentence = f"{name} is damaged after page {number}; what stands before was read."
        notices.append(Notice("damaged", sentence, number + 1))


def _unseen(content: PageContent, number: int, name: str) -> Iterator[Notice]:
    """The notices about invisible text that was left out."""
    unseen: tuple[tuple[NoticeKind, Sequence[str], str], ...] = (
        ("hidden-text", content.hidden, "hidden text"),
        ("tiny-text", content.tiny, "text too small to see"),
    )
    for kind, words, what in unseen:
        if sum(map(len, words)) > MAX_SPECKS:
            yield Notice(kind, hidden_text(f"Page {number} of {name}", what, " ".join(words)), number)


def clean_word(word: str) -> str:
    """A word with plain letters for ligatures and plain bullets, without invisible characters."""
    # "(cid:127)" stands for a bullet of a font without names for its letters
    if word.isascii():
        return BULLET if word.startswith("(cid:") and _UNNAMED.fullmatch(word) else word
    plain = unicodedata.normalize("NFKC", word.translate(READABLE)).strip()
    return "".join(BULLET if unicodedata.category(character) == "Co" else character for character in plain)


def _joined(pages: list[list[Line]]) -> tuple[str, tuple[int, ...], tuple[Run, ...]]:
    """The text of all pages, the offset of each page, and the lines of the text; split words are rejoined."""
    known = line_ends.words_of(line.text for page in pages for line in page) if _any_broken(pages) else frozenset()
    parts: list[str] = []
    starts: list[int] = []
    runs: list[Run] = []
    length = 0
    for number, page in enumerate(pages, start=1):
        starts.append(length)
        for line in page:
            text = line.text
            if len(parts) > 1 and not line.gap and line_ends.is_broken(parts[-2]):
                first, text = line_ends.rejoined(parts[-2], text, known) or (parts[-2], text)
                # "netes" moves up to "Kuber-", but a quote must mark it where it stands on the page
                if text != line.text:
                    moved = len(line.text.partition(" ")[0])
                    dropped = moved + len(parts[-2]) - len(first)
                    runs[-1] = runs[-1]._replace(last=runs[-1].last - dropped)
                    runs.append(Run(length - 1 - dropped, number, line, 0, moved))
                length += len(first) - len(parts[-2])
                parts[-2] = first
            if line.gap and parts:
                parts.append("\n")
                length += 1
            if text:
                runs.append(Run(length, number, line, len(line.text) - len(text), len(line.text)))
                parts += [text, "\n"]
                length += len(text) + 1
    return "".join(parts), tuple(starts), tuple(runs)


def _any_broken(pages: list[list[Line]]) -> bool:
    return any(line_ends.is_broken(line.text) for page in pages for line in page)
