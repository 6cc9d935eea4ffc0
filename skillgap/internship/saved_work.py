"""Restore internship notes from saved JSON. Every field is checked, and a file with a fault is rejected as a whole."""

from typing import Any

from skillgap.model.internship import Application, Contact, Goal, Internship, Rating, Remark, Win
from skillgap.saved_json import Rules, day, one_of, record, text

YEARS = range(1900, 3000)
"""Accepted years of a date."""


def from_json(value: Any) -> Internship:
    """Build the notes from parsed JSON.

    Raises:
        ValueError: A field is missing, unknown or wrong.
    """
    return _INTERNSHIP(value)


def _words(value: Any) -> str:
    """A string that is not blank."""
    if not (words := text(value)).strip():
        raise ValueError("text")
    return words


_DAY = day(YEARS)
_RULES: Rules = {
    Goal: record(Goal, {"text": _words, "due": _DAY}),
    Rating: record(Rating, {"who": _words, "skill_id": _words, "level": one_of(0, 1, 2, 3), "day": _DAY}),
    Remark: record(Remark, {"who": _words, "day": _DAY}),
    Win: record(Win, {"did": _words, "day": _DAY}),
    Application: record(Application, {"what": _words, "deadline": _DAY, "applied": _DAY, "interview": _DAY}),
    Contact: record(Contact, {"name": _words, "follow_up": _DAY}),
}
_INTERNSHIP = record(Internship, _RULES)
