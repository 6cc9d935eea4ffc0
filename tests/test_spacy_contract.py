"""What we rely on in spaCy, pinned: a release that changes one of these breaks here first, and says where."""

import pytest
import spacy
from spacy.matcher import PhraseMatcher
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab


@pytest.fixture
def nlp():
    return spacy.blank("en")


def test_a_doc_may_be_made_of_words(nlp):
    doc = Doc(nlp.vocab, words=["C", "+", "+"])

    assert [token.text for token in doc] == ["C", "+", "+"]


def test_the_default_tokenizer_keeps_whole_what_ours_cuts_apart(nlp):
    assert "React.js/Redux" in [token.text for token in nlp("React.js/Redux")]
    assert "Python|SQL" in [token.text for token in nlp("Python|SQL")]


def test_a_phrase_matcher_reports_every_key_of_a_shared_phrase(nlp):
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("one", [Doc(nlp.vocab, words=["Spark"])])
    matcher.add("two", [Doc(nlp.vocab, words=["spark"])])

    found = matcher(Doc(nlp.vocab, words=["SPARK"]))

    assert {nlp.vocab.strings[key] for key, _, _ in found} == {"one", "two"}


def test_a_memory_zone_gives_back_what_it_took(nlp):
    before = len(nlp.vocab.strings)
    with nlp.memory_zone():
        Doc(nlp.vocab, words=["neverseenbefore"])

    assert len(nlp.vocab.strings) == before


def test_a_phrase_matcher_takes_the_hashes_of_words_in_place_of_docs(nlp):
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("name", [[nlp.vocab.strings.add("active"), nlp.vocab.strings.add("directory")]])

    assert matcher(Doc(nlp.vocab, words=["an", "Active", "DIRECTORY"])) == [(nlp.vocab.strings["name"], 1, 3)]


def test_a_vocabulary_may_compute_the_lower_case_form_alone():
    vocab = Vocab(lex_attr_getters={StringStore()["LOWER"]: str.lower})
    matcher = PhraseMatcher(vocab, attr="LOWER")
    matcher.add("name", [[vocab.strings.add("python")]])

    assert Doc(vocab, words=["PYTHON"])[0].lower_ == "python"
    assert len(matcher(Doc(vocab, words=["PYTHON"]))) == 1
