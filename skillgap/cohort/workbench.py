"""An advisor's cohort in one session: what came in, what was decided and noted. Every change is a method here."""

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
    """Everything of one cohort.

    Attributes:
        readings: What was read, and what is being read.
        given: Every file in the order given.
        ids: Digest -> id.
        unread: Contents that were given and not read, because the reading was cancelled.
        roster, roster_faults: The class list, and what could not be taken of it.
        courses, course_faults: What the school teaches, and what could not be taken of that list.
        limits: What the advisor can offer in sessions.
        decisions: What the advisor said about the files.
        contacts: Id of a student -> what was noted, oldest first.
        status: Id -> where the student stands.
        before: The cohort as it was saved before.
        seen: Name of a cohort kept in the database -> the revision that this session saw last.
        taken: Keys of the uploads that were taken in.
        generation: How often the cohort was forgotten; part of the keys of the uploads, so that these are empty then.
        reader: What reads a content, once it is known.
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
        """Take in one upload and begin to read it, unless it was taken in before."""
        if key in self.taken:
            return
        self.taken.add(key)
        opened = list(files.opened(given))
        contents = [one for one in opened if isinstance(one, Content)]
        self.given += tuple(one if isinstance(one, FileLine) else Given(one.path, one.digest) for one in opened)
        self.ids = people.numbered(self.ids, (one.digest for one in contents))
        self.reader = read
        self.readings.add(contents, read)

    def cancel(self) -> None:
        """Stop reading and keep what is done."""
        self.unread = (*self.unread, *self.readings.cancel())

    def resume(self) -> None:
        """Read what was left when the reading was cancelled."""
        if self.reader:
            self.readings.add(self.unread, self.reader)
        self.unread = ()

    def set_roster(self, rows: Sequence[RosterRow], faults: Sequence[str]) -> None:
        """Take a class list in place of the one before."""
        self.roster, self.roster_faults = tuple(rows), tuple(faults)

    @property
    def intake(self) -> Intake:
        """What came in as far as it is read; the same object until something changes."""
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
        """Set one decision; ``None`` takes it back.

        Args:
            table: Field of ``Decisions``.
            key: Key within it.
            value: What was decided.
        """
        others = {name: one for name, one in getattr(self.decisions, table).items() if name != key}
        self.decisions = replace(self.decisions, **{table: others if value is None else others | {key: value}})

    def join(self, first: str, second: str, choice: Choice | None) -> None:
        """Say whose two contents are."""
        self.decide("pairs", (first, second), choice)

    def answer(self, digest: str, skill_id: str, yes: bool | None) -> None:
        """Say whether uncertain mentions of a resume are the skill."""
        self.decide("answers", digest, {**self.decisions.answers.get(digest, {}), skill_id: yes})

    def correct(self, digest: str, skill_id: str, level: int | None, reason: str) -> None:
        """Set the level of a skill, or take it back."""
        others = {name: one for name, one in self.decisions.corrections.get(digest, {}).items() if name != skill_id}
        new = others if level is None else others | {skill_id: Correction(level, reason)}
        self.decide("corrections", digest, new or None)

    def note(self, student: Student, contact: Contact) -> None:
        """Add a contact."""
        self.contacts[student.id] = (*self.contacts.get(student.id, ()), contact)

    def attended(self, students: Iterable[Student], session: SessionOffer, day: str) -> None:
        """Note for each student that they came to a session; what is noted already is not noted twice."""
        for one in students:
            came = Contact(day, "workshop", (session.name,), skills=tuple(session.closes.get(one.id, ())))
            if came not in self.contacts_of(one):
                self.note(one, came)

    def contacts_of(self, student: Student) -> tuple[Contact, ...]:
        """What was noted of a student, oldest first; also what was before the class list gave the id."""
        return tuple(one for key in self._keys(student) for one in self.contacts.get(key, ()))

    def status_of(self, student: Student) -> Status:
        """Where a student stands."""
        return next((self.status[key] for key in self._keys(student) if key in self.status), "new")

    def _keys(self, student: Student) -> tuple[str, ...]:
        return tuple(dict.fromkeys((student.id, self.ids.get(student.digest, student.id))))

    def open(self, before: Snapshot) -> None:
        """Take a cohort that was saved before, with its notes where there are none yet."""
        self.before = before
        for one in before.students:
            self.contacts.setdefault(one.id, one.contacts)
            self.status.setdefault(one.id, one.status)

    def forget(self) -> None:
        """Keep nothing, and stop what is being read."""
        self.readings.forget()
        fresh = Workbench(generation=self.generation + 1)
        for name in self.__slots__:
            setattr(self, name, getattr(fresh, name))
