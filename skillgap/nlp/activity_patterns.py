"""Component: skills told by what somebody did ("led 12 soldiers", "imaged 40 laptops", "walked users through").

Names are looked up as they stand; these are phrases whose words vary too much to be listed. They are written in
``data/behaviours.toml`` in a small notation: words apart, ``a|b`` for a choice, ``word?`` for a word that may be
missing, ``~verb`` for all forms of a regular verb, ``{list}`` for the words of a list, ``..`` for up to three words,
``...`` for up to six, ``#`` for a number and ``$`` for a mark or the end of the line.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.spans import TokenSpan

GAPS = {"..": 3, "...": 6}
"""Most words that a gap stands for."""
ANY = ""
"""Stands for what always follows, for wordings that need no certain word."""
REACH = 64
"""Tokens from the first in which the last word of a wording stands."""
IMPLICIT = "told"
"""Label of what is told: it is believed, and makes no list of what stands beside it."""
GUARDED = frozenset({"needs-context", "never-alone"})
"""Rules of names that need something nearby to be believed."""
OTHERS = frozenset({"they", "he", "she", "who", "which", "them", "him", "her", "someone", "somebody", "teammates"})
"""Words before what somebody else did."""
_BETWEEN = (
    r"(?:(?!(?:but|while|who|which|that|because|when|so|if|then|i|we|they|he|she)\b)[\w'’&/+%#-]+(?:[.,]\w+)*,?\s+)"
)
_END = r"(?=\s*(?:[.,;:()|•–]|\n|\Z))"
_COUNTS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
    "thirty", "forty", "fifty", "several", "many",
)  # fmt: skip
_NUMBER = rf"(?:\d[\d,.]*\+?|hundreds\sof|dozens\sof|{'|'.join(_COUNTS)})"
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""Verbs of one short syllable, which double their last letter: map, mapped."""


