"""Finds what the writer says of each skill. A cue governs to the end of its clause and no further.

The terms are those of ConText: a *forward* cue governs what follows it, a *backward* cue what precedes it, a
*terminator* ends a scope, and a *pseudo* cue looks like a cue and governs nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.annotations import Layout
from skillgap.nlp.certificate_states import CertificateStates, is_stated
from skillgap.nlp.context_patterns import PatternWords, find_pattern_cues
from skillgap.nlp.name_denials import NameDenials
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import TokenSpan, mask
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

ASSERTIONS = ("negated", "learning", "wanted", "hedged", "expected", "expired")
"""Assertions that a cue can set. Hedged and expired count as held; expected counts as learning."""
FORWARD = {f"{assertion}.forward": assertion for assertion in ASSERTIONS}
CERTIFICATES = ".certificates"
"""Ending of the lists whose cues count only for certificates: "planned" is a state there and a verb elsewhere."""
STATED = {f"{assertion}.backward{CERTIFICATES}": assertion for assertion in ("expected", "learning", "wanted")}
BACKWARD = {f"{assertion}.backward": assertion for assertion in ASSERTIONS} | STATED
RESET, TERMINATOR = "held.forward", "clause.terminate"
"""Cues at which a scope ends: "but", "experience in"."""
PSEUDO = ("learning.pseudo", "wanted.pseudo")
"""Cues that hide a shorter one: "machine learning"."""
BESIDE = "hedged.forward.1"
"""Cues for the name right behind them and no other: "basic Python, Java"."""
CUES = (*FORWARD, *BACKWARD, RESET, TERMINATOR, *PSEUDO)
SCOPE_ENDS = frozenset({TERMINATOR, RESET, *FORWARD})
NOT_HELD = frozenset({"negated", "learning", "wanted"})
BRACKET_REACH = 30
"""Tokens before a cue in which the bracket that holds it opens."""
HELD_REACH = 3
"""Tokens between a cue and a phrase for holding that it governs ("no real experience in")."""
ABSORBED = frozenset({RESET, "hedged.forward"})
"""Cues that belong to one right before them: "no exposure to", "eager to gain some experience with"."""
CLAUSE_MARKS = frozenset(",;:.!?()|")
CLAUSE_STOPS = frozenset(".;!?")
PREPOSITIONS = frozenset({"without", "instead", "rather"})
SUBJECTS = frozenset({"i", "we"})
"""Words with which the main clause begins behind a phrase that a preposition opens ("Without using jQuery I wrote")."""
CLAUSE_OPENERS = frozenset({",", "and", "so"})
"""Words before "I" that begin a clause of its own: "I'd like to learn Go, I already know C"."""
MAX_SUBJECT = 7
"""Tokens of a sentence that a cue at the start of the next may govern ("AWS certification" before "in progress")."""
MAX_STATE = 2
"""Tokens from a colon to a cue that gives the state of what is named before the colon."""
BACKWARD_STOPS = frozenset(",;:|•·●○★☆#~") | {
    "and", "or", "than", "instead", "completed", "passed", "earned", "issued", "achieved",
}  # fmt: skip


class ContextScopes:
    """Finds the tokens that each cue governs, labelled with one of ``ASSERTIONS``.

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
        self._denials = NameDenials(cues, self._pattern_words)

    def find(self, doc: Doc, tokens: Tokens, layout: Layout, skills: Sequence[TokenSpan]) -> tuple[TokenSpan, ...]:
        """Return the scopes, sorted by their start and end."""
        certificates = self._certificates.among(skills)
        named = _outside_names(self._cues(doc, tokens, layout), skills, len(tokens))
        # "CCNA planned" is a state, "Server 2012. Planned the upgrade" is work
        cues = [cue for cue in named if cue.label not in STATED or is_stated(tokens, layout, cue, certificates)]
        scopes = [*_forward_scopes(tokens, layout, cues), *_backward_scopes(tokens, layout, cues)]
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


