"""Each list about lines, deeds and word forms is needed: with other words, its line is read in another way."""

import re
from datetime import date

import pytest

from skillgap import profile
from skillgap.documents import docx_tables, furniture
from skillgap.documents.layout import Line
from skillgap.lexicon import own
from skillgap.model.resume import Document
from skillgap.nlp import alias_variants, line_view
from skillgap.profile import bare_words

LAYOUT, EVIDENCE, FORMS = own().layout, own().evidence, own().word_forms
PAGES = ("page_joints", "page_titles", "page_words")
TABLES = ("graded_columns", "time_units")


def with_other_words(file, name):
    """The line that needs a list, with signs of the same length in place of its words."""
    words = re.compile(rf"(?i)\b(?:{file.alternation(name)})\b")
    return words.sub(lambda match: "z" * len(match.group()), file.needs[name])


@pytest.fixture(scope="module")
def read(extractor, known):
    """Where a text has headings, sections, entries, sentences and terms, and what it shows at which level."""

    def reading(text):
        found = extractor.extract(Document("a.txt", text))
        shown = profile.build(Document("a.txt", text), found.mentions, known, today=date(2026, 11, 29))
        return (
            found.outline,
            [(one.skill_id, one.start, one.assertion, one.listed) for one in found.mentions],
            [(term.start, term.end) for term in found.terms],
            [(held.skill_id, held.level) for held in shown.skills],
        )

    return reading


def is_footer(line):
    """Whether a line at the end of a page is left out."""
    return furniture.remove([[Line("Cook"), Line("Peeled"), Line("Stirred"), Line(line)]])[0][-1].text != line


def table_lines(head):
    """The lines of a table with this head."""
    rows = [[[cell] for cell in row] for row in (head.split("\t"), ("Java", "2"), ("Go", "1"), ("C", "3"))]
    return list(docx_tables.lines(rows))[1:]


def test_every_list_about_lines_changes_how_its_text_is_read(read):
    lists = [name for name in LAYOUT.words if name not in {*PAGES, *TABLES, "occupation_endings"}]

    silent = [name for name in lists if read(LAYOUT.needs[name]) == read(with_other_words(LAYOUT, name))]

    assert silent == []


def test_the_endings_of_occupations_keep_a_title_from_being_a_heading(read, monkeypatch):
    line = LAYOUT.needs["occupation_endings"]
    ours = read(line)

    monkeypatch.setattr(line_view, "PERSON_ENDINGS", ("none",))

    assert read(line) != ours


@pytest.mark.parametrize("name", ["boasts", "offices", "person_endings"])
def test_every_list_about_deeds_changes_what_its_text_shows(read, monkeypatch, name):
    ours = read(EVIDENCE.needs[name])

    monkeypatch.setattr(bare_words, name.upper(), type(getattr(bare_words, name.upper()))())

    assert read(EVIDENCE.needs[name]) != ours


@pytest.mark.parametrize(("name", "alias"), [("function_words", "InDesign"), ("invariant_endings", "data analytics")])
def test_every_list_about_word_forms_changes_how_a_name_is_spelled(monkeypatch, name, alias):
    ours = alias_variants.spellings(alias, "concept")

    monkeypatch.setattr(alias_variants, name.upper(), type(getattr(alias_variants, name.upper()))(["none"]))

    assert FORMS.needs[name].lower().endswith(alias.lower().replace("indesign", "in design"))
    assert alias_variants.spellings(alias, "concept") != ours


@pytest.mark.parametrize("name", PAGES)
def test_every_list_about_pages_makes_a_footer_of_its_line(name):
    assert is_footer(LAYOUT.needs[name])
    assert not is_footer(with_other_words(LAYOUT, name))


@pytest.mark.parametrize("name", TABLES)
def test_every_list_about_tables_makes_a_column_of_levels_of_its_head(name):
    assert table_lines(LAYOUT.needs[name]) != table_lines(with_other_words(LAYOUT, name))
