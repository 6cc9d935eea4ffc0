"""Finds fixed phrases in any case: cues, names of degrees, labels."""

from collections.abc import Iterable, Mapping
from typing import cast

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.nlp.spans import TokenSpan, fill
from skillgap.nlp.tokenizer import ResumeTokenizer


def phrase_patterns(vocab: Vocab, tokenizer: ResumeTokenizer, texts: Iterable[str], *, folded: bool) -> list[Doc]:
    """Return the hashes of the words of each phrase, in lower case if ``folded``."""
    words, add = tokenizer.words, vocab.strings.add
    hashes = [[add(word.lower() if folded else word) for word in words(text)] for text in texts]
    # PhraseMatcher takes hashes as well, in a tenth of the time; its stub names Docs alone
    return cast("list[Doc]", hashes)


class PhraseSet:
    """Holds phrases under labels and finds them in any case.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the phrases as it cuts the texts.
        phrases: Label -> phrases.
    """

    def __init__(self, vocab: Vocab, tokenizer: ResumeTokenizer, phrases: Mapping[str, Iterable[str]]) -> None:
        self._matcher = PhraseMatcher(vocab, attr="LOWER")
        self._strings = vocab.strings
        for label, texts in phrases.items():
            patterns = phrase_patterns(vocab, tokenizer, texts, folded=True)
            if patterns:
                self._matcher.add(label, patterns)

    def find_all(self, doc: Doc) -> list[TokenSpan]:
        """Return every phrase in text order, overlapping ones too."""
        return sorted([TokenSpan(start, end, self._strings[key]) for key, start, end in self._matcher(doc)])

    def find_longest(self, doc: Doc) -> list[TokenSpan]:
        """Return phrases in text order; of two that overlap only the longer."""
        covered = bytearray(len(doc))
        chosen = []
        # "no experience with" before "experience with"
        for span in sorted(self.find_all(doc), key=lambda span: (span.start - span.end, span)):
            if covered.find(1, span.start, span.end) < 0:
                fill(covered, span.start, span.end)
                chosen.append(span)
        return sorted(chosen)
