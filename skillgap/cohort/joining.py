"""Match files to rows of the class list by e-mail address, path, folder, id or name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from skillgap.model.cohort import RosterRow

MIN_NAME = 2
"""Least words of a name that are searched for in a path; "Lee" alone may be anybody."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Joined:
    """Rows matched to files.

    Attributes:
        rows: Digest -> its row.
        doubles: Pairs of digests that match one row; the first one keeps the row.
    """

    rows: Mapping[str, RosterRow]
    doubles: tuple[tuple[str, str], ...] = ()


def join(files: Mapping[str, tuple[Sequence[str], str]], roster: Sequence[RosterRow]) -> Joined:
    """Match files to rows of the class list.

    Args:
        files: Digest -> its paths and its e-mail address.
        roster: The class list.
    """
    index: dict[str, list[str]] = {}
    for digest, (paths, email) in files.items():
        for key in dict.fromkeys(_keys(paths, email)):
            index.setdefault(key, []).append(digest)
    rows: dict[str, RosterRow] = {}
    doubles = []
    for row in roster:
        mine = [digest for digest in _of(row, index) if digest not in rows]
        if mine:
            rows[mine[0]] = row
            doubles += [(mine[0], other) for other in mine[1:]]
    return Joined(rows, tuple(doubles))


def _keys(paths: Sequence[str], email: str) -> Iterator[str]:
    """Keys by which a row may refer to a file: e-mail address, ends of the path, name, folders, words of the path."""
    if email:
        yield f"mail:{email}"
    for path in paths:
        parts = PurePosixPath(path.casefold()).parts
        for length in range(1, len(parts) + 1):
            yield f"file:{'/'.join(parts[-length:])}"
        if parts:
            yield f"file:{PurePosixPath(parts[-1]).stem}"
        yield from (f"folder:{part}" for part in parts[:-1])
        yield from (f"word:{word}" for word in _WORD.findall(path.casefold()))


def _of(row: RosterRow, index: Mapping[str, list[str]]) -> list[str]:
    """Digests of a row's files by its first matching key. A file name shared by several files is no match."""
    named = [index.get(f"file:{key.casefold().strip('/')}", []) for key in (row.file, row.id) if key]
    folders = [index.get(f"folder:{key.casefold().strip('/')}", []) for key in (row.file, row.id) if key]
    found = [index.get(f"mail:{row.email}", []) if row.email else [], *(one for one in named if len(one) == 1)]
    found += [*folders, _by_name(row.name, index)]
    return next((one for one in found if one), [])


def _by_name(name: str, index: Mapping[str, list[str]]) -> list[str]:
    """The only file whose path contains every word of a name."""
    words = _WORD.findall(name.casefold())
    if len(words) < MIN_NAME:
        return []
    first, *others = ({*index.get(f"word:{word}", ())} for word in words)
    common = first.intersection(*others)
    return list(common) if len(common) == 1 else []
