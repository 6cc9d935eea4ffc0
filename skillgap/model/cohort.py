"""Every noun of an advisor's cohort, frozen: the files that were given, the students, and how each stands.

A ``Student`` is a person of the cohort. A ``Standing`` holds one student against one role.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from skillgap.model.gaps import Gap, GapReport
from skillgap.model.internship import Goal
from skillgap.model.resume import Correction, ResumeReading
from skillgap.model.role import RoleProfile

Outcome = Literal["read", "read with a warning", "not a resume?", "same as another", "other file", "not read"]
Cell = Literal["shown", "named", "learning", "none"]
"""What a resume says about one demand: it is met or a deed shows it, it is only named, it is learned, or nothing."""
CELLS: tuple[Cell, ...] = get_args(Cell)
Status = Literal["new", "reviewed", "changes suggested", "ready"]
STATUSES: tuple[Status, ...] = get_args(Status)
ReasonKind = Literal[
    "deadline soon", "no resume", "unreadable", "target far", "not shown", "between roles", "unchanged"
]
"""Why somebody should be seen, most urgent first."""
REASONS: tuple[ReasonKind, ...] = get_args(ReasonKind)
TargetSource = Literal["roster", "saved work", "advisor", "nearest", "one for all"]


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file that was given; every file has exactly one.

    Attributes:
        path: Where it stood, with the ZIP and its folders, for display only.
        outcome: What became of it.
        sentence: Why, or what to do; empty where there is nothing to say.
        digest: Hash of its content in hexadecimal, or empty where it could not be opened.
        student_id: The student it belongs to, or empty.
    """

    path: str
    outcome: Outcome
    sentence: str = ""
    digest: str = ""
    student_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one content turned out to be, whatever its file is called; equal bytes have one entry.

    Attributes:
        digest: Hash of the content in hexadecimal.
        reading: The resume, or ``None``.
        refusal: Why it could not be read, one sentence, or empty.
        passing: Whether the refusal may be another one next time, as where too much was read at once.
        doubt: Why it may be no resume, one sentence, or empty.
        email: The first e-mail address of the text in lower case, or empty.
        saved: Whether it is a student's saved work.
        target: Id of the role chosen in the saved work, or empty.
        deadline: Deadline of its plan in ISO form, or empty.
        goals: Its goals.
        answers, corrections: What its owner said of the reading, as in ``Decisions``.
        nearest: Id of the role that the resume is nearest to, or empty.
        rivals: Ids of other roles that are as near, nearest first.
    """

    digest: str
    reading: ResumeReading | None = None
    refusal: str = ""
    passing: bool = False
    doubt: str = ""
    email: str = ""
    saved: bool = False
    target: str = ""
    deadline: str = ""
    goals: tuple[Goal, ...] = ()
    answers: Mapping[str, bool | None] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    nearest: str = ""
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of the advisor's list; every field but one of id and name may be empty.

    Attributes:
        id: The advisor's own key.
        name: The person's name, shown only on purpose.
        email: As on the resume.
        group: Class, programme or year.
        target: Id of the role aimed at.
        graduation: Day in ISO form.
        file: Name or folder of the resume.
    """

    id: str = ""
    name: str = ""
    email: str = ""
    group: str = ""
    target: str = ""
    graduation: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Student:
    """A person of a cohort.

    Attributes:
        id: Stable key: that of the roster, else "S001" and on; never made of a file name.
        label: Shortest path that tells the student's file from all others; shown only on purpose.
        reading: The resume that counts, with the answers and corrections made; ``None`` without a readable one.
        files: Paths of the files, the one that counts last.
        digest: Hash of the file that counts, or empty.
        name: Name on the roster, or empty; shown only on purpose.
        group: Class, programme or year, or empty.
        target: Id of the role aimed at, or empty.
        target_source: Who set the target, "nearest" where nobody did.
        graduation: Day in ISO form, or empty.
        deadline: Day of the student's own plan in ISO form, or empty.
        goals: The student's own goals.
        on_roster: Whether the roster has the student.
        unread: Why the resume could not be read, or empty.
        nearest, rivals: As in ``Entry``.
    """

    id: str
    label: str = ""
    reading: ResumeReading | None = None
    files: tuple[str, ...] = ()
    digest: str = ""
    name: str = ""
    group: str = ""
    target: str = ""
    target_source: TargetSource = "nearest"
    graduation: str = ""
    deadline: str = ""
    goals: tuple[Goal, ...] = ()
    on_roster: bool = False
    unread: str = ""
    nearest: str = ""
    rivals: tuple[str, ...] = ()


PairKind = Literal["same text", "same e-mail", "same row"]
Choice = Literal["first", "second", "two"]
"""Of two files: one person and the first counts, one person and the second counts, or two people."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contents that may be one person's.

    Attributes:
        first, second: Their digests, in the order given.
        kind: What they have in common.
    """

    first: str
    second: str
    kind: PairKind


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the advisor said about the files; taking an item out undoes it.

    Attributes:
        resumes: Digest of a doubtful content -> whether it is a resume.
        pairs: Digests of two contents -> whose they are.
        answers: Digest -> skill id -> whether its uncertain mentions are the skill.
        corrections: Digest -> skill id -> level set, with its reason.
        targets: Digest -> id of the role aimed at.
    """

    resumes: Mapping[str, bool] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Choice] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, bool | None]] = field(default_factory=dict)
    corrections: Mapping[str, Mapping[str, Correction]] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everybody an advisor looks after, as far as the files and the roster say.

    Attributes:
        students: Sorted by id, also those without a resume.
        lines: One a file, in the order given.
        questions: Pairs of files that may be one person's and wait for an answer.
    """

    students: tuple[Student, ...] = ()
    lines: tuple[FileLine, ...] = ()
    questions: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A student with a resume, held against a role.

    Attributes:
        student: Who; ``student.reading`` is there.
        report: Gaps for the role.
        source: Why this role.
        cells: First option of a demand -> what the resume says of it; one for each of ``report.gaps``.
    """

    student: Student
    report: GapReport
    source: TargetSource
    cells: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def role(self) -> RoleProfile:
        """The role."""
        return self.report.role

    @property
    def must_haves(self) -> tuple[Gap, ...]:
        """The core demands of the role, met or open."""
        return tuple(gap for gap in self.report.technical if gap.tier == "core")

    @property
    def must_haves_met(self) -> int:
        """How many of them are met."""
        return sum(not gap.shortfall for gap in self.must_haves)

    def cell(self, gap: Gap) -> Cell:
        """What the resume says of a demand of the role."""
        return self.cells.get(demand_key(gap), "none")

    def gaps_in(self, cell: Cell) -> tuple[Gap, ...]:
        """The technical demands in one state, in the role's order."""
        return tuple(gap for gap in self.report.technical if self.cell(gap) == cell)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a student should be seen, never a score.

    Attributes:
        kind: The reason.
        proof: What it rests on, one sentence.
        minutes: About how long it takes.
    """

    kind: ReasonKind
    proof: str
    minutes: int


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A student with the reasons to be seen, most urgent first.

    Attributes:
        student: Who.
        reasons: At least one.
    """

    student: Student
    reasons: tuple[Reason, ...]

    @property
    def minutes(self) -> int:
        """About how long all of it takes."""
        return sum(one.minutes for one in self.reasons)


def demand_key(gap: Gap) -> str:
    """Key of a demand, the same for every student: the skill that the role names first."""
    return gap.options[0] if gap.options else gap.skill_id
