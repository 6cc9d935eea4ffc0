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
        self.firsts = frozenset(wording.split(" ")[0] for wording in self.kinds)
        self.longest = max((HEADING_WORDS, *(wording.count(" ") + 1 for wording in self.kinds)))

    def __call__(self, doc: Doc) -> Doc:
        """Find the sections of ``doc``."""
        lines = doc.user_data["lines"]
        headings = [heading for line in lines if (heading := self._heading(doc, *line))]
        doc.spans["headings"] = headings
        starts = [(0, "top"), *((heading.start, heading.label_) for heading in headings)]
        for start, end in lines:
            kind = self._label(doc, start, end)
            if kind:
                before = [one for one in starts if one[0] <= start][-1][1]
                starts = sorted({*starts, (start, kind), (end, before)} - {(start, before)})
        starts = [one for one in starts if one[0] < len(doc) or one[0] == 0]
        starts = [one for place, one in enumerate(starts) if place + 1 == len(starts) or starts[place + 1][0] > one[0]]
        ends = [start for start, _ in starts[1:]] + [len(doc)]
        doc.spans["sections"] = [
            Span(doc, start, end, label=kind) for (start, kind), end in zip(starts, ends, strict=True) if end > start
        ]
        return doc

    def _label(self, doc: Doc, start: int, end: int) -> str:
        """The kind of section that a line is by its label ("Hobbies: chess, Swift"), where that changes its claims."""
        opening = doc.user_data["words"][start : min(start + 5, end - 1)]
        colon = opening.index(":") if ":" in opening else 0
        kind = self.kinds.get(folded(" ".join(opening[:colon]))) if colon else None
        return kind if kind in LABELLED else ""

    def _heading(self, doc: Doc, start: int, end: int) -> Span | None:
        if end - start > 5 * HEADING_WORDS:
            return None
        everything = doc.user_data["words"][start:end]
        words = [word for word in everything if word[0].isalnum()]
        if not words or (len(words) > self.longest and len(words[0]) > 1):
            return None
        marked = everything[-1] == ":" or words[0].isupper() or len(words[0]) == 1
        if not marked and words[0].lower() not in self.firsts:
            return None
        wording = folded(" ".join(everything))
        kind = self.kinds.get(wording) or self.compact.get(spaced(words).casefold())
        if not kind and len(words) <= HEADING_WORDS:
            kind = self._opening(wording.split(), words, colon=everything[-1] == ":")
        return Span(doc, start, end, label=kind) if kind else None

    def _opening(self, wording: list[str], words: list[str], *, colon: bool) -> str | None:
        """The kind of a heading that adds to a known wording: in capitals, or with nothing after its colon."""
        if not (colon or all(word.isupper() or not word.isalpha() for word in words)):
            return None
        for length in range(len(wording) - 1, 0, -1):
            kind = self.kinds.get(" ".join(wording[:length])) or self.kinds.get(" ".join(wording[-length:]))
            joint = wording[length] in {"and", "with", "of"} or colon
            if kind and joint and kind != "other":
                return kind
        return None
