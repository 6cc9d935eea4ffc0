"""Finds candidates that label what follows them ("Databases: MySQL, Oracle") or stand in a job title."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from skillgap.nlp.annotations import Layout
from skillgap.nlp.gazetteer import CLEAR_RULES
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import TokenSpan, mask
from skillgap.nlp.tokens import Tokens

LABEL_SIGNS = frozenset("&/")
"""Signs between a name and the colon that makes it a label ("IDE & tools: ...")."""
SENTENCE_ENDS = frozenset(".;|")
"""Marks behind which a label may stand inside a line."""
NEAR = 4
"""Tokens behind a colon within which the first name of a row stands."""
LABEL_MARKS = frozenset(":-")
"""Marks after a label."""
LABEL_SECTIONS = frozenset({"skills", "other", "top"})
"""Sections in which a label needs no mark before names; elsewhere it is a word of a sentence."""
ROW_MARKS = frozenset(":\u2192")
"""Marks between the label of a row and its names."""
MAX_LABEL_REST = 3
"""Tokens between a name that heads a row and the end of the label ("ML / DL Libraries :")."""
COLUMN_GAP = 3
"""Spaces between the label of a row and its names."""
DOT_LEADER = (".", ".", ".")
MAX_TITLE = 8
"""Words of the longest line that is a job title with its firm and dates."""


class LabelWords(NamedTuple):
    """Holds the closed lists of ``data/lexicon/disambiguation.toml`` about labels and titles.

    Attributes:
        labels: Names of kinds, which are labels where a mark or names follow.
        label_rest: Words between a name and the colon that makes it a label ("Cloud platform: ...").
        label_words: Words that make a label of the name before them ("Testing tools: Selenium").
        title_small_words: Words of a job title that need no capital.
    """

    labels: frozenset[str]
    label_rest: frozenset[str]
    label_words: frozenset[str]
    title_small_words: frozenset[str]


class RowLabels:
    """Finds the labels of one text.

    Args:
        tokens: The words of the text.
        layout: Its sentences and sections.
        candidates: Names found in it, in text order.
        words: Words of labels and titles.
        unspecific: Ids of skills that are whole fields or methods, or of every trade.
    """

    def __init__(
        self,
        tokens: Tokens,
        layout: Layout,
        candidates: Sequence[TokenSpan],
        words: LabelWords,
        unspecific: frozenset[str],
    ) -> None:
        self.tokens, self.layout = tokens, layout
        self._labels, self._label_words = words.labels, words.label_words
        self._label_rest, self._title_words = words.label_rest | LABEL_SIGNS, words.title_small_words
        self._starts = [span.start for span in candidates]
        self._named = mask(len(tokens), candidates)
        self._product_starts = [span.start for span in candidates if span.id not in unspecific]

    def is_label(self, span: TokenSpan) -> bool:
        """Return whether a span is a label before a mark ("Databases: MySQL")."""
        tokens, end = self.tokens, span.end
        while tokens.same_line(end) and tokens.lower[end] in self._label_words:
            end += 1
        if not tokens.same_line(end) or tokens.words[end] not in LABEL_MARKS:
            return False
        # "Testing tools:" is a label by its last word; "Testing:" only if the name is a known label
        if end > span.end:
            return self.starts_line(span)
        return (tokens.words[end] == ":" or self.starts_line(span)) and self._is_known_label(span)

    def heads_a_row(self, span: TokenSpan) -> bool:
        """Return whether a span opens a row of skills: a few words, a colon or a wide gap, then names.

        Outside of a skills section only a colon makes a label ("o Reporting: built dashboards in Tableau").
        """
        tokens, sentence_end = self.tokens, self.layout.sentence(span.start)[1]
        if self.layout.section(span.start) != "skills":
            return self._introduces(span, sentence_end)
        opens = span.start == 0 or tokens.line_breaks[span.start]
        if not opens or not self._name_in(span.end, sentence_end):
            return self._introduces(span, sentence_end)
        for index in range(span.end, min(span.end + MAX_LABEL_REST + 1, len(tokens) - 1)):
            if tokens.line_breaks[index]:
                return False
            closes = self._closes_label(index, sentence_end)
            if closes is not None:
                return closes
        return False

    def _introduces(self, span: TokenSpan, sentence_end: int) -> bool:
        """Return whether a span and a colon open a line or sentence, with names behind them or in items below."""
        tokens, end = self.tokens, span.end
        if not (self.starts_line(span) or tokens.words[span.start - 1] in SENTENCE_ENDS):
            return False
        while (
            tokens.same_line(end)
            and end - span.end < MAX_LABEL_REST
            and (tokens.lower[end] in self._label_rest or tokens.lower[end] in self._label_words)
        ):
            end += 1
        if not tokens.same_line(end) or tokens.words[end] != ":" or end + 1 >= len(tokens):
            return False
        if tokens.line_breaks[end + 1]:
            return tokens.words[end + 1] in BULLETS and self._name_in(end + 2, end + 3)
        # "Equipment maintenance: computers and printers" describes work, "Units: computers" does not
        lone = span.label not in CLEAR_RULES and span.end - span.start == 1
        names = self._starts if lone else self._product_starts
        return _any_in(names, end + 1, min(sentence_end, end + 1 + NEAR))

    def _closes_label(self, index: int, sentence_end: int) -> bool | None:
        """Return whether a token separates a label from its row; ``None`` if the label may go on."""
        tokens, words = self.tokens, self.tokens.words
        word = words[index]
        if word in ROW_MARKS:
            return not tokens.line_breaks[index + 1]
        # "Networking | OSPF, BGP" is a row with a label, "Networking | Linux | SQL" a list
        if word == "|":
            return "," in words[index:sentence_end]
        # "Networking ..... OSPF, BGP", "Networking    OSPF, BGP"
        if words[index : index + 3] == DOT_LEADER:
            return True
        if tokens.starts[index] - tokens.ends[index - 1] >= COLUMN_GAP:
            return True
        return None if word.isalpha() or word in "/&" else False

    def labels_following(self, span: TokenSpan) -> bool:
        """Return whether a label opens a line and names follow without a mark, or as bullets below a known label."""
        tokens, end = self.tokens, span.end
        kind = tokens.lower[end - 1] in self._label_words
        if not (kind or self._is_known_label(span)) or not self.starts_line(span):
            return False
        end += tokens.same_line(end) and tokens.lower[end] in self._label_words
        if not tokens.same_line(end):
            # "Databases" on a line of its own, above "- MySQL" or "MySQL, Oracle"
            alone = end < len(tokens) and (span.start == 0 or tokens.line_breaks[span.start] > 0)
            return alone and not kind and (tokens.words[end] in BULLETS or self._opens_list(end))
        # "Application server Tomcat" among what was done in a job
        return self._name_in(end, end + 1) and (
            self.layout.section(span.start) in LABEL_SECTIONS or self._is_row_of_names(end)
        )

    def _is_row_of_names(self, start: int) -> bool:
        """Return whether the rest of a line holds names alone: no word in it is a small one that names nothing."""
        tokens, index = self.tokens, start
        while tokens.same_line(index):
            word = tokens.words[index]
            if word[0].islower() and not self._named[index]:
                return False
            index += 1
        return True

    def is_job_title(self, span: TokenSpan, small: Collection[str] = ()) -> bool:
        """Return whether a span stands in a short line of capitals ("Network Security Engineer, Example Ltd").

        ``small`` are words that need no capital there, beside those of every title.
        """
        tokens, start, end = self.tokens, span.start, span.end
        while start > 0 and not tokens.line_breaks[start] and span.start - start <= MAX_TITLE:
            start -= 1
        while tokens.same_line(end) and end - span.end <= MAX_TITLE:
            end += 1
        words = [word for word in tokens.words[start:end] if word.isalpha()]
        return len(words) <= MAX_TITLE and all(
            word[0].isupper() or word in self._title_words or word in small for word in words
        )

    def starts_line(self, span: TokenSpan) -> bool:
        """Return whether nothing but a bullet stands before a span in its line."""
        index = span.start
        while index > 0 and not self.tokens.line_breaks[index]:
            index -= 1
            word = self.tokens.words[index]
            if word[0].isalnum() and word != "o":
                return False
        return True

    def _is_known_label(self, span: TokenSpan) -> bool:
        return " ".join(self.tokens.lower[span.start : span.end]) in self._labels

    def _opens_list(self, start: int) -> bool:
        """Return whether names with commas between them begin at a token."""
        breaks = self.tokens.line_breaks
        end = next((index for index in range(start + 1, len(breaks)) if breaks[index]), len(breaks))
        return "," in self.tokens.words[start:end] and self._name_in(start, start + 1)

    def _name_in(self, start: int, end: int) -> bool:
        """Return whether a candidate begins in a range of tokens."""
        return _any_in(self._starts, start, end)


def _any_in(starts: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of ``starts``, which are in order, lies in a range."""
    following = bisect_left(starts, start)
    return following < len(starts) and starts[following] < end
