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

EXPERIENCE_SECTIONS = frozenset({"experience", "internships", "projects", "volunteering"})
"""Sections whose bullets describe activities."""
LISTS = frozenset({"top", "skills", "education", "coursework", "certifications", "languages", "other", "references"})
"""Sections in which every line is separate: "Python" below "Java" continues no sentence."""
_BULLET = re.compile(rf"\s*(?:[{BULLETS}–—-]+|\*+(?=\s)|\*(?!\*)|o(?=\s))\s*")
_BREAK = re.compile(r"(?<!\s)\s*\n\s*")
_LABEL = re.compile(r"[^:.]{1,40}:(?:\s|$)")
LABEL_WORDS = 4
"""Upper limit for the words of a label ("Tools:", "Languages and frameworks:")."""
MIN_UNMARKED = 4
"""Least words of a bullet without a mark ("Repaired laptops for students"). "Trained newcomers" may be a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the resume, or all lines of a wrapped sentence, without its bullet mark.

    Attributes:
        text: The words, white space collapsed.
        start, end: Offsets of the words.
        part: The entry it belongs to, with section kind and dates.
        marked: Whether it has a bullet mark.
        heading: Whether it is a section heading.
        opening: Its first verb.
        mentions: Mentions in it, in text order.
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
        """Number of words."""
        return len(self.text.split())

    @property
    def labelled(self) -> bool:
        """Whether it is a label with a list ("Tools: Git, Jira") and not a sentence."""
        label = _LABEL.match(self.text)
        return bool(label) and len(label[0].split()) <= LABEL_WORDS and self.opening.form != "past"  # type: ignore[index]

    @property
    def is_bullet(self) -> bool:
        """Whether it describes an activity in a job, internship, project or voluntary post."""
        if self.heading or self.labelled or self.part.kind not in EXPERIENCE_SECTIONS:
            return False
        return self.marked or (self.opening.form == "past" and self.words >= MIN_UNMARKED)


@dataclass(frozen=True, slots=True)
class ReviewedResume:
    """One resume with everything that the rules need.

    Attributes:
        reading: The resume as it was read.
        lines: Its lines in text order.
        words: Words that the rules search for.
        taxonomy: Names and relations of skills.
        shown: Id of a held skill -> the mentions that show it in use.
        wanted: Skill id -> importance in the target role; without a role, number of roles that require it.
        now: The current month in months since the year 0.
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
        """The lines that describe activities."""
        return [line for line in self.lines if line.is_bullet]

    @property
    def sections(self) -> set[str]:
        """Kinds of its sections."""
        return {part.kind for part in self.reading.outline.sections}


def point(rule_id: str, sees: str, line: Line | None = None) -> Finding:
    """Make a finding about a line, or about the whole document."""
    return Finding(RULES[rule_id], sees, line.start, line.end) if line else Finding(RULES[rule_id], sees)


def lines(reading: ResumeReading, words: FeedbackLexicon) -> tuple[Line, ...]:
    """Annotate the lines of a resume, based on its outline."""
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
    """Yield the spans of the lines: statements, split again at some line ends.

    A split is made in sections of separate lines, before a bullet, and before a past verb with a capital.
    """
    text, sections = reading.document.text, reading.outline.sections
    firsts = [part.start for part in sections]
    for start, end in reading.outline.statements:
        kind = sections[max(0, bisect_right(firsts, start) - 1)].kind
        first = start
        for brk in _BREAK.finditer(text[start:end]):
            following = text[start + brk.end() : end]
            # A PDF may lose its bullets: "Repaired 40 laptops" on a new line is a new activity, not a continuation.
            new_activity = following[:1].isupper() and words.opening(following).form == "past"
            if kind in LISTS or new_activity or _BULLET.match(following):
                yield first, start + brk.start()
                first = start + brk.end()
        yield first, end
