"""Every noun of an advisor's cohort, frozen: the files that were given, the students, and how each stands.

A ``Student`` is a person of the cohort. A ``Standing`` holds one student against one role.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from skillgap.model.gaps import Gap, GapReport
from skillgap.model.internship import Goal
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile

Outcome = Literal["read", "read with a warning", "not a resume?", "same as another", "other file", "not read"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Cell = Literal["shown", "named", "learning", "none"]
"""What a resume says about one demand: it is met or a deed shows it, it is only named, it is learned, or nothing."""
CELLS: tuple[Cell, ...] = get_args(Cell)
Status = Literal["new", "reviewed", "changes suggested", "ready"]
STATUSES: tuple[Status, ...] = get_args(Status)
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


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everybody an advisor looks after, as far as the files and the roster say.

    Attributes:
        students: Sorted by id, also those without a resume.
        lines: One a file, in the order given.
    """

    students: tuple[Student, ...] = ()
    lines: tuple[FileLine, ...] = ()


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

    def cell(self, gap: Gap) -> Cell:
        """What the resume says of a demand of the role."""
        return self.cells.get(demand_key(gap), "none")

    def gaps_in(self, cell: Cell) -> tuple[Gap, ...]:
        """The technical demands in one state, in the role's order."""
        return tuple(gap for gap in self.report.technical if self.cell(gap) == cell)


def demand_key(gap: Gap) -> str:
    """Key of a demand, the same for every student: the skill that the role names first."""
    return gap.options[0] if gap.options else gap.skill_id
