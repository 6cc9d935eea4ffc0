"""Share of resumes with known occupations whose right role ranks first, or among the first three or five.

    python -m benchmarks.roles FOLDER LABELS.csv

``LABELS.csv`` has rows of an occupation and the ids of the roles that are right for it, without a head:
``Java_Developer,backend-intern,software-engineer-intern``. The occupation of a file is its name up to the first hyphen
("Java_Developer-012.txt"), or what a row of ``file,occupation`` in a CSV file says (``--occupations FILE``). Files with
other occupations are left out and counted.
"""

import argparse
import csv
import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from skillgap import pipeline, role_ranking, taxonomy
from skillgap.errors import SkillgapError
from skillgap.nlp.extractor import Extractor

TODAY = datetime.date(2026, 11, 29)
"""Fixed date that "present" refers to, so that figures are reproducible."""
FIRST = (1, 3, 5)
"""Ranks up to which the right role counts."""


def rows(path: Path) -> list[list[str]]:
    """Rows of a CSV file with stripped cells, without empty rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return [[cell.strip() for cell in row] for row in csv.reader(file) if row]


def occupation(path: Path, named: Mapping[str, str]) -> str:
    """Occupation of a file: from its row if there is one, else its name up to the first hyphen."""
    return named.get(path.name, path.stem.partition("-")[0])


def place(ranked: Iterable[str], right: Iterable[str]) -> int:
    """Rank, from 1, of the first right role; 0 if none is ranked."""
    wanted = frozenset(right)
    return next((number for number, role_id in enumerate(ranked, start=1) if role_id in wanted), 0)


def shares(places: Iterable[int]) -> list[float]:
    """Share of ranks up to each number in ``FIRST``."""
    found = list(places)
    return [sum(0 < one <= most for one in found) / len(found) for most in FIRST]


def main() -> None:
    """Print the shares by occupation and in total."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--occupations", type=Path)
    asked = parser.parse_args()
    right = {name: ids for name, *ids in rows(asked.labels)}
    named = {row[0]: row[1] for row in rows(asked.occupations)} if asked.occupations else {}
    known = taxonomy.load()
    if unknown := {role_id for ids in right.values() for role_id in ids} - known.roles.keys():
        parser.error(f"no such role: {', '.join(sorted(unknown))}")
    extractor, places, left = Extractor(known), defaultdict[str, list[int]](list), Counter[str]()
    for path in sorted(asked.folder.iterdir()):
        label = occupation(path, named)
        try:
            if label not in right:
                left[label] += 1
                continue
            reading = pipeline.read(path.read_bytes(), path.name, extractor, known, today=TODAY)
        except SkillgapError as error:
            print(error)
            continue
        ranked = [report.role.id for report in role_ranking.rank_roles(reading, known)]
        places[label].append(place(ranked, right[label]))
    print(f"{'occupation':28} files  " + "  ".join(f"first {most}" for most in FIRST))
    for label, found in [*sorted(places.items()), ("all", [one for each in places.values() for one in each])]:
        print(f"{label:28} {len(found):5}  " + "  ".join(f"{share:7.3f}" for share in shares(found)))
    print(f"left out: {left.total()} files of other occupations")


if __name__ == "__main__":
    main()
