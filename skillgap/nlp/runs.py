"""Runs of tokens: what the components hand each other, and the Spans that everybody else finds in ``doc.spans``.

Reading a group of ``doc.spans`` makes each Span anew, at fifty times the cost of a tuple, so every group is also kept
as a list in ``doc.user_data`` under the same name; the two are only written together, by ``put``. Candidates, of which
it is not known yet whether they are anything, stand in ``doc.user_data`` alone.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span


class Run(NamedTuple):
    """Tokens from ``start`` to before ``end``, with a label and an id as a Span has them."""

    start: int
    end: int
    label: str
    id: str = ""


def put(doc: Doc, group: str, runs: Iterable[Run]) -> None:
    """Write ``runs`` as the spans of ``group``."""
    found = list(runs)
    doc.user_data[group] = found
    add: Any = doc.vocab.strings.add
    keys = {text: add(text) for text in {run.label for run in found} | {run.id for run in found}}
    doc.spans[group] = [Span(doc, start, end, label=keys[label], span_id=keys[id_]) for start, end, label, id_ in found]


def of(doc: Doc, group: str) -> list[Run]:
    """The runs written as ``group``."""
    runs: list[Run] = doc.user_data[group]
    return runs


def covered(doc: Doc, runs: Iterable[Run]) -> bytearray:
    """A 1 for each token that one of ``runs`` covers, a 0 for the others."""
    marks = bytearray(len(doc))
    for run in runs:
        marks[run.start : run.end] = b"\x01" * (run.end - run.start)
    return marks
