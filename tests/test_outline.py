"""How a resume is laid out, as the reading hands it on: sections, entries with their dates, lines."""

from datetime import date

import pytest

from skillgap import documents, pipeline
from skillgap.model.resume import Document, Period

RESUME = """Ann Example
ann@example.com

EXPERIENCE
Technician, Campus Help Desk
September 2024 - May 2025
- Reset passwords for students who
locked themselves out of their accounts
- Imaged 40 laptops

Sales Associate, Corner Shop
2022 - 2023
- Sold tools

SKILLS
Python, SQL
"""


@pytest.fixture
def outline(extractor):
    return extractor.extract(Document("a.txt", RESUME)).outline


def said(part):
    return RESUME[part.start : part.end]


def test_sections_are_parted_by_their_headings(outline):
    assert [(part.kind, said(part).splitlines()[0]) for part in outline.sections] == [
        ("top", "Ann Example"),
        ("experience", "EXPERIENCE"),
        ("skills", "SKILLS"),
    ]
    assert [RESUME[start:end] for start, end in outline.headings] == ["EXPERIENCE", "SKILLS"]


def test_entries_have_the_dates_of_their_opening_lines(outline):
    jobs = [part for part in outline.entries if part.kind == "experience"]

    assert [said(part).split("\n")[-1] for part in jobs] == ["- Imaged 40 laptops", "- Sold tools"]
    assert [part.period for part in jobs] == [
        Period(2024 * 12 + 8, 2025 * 12 + 5, measured=True),
        Period(2022 * 12, 2023 * 12, measured=True),
    ]


def test_a_sentence_over_two_lines_is_one_statement(outline):
    lines = [RESUME[start:end] for start, end in outline.statements]

    assert "- Reset passwords for students who\nlocked themselves out of their accounts" in lines


def test_every_reading_has_its_outline_also_one_of_pasted_text(extractor, known):
    pasted = pipeline.interpret(documents.paste(RESUME), extractor, known, today=date(2026, 11, 24))

    assert [part.kind for part in pasted.outline.sections] == ["top", "experience", "skills"]


def test_a_document_without_words_has_an_empty_outline(extractor):
    outline = extractor.extract(Document("a", "")).outline

    assert (outline.sections, outline.entries, outline.headings, outline.statements) == ((), (), (), ())
