"""Due dates of applications, goals and follow-ups, as lines of text and as calendar entries."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta

from skillgap.model.internship import Application, Contact, Goal, Internship
from skillgap.schedule import CalendarEvent

SOON = timedelta(days=7)
"""Period ahead in which something counts as due: a week leaves time to act."""


@dataclass(frozen=True, slots=True)
class Due:
    """A task and its due date."""

    day: date
    what: str

    def words(self, today: date) -> str:
        """The task as a line of text, with the days left or overdue."""
        days = (self.day - today).days
        when = {0: "Today", 1: "Tomorrow"}.get(days, f"In {days} days" if days > 0 else "")
        if not when:
            when = f"{-days} day{'s' * (days < -1)} late"
        return f"{when} ({self.day.isoformat()}): {self.what}"


def due(record: Internship, today: date) -> tuple[Due, ...]:
    """Applications, active goals and open follow-ups that are overdue or due within ``SOON``, earliest first."""
    found = [Due(date.fromisoformat(goal.due), goal.text) for goal in _dated(record)]
    found += [Due(date.fromisoformat(one.follow_up), _reminder(one)) for one in _open(record)]
    found += [Due(date.fromisoformat(day), what) for _, day, what in _of_applications(record)]
    return tuple(sorted((one for one in found if one.day <= today + SOON), key=lambda one: (one.day, one.what)))


def entries(record: Internship) -> tuple[CalendarEvent, ...]:
    """Applications, goals and open follow-ups as calendar entries.

    The key does not depend on the day, so a new import moves the event instead of adding one.
    """
    found = []
    for goal in _dated(record):
        day = date.fromisoformat(goal.due)
        measure = f"How you can tell: {goal.measure}" if goal.measure else ""
        found.append(CalendarEvent(f"goal-{_digest(goal.text)}", f"Goal: {goal.text}", day, day, measure))
    for one in _open(record):
        day = date.fromisoformat(one.follow_up)
        key = f"follow-up-{_digest(one.name, one.where, one.agreed)}"
        found.append(
            CalendarEvent(key, _reminder(one), day, day, "\n".join(filter(None, (one.where, one.agreed))), remind=True)
        )
    for application, on, what in _of_applications(record):
        day = date.fromisoformat(on)
        key = f"{what.partition(':')[0].lower()}-{_digest(application.what, application.posting)}"
        found.append(CalendarEvent(key, what, day, day, application.note, remind=True))
    return tuple(sorted(found, key=lambda entry: (entry.start, entry.title, entry.key)))


def _of_applications(record: Internship) -> list[tuple[Application, str, str]]:
    """Deadlines of unsent applications, and interviews: triples of application, ISO date and title."""
    found = []
    for one in record.applications:
        if one.status == "to apply" and one.deadline:
            found.append((one, one.deadline, f"Apply: {one.what}"))
        if one.status in {"applied", "interview"} and one.interview:
            found.append((one, one.interview, f"Interview: {one.what}"))
    return found


def _dated(record: Internship) -> list[Goal]:
    return [goal for goal in record.goals if goal.active and goal.due]


def _open(record: Internship) -> list[Contact]:
    return [one for one in record.contacts if one.follow_up and not one.done]


def _reminder(contact: Contact) -> str:
    return f"Get in touch with {contact.name}"


def _digest(*parts: str) -> str:
    """Short key derived from the words."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
