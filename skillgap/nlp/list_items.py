"""Cuts a sentence into the items of a list, at delimiters and between the cells of a row."""

from collections.abc import Iterator
from typing import NamedTuple

from skillgap.lexicon import own
from skillgap.nlp.spans import Bounds
from skillgap.nlp.tokens import Tokens

WORD_JOINTS = own().layout.word_set("list_joints")
"""Words between two items of a list."""
DELIMITERS = frozenset(",;|/\\:()[]•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·*✓✔❖–-&+★☆~→=") | WORD_JOINTS
JOINING = frozenset("&+-–") | WORD_JOINTS
"""Delimiters that also stand inside unknown names ("Research & Development")."""


class ListItem(NamedTuple):
    """Holds the tokens of one item, and whether a colon makes it the label of what follows."""

    start: int
    end: int
    label: bool


def list_items(tokens: Tokens, sentence: Bounds, cells: frozenset[int]) -> Iterator[ListItem]:
    """Yield the items of a sentence in order, empty ones left out."""
    words, lower, (first, limit) = tokens.words, tokens.lower, sentence
    for index in range(first, limit + 1):
        cut = index == limit or index in cells
        mark = not cut and lower[index] in DELIMITERS and lower[index] not in JOINING
        if not (cut or mark):
            continue
        if index > first:
            yield ListItem(first, index, mark and words[index] == ":")
        first = index if cut else index + 1
