"""Component: cuts the sections that tell of activity into entries: one job, project, course or membership each."""

import re
from bisect import bisect_left, bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import TokenSpan

ACTIVE = frozenset({"experience", "internships", "projects", "volunteering", "activities", "education"})
_YEAR = re.compile(r"(?:19|20)\d\d$")
_NOW = frozenset({"present", "current", "now", "ongoing"})
TITLE_WORDS = 14
"""An entry opens with a short line: title, employer, place or dates."""
OPENING_LINES = 5
"""Lines at the beginning of an entry in which its dates are looked for."""


@Language.factory("skillgap_entries")
class Entries:
    """Write the runs "entries", which together cover the Doc; outside active sections one a section.

    A new entry begins at a short line that is no bullet, once the entry before has its date or its bullets, when a
    blank line stands before it, or when it bears a date itself.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Cut ``doc``."""
        cuts = []
        lines = doc.user_data["lines"]
        firsts = [start for start, _ in lines]
        for section in spans.of(doc, "sections"):
            cuts.append(section.start)
            if section.label in ACTIVE:
                cuts += _openings(doc, lines[bisect_right(firsts, section.start) : bisect_left(firsts, section.end)])
        ends = [*cuts[1:], len(doc)][: len(cuts)]
        bounds = zip(cuts, ends, strict=True)
        spans.put(doc, "entries", (TokenSpan(start, end, "entry") for start, end in bounds if end > start))
        return doc


def _openings(doc: Doc, lines: list[tuple[int, int]]) -> list[int]:
    """Where entries begin, given the lines of a section without its heading."""
    starts: list[int] = []
    words, folded, breaks = (doc.user_data[name] for name in ("words", "folded", "breaks"))
    dated = described = False
    for start, end in lines:
        bullet = words[start] in BULLETS
        title = not bullet and end - start <= TITLE_WORDS and words[end - 1] not in {".", ","}
        date = not bullet and any(word in _NOW or (word[0] in "12" and _YEAR.match(word)) for word in folded[start:end])
        gap = breaks[start] > 1
        if title and starts and ((described and (date or gap)) or (dated and date)):
            starts.append(start)
            dated = described = False
        elif not starts:
            starts.append(start)
        dated = dated or date
        described = described or bullet or end - start > TITLE_WORDS
    return starts[1:]


def entry_heading(doc: Doc, start: int, end: int, text: str) -> str:
    """The lines that open an entry, where its title, employer, place and dates stand."""
    words, starts, ends = (doc.user_data[name] for name in ("words", "starts", "ends"))
    lines = doc.user_data["lines"]
    first = bisect_left(lines, (start, 0))
    parts = []
    for opens, closes in lines[first : first + OPENING_LINES]:
        if opens >= end:
            break
        if words[opens] not in BULLETS and closes - opens <= 2 * TITLE_WORDS:
            parts.append(text[starts[opens] : ends[closes - 1]])
    return "\n".join(parts)
