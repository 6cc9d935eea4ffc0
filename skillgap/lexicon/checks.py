"""Finds the faults of a file of ``data/lexicon/``, each as a key and the rule that it breaks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from skillgap.lexicon import patterns
from skillgap.lexicon.schema import ENTRY_FIELDS, IN_ORDER, LIST_FIELDS, WORDS, FileSchema

Fault = tuple[str, str]
"""The key, and the rule that it breaks."""
EXAMPLE = '{ find = "must", needs = "You must know SQL." }'


def faults(schema: FileSchema, values: Mapping[str, Any], stem: str) -> Iterator[Fault]:
    """Every fault of a parsed file."""
    for table in sorted(set(values) - set(schema.names)):
        yield "file", f"unknown field {table}"
    for table, names in schema.names.items():
        yield from _table(schema, table, set(names), values, stem)
    # an irregular past form needs its verb in the list of verbs
    for table, name in schema.keyed_by.items():
        listed = values.get(WORDS, {}).get(name, {}).get("words", ())
        yield from ((table, f"{key!r} is not among {name}") for key in values.get(table, {}) if key not in listed)


def _table(schema: FileSchema, table: str, names: set[str], values: Mapping[str, Any], stem: str) -> Iterator[Fault]:
    """Every fault of one table; without ``names`` it may hold any key."""
    inside = values.get(table, {})
    if not isinstance(inside, dict):
        yield table, "must be a table"
        return
    for key in sorted(set(inside) - names) if names else ():
        yield table, f"unknown field {key}"
    # the glossary is shown in the order of the file, other tables are found by name
    if f"{stem}.{table}" not in IN_ORDER:
        yield from _unsorted(table, list(inside))
    for key, value in inside.items():
        if not names or key in names:
            yield from _inside(schema, table, key, value, values)


def _inside(schema: FileSchema, table: str, key: str, value: Any, values: Mapping[str, Any]) -> Iterator[Fault]:
    """Every fault of one entry of a table."""
    if table == WORDS:
        yield from _words(key, value)
    elif table in schema.wordings:
        read = patterns.phrases if schema.fixed else patterns.expression
        yield from _wordings(f"{table}.{key}", value, values.get(WORDS, {}), read)
    elif table in schema.records:
        if not isinstance(value, dict) or set(value) != set(schema.records[table]):
            yield key, f"must have the fields {', '.join(schema.records[table])} and no others"
    elif not is_text(value):
        yield table, f"{key} must be a sentence without white space at its ends"


def _words(key: str, fields: Any) -> Iterator[Fault]:
    """Faults of a closed list: it has words, sorted and in lower case, and one line that needs it."""
    if not isinstance(fields, dict):
        yield key, "must be a table with the fields needs and words"
        return
    for field in sorted(set(fields) - LIST_FIELDS):
        yield key, f"unknown field {field}"
    if not is_text(fields.get("needs")):
        yield key, "needs = must give a line that needs the list"
    words = fields.get("words")
    if not isinstance(words, list) or not words or not all(map(is_text, words)):
        yield key, "words = must list words that are neither empty nor padded with white space"
        return
    for word in words:
        if word != word.lower():
            yield key, f"must be in lower case, {word!r} is not"
    yield from _unsorted(key, words)


def _wordings(key: str, entries: Any, lists: Mapping[str, Any], read: Callable[..., object]) -> Iterator[Fault]:
    """Faults of a list of wordings: it is sorted, and ``read`` can read each wording, which has a line."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        yield key, f"must list entries such as {EXAMPLE}"
        return
    if not all(is_text(entry.get("find")) for entry in entries):
        yield key, f"must list entries such as {EXAMPLE}"
        return
    words = {name: fields["words"] for name, fields in lists.items()}
    for entry in entries:
        find = entry["find"]
        yield from ((key, f"{find!r} {rule}") for rule in _entry(entry))
        # "{device}" for "{devices}" must fail here, not while a resume is read
        try:
            read(find, words)
        except (KeyError, TypeError) as error:
            yield key, f"{find!r} names a list that is not there ({error})"
        except ValueError as error:
            yield key, f"{find!r}: {error}"
    yield from _unsorted(key, [entry["find"] for entry in entries])


def _entry(entry: Mapping[str, Any]) -> Iterator[str]:
    """Faults in the fields of one wording."""
    for field in sorted(set(entry) - ENTRY_FIELDS):
        yield f"has the unknown field {field}"
    if not is_text(entry.get("needs")):
        yield "needs the line that it is there for"
    if not isinstance(entry.get("scope", 0), int):
        yield "has a scope that is not a number of words"
    if not isinstance(entry.get("certificates", False), bool):
        yield "has certificates that are neither true nor false"


def _unsorted(key: str, names: Sequence[str]) -> Iterator[Fault]:
    """Faults in the order of a list: alphabetical in any case, each name once."""
    for before, after in pairwise(names):
        if after == before:
            yield key, f"{after!r} is listed twice"
        elif (after.casefold(), after) < (before.casefold(), before):
            yield key, f"{after!r} must stand before {before!r} (alphabetical order)"


def is_text(value: Any) -> bool:
    """Whether a value is a string that is neither empty nor padded with white space."""
    return isinstance(value, str) and bool(value) and value == value.strip()
