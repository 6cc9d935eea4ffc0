"""Rejects candidates that name something other than a skill: a label, an employer, a person, a studied subject."""

from collections.abc import Mapping, Sequence

from skillgap.nlp.dates import DATE_WORDS, is_year
from skillgap.nlp.row_labels import LABEL_MARKS, RowLabels
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokens import Tokens

NUMBERING = frozenset(".)")
"""Signs behind a letter that numbers a line."""
LETTER_JOINTS = frozenset("/.")
OTHER_LETTERS = frozenset("ABEFGHIJKLMNOPQSTUVWXYZ")
"""Letters that name no language; a letter joined to one of them is part of an abbreviation."""
PAIR = ("letter", "joint")
MICROSOFT = "MS"
AND = "&"
"""Sign between the partners of a firm ("Jenkins & Sons")."""
HANDLE_SIGNS = "_", "@"
"""Signs that join words into the name of an account or a file."""
MAX_LABEL = 6
"""Tokens of the longest label of a row ("Product & Collaboration:")."""
LABEL_ENDINGS = frozenset(":,;|.")
LABEL_JOINTS = frozenset("&/")
"""Signs that join the words of a label, as "and" does."""
TITLED = frozenset({"education", "experience", "internships", "other", "top"})
"""Sections with titles of jobs."""
TITLE_REACH = 3
"""Tokens before a surname in which the person's title stands."""


class OtherReadings:
    """Recognises candidates that stand for something other than a skill.

    Args:
        cues: Lists of words by name, see ``Lexicon.cues``.
        general: Ids of skills that are whole fields: at the head of a row they name what it lists.
        soft: Ids of soft skills, which may be part of the label of a row.
    """

    def __init__(
        self, cues: Mapping[str, Sequence[str]], general: frozenset[str], soft: frozenset[str] = frozenset()
    ) -> None:
        self._general, self._soft = general, soft
        self._subject_words = frozenset(cues["degrees_after"])
        self._titles = frozenset(cues["titles"])
        self._employers = frozenset(cues["company_words"])
        self._employers_after_at = frozenset(cues["company_words_after_at"])
        self._jobs = frozenset(cues["jobs"])
        # "Windows support" names a skill in other lines too
        self._title_words = self._jobs.difference(cues["jobs_or_deeds"])
        self._units = frozenset(cues["units"])
        self._firms = frozenset(cues["firm_kinds"])
        self._partners = frozenset(cues["firm_partners"])
        self._before_employers = frozenset(cues["before_employers"])
        self._label_joints = LABEL_JOINTS.union(cues["label_joints"])
        self._fields = general | soft
        self._departments = frozenset(cues["others_part"])
        self._telling_words = (
            frozenset(kind.split()[0] for kind in self._firms)
            | {AND}
            | self._employers
            | self._employers_after_at
            | frozenset(cues["label_words"])
            | LABEL_MARKS
            | self._subject_words
        )

    def apply(self, span: TokenSpan, rows: RowLabels) -> bool:
        """Return whether a candidate stands for something other than a skill."""
        tokens = rows.tokens
        return (
            _inside_longer_word(span, tokens)
            or _is_lone_letter(span, tokens)
            or self._is_unit(span, tokens)
            or self._is_told_by_next_word(span, rows)
            or (span.id in self._general and self._is_field_label(span, rows))
            or self._is_in_row_label(span, rows)
            or self._is_in_job_title(span, rows)
            or self._is_person(span, tokens)
            or _is_in_date(span, tokens)
        )

    def _is_told_by_next_word(self, span: TokenSpan, rows: RowLabels) -> bool:
        """Return whether the next word makes a candidate a subject, a label or an employer."""
        tokens = rows.tokens
        if not tokens.same_line(span.end) or tokens.lower[span.end] not in self._telling_words:
            return False
        if tokens.lower[span.end] in self._subject_words:
            return True
        return rows.is_label(span) or self._is_employer(span, tokens)

    def _is_field_label(self, span: TokenSpan, rows: RowLabels) -> bool:
        """Return whether a whole field is a department, the head of a row, or part of a job title."""
        tokens = rows.tokens
        following = tokens.lower[span.end] if tokens.same_line(span.end) else ""
        # "the networking department", "Networking: OSPF, BGP", "Network Security Engineer, Example Ltd"
        if following in self._departments or rows.heads_a_row(span):
            return True
        return (following in self._jobs and rows.is_job_title(span)) or rows.labels_following(span)

    def _is_in_job_title(self, span: TokenSpan, rows: RowLabels) -> bool:
        """Return whether a name stands before the word for a job in a line of its own ("Java Developer, Initech")."""
        tokens = rows.tokens
        if rows.layout.section(span.start) not in TITLED:
            return False
        if span.id in self._general and tokens.lower[span.end - 1] in self._title_words:
            return rows.is_job_title(span, self._jobs)
        followed = tokens.same_line(span.end) and tokens.lower[span.end] in self._title_words
        return followed and rows.is_job_title(span, self._jobs)

    def _is_in_row_label(self, span: TokenSpan, rows: RowLabels) -> bool:
        """Return whether a field or soft skill is part of the label of a row ("Product & Collaboration: Jira")."""
        tokens = rows.tokens
        if span.id in self._soft and _heads_items(span, rows):
            return True
        if span.id not in self._fields or rows.layout.section(span.start) != "skills":
            return False
        start, end = span.start, span.end
        while start > 0 and not tokens.line_breaks[start] and span.start - start <= MAX_LABEL:
            start -= 1
        while tokens.same_line(end) and end - start <= MAX_LABEL and tokens.words[end] not in LABEL_ENDINGS:
            end += 1
        joined = not self._label_joints.isdisjoint(tokens.lower[start:end])
        labelled = end < len(tokens) and tokens.words[end] == ":" and tokens.same_line(end + 1)
        return joined and labelled and end - start <= MAX_LABEL and ":" not in tokens.words[start:end]

    def _is_employer(self, span: TokenSpan, tokens: Tokens) -> bool:
        """Return whether a candidate is part of a firm's name, or what it sells."""
        start, end, lower = span.start, span.end, tokens.lower
        following = lower[end]
        # "a Kafka startup", "a Kafka start up"
        if following in self._firms or " ".join(lower[end : end + 2]) in self._firms:
            return True
        # "Jenkins & Sons"
        if following == AND and not self._partners.isdisjoint(lower[end + 1 : end + 2]):
            return True
        # "Oracle Corporation", "at Oracle Labs"
        if not tokens.words[end][0].isupper():
            return False
        at = start > 0 and lower[start - 1] in self._before_employers
        return following in self._employers or (at and following in self._employers_after_at)

    def _is_unit(self, span: TokenSpan, tokens: Tokens) -> bool:
        """Return whether a name counts something ("20 ML per hour")."""
        before = span.start - 1
        return (
            tokens.lower[span.start] in self._units
            and span.end - span.start == 1
            and before >= 0
            and tokens.same_line(span.start)
            and tokens.words[before].isdigit()
        )

    def _is_person(self, span: TokenSpan, tokens: Tokens) -> bool:
        """Return whether a title stands before a candidate ("Mr Perl", "Prof. Delphine Sass")."""
        words, lower, low = tokens.words, tokens.lower, max(0, span.start - TITLE_REACH)
        if not words[span.start][0].isupper() or self._titles.isdisjoint(lower[low : span.start]):
            return False
        for index in range(span.start - 1, low - 1, -1):
            if words[index] == ".":
                continue
            if lower[index] in self._titles:
                # "MS Excel, R" names Microsoft
                return words[index] != MICROSOFT
            # only a first name on the same line may stand between
            if not words[index][0].isupper() or tokens.line_breaks[index + 1]:
                return False
        return False


