"""State of an advisor's cohort in one session: input, decisions and notes. Every change is a method here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from skillgap.cohort import files, people
from skillgap.cohort.background import Readings
from skillgap.cohort.files import Content
from skillgap.cohort.people import Given, Intake
from skillgap.cohort.snapshot import Snapshot
from skillgap.model.cohort import Choice, Decisions, Entry, FileLine, RosterRow, Status, Student
from skillgap.model.contacts import Contact
from skillgap.model.resume import Correction
from skillgap.model.sessions import USUAL_LIMITS, Course, SessionLimits, SessionOffer


@dataclass(slots=True)
class Workbench:
    """One cohort.

    Attributes:
        readings: Finished and running readings.
        given: Files in upload order.
        ids: Digest -> id.
        unread: Contents that were not read because the advisor cancelled.
        roster, roster_faults: The class list, and its faults as sentences.
        courses, course_faults: The school's courses, and the faults of their list as sentences.
        limits: Limits for group sessions.
        decisions: The advisor's decisions about the files.
        contacts: Student id -> notes, oldest first.
        status: Student id -> status.
        before: An earlier snapshot, or ``None``.
        seen: Name of a cohort in the database -> revision that this session has loaded.
        taken: Keys of the processed uploads.
        generation: Number of times the cohort was deleted; part of the keys of upload widgets, which empties them.
        reader: Function that reads a content; ``None`` before the first upload.
    """

    readings: Readings = field(default_factory=Readings)
    given: tuple[Given | FileLine, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Content, ...] = ()
    roster: tuple[RosterRow, ...] = ()
    roster_faults: tuple[str, ...] = ()
    courses: tuple[Course, ...] = ()
    course_faults: tuple[str, ...] = ()
    limits: SessionLimits = USUAL_LIMITS
    decisions: Decisions = field(default_factory=Decisions)
    contacts: dict[str, tuple[Contact, ...]] = field(default_factory=dict)
    status: dict[str, Status] = field(default_factory=dict)
    before: Snapshot | None = None
    seen: dict[str, int] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    generation: int = 0
    reader: Callable[[Content], Entry] | None = None
    _intake: Intake | None = None

    def add(self, given: Iterable[tuple[str, bytes]], key: str, read: Callable[[Content], Entry]) -> None:
        """Add one upload and start to read it, unless its key was added before."""
        if key in self.taken:
            return
        self.taken.add(key)
        opened = list(files.opened(given))
        contents = [one for one in opened if isinstance(one, Content)]
        self.given += tuple(one if isinstance(one, FileLine) else Given(one.path, one.digest) for one in opened)
        self.ids = people.assign_ids(self.ids, (one.digest for one in contents))
        self.reader = read
        self.readings.add(contents, read)

    def cancel(self) -> None:
        """Stop reading and keep finished entries."""
        self.unread = (*self.unread, *self.readings.cancel())

    def resume(self) -> None:
        """Continue a cancelled reading."""
        if self.reader:
            self.readings.add(self.unread, self.reader)
        self.unread = ()

    def set_roster(self, rows: Sequence[RosterRow], faults: Sequence[str]) -> None:
        """Replace the class list."""
        self.roster, self.roster_faults = tuple(rows), tuple(faults)

    @property
    def intake(self) -> Intake:
        """The input as far as it is read; the same object until something changes, so that results can be cached."""
        entries = self.readings.entries
        old = self._intake
        if (
            old is None
            or (len(old.given), len(old.entries)) != (len(self.given), len(entries))
            or (old.roster is not self.roster)
        ):
            self._intake = old = Intake(self.given, entries, self.ids, self.roster)
        return old

    def decide(self, table: str, key: Any, value: Any) -> None:
        """Set one decision, or remove it.

        Args:
            table: Field of ``Decisions``.
            key: Key in that field.
            value: The decision; ``None`` removes it.
        """
        others = {name: one for name, one in getattr(self.decisions, table).items() if name != key}
        self.decisions = replace(self.decisions, **{table: others if value is None else others | {key: value}})

    def join(self, first: str, second: str, choice: Choice | None) -> None:
        """Decide whether two contents belong to one person."""
        self.decide("pairs", (first, second), choice)

    def answer(self, digest: str, skill_id: str, yes: bool | None) -> None:
        """Decide whether uncertain mentions of a resume mean the skill."""
        self.decide("answers", digest, {**self.decisions.answers.get(digest, {}), skill_id: yes})

    def correct(self, digest: str, skill_id: str, level: int | None, reason: str) -> None:
        """Set the level of a skill; ``None`` removes the correction."""
        others = {name: one for name, one in self.decisions.corrections.get(digest, {}).items() if name != skill_id}
        new = others if level is None else others | {skill_id: Correction(level, reason)}
        self.decide("corrections", digest, new or None)

    def note(self, student: Student, contact: Contact) -> None:
        """Add a note."""
        self.contacts[student.id] = (*self.contacts.get(student.id, ()), contact)

    def attended(self, students: Iterable[Student], session: SessionOffer, day: str) -> None:
        """Note for each student that they came to a session; what is noted already is not noted twice."""
        for one in students:
            came = Contact(day, "workshop", (session.name,), skills=tuple(session.closes.get(one.id, ())))
            if came not in self.contacts_of(one):
                self.note(one, came)

    def contacts_of(self, student: Student) -> tuple[Contact, ...]:
        """Notes about a student, oldest first, including those made before the class list set the id."""
        return tuple(one for key in self._keys(student) for one in self.contacts.get(key, ()))

    def status_of(self, student: Student) -> Status:
        """Status of a student."""
        return next((self.status[key] for key in self._keys(student) if key in self.status), "new")

    def _keys(self, student: Student) -> tuple[str, ...]:
        return tuple(dict.fromkeys((student.id, self.ids.get(student.digest, student.id))))

    def open(self, before: Snapshot) -> None:
        """Open an earlier snapshot. Its notes and status are used for students who have none in this session."""
        self.before = before
        for one in before.students:
            self.contacts.setdefault(one.id, one.contacts)
            self.status.setdefault(one.id, one.status)

    def forget(self) -> None:
        """Delete the cohort and stop reading."""
        self.readings.forget()
        fresh = Workbench(generation=self.generation + 1)
        for name in self.__slots__:
            setattr(self, name, getattr(fresh, name))
