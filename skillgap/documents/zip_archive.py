"""Unpacks a ZIP of resumes in memory, one file after another. A file that cannot be unpacked is refused by name."""

import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from skillgap import bounded
from skillgap.errors import DocumentError
from skillgap.model.assessment import Refusal

MAX_ARCHIVE = 100_000_000
"""Most bytes of a ZIP."""
MAX_FILES = 2_000
"""Most files of an upload, in all its ZIPs together."""
MAX_ENTRY = 20_000_000
"""Most bytes of one file after unpacking."""
MAX_TOTAL = 500_000_000
"""Most bytes of all files of an upload after unpacking."""
MAX_NAME = 120
"""Characters of a file's name that are shown."""
STORED, DEFLATED = 0, 8
"""Packing methods that are read; others can swell a hundred bytes into gigabytes in one step."""
HEADER = struct.Struct("<4s22xHH")
"""Header of each file: a signature, and at its end the lengths of the name and of further fields."""
LISTING = "skillgap.documents.zip_directory:listing"


class Entry(NamedTuple):
    """A file as the ZIP's list of files describes it; a hostile ZIP may lie in every field.

    Attributes:
        path: Its name with folders.
        offset: Byte at which it begins.
        packed: Bytes that it takes in the ZIP.
        method: Packing method.
        is_locked: Whether it needs a password.
        mode: Unix type and permissions, 0 if not given.
        checksum: CRC-32 of its bytes.
    """

    path: str
    offset: int
    packed: int
    method: int
    is_locked: bool
    mode: int
    checksum: int


@dataclass(slots=True)
class Budget:
    """The rest of an upload's limits, shared by all its ZIPs.

    Attributes:
        files: Files that may still be read.
        size: Bytes that may still be unpacked.
        names: Folded name -> number of the next file with this name.
    """

    files: int = MAX_FILES
    size: int = MAX_TOTAL
    names: dict[str, int] = field(default_factory=dict)

    def take(self, name: str, files: int = 1) -> None:
        """Count files of the upload ``name``.

        Raises:
            DocumentError: They are more than may still be read.
        """
        if files > self.files:
            raise DocumentError(
                f"{name} was not read: at most {MAX_FILES:,} files are read at once. Upload fewer at a time."
            )
        self.files -= files


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a ZIP of files, not a document such as DOCX that is a ZIP itself."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    # a damaged ZIP is refused later, with a sentence of its own
    try:
        return not bounded.read(LISTING, data[: MAX_ARCHIVE + 1], "the ZIP")["is_document"]
    except DocumentError:
        return True


def files(data: bytes, name: str, budget: Budget | None = None) -> Iterator[tuple[str, bytes] | Refusal]:
    """Name and bytes of each file in a ZIP, in its order, or the reason why a file is not read.

    Names are printable, unique paths for display only. Folders and hidden files of operating systems are left out.
    Only one file is unpacked at a time.

    Args:
        data: The ZIP.
        name: Its name, for display only.
        budget: Rest of the limits of the upload; a full one by default.

    Raises:
        DocumentError: The ZIP itself is too large, damaged or empty.
    """
    if len(data) > MAX_ARCHIVE:
        raise DocumentError(f"{name} is larger than {MAX_ARCHIVE // 1_000_000} MB. Split it into smaller ZIP files.")
    left = budget or Budget()
    entries = [Entry(*entry) for entry in bounded.read(LISTING, data, name)["entries"]]
    if not entries:
        raise DocumentError(f"{name} holds no files. Put the resumes into it and upload it again.")
    left.take(name, len(entries))
    return _contents(data, entries, left)


def _contents(data: bytes, entries: list[Entry], left: Budget) -> Iterator[tuple[str, bytes] | Refusal]:
    """The files one after another, or why one is refused."""
    for entry in entries:
        label = _label(entry.path, left.names)
        if reason := _objection(entry, label, left):
            yield Refusal(label, reason)
            continue
        try:
            content = _content(data, entry)
        except (ValueError, zlib.error):
            yield Refusal(label, f"{label} is damaged inside the ZIP. Add it again from the original.")
            continue
        left.size -= len(content)
        if len(content) > MAX_ENTRY:
            yield Refusal(label, f"{label} is larger than {MAX_ENTRY // 1_000_000} MB. Save a smaller copy.")
        else:
            yield label, content


def _objection(entry: Entry, label: str, left: Budget) -> str:
    """The reason not to unpack a file; empty for none."""
    if entry.is_locked:
        return f"{label} is locked with a password inside the ZIP. Add it without one."
    # a symbolic link to "/etc/passwd" is no resume
    if stat.S_IFMT(entry.mode) not in {0, stat.S_IFREG}:
        return f"{label} is a link or a device, not a file. Add the file itself."
    if entry.method not in {STORED, DEFLATED}:
        return f"{label} is packed in a way that is not read. Make the ZIP with the ordinary (deflate) method."
    if left.size <= 0:
        return f"{label} was not read: the upload holds more than {MAX_TOTAL // 1_000_000} MB. Upload fewer at a time."
    return ""


def _content(data: bytes, entry: Entry) -> bytes:
    """The file's bytes, up to one more than ``MAX_ENTRY``; its stated size is not used.

    Raises:
        ValueError, zlib.error: It is damaged.
    """
    # an offset from the list of files may point anywhere
    if not 0 <= entry.offset <= len(data) - HEADER.size:
        raise ValueError("offset")
    mark, name_length, further_length = HEADER.unpack_from(data, entry.offset)
    if mark != b"PK\x03\x04":
        raise ValueError("mark")
    start = entry.offset + HEADER.size + name_length + further_length
    packed = memoryview(data)[start : start + entry.packed]
    if entry.method == STORED:
        content = bytes(packed[: MAX_ENTRY + 1])
    else:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, MAX_ENTRY + 1)
    if len(content) <= MAX_ENTRY and zlib.crc32(content) != entry.checksum:
        raise ValueError("checksum")
    return content


def _label(path: str, names: dict[str, int]) -> str:
    """The path as shown, with a number if another file has the same path in any case."""
    # "../../etc/passwd" and "C:\\resumes\\jo.pdf" are shown as "etc/passwd" and "resumes/jo.pdf"
    parts = [_printable(part) for part in PurePosixPath(path.replace("\\", "/")).parts]
    plain = [part for part in parts if part.strip("./ ") and not part.endswith(":")]
    pure = PurePosixPath(*plain) if plain else PurePosixPath("unnamed")
    base = str(pure)
    label, number = base, names.get(_folded(base), 1)
    while _folded(label) in names:
        number += 1
        label = str(pure.with_name(f"{pure.stem} ({number}){pure.suffix}"))
    names[_folded(base)] = number
    names.setdefault(_folded(label), 1)
    return label


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _printable(part: str) -> str:
    """A part of a path with printable characters only; a long one loses its middle."""
    shown = "".join(character for character in part if character.isprintable())
    return shown if len(shown) <= MAX_NAME else shown[: MAX_NAME // 2] + "\u2026" + shown[-MAX_NAME // 2 :]
