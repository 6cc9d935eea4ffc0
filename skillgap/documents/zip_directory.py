"""Reads the list of files in a ZIP, in a reading process: a hostile list can take much time and memory."""

import io
import zipfile
from pathlib import PurePosixPath
from typing import Any

from skillgap.documents.limits import MAX_ZIP_DIRECTORY
from skillgap.errors import DocumentError

SYSTEM_FILES = ("._", "~$", ".DS_Store", "Thumbs.db", "desktop.ini")


class _Bytes(io.BytesIO):
    """The bytes of a ZIP. ``zipfile`` reads its list of files in one call, which fails for a list that is too long."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MAX_ZIP_DIRECTORY:
            raise OverflowError
        return super().read(size)


def opened(data: bytes) -> zipfile.ZipFile:
    """The ZIP with its list of files.

    Raises:
        OverflowError: The list is longer than ``MAX_ZIP_DIRECTORY``.
        Exception: Any error that ``zipfile`` raises on a damaged ZIP.
    """
    return zipfile.ZipFile(_Bytes(data))


def listing(data: bytes, name: str) -> dict[str, Any]:
    """Whether the ZIP is itself a document, and its files without folders and files of operating systems.

    Raises:
        DocumentError: It is damaged, or its list of files is too long.
    """
    try:
        with opened(data) as archive:
            entries = archive.infolist()
    except OverflowError as error:
        raise DocumentError(f"{name} holds too many files. Split it into smaller ZIP files.") from error
    except Exception as error:  # zipfile raises errors of many types on a malformed file
        raise DocumentError(
            f"{name} is not a ZIP file that can be opened. Make it again and upload it once more."
        ) from error
    # DOCX, XLSX and ODT are ZIPs with one of these parts
    is_document = bool({"[Content_Types].xml", "mimetype"} & {entry.filename for entry in entries})
    kept = [] if is_document else [_entry(entry) for entry in entries if not _passed_over(entry.filename)]
    return {"is_document": is_document, "entries": kept}


def _entry(entry: zipfile.ZipInfo) -> tuple[str, int, int, int, bool, int, int]:
    """The fields of ``zip_archive.Entry`` in their order."""
    is_locked, mode = bool(entry.flag_bits & 1), entry.external_attr >> 16
    return (entry.filename, entry.header_offset, entry.compress_size, entry.compress_type, is_locked, mode, entry.CRC)


def _passed_over(path: str) -> bool:
    """Whether a path is a folder, or a file that an operating system or a word processor adds."""
    # "__MACOSX/._cv.pdf", "~$cv.docx"
    if path.endswith("/") or path.startswith("__MACOSX/"):
        return True
    return PurePosixPath(path.replace("\\", "/")).name.startswith(SYSTEM_FILES)
