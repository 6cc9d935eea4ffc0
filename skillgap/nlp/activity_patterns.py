"""Finds skills that a described activity shows without naming them ("led 12 soldiers", "imaged 40 laptops").

``data/lexicon/activities.toml`` writes the patterns in the notation of ``skillgap.lexicon.patterns``: a verb and the
concrete object. The verb must be a past or -ing form, or open its sentence. The writer must be its subject. The object
must end its noun phrase ("imaged laptops", not "imaged laptop bags").
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from skillgap.lexicon import patterns as notation
from skillgap.nlp.annotations import Layout
from skillgap.nlp.gazetteer import GUARDED_RULES
from skillgap.nlp.spans import TokenSpan, mask
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

ALWAYS = ""
"""Word that follows everywhere, for patterns that need no certain word."""
REACH = 64
"""Tokens behind the first word within which the last word of a pattern stands."""
IMPLICIT = "implicit"
"""Label of a skill that an activity shows; it is accepted, and makes no list of the words beside it."""
BEHIND, NOT_DONE, OTHERS = "behind", "not_done", "others"
"""Word lists: what may follow a noun phrase, what stands before undone deeds, and the subjects of others' deeds."""
MIN_PLURAL = 5
"""Letters of the shortest word whose final s is a plural."""


@dataclass(frozen=True, slots=True)
class ActivityPattern:
    """One pattern of an activity that shows a skill.

    Attributes:
        skill_id: Skill that the activity shows.
        wording: The pattern in the notation of ``data/lexicon/activities.toml``.
        rarest: Smallest set of words of which one must follow.
        others: Other sets of words; of each, one must follow.
    """

    skill_id: str
    wording: str
    rarest: frozenset[str]
    others: tuple[frozenset[str], ...]