def _is_in_date(span: TokenSpan, tokens: Tokens) -> bool:
    """Return whether a candidate is a season before its year ("Spring 2025")."""
    return tokens.lower[span.start] in DATE_WORDS and tokens.same_line(span.end) and is_year(tokens.words[span.end])


def _inside_longer_word(span: TokenSpan, tokens: Tokens) -> bool:
    """Return whether a candidate is part of a longer word ("someforum.net" is no .NET, "@azure_tom" no Azure)."""
    text, (start, end) = tokens.text, tokens.offsets(span.start, span.end)
    before, after = text[start - 1 : start], text[end : end + 2]
    if tokens.words[span.start] == ".":
        return before.isalnum()
    if before in HANDLE_SIGNS or after[:1] in HANDLE_SIGNS:
        return True
    return before == "." and after[:1] == "." and after[1:].isalnum()  # "snake.js.png"


def _is_lone_letter(span: TokenSpan, tokens: Tokens) -> bool:
    """Return whether a letter numbers a line or is part of an abbreviation ("C. Access reviews", "A/R", "G.P.A.")."""
    words, start, end = tokens.words, span.start, span.end
    if end - start > 1 or len(words[start]) > 1 or not words[start].isalpha():
        return False
    opens = start == 0 or tokens.line_breaks[start] > 0
    if opens and tokens.same_line(end + 1) and words[end] in NUMBERING and words[end + 1][0].isupper():
        return tokens.space_follows(end)
    before, after = words[max(0, start - 2) : start], words[end : end + 2]
    return any(
        len(pair) == len(PAIR) and pair[sign] in LETTER_JOINTS and pair[letter] in OTHER_LETTERS
        for pair, letter, sign in ((before, 0, 1), (after, 1, 0))
    )


def _heads_items(span: TokenSpan, rows: RowLabels) -> bool:
    """Return whether a word and a mark fill a line above what they head ("Responsibilities:")."""
    tokens, end = rows.tokens, span.end
    return (
        span.end - span.start == 1
        and tokens.same_line(end)
        and tokens.words[end] in LABEL_MARKS
        and not tokens.same_line(end + 1)
        and rows.starts_line(span)
    )
