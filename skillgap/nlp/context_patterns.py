"""Turns of phrase that deny, study or wish whatever the exact words: "haven't really used", "week 5 of 12"."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

Cue = tuple[int, int, str]
"""Start, end and label."""

DENIALS = frozenset(
    {"not", "never", "dont", "didnt", "doesnt", "havent", "hasnt", "cant", "cannot", "couldnt", "nothing"}
)
STEMS = frozenset({"ain", "don", "didn", "doesn", "haven", "hasn", "can", "couldn", "isn", "wasn", "wouldn"})
"""What stands before the apostrophe of "n't"."""
DENIED = DENIALS | {"t"}
"""Words in which a denial ends."""
ENDS = frozenset(",;:.!?()|/-\u2022\u2013") | {"only", "just", "but", "and", "or"}
"""What separates a denial from a verb that it does not govern ("not only used")."""
OTHERS = frozenset(
    {"who", "which", "that", "they", "it", "he", "she", "people", "users", "customers", "clients", "staff"}
)
"""Before a denial these make it somebody else's ("riders who don't read English")."""
NOT_A_LACK = frozenset(
    {
        "afraid", "break", "broke", "complain", "complained", "fail", "failed", "forget", "forgot", "gave", "give",
        "hesitate", "hesitated", "imagine", "late", "let", "limited", "lose", "lost", "merely", "mind", "miss",
        "missed", "need", "needed", "regret", "regretted", "shy", "simply", "stop", "stopped", "think", "tire",
        "tired", "wait", "worry",
    }
)  # fmt: skip
"""After a denial these tell of no lack: "never missed", "cannot imagine", "not afraid"."""
CONDITIONS = frozenset({"without", "if", "unless"})
"""Behind a denial these take it back: "couldn't work without Git"."""
AUXILIARIES = frozenset(
    {"am", "can", "could", "did", "do", "had", "have", "was", "would", "-", "*", "\u2013", "\u2022"}
)
"""Between the start of a statement and a denial these leave it the writer's own."""
LACKS = frozenset({"lack", "lacking", "no", "without", "zero"})
KNOWING = frozenset(
    {"background", "experience", "exposure", "familiarity", "grounding", "knowledge", "practice", "training"}
)
OF = frozenset({"in", "of", "on", "to", "using", "with"})
"""A lack, what one knows, and a word that leads to the skill: "without any exposure to"."""
UNITS = frozenset({"chapter", "day", "lecture", "lesson", "module", "part", "unit", "week"})
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(COUNTED, start=1)} | {str(one): one for one in range(100)}
PARTS = frozenset({"of", "/"})
"""After a unit of a course and its number these tell that it is under way: "week 5 of", "module 3/8"."""
FINISHED = frozenset({"complete", "completed", "done", "finished", "passed"})
STUDIES = frozenset(
    {"attending", "cramming", "doing", "enrolled", "follow", "following", "registered", "taking", "watching"}
)
COURSES = frozenset(
    {
        "bootcamp", "class", "classes", "course", "courses", "lectures", "module", "modules", "mooc", "nanodegree",
        "path", "series", "specialisation", "specialization", "tutorial", "tutorials",
    }
)  # fmt: skip
"""What is attended or followed where something is being learned: "following a series on Django"."""
LEADS = OF | {"about", "and", "at", "by", "for", "from"}
"""What may follow a course: behind "class" another noun makes something else of it ("class rota")."""
NOW = frozenset({"am", "currently", "i", "m", "now", "presently", "still"})
LIKING = frozenset({"like", "love"})
WOULD = frozenset({"would", "d"})
"""What makes a wish of liking: "I would like to build" is one, "I like to build" is none."""
LABELS = {
    "wanted_before": frozenset(
        {"aim", "aims", "ambition", "ambitions", "aspiration", "aspirations", "dream", "goal", "goals", "wish"}
    ),
    "negated_before": frozenset({"gaps", "missing"}),
}
"""Words in the label of a line that tell what it says of all that it lists ("Goal for next year: ...")."""
SELF_REACH, VERB_REACH, TO_REACH, AGAIN_REACH, LABEL_REACH, CLAUSE_REACH = 3, 3, 4, 4, 6, 9
"""Tokens in which stand: "I" before a denial, its verb behind it, "to" behind a wish, another denial or "would" before,
the label of a line, and the course or condition of a clause."""


class _Text(NamedTuple):
    """What a turn is looked for in.

    Attributes:
        folded: Lower-case tokens.
        opens: Places where statements begin.
        lists: Lists of ``data/cues.toml``.
    """

    folded: Sequence[str]
    opens: Collection[int]
    lists: Mapping[str, frozenset[str]]

    def at(self, place: int) -> str:
        """The token at a place, empty beyond the text."""
        return self.folded[place] if 0 <= place < len(self.folded) else ""

    def next(self, start: int, reach: int, wanted: Collection[str]) -> int:
        """Place of the next of ``wanted`` within reach, 0 where something ends the phrase first."""
        for place in range(start, min(start + reach, len(self.folded))):
            if self.folded[place] in wanted:
                return place
            if self.folded[place] in ENDS:
                return 0
        return 0


