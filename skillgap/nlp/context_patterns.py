"""Finds cues whose exact words vary: "haven't really used", "week 5 of 12", "would one day like to try"."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from skillgap.lexicon import own
from skillgap.nlp.dates import NUMBERS as NUMBER_WORDS
from skillgap.nlp.spans import TokenSpan

PHRASE_MARKS = frozenset(",;:.!?()|/-\u2022\u2013")
"""Marks between a denial and a verb that it does not govern."""
OPENING_MARKS = frozenset("-*\u2013\u2022")
"""Marks between the start of a sentence and a denial that leave it the writer's own."""
NUMBERS = NUMBER_WORDS | {str(one): one for one in range(100)}
PARTS = own().layout.word_set("page_joints") | {"/"}
"""Words between a number and its total: "week 5 of 12", "module 3/8"."""
SELF_REACH, VERB_REACH, TO_REACH, AGAIN_REACH, LABEL_REACH, CLAUSE_REACH = 3, 3, 4, 4, 6, 9
"""Most tokens from a cue to other words of its pattern.

In order: "I" before a denial, its verb, "to" behind a wish, another denial, a label, the rest of a clause.
"""


class PatternWords(NamedTuple):
    """Holds the closed lists of ``data/lexicon/context.toml`` that the patterns name.

    Attributes:
        auxiliaries: Words between the start of a sentence and a denial that leave it the writer's own ("have not").
        conditions: Words after a denial that cancel it ("couldn't work without Git").
        course_nouns: What a learner attends or follows ("following a series on Django").
        course_units: Parts of a course ("week 5 of 12").
        denial_stems: Words before the apostrophe of "n't".
        denials: Words that deny a verb, and "t" of "don't".
        denied_verbs: Verbs that make a denial about a skill ("used", "written").
        desired_verbs: Verbs that make a wish about a skill ("learn", "try").
        desires: Words that may open a wish ("hoping", "like").
        finished: Words behind the parts of a course that are done ("3 of 5 completed").
        knowing: Nouns of knowing that may be lacked ("without any exposure to").
        labels_negated: Words of a label before what is not held ("Gaps: ...").
        labels_wanted: Words of a label before what is wished for ("Goal for next year: ...").
        lacks: Words before a noun of knowing ("no", "without").
        likings: Verbs of liking, which make a wish only behind ``would``.
        not_a_lack: Verbs after which a denial means no missing skill ("never missed a deadline").
        of_a_course: Words that may follow a course; another noun makes it something else ("class rota").
        of_a_skill: Words that lead from a noun of knowing to the skill ("exposure to").
        others: Subjects that make a denial somebody else's ("riders who don't read English").
        phrase_ends: Words between a denial and a verb that it does not govern ("not only used").
        present: Words before a course that is under way ("now taking a class").
        studies: Verbs of attending a course.
        would: Words that make liking a wish ("I would like to build" is one, "I like to build" is not).
    """

    auxiliaries: frozenset[str]
    conditions: frozenset[str]
    course_nouns: frozenset[str]
    course_units: frozenset[str]
    denial_stems: frozenset[str]
    denials: frozenset[str]
    denied_verbs: frozenset[str]
    desired_verbs: frozenset[str]
    desires: frozenset[str]
    finished: frozenset[str]
    knowing: frozenset[str]
    labels_negated: frozenset[str]
    labels_wanted: frozenset[str]
    lacks: frozenset[str]
    likings: frozenset[str]
    not_a_lack: frozenset[str]
    of_a_course: frozenset[str]
    of_a_skill: frozenset[str]
    others: frozenset[str]
    phrase_ends: frozenset[str]
    present: frozenset[str]
    studies: frozenset[str]
    would: frozenset[str]

    @classmethod
    def of(cls, cues: Mapping[str, Iterable[str]]) -> "PatternWords":
        """Take the lists from all lists of words by name; marks end a phrase as its words do."""
        lists = cls(**{name: frozenset(cues[name]) for name in cls._fields})
        return lists._replace(phrase_ends=lists.phrase_ends | PHRASE_MARKS)


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
        """Return the next of ``wanted`` within reach; 0 if the phrase ends first."""
        for index in range(start, min(start + reach, len(self.lower))):
            if self.lower[index] in wanted:
                return index
            if self.lower[index] in self.words.phrase_ends:
                return 0
        return 0


Pattern = Callable[[_Text, int], TokenSpan | None]


def find_pattern_cues(
    lower: Sequence[str], words: PatternWords, sentence_starts: Collection[int]
) -> Iterator[TokenSpan]:
    """Yield the cues in text order, labelled as the lists of ``data/lexicon/context.toml`` are named."""
    text = _Text(lower, sentence_starts, words)
    patterns: dict[str, Pattern] = {
        **dict.fromkeys(words.desires, _wish),
        **dict.fromkeys(words.denials, _denial),
        **dict.fromkeys(words.lacks, _lack),
        **dict.fromkeys(words.course_units, _unit),
        **dict.fromkeys(words.finished, _partly_finished),
        **dict.fromkeys(words.studies, _study),
        ":": _label,
    }
    for index, word in enumerate(lower):
        pattern = patterns.get(word)
        if pattern and (cue := pattern(text, index)):
            yield cue


