"""Every mention in the fixtures, the annotated texts and the layouts, as JSON Lines.

``python tests/golden_mentions.py`` writes ``tests/golden/mentions.jsonl`` again. Read the difference before committing.
"""

import json
from dataclasses import fields
from pathlib import Path

from skillgap import documents, taxonomy
from skillgap.model.resume import Document, Mention, Period
from skillgap.nlp.extractor import Extractor

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden" / "mentions.jsonl"
NAMES = tuple(field.name for field in fields(Mention))


def texts():
    """Each file with its Document, by path."""
    for path in sorted((TESTS / "gold").glob("*/*.txt")):
        yield path, Document(path.stem, path.read_text(encoding="utf-8"))
    for path in sorted([*(TESTS / "fixtures" / "resumes").iterdir(), *(TESTS / "layouts").glob("*.pdf")]):
        yield path, documents.read(path.read_bytes(), path.name)


def plain(value):
    """A value as JSON has it: a period is its fields."""
    return [value.start, value.end, value.measured] if isinstance(value, Period) else value


def lines(extractor):
    """One JSON array of field names, then one array a mention: the file, then every field."""
    yield json.dumps(["file", *NAMES])
    for path, document in texts():
        name = path.relative_to(TESTS).as_posix()
        for mention in extractor.extract(document).mentions:
            values = [plain(getattr(mention, field)) for field in NAMES]
            yield json.dumps([name, *values], ensure_ascii=False)


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(lines(Extractor(taxonomy.load()))) + "\n", encoding="utf-8")
