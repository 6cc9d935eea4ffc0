"""Quality of the advice: plans for invented students, compared with an advisor's expectations.

``python -m benchmarks.advice [--worst] [FOLDER ...]`` scores folders of NAME.txt with NAME.toml (see
``tests/advice/README.md``); without one, ``tests/advice/open`` and ``tests/advice/held``. Of ``held`` only the figures
are printed. Then: roles found among the first three for good students, and coverage of good students and of controls.
"""

import argparse
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean

from skillgap import pipeline, role_ranking, taxonomy
from skillgap.model.assessment import Assessment
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy

CASES = Path(__file__).parents[1] / "tests" / "advice"
GOOD = (CASES / "good", CASES / "good_two")
"""Good students in two sets; the second was written by another author, after the first had been read."""
WINS = CASES / "quick_wins"
"""Lines of everyday work that an advisor would ask about, and lines that tell nothing."""
TODAY = date(2026, 11, 29)
WEIGHTS = {"first": 25, "must": 30, "absurd": 20, "believable": 10, "gaps": 15}
"""Points, 100 in all; our judgement. Required topics weigh most, since a plan without them fails the student. Absurd
steps come next, since they cost the advisor's trust."""
ABSURD_COST = 0.5
"""Share of the points for ``absurd`` that each absurd step costs."""
FIRST_GAPS = 8


@dataclass(frozen=True, slots=True)
class Score:
    """Score of one plan: a share from 0 to 1 for each part, and its faults as text."""

    name: str
    parts: dict[str, float]
    faults: tuple[str, ...]

    @property
    def total(self) -> float:
        """Total points, 0 to 100."""
        return sum(WEIGHTS[part] * share for part, share in self.parts.items())


