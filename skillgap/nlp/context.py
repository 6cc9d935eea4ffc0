"""Finds what the writer says of each skill. A cue governs to the end of its clause and no further.

The terms are those of ConText. A *forward* cue governs what follows it, a *backward* cue what precedes it. A
*terminator* ends a scope. A *pseudo* cue looks like a cue and governs nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.annotations import Layout
from skillgap.nlp.certificate_states import CertificateStates, is_stated
from skillgap.nlp.clause_scopes import BACKWARD, FORWARD, RESET, STATED, TERMINATOR, ClauseScopes
from skillgap.nlp.context_patterns import PatternWords, find_pattern_cues
from skillgap.nlp.name_denials import NameDenials
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.spans import TokenSpan, mask
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

PSEUDO = ("learning.pseudo", "wanted.pseudo")
"""Cues that hide a shorter one: "machine learning"."""
BESIDE = "hedged.forward.1"
"""Cues for the name right behind them and no other: "basic Python, Java"."""
CUES = (*FORWARD, *BACKWARD, RESET, TERMINATOR, *PSEUDO)


class ContextScopes:
    """Finds the tokens that each cue governs, labelled with one of ``clause_scopes.ASSERTIONS``.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the cues as it cuts the texts.
        cues: Lists of ``data/lexicon/context.toml``.
        certificates: Ids of skills that are certificates, which have a state.
    """

    def __init__(
        self,
        vocab: Vocab,
        tokenizer: ResumeTokenizer,
        cues: Mapping[str, Sequence[str]],
        certificates: frozenset[str] = frozenset(),
    ) -> None:
        self._certificates = CertificateStates(cues, certificates)
        self._phrases = PhraseSet(vocab, tokenizer, {key: cues.get(key, ()) for key in CUES})
        self._hedges = frozenset(cues.get(BESIDE, ()))
        self._pattern_words = PatternWords.of(cues)
        self._clauses = ClauseScopes(cues)
        self._denials = NameDenials(cues, self._pattern_words)

    def find(self, doc: Doc, tokens: Tokens, layout: Layout, skills: Sequence[TokenSpan]) -> tuple[TokenSpan, ...]:
        """Return the scopes, sorted by their start and end."""
        certificates = self._certificates.among(skills)
        named = _outside_names(self._cues(doc, tokens, layout), skills, len(tokens))
        # "CCNA planned" is a state, "Server 2012. Planned the upgrade" is work
        cues = [cue for cue in named if cue.label not in STATED or is_stated(tokens, layout, cue, certificates)]
        scopes = [*self._clauses.forward(tokens, layout, cues), *self._clauses.backward(tokens, layout, cues)]
        for span in skills:
            # "basic Python": a hedge right before a name governs that name alone
            if span.start and tokens.lower[span.start - 1] in self._hedges:
                scopes.append(TokenSpan(span.start, span.end, "hedged"))
        stated = mask(len(tokens), [scope for scope in scopes if scope.label != "hedged"])
        # "planning to take Security+" is governed by that cue already
        scopes += [scope for scope in self._certificates.find(tokens, layout, certificates) if not stated[scope.start]]
        scopes += [
            TokenSpan(span.start, span.end, "negated") for span in skills if self._denials.is_denied(tokens, span)
        ]
        return tuple(sorted(scopes, key=lambda scope: (scope.start, scope.end)))

    def _cues(self, doc: Doc, tokens: Tokens, layout: Layout) -> list[TokenSpan]:
        """Return listed and pattern cues in text order; of two that overlap the longer, if equal the listed one."""
        listed = self._phrases.find_longest(doc)
        length = [0] * len(tokens)
        for cue in listed:
            length[cue.start : cue.end] = [cue.end - cue.start] * (cue.end - cue.start)
        patterns = find_pattern_cues(tokens.lower, self._pattern_words, frozenset(layout.sentence_starts))
        # "have not yet used" found by a pattern covers the listed "not yet"
        longer = [cue for cue in patterns if max(length[cue.start : cue.end]) < cue.end - cue.start]
        covered = mask(len(tokens), longer)
        return sorted([*(cue for cue in listed if covered.find(1, cue.start, cue.end) < 0), *longer])


def _outside_names(cues: Iterable[TokenSpan], skills: Iterable[TokenSpan], length: int) -> list[TokenSpan]:
    """Drop the cues that are part of a longer name ("machine learning"); a cue that is a skill itself stays."""
    name_at = [range(0)] * length
    for span in skills:
        # "keen to pick up" shows a skill and is a cue for what follows
        if span.label != IMPLICIT:
            name_at[span.start : span.end] = [range(span.start, span.end)] * (span.end - span.start)
    return [
        cue
        for cue in cues
        if not any(name and (name.start < cue.start or name.stop > cue.end) for name in name_at[cue.start : cue.end])
    ]


def governing_labels(scopes: Sequence[TokenSpan], starts: Iterable[int]) -> dict[int, str]:
    """Return the label of the innermost scope over each token, empty for none; a hedge yields to any other.

    Both are sorted by their start. Scopes are stacked as they open and dropped once they are over, so that any number
    of nested scopes costs one pass.
    """
    labels: dict[int, str] = {}
    firm: list[TokenSpan] = []
    hedged: list[TokenSpan] = []
    opened = 0
    for start in starts:
        while opened < len(scopes) and scopes[opened].start <= start:
            (hedged if scopes[opened].label == "hedged" else firm).append(scopes[opened])
            opened += 1
        for stack in (firm, hedged):
            while stack and stack[-1].end <= start:
                stack.pop()
        labels[start] = firm[-1].label if firm else hedged[-1].label if hedged else ""
    return labels
