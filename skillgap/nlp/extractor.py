"""Reads skills out of a Document: the only room that knows spaCy."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from threading import Lock
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.model.resume import Assertion, Document, Mention, Outline, Qualifier, UncheckedTerm
from skillgap.model.taxonomy import Skill
from skillgap.nlp import (  # noqa: F401
    activity_patterns,
    context,
    dates,
    disambiguation,
    entries,
    gazetteer,
    spans,
    unmatched_terms,
)
from skillgap.nlp.annotations import Layout
from skillgap.nlp.outline import outline
from skillgap.nlp.pipeline import LayoutPipeline
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens
from skillgap.taxonomy import Taxonomy

SCOPE_CUES = (
    "negated_before",
    "negated_after",
    "learning_before",
    "learning_after",
    "wanted_before",
    "wanted_after",
    "held_before",
    "hedged_before",
    "hedged_after",
    "hedged_beside",
    "denied_verbs",
    "desires",
    "desired_verbs",
    "expected_before",
    "expected_after",
    "expired_before",
    "expired_after",
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
    "others_who",
    "others_did",
    "others_many",
    "others_part",
    "sought",
    "jobs",
    "works",
    "others_made",
    "others_by",
    "exams",
    "titles",
)
GUARDED = frozenset({"needs-context", "never-alone"})
GENERAL = frozenset({"concept", "method"})
"""Kinds of skills that name a field: "Networking: OSPF, BGP" claims the two, not the field a third time."""
AREAS, FIELD_PARTS = frozenset({"network", "security"}), 3
"""Kinds of which most are products and protocols; one with so many parts is an area ("Network security: ...")."""
BESIDE: tuple[list[str], ...] = ([], ["("], ["["], ["-"], ["\u2013"])
"""What may stand between a name and its abbreviation or code on one line."""
SECTION_ASSERTIONS: dict[str, Assertion] = {"interests": "wanted"}
"""What a section says of the skills in it, unless a cue says otherwise."""
SILENT_SECTIONS = frozenset({"references"})


class Extraction(NamedTuple):
    """What was found in one document: the mentions, the terms of its skill lists that were not checked, its layout."""

    mentions: tuple[Mention, ...]
    terms: tuple[UncheckedTerm, ...]
    outline: Outline


class Extractor:
    """Finds the mentions of a taxonomy's skills; building one is costly, using it is not.

    Threads may share one: spaCy's memory zones are not thread-safe, so texts are read one at a time.

    Args:
        taxonomy: Skills, headings and cues to listen for.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.tokenizer = ResumeTokenizer(_known(taxonomy))
        self.layout = LayoutPipeline(taxonomy.headings)
        self.nlp = _pipeline(taxonomy, self.tokenizer)
        self.soft = frozenset(skill.id for skill in taxonomy.skills.values() if skill.kind == "soft")
        self.lock = Lock()

    def extract(self, document: Document) -> Extraction:
        """Mentions and unknown terms in text order; ``surface == document.text[start:end]`` for each."""
        text = document.text
        with self.lock, self.nlp.memory_zone():
            tokens = self.tokenizer.tokenize(text)
            layout = self.layout.annotate(tokens)
            doc = self.nlp(_doc(self.nlp.vocab, tokens, layout))
            starts, ends = doc.user_data["starts"], doc.user_data["ends"]
            places = [(starts[run.start], ends[run.end - 1]) for run in spans.of(doc, "unknown")]
            terms = tuple(UncheckedTerm(text[start:end], start, end) for start, end in places)
            laid_out = outline(tokens, layout)
            return Extraction(tuple(_mentions(doc, text, laid_out, self.soft)), terms, laid_out)


def _known(taxonomy: Taxonomy) -> set[str]:
    words = ResumeTokenizer().words
    aliases = (alias for skill in taxonomy.skills.values() for alias in skill.aliases)
    return {word.lower() for alias in aliases for word in words(alias.text)}


def _doc(vocab: Vocab, tokens: Tokens, layout: Layout) -> Doc:
    doc = Doc(vocab, words=list(tokens.words))
    doc.user_data = {
        "text": tokens.text,
        "words": list(tokens.words),
        "folded": list(tokens.lower),
        "starts": tokens.starts,
        "ends": tokens.ends,
        "breaks": tokens.line_breaks,
        "lines": layout.lines,
        "headings": layout.headings,
        "sections": layout.sections,
        "statements": layout.sentences,
        "entries": layout.entries,
    }
    return doc


def _pipeline(taxonomy: Taxonomy, tokenizer: Any) -> Language:
    nlp = spacy.blank("en", vocab=_vocabulary())
    nlp.tokenizer = tokenizer
    known = taxonomy.skills.values()
    words = {word for skill in known for alias in skill.aliases for word in tokenizer.words(alias.text)}
    cues = {key: list(texts) for key, texts in taxonomy.cues.items()}
    phrases = [text for texts in (*cues.values(), *taxonomy.headings.values()) for text in texts]
    words.update(word for text in phrases for word in tokenizer.words(text))
    for word in words:  # known to the vocabulary from the start, they are not made anew for each document
        _ = [nlp.vocab[form] for form in {word, word.lower(), word.capitalize(), word.upper()}]
    nlp.add_pipe("skillgap_skills", config={"aliases": _aliases(known), "ordinary": cues.get("ordinary", [])})
    nlp.add_pipe(
        "skillgap_behaviours",
        config={
            "told": "\n".join(f"{key}\t{wording}" for key, told in taxonomy.behaviours.items() for wording in told),
            "lists": {key: list(words) for key, words in taxonomy.behaviour_words.items()},
            "soft": [skill.id for skill in known if skill.kind == "soft"],
        },
    )
    nlp.add_pipe(
        "skillgap_ambiguity",
        config={
            "cues": _context(known),
            "names": [alias.text for skill in known for alias in skill.aliases if alias.rule in GUARDED],
            "general": _fields(known),
            "soft": [skill.id for skill in known if skill.kind == "soft"],
            "words": {key: cues.get(key, []) for key in AMBIGUITY_WORDS},
        },
    )
    nlp.add_pipe(
        "skillgap_unknown",
        config={
            "aliases": _aliases(known),
            "words": {key: cues.get(key, []) for key in ("fillers", "labels", "spoken")},
        },
    )
    nlp.add_pipe("skillgap_scopes", config={"cues": {key: cues.get(key, []) for key in SCOPE_CUES}})
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


