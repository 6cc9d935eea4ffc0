"""Files as they were given into single contents: folders and ZIPs opened, each with its path and hash."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from skillgap.documents import zip_archive
from skillgap.errors import DocumentError
from skillgap.model.assessment import Refusal
from skillgap.model.cohort import FileLine

MAX_DEPTH = 2
"""A ZIP, and a ZIP within it: what a course system packs. Deeper ones are named and not opened."""


class Content(NamedTuple):
    """One file: where it stood, its bytes and the hash of them in hexadecimal."""

    path: str
    data: bytes
    digest: str


def opened(files: Iterable[tuple[str, bytes] | FileLine]) -> Iterator[Content | FileLine]:
    """Every file given, ZIPs replaced by what is in them; a line for each that cannot be opened or is one already.

    The limits of the ZIPs hold for all of them together; files are unpacked one at a time.
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
        if not depth:  # files within a ZIP are counted with it
            budget.take(_name(path))
        yield Content(path, data, hashlib.sha256(data).hexdigest())
        return
    name = _name(path)
    if depth == MAX_DEPTH:
        yield FileLine(path, "not read", f"{name} is a ZIP within a ZIP within a ZIP. Unpack it and add its files.")
        return
    # names must differ within one ZIP only: the path tells the ZIPs apart
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
