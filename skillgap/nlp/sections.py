"""Component: finds the sections of a resume by the wording and the layout of their headings."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

HEADING_WORDS = 7
"""A heading is short: a longer line that begins with one of its wordings is a sentence."""
LABELLED = frozenset({"interests", "references"})
"""Kinds of section that may be no more than a labelled line."""
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_GAPS = re.compile(r"[\s:_&,/-]+")


def folded(text: str) -> str:
    """A wording without case and edges, and with one way to write joints ("Skills & Tools:-" -> "skills and tools")."""
    plain = _EDGES.sub("", text.casefold())
    return _GAPS.sub(" ", plain.replace("&", " and ").replace("/", " and ")).strip()


def spaced(words: list[str]) -> str:
    """The words joined where a heading was letter-spaced ("S K I L L S"); empty where it was not."""
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else ""


@Language.factory("skillgap_sections", assigns=["doc.spans"])
class Sections:
    """Write ``doc.spans["sections"]``: spans that together cover the Doc, ``label_`` = kind of section.

    Headings themselves are written to ``doc.spans["headings"]``. The part before the first heading is "top".

    Args:
        headings: Kind of section -> wordings that open it.
    """

    def __init__(self, nlp: Language, name: str, headings: dict[str, list[str]]) -> None:
        self.name = name
        self.kinds = {folded(wording): kind for kind, wordings in headings.items() for wording in wordings}
        self.compact = {wording.replace(" ", ""): kind for wording, kind in self.kinds.items()}

    def __call__(self, doc: Doc) -> Doc:
        """Find the sections of ``doc``."""
        headings = [heading for line in doc.spans["lines"] if (heading := self._heading(doc, line))]
        doc.spans["headings"] = headings
        starts = [(0, "top"), *((heading.start, heading.label_) for heading in headings)]
        for line in doc.spans["lines"]:
            kind = self._label(line)
            if kind:
                before = [one for one in starts if one[0] <= line.start][-1][1]
                starts = sorted({*starts, (line.start, kind), (line.end, before)} - {(line.start, before)})
        starts = [one for one in starts if one[0] < len(doc) or one[0] == 0]
        starts = [one for place, one in enumerate(starts) if place + 1 == len(starts) or starts[place + 1][0] > one[0]]
        ends = [start for start, _ in starts[1:]] + [len(doc)]
        doc.spans["sections"] = [
            Span(doc, start, end, label=kind) for (start, kind), end in zip(starts, ends, strict=True) if end > start
        ]
        return doc

    def _label(self, line: Span) -> str:
        """The kind of section that a line is by its label ("Hobbies: chess, Swift"), where that changes its claims."""
        colon = next((place for place in range(1, min(5, len(line) - 1)) if line[place].text == ":"), 0)
        kind = self.kinds.get(folded(" ".join(token.text for token in line[:colon]))) if colon else None
        return kind if kind in LABELLED else ""

    def _heading(self, doc: Doc, line: Span) -> Span | None:
        words = [token.text for token in line if token.text[0].isalnum()]
        if not words or len(words) > 4 * HEADING_WORDS:
            return None
        wording = folded(_between(doc, line.start, line.end))
        kind = self.kinds.get(wording) or self.compact.get(spaced(words).casefold())
        if kind:
            return Span(doc, line.start, line.end, label=kind)
        if len(words) > HEADING_WORDS:
            return None
        return self._opening(doc, line, words)

    def _opening(self, doc: Doc, line: Span, words: list[str]) -> Span | None:
        """A heading that adds to a known wording: in capitals, or with nothing after its colon."""
        colon = line[-1].text == ":"
        if not (colon or all(word.isupper() or not word.isalpha() for word in words)):
            return None
        wording = folded(_between(doc, line.start, line.end)).split()
        for length in range(len(wording) - 1, 0, -1):
            kind = self.kinds.get(" ".join(wording[:length])) or self.kinds.get(" ".join(wording[-length:]))
            joint = wording[length] in {"and", "with", "of"} or colon
            if kind and joint and kind != "other":
                return Span(doc, line.start, line.end, label=kind)
        return None


def _between(doc: Doc, start: int, end: int) -> str:
    """The words of a token range, one space between them; good enough for wording, not for places."""
    return " ".join(token.text for token in doc[start:end])
