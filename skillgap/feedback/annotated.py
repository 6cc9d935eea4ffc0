"""The resume under review: its lines with the section, entry and mentions of each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from skillgap.characters import BULLETS
from skillgap.feedback.lexicon import FeedbackLexicon, Opening
from skillgap.feedback.rules import RULES
from skillgap.model.feedback import Finding
from skillgap.model.resume import Mention, ResumeReading, Section
from skillgap.taxonomy import Taxonomy

DEEDS = frozenset({"experience", "internships", "projects", "volunteering"})
"""Sections whose bullets tell what somebody did."""
LISTS = frozenset({"top", "skills", "education", "coursework", "certifications", "languages", "other", "references"})
"""Sections whose lines stand for themselves, also where a sentence may run on."""
_BULLET = re.compile(rf"\s*(?:[{BULLETS}–—-]+|\*+(?=\s)|\*(?!\*)|o(?=\s))\s*")
_LABEL = re.compile(r"[^:.]{1,40}:(?:\s|$)")
LABEL_WORDS = 4
"""Words before a colon that may be a label ("Tools:")."""
MIN_UNMARKED = 4
"""Words from which a line that begins with a past verb is a bullet whose mark was lost."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the resume, or the lines a sentence runs over, without its bullet.

    Attributes:
        text: The words, white space flattened.
        start, end: Where they stand.
        part: The entry it belongs to, with its kind of section and its dates.
        marked: Whether a bullet stands before it.
        heading: Whether it opens a section.
        opening: The verb that opens it.
        mentions: The skills it names, in text order.
    """

    text: str
    start: int
    end: int
    part: Section
    marked: bool
    heading: bool
    opening: Opening
    mentions: tuple[Mention, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def labelled(self) -> bool:
        """Whether it is a label with a list behind it rather than a sentence."""
        label = _LABEL.match(self.text)
        return bool(label) and len(label[0].split()) <= LABEL_WORDS and self.opening.form != "past"  # type: ignore[index]

    @property
    def tells(self) -> bool:
        """Whether it is a bullet of a job, project or the like."""
        if self.heading or self.labelled or self.part.kind not in DEEDS:
            return False
        return self.marked or (self.opening.form == "past" and self.words >= MIN_UNMARKED)


@dataclass(frozen=True, slots=True)
class ReviewedResume:
    """One resume with all that the rules look at.

    Attributes:
        reading: The resume as it was read.
        lines: Its lines in text order.
        words: Words that the rules look for.
        taxonomy: Names and relations of skills.
        shown: Held skill -> the mentions that show it rather than name it.
        wanted: Skill -> its importance in the role aimed at; without a role, how many roles ask for it.
        now: This month, counted from the year 0.
    """

    reading: ResumeReading
    lines: tuple[Line, ...]
    words: FeedbackLexicon
    taxonomy: Taxonomy
    shown: Mapping[str, Collection[Mention]]
    wanted: Mapping[str, int]
    now: int

    @property
    def text(self) -> str:
        """The text of the resume."""
        return self.reading.document.text

    @property
    def bullets(self) -> list[Line]:
        """The lines that describe something done."""
        return [line for line in self.lines if line.tells]

    @property
    def sections(self) -> set[str]:
        """Kinds of section that its headings open."""
        return {part.kind for part in self.reading.outline.sections}


def point(rule_id: str, sees: str, line: Line | None = None) -> Finding:
    """A point about a line, or about the whole document."""
    return Finding(RULES[rule_id], sees, line.start, line.end) if line else Finding(RULES[rule_id], sees)


def lines(reading: ResumeReading, words: FeedbackLexicon) -> tuple[Line, ...]:
    """The lines of a resume as its outline has them."""
    outline, text = reading.outline, reading.document.text
    firsts = [part.start for part in outline.entries]
    headings = {start for start, _ in outline.headings}
    places = [mention.start for mention in reading.mentions]
    found = []
    for start, end in _cut(reading, words):
        part = outline.entries[max(0, bisect_right(firsts, start) - 1)]
        mark = _BULLET.match(text, start, end)
        begin = mark.end() if mark and mark.end() < end else start
        flat = " ".join(text[begin:end].split())
        named = reading.mentions[bisect_left(places, start) : bisect_left(places, end)]
        line = Line(flat, begin, end, part, begin > start, start in headings, words.opening(flat))
        found.append(replace(line, mentions=tuple(named)))
    return tuple(found)


def _cut(reading: ResumeReading, words: FeedbackLexicon) -> Iterator[tuple[int, int]]:
    """The statements, cut at each line end outside jobs and prose, and before a bullet or a deed."""
    text, sections = reading.document.text, reading.outline.sections
    firsts = [part.start for part in sections]
    for start, end in reading.outline.statements:
        kind = sections[max(0, bisect_right(firsts, start) - 1)].kind
        first = start
        for brk in re.finditer(r"\s*\n\s*", text[start:end]):
            following = text[start + brk.end() : end]
            deed = following[:1].isupper() and words.opening(following).form == "past"
            if kind in LISTS or deed or _BULLET.match(following):
                yield first, start + brk.start()
                first = start + brk.end()
        yield first, end
