"""The words and ruled lines of one page of a PDF, before they are put in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.documents.columns import Rule, Word


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page.

    Attributes:
        words: The visible words with their places.
        rules: The horizontal ruled lines.
        hidden: Words in the colour of their background or without ink, left out of ``words``.
        tiny: Words too small to read, left out of ``words``.
        turned: Whether most of the text stands sideways.
    """

    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    hidden: tuple[str, ...] = ()
    tiny: tuple[str, ...] = ()
    turned: bool = False


MAX_HIDDEN = 0.5
"""Share of a page's words from which hidden words count as visible.

A scan has its text behind the picture, and some backgrounds cannot be read.
"""
QUOTED = 80
"""Characters of hidden text that are shown."""
TINY = 3.0
"""Points of the smallest text that people can read."""


def hide_invisible(words: Sequence[Word], unseen: Sequence[bool], rules: tuple[Rule, ...]) -> PageContent:
    """The content of an upright page without hidden and tiny words, unless they are most of it.

    ``unseen`` says of each word whether it is hidden.
    """
    if not any(unseen) and all(word.bottom - word.top >= TINY for word in words):
        return PageContent(tuple(words), rules)
    hidden = tuple(word.text for word, gone in zip(words, unseen, strict=True) if gone)
    tiny = tuple(
        word.text for word, gone in zip(words, unseen, strict=True) if not gone and word.bottom - word.top < TINY
    )
    # a scan with its text layer behind the picture has hidden words only
    if len(hidden) + len(tiny) > MAX_HIDDEN * len(words):
        return PageContent(tuple(words), rules)
    seen = tuple(word for word, gone in zip(words, unseen, strict=True) if not gone and word.bottom - word.top >= TINY)
    return PageContent(seen, rules, hidden, tiny)


def hidden_text(where: str, kind: str, words: str) -> str:
    """The sentence about invisible text that was left out; ``where`` is the page or the file."""
    return (
        f"{where} holds {kind} (\u201c{words[:QUOTED]}\u201d). It was not counted, and people who find "
        "it will wonder why it is there: take it out."
    )
