"""Marks names of firms, schools and accounts, and grades of courses, which are no skills.

The line of a job or degree names an employer or school ("Data Intern, Snowflake"), a line of links the writer's
accounts ("Portfolio | GitHub | LinkedIn"). A *segment* is what stands between two marks of such a line.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.annotations import Layout
from skillgap.nlp.dates import is_year
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import Bounds, TokenSpan, mask
from skillgap.nlp.tokenizer import LINK, ResumeTokenizer
from skillgap.nlp.tokens import Tokens

EMPLOYED = frozenset({"experience", "internships", "volunteering", "activities", "top"})
"""Sections in which lines name employers."""
TAUGHT = frozenset({"education", "coursework"})
"""Sections in which courses have grades."""
NAMED_IN = EMPLOYED | TAUGHT
MAX_LINE = 20
"""Tokens of the longest line that names an employer, with title, place and dates."""
SEPARATORS = frozenset(",|-•·()[]@~:;")
COLUMN_GAP = 3
"""Spaces between two segments."""
NOT_OF_TITLES = frozenset(":[")
"""Marks of labels and tick boxes, which never stand in the title of a job."""
NAME_MARKS = frozenset("'.")
"""Marks inside a firm's name."""
MAX_LISTED = 1
"""Most whole names beside a title that are firms; more are a list of tools."""
LETTERS, SIGNS = frozenset("ABCDEFO"), frozenset("+-*")
"""Letters and signs of grades ("A+", "B-", "C")."""
BEFORE_GRADE = frozenset("(-:")
GRADE_LINES = 2
"""Lines above and below in which another grade shows that a letter is one."""
MIN_LABELS = 2
"""Accounts and addresses that make a line one of links."""


