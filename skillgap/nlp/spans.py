"""Defines token ranges: plain, or labelled as a spaCy Span is.

Making a Span costs fifty times as much as a tuple, so the steps pass these to each other.
"""

from collections.abc import Iterable
from typing import NamedTuple

Bounds = tuple[int, int]
"""First token of a range and the one after its last."""


class TokenSpan(NamedTuple):
    """Tokens from ``start`` to before ``end`` with a label and an id, as a Span has them."""

    start: int
    end: int
    label: str
    id: str = ""


def mask(length: int, spans: Iterable[TokenSpan]) -> bytearray:
    """Mark with 1 each of ``length`` tokens that a span covers, with 0 the others."""
    marks = bytearray(length)
    for start, end, _, _ in spans:
        marks[start:end] = b"\x01" * (end - start)
    return marks


def fill(marks: bytearray, start: int, end: int) -> None:
    """Mark the tokens of a range with 1."""
    if end > start:
        marks[start:end] = b"\x01" * (end - start)
