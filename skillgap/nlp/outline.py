"""Describes the layout of a text with offsets in characters, for other packages."""

from skillgap.model.resume import Outline, Section
from skillgap.nlp import dates
from skillgap.nlp.annotations import Layout
from skillgap.nlp.entries import ACTIVE_SECTIONS, entry_heading
from skillgap.nlp.tokens import Tokens


def outline(tokens: Tokens, layout: Layout) -> Outline:
    """Return sections, entries with their periods, headings and sentences."""
    sections = [Section(section.label, *tokens.offsets(section.start, section.end)) for section in layout.sections]
    headings = [tokens.offsets(heading.start, heading.end) for heading in layout.headings]
    sentences = [tokens.offsets(start, end) for start, end in layout.sentences]
    return Outline(tuple(sections), _entries(tokens, layout), tuple(headings), tuple(sentences))


def _entries(tokens: Tokens, layout: Layout) -> tuple[Section, ...]:
    """Return the entries with the kind of their section and, in active sections, their period."""
    kinds = {section.start: section.label for section in layout.sections}
    kind, entries = "top", []
    for entry in layout.entries:
        # an entry inside a section has the kind of the entry before it
        kind = kinds.get(entry.start, kind)
        active = kind in ACTIVE_SECTIONS
        period = dates.parse_period(entry_heading(tokens, layout.text_lines, entry)) if active else None
        entries.append(Section(kind, *tokens.offsets(entry.start, entry.end), period))
    return tuple(entries)
