"""Cuts text at every change between letters, punctuation and space, so that "C++/C#" and "React.js/Redux" come apart.

A Doc made here holds words only, never white space. ``doc.user_data`` has the "text" and, each with an item a token:
"starts" and "ends", its place in the text; "breaks", the number of line breaks before it; "words" and "folded", the
token as written and in lower case (asking the tokens of a Doc takes ten times as long). Words are normalised
(full-width forms, ligatures, curly quotes, dashes) while the places stay those of the text as given.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection

from spacy.tokens import Doc
from spacy.vocab import Vocab

MAX_WORD = 80
"""Longest run kept as one token: no name is longer, and unbroken runs must stay cheap."""

DOMAINS = (
    "com|org|edu|gov|net|io|dev|me|in|ai|app|eu|de|uk|fr|nl|ca|au|ch|se|info|page|site|tech|blog|cloud|xyz|example"
)
"""Ends of the names of hosts that make a link of what stands before a stroke."""
_TOKEN = re.compile(
    rf"""(?P<plain>(?:[A-Za-z]{{1,{MAX_WORD}}}+|[0-9]{{1,{MAX_WORD}}}+)(?:(?![\w.+@:-])|(?=[.:](?:\s|\Z)))
      | [!-*,/:-@\[-^`{{-~•])
    | (?P<link>(?i:https?://|www\.)[^\s,;|)>\]]{{1,200}}
      | (?<![^\W_])[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{2,24}}){{1,4}}
      | (?<![^\W_])(?:[\w-]{{1,40}}\.){{1,4}}(?i:{DOMAINS})/[^\s,;|)>\]]{{0,200}}
      | (?<![^\W_])(?i:linkedin|github|gitlab|gmail|yahoo|hotmail|outlook|indeed)\.(?i:com|io|org)\b)
    | (?P<word>[^\W_]{{1,{MAX_WORD}}})
    | (?P<mark>\S)""",
    re.VERBOSE,
)
"""One token. Most are ``plain``: letters, digits or marks at which no link can begin and that need no second look."""
_VERSIONED = re.compile(r"([^\W\d_]{2,})(\d{1,4})$")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "“": '"', "”": '"'}
)
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
HYPHENS = frozenset("-‐‑–")
LINK = "\u2039link\u203a"
"""What a web or e-mail address is read as: nothing inside one is a claim."""


def normalised(word: str) -> str:
    """The word with full-width forms, ligatures, curly quotes and dashes made plain, zero-width characters dropped."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word.translate(_ZERO_WIDTH)).translate(_PLAIN) or "\u00b7"


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins two words, also over a line end: "problem-solving" is read as "problem solving"."""
    if not (start and text[start - 1].isalpha()):
        return False
    following = text[end : end + 2]
    return following[:1].isalpha() or (following[:1] == "\n" and following[1:].islower())


class ResumeTokenizer:
    """Turns text into a Doc of words.

    Args:
        vocab: The pipeline's vocabulary.
        known: Folded words that occur in aliases; "python3" is cut before its digits only when it is not among
            them and "python" is.
    """

    def __init__(self, vocab: Vocab, known: Collection[str] = ()) -> None:
        self.vocab = vocab
        self.known = frozenset(known)

    def cut(self, text: str) -> tuple[list[str], list[int], list[int]]:
        """Words of ``text`` with the start and end of each."""
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            start, end = match.span()
            kind = match.lastgroup
            if kind != "plain":
                if kind == "mark" and word in HYPHENS and _inside_a_word(text, start, end):
                    continue
                if kind == "link":
                    word = word.lower() if word.lower() in self.known else LINK
                elif not word.isascii():
                    word = normalised(word)
                elif stem := self._versioned(word):
                    words.append(stem)
                    starts.append(start)
                    ends.append(start + len(stem))
                    word, start = word[len(stem) :], start + len(stem)
            words.append(word)
            starts.append(start)
            ends.append(end)
        return words, starts, ends

    def _versioned(self, word: str) -> str:
        """The name before the digits of "python3", empty where there is none or the whole is a name itself."""
        match = _VERSIONED.match(word) if word[-1].isdigit() else None
        known = match and match[1].lower() in self.known and word.lower() not in self.known
        return match[1] if match and known else ""

    def words(self, phrase: str) -> list[str]:
        """The words of a short phrase; the same as ``cut`` gives, faster where there is nothing to cut but spaces."""
        if phrase.isascii() and phrase.replace(" ", "").isalpha() and len(phrase) <= MAX_WORD:
            return phrase.split()
        return self.cut(phrase)[0]

    def __call__(self, text: str) -> Doc:
        """The Doc of ``text``."""
        words, starts, ends = self.cut(text)
        doc = Doc(self.vocab, words=words)
        breaks = [0] * len(words)
        place = text.find("\n")
        while place >= 0:
            following = bisect_left(starts, place)
            if following < len(starts):
                breaks[following] += 1
            place = text.find("\n", place + 1)
        folded = [word.lower() for word in words]
        doc.user_data = {
            "text": text,
            "words": words,
            "folded": folded,
            "starts": starts,
            "ends": ends,
            "breaks": breaks,
        }
        return doc
