"""Reads files that need a parser in a process with limits; see ``skillgap.bounded``."""

import base64
from collections.abc import Mapping
from typing import Literal

from skillgap import bounded
from skillgap.errors import DocumentError
from skillgap.model.facsimile import Facsimile, PagePicture, PlacedWord
from skillgap.model.resume import Document, Notice

Kind = Literal["pdf", "zipped", "xlsx"]
TASKS: Mapping[Kind, str] = {
    "pdf": "skillgap.documents.readers:pdf_file",
    "zipped": "skillgap.documents.readers:zipped_file",
    "xlsx": "skillgap.documents.readers:workbook",
}
DRAW = "skillgap.documents.readers:pdf_pages"


def read(kind: Kind, data: bytes, name: str) -> Document:
    """A file as a Document.

    Raises:
        DocumentError: The file cannot be read, or its process died or reached a limit.
    """
    answer = bounded.read(TASKS[kind], data, name)
    notices = tuple(Notice(**notice) for notice in answer["notices"])
    return Document(answer["name"], answer["text"], tuple(answer["page_starts"]), notices)


def draw(data: bytes, name: str) -> Facsimile:
    """The first pages of a PDF as pictures.

    Raises:
        DocumentError: They cannot be drawn, or the process died or reached a limit.
    """
    try:
        answer = bounded.read(DRAW, data, name)
    except DocumentError as error:
        raise DocumentError(
            f"The pages of {name} are too complicated to draw, so its text is shown instead."
        ) from error
    if answer["refusal"]:
        raise DocumentError(answer["refusal"])
    pages = [PagePicture(width, height, base64.b64decode(image)) for width, height, image in answer["pages"]]
    words = [PlacedWord(start, page, top, bottom, tuple(edges)) for start, page, top, bottom, edges in answer["words"]]
    return Facsimile(tuple(pages), tuple(words))
