"""Turns of phrase that deny or wish whatever the exact words: "haven't really used", "would one day like to try"."""

from collections.abc import Container, Iterator, Mapping, Sequence

DENIALS = frozenset(
    {"not", "never", "dont", "didnt", "doesnt", "havent", "hasnt", "cant", "cannot", "couldnt", "nothing"}
)
STEMS = frozenset({"ain", "don", "didn", "doesn", "haven", "hasn", "can", "couldn", "isn", "wasn", "wouldn"})
"""What stands before the apostrophe of "n't"."""
DENIED = DENIALS | {"t"}
"""Words in which a denial ends."""
ENDS = frozenset(",;:.!?()|/\u2022\u2013") | {"only", "just", "but", "and", "or"}
"""What separates a denial from a verb that it does not govern ("not only used")."""
OTHERS = frozenset(
    {"who", "which", "that", "they", "it", "he", "she", "people", "users", "customers", "clients", "staff"}
)
"""Before a denial these make it somebody else's ("riders who don't read English")."""
GLAD = frozenset(
    {
        "afraid", "break", "broke", "complain", "complained", "fail", "failed", "forget", "forgot", "gave", "give",
        "hesitate", "hesitated", "imagine", "late", "let", "limited", "lose", "lost", "merely", "mind", "miss",
        "missed", "need", "needed", "regret", "regretted", "shy", "simply", "stop", "stopped", "think", "tire",
        "tired", "wait", "worry",
    }
)  # fmt: skip
"""After a denial these tell of no lack: "never missed", "cannot imagine", "not afraid"."""
AUXILIARIES = frozenset(
    {"am", "can", "could", "did", "do", "had", "have", "was", "would", "-", "*", "\u2013", "\u2022"}
)
"""Between the start of a statement and a denial these leave it the writer's own."""
LIKING = frozenset({"like", "love"})
WOULD = frozenset({"would", "d"})
"""What makes a wish of liking: "I would like to learn" is one, "I like to build" is none."""
LABELS = {
    "wanted_before": frozenset(
        {"ambition", "ambitions", "aspiration", "aspirations", "dream", "goal", "goals", "wish"}
    ),
    "negated_before": frozenset({"gaps", "missing"}),
}
"""Words in the label of a line that tell what it says of all that it lists ("Goal for next year: ...")."""
LABEL_REACH = 6
STUDIES = frozenset(
    {"attending", "cramming", "doing", "enrolled", "follow", "following", "registered", "taking", "watching"}
)
COURSES = frozenset(
    {"bootcamp", "class", "classes", "course", "courses", "lectures", "module", "modules", "mooc", "nanodegree", "path",
     "series", "specialisation", "specialization", "tutorial", "tutorials"}
)  # fmt: skip
"""What is attended or followed where something is being learned: "following a series on Django"."""
LEADS = frozenset({"about", "and", "at", "by", "for", "from", "in", "of", "on", "to", "with"})
"""What may follow a course: behind "class" another noun makes something else of it ("class rota")."""
NOW = frozenset({"am", "currently", "i", "m", "now", "presently", "still"})
COURSE_REACH = 9
AGAIN_REACH, UNLESS_REACH = 4, 9
UNLESS = frozenset({"without", "if", "unless"})
"""Behind a denial these take it back: "couldn't work without Git"."""
SELF_REACH = 3
"""Tokens before a denial in which "I" stands: "I have not", "I've never"."""
VERB_REACH = 3
"""Tokens after a denial in which its verb stands: "not yet really used"."""
UNITS = frozenset({"chapter", "day", "lecture", "lesson", "module", "part", "unit", "week"})
NUMBERS = [
    [number]
    for number in (
        *map(str, range(1, 100)),
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    )
]
PARTS = ["of"], ["/"]
"""After a unit of a course and its number these tell that it is under way: "week 5 of", "module 3/8"."""
LACKS = frozenset({"lack", "lacking", "no", "without", "zero"})
KNOWING = frozenset(
    {"background", "experience", "exposure", "familiarity", "grounding", "knowledge", "practice", "training"}
)
OF = ["in"], ["of"], ["on"], ["to"], ["using"], ["with"]
"""A lack, what one knows, and a word that leads to the skill: "without any exposure to"."""
TO_REACH = 4
"""Tokens after a word for a wish in which "to" stands: "would very much like to"."""


