"""Applies the corrections that the owner of a resume made to its sections and entries."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from skillgap.model.resume import LayoutCorrection
from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens


def with_sections(
    tokens: Tokens,
    lines: Sequence[Bounds],
    headings: Sequence[TokenSpan],
    sections: Sequence[TokenSpan],
    corrections: Iterable[LayoutCorrection],
) -> tuple[tuple[TokenSpan, ...], tuple[TokenSpan, ...]]:
    """Return the headings and sections after lines were moved; together the sections cover all tokens.

    A heading that moves with lines below it opens their new section. A heading that moves alone becomes a line.
    """
    moves = [(move.section, _lines_within(tokens, lines, move)) for move in corrections if move.kind == "section"]
    moves = [(kind, moved) for kind, moved in moves if moved]
    if not moves:
        return tuple(headings), tuple(sections)
    starts = [section.start for section in sections]
    kinds = [sections[bisect_right(starts, start) - 1].label for start, _ in lines]
    opened = {heading.start: heading for heading in headings}
    for kind, moved in moves:
        kinds[moved.start : moved.stop] = [kind] * len(moved)
        for number in moved:
            if heading := opened.pop(lines[number][0], None):
                opened |= {heading.start: heading._replace(label=kind)} if len(moved) > 1 else {}
    cuts = [
        start
        for number, (start, _) in enumerate(lines)
        if not number or kinds[number] != kinds[number - 1] or (start in opened and start in starts)
    ]
    kind_of = {start: kind for (start, _), kind in zip(lines, kinds, strict=True)}
    moved_sections = [TokenSpan(start, end, kind_of[start]) for start, end in pairwise([*cuts, len(tokens)])]
    return tuple(opened[start] for start in sorted(opened)), tuple(moved_sections)


def with_entries(
    tokens: Tokens,
    lines: Sequence[Bounds],
    sections: Sequence[TokenSpan],
    entries: Sequence[TokenSpan],
    corrections: Iterable[LayoutCorrection],
) -> tuple[TokenSpan, ...]:
    """Return the entries, split and joined at the corrected lines; a section always begins an entry."""
    cuts = {entry.start for entry in entries}
    always = {section.start for section in sections}
    for change in corrections:
        moved = _lines_within(tokens, lines, change)
        if change.kind == "split" and moved:
            cuts.add(lines[moved.start][0])
        elif change.kind == "join" and moved:
            cuts -= {lines[moved.start][0]} - always
    return tuple([TokenSpan(start, end, "entry") for start, end in pairwise([*sorted(cuts), len(tokens)])])


def _lines_within(tokens: Tokens, lines: Sequence[Bounds], change: LayoutCorrection) -> range:
    """Return the numbers of the lines that begin within a part of the text."""
    starts = [tokens.starts[start] for start, _ in lines]
    return range(bisect_left(starts, change.start), bisect_left(starts, change.end))
