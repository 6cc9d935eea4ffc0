"""Files that need a parser, read in a process with limits; see ``skillgap.bounded``."""

from collections.abc import Mapping
from typing import Literal

from skillgap import bounded
from skillgap.model.resume import Document, Notice

Kind = Literal["pdf", "zipped", "xlsx"]
TASKS: Mapping[Kind, str] = {
    "pdf": "skillgap.documents.readers:pdf_file",
    "zipped": "skillgap.documents.readers:zipped_file",
    "xlsx": "skillgap.documents.readers:workbook",
}


def read(kind: Kind, data: bytes, name: str) -> Document:
    """A file as a Document.

    Raises:
        DocumentError: The file cannot be read, or its process died or reached a limit.
    """
    answer = bounded.read(TASKS[kind], data, name)
    notices = tuple(Notice(**notice) for notice in answer["notices"])
    return Document(answer["name"], answer["text"], tuple(answer["page_starts"]), notices)
