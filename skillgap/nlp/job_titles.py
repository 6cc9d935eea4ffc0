"""Finds the names of skills inside titles of jobs: a title says what somebody was called, not what was done.

"Worked as a Java developer" and "Azure developer with 9 years of experience" claim nothing by their titles.
"""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.annotations import Layout
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import Bounds, TokenSpan, mask
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

MAX_TITLE = 8
"""Tokens of the longest title ("a senior network and systems administrator")."""
TITLE_MARKS = frozenset("/&-")
"""Marks inside a title."""


class JobTitles:
    """Finds tokens of skills in titles.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the phrases as it cuts the texts.
        cues: Lists of words by name, see ``Lexicon.cues``.
        soft: Ids of soft skills, which the title of an office does show ("Team leader").
    """

    def __init__(
        self, vocab: Vocab, tokenizer: ResumeTokenizer, cues: Mapping[str, Sequence[str]], soft: frozenset[str]
    ) -> None:
        self._openers = PhraseSet(vocab, tokenizer, {"held": cues["phrases.held_titles"]})
        self._jobs = frozenset(cues["jobs"]).difference(cues["jobs_or_deeds"]).union(cues["title_words"])
        self._small = TITLE_MARKS.union(cues["before_titles"])
        self._after = frozenset(cues["after_titles"])
        self._soft = soft

    def find(self, doc: Doc, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan]) -> Iterator[Bounds]:
        """Yield the tokens from the start of each title to its word for a job, where they name a skill."""
        written = [span for span in candidates if span.label != IMPLICIT and span.id not in self._soft]
        named = mask(len(tokens), written)
        for opener in self._openers.find_longest(doc):
            limit = layout.sentence(opener.start)[1]
            yield from self._title(tokens, opener.end, limit, named)
        for start, end in layout.sentences:
            if layout.section(start) == "skills":
                continue
            first = start + (tokens.words[start] in BULLETS)
            # "Azure developer with 9 years", but not "Python developer tools"
            for title in self._title(tokens, first, end, named):
                if title[1] < end and tokens.lower[title[1]] in self._after:
                    yield title

    def _title(self, tokens: Tokens, start: int, limit: int, named: bytearray) -> Iterator[Bounds]:
        """Yield the title that begins at a token, if it names a skill."""
        job = start
        for index in range(start, min(limit, start + MAX_TITLE)):
            word = tokens.lower[index]
            if word in self._jobs and index > start:
                job = index
            elif not (named[index] or tokens.words[index][0].isupper() or word in self._small):
                break
        if named.find(1, start, job) >= 0:
            yield start, job + 1
