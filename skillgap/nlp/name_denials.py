"""Finds names with a denial right beside them: "nor Java", "no C++, no Java", "SAP: none"."""

from collections.abc import Mapping, Sequence

from skillgap.nlp.context_patterns import PatternWords, denied_before
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokens import Tokens

QUESTION_MARKS = frozenset("?:-=")
"""Marks between a name and a negative answer ("C++? Nope")."""
DENIAL_ENDS = frozenset(",;.!|)")
"""Marks after a name that "no" alone denies, as in "no C++, no Java"."""


class NameDenials:
    """Holds the words that deny a name beside them.

    Args:
        cues: Lists of words by name, see ``Lexicon.cues``.
        words: Words of longer denials, which may deny the denial ("nothing without Java").
    """

    def __init__(self, cues: Mapping[str, Sequence[str]], words: PatternWords) -> None:
        self._words = words
        self._direct = frozenset(cues["direct_denials"])
        self._nouns = frozenset(cues["denied_nouns"])
        self._intensifiers = frozenset(cues["intensifiers"])
        self._answers = frozenset(cues["negative_answers"])

    def is_denied(self, tokens: Tokens, span: TokenSpan) -> bool:
        """Return whether a denial stands right before a name, or a negative answer behind it."""
        lower, before = tokens.lower, span.start - 1
        if self._is_answered_no(tokens, span.end):
            return True
        if before < 0:
            return False
        # "nor Java", "not ITIL certified"
        if lower[before] in self._direct and not tokens.line_breaks[span.start]:
            return True
        # "without any Java": an intensifier may stand between
        before -= before > 0 and lower[before] in self._intensifiers
        if lower[before] not in self._words.lacks or denied_before(lower, before, self._words):
            return False
        # "no cloud experience" and "no C++, no Java" deny, "no Java developer left" does not
        following = lower[span.end] if tokens.same_line(span.end) else ""
        return not following or following in self._nouns or following in DENIAL_ENDS

    def _is_answered_no(self, tokens: Tokens, end: int) -> bool:
        """Return whether only a "no" stands behind a name: "HTML fine, JavaScript no", "C++? Nope", "SAP: none"."""
        lower = tokens.lower
        answer = end + (end < len(lower) and lower[end] in QUESTION_MARKS)
        if answer >= len(lower) or lower[answer] not in self._answers or any(tokens.line_breaks[end : answer + 1]):
            return False
        return not tokens.same_line(answer + 1) or lower[answer + 1] in DENIAL_ENDS
