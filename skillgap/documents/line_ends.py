"""Rejoins words that a hyphen splits at the end of a line, with or without the hyphen.

The rest of the text decides: "kubernetes" elsewhere joins "Kuber-/netes", "on-premises" keeps the hyphen of
"on-/premises". If neither occurs, a hyphen that a program set (browsers write U+2010) is dropped. It stays beside a
usual part of compounds, a number, a letter or an abbreviation.
"""

import re
from collections.abc import Iterable

from skillgap.lexicon import own

_LEXICON = own().word_forms
FIRST_WORDS = _LEXICON.word_set("first_words")
"""First words of compounds: "cross-functional", "hands-on", "real-time"."""
LAST_WORDS = _LEXICON.word_set("last_words")
"""Last words of compounds: "detail-oriented", "on-premises"."""
ENDINGS = _LEXICON.word_set("endings")
"""Ends of words that are no words by themselves: "develop-/ment"."""
FEW = 2
"""Letters that no program sets alone on the next line: "hands-/on"."""
LONG = 40
"""Fewest characters of a line whose last word may continue with a capital letter: "T-/SQL"."""
MAX_LINE = 400
"""Most characters of a line; pages have no longer ones."""
MAX_WORD = 60
"""Most characters of a word that is rejoined."""
_BROKEN = re.compile(r"(?:^|[\s(/\"'\u201c])((?:[^\W_]+[-\u2010])*[^\W_]*[^\W\d_])[-\u2010]$")
_NEXT = re.compile(r"[^\W\d_][\w+#]*(?:[-\u2010]\w+)*")
_WORDS = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words and compounds of a text in small letters, without those that its line ends split."""
    return frozenset(
        match.group().casefold()
        for line in lines
        for match in _WORDS.finditer(line)
        if line[match.end() : match.end() + 1] not in {"-", "\u2010"}
    )


def is_broken(line: str) -> bool:
    """Whether a line ends within a word."""
    return line.endswith(("-", "\u2010")) and len(line) <= MAX_LINE and bool(_BROKEN.search(line[-MAX_WORD:]))


def rejoined(line: str, after: str, known: frozenset[str]) -> tuple[str, str] | None:
    """The two lines with the split word whole at the end of the first; ``None`` if no word is split.

    ``known`` are the words of the text, see ``words_of``.
    """
    head, tail = _BROKEN.search(line[-MAX_WORD:]), _NEXT.match(after)
    if not head or not tail:
        return None
    joined, compound = (head.group(1) + tail.group()).casefold(), f"{head.group(1)}-{tail.group()}".casefold()
    # "on-premises" elsewhere in the text keeps the hyphen of "on-/premises"
    keeps = compound in known
    if (joined in known) == (compound in known):
        # "C-" above "Level" in a short line may be two items of a list
        if not line.endswith("\u2010") and not tail.group()[0].islower() and len(line) < LONG:
            return None
        keeps = not line.endswith("\u2010") and (
            not tail.group()[0].islower() or _is_compound(head.group(1), tail.group())
        )
    word, _, rest = after.partition(" ")
    return line[: None if keeps else -1] + word, rest.lstrip()


def _is_compound(head: str, tail: str) -> bool:
    """Whether the halves around a hyphen at a line end are two words of a compound."""
    # "sign-/in", "state-of-/the-art"
    if len(tail) <= FEW or any(mark in word for word in (head, tail) for mark in "-\u2010"):
        return True
    # "develop-/ment": "ment" is no word
    if tail in ENDINGS:
        return False
    # "cross-/functional", "detail-/oriented", "T-/shirt", "CI-/driven", "B2-/rated"
    small = head.casefold()
    return small in FIRST_WORDS or tail in LAST_WORDS or len(head) == 1 or head.isupper() or not head.isalpha()
