"""Runs of tokens: what the components hand each other, and what they learn of a Doc as labelled Spans.

Making a Span costs fifty times as much as a tuple, and most groups are only read by the next component, so each is
kept as a list in ``doc.user_data`` under its name; ``spans`` gives the Spans of a group to whoever wants to look.
"""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Span


class TokenSpan(NamedTuple):
    """Tokens from ``start`` to before ``end``, with a label and an id as a Span has them."""

    start: int
    end: int
    label: str
    id: str = ""


def put(doc: Doc, group: str, runs: Iterable[TokenSpan]) -> None:
    """Write ``runs`` as those of ``group``."""
    doc.user_data[group] = list(runs)


def of(doc: Doc, group: str) -> list[TokenSpan]:
    """The runs written as ``group``."""
    runs: list[TokenSpan] = doc.user_data[group]
    return runs


def spans(doc: Doc, group: str) -> list[Span]:
    """The Spans of ``group``, with label and id."""
    return [Span(doc, start, end, label=label, span_id=id_) for start, end, label, id_ in of(doc, group)]


def mask(doc: Doc, runs: Iterable[TokenSpan]) -> bytearray:
    """A 1 for each token that one of ``runs`` covers, a 0 for the others."""
    marks = bytearray(len(doc))
    for run in runs:
        marks[run.start : run.end] = b"\x01" * (run.end - run.start)
    return marks
