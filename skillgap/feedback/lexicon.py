"""The wordings of ``data/feedback.toml`` made ready, and what they say of a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

Form = Literal["", "past", "present", "ing"]
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JOINT = re.compile(r"(?:[,;:&.]|\b(?:and|then|to|i|we))\s+([a-z]+(?:-[a-z]+)*)", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w./])[$€£#]?\d[\d,.]*\s?(?:%|\+|[a-z]{1,3}\b)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
MIN_ED = 5
"""Letters from which an unknown word in -ed is taken for a past form."""
NO_PAST = frozenset(
    {
        "advanced",
        "applied",
        "based",
        "certified",
        "dedicated",
        "detailed",
        "embedded",
        "expected",
        "experienced",
        "interested",
        "limited",
        "motivated",
        "qualified",
        "related",
        "required",
        "skilled",
        "speed",
        "talented",
    }
)
"""Words in -ed that open a line and are no deed."""
NOUN_MARKS = frozenset({"for", "in", "of", "on", "with"})
"""What follows a verb's form when it stands for a thing ("design of a site", "support for users")."""

OBJECT_MARKS = frozenset(
    {"a", "all", "an", "and", "any", "both", "each", "every", "my", "new", "or", "our", "the", "their"}
)
"""What follows a word that stands for a deed and not for a thing ("patch the servers", "test and repair")."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The verb that opens a line.

    Attributes:
        form: "past", "present", "ing", or empty where no verb opens it.
        word: As written.
        verb: Its base form, or the word itself where that is not known.
    """

    form: Form
    word: str
    verb: str


@dataclass(frozen=True, slots=True)
class FeedbackLexicon:
    """What feedback listens for.

    Attributes:
        past: Past form -> its verb.
        present: Base form and third person -> the verb.
        ing: Form in -ing -> the verb.
        lead_ins: Words that may stand before the verb.
        also_nouns: Verbs that are mostly nouns when nothing tells otherwise.
        numbers: Words that count.
        pattern: Kind of wording -> what finds any of them as whole words.
    """

    past: dict[str, str]
    present: dict[str, str]
    ing: dict[str, str]
    lead_ins: frozenset[str]
    also_nouns: frozenset[str]
    numbers: frozenset[str]
    pattern: dict[str, re.Pattern[str]]

    def opening(self, text: str) -> Opening:
        """The verb that opens ``text``, once words that may lead in are past."""
        words = [match[0].lower().replace("’", "'") for match in _WORD.finditer(text[:120])]
        place = 0
        while place + 1 < len(words) and words[place] in self.lead_ins:
            place += 1
        word = words[place] if place < len(words) else ""
        following = words[place + 1] if place + 1 < len(words) else ""
        for form, forms in (("past", self.past), ("ing", self.ing)):
            if word in forms and word not in NO_PAST:
                return Opening(form, word, forms[word])  # type: ignore[arg-type]
        noun = following in NOUN_MARKS or (word in self.also_nouns and following not in OBJECT_MARKS)
        if word in self.present and not noun:
            return Opening("present", word, self.present[word])
        return Opening("past", word, word) if self._unknown_past(word) else Opening("", word, word)

    def acts(self, text: str) -> bool:
        """Whether any verb tells of a deed somewhere in ``text``."""
        words = [match[0].lower() for match in _WORD.finditer(text)]
        if any(word in self.past or word in self.ing or self._unknown_past(word) for word in words):
            return True
        return any(match[1].lower() in self.present for match in _JOINT.finditer(text))

    def counts(self, text: str) -> bool:
        """Whether ``text`` holds a figure that is no year, or a word that counts."""
        figures = (match[0].strip() for match in _FIGURE.finditer(text))
        if any(not _YEAR.fullmatch(figure.rstrip(".,")) for figure in figures):
            return True
        return any(match[0].lower() in self.numbers for match in _WORD.finditer(text))

    def has(self, kind: str, text: str) -> re.Match[str] | None:
        """The first wording of a kind in ``text``."""
        pattern = self.pattern.get(kind)
        return pattern.search(text) if pattern else None

    def _unknown_past(self, word: str) -> bool:
        return word.endswith("ed") and len(word) >= MIN_ED and word not in NO_PAST and not word.endswith("eed")


@cached_per_taxonomy
def words(taxonomy: Taxonomy) -> FeedbackLexicon:
    """The wordings of a taxonomy, made ready."""
    lists = taxonomy.wordings
    verbs = taxonomy.past_forms
    return FeedbackLexicon(
        past={past: verb for verb, past in verbs.items()},
        present={form: verb for verb in verbs for form in (verb, _third(verb))},
        ing={form: verb for verb, past in verbs.items() for form in _ing(verb, past)},
        lead_ins=frozenset(lists.get("lead_ins", ())),
        also_nouns=frozenset(lists.get("also_nouns", ())),
        numbers=frozenset(lists.get("number_words", ())),
        pattern={kind: _any(texts) for kind, texts in lists.items() if texts and kind != "verbs"},
    )


def _any(texts: Iterable[str]) -> re.Pattern[str]:
    """Finds any of ``texts`` as whole words, the longest first, in any case and over any space."""
    forms = [re.escape(text).replace(r"\ ", r"\s+") for text in sorted(texts, key=lambda text: (-len(text), text))]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _ing(verb: str, past: str) -> tuple[str, ...]:
    """Forms in -ing: without a final e, and with the doubled letter of the past form."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    doubled = past[:-2] if past.endswith("ed") and past[:-2] == verb + verb[-1] else verb
    return tuple(dict.fromkeys((f"{stem}ing", f"{doubled}ing", f"{verb}{verb[-1]}ing")))
