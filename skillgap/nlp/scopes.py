"""Component: what the writer says of each skill. A cue governs to the end of its clause and no further."""

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import runs
from skillgap.nlp.phrases import Phrases
from skillgap.nlp.runs import Run

SAYINGS = ("negated", "learning", "wanted", "hedged", "expected", "expired")
"""What a scope may say; a hedged or expired mention is held, but little or no longer, an expected one being learned."""
DENIALS, DENIED = (
    frozenset({"no", "without", "zero"}),
    frozenset({"experience", "knowledge", "exposure", "background", "skills", "yet"}),
)
DENIAL_ENDS = frozenset(",;.!|)")
"""What follows a name that "no" alone denies, as in "no C++, no Java"."""
STOPS = frozenset(".;!?")
SHORT_BEFORE = 7
"""Tokens of a statement that one beginning with "in progress" or the like may speak of."""
BACK_STOPS = frozenset(",;:|•·●○★☆#~") | {"and", "or", "completed", "passed", "earned", "issued", "achieved"}


@Language.factory("skillgap_scopes", assigns=["doc.spans"])
class Scopes:
    """Write ``doc.spans["scopes"]``: the words a cue governs, ``label_`` one of ``SAYINGS``.

    Args:
        cues: Lists from ``data/cues.toml``: ``<saying>_before``, ``<saying>_after``, held_before, hedged_beside,
            pseudo, terminators.
    """

    def __init__(self, nlp: Language, name: str, cues: dict[str, list[str]]) -> None:
        self.name = name
        self.beside = frozenset(cues.get("hedged_beside", []))
        self.phrases = Phrases(nlp, {key: texts for key, texts in cues.items() if key != "hedged_beside"})

    def __call__(self, doc: Doc) -> Doc:
        """Find the scopes in ``doc``."""
        holder = [range(0)] * len(doc)
        skills = runs.of(doc, "skills")
        for span in skills:
            holder[span.start : span.end] = [range(span.start, span.end)] * (span.end - span.start)
        cues = [cue for cue in self.phrases.longest(doc) if not _part_of_a_name(cue[0], cue[1], holder)]
        opening = {start: (end, label) for start, end, label in cues}
        scopes = []
        for start, end in doc.user_data["statements"]:
            scopes += self._forward(doc, start, end, opening)
        scopes += self._backward(doc, cues)
        folded = doc.user_data["folded"]
        scopes += [
            Run(span.start, span.end, "hedged")
            for span in skills
            if span.start and folded[span.start - 1] in self.beside
        ]
        scopes += [Run(span.start, span.end, "negated") for span in skills if _denied(doc, span)]
        runs.put(doc, "scopes", sorted(scopes, key=lambda scope: (scope.start, scope.end)))
        return doc

    def _forward(self, doc: Doc, first: int, last: int, opening: dict[int, tuple[int, str]]) -> list[Run]:
        scopes: list[Run] = []
        words = doc.user_data["words"]
        place, start, assertion = first, first, ""

        def close(end: int) -> None:
            if assertion and end > start:
                scopes.append(Run(start, end, assertion))

        while place < last:
            end, label = opening.get(place, (place + 1, ""))
            kind, _, side = label.rpartition("_")
            if (
                label == "terminators"
                or side == "before"
                or (not label and words[place] in STOPS and _stops(doc, place))
            ):
                close(place)
                start, assertion = end, kind if kind in SAYINGS else ""
            place = max(end, place + 1)
        close(last)
        return scopes

    def _backward(self, doc: Doc, cues: list[tuple[int, int, str]]) -> list[Run]:
        scopes = []
        folded = doc.user_data["folded"]
        openings = [start for start, _ in doc.user_data["statements"]]
        for start, _, label in cues:
            kind, _, side = label.rpartition("_")
            number = bisect_right(openings, start) - 1
            opening = openings[number]
            if side != "after":
                continue
            if start == opening:
                if number and start - openings[number - 1] <= SHORT_BEFORE:
                    scopes.append(Run(openings[number - 1], start, kind))
                continue
            first = start
            while first > opening and (folded[first - 1] not in BACK_STOPS or first == start):
                first -= 1
            scopes.append(Run(first, start, kind))
        return scopes


def _part_of_a_name(start: int, end: int, holder: list[range]) -> bool:
    """Whether a cue is only part of a longer name ("machine learning"); one that is a skill itself stays a cue."""
    return any(
        holder[place] and (holder[place].start < start or holder[place].stop > end) for place in range(start, end)
    )


def _denied(doc: Doc, span: Run) -> bool:
    """Whether "no" stands before the name, and behind it what is denied or nothing: "no cloud experience", "no C++"."""
    folded, breaks, end = doc.user_data["folded"], doc.user_data["breaks"], span.end
    if span.start == 0 or folded[span.start - 1] not in DENIALS:
        return False
    return end >= len(folded) or bool(breaks[end]) or folded[end] in DENIED or folded[end] in DENIAL_ENDS


def _stops(doc: Doc, place: int) -> bool:
    """Whether a mark ends a sentence: one with a space behind it does ("Node.js" holds none)."""
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    return bool(place + 1 >= len(starts) or starts[place + 1] > ends[place])