class Affiliations:
    """Finds tokens that name an employer, school, account or grade.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the phrases as it cuts the texts.
        cues: Lists of words by name, see ``Lexicon.cues``.
    """

    def __init__(self, vocab: Vocab, tokenizer: ResumeTokenizer, cues: Mapping[str, Sequence[str]]) -> None:
        self._degrees = PhraseSet(vocab, tokenizer, {key: cues[key] for key in ("degrees", "exams", "school_years")})
        self._titles = frozenset(cues["title_words"]).union(cues["jobs"])
        self._firm_words = frozenset(cues["company_words"]).union(cues["company_words_after_at"])
        self._vendors = frozenset(" ".join(tokenizer.words(name)).lower() for name in cues["vendors"])
        self._customers = PhraseSet(vocab, tokenizer, {"customers": cues["phrases.customers"]})
        self._made = frozenset(cues["system_made"])
        self._articles = frozenset(cues["indefinite_articles"])
        self._small_words = NAME_MARKS.union(cues["firm_small_words"])
        self._separators = SEPARATORS.union(cues["before_employers"])
        self._links = frozenset(word for text in cues["link_labels"] for word in text.split())
        self._now = frozenset(cues["months_and_now"])
        self._not_of_names = frozenset(cues["fillers"]).union(cues["labels"])
        self._courses = frozenset(cues["course_labels"])

    def find(self, doc: Doc, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan], general: frozenset[str]
             ) -> Iterator[Bounds]:  # fmt: skip
        """Yield the tokens of such names; ``general`` has the ids of skills that are whole fields."""
        named = mask(len(tokens), [span for span in candidates if span.label != IMPLICIT])
        fields = mask(len(tokens), [span for span in candidates if span.id in general])
        yield from self._customers_named(doc, tokens, layout, candidates)
        degrees = mask(len(tokens), self._degrees.find_longest(doc))
        for number, (start, end) in enumerate(layout.lines):
            if named.find(1, start, end) < 0:
                continue
            section = layout.section(start)
            yield from self._links_in(tokens, section, start, end)
            if section in EMPLOYED and end - start <= MAX_LINE and tokens.words[start] not in BULLETS:
                yield from self._employers(tokens, layout, number, named)
            if section == "education" and degrees.find(1, start, end) >= 0:
                yield from self._subjects(tokens, start, end, fields)
            if section in NAMED_IN:
                yield from _grades(tokens, layout, number)

    def _segments(self, tokens: Tokens, start: int, end: int) -> Iterator[Bounds]:
        """Yield what stands between the marks and wide gaps of a line."""
        first = start
        for index in range(start, end):
            gap = index > first and tokens.starts[index] - tokens.ends[index - 1] >= COLUMN_GAP
            mark = tokens.lower[index] in self._separators
            if (gap or mark) and index > first:
                yield first, index
            if gap or mark:
                first = index + mark
        if end > first:
            yield first, end

    def _customers_named(
        self, doc: Doc, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan]
    ) -> Iterator[Bounds]:
        """Yield firms behind a word for clients or users ("accounts such as Oracle and SAP")."""
        for phrase in self._customers.find_longest(doc):
            limit = layout.sentence(phrase.start)[1]
            # "used by teams at Dropbox, built in Django": what something is made of is no client
            end = next((index for index in range(phrase.end, limit) if tokens.lower[index] in self._made), limit)
            for span in candidates[bisect_left(candidates, (phrase.end,)) :]:
                if span.start >= end:
                    break
                if " ".join(tokens.lower[span.start : span.end]) in self._vendors:
                    yield span.start, span.end

    def _links_in(self, tokens: Tokens, section: str, start: int, end: int) -> Iterator[Bounds]:
        """Yield names of accounts: in a line of links, beside an address, or alone in a bracket."""
        if section == "skills":
            return
        segments = [part for part in self._segments(tokens, start, end) if self._is_link_label(tokens.lower, part)]
        linked = LINK in tokens.words[start:end]
        others = [word for word in tokens.lower[start:end] if word.isalpha() and word not in self._links]
        # "Portfolio | GitHub | LinkedIn", "Springfield | jo@example.org | GitHub"
        if (linked and section == "top") or (not others and (linked or len(segments) >= MIN_LABELS)):
            yield from segments
            return
        for first, last in segments:
            # "Chess clock (GitHub)", "GitHub: https://..."
            beside = tokens.words[first - 1 : first] + tokens.words[last : last + 1]
            if beside in {("(", ")"), ("[", "]")} or LINK in tokens.words[last : last + 2]:
                yield first, last

    def _is_link_label(self, lower: Sequence[str], segment: Bounds) -> bool:
        words = [word for word in lower[segment[0] : segment[1]] if word != LINK]
        return bool(words) and all(word in self._links for word in words)

    def _employers(self, tokens: Tokens, layout: Layout, number: int, named: bytearray) -> Iterator[Bounds]:
        """Yield the names of firms in a line that opens a job ("Analyst, Initech Analytics")."""
        line = layout.lines[number]
        # "Client: Oracle" has a label, and "Docker at / Initech" is half of a wrapped sentence: neither opens a job
        wrapped = line[1] < len(tokens) and tokens.words[line[1]][0].islower() and layout.sentence(line[0])[1] > line[1]
        if (
            layout.sentence(line[0])[0] != line[0]
            or wrapped
            or not NOT_OF_TITLES.isdisjoint(tokens.words[slice(*line)])
        ):
            return
        near = layout.lines[max(0, number - 1) : number + 2]
        opens_job = any(self._has_title_or_date(tokens, other) for other in near)
        segments = list(self._segments(tokens, *line))
        titled = any(self._is_title(tokens.lower[slice(*part)]) for part in segments)
        holding = [part for part in segments if named.find(1, *part) >= 0]
        whole = [part for part in holding if named.find(0, *part) < 0]
        for part in holding:
            words = tokens.lower[slice(*part)]
            if self._is_title(words):
                continue
            # "Data Intern, Snowflake" names a vendor, "Developer, Java, Docker" two tools
            if part in whole:
                firm = opens_job and " ".join(words) in self._vendors and len(whole) <= MAX_LISTED
            else:
                firm = self._is_firm(tokens, part, named, titled=titled, opens_job=opens_job)
            if firm:
                yield part

    def _is_title(self, lower: Sequence[str]) -> bool:
        """Return whether a segment is the title of a job."""
        return not self._titles.isdisjoint(lower)

    def _is_firm(self, tokens: Tokens, segment: Bounds, named: bytearray, *, titled: bool, opens_job: bool) -> bool:
        """Return whether a segment with a name in it is the longer name of a firm ("Python Tire Shop")."""
        words = tokens.words[slice(*segment)]
        # "(A Cryptocurrency Fund)"
        if words[0].lower() in self._articles and tokens.words[segment[0] - 1 : segment[0]] == ("(",):
            return True
        if not all(word[0].isupper() or word in self._small_words for word in words):
            return False
        own = [
            tokens.lower[index]
            for index in range(*segment)
            if not named[index] and len(tokens.lower[index]) > 1 and tokens.words[index].isalpha()
        ]
        # "Python Tire Shop" ends in a word for a firm, "Initech Java" needs a title beside it
        if own and own[-1] in self._firm_words:
            return opens_job
        return titled and bool(own) and not self._not_of_names.intersection(own)

    def _has_title_or_date(self, tokens: Tokens, line: Bounds) -> bool:
        """Return whether a line is short and names a job or a date."""
        start, end = line
        if end - start > MAX_LINE or tokens.words[start] in BULLETS:
            return False
        return any(word in self._titles or word in self._now or is_year(word) for word in tokens.lower[start:end])

    def _subjects(self, tokens: Tokens, start: int, end: int, fields: bytearray) -> Iterator[Bounds]:
        """Yield the fields in a line that names a degree ("BE, Information Technology, Pune")."""
        if self._courses.isdisjoint(tokens.lower[start:end]):
            # "Diploma (Information Technology): Routing, Server Administration" names courses behind the colon
            end = next((index for index in range(start, end) if tokens.words[index] == ":"), end)
            yield from ((index, index + 1) for index in range(start, end) if fields[index])


def _grades(tokens: Tokens, layout: Layout, number: int) -> Iterator[Bounds]:
    """Yield the grades of courses ("Databases (A+), Calculus (C)", "Calculus - C")."""
    grades = list(_grades_in_line(tokens, *layout.lines[number]))
    near = layout.lines[max(0, number - GRADE_LINES) : number + GRADE_LINES + 1]
    signed = len(grades) == 1 and grades[0][1] - grades[0][0] > 1
    # "Embedded programming (C)" alone gives a language, beside "(A+)" a grade
    several = bool(grades) and sum(len(list(_grades_in_line(tokens, *line))) for line in near) > 1
    if several or (signed and layout.section(grades[0][0]) in TAUGHT):
        yield from grades


def _grades_in_line(tokens: Tokens, start: int, end: int) -> Iterator[Bounds]:
    """Yield letters with their signs that stand in a bracket or behind a dash or colon and end there."""
    words = tokens.words
    for index in range(start + 1, end):
        if words[index] not in LETTERS or words[index - 1] not in BEFORE_GRADE:
            continue
        close = index + 1
        if close < end and words[close] in SIGNS and tokens.starts[close] == tokens.ends[index]:
            close += 1
        if close == end or words[close] in {")", ",", ";", "|"}:
            yield index, close
