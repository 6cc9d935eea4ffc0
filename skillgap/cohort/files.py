"""Unpack uploaded files and ZIP archives into single contents with path and hash."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from skillgap.documents import zip_archive
from skillgap.errors import DocumentError
from skillgap.model.assessment import Refusal
from skillgap.model.cohort import FileLine

MAX_DEPTH = 2
"""Levels of nested ZIP archives that are opened: learning platforms pack one archive per student into another."""


class Content(NamedTuple):
    """One file: its path, its bytes and their SHA-256 hash in hexadecimal."""

    path: str
    data: bytes
    digest: str


def opened(files: Iterable[tuple[str, bytes] | FileLine]) -> Iterator[Content | FileLine]:
    """Yield the content of every file, including those in ZIP archives, or a line for a file that cannot be opened.

    The limits apply to all archives together. Files are unpacked one at a time.
    """
    budget = zip_archive.Budget()
    for file in files:
        if isinstance(file, FileLine):
            yield file
            continue
        path, data = file
        plain = path.replace("\\", "/").strip("/")
        try:
            yield from _opened(plain, data, budget, 0)
        except DocumentError as error:
            yield FileLine(plain, "not read", str(error))


def _opened(path: str, data: bytes, budget: zip_archive.Budget, depth: int) -> Iterator[Content | FileLine]:
    if not zip_archive.is_archive(data):
        if not depth:  # files within a ZIP archive were counted when it was opened
            budget.take(_name(path))
        yield Content(path, data, hashlib.sha256(data).hexdigest())
        return
    name = _name(path)
    if depth == MAX_DEPTH:
        yield FileLine(path, "not read", f"{name} is a ZIP within a ZIP within a ZIP. Unpack it and add its files.")
        return
    # Names must be unique only within one archive: the path names the archive.
    outer, budget.names = budget.names, {}
    try:
        for found in zip_archive.files(data, name, budget):
            if isinstance(found, Refusal):
                yield FileLine(f"{path}/{found.name}", "not read", found.message)
            else:
                yield from _opened(f"{path}/{found[0]}", found[1], budget, depth + 1)
    except DocumentError as error:
        yield FileLine(path, "not read", str(error))
    budget.names = outer


def _name(path: str) -> str:
    return path.rpartition("/")[2]
