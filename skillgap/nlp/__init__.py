"""Reads skills out of a Document: the only room that knows spaCy."""

from bisect import bisect_right
from collections.abc import Iterable
from threading import Lock
from typing import Any

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.catalogue import Skill
from skillgap.model import Assertion, Document, Mention
from skillgap.nlp import ambiguity, entries, scopes, sections, skills, statements  # noqa: F401  (registers the components)
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.taxonomy import Taxonomy

SCOPE_CUES = (
    "negated_before",
    "negated_after",
    "learning_before",
    "learning_after",
    "wanted_before",
    "wanted_after",
    "held_before",
    "pseudo",
    "terminators",
)
AMBIGUITY_WORDS = (
    "fillers",
    "degrees",
    "degrees_after",
    "labels",
    "company_labels",
    "company_words",
    "company_words_after_at",
    "others",
)
SECTION_ASSERTIONS: dict[str, Assertion] = {"interests": "wanted"}
"""What a section says of the skills in it, unless a cue says otherwise."""
SILENT_SECTIONS = frozenset({"references"})


class Extractor:
    """Finds the mentions of a taxonomy's skills; building one is costly, using it is not.

    Threads may share one: spaCy's memory zones are not thread-safe, so texts are read one at a time.

    Args:
        taxonomy: Skills, headings and cues to listen for.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.nlp = _pipeline(taxonomy)
        self.lock = Lock()

    def extract(self, document: Document) -> tuple[Mention, ...]:
        """Every mention in text order; ``surface == document.text[start:end]`` for each. Same text, same mentions."""
        with self.lock, self.nlp.memory_zone():
            return tuple(_mentions(self.nlp(document.text), document.text))


def _pipeline(taxonomy: Taxonomy) -> Language:
    nlp = spacy.blank("en", vocab=_vocabulary())
    known = taxonomy.skills.values()
    tokenizer = ResumeTokenizer(nlp.vocab)
    words = {word.lower() for skill in known for alias in skill.aliases for word in tokenizer.words(alias.text)}
    nlp.tokenizer = ResumeTokenizer(nlp.vocab, words)
    cues = {key: list(texts) for key, texts in taxonomy.cues.items()}
    nlp.max_length = 10_000_000
    nlp.add_pipe("skillgap_lines")
    nlp.add_pipe(
        "skillgap_sections", config={"headings": {key: list(texts) for key, texts in taxonomy.headings.items()}}
    )
    nlp.add_pipe("skillgap_statements")
    nlp.add_pipe("skillgap_skills", config={"aliases": _aliases(known), "ordinary": cues.get("ordinary", [])})
    nlp.add_pipe(
        "skillgap_ambiguity",
        config={
            "cues": _context(known),
            "names": [alias.text for skill in known for alias in skill.aliases if alias.rule == "needs-context"],
            "words": {key: cues.get(key, []) for key in AMBIGUITY_WORDS},
        },
    )
    nlp.add_pipe("skillgap_scopes", config={"cues": {key: cues.get(key, []) for key in SCOPE_CUES}})
    nlp.add_pipe("skillgap_entries")
    return nlp


def _vocabulary() -> Vocab:
    """A vocabulary that computes of a new word only what is asked of it, its lower-case form."""
    getters: Any = {StringStore()["LOWER"]: str.lower}
    return Vocab(lex_attr_getters=getters)


def _aliases(known: Iterable[Skill]) -> str:
    """The table that ``SkillMatcher`` takes."""
    return "\n".join(
        f"{alias.text}\t{alias.rule}\t{skill.id}\t{skill.kind}" for skill in known for alias in skill.aliases
    )


def _context(known: Iterable[Skill]) -> str:
    """The table of cues that ``Ambiguity`` takes."""
    return "\n".join(
        f"{sign}{skill.id}\t{cue}"
        for skill in known
        for sign, cues in (("+", skill.cues), ("-", skill.anti_cues))
        for cue in cues
    )


def _mentions(doc: Doc, text: str) -> Iterable[Mention]:
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    parts, lines = list(doc.spans["sections"]), doc.user_data["statements"]
    firsts = {
        "sections": [section.start for section in parts],
        "entries": [entry.start for entry in doc.spans["entries"]],
        "statements": [start for start, _ in lines],
    }
    bare = {span.start for span in doc.spans["bare"]}
    said = _governed(doc)
    for span in doc.spans["skills"]:
        number = {name: bisect_right(places, span.start) - 1 for name, places in firsts.items()}
        section = parts[number["sections"]].label_
        if section in SILENT_SECTIONS:
            continue
        opening, close = lines[number["statements"]]
        start, end = starts[span.start], ends[span.end - 1]
        yield Mention(
            skill_id=span.id_,
            surface=text[start:end],
            start=start,
            end=end,
            section=section,
            assertion=said[span.start] or SECTION_ASSERTIONS.get(section, "held"),
            block=number["entries"],
            quote=(starts[opening], ends[close - 1]),
            listed=span.start in bare,
        )


def _governed(doc: Doc) -> list[str]:
    """The assertion that the last scope over each token gives it, empty where none does."""
    said = [""] * len(doc)
    for scope in doc.spans["scopes"]:
        said[scope.start : scope.end] = [scope.label_] * len(scope)
    return said