def _forward_scopes(tokens: Tokens, layout: Layout, cues: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
    """Yield the tokens behind each forward cue up to the end of its clause."""
    cue_at = {cue.start: cue for cue in cues}
    for cue in cues:
        assertion = FORWARD.get(cue.label)
        # "no experience with Java, but built tools in Python" denies Java alone
        if assertion:
            end = _clause_end(tokens, layout.sentence(cue.start), cue, cue_at)
            if end > cue.end:
                yield TokenSpan(cue.end, end, assertion)


def _clause_end(tokens: Tokens, sentence: tuple[int, int], cue: TokenSpan, cue_at: Mapping[int, TokenSpan]) -> int:
    """Return where the clause of a forward cue ends: at a mark, a terminator or another forward cue."""
    labelled = tokens.words[cue.end - 1] == ":"
    bracketed = _in_bracket(tokens.words, sentence[0], cue.start)
    not_held = FORWARD[cue.label] in NOT_HELD
    phrase = tokens.lower[cue.start] in PREPOSITIONS
    index = cue.end
    while index < sentence[1]:
        other = cue_at.get(index)
        if other is None:
            if _ends_clause(tokens, index, labelled=labelled, bracketed=bracketed):
                break
            if phrase and tokens.lower[index] in SUBJECTS:
                break
            index += 1
            continue
        # "don't have much experience with": the phrase for holding belongs to the denial
        absorbed = not_held and other.label in ABSORBED and _is_right_behind(tokens.words, cue.end, index)
        if not absorbed and (other.label in SCOPE_ENDS):
            break
        index = other.end
    return min(index, sentence[1])


def _ends_clause(tokens: Tokens, index: int, *, labelled: bool, bracketed: bool) -> bool:
    """Return whether a token ends a clause."""
    word = tokens.words[index]
    # "Docker (in progress), Java": a bracket ends a scope that began in it
    if word == ")":
        return bracketed
    if word in CLAUSE_OPENERS:
        return tokens.lower[index + 1 : index + 2] == ("i",)
    # "Currently learning: Django; Flask" goes on over the semicolon
    return word in CLAUSE_STOPS and not (labelled and word == ";") and tokens.space_follows(index)


def _in_bracket(words: Sequence[str], sentence_start: int, index: int) -> bool:
    """Return whether a bracket is open at a token, so that a scope from there ends with it."""
    before = words[max(sentence_start, index - BRACKET_REACH) : index]
    return before.count("(") > before.count(")")


def _is_right_behind(words: Sequence[str], start: int, index: int) -> bool:
    """Return whether only a few words and no mark stand between a cue and the next."""
    return index - start <= HELD_REACH and CLAUSE_MARKS.isdisjoint(words[start:index])


def _backward_scopes(tokens: Tokens, layout: Layout, cues: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
    """Yield the tokens before each backward cue, back to the start of its clause."""
    sentence_starts = frozenset(layout.sentence_starts)
    sentence_ends = frozenset([end for _, end in layout.sentences])
    stops: list[int] | None = None
    for cue in cues:
        assertion = BACKWARD.get(cue.label, "")
        # "Docker: want to learn": a forward cue with nothing behind it looks back
        if not assertion and cue.end in sentence_ends and cue.start not in sentence_starts:
            assertion = FORWARD.get(cue.label, "") if FORWARD.get(cue.label) in NOT_HELD else ""
        if not assertion:
            continue
        if stops is None:
            stops = [index for index, word in enumerate(tokens.lower) if word in BACKWARD_STOPS]
        number = layout.sentence_number(cue.start)
        first = layout.sentence_starts[number]
        if cue.start > first:
            yield TokenSpan(max(first, _clause_start(tokens.lower, stops, cue.start)), cue.start, assertion)
        # "AWS certification" and on the next line "(in progress)"; "- Pending orders" is an item of its own
        elif (
            number
            and tokens.words[cue.start] not in BULLETS
            and cue.start - layout.sentence_starts[number - 1] <= MAX_SUBJECT
        ):
            yield TokenSpan(layout.sentence_starts[number - 1], cue.start, assertion)


def _clause_start(lower: Sequence[str], stops: Sequence[int], index: int) -> int:
    """Return where the clause before a backward cue begins."""
    before = bisect_left(stops, index - 1)  # a mark right before the cue does not part it from its clause
    # "Azure Fundamentals: 60 % complete"
    if before and lower[stops[before - 1]] == ":" and index - stops[before - 1] <= MAX_STATE:
        before -= 1
    return stops[before - 1] + 1 if before else 0


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
