"""What is found in a cleaned text is told by its place in the file."""

import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import documents
from skillgap.export import json_records
from skillgap.model.resume import ResumeReading, SkillProfile
from skillgap.model.rewriting import Edit, rewrite

PIECES = (
    "Python", "Docker", "C&#43;&#43;", "AT&amp;T", "Kuber-\nnetes", "con-\r\n  tainers now", "Java\u00adScript",
    "a-\n", "Linux\u200b",
    "\ufeff", "\u200d", "Ｒｕｓｔ", "ﬁne", "é", "&nbsp;", ", ", " ", "\n", "\r\n", "- ", "Skills\n", "\t",
)  # fmt: skip
CHANGES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def letters(words):
    """The words without what may stand between their letters."""
    return re.sub(r"[\s\u00ad\u200b\u200d\ufeff-]", "", words)


@settings(deadline=None, max_examples=60)
@given(CHANGES)
def test_every_word_of_a_cleaned_text_is_found_again_in_the_file(changes):
    words = f"Notes {changes}"
    document = documents.paste(words)
    assert document.file_text == words
    place = 0
    for offset in range(len(document.text)):
        start, end = document.in_file(offset, offset + 1)
        assert place <= start <= end <= len(words)
        # a sign that nothing rewrote is itself
        if end == start + 1:
            assert words[start] == document.text[offset] or document.text[offset] in "\r\n "
        place = start


@settings(deadline=None, max_examples=60)
@given(CHANGES)
def test_the_words_of_a_mention_are_those_at_its_place_in_the_file(extractor, known, words):
    document = documents.read(f"Skills: Git, {words}, Ansible".encode(), "a.txt")
    found = extractor.extract(document)
    reading = ResumeReading(document, SkillProfile("a", (), found.mentions), found.terms)
    told = json.loads(json.dumps(json_records.extraction("a", reading, known)))

    assert told["text"] == f"Skills: Git, {words}, Ansible"
    certain = [one for one in found.mentions if one.assertion != "uncertain"]
    for one, mention in zip(told["mentions"], certain, strict=True):
        assert told["text"][one["start"] : one["end"]] == one["surface"]
        assert letters(html.unescape(one["surface"])) == letters(mention.surface)


@pytest.mark.parametrize(
    ("text", "surface", "words"),
    [
        ("Tools: AT&amp;T Unix, C&#43;&#43;, Go", "C&#43;&#43;", "C++"),
        ("I used Kuber-\n  netes daily", "Kuber-\n  netes", "Kubernetes"),
        ("Skills: Ja\u00advaScript, Vim", "Ja\u00advaScript", "JavaScript"),
        ("Skills: \u200bRuby\u200b on \u200bRails", "Ruby\u200b on \u200bRails", "Ruby on Rails"),
        ("\ufeffPython &amp; Bash\r\nVim", "Bash", "Bash"),
        ("R&amp;D: wrote MATLAB", "MATLAB", "MATLAB"),
    ],
)
def test_offsets_point_into_the_file_and_the_words_read_well(extractor, text, surface, words):
    document = documents.paste(text)
    mentions = extractor.extract(document).mentions
    (found,) = [one for one in mentions if one.surface == words]
    start, end = document.in_file(found.start, found.end)

    assert text[start:end] == surface


def test_edits_are_made_and_undone():
    text, made = rewrite("a&amp;b--c", [Edit(1, 6, "&"), Edit(7, 9, ""), Edit(10, 10, "!")])

    assert text == "a&bc!"
    assert [made.span_before(place, place + 1) for place in range(5)] == [(0, 1), (1, 6), (6, 7), (9, 10), (10, 10)]
    assert made.span_before(0, 5) == (0, 10)
    assert made.span_before(0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("meant", "encoding"),
    [
        ("\u2022 Python \u2013 3 years, didn\u2019t stop", "cp1252"),
        ("\u2022 Python \u2013 3 years, didn\u2019t stop", "latin-1"),
        ("Caf\u00e9 in Malm\u00f6 \u2192 Docker", "latin-1"),
        ("\u201cGit\u2026 R\u00e9sum\u00e9\u00bb", "latin-1"),
    ],
)
def test_signs_that_were_decoded_wrongly_are_read_as_meant(meant, encoding):
    wrong = meant.encode("utf-8").decode(encoding)
    document = documents.paste(wrong)

    assert document.text == meant
    assert document.file_text == wrong
    for offset, sign in enumerate(meant):
        start, end = document.in_file(offset, offset + 1)
        assert wrong[start:end].encode(encoding).decode("utf-8") == sign


@pytest.mark.parametrize(
    "text",
    [
        "Men\u00fc \u2013 Z\u00fcrich",
        "\u00dc\u2013Bahn",
        "na\u00efve caf\u00e9\u2122",
        "\u00c2ge d\u2019or",
        "5 \u00e2 6",
    ],
)
def test_signs_that_are_meant_stay(text):
    assert documents.paste(text).text == text