@Language.factory("skillgap_behaviours")
class ActivityMatcher:
    """Add to ``doc.user_data["candidates"]`` what is told and not named.

    A name found in the same words stands: what is told ends before it, and is nothing where a clear name ends it
    (unless a soft skill is told: whoever "trained 6 new starters" has shown one whatever they are called).
    An ambiguous name that opens what is told gives way to it ("calm" in "calm head"); one that ends it is believed,
    for what somebody does with a thing tells what it is ("swapped the RAM").

    Args:
        told: A line a wording: skill id, tab, wording. One string, as for ``SkillMatcher``.
        lists: Words that ``{list}`` stands for.
        soft: Ids of the soft skills, which are told of whatever was done.
    """

    def __init__(self, nlp: Language, name: str, told: str, lists: dict[str, list[str]], soft: list[str]) -> None:
        self.name = name
        self.soft = frozenset(soft)
        self.lists = lists
        self.firsts: dict[str, frozenset[str]] = {}
        self.openings: dict[str, list[tuple[str, str, frozenset[str], tuple[frozenset[str], ...]]]] = {}
        for skill_id, wording in (line.split("\t") for line in told.splitlines()):
            rarest, *others = self._needed(wording, nlp.tokenizer)
            for word in first_words(wording, lists):
                self.openings.setdefault(word, []).append((skill_id, wording, rarest, tuple(others)))
        self.compiled: dict[str, re.Pattern[str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Find the behaviours in ``doc``."""
        starts, ends, text = doc.user_data["starts"], doc.user_data["ends"], doc.user_data["text"]
        candidates = spans.of(doc, "candidates")
        clear = spans.mask(len(doc), [run for run in candidates if run.label not in GUARDED])
        named = spans.mask(len(doc), candidates)
        folded, statements = doc.user_data["folded"], doc.user_data["statements"]
        limits = [limit for _, limit in statements]
        found: list[TokenSpan] = []
        after = 0
        for place, word in enumerate(folded):
            forms = self.openings.get("#" if word[0].isdigit() else word)
            if forms is None or place < after or clear[place]:
                continue
            first, limit = statements[bisect_right(limits, place)]
            near = {ANY, *folded[place + 1 : min(limit, place + REACH)]}
            told = [
                (match.end(), skill_id)
                for skill_id, wording, rarest, others in forms
                if not near.isdisjoint(rarest)
                and not any(map(near.isdisjoint, others))
                and (match := self._form(wording).match(text, starts[place]))
            ]
            if not told:
                continue
            reach, skill_id = max(told)
            end = bisect_left(ends, reach) + 1
            if end > limit:
                continue
            soft = skill_id in self.soft
            objects = [run for run in candidates if place < run.start < end <= run.end]
            same = any(run.id == skill_id for run in objects)
            if (clear[end - 1] and (same or not soft)) or self._is_others(doc, place, first):
                continue
            after = end
            opening = next((run.end for run in candidates if run.start == place), place + 1)
            cut = named.find(1, opening, end)
            if len(objects) == 1 and not soft:
                found.append(objects[0]._replace(label="any-case"))
            elif not objects or soft:
                found.append(TokenSpan(place, cut if cut > 0 else end, IMPLICIT, skill_id))
        if found:
            opened = {run.start for run in found}
            others = [run for run in candidates if run.start not in opened]
            doc.user_data["candidates"] = sorted([*others, *found], key=lambda run: run.start)
        return doc

    def _form(self, wording: str) -> re.Pattern[str]:
        """The wording as an expression, made when it is first needed: most are not needed for one resume."""
        if wording not in self.compiled:
            self.compiled[wording] = re.compile(compile_pattern(wording, self.lists), re.I)
        return self.compiled[wording]

    def _needed(self, wording: str, tokenizer: Any) -> list[frozenset[str]]:
        """Words of which one of each set must follow where a wording is told: most wordings need no closer look."""
        parts = [part for part in wording.split()[1:] if part not in GAPS and part != "$" and not part.endswith("?")]
        for part in set(parts) - self.firsts.keys():
            forms = {form for choice in _choices(part, self.lists) for form in _spelt(choice)}
            told = forms if forms.isdisjoint({"#", ""}) else ()
            self.firsts[part] = frozenset(tokenizer.words(form)[0].lower() for form in told)
        return sorted((self.firsts[part] for part in parts if self.firsts[part]), key=len) or [frozenset({ANY})]

    @staticmethod
    def _is_others(doc: Doc, place: int, first: int) -> bool:
        """Whether somebody else stands before the word: "they look after", "and Tom wrote"."""
        words, folded = doc.user_data["words"], doc.user_data["folded"]
        if place > first and folded[place - 1] in OTHERS:
            return True
        if place < first + 2 or not words[place][0].islower():
            return False
        return bool(words[place - 1].istitle() and len(words[place - 1]) > 1 and words[place - 2][0].isalnum())


def compile_pattern(wording: str, lists: Mapping[str, Sequence[str]]) -> str:
    """A wording as a regular expression."""
    words = wording.split()
    parts: list[str] = []
    spaced = len(words) - (2 if words[-1] == "$" else 1)
    for word in words:
        if word in GAPS:
            parts.append(f"{_BETWEEN}{{0,{GAPS[word]}}}?")
            continue
        if word == "$":
            parts.append(_END)
            continue
        longest = sorted(_choices(word, lists), key=lambda one: (-len(one), one))
        form = rf"(?:{'|'.join(_escaped(one) for one in longest)})(?!\w)" + (r",?\s+" if len(parts) < spaced else "")
        parts.append(f"(?:{form})?" if word.endswith("?") else form)
    return "".join(parts)


def first_words(wording: str, lists: Mapping[str, Sequence[str]]) -> set[str]:
    """The first words with which text told by a wording can begin."""
    choices = _choices(wording.split()[0], lists)
    forms = {form for choice in choices for form in (choice, choice.replace("-", ""))}
    return {*(_COUNTS if "#" in choices else ())} | {re.split(r"[\s-]", form)[0] for form in forms}


def _choices(word: str, lists: Mapping[str, Sequence[str]]) -> set[str]:
    """What one word of a wording stands for."""
    found: set[str] = set()
    for part in word.removesuffix("?").split("|"):
        if part.startswith("{"):
            found |= {choice for one in lists[part.strip("{}")] for choice in _choices(one.replace(" ", "_"), lists)}
        elif part.startswith("~"):
            found |= _forms(part[1:])
        else:
            found.add(part)
    return {one.replace("_", " ") for one in found}


def _forms(verb: str) -> set[str]:
    """A regular verb as it stands, with -s, -ed and -ing: log, logs, logged, logging."""
    if verb.endswith("e"):
        return {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    stem = verb + verb[-1] if _SHORT.fullmatch(verb) else verb
    third = f"{verb}es" if verb.endswith(("ch", "sh", "ss", "x", "z")) else f"{verb}s"
    return {verb, third, f"{stem}ed", f"{stem}ing"}


def _spelt(choice: str) -> set[str]:
    """A choice as ``_escaped`` lets it stand: with or without its hyphens, a plural also in the singular."""
    forms = {choice, choice.replace("-", ""), choice.replace("-", " ")}
    return forms | ({form[:-1] for form in forms} if _is_plural(choice) else set())


def _is_plural(choice: str) -> bool:
    return len(choice) > 4 and choice.endswith("s") and not choice.endswith(("ss", "us", "is"))


def _escaped(choice: str) -> str:
    """A choice with any space, and with or without its hyphens; a plural noun also in the singular."""
    if choice == "#":
        return _NUMBER
    form = re.escape(choice).replace(r"\ ", r"\s+").replace(r"\-", r"[-\s]?")
    return f"{form}?" if _is_plural(choice) else form
