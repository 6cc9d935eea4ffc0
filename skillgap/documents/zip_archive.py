"""A ZIP of resumes: the files in it, one after another, in memory only; what cannot be taken out is refused by name."""

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
"""Bytes of a ZIP."""
MAX_FILES = 2_000
"""Files of an upload, in all its ZIPs together."""
MAX_ENTRY = 20_000_000
"""Bytes of one file in a ZIP, really read."""
MAX_TOTAL = 500_000_000
"""Bytes of all files of an upload, really read."""
MAX_NAME = 120
"""Characters of a file's name that are shown."""
STORED, DEFLATED = 0, 8
"""Methods that are read: others can swell a hundred bytes into gigabytes in one step."""
HEADER = struct.Struct("<4s22xHH")
"""What stands before each file: a mark, and at its end the lengths of the name and of further fields."""
LISTING = "skillgap.documents.zip_directory:listing"


class Entry(NamedTuple):
    """A file in a ZIP as its list of files has it; nothing of it need be true.

    Attributes:
        path: Its name with folders.
        offset: Where it begins.
        packed: Bytes that it takes in the ZIP.
        method: How it is packed.
        is_locked: Whether it needs a password.
        mode: Its kind and rights as Unix has them, 0 where they are not told.
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
    """What is left of an upload's limits; all its ZIPs draw on one.

    Attributes:
        files: Files that may still come.
        size: Bytes that may still be unpacked.
        names: Folded name -> number that the next file of this name gets.
    """

    files: int = MAX_FILES
    size: int = MAX_TOTAL
    names: dict[str, int] = field(default_factory=dict)

    def take(self, name: str, files: int = 1) -> None:
        """Count files that come from the upload ``name``.

        Raises:
            DocumentError: They are more than may come.
        """
        if files > self.files:
            raise DocumentError(
                f"{name} was not read: at most {MAX_FILES:,} files are read at once. Upload fewer at a time."
            )
        self.files -= files


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a ZIP of files rather than one of the documents that are ZIPs themselves."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        return not bounded.read(LISTING, data[: MAX_ARCHIVE + 1], "the ZIP")["is_document"]
    except DocumentError:
        return True


def files(data: bytes, name: str, budget: Budget | None = None) -> Iterator[tuple[str, bytes] | Refusal]:
    """Name and bytes of each file in a ZIP, in its order, or the reason why a file is not read.

    Names are paths within the ZIP made plain and different from each other, for display only; folders and the droppings
    of operating systems are passed over. Only one file is unpacked at a time.

    Args:
        data: The ZIP.
        name: Its name, for display only.
        budget: What the upload that it is part of may still use up; one of its own if none is given.

    Raises:
        DocumentError: The ZIP itself is too large, damaged, or holds nothing.
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
    """Why a file is not even unpacked, or nothing."""
    if entry.is_locked:
        return f"{label} is locked with a password inside the ZIP. Add it without one."
    if stat.S_IFMT(entry.mode) not in {0, stat.S_IFREG}:
        return f"{label} is a link or a device, not a file. Add the file itself."
    if entry.method not in {STORED, DEFLATED}:
        return f"{label} is packed in a way that is not read. Make the ZIP with the ordinary (deflate) method."
    if left.size <= 0:
        return f"{label} was not read: the upload holds more than {MAX_TOTAL // 1_000_000} MB. Upload fewer at a time."
    return ""


def _content(data: bytes, entry: Entry) -> bytes:
    """The file's bytes, at most one more than allowed, although it may claim another size.

    Raises:
        ValueError, zlib.error: It is damaged.
    """
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
    """The path without what climbs out, with a number where another file bears it already (in any case)."""
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
    """A part of a path as it is shown, a long one without its middle."""
    shown = "".join(character for character in part if character.isprintable())
    return shown if len(shown) <= MAX_NAME else shown[: MAX_NAME // 2] + "\u2026" + shown[-MAX_NAME // 2 :]
