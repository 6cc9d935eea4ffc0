"""Cleans copied text: wrongly decoded signs, entities, invisible signs and words split at line ends.

Each step is a list of edits. They lead from a place in the cleaned text back to the file.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from skillgap.characters import INVISIBLE, READABLE
from skillgap.documents import line_ends, misdecoded
from skillgap.documents.limits import MAX_CHARACTERS
from skillgap.model.resume import Document
from skillgap.model.rewriting import Edit, rewrite

MAX_CLEANED = 2 * MAX_CHARACTERS
"""Characters that are cleaned; more are never read."""
JOINERS = "\u200c\u200d"
"""Invisible signs that other scripts and emoji need; between plain letters they mean nothing."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_UNSEEN = re.compile(rf"[{INVISIBLE}]+")


def cleaned(document: Document) -> Document:
    """The document after all four steps."""
    for edits in (_misdecoded_signs, _entities, _invisible_signs, _parted_words):
        if made := tuple(edits(document.text[:MAX_CLEANED])):
            text, rewriting = rewrite(document.text, made)
            document = replace(document, text=text, rewritings=(*document.rewritings, rewriting))
    return document


def _misdecoded_signs(words: str) -> Iterator[Edit]:
    if not words.isascii():
        yield from (Edit(start, end, sign.translate(READABLE)) for start, end, sign in misdecoded.repaired(words))


def _entities(words: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(words):
        sign = html.unescape(match.group()).translate(READABLE)
        if sign != match.group():
            yield Edit(*match.span(), sign)


def _invisible_signs(words: str) -> Iterator[Edit]:
    if words.isascii():
        return
    for match in _UNSEEN.finditer(words):
        # a joiner inside an emoji or a word in Hindi stays, one inside "Py\u200bthon" goes
        around = words[match.start() - 1 : match.start()] + words[match.end() : match.end() + 1]
        if around.isascii() or not any(sign in JOINERS for sign in match.group()):
            yield Edit(*match.span(), "")


def _parted_words(words: str) -> Iterable[Edit]:
    lines = words.splitlines(keepends=True)
    if not any(line_ends.is_broken(line.rstrip()) for line in lines):
        return
    known = line_ends.words_of(line.rstrip() for line in lines)
    before, end, place = "", 0, 0
    for line in lines:
        after = line.lstrip()
        start = place + len(line) - len(after)
        parted = line_ends.rejoined(before, after, known) if line_ends.is_broken(before) else None
        if parted is None:
            before, end = line.rstrip(), place + len(line.rstrip())
        else:
            whole, rest = parted
            word = after.partition(" ")[0]
            yield Edit(end - len(before) - len(word) + len(whole), start, "")
            if rest:
                # the line break and the indent move behind the whole word: "Kubernetes" / "clusters"
                behind = place + len(line) - len(rest)
                yield Edit(start + len(word), behind, words[end:start])
                before, end = rest.rstrip(), behind + len(rest.rstrip())
            else:
                before, end = whole.rstrip(), start + len(word.rstrip())
        place += len(line)
