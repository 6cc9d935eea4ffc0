"""Combine contents, class list and decisions into students: which files belong together, and which one is current."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from skillgap import pipeline
from skillgap.cohort import duplicates, joining, labels
from skillgap.model.cohort import Cohort, Decisions, Entry, FileLine, Outcome, Pair, RosterRow, Student, TargetSource
from skillgap.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Given:
    """One opened file: its path and the hash of its content."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Person:
    """Digests of one person's contents: the current one, then the others."""

    digest: str
    others: tuple[str, ...] = ()

    @property
    def digests(self) -> tuple[str, ...]:
        """All digests, the current one first."""
        return (self.digest, *self.others)


@dataclass(frozen=True, slots=True)
class Intake:
    """All input of a cohort.

    Attributes:
        given: Files in upload order; a line for each that could not be opened.
        entries: Digest -> its entry; files that are not read yet have none and are left out.
        ids: Digest -> id, from ``assign_ids``.
        roster: The class list.
    """

    given: tuple[Given | FileLine, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    roster: tuple[RosterRow, ...] = ()

    @property
    def paths(self) -> dict[str, list[str]]:
        """Digest -> paths of its files, for all contents that were read."""
        found: dict[str, list[str]] = {}
        for one in self.given:
            if isinstance(one, Given) and one.digest in self.entries:
                found.setdefault(one.digest, []).append(one.path)
        return found


def assign_ids(ids: Mapping[str, str], digests: Iterable[str]) -> dict[str, str]:
    """Add an id for each new digest ("S001", "S002", ...).

    Digests are sorted, so that the numbers say nothing about file names or upload order.
    """
    found = dict(ids)
    for digest in sorted(set(digests) - set(found)):
        found[digest] = f"S{len(found) + 1:03}"
    return found


def cohort(intake: Intake, decisions: Decisions, taxonomy: Taxonomy, *, today: date) -> Cohort:
    """Build the cohort.

    Args:
        intake: Files, entries, ids and class list.
        decisions: The advisor's decisions.
        taxonomy: The taxonomy of the readings.
        today: The date of the readings.
    """
    paths = intake.paths
    read = [intake.entries[digest] for digest in paths]
    counted = [entry for entry in read if entry.reading and decisions.resumes.get(entry.digest, not entry.doubt)]
    people = _people(counted, decisions)
    joined = joining.join({one.digest: _known_by(one, paths, intake.entries) for one in people}, intake.roster)
    refused = [Person(entry.digest) for entry in read if entry.refusal]
    left = [row for row in intake.roster if row not in joined.rows.values()]
    rows = {**joined.rows, **joining.join({one.digest: (paths[one.digest], "") for one in refused}, left).rows}
    names = labels.shortest_unique([path for found in paths.values() for path in found])
    students = {
        digest: student
        for one in (*people, *refused)
        for student in [_student(one, rows.get(one.digest), intake, _files(one, paths), names)]
        for digest in one.digests
    }
    present = {student.digest: _decided(student, intake, decisions, taxonomy, today) for student in students.values()}
    missing = [_missing(row, place) for place, row in enumerate(intake.roster, start=1) if row not in rows.values()]
    asked = (*duplicates.pairs(counted), *(Pair(first, second, "same row") for first, second in joined.doubles))
    everybody = sorted([*present.values(), *missing], key=lambda one: one.id)
    owners = {digest: student.id for digest, student in students.items()}
    return Cohort(tuple(everybody), lines(intake, decisions, owners), _open(asked, owners, decisions))


def _open(asked: Iterable[Pair], owners: Mapping[str, str], decisions: Decisions) -> tuple[Pair, ...]:
    """Pairs without a decision that do not belong to one student already."""
    once = {frozenset((pair.first, pair.second)): pair for pair in reversed([*asked])}
    return tuple(
        pair
        for pair in reversed(once.values())
        if (pair.first, pair.second) not in decisions.pairs and owners[pair.first] != owners[pair.second]
    )


def _files(person: Person, paths: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Paths of all files of a person, the current one last."""
    return tuple(path for digest in reversed(person.digests) for path in reversed(paths[digest]))


def _people(counted: Sequence[Entry], decisions: Decisions) -> list[Person]:
    """Group contents by person, by equal text and by the advisor's decisions.

    Of two equal texts, saved work is current, because it holds the student's corrections; else the first file.
    """
    by_digest = {entry.digest: entry for entry in counted}
    group = {digest: digest for digest in by_digest}
    superseded: set[str] = set()
    for second, first in duplicates.same_text(counted).items():
        _unite(group, first, second)
        superseded.add(first if by_digest[second].saved and not by_digest[first].saved else second)
    for (first, second), choice in sorted(decisions.pairs.items()):
        if choice != "two" and {first, second} <= set(group):
            _unite(group, first, second)
            superseded.add(second if choice == "first" else first)
    members: dict[str, list[str]] = {}
    for digest, root in group.items():
        members.setdefault(root, []).append(digest)
    people = []
    for digests in members.values():
        first = next((digest for digest in digests if digest not in superseded), digests[0])
        people.append(Person(first, tuple(digest for digest in digests if digest != first)))
    return people


def _unite(group: dict[str, str], first: str, second: str) -> None:
    """Merge the groups of two contents."""
    kept, gone = group[first], group[second]
    for digest, root in group.items():
        if root == gone:
            group[digest] = kept


def _known_by(
    person: Person, paths: Mapping[str, Sequence[str]], entries: Mapping[str, Entry]
) -> tuple[list[str], str]:
    """All paths of a person, and the first e-mail address or empty."""
    emails = [entries[digest].email for digest in person.digests if entries[digest].email]
    return [path for digest in person.digests for path in paths[digest]], emails[0] if emails else ""


def _student(
    person: Person, row: RosterRow | None, intake: Intake, files: tuple[str, ...], names: Mapping[str, str]
) -> Student:
    """Make a student from a person's current entry and the row of the class list."""
    entry = intake.entries[person.digest]
    listed = row or RosterRow()
    target = listed.target or entry.target
    source: TargetSource = "roster" if listed.target else "saved work" if target else "nearest"
    return Student(
        id=listed.id or intake.ids.get(person.digest, person.digest[:8]),
        label=names[files[-1]],
        reading=entry.reading,
        files=files,
        digest=person.digest,
        name=listed.name,
        group=listed.group,
        target=target,
        target_source=source,
        graduation=listed.graduation,
        deadline=entry.deadline,
        goals=entry.goals,
        on_roster=row is not None,
        unread=entry.refusal,
        nearest=entry.nearest,
        rivals=entry.rivals,
    )


def _decided(student: Student, intake: Intake, decisions: Decisions, taxonomy: Taxonomy, today: date) -> Student:
    """Apply answers, corrections and target to a student; the advisor's override the student's own."""
    entry = intake.entries[student.digest]
    answers = {**entry.answers, **decisions.answers.get(student.digest, {})}
    corrections = {**entry.corrections, **decisions.corrections.get(student.digest, {})}
    if student.reading and (answers or corrections):
        reading = pipeline.apply_corrections(student.reading, answers, corrections, taxonomy, today=today)
        student = replace(student, reading=reading)
    target = decisions.targets.get(student.digest, "")
    return replace(student, target=target, target_source="advisor") if target else student


def _missing(row: RosterRow, place: int) -> Student:
    """Make a student from a row of the class list without a resume."""
    return Student(
        id=row.id or f"R{place:03}",
        name=row.name,
        group=row.group,
        target=row.target,
        target_source="roster" if row.target else "nearest",
        graduation=row.graduation,
        on_roster=True,
    )


def lines(intake: Intake, decisions: Decisions, owners: Mapping[str, str]) -> tuple[FileLine, ...]:
    """One line for each file, in upload order."""
    first: dict[str, str] = {}
    found = []
    for one in intake.given:
        if isinstance(one, FileLine):
            found.append(one)
        elif one.digest in intake.entries:
            same_as = first.setdefault(one.digest, one.path)
            outcome, sentence = _outcome(intake.entries[one.digest], decisions)
            if same_as != one.path:
                outcome, sentence = "same as another", f"The same file as {same_as}."
            found.append(FileLine(one.path, outcome, sentence, one.digest, owners.get(one.digest, "")))
    return tuple(found)


def _outcome(entry: Entry, decisions: Decisions) -> tuple[Outcome, str]:
    """Outcome of a content, and its reason."""
    if entry.reading is None:
        return "not read", entry.refusal
    decided = decisions.resumes.get(entry.digest)
    if decided is False or (decided is None and entry.doubt):
        return "not a resume?", "You said that it is not a resume." if decided is False else entry.doubt
    warnings = " ".join(entry.reading.document.warnings)
    return ("read with a warning" if warnings else "read"), warnings
