"""Every cue and every list of words around a name is needed: without it, its line is read in another way."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from skillgap.lexicon import own
from skillgap.lexicon.schema import FILES
from skillgap.model.resume import Document
from skillgap.nlp.activity_patterns import BEHIND, NOT_DONE, OTHERS
from skillgap.nlp.context import ContextScopes, governing_labels
from skillgap.nlp.extractor import Extractor

LEXICON = own()
CONTEXT = [(name, entry) for name, entries in LEXICON.context.wordings.items() for entry in entries]
NAMED = (
    "c", "ccna", "cissp", "comptia-a-plus", "computer-science", "d-lang", "docker", "excel", "flask", "github", "gsm",
    "java", "kubernetes", "leadership", "less-css", "machine-learning", "microsoft-teams", "perl", "presales",
    "python", "r", "reporting", "safe-cert", "scratch", "soap", "software-engineering", "spring", "teaching-others",
    "yeoman",
)  # fmt: skip
"""Skills in the lines; a reader of these few is made in no time."""


@pytest.fixture(scope="module")
def small(known):
    return replace(known, skills={one: known.skills[one] for one in NAMED})


@pytest.fixture(scope="module")
def changes(small):
    """Whether a line is read in another way with another lexicon."""

    def read(reader, line):
        found = reader.extract(Document("line", line))
        claims = [
            (one.skill_id, one.assertion, one.qualifier, one.listed, one.months, one.section) for one in found.mentions
        ]
        return claims, [term.surface for term in found.terms]

    ours = Extractor(small)
    return lambda line, lexicon: read(ours, line) != read(Extractor(replace(small, lexicon=lexicon)), line)


@pytest.fixture(scope="module")
def said(extractor, known):
    """What the cues say of each name in a line, by our lexicon or by another."""
    pipeline = extractor.pipeline
    certificates = frozenset(one.id for one in known.skills.values() if one.kind == "certification")

    def read(line, lexicon=LEXICON):
        found = pipeline.annotate(line)
        scopes = ContextScopes(pipeline.vocab, pipeline.tokenizer, lexicon.cues, certificates).find(
            Doc(pipeline.vocab, words=list(found.tokens.words)), found.tokens, found.layout, found.skills
        )
        labels = governing_labels(scopes, [one.start for one in found.skills])
        return [labels[one.start] for one in found.skills]

    return read


def without_list(stem, name):
    file = getattr(LEXICON, stem)
    return replace(LEXICON, **{stem: replace(file, words={**file.words, name: ()})})


def without_wording(stem, name, entry):
    file = getattr(LEXICON, stem)
    left = tuple(one for one in file.wordings[name] if one != entry)
    return replace(LEXICON, **{stem: replace(file, wordings={**file.wordings, name: left})})


def test_every_closed_list_changes_how_its_line_is_read(changes):
    lists = [(stem, name) for stem in ("context", "disambiguation", "exclusions") for name in FILES[stem].words]
    lists += [("activities", name) for name in (BEHIND, NOT_DONE, OTHERS)]

    silent = [
        f"{stem}: {name}"
        for stem, name in lists
        if not changes(getattr(LEXICON, stem).needs[name], without_list(stem, name))
    ]
    assert not silent, "\n".join(silent)


def test_every_phrase_changes_how_its_line_is_read(changes):
    phrases = [
        (stem, name, entry)
        for stem in ("disambiguation", "exclusions")
        for name, entries in getattr(LEXICON, stem).wordings.items()
        for entry in entries
    ]

    silent = [
        f"{name}: {entry.find}"
        for stem, name, entry in phrases
        if not changes(entry.needs, without_wording(stem, name, entry))
    ]
    assert not silent, "\n".join(silent)


def test_every_cue_changes_what_the_writer_says_in_its_line(said):
    silent = [
        f"{name}: {entry.find}"
        for name, entry in CONTEXT
        if said(entry.needs) == said(entry.needs, without_wording("context", name, entry))
    ]

    assert not silent, "\n".join(silent)


def test_every_cue_of_a_category_says_so_in_its_line(said):
    asserting = [(*name.split("."), entry) for name, entry in CONTEXT]
    wrong = [
        f"{category}: {entry.find}"
        for category, direction, entry in asserting
        if direction in {"forward", "backward"} and category != "held" and category not in said(entry.needs)
    ]

    assert wrong == []


def test_no_phrase_is_in_two_lists_of_cues():
    lists = {name: set(phrases) for name, phrases in LEXICON.context.cues().items() if "." in name}
    shared = [(one, other, lists[one] & lists[other]) for one in lists for other in lists if one < other]

    assert [row for row in shared if row[2]] == []