def score(name: str, case: dict, assessment: Assessment) -> Score:
    """Score one plan against the expectations of its case."""
    steps = [step for step in assessment.plan.steps if step.tier != "project"]
    half = steps[: max(2, (len(steps) + 1) // 2)]
    early = {skill for step in half for skill in step.skill_ids}
    planned = {skill for step in steps for skill in step.skill_ids}
    gaps = [gap for gap in assessment.report.open if gap.tier != "soft"][:FIRST_GAPS]
    named = {option for gap in gaps for option in (gap.options or (gap.skill_id,))}
    absurd = [one for one in case.get("absurd", []) if one in {step.skill_ids[0] for step in steps}]
    strange = [
        one
        for one in case.get("believable", [])
        for step in steps
        if not step.left_hours and set(one["skills"]) & set(step.skill_ids[:1])
        if not one["min"] <= step.hours <= one["max"]
    ]
    missing = {
        "first": [one for one in case.get("first", []) if not early & set(one)],
        "must": [one for one in case.get("must", []) if not planned & set(one)],
        "gaps": [one for one in case.get("gaps", []) if not named & set(one)],
    }
    parts = {
        part: 1 - len(missing[part]) / max(1, len(case.get(part, []))) if part in missing else 0.0 for part in WEIGHTS
    }
    parts["absurd"] = max(0.0, 1 - ABSURD_COST * len(absurd))
    parts["believable"] = 1 - len(strange) / max(1, len(case.get("believable", [])))
    faults = [f"{part}: {' or '.join(one)}" for part, ones in missing.items() for one in ones]
    faults += [f"absurd: {one}" for one in absurd]
    faults += [f"hours: {one['skills'][0]} {one['min']}-{one['max']}" for one in strange]
    return Score(name, parts, tuple(faults))


def read(path: Path, extractor: Extractor, known: Taxonomy):
    """Read one resume."""
    return pipeline.read(path.read_bytes(), path.name, extractor, known, today=TODAY)


def scores(folder: Path, extractor: Extractor, known: Taxonomy) -> list[Score]:
    """Score each case of a folder, sorted by name."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        reading = read(path.with_suffix(".txt"), extractor, known)
        assessment = pipeline.assess(reading, known.role(case["role"]), known, hours=case["hours"])
        found.append(score(path.stem, case, assessment))
    return found


@dataclass(frozen=True, slots=True)
class Questions:
    """How the questions about lines of resumes do.

    Attributes:
        wanted: Lines that an advisor would ask about.
        right: Of these, the lines that are asked about one of the skills that the advisor sees.
        needless: Questions about lines that an advisor would not ask about.
    """

    wanted: int
    right: int
    needless: int


def questions(folder: Path, extractor: Extractor, known: Taxonomy) -> Questions:
    """The questions about the resumes of a folder, counted."""
    wanted = right = needless = 0
    for path in sorted(folder.glob("*.toml")):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        reading = read(path.with_suffix(".txt"), extractor, known)
        text = reading.document.text
        wins = pipeline.assess(reading, known.role(case["role"]), known, hours=case["hours"]).quick_wins
        told = [(text[win.start : win.end], {*win.skill_ids}) for win in wins]
        wanted += len(case["ask"])
        right += sum(any(one["line"] in line and {*one["skills"]} & ids for line, ids in told) for one in case["ask"])
        # a statement may run over two lines, of which one tells something
        other = [line for line, _ in told if not any(one["line"] in line for one in case["ask"])]
        needless += sum(any(one in line for one in case["nothing"]) for line in other)
    return Questions(wanted, right, needless)


def good_students(folder: Path, extractor: Extractor, known: Taxonomy) -> dict[str, tuple[int, float]]:
    """Student -> rank of the right role, from 1, and its technical coverage."""
    roles = tomllib.loads((folder / "roles.toml").read_text(encoding="utf-8"))
    found = {}
    for name, entry in sorted(roles.items()):
        reading = read(folder / f"{name}.txt", extractor, known)
        reports = role_ranking.rank_roles(reading, known)
        places = [report.role.id for report in reports]
        found[name] = (places.index(entry["role"]) + 1, reports[places.index(entry["role"])].coverage)
    return found


def controls(extractor: Extractor, known: Taxonomy) -> dict[str, float]:
    """Control -> its highest technical coverage of any role."""
    found = {}
    for path in sorted((CASES / "controls").glob("*.txt")):
        reports = role_ranking.rank_roles(read(path, extractor, known), known)
        found[path.stem] = max(report.coverage for report in reports)
    return found


def _print_good(title: str, good: Mapping[str, tuple[int, float]], *, worst: bool) -> None:
    third = sum(place <= 3 for place, _ in good.values()) / len(good)
    first = sum(place == 1 for place, _ in good.values()) / len(good)
    covered = [coverage for _, coverage in good.values()]
    print(f"{title}: {len(good)} students, right role first {first:.0%}, among three {third:.0%}; coverage mean")
    print(f"  {mean(covered):.0%}, least {min(covered):.0%}, above 60 %: {sum(c > 0.6 for c in covered)}")
    if worst:
        for name, (place, coverage) in sorted(good.items(), key=lambda item: item[1][1]):
            print(f"  {name}: place {place}, coverage {coverage:.0%}")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[CASES / "open", CASES / "held"])
    parser.add_argument("--worst", action="store_true", help="name the faults of each case (never of held ones)")
    options = parser.parse_args()
    known = taxonomy.load()
    extractor = Extractor(known)
    for folder in options.folders:
        found = scores(folder, extractor, known)
        parts = ", ".join(f"{part} {mean(one.parts[part] for one in found):.2f}" for part in WEIGHTS)
        high = sum(one.total >= 85 for one in found)
        total = mean(one.total for one in found)
        print(f"{folder.name}: mean {total:.1f}, {high} of {len(found)} at 85 or more ({parts})")
        if options.worst and folder.name != "held":
            for one in sorted(found, key=lambda one: one.total):
                print(f"  {one.total:5.1f} {one.name}: {'; '.join(one.faults)}")
    for folder in GOOD:
        _print_good(folder.name, good_students(folder, extractor, known), worst=options.worst)
    asked = questions(WINS, extractor, known)
    print(f"quick wins: {asked.right} of {asked.wanted} lines asked about, {asked.needless} needless questions")
    for name, coverage in controls(extractor, known).items():
        print(f"control {name}: highest coverage {coverage:.1%}")


if __name__ == "__main__":
    main()
