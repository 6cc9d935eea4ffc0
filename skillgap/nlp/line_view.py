"""Describes how the lines of a text look: bullets, short items, gaps, dates and blank lines around them."""

from collections.abc import Sequence

from skillgap.lexicon import own
from skillgap.nlp.sentences import BULLETS, SENTENCE_END
from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens

ITEM_WORDS = 4
"""Words of the longest item of a list with one item a line."""
RUNNING_WORDS = 5
"""Words from which a line may continue in the next ("... students about their new / projects.")."""
TOLD_WORDS = 8
"""Words from which a line describes something done."""
LETTERHEAD = 1
"""Lines of the shortest letterhead: the title of the document and the name."""
UNKNOWN_WORDS = 4
"""Words of the longest heading that is recognised by its place alone."""
CONTACT_SIGNS = frozenset("@/|0123456789")
"""Signs of an address, a number or a row of details."""
PERSON_ENDINGS = own().layout.words["occupation_endings"]
"""Endings of occupations; "Software Engineer" above a summary opens no part."""


class LineView:
    """Describes the lines of one text.

    Args:
        tokens: The words of the text.
        lines: Its lines.
    """

    def __init__(self, tokens: Tokens, lines: Sequence[Bounds]) -> None:
        self.tokens, self.lines = tokens, lines

    def words(self, number: int) -> Sequence[str]:
        """Return the words and marks of a line."""
        return self.tokens.words[slice(*self.lines[number])]

    def gap(self, index: int) -> bool:
        """Return whether a wide gap stands behind a token."""
        gap = self.tokens.text[self.tokens.ends[index] : self.tokens.starts[index + 1]]
        return len(gap) > 2 or "\t" in gap

    def is_bulleted_list(self, number: int) -> bool:
        """Return whether a line has the bullet of its neighbour, as an item of a list has."""
        mark = self.words(number)[0]
        beside = [near for near in (number - 1, number + 1) if 0 <= near < len(self.lines)]
        return mark in BULLETS and any(self.words(near)[0] == mark for near in beside)

    def is_tail(self, number: int) -> bool:
        """Return whether a line is the end of a sentence that broke before it."""
        words = self.words(number)
        # "Taught 20 first-year students basic computer / skills."
        if not words[0][0].islower():
            return False
        if words[-1] == ".":
            return True
        above = self.words(number - 1) if number else ()
        wrapped = len(above) > RUNNING_WORDS and above[-1] not in SENTENCE_END
        return wrapped and self.tokens.line_breaks[self.lines[number][0]] == 1

    def is_item(self, number: int, section: TokenSpan) -> bool:
        """Return whether a line stands in a list with one short item a line."""
        start = self.lines[number][0]
        # a list has an item before this one, and a heading has something below it
        if not number or self.lines[number - 1][0] < section.start or self.tokens.line_breaks[start] > 1:
            return False
        near = [one for one in (number - 1, number + 1) if one < len(self.lines)]
        return all(self._is_short(one) for one in near)

    def _is_short(self, number: int) -> bool:
        words = self.words(number)
        return len(words) <= ITEM_WORDS and words[0] not in BULLETS and not any(word.isdigit() for word in words)

    def is_unknown_heading(self, number: int) -> bool:
        """Return whether a short title stands behind a blank line and right above lines of text."""
        words, below = self.words(number), number + 1
        if number <= LETTERHEAD or below == len(self.lines) or len(words) > UNKNOWN_WORDS:
            return False
        apart = self.tokens.line_breaks[self.lines[number][0]] > 1 == self.tokens.line_breaks[self.lines[below][0]]
        titled = words[0][0].isupper() and all(word.isalpha() for word in words)
        person = words[-1].casefold().endswith(PERSON_ENDINGS)
        text = " ".join(self.words(below))
        # "Berlin" or "Data Analyst" above "ann@example.org | 030 1234567" stands at the top of a letterhead
        tells = len(self.words(below)) > UNKNOWN_WORDS and CONTACT_SIGNS.isdisjoint(text[: len(text) // 2])
        return apart and titled and not person and tells

    def tells(self, number: int) -> bool:
        """Return whether a line is long enough to describe something done."""
        words = self.words(number) if number < len(self.lines) else ()
        return len(words) >= TOLD_WORDS and "," not in words[:TOLD_WORDS]

    def follows_dates(self, number: int) -> bool:
        """Return whether the line above holds only dates, and a bullet stands below."""
        if not number or number + 1 == len(self.lines) or self.tokens.line_breaks[self.lines[number][0]] > 1:
            return False
        return _is_dates(self.words(number - 1)) and self.words(number + 1)[0] in BULLETS


def _is_dates(words: Sequence[str]) -> bool:
    """Return whether a line holds a year and few other words ("Jan 2024 - May 2024")."""
    years = [word for word in words if word.isdigit() and len(word) == 4]
    return bool(years) and sum(word.isalpha() for word in words) <= ITEM_WORDS