def find_pattern_cues(
    folded: Sequence[str], lists: Mapping[str, frozenset[str]], opens: Collection[int]
) -> Iterator[Cue]:
    """Start, end and label of each turn of phrase, in text order.

    What the writer denies of himself ("I have not", or a denial that opens a statement) is denied whatever the verb;
    elsewhere only certain verbs tell that it is a skill that is denied.

    Args:
        folded: Lower-case tokens of a text.
        lists: ``denied_verbs``, ``desires`` and ``desired_verbs`` of ``data/cues.toml``.
        opens: Places where statements begin.
    """
    text = _Text(folded, opens, lists)
    turns: dict[str, Callable[[_Text, int], Cue | None]] = dict.fromkeys(lists["desires"], _wish)
    turns |= _TURNS
    for place, word in enumerate(folded):
        turn = turns.get(word)
        if turn and (cue := turn(text, place)):
            yield cue


def denied_before(folded: Sequence[str], place: int) -> bool:
    """Whether a denial stands shortly before a place, with no mark between: "nothing I can't do"."""
    for before in range(place - 1, max(-1, place - 1 - AGAIN_REACH), -1):
        if folded[before] in DENIED:
            return True
        if folded[before] in ENDS:
            return False
    return False


def _denial(text: _Text, place: int) -> Cue | None:
    """A denial: "have not yet really used", "I never wrote", and behind a name "which I never used"."""
    contracted = text.at(place) == "t"
    start = place - 2 if contracted else place
    if contracted and not (text.at(place - 1) in {"'", "\u2019"} and text.at(start) in STEMS):
        return None
    if _taken_back(text, start, place):
        return None
    before = text.folded[max(0, start - SELF_REACH) : start]
    if before[-1:] == ["i"] and "which" in before[-2:]:
        return start - 2, min(place + 2, len(text.folded)), "negated_after"
    verb = text.next(place + 1, VERB_REACH, text.lists["denied_verbs"])
    if verb:
        return None if text.at(start - 1) in OTHERS else (start, verb + 1, "negated_before")
    first = start - 1 if text.at(start - 1) in AUXILIARIES else start
    following = text.folded[place + 1 : place + 1 + VERB_REACH]
    own = first in text.opens or "i" in before
    if own and following and following[0] not in ENDS and NOT_A_LACK.isdisjoint(following):
        return start, place + 2, "negated_before"
    return None


def _taken_back(text: _Text, start: int, place: int) -> bool:
    """Whether a denial is denied or bound to a condition: "nothing I can't do", "couldn't work without Git"."""
    if text.at(start - 1) == "and" and text.at(start - 2) == "did":  # "what I did and didn't see"
        return True
    following = text.folded[place + 1 : place + CLAUSE_REACH]
    again = denied_before(text.folded, start) or not DENIED.isdisjoint(following[:VERB_REACH])
    return again or not CONDITIONS.isdisjoint(following)


def _lack(text: _Text, place: int) -> Cue | None:
    """What one lacks: "without any exposure to"."""
    noun = text.next(place + 1, VERB_REACH, KNOWING)
    return (place, noun + 2, "negated_before") if noun and text.at(noun + 1) in OF else None


def _unit(text: _Text, place: int) -> Cue | None:
    """A part of a course: "week 5 of 12", "lesson two of"."""
    if text.at(place + 1) not in NUMBERS or text.at(place + 2) not in PARTS:
        return None
    return place, place + 3 + (text.at(place + 3) in NUMBERS), "learning_before"


def _partly(text: _Text, place: int) -> Cue | None:
    """Fewer parts than there are: "3 of 5 completed"."""
    some, all_ = NUMBERS.get(text.at(place - 3), 0), NUMBERS.get(text.at(place - 1), 0)
    partly = some < all_ and text.at(place - 2) in PARTS and text.at(place - 3) in NUMBERS
    return (place - 3, place + 1, "learning_after") if partly else None


def _study(text: _Text, place: int) -> Cue | None:
    """A course that is followed: "following a series on"."""
    noun = text.next(place + 1, CLAUSE_REACH, COURSES)
    following = text.at(noun + 1)
    own = place in text.opens or text.at(place - 1) in NOW
    leads = following in LEADS or not following.isalpha()
    return (place, place + 1, "learning_before") if noun and own and leads else None


def _label(text: _Text, place: int) -> Cue | None:
    """A label: "goal for next year:", "Not yet:"; "including but not limited to:" is none."""
    for start in range(place - 1, max(-1, place - 1 - LABEL_REACH), -1):
        if start in text.opens:
            words = text.folded[start:place]
            said = (said for said, ones in LABELS.items() if not ones.isdisjoint(words))
            label = "negated_before" if words[0] == "not" else next(said, "")
            return (start, place + 1, label) if label else None
    return None


def _wish(text: _Text, place: int) -> Cue | None:
    """A wish: "would one day like to try"."""
    liking = text.at(place) in LIKING
    if liking and WOULD.isdisjoint(text.folded[max(0, place - AGAIN_REACH) : place]):
        return None
    to = text.next(place + 1, TO_REACH, ("to",))
    verb = text.next(to + 1, 2, text.lists["desired_verbs"]) if to else 0
    return (place, verb + 1, "wanted_before") if verb else None


_TURNS: dict[str, Callable[[_Text, int], Cue | None]] = {
    **dict.fromkeys(DENIED, _denial),
    **dict.fromkeys(LACKS, _lack),
    **dict.fromkeys(UNITS, _unit),
    **dict.fromkeys(FINISHED, _partly),
    **dict.fromkeys(STUDIES, _study),
    ":": _label,
}
"""A word -> what looks for the turn of phrase that it belongs to."""
