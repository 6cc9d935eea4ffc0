"""Count how often each activity wording matches in real resumes, and show samples.

``python -m benchmarks.activities FOLDER ...`` reads every file of the folders (nothing is kept of them). For each
wording of ``activities.toml`` and ``quick_wins.toml`` in ``data/lexicon`` it prints how many lines it finds and three
of them. A wording that is often wrong must not claim a skill: make it a question, or delete it.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from skillgap import documents, taxonomy
from skillgap.errors import SkillgapError
from skillgap.lexicon import patterns
from skillgap.model.resume import Document
from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.pipeline import Pipeline
from skillgap.taxonomy import Taxonomy

SAMPLES = 3
AROUND = 40
"""Characters shown on either side of a match."""


def read(folder: Path) -> Iterator[Document]:
    """Yield the readable files of a folder."""
    for path in sorted(folder.iterdir()):
        try:
            yield documents.read(path.read_bytes(), path.name)
        except SkillgapError as error:
            print(f"{path.name}: {error}")


def sample(text: str, start: int, end: int) -> str:
    """A match with the words around it."""
    found = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
    return " ".join(found.split())


def claims(document: Document, pipeline: Pipeline) -> Iterator[tuple[str, str]]:
    """Yield the activities in a document: skill and sample."""
    with pipeline.vocab.memory_zone():
        found = pipeline.annotate(document.text)
        for span in found.candidates:
            if span.label == IMPLICIT:
                start, end = found.tokens.starts[span.start], found.tokens.ends[span.end - 1]
                yield f"claim: {span.id}", sample(document.text, start, end)


def questions(document: Document, known: Taxonomy) -> Iterator[tuple[str, str]]:
    """Yield the lines that lead to questions: wording and sample."""
    file = known.lexicon.quick_wins
    for name, entries in file.wordings.items():
        for entry in entries:
            for match in patterns.compile_any([entry.find], file.words).finditer(document.text):
                yield f"question: {name}: {entry.find}", sample(document.text, match.start(), match.end())


def main() -> None:
    """Print the counts, the most frequent first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    known = taxonomy.load()
    pipeline = Pipeline(known)
    found: dict[str, list[str]] = defaultdict(list)
    read_files = 0
    for folder in parser.parse_args().folders:
        for document in read(folder):
            read_files += 1
            for name, line in (*claims(document, pipeline), *questions(document, known)):
                found[name].append(line)
    print(f"{read_files} files, {sum(map(len, found.values()))} lines")
    for name, lines in sorted(found.items(), key=lambda one: (-len(one[1]), one[0])):
        print(f"{len(lines):5} {name}")
        for line in lines[:: max(1, len(lines) // SAMPLES)][:SAMPLES]:
            print(f"        {line}")


if __name__ == "__main__":
    main()
