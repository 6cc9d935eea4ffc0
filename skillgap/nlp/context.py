"""Component: what the writer says of each skill. A cue governs to the end of its clause and no further."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import context_patterns, spans
from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.spans import TokenSpan

ASSERTIONS = ("negated", "learning", "wanted", "hedged", "expected", "expired")
"""What a scope may say; a hedged or expired mention is held, but little or no longer, an expected one being learned."""
UNHELD = frozenset({"negated", "learning", "wanted"})
BRACKET_REACH = 30
HELD_REACH = 3
"""Tokens between a cue and a phrase for holding that it governs ("no real experience in")."""
WEAKER = frozenset({"held_before", "hedged_before"})
"""Cues that belong to one right before them: "no exposure to", "eager to gain some experience with"."""
CLAUSE_MARKS = frozenset(",;:.!?()|")
DENIALS, DENIED = (
    frozenset({"no", "without", "zero", "lack", "lacks", "lacking"}),
    frozenset({"experience", "knowledge", "exposure", "background", "skills", "yet"}),
)
ANY = frozenset({"any", "formal", "much", "prior", "real"})
EITHER = frozenset({"not", "nor", "neither"})
"""Right before a name these deny it: "nor Java", "not ITIL certified"."""
ASKED, NOES = (["?"], [":"], ["-"], ["="]), (["no"], ["never"], ["nope"], ["none"], ["nil"], ["not"], ["zero"])
DENIAL_ENDS = frozenset(",;.!|)")
"""What follows a name that "no" alone denies, as in "no C++, no Java"."""
STOPS = frozenset(".;!?")
ANEW = frozenset({",", "and", "so"})
"""Before "I" these begin a clause of its own: "I'd like to learn Go, I already know C"."""
SHORT_BEFORE = 7
"""Tokens of a statement that one beginning with "in progress" or the like may speak of."""
SHORT_STATE = 2
"""Tokens from a colon to a cue that says the state of what is named before the colon."""
BACK_STOPS = frozenset(",;:|•·●○★☆#~") | {
    "and",
    "or",
    "than",
    "instead",
    "completed",
    "passed",
    "earned",
    "issued",
    "achieved",
}


@Language.factory("skillgap_scopes")
class ContextScopes:
    """Write the runs "scopes": the words a cue governs, labelled with one of ``SAYINGS``.

    Args:
        cues: Lists from ``data/cues.toml``: ``<saying>_before``, ``<saying>_after``, held_before, hedged_beside,
            denied_verbs, desires, desired_verbs, pseudo, terminators.
    """

    def __init__(self, nlp: Language, name: str, cues: dict[str, list[str]]) -> None:
        self.name = name
        single = ("hedged_beside", "denied_verbs", "desires", "desired_verbs")
        self.lists = {key: frozenset(cues.get(key, [])) for key in single}
        self.phrases = PhraseSet(nlp, {key: texts for key, texts in cues.items() if key not in single})

    def __call__(self, doc: Doc) -> Doc:
        """Find the scopes in ``doc``."""
        holder = [range(0)] * len(doc)
        skills = spans.of(doc, "skills")
        for span in skills:
            if span.label == IMPLICIT:
                continue  # "keen to pick up" shows a skill and is a cue for what follows
            holder[span.start : span.end] = [range(span.start, span.end)] * (span.end - span.start)
        cues = [cue for cue in self._cues(doc) if not _part_of_a_name(cue[0], cue[1], holder)]
        scopes = [*_forward(doc, cues), *_backward(doc, cues)]
        folded = doc.user_data["folded"]
        scopes += [
            TokenSpan(span.start, span.end, "hedged")
            for span in skills
            if span.start and folded[span.start - 1] in self.lists["hedged_beside"]
        ]
        scopes += [TokenSpan(span.start, span.end, "negated") for span in skills if _denied(doc, span)]
        spans.put(doc, "scopes", sorted(scopes, key=lambda scope: (scope.start, scope.end)))
        return doc

    def _cues(self, doc: Doc) -> list[tuple[int, int, str]]:
        """Start, end and label of every cue in text order: listed phrases and turns of phrase, of two the longer."""
        listed = self.phrases.longest(doc)
        length = [0] * len(doc)
        for start, end, _ in listed:
            length[start:end] = [end - start] * (end - start)
        opens = {start for start, _ in doc.user_data["statements"]}
        turned = context_patterns.find_pattern_cues(doc.user_data["folded"], self.lists, opens)
        free = [one for one in turned if max(length[one[0] : one[1]]) < one[1] - one[0]]
        covered = spans.mask(len(doc), [TokenSpan(*cue) for cue in free])
        return sorted([*(one for one in listed if covered.find(1, one[0], one[1]) < 0), *free])


def _forward(doc: Doc, cues: list[tuple[int, int, str]]) -> Iterator[TokenSpan]:
    """From behind each cue that governs what follows it, to the end of its clause."""
    words = doc.user_data["words"]
    bounds = doc.user_data["statements"]
    limits = [end for _, end in bounds]
    opening = {start: (end, label) for start, end, label in cues}
    for start, first, cue in cues:
        kind, _, side = cue.rpartition("_")
        if side != "before" or kind not in ASSERTIONS:
            continue
        opens, limit = bounds[bisect_right(limits, start)]
        labelled, inside = words[first - 1] == ":", _is_open(words, opens, start)
        place = first
        while place < limit:
            end, label = opening.get(place, (place + 1, ""))
            goes_on = label in WEAKER and kind in UNHELD and _goes_on(words, first, place)
            ends = label == "terminators" or label.endswith("_before")
            if (ends and not goes_on) or (not label and _ends_clause(doc, place, labelled=labelled, inside=inside)):
                break
            place = end
        if place > first:
            yield TokenSpan(first, min(place, limit), kind)


def _ends_clause(doc: Doc, place: int, *, labelled: bool, inside: bool) -> bool:
    """Whether a mark ends a clause: a stop, but for ";" in a labelled list; a bracket that it began in."""
    word = doc.user_data["words"][place]
    if word == ")":
        return inside
    if word in ANEW:
        return bool(doc.user_data["folded"][place + 1 : place + 2] == ["i"])
    return word in STOPS and not (labelled and word == ";") and _stops(doc, place)


def _backward(doc: Doc, cues: list[tuple[int, int, str]]) -> Iterator[TokenSpan]:
    """Before each cue that governs what stands before it, back to the start of its clause."""
    statements = doc.user_data["statements"]
    alone, closings = {start for start, _ in statements}, {end for _, end in statements}
    after = [
        (start, kind)
        for start, end, label in cues
        if (kind := _said_behind(label, last=end in closings and start not in alone))
    ]
    openings = [start for start, _ in statements] if after else []
    stops = [place for place, word in enumerate(doc.user_data["folded"]) if word in BACK_STOPS] if after else []
    for start, kind in after:
        number = bisect_right(openings, start) - 1
        opening = openings[number]
        if start > opening:
            before = bisect_left(stops, start - 1)  # a mark right before the cue does not part it from its clause
            if (
                before
                and doc.user_data["folded"][stops[before - 1]] == ":"
                and start - stops[before - 1] <= SHORT_STATE
            ):
                before -= 1  # "Azure Fundamentals: 60 % complete"
            yield TokenSpan(max(opening, stops[before - 1] + 1 if before else 0), start, kind)
        elif number and start - openings[number - 1] <= SHORT_BEFORE:
            yield TokenSpan(openings[number - 1], start, kind)


def _said_behind(label: str, *, last: bool) -> str:
    """What a cue says of the words before it, if anything; one that looks ahead looks back where nothing follows."""
    kind, _, side = label.rpartition("_")
    return kind if side == "after" or (side == "before" and last and kind in UNHELD) else ""


def _is_open(words: list[str], first: int, place: int) -> bool:
    """Whether a bracket is open at ``place``, so that what begins there ends with it."""
    before = words[max(first, place - BRACKET_REACH) : place]
    return before.count("(") > before.count(")")


def _goes_on(words: list[str], start: int, place: int) -> bool:
    """Whether a phrase for holding right behind a cue belongs to it: "don't have much experience with"."""
    return place - start <= HELD_REACH and not CLAUSE_MARKS.intersection(words[start:place])


def _part_of_a_name(start: int, end: int, holder: list[range]) -> bool:
    """Whether a cue is only part of a longer name ("machine learning"); one that is a skill itself stays a cue."""
    return any(
        holder[place] and (holder[place].start < start or holder[place].stop > end) for place in range(start, end)
    )


def _denied(doc: Doc, span: TokenSpan) -> bool:
    """Whether "no" stands before the name, and behind it what is denied or nothing: "no cloud experience", "no C++"."""
    folded, breaks, end = doc.user_data["folded"], doc.user_data["breaks"], span.end
    if _answered(folded, breaks, end):
        return True
    before = span.start - 1
    if before >= 0 and folded[before] in EITHER and not breaks[span.start]:
        return True
    before -= before > 0 and folded[before] in ANY
    if before < 0 or folded[before] not in DENIALS or context_patterns.denied_before(folded, before):
        return False
    return end >= len(folded) or bool(breaks[end]) or folded[end] in DENIED or folded[end] in DENIAL_ENDS


def _answered(folded: list[str], breaks: list[int], end: int) -> bool:
    """Whether nothing but a "no" stands behind a name: "HTML fine, JavaScript no", "C++? Nope", "SAP: none"."""
    place = end + (folded[end : end + 1] in ASKED)
    if folded[place : place + 1] not in NOES or any(breaks[end : place + 1]):
        return False
    following = place + 1
    return following >= len(folded) or bool(breaks[following]) or folded[following] in DENIAL_ENDS


def _stops(doc: Doc, place: int) -> bool:
    """Whether a mark ends a sentence: one with a space behind it does ("Node.js" holds none)."""
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    return bool(place + 1 >= len(starts) or starts[place + 1] > ends[place])
