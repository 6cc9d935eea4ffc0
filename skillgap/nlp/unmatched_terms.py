"""Component: what stands in a list of skills and is no known name: misspelled names, and terms not checked."""

from bisect import bisect_left
from collections.abc import Iterator

from rapidfuzz.distance import OSA
from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.list_context import DELIMITERS
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokenizer import LINK

TERM_WORDS = 4
"""Words of the longest term: a longer item is a sentence."""
MAX_WORD = 30
"""Letters of the longest word of a term."""
PROSE_WORDS = 9
"""Words on average between two delimiters from which a statement is prose rather than a list."""
MIN_SLIP = 6
"""Letters of the shortest name that is recognised with a letter missing, added, or two swapped."""
MIN_CHANGED = 8
"""Letters of the shortest name that is recognised with a letter changed: a locker is no Looker."""
MIN_TWO_SLIPS = 10
"""Letters of the shortest name that is recognised with two letters wrong."""
NO_CUT = frozenset({"&", "+", "-", "–", "and", "or"})
"""Delimiters that also stand inside names nobody knows yet."""


@Language.factory("skillgap_unknown")
class UnmatchedTerms:
    """Write the runs "unknown" and add to the runs "skills" what is plainly a slip.

    A slip is one wrong, missing, added or swapped letter (two in long names) away from the names of one skill and of
    no other, with the same first letter; two real names are never taken for each other.

    Args:
        aliases: The table that ``SkillMatcher`` takes.
        words: Lists from ``data/cues.toml``: fillers, labels, spoken.
    """

    def __init__(self, nlp: Language, name: str, aliases: str, words: dict[str, list[str]]) -> None:
        self.name = name
        self.quiet = frozenset(word for key in ("fillers", "labels", "spoken") for word in words.get(key, []))
        self.fillers = frozenset(words.get("fillers", []))
        self.names: dict[tuple[str, int], dict[str, str]] = {}
        for text, rule, skill_id, _ in (line.split("\t") for line in aliases.splitlines()):
            folded = text.lower()
            if rule == "any-case" and len(folded) >= MIN_SLIP and folded.replace(" ", "").isalpha():
                self.names.setdefault((folded[0], len(folded)), {})[folded] = skill_id

    def __call__(self, doc: Doc) -> Doc:
        """Look through the lists of ``doc``."""
        unknown, slips = [], []
        for start, end in self._terms(doc):
            skill_id = self._meant(" ".join(doc.user_data["folded"][start:end]))
            if skill_id:
                slips.append(TokenSpan(start, end, "any-case", skill_id))
            else:
                unknown.append(TokenSpan(start, end, "unknown"))
        spans.put(doc, "unknown", unknown)
        if slips:
            spans.put(doc, "skills", sorted([*spans.of(doc, "skills"), *slips], key=lambda run: run.start))
            doc.user_data["bare"] |= {run.start for run in slips}
        return doc

    def _terms(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Bounds of the list items of the skills sections in which no name was found."""
        named = spans.mask(len(doc), [*spans.of(doc, "candidates"), *spans.of(doc, "headings")])
        statements = doc.user_data["statements"]
        firsts = [start for start, _ in statements]
        for section in spans.of(doc, "sections"):
            if section.label != "skills":
                continue
            for start, end in statements[bisect_left(firsts, section.start) : bisect_left(firsts, section.end)]:
                yield from self._items(doc, start, end, named)

    def _items(self, doc: Doc, start: int, end: int, named: bytearray) -> Iterator[tuple[int, int]]:
        words, folded = doc.user_data["words"], doc.user_data["folded"]
        cuts = [place for place in range(start, end) if folded[place] in DELIMITERS and folded[place] not in NO_CUT]
        if end - start > PROSE_WORDS * (len(cuts) + 1):
            return
        for first, last in zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
            stop = last
            while stop > first and (folded[stop - 1] in {".", "-"} or folded[stop - 1] in self.fillers):
                stop -= 1
            while first < stop and (folded[first] in self.fillers or not words[first][0].isalnum()):
                first += 1
            label = last < end and words[last] == ":"
            if label or named.find(1, first, stop) >= 0 or not self._is_term(words[first:stop]):
                continue
            yield first, stop

    def _is_term(self, words: list[str]) -> bool:
        """Whether the words of an item may be a name: few, with letters, none of them a filler."""
        folded = [word.lower() for word in words]
        letters = any(len(word) > 1 and word.isalpha() for word in words)
        plain = " ".join(folded)
        return (
            0 < len(words) <= TERM_WORDS
            and letters
            and LINK not in words
            and max(map(len, words)) <= MAX_WORD
            and plain not in self.quiet
            and not any(word in self.fillers for word in folded)
        )

    def _meant(self, term: str) -> str:
        """The id of the one skill whose name ``term`` is a slip of, else empty."""
        if not term.replace(" ", "").isalpha():
            return ""
        found: set[str] = set()
        for length in range(len(term) - 2, len(term) + 3):
            shorter = min(length, len(term))
            allowed = 2 if shorter >= MIN_TWO_SLIPS else 1
            for name, skill_id in self.names.get((term[0], length), {}).items():
                if OSA.distance(term, name, score_cutoff=allowed) > allowed:
                    continue
                swapped = sorted(name) == sorted(term)
                if (length != len(term) or shorter >= MIN_CHANGED or swapped) and _long_where_different(term, name):
                    found.add(skill_id)
        return found.pop() if len(found) == 1 else ""


def _long_where_different(term: str, name: str) -> bool:
    """Whether two terms of several words differ in long words alone: cash handling is no call handling."""
    pairs = list(zip(term.split(), name.split(), strict=False))
    return all(one == other or min(len(one), len(other)) >= MIN_SLIP for one, other in pairs)
