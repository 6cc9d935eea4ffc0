"""The words of ``data/lexicon/feedback_words.toml`` as lookup tables, and the questions that rules ask of a line."""

import re
from dataclasses import dataclass
from typing import Literal

from skillgap.lexicon import WordFile, verbs
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

Form = Literal["", "past", "present", "ing"]
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(r"(?<![\w./])[$€£#]?\d[\d,.]*\s?(?:%|\+|[a-z]{1,3}\b)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
MIN_ED = 5
"""Least letters of an unknown word in -ed that is taken for a past form ("subnetted"); "bed" and "shed" are not."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first word of a line, as a verb.

    Attributes:
        form: "past", "present", "ing", or empty if it is no verb.
        word: The word in lower case.
        verb: Its base form, or the word itself if the base form is unknown.
    """

    form: Form
    word: str
    verb: str


@dataclass(frozen=True, slots=True)
class FeedbackLexicon:
    """Words and patterns for the feedback rules.

    Attributes:
        past: Past form -> base form.
        present: Base form and third person -> base form.
        ing: Form in -ing -> base form.
        words: Name of a closed list -> its words.
        joint: Pattern of a word in a position where a verb may begin ("and tested", "; tested").
        pattern: Kind of wording -> pattern that matches any of its wordings as whole words.
    """

    past: dict[str, str]
    present: dict[str, str]
    ing: dict[str, str]
    words: dict[str, frozenset[str]]
    joint: re.Pattern[str]
    pattern: dict[str, re.Pattern[str]]

    def opening(self, text: str) -> Opening:
        """The first verb of ``text``, after lead-in words ("successfully", "then")."""
        words = [match[0].lower().replace("’", "'") for match in _WORD.finditer(text[:120])]
        place = 0
        while place + 1 < len(words) and words[place] in self.words["lead_ins"]:
            place += 1
        word = words[place] if place < len(words) else ""
        following = words[place + 1] if place + 1 < len(words) else ""
        for form, forms in (("past", self.past), ("ing", self.ing)):
            if word in forms and word not in self.words["no_past"]:
                return Opening(form, word, forms[word])  # type: ignore[arg-type]
        if word in self.present and not self._is_noun(word, following):
            return Opening("present", word, self.present[word])
        return Opening("past", word, word) if self._unknown_past(word) else Opening("", word, word)

    def has_action(self, text: str) -> bool:
        """Whether ``text`` contains a verb that describes an activity."""
        words = [match[0].lower() for match in _WORD.finditer(text)]
        if any(word in self.past or word in self.ing or self._unknown_past(word) for word in words):
            return True
        # A present form may be a noun ("network design"), so it counts only where a verb can begin.
        return any(match[1].lower() in self.present for match in self.joint.finditer(text))

    def has_figure(self, text: str) -> bool:
        """Whether ``text`` contains a figure other than a year, or a number word ("four")."""
        figures = (match[0].strip() for match in _FIGURE.finditer(text))
        if any(not _YEAR.fullmatch(figure.rstrip(".,")) for figure in figures):
            return True
        return any(match[0].lower() in self.words["number_words"] for match in _WORD.finditer(text))

    def find(self, kind: str, text: str) -> re.Match[str] | None:
        """The first wording of a kind in ``text``, or ``None``."""
        return self.pattern[kind].search(text)

    def _is_noun(self, word: str, following: str) -> bool:
        """Whether a present form is a noun ("design of a site", "test cases"; but not "test the racks")."""
        if following in self.words["noun_marks"]:
            return True
        return word in self.words["also_nouns"] and following not in self.words["object_marks"]

    def _unknown_past(self, word: str) -> bool:
        known = word in self.words["no_past"] or word.endswith("eed")
        return word.endswith("ed") and len(word) >= MIN_ED and not known


@cached_per_taxonomy
def words(taxonomy: Taxonomy) -> FeedbackLexicon:
    """Build the lexicon of a taxonomy."""
    file = taxonomy.lexicon.feedback_words
    pasts = past_forms(file)
    joints = file.alternation("joints")
    return FeedbackLexicon(
        past={past: verb for verb, past in pasts.items()},
        present={form: verb for verb in pasts for form in (verb, verbs.third_person(verb))},
        ing={form: verb for verb, past in pasts.items() for form in _ing(verb, past)},
        words={name: file.word_set(name) for name in file.words},
        joint=re.compile(rf"(?:[,;:&.]|\b(?:{joints}))\s+([a-z]+(?:-[a-z]+)*)", re.IGNORECASE),
        pattern={name.partition(".")[2]: file.pattern(name) for name in file.wordings},
    )


def past_forms(file: WordFile) -> dict[str, str]:
    """Verb -> past form; regular forms are derived by rule."""
    irregular = file.texts["irregular"]
    return {verb: irregular.get(verb) or verbs.past(verb) for verb in file.words["verbs"]}


def _ing(verb: str, past: str) -> tuple[str, ...]:
    """Forms in -ing, including doubled letters ("planned" -> "planning") and misspellings of them."""
    doubled = past[:-2] if past.endswith("ed") and past[:-2] == verb + verb[-1] else verb
    return tuple(dict.fromkeys((verbs.ing(verb), f"{doubled}ing", f"{verb}{verb[-1]}ing")))