def cues(
    folded: Sequence[str], lists: Mapping[str, frozenset[str]], opens: Container[int]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of each turn of phrase, in text order.

    What the writer denies of himself ("I have not", or a denial that opens a statement) is denied whatever the verb;
    elsewhere only certain verbs tell that it is a skill that is denied.

    Args:
        folded: Lower-case tokens of a text.
        opens: Places where statements begin.
        lists: ``denied_verbs``, ``desires`` and ``desired_verbs`` of ``data/cues.toml``.
    """
    denied, desires, desired = (lists[key] for key in ("denied_verbs", "desires", "desired_verbs"))
    opening = DENIALS | desires | LACKS | UNITS | STUDIES | {"t", ":"}
    for place, word in enumerate(folded):
        if word not in opening:
            continue
        start = _denial(folded, place)
        if start is not None:
            if _taken_back(folded, start, place):
                continue
            if "which" in folded[max(0, start - 2) : start] and "i" in folded[start - 1 : start]:
                yield start - 2, min(place + 2, len(folded)), "negated_after"
                continue
            verb = _next(folded, place + 1, VERB_REACH, denied)
            if verb and not (start and folded[start - 1] in OTHERS):
                yield start, verb + 1, "negated_before"
            elif not verb and _of_oneself(folded, start, opens) and _denies(folded[place + 1 : place + 1 + VERB_REACH]):
                yield start, place + 2, "negated_before"
        elif word in UNITS:
            if folded[place + 1 : place + 2] in NUMBERS and folded[place + 2 : place + 3] in PARTS:
                yield place, place + 3 + (folded[place + 3 : place + 4] in NUMBERS), "learning_before"
        elif word in LACKS:
            noun = _next(folded, place + 1, VERB_REACH, KNOWING)
            if noun and folded[noun + 1 : noun + 2] in OF:
                yield place, noun + 2, "negated_before"
        elif word == ":":
            yield from _labelled(folded, place, opens)
        elif word in STUDIES:
            noun = _next(folded, place + 1, COURSE_REACH, COURSES)
            following = folded[noun + 1] if noun and noun + 1 < len(folded) else "."
            if (
                noun
                and (place in opens or folded[place - 1] in NOW)
                and (following in LEADS or not following.isalpha())
            ):
                yield place, place + 1, "learning_before"
        elif word in desires and not (word in LIKING and WOULD.isdisjoint(folded[max(0, place - AGAIN_REACH) : place])):
            to = _next(folded, place + 1, TO_REACH, frozenset({"to"}))
            verb = _next(folded, to + 1, 2, desired) if to else 0
            if verb:
                yield place, verb + 1, "wanted_before"


def _labelled(folded: Sequence[str], colon: int, opens: Container[int]) -> Iterator[tuple[int, int, str]]:
    """The cue that the label before a colon is, where it opens its statement and holds one of ``LABELS``."""
    for start in range(colon - 1, max(-1, colon - 1 - LABEL_REACH), -1):
        if start in opens:
            yield from (
                (start, colon + 1, said) for said, words in LABELS.items() if words.intersection(folded[start:colon])
            )
            return


def denied_before(folded: Sequence[str], place: int) -> bool:
    """Whether a denial stands shortly before a place, with no mark between: "nothing I can't do"."""
    for before in range(place - 1, max(-1, place - 1 - AGAIN_REACH), -1):
        if folded[before] in DENIED:
            return True
        if folded[before] in ENDS:
            return False
    return False


def _taken_back(folded: Sequence[str], start: int, place: int) -> bool:
    """Whether a denial is denied or bound to a condition: "nothing I can't do", "couldn't work without Git"."""
    if folded[max(0, start - 2) : start] == ["did", "and"]:  # "what I did and didn't see"
        return True
    following = folded[place + 1 : place + UNLESS_REACH]
    again = denied_before(folded, start) or not DENIED.isdisjoint(following[:VERB_REACH])
    return again or not UNLESS.isdisjoint(following)


def _of_oneself(folded: Sequence[str], start: int, opens: Container[int]) -> bool:
    """Whether "I" stands shortly before a denial, or nothing of its statement does."""
    first = start - 1 if start and folded[start - 1] in AUXILIARIES else start
    return first in opens or "i" in folded[max(0, start - SELF_REACH) : start]


def _denies(following: Sequence[str]) -> bool:
    """Whether the words after a denial leave it one: not so "only", "missed" or a mark."""
    return bool(following) and following[0] not in ENDS and GLAD.isdisjoint(following)


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
