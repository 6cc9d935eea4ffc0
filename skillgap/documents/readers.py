"""The tasks of a reading process. Each takes untrusted bytes and returns what JSON can hold."""

import base64
from dataclasses import asdict, replace
from typing import Any

from skillgap.documents import docx, file_type, pdf, pdf_pictures, xlsx
from skillgap.documents.limits import MAX_CHARACTERS, MAX_NOTICES
from skillgap.errors import DocumentError
from skillgap.model.resume import Document


def pdf_file(data: bytes, name: str) -> dict[str, Any]:
    """The text of a PDF.

    Raises:
        DocumentError: It cannot be read.
    """
    return _bounded(pdf.read(data, name))


def pdf_pages(data: bytes, name: str) -> dict[str, Any]:
    """The pages of a PDF as pictures with the places of their words, or the sentence why there are none."""
    try:
        found = pdf_pictures.draw(data, name)
    except DocumentError as error:
        return {"refusal": str(error)}
    pages = [(page.width, page.height, base64.b64encode(page.image).decode("ascii")) for page in found.pages]
    return {"refusal": "", "pages": pages, "words": found.words}


def zipped_file(data: bytes, name: str) -> dict[str, Any]:
    """The text of a Word file.

    Raises:
        DocumentError: It is another kind of ZIP, or cannot be read.
    """
    file_type.check_word_file(data, name)
    return _bounded(docx.read(data, name))


def workbook(data: bytes, name: str) -> dict[str, Any]:
    """The rows of a workbook as lines.

    Raises:
        DocumentError: It cannot be read.
    """
    return asdict(xlsx.read(data, name))


def _bounded(document: Document) -> dict[str, Any]:
    """The document within the limits, for the parent process."""
    # one character more than the limit, so that the parent still warns of a long text
    starts = tuple(start for start in document.page_starts if start <= MAX_CHARACTERS)
    text, notices = document.text[: MAX_CHARACTERS + 1], document.notices[:MAX_NOTICES]
    return asdict(replace(document, text=text, page_starts=starts, notices=notices))
