"""Finds cues whose exact words vary: "haven't really used", "week 5 of 12", "would one day like to try"."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from skillgap.nlp.dates import NUMBER_WORDS
from skillgap.nlp.spans import TokenSpan

DENIALS = frozenset(
    {"not", "never", "dont", "didnt", "doesnt", "havent", "hasnt", "cant", "cannot", "couldnt", "nothing"}
)
STEMS = frozenset({"ain", "don", "didn", "doesn", "haven", "hasn", "can", "couldn", "isn", "wasn", "wouldn"})
"""Words before the apostrophe of "n't"."""
DENIED = DENIALS | {"t"}
"""Last words of a denial ("t" of "don't")."""
PHRASE_ENDS = frozenset(",;:.!?()|/-\u2022\u2013") | {"only", "just", "but", "and", "or"}
"""Words between a denial and a verb that it does not govern ("not only used")."""
OTHERS = frozenset(
    {"who", "which", "that", "they", "it", "he", "she", "people", "users", "customers", "clients", "staff"}
)
"""Subjects that make a denial somebody else's ("riders who don't read English")."""
NOT_A_LACK = frozenset(
    {
        "afraid", "break", "broke", "complain", "complained", "fail", "failed", "forget", "forgot", "gave", "give",
        "hesitate", "hesitated", "imagine", "late", "let", "limited", "lose", "lost", "merely", "mind", "miss",
        "missed", "need", "needed", "regret", "regretted", "shy", "simply", "stop", "stopped", "think", "tire",
        "tired", "wait", "worry",
    }
)  # fmt: skip
"""Verbs after which a denial means no missing skill ("never missed a deadline", "cannot imagine")."""
CONDITIONS = frozenset({"without", "if", "unless"})
"""Words after a denial that cancel it: "couldn't work without Git"."""
AUXILIARIES = frozenset(
    {"am", "can", "could", "did", "do", "had", "have", "was", "would", "-", "*", "\u2013", "\u2022"}
)
"""Words between the start of a sentence and a denial that leave it the writer's own."""
LACKS = frozenset({"lack", "lacking", "no", "without", "zero"})
KNOWING = frozenset(
    {"background", "experience", "exposure", "familiarity", "grounding", "knowledge", "practice", "training"}
)
OF = frozenset({"in", "of", "on", "to", "using", "with"})
"""Words that lead from a noun of knowing to the skill ("without any exposure to")."""
UNITS = frozenset({"chapter", "day", "lecture", "lesson", "module", "part", "unit", "week"})
NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS, start=1)} | {str(one): one for one in range(100)}
PARTS = frozenset({"of", "/"})
"""Words after the number of a unit that show a course under way: "week 5 of", "module 3/8"."""
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
"""Nouns for what a learner attends or follows: "following a series on Django"."""
LEADS = OF | {"about", "and", "at", "by", "for", "from"}
"""Words that may follow a course: another noun makes it something else ("class rota")."""
NOW = frozenset({"am", "currently", "i", "m", "now", "presently", "still"})
LIKING = frozenset({"like", "love"})
WOULD = frozenset({"would", "d"})
"""Words that make liking a wish: "I would like to build" is one, "I like to build" is not."""
LABELS = {
    "wanted.forward": frozenset(
        {"aim", "aims", "ambition", "ambitions", "aspiration", "aspirations", "dream", "goal", "goals", "wish"}
    ),
    "negated.forward": frozenset({"gaps", "missing"}),
}
"""Words in the label of a line that set the assertion of what it lists ("Goal for next year: ...")."""
SELF_REACH, VERB_REACH, TO_REACH, AGAIN_REACH, LABEL_REACH, CLAUSE_REACH = 3, 3, 4, 4, 6, 9
"""Tokens in which stand: "I" before a denial, its verb, "to" behind a wish, another denial or "would" before, the label
of a line, and the course or condition of a clause."""


class PatternWords(NamedTuple):
    """Holds the words of ``data/lexicon/context.toml`` that the patterns name.

    Attributes:
        denied_verbs: Verbs that make a denial about a skill ("used", "written").
        desires: Words that may open a wish ("hoping", "like").
        desired_verbs: Verbs that make a wish about a skill ("learn", "try").
    """

    denied_verbs: frozenset[str]
    desires: frozenset[str]
    desired_verbs: frozenset[str]


