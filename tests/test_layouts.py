"""Resumes of invented people as PDF, from ten producers and in many layouts: what was written is what is read.

The truth of each file is the data it was made from, see ``tests/layouts/README.md``.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

from skillgap import documents
from skillgap.documents import pdf, pdfium_reader, pdfplumber_reader
from skillgap.model.resume import Document

FOLDER = Path(__file__).parent / "layouts"
SHEETS = sorted(FOLDER.glob("*.json"))
SURVIVING = 0.99
"""Share of the skills of the written text that must be found in the text read from the pages, over all files."""
ORDERED = 0.985
"""Share of the paragraphs whose words come out together and in order, over all files."""
_NOT_A_WORD = re.compile(r"[^\w+#]")


def letters(text):
    """A text without space, punctuation, case and ligatures."""
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text)).casefold()


@cache
def sheet(path):
    """What was written and what is read, worked out once for all tests of this file."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    return truth, documents.read(path.with_suffix(".pdf").read_bytes(), path.stem)


def held(extractor, text):
    return {
        mention.skill_id for mention in extractor.extract(Document("a", text)).mentions if mention.assertion == "held"
    }


def test_there_are_enough_files_from_enough_producers():
    producers = {json.loads(path.read_text(encoding="utf-8"))["producer"] for path in SHEETS}

    assert len(SHEETS) >= 40
    assert len(producers) >= 10


def test_nearly_every_skill_survives_the_page(extractor):
    written = found = 0
    for path in SHEETS:
        truth, read = sheet(path)
        want = held(extractor, "\n".join("\n".join([*block, ""]) for block in truth["blocks"]))
        written += len(want)
        found += len(want & held(extractor, read.text))

    assert found >= SURVIVING * written, f"{found} of {written}"


def test_nearly_every_paragraph_comes_out_whole():
    whole = count = 0
    for path in SHEETS:
        truth, read = sheet(path)
        text = letters(read.text)
        paragraphs = [paragraph for block in truth["blocks"] for paragraph in block]
        count += len(paragraphs)
        whole += sum(letters(paragraph) in text for paragraph in paragraphs)

    assert whole >= ORDERED * count, f"{whole} of {count}"


def test_no_line_mixes_two_columns():
    mixed = [f"{path.stem}: {line}" for path in SHEETS for line in _mixed(*sheet(path))]

    assert not mixed, "\n".join(mixed)


def _mixed(truth, read):
    """The lines that are made of pieces of two blocks."""
    blocks = [letters("".join(block)) for block in truth["blocks"]]
    running = tuple(letters(text) for text in truth.get("running", ()))
    lines = [letters(line.removeprefix("o ")) for line in read.text.splitlines()]
    return [
        line
        for line in lines
        if not any(line in block for block in blocks)
        and not (running and line.startswith(running))
        and _from_both(line, blocks)
    ]


def _from_both(line, blocks):
    """Whether the line is made of a piece of one block and a piece of another, and of no single one."""
    pieces = [(line[:cut], line[cut:]) for cut in range(4, len(line) - 3)]
    if any(left in block and right in block for left, right in pieces for block in blocks):
        return False
    return any(
        any(left in block for block in blocks) and any(right in block for block in blocks) for left, right in pieces
    )


def test_the_fast_reading_finds_the_words_that_pdfplumber_finds():
    apart = []
    for path in SHEETS:
        data = path.with_suffix(".pdf").read_bytes()
        fast = letters("".join(sorted(_words(pdfium_reader.read_pages(data)))))
        slow = letters("".join(sorted(_words(pdfplumber_reader.read_pages(data, path.stem)))))
        if abs(len(fast) - len(slow)) > 0.005 * len(slow):
            apart.append(f"{path.stem}: {len(fast)} letters, pdfplumber {len(slow)}")

    assert not apart, "\n".join(apart)


def _words(sheets):
    for found in sheets:
        for word in found.words:
            text = pdf.clean_word(word.text)
            if not text.startswith("(cid:"):
                yield text
