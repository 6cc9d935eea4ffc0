"""The notes back from a file: every field is checked, and what is not as it was saved is refused whole."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from skillgap.model.internship import STAGES, STATUSES, Contact, Goal, Internship, Rating, Remark, Win

MAX_ITEMS = 5_000
"""Notes of one kind, or skills of one win."""
FIRST_YEAR, LAST_YEAR = 1900, 3000
"""Years of a day: from the first on, before the last."""
T = TypeVar("T")
Check = Callable[[Any], Any]


def from_json(value: Any) -> Internship:
    """The notes that JSON gave back.

    Raises:
        ValueError: A field is missing, unknown or wrong.
    """
    return _record(Internship, value, _INTERNSHIP)


def _record(kind: type[T], value: Any, checks: Mapping[str, Check]) -> T:
    if not isinstance(value, dict) or set(value) - set(checks):
        raise ValueError(kind.__name__)
    try:
        return kind(**{name: checks[name](part) for name, part in value.items()})
    except TypeError as error:
        raise ValueError(kind.__name__) from error


def _each(check: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    def checked(value: Any) -> tuple[T, ...]:
        if not isinstance(value, list) or len(value) > MAX_ITEMS:
            raise ValueError("list")
        return tuple(check(one) for one in value)

    return checked


def _noun(kind: type[T], checks: Mapping[str, Check]) -> Callable[[Any], tuple[T, ...]]:
    return _each(lambda value: _record(kind, value, checks))


def _text(value: Any) -> str:
    """A string, half characters that no page can show replaced."""
    if not isinstance(value, str):
        raise ValueError("text")
    return value.encode("utf-8", "replace").decode("utf-8")


def _words(value: Any) -> str:
    """A string that says something."""
    if not _text(value).strip():
        raise ValueError("text")
    return _text(value)


def _day(value: Any) -> str:
    """A day in ISO form that every calendar can show, or nothing."""
    if not value:
        return _text(value)
    day = date.fromisoformat(_text(value))
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ValueError("day")
    return day.isoformat()


def _one_of(choices: tuple[Any, ...]) -> Check:
    def checked(value: Any) -> Any:
        if isinstance(value, bool) or value not in choices:
            raise ValueError("choice")
        return value

    return checked


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("yes or no")
    return value


_LEVEL = _one_of((0, 1, 2, 3))
_GOAL: dict[str, Check] = {
    "text": _words,
    "measure": _text,
    "due": _day,
    "status": _one_of(STATUSES),
    "skill_id": _text,
}
_RATING: dict[str, Check] = {
    "who": _words,
    "skill_id": _words,
    "level": lambda value: int(_LEVEL(value)),
    "note": _text,
    "day": _day,
}
_REMARK: dict[str, Check] = {"who": _words, "question": _text, "text": _text, "day": _day}
_WIN: dict[str, Check] = {"day": _day, "did": _words, "result": _text, "skills": _each(_text)}
_CONTACT: dict[str, Check] = {
    "name": _words,
    "where": _text,
    "agreed": _text,
    "follow_up": _day,
    "done": _yes_or_no,
}
_INTERNSHIP: dict[str, Check] = {
    "stage": _one_of(tuple(STAGES)),
    "goals": _noun(Goal, _GOAL),
    "ratings": _noun(Rating, _RATING),
    "remarks": _noun(Remark, _REMARK),
    "wins": _noun(Win, _WIN),
    "contacts": _noun(Contact, _CONTACT),
}