def denied_before(lower: Sequence[str], index: int, words: PatternWords) -> bool:
    """Return whether a denial stands shortly before a token, with no mark between ("nothing I can't do")."""
    for before in range(index - 1, max(-1, index - 1 - AGAIN_REACH), -1):
        if lower[before] in words.denials:
            return True
        if lower[before] in words.phrase_ends:
            return False
    return False


def _denial(text: _Text, index: int) -> TokenSpan | None:
    """Return a denial: "have not yet really used", "I never wrote", and behind a name "which I never used".

    Behind "I have not", or at the start of a sentence, any verb is denied. Elsewhere only certain verbs deny a skill.
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
        if text.at(start - 1) in text.words.others:
            return None
        # "not worked with" must cover the cue "worked with", which asserts that the skill is held
        return TokenSpan(start, verb + 1 + (text.at(verb + 1) in text.words.of_a_skill), "negated.forward")
    # "- Have not met Docker": the denial opens its sentence behind the auxiliary and the bullet
    first = start - 1 if text.at(start - 1) in text.words.auxiliaries | OPENING_MARKS else start
    following = text.lower[index + 1 : index + 1 + VERB_REACH]
    own = first in text.sentence_starts or "i" in before
    if own and following and following[0] not in text.words.phrase_ends and text.words.not_a_lack.isdisjoint(following):
        return TokenSpan(start, index + 2, "negated.forward")
    return None


def _denial_start(text: _Text, index: int) -> int | None:
    """Return the first token of a denial: "t" is one only with its stem, as in "don't"."""
    if text.at(index) != "t":
        return index
    contracted = text.at(index - 1) in {"'", "\u2019"} and text.at(index - 2) in text.words.denial_stems
    return index - 2 if contracted else None


def _is_cancelled(text: _Text, start: int, index: int) -> bool:
    """Return whether a denial is denied or bound to a condition: "nothing I can't do", "couldn't work without Git"."""
    # "what I did and didn't see"
    if text.at(start - 1) == "and" and text.at(start - 2) == "did":
        return True
    following = text.lower[index + 1 : index + CLAUSE_REACH]
    again = denied_before(text.lower, start, text.words) or not text.words.denials.isdisjoint(following[:VERB_REACH])
    return again or not text.words.conditions.isdisjoint(following)


def _lack(text: _Text, index: int) -> TokenSpan | None:
    """Return what the writer lacks: "without any exposure to"."""
    noun = text.next(index + 1, VERB_REACH, text.words.knowing)
    return (
        TokenSpan(index, noun + 2, "negated.forward") if noun and text.at(noun + 1) in text.words.of_a_skill else None
    )


def _unit(text: _Text, index: int) -> TokenSpan | None:
    """Return the part of a course that is under way: "week 5 of 12", "lesson two of"."""
    if text.at(index + 1) not in NUMBERS or text.at(index + 2) not in PARTS:
        return None
    return TokenSpan(index, index + 3 + (text.at(index + 3) in NUMBERS), "learning.forward")


def _partly_finished(text: _Text, index: int) -> TokenSpan | None:
    """Return a course with parts left: "3 of 5 completed"."""
    done, total = NUMBERS.get(text.at(index - 3), 0), NUMBERS.get(text.at(index - 1), 0)
    partly = done < total and text.at(index - 2) in PARTS and text.at(index - 3) in NUMBERS
    return TokenSpan(index - 3, index + 1, "learning.backward") if partly else None


def _study(text: _Text, index: int) -> TokenSpan | None:
    """Return a course under way: "following a series on"."""
    noun = text.next(index + 1, CLAUSE_REACH, text.words.course_nouns)
    following = text.at(noun + 1)
    own = index in text.sentence_starts or text.at(index - 1) in text.words.present
    leads = following in text.words.of_a_course or not following.isalpha()
    return TokenSpan(index, index + 1, "learning.forward") if noun and own and leads else None


def _label(text: _Text, index: int) -> TokenSpan | None:
    """Return a label: "goal for next year:", "Not yet:"; "including but not limited to:" is none."""
    for start in range(index - 1, max(-1, index - 1 - LABEL_REACH), -1):
        if start in text.sentence_starts:
            words = text.lower[start:index]
            if not text.words.labels_wanted.isdisjoint(words) and words[0] != "not":
                return TokenSpan(start, index + 1, "wanted.forward")
            negated = words[0] == "not" or not text.words.labels_negated.isdisjoint(words)
            return TokenSpan(start, index + 1, "negated.forward") if negated else None
    return None


def _wish(text: _Text, index: int) -> TokenSpan | None:
    """Return a wish: "would one day like to try"."""
    # "I like to build in Docker" is no wish
    liking = text.at(index) in text.words.likings
    if liking and text.words.would.isdisjoint(text.lower[max(0, index - AGAIN_REACH) : index]):
        return None
    to = text.next(index + 1, TO_REACH, ("to",))
    verb = text.next(to + 1, 2, text.words.desired_verbs) if to else 0
    return TokenSpan(index, verb + 1, "wanted.forward") if verb else None
