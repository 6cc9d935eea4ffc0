"""Contents, the class list and the advisor's decisions into students: who is who, and which file counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from skillgap import pipeline
from skillgap.cohort import duplicates, joining, labels
from skillgap.model.cohort import Cohort, Decisions, Entry, FileLine, Outcome, Pair, RosterRow, Student, TargetSource
from skillgap.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Given:
    """One file that was opened: where it stood, and the hash of its content."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Person:
    """The contents of one person: the one that counts, then the others."""

    digest: str
    others: tuple[str, ...] = ()

    @property
    def digests(self) -> tuple[str, ...]:
        """All of them."""
        return (self.digest, *self.others)


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that came in.

    Attributes:
        given: Every file in the order given; one that could not be opened as its line.
        entries: Digest -> what was read; a file that is not read yet has none and is left out.
        ids: Digest -> id, as ``numbered`` gave them.
        roster: The class list.
    """

    given: tuple[Given | FileLine, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    roster: tuple[RosterRow, ...] = ()

    @property
    def paths(self) -> dict[str, list[str]]:
        """Digest -> the paths of its files, for those that were read."""
        found: dict[str, list[str]] = {}
        for one in self.given:
            if isinstance(one, Given) and one.digest in self.entries:
                found.setdefault(one.digest, []).append(one.path)
        return found


def numbered(ids: Mapping[str, str], digests: Iterable[str]) -> dict[str, str]:
    """The ids with one for each new digest: "S001" and on, by hash within what came together, never by file name."""
    found = dict(ids)
    for digest in sorted(set(digests) - set(found)):
        found[digest] = f"S{len(found) + 1:03}"
    return found


def cohort(intake: Intake, decisions: Decisions, taxonomy: Taxonomy, *, today: date) -> Cohort:
    """Everybody, and what became of each file; ``taxonomy`` and ``today`` are those of the readings."""
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
    """The pairs that nobody has decided, and that are not one student's already."""
    once = {frozenset((pair.first, pair.second)): pair for pair in reversed([*asked])}
    return tuple(
        pair
        for pair in reversed(once.values())
        if (pair.first, pair.second) not in decisions.pairs and owners[pair.first] != owners[pair.second]
    )


def _files(person: Person, paths: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Paths of all files of a person, that of the one that counts last."""
    return tuple(path for digest in reversed(person.digests) for path in reversed(paths[digest]))


def _people(counted: Sequence[Entry], decisions: Decisions) -> list[Person]:
    """Contents put together as the advisor decided; of equal texts saved work counts, else the first file."""
    by_digest = {entry.digest: entry for entry in counted}
    group = {digest: digest for digest in by_digest}
    behind: set[str] = set()
    for second, first in duplicates.same_text(counted).items():
        _unite(group, first, second)
        behind.add(first if by_digest[second].saved and not by_digest[first].saved else second)
    for (first, second), choice in sorted(decisions.pairs.items()):
        if choice != "two" and {first, second} <= set(group):
            _unite(group, first, second)
            behind.add(second if choice == "first" else first)
    members: dict[str, list[str]] = {}
    for digest, root in group.items():
        members.setdefault(root, []).append(digest)
    people = []
    for digests in members.values():
        first = next((digest for digest in digests if digest not in behind), digests[0])
        people.append(Person(first, tuple(digest for digest in digests if digest != first)))
    return people


def _unite(group: dict[str, str], first: str, second: str) -> None:
    """Put two contents and all of theirs into one group."""
    kept, gone = group[first], group[second]
    for digest, root in group.items():
        if root == gone:
            group[digest] = kept


def _known_by(
    person: Person, paths: Mapping[str, Sequence[str]], entries: Mapping[str, Entry]
) -> tuple[list[str], str]:
    """Paths and e-mail address of a person."""
    emails = [entries[digest].email for digest in person.digests if entries[digest].email]
    return [path for digest in person.digests for path in paths[digest]], emails[0] if emails else ""


def _student(
    person: Person, row: RosterRow | None, intake: Intake, files: tuple[str, ...], names: Mapping[str, str]
) -> Student:
    """A person as the file and the class list have them."""
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
    """The student with the answers, corrections and target that were set."""
    entry = intake.entries[student.digest]
    answers = {**entry.answers, **decisions.answers.get(student.digest, {})}
    corrections = {**entry.corrections, **decisions.corrections.get(student.digest, {})}
    if student.reading and (answers or corrections):
        reading = pipeline.apply_corrections(student.reading, answers, corrections, taxonomy, today=today)
        student = replace(student, reading=reading)
    target = decisions.targets.get(student.digest, "")
    return replace(student, target=target, target_source="advisor") if target else student


def _missing(row: RosterRow, place: int) -> Student:
    """Somebody of the class list without a resume."""
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
    """One line a file, in the order given."""
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
    """What became of a content, and why."""
    if entry.reading is None:
        return "not read", entry.refusal
    decided = decisions.resumes.get(entry.digest)
    if decided is False or (decided is None and entry.doubt):
        return "not a resume?", "You said that it is no resume." if decided is False else entry.doubt
    warnings = " ".join(entry.reading.document.warnings)
    return ("read with a warning" if warnings else "read"), warnings
