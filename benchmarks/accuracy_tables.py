"""Measure the reading on annotated resumes, and write the tables of ``docs/accuracy.md``.

    python -m benchmarks.accuracy_tables
    python -m benchmarks.accuracy_tables --real "12, read=FOLDER" --real "16, errors not read=FOLDER"

The first form measures ``tests/gold/`` and replaces the table between its markers. The second does the same for folders
of real resumes, which are not in this repository. Files are read as ``skillgap analyze`` reads them. Intervals are 95 %
bootstrap intervals over resumes with a fixed seed; differences inside them are noise.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

from skillgap import documents, evaluation, taxonomy
from skillgap.evaluation import Score
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
SETS = ("dev", "test")
DRAWS = 1_000
LOW, HIGH = 25, 974
"""Indices of the bounds among the sorted draws; 95 % of the draws are between them."""
INVENTED = (
    "| set | resumes | precision | recall | F1, with its interval | right skill | F1 of the skills a resume "
    "| not held: right status | at least not held | traps sprung |"
)
REAL = (
    "| real resumes | precision | recall | F1, with its interval | right skill, with its interval "
    "| F1 of the skills a resume | traps sprung |"
)


def measure(folder: Path, extractor: Extractor, known: Taxonomy) -> list[Score]:
    """The score of each annotated resume of a folder, read as a file."""
    scores = []
    for stem, text, marks in evaluation.load(folder):
        document = documents.read(text.encode(), f"{stem}.txt")
        score = Score()
        found = evaluation.in_file(document, extractor.extract(document).mentions)
        evaluation.count_resume(score, found, marks, known)
        scores.append(score)
    return scores


def together(scores: Iterable[Score]) -> Score:
    """Sum the counts of several resumes."""
    total = Score()
    for score in scores:
        for field in fields(Score):
            one, more = getattr(total, field.name), getattr(score, field.name)
            if isinstance(one, Counter):
                one.update(more)
            elif isinstance(one, list):
                one[:] = [a + b for a, b in zip(one, more, strict=True)]
            else:
                setattr(total, field.name, one + more)
    return total


def interval(scores: Sequence[Score], figure: str) -> tuple[float, float]:
    """95 % bootstrap interval of a figure over resumes."""
    draw = random.Random(1)  # noqa: S311  (no secret)
    values = sorted(getattr(together(draw.choices(scores, k=len(scores))), figure) for _ in range(DRAWS))
    return values[LOW], values[HIGH]


def invented_row(name: str, scores: Sequence[Score]) -> str:
    """Row of the table of invented resumes."""
    total = together(scores)
    cells = (
        f"`tests/gold/{name}`",
        str(len(scores)),
        f"{total.precision:.3f}",
        f"{total.recall:.3f}",
        _bounded(scores, "f1"),
        f"{total.right_skill:.3f}",
        f"{total.profile_f1:.3f}",
        f"{total.right_status} of {total.not_held}",
        f"{total.seen_not_held} of {total.not_held}",
        f"{total.sprung} of {total.traps}",
    )
    return _row(cells)


def real_row(name: str, scores: Sequence[Score]) -> str:
    """Row of the table of real resumes."""
    total = together(scores)
    cells = (
        name,
        f"{total.precision:.3f}",
        f"{total.recall:.3f}",
        _bounded(scores, "f1"),
        _bounded(scores, "right_skill"),
        f"{total.profile_f1:.3f}",
        f"{total.sprung} of {total.traps}",
    )
    return _row(cells)


def table(head: str, rows: Iterable[str]) -> str:
    """Format a Markdown table."""
    return "\n".join((head, _row(["---"] * (head.count("|") - 1)), *rows))


def replaced(page: str, marker: str, words: str) -> str:
    """Replace the text between a marker and its end."""
    before, _, rest = page.partition(f"<!-- {marker} -->\n")
    _, _, after = rest.partition(f"\n<!-- end of {marker} -->")
    return f"{before}<!-- {marker} -->\n{words}\n<!-- end of {marker} -->{after}"


def _bounded(scores: Sequence[Score], figure: str) -> str:
    low, high = interval(scores, figure)
    return f"{getattr(together(scores), figure):.3f} [{low:.3f}, {high:.3f}]"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", action="append", default=[], metavar="LABEL=FOLDER")
    known = taxonomy.load()
    extractor = Extractor(known)
    if named := [one.split("=", 1) for one in parser.parse_args().real]:
        marker, head = "real resumes", REAL
        rows = [real_row(label, measure(Path(folder), extractor, known)) for label, folder in named]
    else:
        marker, head = "invented resumes", INVENTED
        rows = [invented_row(name, measure(ROOT / "tests" / "gold" / name, extractor, known)) for name in SETS]
    written = table(head, rows)
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), marker, written), encoding="utf-8")
    print(written)


if __name__ == "__main__":
    main()
