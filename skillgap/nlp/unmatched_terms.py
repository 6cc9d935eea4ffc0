"""Finds items of skill lists that match no alias: misspelled names, and terms that nobody checked."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from skillgap.nlp.annotations import Layout
from skillgap.nlp.list_context import DELIMITERS
from skillgap.nlp.spans import Bounds, TokenSpan, mask
from skillgap.nlp.spelling import SpellingCorrector
from skillgap.nlp.tokenizer import LINK
from skillgap.nlp.tokens import Tokens

MAX_TERM_WORDS = 4
"""Words of the longest term: a longer item is a sentence."""
MAX_WORD = 30
"""Letters of the longest word of a term."""
PROSE_WORDS = 9
"""Words on average between two delimiters above which a sentence is prose, not a list."""
JOINING = frozenset({"&", "+", "-", "–", "and", "or"})
"""Delimiters that also stand inside names not yet known ("Research & Development")."""
TRAILING = frozenset({".", "-"})
IGNORED = ("fillers", "labels", "spoken")
"""Lists of words that are no terms."""


class UnmatchedTerms:
    """Finds what skill lists hold and the taxonomy does not.

    Args:
        corrector: Recognises misspelled names.
        cues: Lists of ``data/cues.toml``: those of ``IGNORED``.
    """

    def __init__(self, corrector: SpellingCorrector, cues: Mapping[str, Sequence[str]]) -> None:
        self._corrector = corrector
        self._fillers = frozenset(cues.get("fillers", ()))
        self._ignored = frozenset(chain.from_iterable(cues.get(key, ()) for key in IGNORED))

    def find(
        self, tokens: Tokens, layout: Layout, candidates: Iterable[TokenSpan]
    ) -> tuple[tuple[TokenSpan, ...], tuple[TokenSpan, ...]]:
        """Return misspelled skills with their ids, and the terms that remain unmatched."""
        misspelled, unmatched = [], []
        for start, end in self._terms(tokens, layout, candidates):
            skill_id = self._corrector.correct(" ".join(tokens.lower[start:end]))
            # "Kubernets" is Kubernetes; "Frobnicator" stays to be shown as unchecked
            if skill_id:
                misspelled.append(TokenSpan(start, end, "any-case", skill_id))
            else:
                unmatched.append(TokenSpan(start, end, "unmatched"))
        return tuple(misspelled), tuple(unmatched)

    def _terms(self, tokens: Tokens, layout: Layout, candidates: Iterable[TokenSpan]) -> Iterator[Bounds]:
        """Yield the list items of the skills sections in which no name was found."""
        named = mask(len(tokens), chain(candidates, layout.headings))
        starts, running = layout.sentence_starts, {start for start, _ in layout.running}
        for section in layout.sections:
            if section.label != "skills":
                continue
            sentences = layout.sentences[bisect_left(starts, section.start) : bisect_left(starts, section.end)]
            for sentence in sentences:
                if sentence[0] in running:
                    continue
                for start, end in self._items(tokens, sentence):
                    if named.find(1, start, end) < 0 and self._may_be_name(tokens.words[start:end]):
                        yield start, end

    def _items(self, tokens: Tokens, sentence: Bounds) -> Iterator[Bounds]:
        """Yield what stands between the delimiters of a list, without fillers and marks at its edges."""
        words, lower, (start, end) = tokens.words, tokens.lower, sentence
        cuts = [index for index in range(start, end) if lower[index] in DELIMITERS and lower[index] not in JOINING]
        # "Responsible for keeping the shop tidy at all times" in a skills section is prose
        if end - start > PROSE_WORDS * (len(cuts) + 1):
            return
        for first, last in zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
            # "Frameworks: ..." is the label of the list
            if last < end and words[last] == ":":
                continue
            yield self._trim(tokens, first, last)

    def _trim(self, tokens: Tokens, first: int, last: int) -> Bounds:
        """Return a list item without the fillers and marks at its edges ("- advanced Frobnicator.")."""
        words, lower = tokens.words, tokens.lower
        while last > first and (lower[last - 1] in TRAILING or lower[last - 1] in self._fillers):
            last -= 1
        while first < last and (lower[first] in self._fillers or not words[first][0].isalnum()):
            first += 1
        return first, last

    def _may_be_name(self, words: Sequence[str]) -> bool:
        """Return whether the words of an item may be a name: few, with letters, none of them a filler."""
        lower = [word.lower() for word in words]
        return (
            0 < len(words) <= MAX_TERM_WORDS
            and any(len(word) > 1 and word.isalpha() for word in words)
            and LINK not in words
            and max(map(len, words)) <= MAX_WORD
            and " ".join(lower) not in self._ignored
            and self._fillers.isdisjoint(lower)
        )
