"""Turns of phrase that deny or wish whatever the exact words: "haven't really used", "would one day like to try"."""

from collections.abc import Iterator, Mapping, Sequence

DENIALS = frozenset(
    {"not", "never", "dont", "didnt", "doesnt", "havent", "hasnt", "cant", "cannot", "couldnt", "nothing"}
)
STEMS = frozenset({"don", "didn", "doesn", "haven", "hasn", "can", "couldn", "isn", "wasn", "wouldn"})
"""What stands before the apostrophe of "n't"."""
ENDS = frozenset(",;:.!?()|/\u2022\u2013") | {"only", "just", "but", "and", "or"}
"""What separates a denial from a verb that it does not govern ("not only used")."""
OTHERS = frozenset(
    {"who", "which", "that", "they", "it", "he", "she", "people", "users", "customers", "clients", "staff"}
)
"""Before a denial these make it somebody else's ("riders who don't read English")."""
VERB_REACH = 3
"""Tokens after a denial in which its verb stands: "not yet really used"."""
TO_REACH = 4
"""Tokens after a word for a wish in which "to" stands: "would very much like to"."""


def cues(folded: Sequence[str], lists: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of each turn of phrase, in text order.

    Args:
        folded: Lower-case tokens of a text.
        lists: ``denied_verbs``, ``desires`` and ``desired_verbs`` of ``data/cues.toml``.
    """
    denied, desires, desired = (lists[key] for key in ("denied_verbs", "desires", "desired_verbs"))
    opening = DENIALS | desires | {"t"}
    for place, word in enumerate(folded):
        if word not in opening:
            continue
        start = _denial(folded, place)
        if start is not None:
            verb = _next(folded, place + 1, VERB_REACH, denied)
            if verb and not (start and folded[start - 1] in OTHERS):
                yield start, verb + 1, "negated_before"
        elif word in desires:
            to = _next(folded, place + 1, TO_REACH, frozenset({"to"}))
            verb = _next(folded, to + 1, 2, desired) if to else 0
            if verb:
                yield place, verb + 1, "wanted_before"


def _denial(folded: Sequence[str], place: int) -> int | None:
    """Where the denial begins that ends at ``place``, if one does: "not", or "don", "'" and "t"."""
    if folded[place] in DENIALS:
        return place
    contracted = folded[place] == "t" and place > 1 and folded[place - 1] in "'\u2019" and folded[place - 2] in STEMS
    return place - 2 if contracted else None


def _next(folded: Sequence[str], start: int, reach: int, wanted: frozenset[str]) -> int:
    """Place of the next of ``wanted`` within reach, 0 where something ends the phrase first."""
    for place in range(start, min(start + reach, len(folded))):
        if folded[place] in wanted:
            return place
        if folded[place] in ENDS:
            return 0
    return 0
