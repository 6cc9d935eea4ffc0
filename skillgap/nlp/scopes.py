"""Component: what the writer says of each skill. A cue governs to the end of its clause and no further."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from skillgap.nlp.phrases import Phrases

ASSERTIONS = ("negated", "learning", "wanted")
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
        named = bytearray(len(doc))
        for span in doc.spans["skills"]:
            named[span.start : span.end] = b"\x01" * len(span)
        cues = [cue for cue in self.phrases.longest(doc) if not any(named[cue[0] : cue[1]])]
        opening = {start: (end, label) for start, end, label in cues}
        scopes = []
        for statement in doc.spans["statements"]:
            scopes += self._forward(doc, statement, opening)
            scopes += self._backward(doc, statement, cues)
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


def _stops(doc: Doc, place: int) -> bool:
    """Whether the token ends a sentence: a mark with a space behind it ("Node.js" holds none)."""
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    return doc[place].text in STOPS and (place + 1 >= len(doc) or starts[place + 1] > ends[place])
