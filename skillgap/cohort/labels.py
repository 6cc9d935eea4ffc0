"""Label files by the shortest unique end of their paths."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

ENDING = 6
"""Longest file extension with its dot (".jsonl"); the rest of "v2.final version" is no extension."""


def shortest_unique(paths: Sequence[str]) -> dict[str, str]:
    """Path -> its label. The file extension is dropped if the label stays unique.

    Example: "term.zip/A/resume.txt" and "term.zip/B/resume.txt" are "A/resume" and "B/resume".
    """
    split = {path: PurePosixPath(path).parts or (path,) for path in dict.fromkeys(paths)}
    ends = {path: _end(parts, 1) for path, parts in split.items()}
    for length in range(2, 2 + max((len(parts) for parts in split.values()), default=0)):
        same = Counter(ends.values())
        clashing = [path for path, end in ends.items() if same[end] > 1]
        if not clashing:
            break
        ends |= {path: _end(split[path], length) for path in clashing}
    bare = {path: _without_ending(end) for path, end in ends.items()}
    counts = Counter(bare.values())
    return {path: bare[path] if counts[bare[path]] == 1 else ends[path] for path in split}


def _end(parts: Sequence[str], length: int) -> str:
    return "/".join(parts[-length:])


def _without_ending(end: str) -> str:
    head, dot, tail = end.rpartition(".")
    return head if dot and head and "/" not in tail and len(tail) < ENDING else end
