"""How one Doc is laid out, in characters, for those who know nothing of spaCy."""

from spacy.tokens import Doc

from skillgap.model.resume import Outline, Section
from skillgap.nlp import dates, entries, spans
from skillgap.nlp.spans import TokenSpan


def outline(doc: Doc, text: str) -> Outline:
    """The sections, entries (in the order of the component), headings and statements of ``doc``."""
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    sections = [Section(run.label, *_bounds(run, starts, ends)) for run in spans.of(doc, "sections")]
    kinds = {run.start: run.label for run in spans.of(doc, "sections")}
    kind, parts = "top", []
    for run in spans.of(doc, "entries"):
        kind = kinds.get(run.start, kind)
        active = kind in entries.ACTIVE
        period = dates.parse_period(entries.entry_heading(doc, run.start, run.end, text)) if active else None
        parts.append(Section(kind, *_bounds(run, starts, ends), period))
    headings = tuple(_bounds(run, starts, ends) for run in spans.of(doc, "headings"))
    lines = tuple((starts[first], ends[last - 1]) for first, last in doc.user_data["statements"])
    return Outline(tuple(sections), tuple(parts), headings, lines)


def _bounds(run: TokenSpan, starts: list[int], ends: list[int]) -> tuple[int, int]:
    """Where a run begins and ends in the text."""
    return starts[run.start], ends[run.end - 1]
