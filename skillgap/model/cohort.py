"""Data classes of an advisor's cohort, frozen: uploaded files, students, and each student's standing.

A ``Student`` is a person of the cohort. A ``Standing`` compares one student with one role.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from skillgap.model.gaps import Gap, GapReport
from skillgap.model.internship import Goal
from skillgap.model.resume import Correction, ResumeReading
from skillgap.model.role import RoleProfile

Outcome = Literal["read", "read with a warning", "not a resume?", "same as another", "other file", "not read"]
Cell = Literal["shown", "named", "learning", "none"]
"""State of one demand in a resume: met or shown by an activity, only named, being learned, or absent."""
CELLS: tuple[Cell, ...] = get_args(Cell)
Status = Literal["new", "reviewed", "changes suggested", "ready"]
STATUSES: tuple[Status, ...] = get_args(Status)
ReasonKind = Literal[
    "deadline soon", "no resume", "unreadable", "target far", "not shown", "between roles", "unchanged"
]
"""Reasons to meet a student, most urgent first."""
REASONS: tuple[ReasonKind, ...] = get_args(ReasonKind)
TargetSource = Literal["roster", "saved work", "advisor", "nearest", "one for all"]


@dataclass(frozen=True, slots=True)
class FileLine:
    """Outcome of one uploaded file; every file has exactly one line.

    Attributes:
        path: Path of the file inside its ZIP and folders, for display only.
        outcome: How it was used.
        sentence: Reason or next action; empty if none is needed.
        digest: Hash of its content in hexadecimal; empty if it could not be opened.
        student_id: Student that it belongs to, or empty.
    """

    path: str
    outcome: Outcome
    sentence: str = ""
    digest: str = ""
    student_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Result of reading one content. Files with equal bytes share one entry, whatever their names.

    Attributes:
        digest: Hash of the content in hexadecimal.
        reading: The resume, or ``None``.
        refusal: Why it could not be read, one sentence, or empty.
        temporary: Whether a second attempt may succeed (too many files were being read at once).
        doubt: Why it may not be a resume, one sentence, or empty.
        email: The first e-mail address of the text in lower case, or empty.
        saved: Whether the file is a student's saved work.
        target: Id of the role chosen in the saved work, or empty.
        deadline: Deadline of the saved plan as an ISO date, or empty.
        goals: Goals of the saved work.
        answers, corrections: The student's own answers and corrections, as in ``Decisions``.
        nearest: Id of the role with the highest coverage, or empty.
        rivals: Ids of the other roles with about the same coverage, nearest first.
    """

    digest: str
    reading: ResumeReading | None = None
    refusal: str = ""
    temporary: bool = False
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
    """One person of the advisor's roster. ``id`` or ``name`` is set; every other field may be empty.

    Attributes:
        id: The advisor's own key.
        name: The person's name, hidden by default.
        email: E-mail address as on the resume.
        group: Class, programme or year.
        target: Id of the target role.
        graduation: ISO date.
        file: File name or folder of the resume.
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
        id: Stable key: that of the roster, else "S001", "S002", ...; never derived from a file name.
        label: Shortest unique path of the student's file; hidden by default.
        reading: The current resume with answers and corrections applied; ``None`` if none could be read.
        files: Paths of the student's files, the current one last.
        digest: Hash of the current file, or empty.
        name: Name on the roster, or empty; hidden by default.
        group: Class, programme or year, or empty.
        target: Id of the target role, or empty.
        target_source: Who set the target; "nearest" if nobody did.
        graduation: ISO date, or empty.
        deadline: Deadline of the student's own plan as an ISO date, or empty.
        goals: The student's own goals.
        on_roster: Whether the roster lists the student.
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
"""Answer about two files: one person and the first is current, one person and the second is, or two people."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contents that may belong to one person.

    Attributes:
        first, second: Their digests, in upload order.
        kind: What they have in common.
    """

    first: str
    second: str
    kind: PairKind


@dataclass(frozen=True, slots=True)
class Decisions:
    """The advisor's decisions about the files. Removing an entry undoes the decision.

    Attributes:
        resumes: Digest of a doubtful content -> whether it is a resume.
        pairs: Digests of two contents -> whether they belong to one person, and which is current.
        answers: Digest -> skill id -> whether its uncertain mentions mean the skill.
        corrections: Digest -> skill id -> level set by hand, with its reason.
        targets: Digest -> id of the target role.
    """

    resumes: Mapping[str, bool] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Choice] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, bool | None]] = field(default_factory=dict)
    corrections: Mapping[str, Mapping[str, Correction]] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cohort:
    """All students of an advisor, from the files and the roster.

    Attributes:
        students: Sorted by id, including those without a resume.
        lines: One line for each file, in upload order.
        questions: Unanswered pairs of files that may belong to one person.
    """

    students: tuple[Student, ...] = ()
    lines: tuple[FileLine, ...] = ()
    questions: tuple[Pair, ...] = ()


@dataclass(frozen=True)  # without slots, as for GapReport
class Standing:
    """A student with a resume, compared with a role.

    Attributes:
        student: The student; ``student.reading`` is not ``None``.
        report: Gaps for the role.
        source: Who chose the role.
        cells: ``demand_key`` of each gap in ``report.gaps`` -> its state in the resume.
    """

    student: Student
    report: GapReport
    source: TargetSource
    cells: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def role(self) -> RoleProfile:
        """The role compared with."""
        return self.report.role

    @cached_property
    def must_haves(self) -> tuple[Gap, ...]:
        """The core demands of the role, met or open."""
        return tuple(gap for gap in self.report.technical if gap.tier == "core")

    @cached_property
    def must_haves_met(self) -> int:
        """Number of core demands that are met."""
        return sum(not gap.shortfall for gap in self.must_haves)

    def cell(self, gap: Gap) -> Cell:
        """State of a demand in the resume."""
        return self.cells.get(demand_key(gap), "none")

    def gaps_in(self, cell: Cell) -> tuple[Gap, ...]:
        """The technical demands in one state, in the role's order."""
        return tuple(gap for gap in self.report.technical if self.cell(gap) == cell)


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to meet a student; it is never a score.

    Attributes:
        kind: The reason.
        proof: The fact behind it, one sentence.
        minutes: Estimated minutes of the meeting.
    """

    kind: ReasonKind
    proof: str
    minutes: int


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A student in the advisor's queue.

    Attributes:
        student: The student.
        reasons: At least one, most urgent first.
    """

    student: Student
    reasons: tuple[Reason, ...]

    @property
    def minutes(self) -> int:
        """Estimated minutes for all reasons."""
        return sum(one.minutes for one in self.reasons)


def demand_key(gap: Gap) -> str:
    """Key of a demand, equal for all students: the role's first option, not the option that one student holds."""
    return gap.options[0] if gap.options else gap.skill_id
