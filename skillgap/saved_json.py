"""Checks saved JSON and turns it back into objects: each field by its type, or by a rule of its own.

A check takes a value of JSON and returns the value of the field, or raises ValueError.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

MAX_ITEMS = 5_000
"""Most items of a list or a table."""
MAX_NAME = 60
"""Characters of a field's name that a sentence shows."""
T = TypeVar("T")
Check = Callable[[Any], T]
Rules = Mapping[str | type, Check[Any]]
"""Name of a field, or a type -> its check."""
NO_RULES: Rules = MappingProxyType({})


class FieldError(ValueError):
    """A field has a wrong value, or is unknown."""

    def __init__(self, name: str, *, unknown: bool = False) -> None:
        super().__init__(name[:MAX_NAME])
        self.name = name[:MAX_NAME]
        self.unknown = unknown


def record(kind: type[T], rules: Rules = NO_RULES) -> Check[T]:
    """The check of a dataclass, which is saved as an object, or of a named tuple, which is saved as a list.

    Raises (the check):
        FieldError: A field is unknown or wrong; in nested records, the inner field.
        ValueError: It is no record, or a field is missing.
    """
    checks = {name: rules.get(name) or _of_type(hint, rules) for name, hint in get_type_hints(kind).items()}

    def checked(value: Any) -> T:
        if issubclass(kind, tuple) and isinstance(value, list) and len(value) == len(checks):
            value = dict(zip(checks, value, strict=True))
        if not isinstance(value, dict):
            raise ValueError(kind.__name__)
        # a field of a newer version must not be lost without a word
        if strangers := sorted(set(value) - set(checks)):
            raise FieldError(strangers[0], unknown=True)
        parts = {name: _named(name, checks[name], part) for name, part in value.items()}
        try:
            return kind(**parts)
        except TypeError as error:
            raise ValueError(kind.__name__) from error

    return checked


def _named(name: str, check: Check[T], value: Any) -> T:
    """The value of a field; an error names the field."""
    try:
        return check(value)
    except FieldError:
        raise
    except ValueError as error:
        raise FieldError(name) from error


def whole(check: Check[T]) -> Check[T]:
    """A check whose errors name no inner field."""

    def checked(value: Any) -> T:
        try:
            return check(value)
        except FieldError as error:
            raise ValueError(error.name) from error

    return checked


def _of_type(hint: Any, rules: Rules) -> Check[Any]:
    """The check of a type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return one_of(*args)
    if origin is tuple:
        return each(_of_type(args[0], rules))
    if origin is Mapping:
        return table(_of_type(args[1], rules))
    return rules.get(hint) or SIMPLE[hint]


def each(check: Check[T], *, most: int = MAX_ITEMS) -> Check[tuple[T, ...]]:
    """A list of items."""

    def checked(value: Any) -> tuple[T, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError("list")
        return tuple(check(one) for one in value)

    return checked


def table(check: Check[T]) -> Check[dict[str, T]]:
    """An object whose values have one check."""

    def checked(value: Any) -> dict[str, T]:
        if not isinstance(value, dict) or len(value) > MAX_ITEMS:
            raise ValueError("table")
        return {text(key): check(one) for key, one in value.items()}

    return checked


def one_of(*choices: T) -> Check[T]:
    """One of a few values."""

    def checked(value: Any) -> T:
        # True equals 1 in Python, but is no level
        if isinstance(value, bool) or value not in choices:
            raise ValueError("choice")
        return choices[choices.index(value)]

    return checked


def text(value: Any) -> str:
    """A string; lone surrogates, which no page can show, are replaced."""
    if not isinstance(value, str):
        raise ValueError("text")
    return value.encode("utf-8", "replace").decode("utf-8")


def day(years: range) -> Check[str]:
    """A day of the given years in ISO form, or an empty string."""

    def checked(value: Any) -> str:
        if not text(value):
            return ""
        found = date.fromisoformat(value)
        # year 9999 would overflow the calendar of a plan
        if found.year not in years:
            raise ValueError("day")
        return found.isoformat()

    return checked


def number(bounds: range) -> Check[int]:
    """A whole number."""

    def checked(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value not in bounds:
            raise ValueError("number")
        return value

    return checked


def yes_or_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("yes or no")
    return value


SIMPLE: Mapping[Any, Check[Any]] = {str: text, bool: yes_or_no}
"""Type -> its check; a number needs a rule with its bounds."""
