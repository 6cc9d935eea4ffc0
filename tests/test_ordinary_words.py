"""Ordinary English stands between a guess and a claim."""

import pytest

from skillgap.lexicon.ordinary_words import is_ordinary, ordinary_words


@pytest.mark.parametrize("word", ["market", "markets", "planning", "applied", "managed", "quickly", "enterprises"])
def test_a_word_of_english_is_known_in_all_its_regular_forms(word):
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["kubernetes", "javascript", "kuberntes", "photoshop", "wirshark", "postgres"])
def test_a_name_or_its_misspelling_is_none(word):
    assert not is_ordinary(word)


def test_the_list_is_sorted_and_holds_no_form_of_a_listed_word():
    assert len(ordinary_words()) > 25_000
    assert all(word.islower() and word.isalpha() for word in ordinary_words())


@pytest.mark.parametrize(
    "word",
    ["Market", "Enterprise", "Remote", "Charts", "Control", "Review", "Telephone", "Journal", "Camera", "Fitness",
     "Hospice", "Recruiter", "Inspect", "Commission", "Nurses", "Vertical", "Parallel", "Notions", "Rockets"],
)  # fmt: skip
def test_a_word_of_english_in_a_list_is_no_product(read, word):
    assert [one.skill_id for one in read(f"SKILLS\nWireshark, {word}, Tableau\n")] == ["wireshark", "tableau"]


@pytest.mark.parametrize(
    ("written", "skill_id"),
    [
        ("Kubernets", "kubernetes"),
        ("Javascipt", "javascript"),
        ("Elastic Search", "elasticsearch"),
        ("Postgress", "postgresql"),
        ("Wirehsark", "wireshark"),
    ],
)
def test_a_misspelled_name_still_is_its_skill(read, written, skill_id):
    assert skill_id in [one.skill_id for one in read(f"SKILLS\nAnsible, {written}, Tableau\n")]
