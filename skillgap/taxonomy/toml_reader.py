"""Read TOML tables field by field, by name and type. A field that nothing reads is a fault."""

import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from skillgap import bounded
from skillgap.errors import DocumentError, SkillgapError

MISSING = object()
DAY = "a day"
"""Key of a table that replaces a date in the JSON from a reading process; JSON has no dates."""
ROOT = "file"
"""Key used in the fault messages of a whole file."""


def parse(content: bytes, name: str, faults: list[str]) -> dict[str, Any]:
    """Parse a file. If it is not valid TOML in UTF-8, append a fault and return an empty table."""
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python takes
        faults.append(f"{name}: file: not valid TOML ({error})")
    return {}


def parse_bounded(content: bytes, name: str, faults: list[str]) -> dict[str, Any]:
    """Parse a user's file like ``parse``, but in a process with limits."""
    try:
        parsed: dict[str, Any] = bounded.read("skillgap.taxonomy.toml_reader:as_json", content, name)
    except DocumentError as error:
        reason = "too complicated" if error.kind == "too-complicated" else str(error)
        faults.append(f"{name}: file: not valid TOML ({reason})")
        return {}
    return {key: _with_days(one) for key, one in parsed.items()}


def as_json(content: bytes, name: str) -> dict[str, Any]:
    """Parse a file into values that JSON can represent. This function runs in the reading process.

    Raises:
        SkillgapError: It is not valid TOML; the sentence says where.
    """
    faults: list[str] = []
    found = parse(content, name, faults)
    if faults:
        raise SkillgapError(faults[0].removeprefix(f"{name}: file: not valid TOML (").removesuffix(")"))
    return {key: _changed(one, _day_as_table) for key, one in found.items()}


def _day_as_table(value: Any) -> Any:
    """Replace a date by a table. No field takes a time, so times become text and fail the type check later."""
    if type(value) is date:
        return {DAY: value.isoformat()}
    return value if isinstance(value, str | int | float) else str(value)


def _with_days(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {DAY}:
        return _day(value[DAY])
    if isinstance(value, dict):
        return {key: _with_days(one) for key, one in value.items()}
    return [_with_days(one) for one in value] if isinstance(value, list) else value


def _day(written: Any) -> Any:
    """Restore a date. A table that a user wrote with the key "a day" is returned unchanged."""
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError):
        return {DAY: written}


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """Apply ``change`` to each value in nested lists and tables."""
    if isinstance(value, dict):
        return {key: _changed(one, change) for key, one in value.items()}
    return [_changed(one, change) for one in value] if isinstance(value, list) else change(value)