class _Text(NamedTuple):
    """Holds what the patterns are looked for in.

    Attributes:
        lower: Lower-case tokens.
        sentence_starts: Tokens that begin sentences.
        words: Words that the patterns name.
    """

    lower: Sequence[str]
    sentence_starts: Collection[int]
    words: PatternWords

    def at(self, index: int) -> str:
        """Return a token, empty beyond the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def next(self, start: int, reach: int, wanted: Collection[str]) -> int:
        """Return the next of ``wanted`` within reach, 0 where something ends the phrase first."""
        for index in range(start, min(start + reach, len(self.lower))):
            if self.lower[index] in wanted:
                return index
            if self.lower[index] in PHRASE_ENDS:
                return 0
        return 0


Pattern = Callable[[_Text, int], TokenSpan | None]


def find_pattern_cues(
    lower: Sequence[str], words: PatternWords, sentence_starts: Collection[int]
) -> Iterator[TokenSpan]:
    """Yield the cues in text order, labelled as the lists of ``data/lexicon/context.toml`` are named."""
    text = _Text(lower, sentence_starts, words)
    patterns: dict[str, Pattern] = dict.fromkeys(words.desires, _wish)
    patterns |= _PATTERNS
    for index, word in enumerate(lower):
        pattern = patterns.get(word)
        if pattern and (cue := pattern(text, index)):
            yield cue


def denied_before(lower: Sequence[str], index: int) -> bool:
    """Return whether a denial stands shortly before a token, with no mark between ("nothing I can't do")."""
    for before in range(index - 1, max(-1, index - 1 - AGAIN_REACH), -1):
        if lower[before] in DENIED:
            return True
        if lower[before] in PHRASE_ENDS:
            return False
    return False


def _denial(text: _Text, index: int) -> TokenSpan | None:
    """Return a denial: "have not yet really used", "I never wrote", and behind a name "which I never used".

    What the writer denies ("I have not", or a denial that opens a sentence) is denied for any verb; elsewhere only
    certain verbs show that a skill is denied.
    """
    start = _denial_start(text, index)
    if start is None or _is_cancelled(text, start, index):
        return None
    before = text.lower[max(0, start - SELF_REACH) : start]
    # "Java, which I never used"
    if before[-1:] == ("i",) and "which" in before[-2:]:
        return TokenSpan(start - 2, min(index + 2, len(text.lower)), "negated.backward")
    verb = text.next(index + 1, VERB_REACH, text.words.denied_verbs)
    if verb:
        # "riders who don't read English" denies nothing of the writer
        if text.at(start - 1) in OTHERS:
            return None
        # "not worked with" is longer than the cue "worked with", which would say that what follows is held
        return TokenSpan(start, verb + 1 + (text.at(verb + 1) in OF), "negated.forward")
    first = start - 1 if text.at(start - 1) in AUXILIARIES else start
    following = text.lower[index + 1 : index + 1 + VERB_REACH]
    own = first in text.sentence_starts or "i" in before
    if own and following and following[0] not in PHRASE_ENDS and NOT_A_LACK.isdisjoint(following):
        return TokenSpan(start, index + 2, "negated.forward")
    return None


def _denial_start(text: _Text, index: int) -> int | None:
    """Return the first token of a denial: "t" is one only with its stem, as in "don't"."""
    if text.at(index) != "t":
        return index
    contracted = text.at(index - 1) in {"'", "\u2019"} and text.at(index - 2) in STEMS
    return index - 2 if contracted else None


def _is_cancelled(text: _Text, start: int, index: int) -> bool:
    """Return whether a denial is denied or bound to a condition: "nothing I can't do", "couldn't work without Git"."""
    # "what I did and didn't see"
    if text.at(start - 1) == "and" and text.at(start - 2) == "did":
        return True
    following = text.lower[index + 1 : index + CLAUSE_REACH]
    again = denied_before(text.lower, start) or not DENIED.isdisjoint(following[:VERB_REACH])
    return again or not CONDITIONS.isdisjoint(following)


def _lack(text: _Text, index: int) -> TokenSpan | None:
    """Return what the writer lacks: "without any exposure to"."""
    noun = text.next(index + 1, VERB_REACH, KNOWING)
    return TokenSpan(index, noun + 2, "negated.forward") if noun and text.at(noun + 1) in OF else None


def _unit(text: _Text, index: int) -> TokenSpan | None:
    """Return a part of a course: "week 5 of 12", "lesson two of"."""
    if text.at(index + 1) not in NUMBERS or text.at(index + 2) not in PARTS:
        return None
    return TokenSpan(index, index + 3 + (text.at(index + 3) in NUMBERS), "learning.forward")


def _partly_finished(text: _Text, index: int) -> TokenSpan | None:
    """Return fewer parts than there are: "3 of 5 completed"."""
    done, total = NUMBERS.get(text.at(index - 3), 0), NUMBERS.get(text.at(index - 1), 0)
    partly = done < total and text.at(index - 2) in PARTS and text.at(index - 3) in NUMBERS
    return TokenSpan(index - 3, index + 1, "learning.backward") if partly else None


def _study(text: _Text, index: int) -> TokenSpan | None:
    """Return a course under way: "following a series on"."""
    noun = text.next(index + 1, CLAUSE_REACH, COURSES)
    following = text.at(noun + 1)
    own = index in text.sentence_starts or text.at(index - 1) in NOW
    leads = following in LEADS or not following.isalpha()
    return TokenSpan(index, index + 1, "learning.forward") if noun and own and leads else None


def _label(text: _Text, index: int) -> TokenSpan | None:
    """Return a label: "goal for next year:", "Not yet:"; "including but not limited to:" is none."""
    for start in range(index - 1, max(-1, index - 1 - LABEL_REACH), -1):
        if start in text.sentence_starts:
            words = text.lower[start:index]
            named = (cue for cue, nouns in LABELS.items() if not nouns.isdisjoint(words))
            label = "negated.forward" if words[0] == "not" else next(named, "")
            return TokenSpan(start, index + 1, label) if label else None
    return None


def _wish(text: _Text, index: int) -> TokenSpan | None:
    """Return a wish: "would one day like to try"."""
    # "I like to build in Docker" is no wish
    liking = text.at(index) in LIKING
    if liking and WOULD.isdisjoint(text.lower[max(0, index - AGAIN_REACH) : index]):
        return None
    to = text.next(index + 1, TO_REACH, ("to",))
    verb = text.next(to + 1, 2, text.words.desired_verbs) if to else 0
    return TokenSpan(index, verb + 1, "wanted.forward") if verb else None


_PATTERNS: dict[str, Pattern] = {
    **dict.fromkeys(DENIED, _denial),
    **dict.fromkeys(LACKS, _lack),
    **dict.fromkeys(UNITS, _unit),
    **dict.fromkeys(FINISHED, _partly_finished),
    **dict.fromkeys(STUDIES, _study),
    ":": _label,
}
"""Word -> pattern that it belongs to."""
