"""What an engine finds on one page of a PDF, before it is put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.documents.columns import Rule, Word


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page.

    Attributes:
        words: The words that people can see, with their places.
        rules: The horizontal ruled lines.
        hidden: Words in the colour of their background or without ink, left out of ``words``.
        tiny: Words too small to be read by people, left out of ``words``.
        turned: Whether the page or most of its text stands sideways.
    """

    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    hidden: tuple[str, ...] = ()
    tiny: tuple[str, ...] = ()
    turned: bool = False


MAX_HIDDEN = 0.5
"""Share of a page's words from which words that seem hidden are believed to be visible after all: a scan with its text
behind the picture, a page whose background could not be understood."""
QUOTED = 80
"""Characters of hidden text that are shown."""
TINY = 3.0
"""Points: smaller text is not meant to be read by people."""


def sift(words: Sequence[Word], unseen: Sequence[bool], rules: tuple[Rule, ...]) -> PageContent:
    """The sheet of all words of an upright page; what cannot be seen is left out unless that is most of it."""
    if not any(unseen) and all(word.bottom - word.top >= TINY for word in words):
        return PageContent(tuple(words), rules)
    hidden = tuple(word.text for word, gone in zip(words, unseen, strict=True) if gone)
    tiny = tuple(
        word.text for word, gone in zip(words, unseen, strict=True) if not gone and word.bottom - word.top < TINY
    )
    if len(hidden) + len(tiny) > MAX_HIDDEN * len(words):
        return PageContent(tuple(words), rules)
    seen = tuple(word for word, gone in zip(words, unseen, strict=True) if not gone and word.bottom - word.top >= TINY)
    return PageContent(seen, rules, hidden, tiny)


def hidden_text(where: str, kind: str, words: str) -> str:
    """The sentence about text that was left out because people cannot see it; ``where`` is the page or the file."""
    return (
        f"{where} holds {kind} (\u201c{words[:QUOTED]}\u201d). It was not counted, and people who find "
        "it will wonder why it is there: take it out."
    )
