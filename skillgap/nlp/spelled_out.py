"""Finds abbreviations that a text spells out as something other than a skill.

"VPN (virtual patient navigator)" defines the abbreviation for the whole text.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from skillgap.model.taxonomy import Skill
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokens import Tokens

LETTERS = range(2, 7)
"""Letters of an abbreviation."""
STEM = 4
"""First letters that two forms of a word share ("network", "networks")."""
FOREIGN_SHARE = 0.5
"""Share of foreign words in a bracket from which it spells out something other than the skill."""
MARKS = frozenset("()[],;:-/&.")


class SpelledOut:
    """Holds the words in the names of each skill that has an abbreviation.

    Args:
        skills: Skills with their names.
    """

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._names = {
            skill.id: [skill.name, *(alias.text for alias in skill.aliases)]
            for skill in skills
            if any(_is_abbreviation(alias.text) for alias in skill.aliases)
        }

    def find(self, tokens: Tokens, candidates: Sequence[TokenSpan]) -> set[int]:
        """Return the first token of each candidate whose abbreviation stands for something else in this text."""
        written = {span.start: tokens.words[span.start] for span in candidates if self._is_short(span, tokens)}
        foreign = {
            (written[span.start], span.id)
            for span in candidates
            if span.start in written and any(self._is_foreign(span, words) for words in _expansions(tokens, span.start))
        }
        return {span.start for span in candidates if (written.get(span.start), span.id) in foreign}

    def _is_short(self, span: TokenSpan, tokens: Tokens) -> bool:
        return span.id in self._names and span.end - span.start == 1 and _is_abbreviation(tokens.words[span.start])

    def _is_foreign(self, span: TokenSpan, words: Sequence[str]) -> bool:
        own = {word[:STEM] for name in self._names[span.id] for word in name.lower().replace("-", " ").split()}
        foreign = sum(word[:STEM] not in own for word in words)
        return foreign > FOREIGN_SHARE * len(words)


def _is_abbreviation(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) in LETTERS


def _expansions(tokens: Tokens, index: int) -> Iterator[list[str]]:
    """Yield the words that spell out an abbreviation: in a bracket behind it, or before a bracket around it."""
    letters = tokens.lower[index]
    if tokens.words[index + 1 : index + 2] in {("(",), ("[",)}:
        yield from _spelling(letters, tokens.lower[index + 2 : index + 2 + 3 * len(letters)], {")", "]"})
    if index and tokens.words[index - 1] in {"(", "["}:
        low = max(0, index - 1 - 2 * len(letters))
        before = [word for word in tokens.lower[low : index - 1] if word not in MARKS][-len(letters) :]
        yield from _spelling(letters, before, ())


def _spelling(letters: str, lower: Sequence[str], ends: Collection[str]) -> Iterator[list[str]]:
    """Yield the words up to one of ``ends`` where their first letters are those of the abbreviation."""
    words: list[str] = []
    for word in lower:
        if word in ends:
            break
        if word not in MARKS:
            words.append(word)
    if "".join(word[0] for word in words) == letters:
        yield words