class TomlTable:
    """A TOML table being read. Faults are collected as ``file: key: rule``, and reading continues.

    So ``skillgap check`` reports every fault of a file in one run.

    Attributes:
        file: Name of the file for messages.
        key: Key of the table for messages.
        faults: List that the faults are appended to.
        values: Contents of the table.
        unread: Names of the fields that no method has read.
    """

    def __init__(self, file: str, key: str, values: Any, faults: list[str]) -> None:
        self.file, self.key, self.faults = file, key, faults
        self.values: dict[str, Any] = {}
        self.unread: set[str] = set()
        if isinstance(values, dict):
            self.values = values
            self.unread = set(values)
        else:
            self.fault("must be a table")

    def fault(self, rule: str) -> None:
        """Append the fault that this table breaks ``rule``."""
        self.faults.append(f"{self.file}: {self.key}: {rule}")

    def _take(self, field: str, kind: type, default: Any) -> Any:
        self.unread.discard(field)
        value = self.values.get(field, MISSING)
        if value is MISSING:
            if default is MISSING:
                self.fault(f"{field} is missing")
                return kind()
            return default
        # bool is a subclass of int in Python: "hours = true" must not read as one hour.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(f"{field} must be a {kind.__name__}, not {type(value).__name__}")
            return kind() if default is MISSING else default
        return value

    def text(self, field: str, default: Any = MISSING) -> str:
        """Read a string without white space at its ends."""
        value: str = self._take(field, str, default)
        if value != value.strip() or (default is MISSING and field in self.values and not value):
            self.fault(f"{field} must not be empty or padded with white space")
        return value

    def choice(self, field: str, choices: tuple[str, ...], default: Any = MISSING) -> Any:
        """Read one of ``choices``."""
        value = self.text(field, default)
        if (field in self.values or default is not MISSING) and value != default and value not in choices:
            self.fault(f"{field} must be one of {', '.join(choices)}, not {value!r}")
            return choices[0]
        return value or choices[0] if default is MISSING else value

    def whole(self, field: str, low: int, high: int, default: Any = MISSING) -> int:
        """Read an integer from ``low`` to ``high``, both inclusive; others are clamped after the fault is reported."""
        value: int = self._take(field, int, default)
        if field in self.values and not low <= value <= high:
            self.fault(f"{field} must be from {low} to {high}, not {value}")
        return min(max(value, low), high)

    def share(self, field: str) -> float | None:
        """Read a number from 0 to 1; ``None`` if the field is missing."""
        self.unread.discard(field)
        value = self.values.get(field)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.fault(f"{field} must be a number from 0 to 1")
            return None
        return float(value)

    def day(self, field: str) -> date:
        """Read a date without a time."""
        self.unread.discard(field)
        value = self.values.get(field)
        if type(value) is date:  # not isinstance: a TOML date with a time is a datetime, a subclass of date
            return value
        self.fault(f"{field} must be a date such as 2026-11-23")
        return date.min

    def texts(self, field: str) -> tuple[str, ...]:
        """Read a list of distinct strings; empty if the field is missing."""
        values = self._take(field, list, [])
        good = [value for value in values if isinstance(value, str) and value and value == value.strip()]
        if len(good) < len(values):
            self.fault(f"{field} must hold strings that are neither empty nor padded with white space")
        if twice := [value for value, count in Counter(good).items() if count > 1]:
            self.fault(f"{field} lists {min(twice)!r} twice")
        return tuple(good)

    def pairs(self, field: str) -> tuple[tuple[str, str], ...]:
        """Read a table of id = "reason" pairs, sorted by id; empty if the field is missing."""
        values = self._take(field, dict, {})
        good = [(key, value) for key, value in values.items() if isinstance(value, str) and value.strip()]
        if len(good) < len(values):
            self.fault(f'{field} must give a reason for each id: {{ python = "why" }}')
        return tuple(sorted(good))

    def switch(self, field: str, *, default: bool) -> bool:
        """Read true or false."""
        value: bool = self._take(field, bool, default)
        return value

    def list_of_tables(self, field: str, label: str = "") -> list["TomlTable"]:
        """Read an array of tables in order. Faults name each one by its ``label`` field, else by its number."""
        values = self._take(field, list, [])
        above = "" if self.key == ROOT else f"{self.key}."
        return [
            TomlTable(self.file, f"{above}{self._label(number, value, field, label)}", value, self.faults)
            for number, value in enumerate(values, start=1)
        ]

    @staticmethod
    def _label(number: int, value: Any, field: str, label: str) -> str:
        name = value.get(label) if isinstance(value, dict) and label else None
        return name if isinstance(name, str) and name else f"{field} {number}"

    def tables(self, field: str, *, order: bool = True) -> dict[str, "TomlTable"]:
        """Read the subtables by key. Keys are kebab-case and, with ``order``, in alphabetical order."""
        values = self._take(field, dict, {})
        keys = list(values)
        for before, after in pairwise(keys):
            if order and after < before:
                self.faults.append(f"{self.file}: {after}: must stand before {before} (alphabetical order)")
        for key in keys:
            if not key.isascii() or not key.replace("-", "").isalnum() or key != key.lower() or "--" in key:
                self.faults.append(f"{self.file}: {key}: an id is kebab-case (a-z, 0-9 and single hyphens)")
        return {key: TomlTable(self.file, key, value, self.faults) for key, value in values.items()}

    def done(self) -> None:
        """Append a fault for each unread field."""
        for field in sorted(self.unread):
            self.fault(f"unknown field {field}")
