"""Cuts text at every change between letters, punctuation and space: "C++/C#", "React.js/Redux"."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection

from skillgap.nlp.tokens import Tokens

MAX_WORD = 80
"""Characters of the longest token; no name is longer, and text without spaces must stay fast."""

DOMAINS = (
    "com|org|edu|gov|net|io|dev|me|in|ai|app|eu|de|uk|fr|nl|ca|au|ch|se|info|page|site|tech|blog|cloud|xyz|example"
)
"""Top-level domains after which a slash continues a link ("example.com/projects")."""
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
"""One token. Most are ``plain``: letters, digits or marks that cannot begin a link."""
_VERSIONED = re.compile(r"([^\W\d_]{2,})(\d{1,4})$")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "“": '"', "”": '"'}
)
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
HYPHENS = frozenset("-‐‑–")
LINK = "\u2039link\u203a"
"""Word in place of a web or e-mail address; no skill is claimed inside one."""


def normalised(word: str) -> str:
    """Make full-width forms, ligatures, curly quotes and dashes plain, and drop zero-width characters."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word.translate(_ZERO_WIDTH)).translate(_PLAIN) or "\u00b7"


def _joins_words(text: str, start: int, end: int) -> bool:
    """Return whether a hyphen joins two words, also over a line end."""
    if not (start and text[start - 1].isalpha()):
        return False
    # "co-\noperation" goes on in lower case, "2024 -\nHelped" does not
    following = text[end : end + 2]
    return following[:1].isalpha() or (following[:1] == "\n" and following[1:].islower())


class ResumeTokenizer:
    """Cuts text into words.

    Args:
        known: Lower-case words of all aliases. "python3" is cut before its digits only when it is not among them and
            "python" is.
    """

    def __init__(self, known: Collection[str] = ()) -> None:
        self.known = frozenset(known)

    def tokenize(self, text: str) -> Tokens:
        """Return the words of ``text`` with their places."""
        words, starts, ends = self._cut(text)
        line_breaks = [0] * len(words)
        offset = text.find("\n")
        while offset >= 0:
            following = bisect_left(starts, offset)
            if following < len(starts):
                line_breaks[following] += 1
            offset = text.find("\n", offset + 1)
        lower = tuple([word.lower() for word in words])
        return Tokens(text, tuple(words), lower, tuple(starts), tuple(ends), tuple(line_breaks))

    def words(self, phrase: str) -> list[str]:
        """Return the words of a short phrase as ``tokenize`` does, without the search where only spaces are cut."""
        # most aliases are plain words, and there are thousands
        if phrase.isascii() and phrase.replace(" ", "").isalpha() and len(phrase) <= MAX_WORD:
            return phrase.split()
        return self._cut(phrase)[0]

    def _cut(self, text: str) -> tuple[list[str], list[int], list[int]]:
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            start, end = match.span()
            kind = match.lastgroup
            if kind != "plain":
                # "problem-solving" is read as "problem solving", so that hyphenated aliases need no listing
                if kind == "mark" and word in HYPHENS and _joins_words(text, start, end):
                    continue
                if kind == "link":
                    # "salesforce.com" is a product that looks like an address
                    word = word.lower() if word.lower() in self.known else LINK
                elif not word.isascii():
                    word = normalised(word)
                elif stem := self._name_before_version(word):
                    words.append(stem)
                    starts.append(start)
                    ends.append(start + len(stem))
                    word, start = word[len(stem) :], start + len(stem)
            words.append(word)
            starts.append(start)
            ends.append(end)
        return words, starts, ends

    def _name_before_version(self, word: str) -> str:
        """Return "python" for "python3"; empty where the whole is a name itself ("html5") or no name."""
        match = _VERSIONED.match(word) if word[-1].isdigit() else None
        known = match and match[1].lower() in self.known and word.lower() not in self.known
        return match[1] if match and known else ""
