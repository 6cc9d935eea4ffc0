"""Component: what the writer says of each skill. A cue governs to the end of its clause and no further."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from skillgap.nlp.phrases import Phrases

ASSERTIONS = ("negated", "learning", "wanted")
DENIALS, DENIED = (
    frozenset({"no", "without", "zero"}),
    frozenset({"experience", "knowledge", "exposure", "background", "skills"}),
)
STOPS = frozenset(".;!?")
BACK_STOPS = frozenset(",;:|•") | {"and", "or"}


@Language.factory("skillgap_scopes", assigns=["doc.spans"])
class Scopes:
    """Write ``doc.spans["scopes"]``: the words a cue governs, ``label_`` = negated, learning or wanted.

    Args:
        cues: Lists from ``data/cues.toml``: ``<assertion>_before``, ``<assertion>_after``, held_before, pseudo,
            terminators.
    """

    def __init__(self, nlp: Language, name: str, cues: dict[str, list[str]]) -> None:
        self.name = name
        self.phrases = Phrases(nlp, cues)

    def __call__(self, doc: Doc) -> Doc:
        """Find the scopes in ``doc``."""
        holder = [range(0)] * len(doc)
        for span in doc.spans["skills"]:
            holder[span.start : span.end] = [range(span.start, span.end)] * len(span)
        cues = [cue for cue in self.phrases.longest(doc) if not _part_of_a_name(cue[0], cue[1], holder)]
        opening = {start: (end, label) for start, end, label in cues}
        scopes = []
        for statement in doc.spans["statements"]:
            scopes += self._forward(doc, statement, opening)
            scopes += self._backward(doc, statement, cues)
        scopes += [
            Span(doc, span.start, span.end, label="negated") for span in doc.spans["skills"] if _denied(doc, span)
        ]
        doc.spans["scopes"] = sorted(scopes, key=lambda scope: (scope.start, scope.end))
        return doc

    def _forward(self, doc: Doc, statement: Span, opening: dict[int, tuple[int, str]]) -> list[Span]:
        scopes: list[Span] = []
        place, start, assertion = statement.start, statement.start, ""

        def close(end: int) -> None:
            if assertion and end > start:
                scopes.append(Span(doc, start, end, label=assertion))

        while place < statement.end:
            end, label = opening.get(place, (place + 1, ""))
            kind, _, side = label.rpartition("_")
            if label == "terminators" or side == "before" or (not label and _stops(doc, place)):
                close(place)
                start, assertion = end, kind if kind in ASSERTIONS else ""
            place = max(end, place + 1)
        close(statement.end)
        return scopes

    def _backward(self, doc: Doc, statement: Span, cues: list[tuple[int, int, str]]) -> list[Span]:
        scopes = []
        for start, _, label in cues:
            kind, _, side = label.rpartition("_")
            if side != "after" or not statement.start < start < statement.end:
                continue
            first = start
            while first > statement.start and (doc[first - 1].lower_ not in BACK_STOPS or first == start):
                first -= 1
            scopes.append(Span(doc, first, start, label=kind))
        return scopes


def _part_of_a_name(start: int, end: int, holder: list[range]) -> bool:
    """Whether a cue is only part of a longer name ("machine learning"); one that is a skill itself stays a cue."""
    return any(
        holder[place] and (holder[place].start < start or holder[place].stop > end) for place in range(start, end)
    )


def _denied(doc: Doc, span: Span) -> bool:
    """Whether the name stands between a denial and what is denied: "no cloud experience"."""
    if span.start == 0 or span.end >= len(doc):
        return False
    return doc[span.start - 1].lower_ in DENIALS and doc[span.end].lower_ in DENIED


def _stops(doc: Doc, place: int) -> bool:
    """Whether the token ends a sentence: a mark with a space behind it ("Node.js" holds none)."""
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    return doc[place].text in STOPS and (place + 1 >= len(doc) or starts[place + 1] > ends[place])
