"""Finds running headers and footers: a name, a date, a page number."""

from collections.abc import Iterable, Sequence

from skillgap.lexicon import own
from skillgap.nlp import dates
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import Bounds
from skillgap.nlp.tokens import Tokens

OPENING_LINES = 3
"""Lines at the top of a resume, which are never running lines."""
MAX_TOKENS = 16
"""Tokens of the longest running line ("June 3, 2026 Jo Park - Resume 1 of 2")."""
MAX_NAME = 4
"""Words of the longest name."""
PAGE_JOINTS = own().layout.word_set("page_joints")
"""Words between the number of a page and the number of pages."""
MAX_OTHER = 1
"""Words of a running line that are neither a name nor a page nor a date."""


class RunningLines:
    """Finds the running lines of texts.

    Args:
        page_words: Words and phrases of running lines ("page", "last updated").
        date_words: Words that stand in dates ("June").
    """

    def __init__(self, page_words: Iterable[str], date_words: Iterable[str]) -> None:
        phrases = [tuple(phrase.split()) for phrase in page_words]
        self._words = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
        self._openings = tuple(phrase for phrase in phrases if len(phrase) > 1)
        self._dates = frozenset(date_words)

    def find(self, tokens: Tokens, lines: Sequence[Bounds]) -> tuple[Bounds, ...]:
        """Return the running lines in text order."""
        name = frozenset(_name(tokens, lines))
        return tuple([line for line in lines[OPENING_LINES:] if self._is_running(tokens, line, name)])

    def _is_running(self, tokens: Tokens, line: Bounds, name: frozenset[str]) -> bool:
        start, end = line
        if end - start > MAX_TOKENS or (tokens.words[start] in BULLETS and end - start > MAX_NAME):
            return False
        words = [word for word in tokens.lower[start:end] if word[0].isalnum()]
        if any(tuple(words[: len(phrase)]) == phrase for phrase in self._openings):
            return True
        numbers = sum(word.isdigit() for word in words)
        plain = [word for word in words if not word.isdigit()]
        paged = not self._words.isdisjoint(plain)
        # "Page 2", "1 of 2"
        if numbers and set(plain) <= self._words | PAGE_JOINTS and (paged or (len(plain) == 1 and numbers > 1)):
            return True
        # "June 3, 2026 / Jo Park / Resume 1", "Jo Park - 2"
        others = [word for word in plain if word not in name and word not in self._words and word not in self._dates]
        named = bool(name) and name <= set(plain) and len(others) <= MAX_OTHER
        # "Jo Park, 2021 - 2023" is a job of the writer's own firm: running lines hold no period
        return (
            named
            and (numbers > 0 or paged)
            and not dates.is_dated(tokens.text[tokens.starts[start] : tokens.ends[end - 1]], ranged=True)
        )


def _name(tokens: Tokens, lines: Sequence[Bounds]) -> Sequence[str]:
    """Return the words of the name on the first line, none where it holds something else."""
    start, end = lines[0] if lines else (0, 0)
    words = tokens.words[start:end]
    named = 1 < len(words) <= MAX_NAME and all(word.isalpha() and word[0].isupper() for word in words)
    return tokens.lower[start:end] if named else ()
