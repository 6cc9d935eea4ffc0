"""Every hostile file gives its skills or one readable sentence, within the limits, and touches nothing else."""

import re
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from skillgap import pipeline, taxonomy, workspace
from skillgap.cohort import files, reading, snapshot
from skillgap.cohort.reading import Reader
from skillgap.documents import filled_table, limits
from skillgap.errors import SkillgapError
from skillgap.model.assessment import Refusal
from skillgap.model.cohort import FileLine
from skillgap.model.resume import ResumeReading
from skillgap.taxonomy.overlay import DataFile

from . import pdfs, texts, zips

TODAY = date(2026, 11, 24)
MAX_SECONDS = 20
MAX_GROWTH = 400_000_000
"""Bytes that this process may grow by over a file; a reading process is held by the system to 512 MB."""
RAW = re.compile(r"Traceback|Error\b|Exception|0x[0-9a-f]{6}|<class|/usr/|site-packages|\bNone\b")


def peak():
    """The most memory that this process ever had, in bytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) * 1024 if status.exists() else 0


@pytest.fixture(autouse=True)
def within_limits():
    """Each file is answered in time and without eating this process's memory."""
    begun, before = time.monotonic(), peak()
    yield
    assert time.monotonic() - begun < MAX_SECONDS
    assert peak() - before < MAX_GROWTH


def check_sentence(sentence):
    """Whether a student could read it."""
    assert re.match(r"[\w\u201c(-].{10,400}[.?]$", sentence, re.DOTALL), sentence
    assert not RAW.search(sentence), sentence


def check(outcome):
    if isinstance(outcome, Refusal):
        check_sentence(outcome.message)
        return
    assert isinstance(outcome, ResumeReading)
    text = outcome.document.text
    assert any(map(str.isalnum, text))
    text.encode("utf-8")
    for mention in outcome.mentions:
        assert text[mention.start : mention.end] == mention.surface
    for sentence in outcome.document.warnings:
        check_sentence(sentence)


def cases(folder):
    return [pytest.param(make, id=name) for name, make in folder.items()]


@pytest.fixture
def outcome(extractor, known):
    """What reading a file gives: a reading, or a refusal."""

    def read(data, name):
        try:
            return pipeline.read(data, name, extractor, known, today=TODAY)
        except SkillgapError as error:
            return Refusal(name, str(error))

    return read


@pytest.mark.parametrize("make", cases(pdfs.CASES))
def test_a_pdf(make, outcome):
    check(outcome(make(), "cv.pdf"))


@pytest.mark.parametrize("make", cases(zips.WORD))
def test_a_word_file(make, outcome):
    check(outcome(make(), "cv.docx"))


@pytest.mark.parametrize("make", cases(texts.TEXTS))
def test_a_text(make, outcome):
    check(outcome(make(), "cv.txt"))


POSTINGS = ("a", "A", "-", "a-", "1.", ". ", " - A", "Aaa ", "a.B", "(", "\u2022 A ", "Requirements ", "a, ")


@pytest.mark.parametrize("words", POSTINGS)
def test_a_posting_of_one_line(words, extractor):
    read = pipeline.read_posting((words * 100_000)[:190_000] + " Python", extractor)

    assert isinstance(read.demands, tuple)


@pytest.mark.parametrize("make", cases(texts.KINDS))
def test_a_file_of_another_kind_is_named_whatever_it_is_called(make, outcome):
    for name in ("cv.pdf", "cv.docx"):
        found = outcome(make(), name)
        assert isinstance(found, Refusal)
        check(found)


@pytest.mark.parametrize("make", cases(zips.ZIPS))
def test_a_zip(make, extractor, known):
    for one in files.opened([("class.zip", make())]):
        if isinstance(one, FileLine):
            check_sentence(one.sentence)
            continue
        entry = reading.read(one, Reader(extractor, known, TODAY))
        check(entry.reading or Refusal(one.path, entry.refusal))


@pytest.mark.parametrize("make", cases(zips.SHEETS))
def test_a_filled_in_sheet(make):
    try:
        rows = filled_table.read_table(make(), "sheet.xlsx")
    except SkillgapError as error:
        check_sentence(str(error))
    else:
        assert len(rows) <= 2_000 * 1_000
        assert all(len(cells) <= limits.MAX_COLUMNS for _, cells in rows)
        assert all(isinstance(cell, str) for _, cells in rows for cell in cells)


@pytest.mark.parametrize("make", cases(texts.SAVED))
def test_saved_work(make):
    try:
        assert workspace.load(workspace.dump(workspace.load(make()))) is not None
    except SkillgapError as error:
        check_sentence(str(error))


@pytest.mark.parametrize("make", cases(texts.COHORTS))
def test_a_saved_cohort(make):
    try:
        assert snapshot.load(snapshot.dump(snapshot.load(make()))) is not None
    except SkillgapError as error:
        check_sentence(str(error))


@pytest.mark.parametrize("make", cases(texts.TOMLS))
def test_data_of_a_user(make):
    _, faults = taxonomy.load_with_faults((DataFile("mine.toml", make()),))

    assert faults
    assert all(len(fault) < 5_000 for fault in faults)


def test_the_skills_of_honest_files_are_found(outcome):
    """The generators make files that can be read: a reader that refuses all of them passes nothing."""
    honest = {
        "a script": pdfs.CASES, "locked for writers": pdfs.CASES, "a picture of 10,000,000,000 points": pdfs.CASES,
        "macros": zips.WORD, "a template elsewhere": zips.WORD, "signs inside words": zips.WORD,
        "the strict form of Word": zips.WORD, "JSON with half characters": texts.TEXTS,
        "zero-width signs in words": texts.TEXTS, "UTF-16 without a mark": texts.TEXTS, "terminal escapes": texts.TEXTS,
    }  # fmt: skip
    for name, folder in honest.items():
        found = outcome(folder[name](), "cv")
        assert isinstance(found, ResumeReading), f"{name}: {found}"
        assert found.profile.skills, name
    assert "evil" not in sys.modules
