"""A ZIP of resumes: the files in it, one after another, in memory only; what cannot be taken out is refused by name."""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from skillgap.errors import DocumentError
from skillgap.model.assessment import Refusal

MAX_ARCHIVE = 100_000_000
"""Bytes of a ZIP."""
MAX_ENTRIES = 2_000
MAX_ENTRY = 20_000_000
"""Bytes of one file in it, really read."""
MAX_TOTAL = 500_000_000
"""Bytes of all files in it, really read."""
CHUNK = 65_536
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Methods read in chunks of bounded size; others can swell a hundred bytes into gigabytes in one step."""
LINK, KIND = 0o120000, 0o170000
SYSTEM_FILES = ("__MACOSX/", "._", "~$", ".DS_Store", "Thumbs.db", "desktop.ini")


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a ZIP of files rather than one of the documents that are ZIPs themselves."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not {"[Content_Types].xml", "mimetype"} & set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True


def files(data: bytes, name: str) -> Iterator[tuple[str, bytes] | Refusal]:
    """Name and bytes of each file in a ZIP, in its order, or the reason why a file is not read.

    Names are base names made different from each other, for display only; folders and the droppings of operating
    systems are passed over.

    Raises:
        DocumentError: The ZIP itself is too large, damaged, or holds nothing.
    """
    if len(data) > MAX_ARCHIVE:
        raise DocumentError(f"{name} is larger than {MAX_ARCHIVE // 1_000_000} MB. Split it into smaller ZIP files.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DocumentError(
            f"{name} is not a ZIP file that can be opened. Make it again and upload it once more."
        ) from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _dropping(entry.filename)]
        if not entries:
            raise DocumentError(f"{name} holds no files. Put the resumes into it and upload it again.")
        if len(entries) > MAX_ENTRIES:
            raise DocumentError(f"{name} holds {len(entries)} files. Split it into ZIP files of at most {MAX_ENTRIES}.")
        yield from _contents(archive, entries)


def _contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes] | Refusal]:
    taken: set[str] = set()
    left = MAX_TOTAL
    for entry in entries:
        label = _label(entry.filename, taken)
        reason = _objection(entry, left)
        if reason:
            yield Refusal(label, reason)
            continue
        try:
            content = _read(archive, entry)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, NotImplementedError, zlib.error):
            yield Refusal(label, f"{label} is damaged inside the ZIP. Add it again from the original.")
            continue
        left -= len(content)
        if len(content) > MAX_ENTRY:
            yield Refusal(label, f"{label} is larger than {MAX_ENTRY // 1_000_000} MB. Save a smaller copy.")
        else:
            yield label, content


def _objection(entry: zipfile.ZipInfo, left: int) -> str:
    """Why an entry is not even opened, or nothing."""
    label = PurePosixPath(entry.filename.replace("\\", "/")).name
    if entry.flag_bits & 0x1:
        return f"{label} is locked with a password inside the ZIP. Add it without one."
    if (entry.external_attr >> 16) & KIND == LINK:
        return f"{label} is a link to another file, not a file. Add the file itself."
    if entry.compress_type not in METHODS:
        return f"{label} is packed in a way that is not read. Make the ZIP with the ordinary (deflate) method."
    if left <= 0:
        return f"{label} was not read: the ZIP holds more than {MAX_TOTAL // 1_000_000} MB. Split it."
    return ""


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The entry's bytes, at most one chunk more than allowed, whatever size it claims."""
    parts, size = [], 0
    with archive.open(entry) as stream:
        while size <= MAX_ENTRY and (part := stream.read(CHUNK)):
            parts.append(part)
            size += len(part)
    return b"".join(parts)


def _dropping(path: str) -> bool:
    """Whether an operating system or a word processor left the file behind."""
    return path.startswith("__MACOSX/") or PurePosixPath(path.replace("\\", "/")).name.startswith(SYSTEM_FILES)


def _label(path: str, taken: set[str]) -> str:
    """The base name, with a number where another file bears it already (in any case or composition)."""
    pure = PurePosixPath(path.replace("\\", "/"))
    base = "".join(character for character in pure.name if character.isprintable()) or "unnamed"
    label, number = base, 2
    while unicodedata.normalize("NFC", label).casefold() in taken:
        label = f"{PurePosixPath(base).stem} ({number}){PurePosixPath(base).suffix}"
        number += 1
    taken.add(unicodedata.normalize("NFC", label).casefold())
    return label