ASSERTION_OF_CUE: dict[str, tuple[Assertion, Qualifier]] = {
    "negated": ("negated", ""),
    "learning": ("learning", ""),
    "wanted": ("wanted", ""),
    "hedged": ("held", "hedged"),
    "expected": ("learning", "expected"),
    "expired": ("held", "expired"),
}
"""What a scope says of the mentions in it."""
UNTAUGHT = frozenset({"wanted", "learning"})
"""What is not said of soft skills: a workplace sought is innovative, the wish is not; one learns with patience."""
EAGER = frozenset({"fast-learning", "willingness-to-learn"})
"""Soft skills that a wish shows."""
WILL, WILL_REACH = frozenset({"willing", "willingness", "ready", "eager"}), 5
"""Words up to so many tokens before a soft skill that show it: "willing to go the extra mile"."""


def _mentions(doc: Doc, text: str, laid_out: Outline, soft: Collection[str]) -> Iterable[Mention]:
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    parts, entries_, lines = spans.of(doc, "sections"), spans.of(doc, "entries"), doc.user_data["statements"]
    part_starts, entry_starts = [span.start for span in parts], [span.start for span in entries_]
    line_starts = [start for start, _ in lines]
    bare = doc.user_data["bare"]
    every = [(span, False) for span in spans.of(doc, "skills")] + [(span, True) for span in spans.of(doc, "questions")]
    found = _joined(sorted(every, key=lambda one: one[0].start), doc)
    said = _governed(spans.of(doc, "scopes"), [span.start for span, _ in found])
    lengths = dates.units(text)
    for span, question in found:
        first, last = span.start, span.end
        section = parts[bisect_right(part_starts, first) - 1].label
        if section in SILENT_SECTIONS:
            continue
        saying = said[first]
        if span.id in soft and saying in UNTAUGHT:
            before = doc.user_data["folded"][max(0, first - WILL_REACH) : first]
            if saying == "wanted" and span.id not in EAGER and WILL.isdisjoint(before):
                continue
            saying = ""
        entry, line = bisect_right(entry_starts, first) - 1, lines[bisect_right(line_starts, first) - 1]
        start, end = starts[first], ends[last - 1]
        quote = (starts[line[0]], ends[line[1] - 1])
        assertion, qualifier = ASSERTION_OF_CUE.get(saying, (SECTION_ASSERTIONS.get(section, "held"), ""))
        if section in entries.ACTIVE_SECTIONS:
            period = laid_out.entries[entry].period
        else:
            period = dates.parse_period(text[quote[0] : quote[1]]) if section == "certifications" else None
        stated = dates.stated_duration(text, start, end, lengths)
        yield Mention(
            skill_id=span.id,
            surface=text[start:end],
            start=start,
            end=end,
            section=section,
            assertion="uncertain" if question and assertion == "held" else assertion,
            block=entry,
            quote=quote,
            listed=first in bare,
            qualifier=qualifier,
            period=period,
            stated=stated,
            months=dates.months_in(stated) if stated else 0,
        )


def _fields(known: Iterable[Skill]) -> list[str]:
    """Ids of skills that are fields: concepts, methods, and areas of networking and security with many parts."""
    parts = Counter(whole for skill in known for whole in skill.related("part_of"))
    return [
        skill.id
        for skill in known
        if skill.kind in GENERAL
        or (skill.kind in AREAS and parts[skill.id] >= FIELD_PARTS and not skill.name.isupper())
    ]


def _joined(found: list[tuple[TokenSpan, bool]], doc: Doc) -> list[tuple[TokenSpan, bool]]:
    """The mentions in text order, a name with its abbreviation or code beside it as one ("Security+ (SY0-601)")."""
    words, breaks = doc.user_data["words"], doc.user_data["breaks"]
    joined: list[tuple[TokenSpan, bool]] = []
    for span, question in found:
        last = joined[-1][0] if joined else None
        same = last is not None and last.id == span.id and not any(breaks[last.end : span.start + 1])
        if last and same and words[last.end : span.start] in BESIDE:
            joined[-1] = (last._replace(end=span.end), question and joined[-1][1])
        else:
            joined.append((span, question))
    return joined


def _governed(claims: list[spans.TokenSpan], places: list[int]) -> dict[int, str]:
    """What the last scope over each place says of it, empty where there is none; a hedge takes nothing back.

    Both are sorted by their start. Scopes are stacked as they open and dropped once they are over and nothing lies on
    them, so that any number of nested scopes costs one pass.
    """
    said: dict[int, str] = {}
    firm: list[spans.TokenSpan] = []
    hedged: list[spans.TokenSpan] = []
    following = 0
    for place in places:
        while following < len(claims) and claims[following].start <= place:
            scope = claims[following]
            (hedged if scope.label == "hedged" else firm).append(scope)
            following += 1
        for stack in (firm, hedged):
            while stack and stack[-1].end <= place:
                stack.pop()
        said[place] = firm[-1].label if firm else hedged[-1].label if hedged else ""
    return said