class ActivityMatcher:
    """Adds implicit mentions to the candidates.

    Args:
        tokenizer: Cuts the words of the patterns as it cuts the texts.
        patterns: Skill id -> patterns that show it.
        word_lists: Name of a list -> the words that ``{name}`` stands for.
        soft: Ids of the soft skills, which an activity shows beside the names in it.
        pasts: Past forms that do not end in -ed.
    """

    def __init__(
        self,
        tokenizer: ResumeTokenizer,
        patterns: Mapping[str, Iterable[str]],
        word_lists: Mapping[str, Sequence[str]],
        soft: frozenset[str],
        pasts: frozenset[str],
    ) -> None:
        self.patterns_of: dict[str, list[ActivityPattern]] = {}
        self._soft, self._pasts = soft, pasts
        self._behind = frozenset(word_lists[BEHIND])
        self._not_done = frozenset(word_lists[NOT_DONE])
        self._others = frozenset(word_lists[OTHERS])
        self._word_lists = word_lists
        self._first_words_of: dict[str, frozenset[str]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}
        for skill_id, wordings in patterns.items():
            for wording in wordings:
                rarest, *others = self._needed_words(wording, tokenizer)
                pattern = ActivityPattern(skill_id, wording, rarest, tuple(others))
                for word in first_words(wording, word_lists):
                    self.patterns_of.setdefault(word, []).append(pattern)

    def find(self, tokens: Tokens, layout: Layout, candidates: tuple[TokenSpan, ...]) -> tuple[TokenSpan, ...]:
        """Return the candidates with the implicit mentions among them."""
        implicit = list(self._implicit_mentions(tokens, layout, candidates))
        if not implicit:
            return candidates
        # "Calm head in a crisis": the activity replaces an ambiguous name at its start
        opened = {span.start for span in implicit}
        others = [span for span in candidates if span.start not in opened]
        return tuple(sorted([*others, *implicit], key=lambda span: span.start))

    def _implicit_mentions(
        self, tokens: Tokens, layout: Layout, candidates: tuple[TokenSpan, ...]
    ) -> Iterator[TokenSpan]:
        clear = mask(len(tokens), [span for span in candidates if span.label not in GUARDED_RULES])
        named = mask(len(tokens), candidates)
        starts = [span.start for span in candidates]
        patterns_of, after = self.patterns_of, 0
        for index, word in enumerate(tokens.lower):
            patterns = patterns_of.get("#" if word[0].isdigit() else word)
            # "Docker" names itself, so no pattern begins at a clear name
            if patterns is None or index < after or clear[index]:
                continue
            sentence = layout.sentence(index)
            activity = self._longest_match(tokens, sentence[1], index, patterns)
            if activity is None or not self._is_own_deed(tokens, index, sentence[0]):
                continue
            soft = activity.id in self._soft
            inside = candidates[bisect_left(starts, index) : bisect_left(starts, activity.end)]
            objects = [span for span in inside if span.start > index and span.end >= activity.end]
            # "trained 6 Java developers" names Java, yet still shows teaching, a soft skill
            if clear[activity.end - 1] and (not soft or any(span.id == activity.id for span in objects)):
                continue
            after = activity.end
            if soft or not objects:
                yield _cut_before_name(activity, inside, named)
            elif len(objects) == 1:
                # "swapped the RAM": the activity shows which meaning the ambiguous name has
                yield objects[0]._replace(label="any-case")

    def _longest_match(
        self, tokens: Tokens, sentence_end: int, index: int, patterns: Iterable[ActivityPattern]
    ) -> TokenSpan | None:
        """Return the longest activity that begins at a token and ends within its sentence."""
        following = {ALWAYS, *tokens.lower[index + 1 : min(sentence_end, index + REACH)]}
        # most patterns end here: a word that they need does not follow
        matches = [
            (match.end(), pattern.skill_id)
            for pattern in patterns
            if not following.isdisjoint(pattern.rarest)
            and not any(map(following.isdisjoint, pattern.others))
            and (match := self._compile(pattern.wording).match(tokens.text, tokens.starts[index]))
        ]
        if not matches:
            return None
        for offset, skill_id in sorted(matches, reverse=True):
            end = bisect_left(tokens.ends, offset) + 1
            if end <= sentence_end and self._ends_its_phrase(tokens, end, sentence_end):
                return TokenSpan(index, end, IMPLICIT, skill_id)
        return None

    def _is_own_deed(self, tokens: Tokens, index: int, sentence_start: int) -> bool:
        """Return whether a verb describes something that the writer did or does."""
        # "will train 12 users", "never trained anybody"
        if index > sentence_start and tokens.lower[index - 1] in self._not_done:
            return False
        # "Train new starters" opens its line; "a plan to let people train starters" does not
        verb = tokens.lower[index]
        told = verb.endswith(("ed", "ing")) or verb in self._pasts
        opens = not any(word[0].isalnum() for word in tokens.words[sentence_start:index])
        return (told or opens) and not self._is_done_by_others(tokens, index, sentence_start)

    def _is_done_by_others(self, tokens: Tokens, index: int, sentence_start: int) -> bool:
        """Return whether somebody else is the subject ("they look after", "and Tom wrote")."""
        words = tokens.words
        if index > sentence_start and tokens.lower[index - 1] in self._others:
            return True
        # "and Tom wrote": a capital word before the verb, not first in the sentence
        if index < sentence_start + 2 or not words[index][0].islower():
            return False
        return words[index - 1].istitle() and len(words[index - 1]) > 1 and words[index - 2][0].isalnum()

    def _ends_its_phrase(self, tokens: Tokens, end: int, sentence_end: int) -> bool:
        """Return whether no further noun follows the object ("laptops for", not "laptop bags")."""
        if end >= sentence_end:
            return True
        word = tokens.lower[end]
        # "laptop's lid", "laptops/tablets"
        if not word[0].isalpha():
            return word not in {"'", "’", "'s", "’s", "/"}
        # a capital on the next line begins something new
        broken = "\n" in tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
        return word in self._behind or word.endswith("ly") or (broken and tokens.words[end][0].isupper())

    def _compile(self, wording: str) -> re.Pattern[str]:
        """Return the pattern as an expression, compiled on first use: one resume needs few of them."""
        if wording not in self._compiled:
            self._compiled[wording] = re.compile(compile_pattern(wording, self._word_lists), re.IGNORECASE)
        return self._compiled[wording]

    def _needed_words(self, wording: str, tokenizer: ResumeTokenizer) -> list[frozenset[str]]:
        """Return sets of words of which one each must follow, the smallest first."""
        parts = [
            part
            for part in wording.split()[1:]
            if part not in notation.GAPS and part not in notation.MARKS and not part.endswith("?")
        ]
        for part in set(parts) - self._first_words_of.keys():
            forms = {form for choice in notation.choices(part, self._word_lists) for form in _written_forms(choice)}
            certain = forms if forms.isdisjoint({"#", ""}) else ()
            self._first_words_of[part] = frozenset([tokenizer.words(form)[0].lower() for form in certain])
        needed = [self._first_words_of[part] for part in parts if self._first_words_of[part]]
        return sorted(needed, key=len) or [frozenset({ALWAYS})]


def _cut_before_name(activity: TokenSpan, inside: Sequence[TokenSpan], named: bytearray) -> TokenSpan:
    """End an activity before the first name in it: "imaged 40 Windows laptops" also mentions Windows."""
    opening = inside[0].end if inside and inside[0].start == activity.start else activity.start + 1
    name = named.find(1, opening, activity.end)
    return activity._replace(end=name) if name > 0 else activity


def compile_pattern(wording: str, word_lists: Mapping[str, Sequence[str]]) -> str:
    """Return a pattern as a regular expression."""
    return notation.expression(wording, word_lists, one_phrase=True)


def first_words(wording: str, word_lists: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the words with which text that matches a pattern can begin."""
    choices = notation.choices(wording.split()[0], word_lists)
    # "re-imaged" begins with the token "re", "reimaged" with itself
    forms = {form for choice in choices for form in (choice, choice.replace("-", ""))}
    return {*(notation.NUMBER_WORDS if "#" in choices else ())} | {re.split(r"[\s-]", form)[0] for form in forms}


def _written_forms(choice: str) -> set[str]:
    """Return the forms in which a choice may stand."""
    forms = {choice, choice.replace("-", ""), choice.replace("-", " ")}
    return forms | ({form[:-1] for form in forms} if _is_plural(choice) else set())


def _is_plural(choice: str) -> bool:
    return len(choice) >= MIN_PLURAL and choice.endswith("s") and not choice.endswith(("ss", "us", "is"))
