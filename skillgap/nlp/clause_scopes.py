"""Finds how far a cue governs: forward to the end of its clause, or back to the start of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from skillgap.nlp.annotations import Layout
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import TokenSpan
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
MAX_SUBJECT = 7
"""Tokens of a sentence that a cue at the start of the next may govern ("AWS certification" before "in progress")."""
MAX_STATE = 2
"""Most tokens from a colon to a cue that applies to the name before the colon."""
BACKWARD_MARKS = frozenset(",;:|•·●○★☆#~")
"""Marks behind which the clause before a backward cue begins."""


class ClauseScopes:
    """Finds the clause that each cue governs.

    Args:
        cues: Lists of words by name, see ``Lexicon.cues``.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._phrase_openers = frozenset(cues["phrase_openers"])
        self._main_subjects = frozenset(cues["main_subjects"])
        self._before_i = frozenset(cues["before_i"]).union(",")
        self._clause_starts = BACKWARD_MARKS.union(cues["clause_starts"])

    def forward(self, tokens: Tokens, layout: Layout, cues: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
        """Yield the tokens behind each forward cue up to the end of its clause."""
        cue_at = {cue.start: cue for cue in cues}
        for cue in cues:
            assertion = FORWARD.get(cue.label)
            # "no experience with Java, but built tools in Python" denies Java alone
            if assertion:
                end = self._clause_end(tokens, layout.sentence(cue.start), cue, cue_at)
                if end > cue.end:
                    yield TokenSpan(cue.end, end, assertion)

    def _clause_end(
        self, tokens: Tokens, sentence: tuple[int, int], cue: TokenSpan, cue_at: Mapping[int, TokenSpan]
    ) -> int:
        """Return where the clause of a forward cue ends: at a mark, a terminator or another forward cue."""
        labelled = tokens.words[cue.end - 1] == ":"
        bracketed = _in_bracket(tokens.words, sentence[0], cue.start)
        not_held = FORWARD[cue.label] in NOT_HELD
        phrase = tokens.lower[cue.start] in self._phrase_openers
        index = cue.end
        while index < sentence[1]:
            other = cue_at.get(index)
            if other is None:
                # "No experience with Java; wrote Python"
                if self._ends_clause(tokens, index, labelled=labelled, bracketed=bracketed):
                    break
                # "Without using jQuery I wrote the menu in Python"
                if phrase and tokens.lower[index] in self._main_subjects:
                    break
                index += 1
                continue
            # "don't have much experience with": the phrase for holding belongs to the denial
            absorbed = not_held and other.label in ABSORBED and _is_right_behind(tokens.words, cue.end, index)
            if not absorbed and (other.label in SCOPE_ENDS):
                break
            index = other.end
        return min(index, sentence[1])

    def _ends_clause(self, tokens: Tokens, index: int, *, labelled: bool, bracketed: bool) -> bool:
        """Return whether a token ends a clause."""
        word = tokens.words[index]
        # "Docker (in progress), Java": a bracket ends a scope that began in it
        if word == ")":
            return bracketed
        # "I'd like to learn Go, I already know C"
        if word in self._before_i:
            return tokens.lower[index + 1 : index + 2] == ("i",)
        # "Currently learning: Django; Flask" goes on over the semicolon
        return word in CLAUSE_STOPS and not (labelled and word == ";") and tokens.space_follows(index)

    def backward(self, tokens: Tokens, layout: Layout, cues: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
        """Yield the tokens before each backward cue, back to the start of its clause."""
        sentence_starts = frozenset(layout.sentence_starts)
        sentence_ends = frozenset([end for _, end in layout.sentences])
        stops: list[int] | None = None
        for cue in cues:
            assertion = BACKWARD.get(cue.label, "")
            # "Docker: want to learn": a forward cue at the end of its sentence governs backward
            if not assertion and cue.end in sentence_ends and cue.start not in sentence_starts:
                assertion = FORWARD.get(cue.label, "") if FORWARD.get(cue.label) in NOT_HELD else ""
            if not assertion:
                continue
            if stops is None:  # found once a text, and only where a backward cue stands
                stops = [index for index, word in enumerate(tokens.lower) if word in self._clause_starts]
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


def _in_bracket(words: Sequence[str], sentence_start: int, index: int) -> bool:
    """Return whether a bracket is open at a token, so that a scope from there ends with it."""
    before = words[max(sentence_start, index - BRACKET_REACH) : index]
    return before.count("(") > before.count(")")


def _is_right_behind(words: Sequence[str], start: int, index: int) -> bool:
    """Return whether only a few words and no mark stand between a cue and the next."""
    return index - start <= HELD_REACH and CLAUSE_MARKS.isdisjoint(words[start:index])


def _clause_start(lower: Sequence[str], stops: Sequence[int], index: int) -> int:
    """Return where the clause before a backward cue begins."""
    before = bisect_left(stops, index - 1)  # a mark right before the cue does not part it from its clause
    # "Azure Fundamentals: 60 % complete"
    if before and lower[stops[before - 1]] == ":" and index - stops[before - 1] <= MAX_STATE:
        before -= 1
    return stops[before - 1] + 1 if before else 0
