"""Every noun of what one resume shows, from its text to its skills, frozen; ``outcome`` has what a role makes of it.

Offsets are characters into ``Document.text``, start inclusive, end exclusive.
Levels run from 0 (none) over 1 (named) and 2 (used) to 3 (proven) and grade the evidence, not the person.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from skillgap.model.rewriting import Rewriting

Assertion = Literal["held", "learning", "wanted", "negated", "uncertain"]
Qualifier = Literal["", "hedged", "expected", "expired"]
NoticeKind = Literal["columns", "cut", "damaged", "hidden-text", "language", "tiny-text", "unread-page"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about how a file was read that its owner should know.

    Attributes:
        kind: What it is about; rules look at this and never at the sentence.
        sentence: The same, fit for a student.
        page: Page from 1, or 0 where it is about several pages or the whole file.
    """

    kind: NoticeKind
    sentence: str
    page: int = 0

    @property
    def is_loss(self) -> bool:
        """Whether something was not read or not counted."""
        return self.kind != "columns"


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one uploaded file, and how well it could be read.

    Attributes:
        name: The file's base name, for display only.
        text: What was read, in reading order, lines joined by newlines.
        page_starts: Offset at which each page begins; ``(0,)`` where there are no pages.
        notices: What its owner should know about how it was read, in the order found.
        rewritings: How the text of a text file became ``text``, first to last.
    """

    name: str
    text: str
    page_starts: tuple[int, ...] = (0,)
    notices: tuple[Notice, ...] = ()
    rewritings: tuple[Rewriting, ...] = ()

    @property
    def file_text(self) -> str:
        """The text as a text file has it; of other files ``text``."""
        return self.rewritings[0].before if self.rewritings else self.text

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where a place of ``text`` stands in ``file_text``."""
        for rewriting in reversed(self.rewritings):
            start, end = rewriting.span_before(start, end)
        return start, end

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about what could not be read."""
        return tuple(notice.sentence for notice in self.notices if notice.is_loss)

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences about how it was read."""
        return tuple(notice.sentence for notice in self.notices if not notice.is_loss)

    def page(self, offset: int) -> int:
        """Page number, from 1, of the character at ``offset``."""
        return max(1, sum(start <= offset for start in self.page_starts))


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, in months since the year 0 (12 x year + month - 1).

    Attributes:
        start: First month.
        end: The month after the last; ``None`` where it goes on.
        measured: Whether its length is known; of "2024" alone it is not.
    """

    start: int
    end: int | None
    measured: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document, or an entry (one job, project or course) of one.

    Attributes:
        kind: Kind of section ("skills", "experience", ...; "top" before the first heading).
        start, end: Where it stands.
        period: When an entry of a job, project or course took place, as far as it says so.
    """

    kind: str
    start: int
    end: int
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """How a document is laid out, each list in text order.

    Attributes:
        sections: What its headings part; together they hold every word.
        entries: The jobs, projects and courses; a section that has none of these is one entry.
        headings: Start and end of each line that opens a section.
        statements: Start and end of each line, or of the lines that a sentence runs over.
    """

    sections: tuple[Section, ...] = ()
    entries: tuple[Section, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    statements: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class UncheckedTerm:
    """Something in a list of skills that the taxonomy does not know: not checked, so never "no gap"."""

    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One surface of a skill at one place; ``surface == document.text[start:end]``, always.

    Attributes:
        skill_id: The skill.
        surface: The words as written.
        start, end: Where they stand.
        section: Kind of section ("skills", "experience", ...; "top" before the first heading).
        assertion: What the writer says of the skill; "uncertain" where it cannot be told from an everyday word, so that
            it counts for nothing until the user says so.
        block: Ordinal of the entry (job, project, course) or list it stands in; equal for mentions of one entry.
        quote: Start and end of the line or sentence that shows it.
        listed: Whether it stands in a bare list of names rather than in a described activity.
        qualifier: "hedged" (familiar with, basic), "expected" or "expired" (a certification), or empty.
        period: When the entry that shows it took place, or what its own line says.
        stated: The words in which the writer states a length of use ("2 years"), or empty.
        months: Months that these words stand for; 0 for "less than a year".
        bare: Whether it is a mere word where a deed is asked for: praise of oneself, or a skill that other trades use
            too in a resume that names hardly any IT.
    """

    skill_id: str
    surface: str
    start: int
    end: int
    section: str
    assertion: Assertion
    block: int = 0
    quote: tuple[int, int] = (0, 0)
    listed: bool = False
    qualifier: Qualifier = ""
    period: Period | None = None
    stated: str = ""
    months: int = 0
    bare: bool = False

    @property
    def claim(self) -> str:
        """What the writer says of the skill in one word: the assertion, or "expected" or "expired"."""
        return self.qualifier if self.qualifier in {"expected", "expired"} else self.assertion


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill the resume gives evidence for.

    Attributes:
        skill_id: The skill.
        level: 1 to 3.
        reason: The rule that gave the level, in words.
        evidence: The mentions that earned it, in text order; empty only when inferred.
        inferred_from: Ids of held skills that imply this one; empty when it is shown itself.
        by_user: Whether the user set the level.
        months: Months of the entries that show it together, overlaps counted once; 0 where no length is known.
        last: When it was last used: "now", a month ("2025-08"), a year where no more is known ("2025"), or empty.
    """

    skill_id: str
    level: int
    reason: str
    evidence: tuple[Mention, ...] = ()
    inferred_from: tuple[str, ...] = ()
    months: int = 0
    last: str = ""
    by_user: bool = False


class Correction(NamedTuple):
    """What the user says of their level in a skill; a tuple, as it is saved.

    Attributes:
        level: 1 to 3, or 0 where the skill is not there.
        reason: Why, in the user's words; may be empty.
    """

    level: int
    reason: str = ""


class LayoutCorrection(NamedTuple):
    """What the user says of a part that was read wrongly; a tuple, as it is saved.

    Attributes:
        kind: "section": the lines that begin in it belong to another section; "split": its first line begins an entry;
            "join": its first line begins none, and goes on with the entry before.
        start, end: Where the part stands.
        section: Kind of the section that its lines belong to; empty for "split" and "join".
    """

    kind: Literal["section", "split", "join"]
    start: int
    end: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """What one resume shows.

    Attributes:
        owner: Name of the file.
        skills: Held skills sorted by id.
        mentions: Every mention, also those that claim no skill (learning, wanted, negated), in text order.
    """

    owner: str
    skills: tuple[HeldSkill, ...]
    mentions: tuple[Mention, ...] = ()

    def find(self, skill_id: str) -> HeldSkill | None:
        """The held skill, or ``None``."""
        return next((held for held in self.skills if held.skill_id == skill_id), None)

    def level(self, skill_id: str) -> int:
        """Level of the evidence for a skill, 0 to 3."""
        held = self.find(skill_id)
        return held.level if held else 0


@dataclass(frozen=True, slots=True)
class ResumeReading:
    """The result of the first stride: one file, read.

    Attributes:
        document: Its text.
        profile: What it shows.
        terms: What stands in its lists of skills and was not checked, in text order.
        outline: How it is laid out.
    """

    document: Document
    profile: SkillProfile
    terms: tuple[UncheckedTerm, ...] = ()
    outline: Outline = Outline()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention in text order."""
        return self.profile.mentions
