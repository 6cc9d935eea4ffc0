"""What leaves the office tells nobody who somebody is, and no small group what it shows."""

import csv
import io
import itertools
import json
import math
import random
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from fixtures import make_cohort

from skillgap import charts, pipeline
from skillgap.cohort import desk, groups, privacy, standings
from skillgap.export import cohort_files, spreadsheet
from skillgap.export.cohort_files import CohortExport
from skillgap.model.cohort import FileLine, Student
from skillgap.model.groups import GroupCount
from skillgap.model.resume import Correction, Document
from skillgap.model.sessions import SessionLimits, SessionPlan
from skillgap.schedule import no_dates
from skillgap.tables import cohort as cohort_tables

TODAY = date(2026, 11, 29)
CANARY = "Zyxwell"


def read(words, extractor, known, name="resume.txt"):
    return pipeline.interpret(Document(name, words), extractor, known, today=TODAY)


@pytest.fixture(scope="module")
def students(extractor, known):
    """Fifty students whose resumes are full of what must not leave the office."""
    found = []
    for number in range(50):
        name, _, track, _ = make_cohort.person(number)
        words = make_cohort.text(number).replace(name, f"{name} {CANARY}{'abcdefghij'[number % 10]}")
        words += f"\n- Asked {CANARY.lower()}{number}@canary.example or +44 7700 900{number:03} about Docker and Git"
        words += f"\n- See https://canary.example/{number} for the Python project"
        group = ("Year 1", "Year 1", "Year 2", "Tiny")[number % 4] if number < 48 else "Other"
        found.append(
            Student(f"S{number:03}", f"{name} {CANARY}", read(words, extractor, known), (f"{CANARY}.txt",), str(number),
                    name=f"{name} {CANARY}", group=group, target=track, target_source="roster")
        )  # fmt: skip
    return tuple(found)


def exported(students, known, *, names=False, threshold=15):
    stand = standings.standings(students, known)
    seen = desk.view(students, stand, known, today=TODAY, threshold=threshold)
    lines = (FileLine(f"{CANARY}/{CANARY}.doc", "not read", f"{CANARY}.doc is an old Word file. Save it as PDF."),)
    plan = SessionPlan(SessionLimits(1, 2, 20), (), 0)
    wanted = CohortExport(
        seen, lines, lambda: desk.assessments(stand, known), lambda: plan, no_dates, names, all_steps=True
    )
    return seen, {name: b"".join(parts) for name, parts in cohort_files.files(wanted, known)}


def test_canaries_of_fifty_resumes_are_in_no_file(students, known):
    _, made = exported(students, known)

    assert set(made) == {
        "students.csv", "gaps.csv", "heatmap.csv", "recommendations.csv", "sessions.csv", "not-read.csv", "cohort.xlsx",
        "cohort.json",
    }  # fmt: skip
    everything = b"\n".join(unpacked(data) for data in made.values()).decode("utf-8", "replace").lower()
    for word in (CANARY.lower(), "canary.example", "7700 900", "@", "abernathy", "brookvale"):
        assert word not in everything


def test_names_are_told_on_purpose(students, known):
    _, made = exported(students, known, names=True)

    assert CANARY in made["students.csv"].decode()
    assert f"{CANARY}.doc" in made["not-read.csv"].decode()


def test_the_group_of_a_single_student_is_in_no_file_by_default(students, known):
    _, made = exported(students, known)

    assert "group" not in made["students.csv"].decode().splitlines()[0]


def test_the_same_cohort_gives_the_same_bytes(students, known):
    assert exported(students, known)[1] == exported(students, known)[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Example built it", "[name] [name] built it"),
        ("Write to ann@x.org or +44 7700 900123", "Write to [e-mail] or [phone]"),
        ("Docker, 2023 - 2024, see https://x.org/ann?a=1", "Docker, 2023 - 2024, see [link]"),
        ("Call (555) 010-4477 or 07700900123", "Call [phone] or [phone]"),
        ("Moved 120 000 records to SQL in 2024", "Moved 120 000 records to SQL in 2024"),
        ("linkedin.com/in/ann-example", "[link]"),
    ],
)
def test_a_quote_names_nobody(extractor, known, text, told):
    words = f"Ann Example\nann.example@x.org\nSkills\nPython, Git\n{text}"
    student = Student("S001", reading=read(words, extractor, known))

    assert privacy.redactor(student).redact(text) == told


