"""Finds fixed phrases in a Doc, the longest first: cues, degree names, labels."""

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc


def patterns_of(nlp: Language, texts: Iterable[str], *, folded: bool) -> Any:
    """The hashes of each phrase's words, which PhraseMatcher takes as well as Docs and in a tenth of the time."""
    tokenizer: Any = nlp.tokenizer
    words, add = tokenizer.words, nlp.vocab.strings.add
    return [[add(word.lower() if folded else word) for word in words(text)] for text in texts]


class PhraseSet:
    """Folded phrases under labels.

    Args:
        nlp: The pipeline, whose tokenizer cuts the phrases.
        phrases: Label -> phrases.
    """

    def __init__(self, nlp: Language, phrases: Mapping[str, Iterable[str]]) -> None:
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for label, texts in phrases.items():
            patterns = patterns_of(nlp, texts, folded=True)
            if patterns:
                self.matcher.add(label, patterns)
        self.strings = nlp.vocab.strings

    def every(self, doc: Doc) -> list[tuple[int, int, str]]:
        """Start, end and label of each phrase in ``doc``, overlapping ones too, in text order."""
        return sorted((start, end, self.strings[key]) for key, start, end in self.matcher(doc))

    def longest(self, doc: Doc) -> list[tuple[int, int, str]]:
        """Start, end and label of phrases in text order; where two overlap only the longer stands."""
        taken = bytearray(len(doc))
        chosen = []
        for start, end, label in sorted(self.every(doc), key=lambda found: (found[0] - found[1], found)):
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                chosen.append((start, end, label))
        return sorted(chosen)
