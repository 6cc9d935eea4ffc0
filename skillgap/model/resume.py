"""Data classes of one resume, from its text to its skills, frozen. ``model.assessment`` compares it with a role.

Offsets are characters into ``Document.text``, start inclusive, end exclusive.
Levels are 0 (none), 1 (named), 2 (used) and 3 (proven). They grade the evidence, not the person.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from skillgap.model.rewriting import Rewriting

Assertion = Literal["held", "learning", "wanted", "negated", "uncertain"]
Qualifier = Literal["", "hedged", "expected", "expired"]
NoticeKind = Literal["columns", "cut", "damaged", "hidden-text", "language", "tiny-text", "unread-page"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to the student about how a file was read.

    Attributes:
        kind: Kind of notice. Rules test this field, never the sentence.
        sentence: The notice as shown to a student.
        page: Page from 1; 0 if it concerns several pages or the whole file.
    """

    kind: NoticeKind
    sentence: str
    page: int = 0

    @property
    def is_loss(self) -> bool:
        """Whether some text was not read or not counted."""
        return self.kind != "columns"


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one uploaded file, with notices about how it was read.

    Attributes:
        name: The file's base name, for display only.
        text: The text in reading order, lines joined by newlines.
        page_starts: Offset at which each page begins; ``(0,)`` for a file without pages.
        notices: Notices in the order found.
        rewritings: Changes that turned the text of a text file into ``text``, in order.
    """

    name: str
    text: str
    page_starts: tuple[int, ...] = (0,)
    notices: tuple[Notice, ...] = ()
    rewritings: tuple[Rewriting, ...] = ()

    @property
    def file_text(self) -> str:
        """The original text of a text file; for other files ``text``."""
        return self.rewritings[0].before if self.rewritings else self.text

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Convert offsets into ``text`` to offsets into ``file_text``."""
        for rewriting in reversed(self.rewritings):
            start, end = rewriting.span_before(start, end)
        return start, end

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences of the notices about text that was not read."""
        return tuple(notice.sentence for notice in self.notices if notice.is_loss)

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences of the other notices."""
        return tuple(notice.sentence for notice in self.notices if not notice.is_loss)

    def page(self, offset: int) -> int:
        """Page number, from 1, of the character at ``offset``."""
        return max(1, sum(start <= offset for start in self.page_starts))


@dataclass(frozen=True, slots=True)
class Period:
    """A period in months since the year 0 (12 x year + month - 1).

    Attributes:
        start: First month.
        end: The month after the last; ``None`` if it is still going on.
        measured: Whether its length is known; for "2024" alone it is not.
    """

    start: int
    end: int | None
    measured: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document, or an entry (one job, project or course) of one.

    Attributes:
        kind: Kind of section ("skills", "experience", ...; "top" before the first heading).
        start, end: Offsets into the text.
        period: Dates of a job, project or course; ``None`` if it states none.
    """

    kind: str
    start: int
    end: int
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of a document, each list in text order.

    Attributes:
        sections: Sections between headings; together they contain every word.
        entries: Jobs, projects and courses; a section without any is one entry.
        headings: Start and end of each heading line.
        statements: Start and end of each line, or of all lines of a wrapped sentence.
    """

    sections: tuple[Section, ...] = ()
    entries: tuple[Section, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    statements: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class UncheckedTerm:
    """An item of a skill list that the taxonomy does not know ("Zorblax 3"); it is reported as not checked."""

    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a skill in the text; ``surface == document.text[start:end]`` always holds.

    Attributes:
        skill_id: The skill.
        surface: The words as written.
        start, end: Offsets of the words.
        section: Kind of section ("skills", "experience", ...; "top" before the first heading).
        assertion: What the writer claims. An "uncertain" mention may be an everyday word ("go"); it counts only if the
            user confirms it.
        block: Number of its entry (job, project, course) or list; mentions of one entry share it.
        quote: Start and end of the line or sentence around it.
        listed: Whether it is in a bare list of names ("Skills: Git, SQL") rather than in a described activity.
        qualifier: "hedged" (familiar with, basic), "expected" or "expired" (a certification), or empty.
        period: Dates of its entry, or of its own line.
        stated: The writer's words for the length of use ("2 years"), or empty.
        months: Months of these words; 0 for "less than a year".
        bare: Whether the word alone is no evidence: praise of oneself ("team player"), or a skill of many trades
            ("customer support") in a resume with hardly any IT.
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
        """The claim in one word: the assertion, or "expected" or "expired" for a certification."""
        return self.qualifier if self.qualifier in {"expected", "expired"} else self.assertion


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill for which the resume has evidence.

    Attributes:
        skill_id: The skill.
        level: 1 to 3.
        reason: The rule behind the level, in words.
        evidence: Mentions that count for it, in text order; empty only if it is inferred or set by the user.
        inferred_from: Ids of held skills that imply this one; empty if the resume shows the skill itself.
        by_user: Whether the user set the level.
        months: Months of the entries that show it, overlaps counted once; 0 if no length is known.
        last: Last use: "now", a month ("2025-08"), a year ("2025"), or empty.
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
    """A level set by the user; a tuple, because saved work stores it as a JSON array.

    Attributes:
        level: 1 to 3, or 0 if the user does not have the skill.
        reason: The user's reason; may be empty.
    """

    level: int
    reason: str = ""


class LayoutCorrection(NamedTuple):
    """The user's correction of the structure; a tuple, because saved work stores it as a JSON array.

    Attributes:
        kind: "section": the part belongs to another section; "split": its first line begins an entry;
            "join": its first line continues the entry before.
        start, end: Offsets of the part.
        section: Kind of the right section; empty for "split" and "join".
    """

    kind: Literal["section", "split", "join"]
    start: int
    end: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """The skills of one resume.

    Attributes:
        owner: Name of the file.
        skills: Held skills sorted by id.
        mentions: All mentions in text order, including those without a claim (learning, wanted, negated).
    """

    owner: str
    skills: tuple[HeldSkill, ...]
    mentions: tuple[Mention, ...] = ()

    def find(self, skill_id: str) -> HeldSkill | None:
        """The held skill, or ``None``."""
        return next((held for held in self.skills if held.skill_id == skill_id), None)

    def level(self, skill_id: str) -> int:
        """Level of a skill, 0 to 3."""
        held = self.find(skill_id)
        return held.level if held else 0


@dataclass(frozen=True, slots=True)
class ResumeReading:
    """Result of ``pipeline.read``: one file with its skills, before any role is chosen.

    Attributes:
        document: Its text.
        profile: Its skills.
        terms: Unknown items of its skill lists, in text order.
        outline: Its structure.
    """

    document: Document
    profile: SkillProfile
    terms: tuple[UncheckedTerm, ...] = ()
    outline: Outline = Outline()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in text order."""
        return self.profile.mentions
