"""Finds items of skill lists without a claim: misspelled names and unknown terms.

Every item of a list of skills is reported. It claims a skill, needs confirmation, is a spoken language, or is shown as
unchecked.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from skillgap.nlp import dates
from skillgap.nlp.annotations import Layout
from skillgap.nlp.gazetteer import CLEAR_RULES, NON_SKILL_PHRASE
from skillgap.nlp.list_items import ListItem, list_items
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import Bounds, TokenSpan, mask
from skillgap.nlp.spelling import SpellingCorrector
from skillgap.nlp.tokenizer import LINK
from skillgap.nlp.tokens import Tokens

_VERSION = re.compile(r"\d+[a-z]?|[rRvV]\d+")
MAX_TERM_WORDS = 4
"""Words of the longest term; a longer item is a sentence."""
MAX_WORD = 30
"""Letters of the longest word of a term."""
PROSE_WORDS = 9
"""Words on average between two delimiters above which a sentence is prose, not a list."""
TRAILING = frozenset({".", "-"})
IGNORED = ("fillers", "spoken")
"""Lists of words that are no terms."""
ITEM_ENDS = frozenset(",;")
"""Marks behind an item; before any other mark a kind of skill is a label ("Databases | MySQL, Oracle")."""


class UnmatchedTerms:
    """Finds the items of skill lists without a claim.

    Args:
        corrector: Recognises misspelled names.
        cues: Lists of words by name, see ``Lexicon.cues``.
    """

    def __init__(self, corrector: SpellingCorrector, cues: Mapping[str, Sequence[str]]) -> None:
        self._corrector = corrector
        self._fillers = frozenset(cues["fillers"])
        self._ignored = frozenset(chain.from_iterable(cues[key] for key in IGNORED))
        self._labels = frozenset(cues["labels"])

    def find(
        self, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan], settled: Iterable[TokenSpan]
    ) -> tuple[tuple[TokenSpan, ...], tuple[TokenSpan, ...]]:
        """Return misspelled skills with their ids, and the terms that remain unmatched.

        Args:
            tokens: The words of the text.
            layout: Its sections and sentences.
            candidates: Names found in it.
            settled: Those that claim a skill or are to be confirmed.
        """
        phrases = [span for span in candidates if span.label == NON_SKILL_PHRASE]
        told = mask(len(tokens), chain(settled, phrases, layout.headings))
        named = mask(len(tokens), candidates)
        # a clear name without a claim was read as a label ("Databases: MySQL")
        labels = mask(len(tokens), [span for span in candidates if span.label in CLEAR_RULES])
        misspelled, unmatched = [], []
        for start, end in self._terms(tokens, layout, told, named):
            if self._is_label(tokens, start, end, clear=labels.find(1, start, end) >= 0):
                continue
            rejected = named.find(1, start, end) >= 0
            skill_id = "" if rejected else self._corrector.correct(" ".join(tokens.lower[start:end]))
            # "Kubernets" is Kubernetes; "Frobnicator" stays to be shown as unchecked
            if skill_id:
                misspelled.append(TokenSpan(start, end, "any-case", skill_id))
            else:
                unmatched.append(TokenSpan(start, end, "unmatched"))
        return tuple(misspelled), tuple(unmatched)

    def _terms(self, tokens: Tokens, layout: Layout, told: bytearray, named: bytearray) -> Iterator[Bounds]:
        """Yield the list items of the skills sections in which nothing is claimed."""
        starts, running = layout.sentence_starts, {start for start, _ in layout.running}
        for section in layout.sections:
            if section.label != "skills":
                continue
            sentences = layout.sentences[bisect_left(starts, section.start) : bisect_left(starts, section.end)]
            for sentence in sentences:
                if sentence[0] in running:
                    continue
                items = self._items(tokens, sentence, layout.cells)
                # of "Kubernetes   0   None yet" only the first cell names something
                for item in items[:1] if sentence[0] in layout.levels else items:
                    yield from self._parts(tokens, item, told, named)

    def _parts(self, tokens: Tokens, item: ListItem, told: bytearray, named: bytearray) -> Iterator[Bounds]:
        """Yield the unclaimed parts of an item that may be names: the whole item, or its lines."""
        whole = self._trim(tokens, item.start, item.end)
        if told.find(1, *whole) < 0 and self._may_be_name(tokens, *whole, rejected=named.find(1, *whole) >= 0):
            yield whole
            return
        # "Python" above "Frobnicator" are two items, although a line may run on; "data" above "architecture" are one
        breaks = [at for at in range(item.start + 1, item.end) if tokens.line_breaks[at]]
        small = tokens.words[item.start][0].islower()
        for line in pairwise([item.start, *breaks, item.end]) if breaks else ():
            start, end = self._trim(tokens, *line)
            if told.find(1, *line) >= 0 or tokens.words[line[0]][0].islower() > small:
                continue
            if self._may_be_name(tokens, start, end, rejected=named.find(1, start, end) >= 0):
                yield start, end

    def _items(self, tokens: Tokens, sentence: Bounds, cells: frozenset[int]) -> Sequence[ListItem]:
        """Return the items of a list; "Frameworks: ..." is the label of one."""
        items = list(list_items(tokens, sentence, cells))
        lines = 1 + sum(map(bool, tokens.line_breaks[sentence[0] + 1 : sentence[1]]))
        # "Responsible for keeping the shop tidy at all times" in a skills section is prose
        if sentence[1] - sentence[0] > PROSE_WORDS * max(len(items), lines):
            return ()
        return [item for item in items if not item.label]

    def _trim(self, tokens: Tokens, first: int, last: int) -> Bounds:
        """Return a list item without the fillers and marks at its edges ("- advanced Frobnicator.")."""
        words, lower = tokens.words, tokens.lower
        while last > first and (lower[last - 1] in TRAILING or lower[last - 1] in self._fillers):
            last -= 1
        while first < last and (lower[first] in self._fillers or not words[first][0].isalnum()):
            first += 1
        return first, last

    def _may_be_name(self, tokens: Tokens, start: int, end: int, *, rejected: bool) -> bool:
        """Return whether an item may be a name: a few words, at least one with letters, and no time."""
        words, lower = tokens.words[start:end], tokens.lower[start:end]
        return (
            0 < len(words) <= MAX_TERM_WORDS
            and (rejected or any(map(_is_wordlike, words)))
            and LINK not in words
            and max(map(len, words)) <= MAX_WORD
            and " ".join(lower) not in self._ignored
            # "good at working with people" is praise, "Quality of Service" a name
            and (self._fillers.isdisjoint(lower) or (words[0][0].isupper() and words[-1][0].isupper()))
            and not dates.is_length(text := tokens.text[tokens.starts[start] : tokens.ends[end - 1]])
            and not dates.is_dated(text)
        )

    def _is_label(self, tokens: Tokens, start: int, end: int, *, clear: bool) -> bool:
        """Return whether a ``clear`` name, or a kind of skill, opens a line as the label of what follows."""
        if not clear and " ".join(tokens.lower[start:end]) not in self._labels:
            return False
        opening = next((at for at in range(start, -1, -1) if tokens.line_breaks[at]), 0)
        if end == len(tokens) or any(word[0].isalnum() for word in tokens.words[opening:start]):
            return False
        below = bool(tokens.line_breaks[end])
        limit = next((at for at in range(end + 1, len(tokens)) if tokens.line_breaks[at]), len(tokens))
        # "Databases" above "- MySQL"
        if below and tokens.words[end] in BULLETS and tokens.words[opening] not in BULLETS:
            return True
        # "Databases | MySQL, Oracle" names a kind, "Databases | MySQL | Oracle" lists three
        return "," in tokens.words[end + 1 : limit] and (below or tokens.words[end] not in ITEM_ENDS)


def _is_wordlike(word: str) -> bool:
    """Return whether a word has letters of a name: "VLANs", "H2" and "5G", not "10g", "v2" or a stray letter."""
    if not word.isascii():
        return sum(letter.isalpha() for letter in word) > 2
    return len(word) > 1 and any(map(str.isalpha, word)) and not _VERSION.fullmatch(word)
