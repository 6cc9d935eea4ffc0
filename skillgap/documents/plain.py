"""What copied text carries along and no reader sees: entities of web pages, words parted at the ends of lines."""

import html
import re

from skillgap.characters import READABLE
from skillgap.documents import line_ends

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def cleaned(words: str) -> str:
    """The text with entities as the characters they stand for, and words that run over a line end made whole."""
    return _without_line_ends(_decoded(words) if "&" in words else words)


def _decoded(words: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match.group()).translate(READABLE), words)


def _without_line_ends(words: str) -> str:
    lines = words.splitlines(keepends=True)
    if not any(line_ends.is_broken(line.rstrip()) for line in lines):
        return words
    known = line_ends.words_of(line.rstrip() for line in lines)
    whole: list[str] = []
    for line in lines:
        before, after = whole[-1].rstrip() if whole else "", line.lstrip()
        parted = line_ends.rejoined(before, after, known) if line_ends.is_broken(before) else None
        if parted is None:
            whole.append(line)
        elif parted[1]:
            indent = line[: len(line) - len(after)]
            whole[-1:] = [parted[0] + whole[-1][len(before) :], indent + parted[1]]
        else:
            whole[-1] = parted[0]
    return "".join(whole)