def unpacked(data):
    """A file as searchable bytes: the parts of a workbook one after another, anything else as it is."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(part) for part in archive.namelist())


def parsed(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_small_group_is_withheld_and_so_is_the_next_smallest():
    cells, total = privacy.protected({"A": GroupCount(2, 3), "B": GroupCount(6, 10), "C": GroupCount(10, 20)}, 5)

    assert {name: cell.shown for name, cell in cells.items()} == {"A": "withheld", "B": "withheld", "C": "share"}
    assert total.shown == "share"


def test_a_small_group_in_which_nobody_does_cannot_be_told_from_the_sum():
    cells, total = privacy.protected({"A": GroupCount(0, 3), "B": GroupCount(0, 6), "C": GroupCount(10, 20)}, 5)

    assert {cell.shown for cell in cells.values()} == {"withheld"}
    assert total.shown in {"share", "withheld"}
    assert privacy.safe(tuple(cells.values()), total, 5) or total.shown == "withheld"


@pytest.mark.parametrize(
    ("met", "asked", "shown"),
    [(100, 100, "high"), (0, 100, "low"), (96, 100, "high"), (95, 100, "share"), (20, 20, "withheld")],
)
def test_extreme_shares_are_blurred_and_withheld_where_the_blur_would_tell_them(met, asked, shown):
    cells, _ = privacy.protected({"A": GroupCount(met, asked), "B": GroupCount(150, 300), "C": GroupCount(90, 300)}, 5)

    assert cells["A"].shown == shown


def solutions(cells, total):
    """Every set of counts of the untold groups that agrees with what is told."""
    untold = [cell for cell in cells if cell.shown != "share" and cell.asked]
    told = sum(cell.met for cell in cells if cell.shown == "share")
    for counts in itertools.product(*(range(cell.range[0], cell.range[1] + 1) for cell in untold)):
        if total.shown != "share" or told + sum(counts) == total.met:
            yield counts


@pytest.mark.parametrize("seed", range(60))
def test_nobody_can_work_out_an_untold_count_from_the_row_and_its_sum(seed):
    draw = random.Random(seed)
    true = {}
    for name in "ABCD"[: draw.randint(1, 4)]:
        asked = draw.choice([0, 1, 3, 4, 6, 8, 22])
        true[name] = GroupCount(draw.choice([0, asked, draw.randint(0, asked)]), asked)

    cells, total = privacy.protected(true, 5)

    assert all(cell.shown != "share" or cell.asked == 0 or cell.asked >= 5 for cell in cells.values())
    found = list(solutions(list(cells.values()), total))
    assert found
    for values in zip(*found, strict=True):
        assert len(set(values)) > 1


def test_the_small_group_cannot_be_recovered_from_all_files_together(students, known):
    seen, made = exported(students, known, threshold=15)
    heat, gaps = parsed(made["heatmap.csv"]), parsed(made["gaps.csv"])
    totals = {row["demand"]: row["everybody"] for row in heat}

    for row in heat:
        told = [row[name] for name in seen.groups]
        # nothing of the groups with twelve or two students is told anywhere
        assert row["Tiny"] in {"", "withheld"}
        assert row["Other"] in {"", "withheld"}
        assert sum(cell == "withheld" for cell in told) != 1 or totals[row["demand"]] == "withheld"
    for row in seen.demands:
        found = [cell for cell in row.groups.values() if cell.shown != "share" and cell.asked]
        if row.total.shown == "share" and found:
            left = row.total.met - sum(cell.met for cell in row.groups.values() if cell.shown == "share")
            assert all(first < last for first, last in privacy.possible(found, left))
    by_demand = {row["demand"]: row["meet"] for row in gaps}
    assert {name: value.partition(" of ")[0] for name, value in totals.items()} == by_demand
    workbook = json.loads(made["cohort.json"])
    assert workbook["groups"] == [{key: value or None for key, value in row.items()} | row for row in heat]


def test_overrides_carry_their_reason_into_the_table_of_students(students, extractor, known):
    reading = pipeline.apply_corrections(
        students[0].reading, {}, {"docker": Correction(2, "Saw the repository")}, known, today=TODAY
    )

    _, made = exported((replace(students[0], reading=reading), *students[1:]), known)

    assert "Docker at level 2. Set by you: Saw the repository." in parsed(made["students.csv"])[0]["overrides"]


def test_groups_are_all_there_and_who_has_none_is_last(students):
    stand = [replace(students[0], group=""), students[1], students[2]]

    names = groups.group_names([type("S", (), {"student": one}) for one in stand])

    assert names == ("Year 1", "Year 2", groups.NO_GROUP)


def test_a_number_of_a_file_tells_its_ending_and_not_its_name(students, known):
    _, made = exported(students, known)

    (row,) = parsed(made["not-read.csv"])
    assert row["file"] == "file 1 (.doc)"
    assert row["message"] == "The file is an old Word file. Save it as PDF."
    assert not re.search(CANARY, str(row))


def test_a_picture_tells_what_is_withheld_apart_from_every_share_and_its_words_are_legible(students, known):
    rows = groups.by_demand(standings.standings(students, known), 15)
    table = cohort_tables.group_shares(rows, groups.group_names(standings.standings(students, known)), known)

    (picture,) = charts.group_heatmap(table).data

    cells = [
        (value, words)
        for line, told in zip(picture.z, picture.text, strict=True)
        for value, words in zip(line, told, strict=True)
    ]
    assert {words for value, words in cells if value == charts.UNTOLD} >= {"withheld"}
    assert all(0 <= value <= 1 for value, words in cells if "%" in words and not words.startswith(("over", "under")))
    assert all(math.isnan(value) for value, words in cells if not words)
    colours = {colour for _, colour in charts.SHARES}
    assert all(contrast(charts.INK, colour) >= 7 for colour in colours)


def contrast(first, second):
    """Contrast of two colours by WCAG."""
    lights = []
    for colour in (first, second):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
        lights.append(sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05)
    return max(lights) / min(lights)


def test_the_json_is_made_row_by_row_and_is_laid_out_as_one(students, known, monkeypatch):
    monkeypatch.setattr(spreadsheet, "xlsx", lambda sheets: b"")
    stand = standings.standings(students, known)
    seen = desk.view(students, stand, known, today=TODAY, threshold=5)
    plan = SessionPlan(SessionLimits(1, 2, 20), (), 0)
    wanted = CohortExport(seen, (), lambda: desk.assessments(stand[:9], known), lambda: plan, no_dates, all_steps=True)

    parts = next(list(made) for name, made in cohort_files.files(wanted, known) if name == "cohort.json")

    whole = json.loads(b"".join(parts))
    assert b"".join(parts) == json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    assert [row["student"] for row in whole["students"]] == [one.id for one in students]
    assert whole["not_read"] == []
    assert len(parts) > len(students) + len(whole["steps"])
    assert max(map(len, parts)) < 10_000
