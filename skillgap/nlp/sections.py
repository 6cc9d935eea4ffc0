"""Component: finds the sections of a resume by the wording and the layout of their headings."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.spans import TokenSpan

HEADING_WORDS = 7
"""A heading is short: a longer line that begins with one of its wordings is a sentence."""
KINDS, KIND_WORDS = frozenset({"certifications", "coursework", "education", "experience", "projects", "skills"}), 3
"""Last words that make a heading of a short line in capitals whatever stands before them ("SECURITY EXPERIENCE")."""
LABELLED = frozenset({"interests", "references"})
"""Kinds of section that may be no more than a labelled line."""
LABEL_REACH = 5
"""Tokens at the beginning of a line in which the colon of its label stands."""
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_GAPS = re.compile(r"[\s:_&,/-]+")


def folded(text: str) -> str:
    """A wording without case and edges, and with one way to write joints ("Skills & Tools:-" -> "skills and tools")."""
    plain = _EDGES.sub("", text.casefold())
    return _GAPS.sub(" ", plain.replace("&", " and ").replace("/", " and ")).strip()


def spaced(words: list[str]) -> str:
    """The words joined where a heading was letter-spaced ("S K I L L S"); empty where it was not."""
    return "".join(words) if len(words) > 3 and all(len(word) == 1 for word in words) else ""


@Language.factory("skillgap_sections")
class Sections:
    """Write the runs "sections", which together cover the Doc, labelled with the kind of section.

    Headings themselves are the runs "headings". The part before the first heading is "top".

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
        words = doc.user_data["words"]
        headings = [TokenSpan(start, end, kind) for start, end in lines if (kind := self._heading(words[start:end]))]
        spans.put(doc, "headings", headings)
        kinds = {0: "top"} | {heading.start: heading.label for heading in headings}
        before = "top"
        for start, end in lines:
            before = kinds.get(start, before)
            kind = self._label(words[start : min(start + LABEL_REACH, end - 1)])
            if kind:
                kinds.setdefault(end, before)
                if kind != before:
                    kinds[start] = kind
        starts = sorted(place for place in kinds if place < len(doc))
        ends = [*starts[1:], len(doc)]
        spans.put(
            doc, "sections", (TokenSpan(start, end, kinds[start]) for start, end in zip(starts, ends, strict=False))
        )
        return doc

    def _label(self, opening: list[str]) -> str:
        """The kind of section that a line is by its label ("Hobbies: chess, Swift"), where that changes its claims."""
        colon = opening.index(":") if ":" in opening else 0
        kind = self.kinds.get(folded(" ".join(opening[:colon]))) if colon else None
        return kind if kind in LABELLED else ""

    def _heading(self, everything: list[str]) -> str | None:
        """The kind of section that a line of these words is the heading of."""
        first = everything[0]
        if not first[0].isalnum():
            first = next((word for word in everything if word[0].isalnum()), "")
        marked = everything[-1] == ":" or first.isupper() or len(first) == 1
        if not first or len(everything) > 5 * HEADING_WORDS or not (marked or first.lower() in self.firsts):
            return None
        words = [word for word in everything if word[0].isalnum()]
        if len(words) > self.longest and len(first) > 1:
            return None
        wording = folded(" ".join(everything))
        kind = self.kinds.get(wording) or self.compact.get(spaced(words).casefold())
        if not kind and len(words) <= HEADING_WORDS:
            kind = self._opening(wording.split(), words, colon=everything[-1] == ":")
        return kind

    def _opening(self, wording: list[str], words: list[str], *, colon: bool) -> str | None:
        """The kind of a heading that adds to a known wording: in capitals, or with nothing after its colon."""
        if not (colon or all(word.isupper() or not word.isalpha() for word in words)):
            return None
        for length in range(len(wording) - 1, 0, -1):
            kind = self.kinds.get(" ".join(wording[:length])) or self.kinds.get(" ".join(wording[-length:]))
            joint = wording[length] in {"and", "with", "of"} or colon
            if kind and joint and kind != "other":
                return kind
        if len(wording) <= KIND_WORDS and wording[-1] in KINDS:
            return self.kinds.get(wording[-1])
        return None
