"""The command that reads a cohort: every file in one line, nothing read twice, nothing half written."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import FIXTURES
from fixtures import make_cohort
from typer.testing import CliRunner

from skillgap.cli import app
from skillgap.cohort import reading
from skillgap.cohort.files import Content
from skillgap.cohort.store import Store

ROOT = Path(__file__).parents[1]
FILES = {
    "students.csv", "gaps.csv", "heatmap.csv", "recommendations.csv", "sessions.csv", "not-read.csv", "cohort.xlsx",
    "cohort.json",
}  # fmt: skip


@pytest.fixture
def term(tmp_path):
    """A folder of twelve resumes and what people drop beside them, and its class list."""
    folder = tmp_path / "term"
    for path, data in make_cohort.files(12, plain=True):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n" + b"x" * 50)
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 600)
    (tmp_path / "roster.csv").write_bytes(make_cohort.roster(12))
    return folder


def run(*arguments):
    return CliRunner().invoke(app, ["--today", "2026-11-29", "cohort", *map(str, arguments)])


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def rows(out, name):
    return list(csv.DictReader(io.StringIO((out / name).read_bytes().decode("utf-8-sig"))))


def test_every_file_is_written_and_everybody_has_one_row(term, tmp_path):
    out = tmp_path / "out"

    done = run(term, "--roster", tmp_path / "roster.csv", "--out", out)

    assert done.exit_code == 1
    assert set(contents(out)) == FILES
    assert [row["student"] for row in rows(out, "students.csv")][:3] == ["A0000", "A0001", "A0002"]
    assert len(rows(out, "students.csv")) == 12 + 2 + 2
    assert {row["target_from"] for row in rows(out, "students.csv") if row["must_haves"]} == {"roster"}
    assert [row["outcome"] for row in rows(out, "not-read.csv")] == ["not read", "not read"]
    steps = rows(out, "recommendations.csv")
    assert {row["student"] for row in steps} == {f"A{number:04}" for number in range(12)}
    assert max(int(row["step"]) for row in steps) == 5
    assert "14 files: 12 read, 2 not read" in " ".join(done.output.split())


def test_all_steps_names_one_role_dates_and_a_group_are_choices(term, tmp_path):
    out = tmp_path / "out"
    options = ("--names", "--all-steps", "--role", "qa-intern", "--weekly", "4", "--start", "2027-01-04")

    run(term, "--roster", tmp_path / "roster.csv", "--group", "Year 1", *options, "--out", out)

    students = rows(out, "students.csv")
    assert {row["group"] for row in students} == {"Year 1"}
    assert {row["role"] for row in students if row["must_haves"]} == {"QA and test automation intern"}
    steps = rows(out, "recommendations.csv")
    assert max(int(row["step"]) for row in steps) > 5
    assert {row["start"] for row in steps if row["step"] == "1"} == {"2027-01-04"}
    assert json.loads((out / "cohort.json").read_text("utf-8"))["filters"] == "group: Year 1"


def test_a_posting_is_one_role_for_all(term, tmp_path):
    posting = FIXTURES / "postings" / "security_bullets.txt"

    run(term, "--posting", posting, "--out", tmp_path / "out")

    assert {row["role"] for row in rows(tmp_path / "out", "students.csv") if row["must_haves"]} == {"My postings"}


def test_a_second_run_reads_only_what_is_new(term, tmp_path, monkeypatch):
    out, seen = tmp_path / "out", []
    extract = reading.extract
    monkeypatch.setattr(
        reading, "extract", lambda content, extractor: seen.append(content) or extract(content, extractor)
    )

    run(term, "--out", out)
    first, ids = len(seen), {row["student"] for row in rows(out, "students.csv")}
    (term / "new.txt").write_text(make_cohort.text(40), encoding="utf-8")
    run(term, "--out", out)

    assert first == 14
    assert [content.path for content in seen[first:]] == ["new.txt"]
    assert {row["student"] for row in rows(out, "students.csv")} - ids == {"S015"}


def test_what_was_read_by_another_state_of_the_data_is_read_again(tmp_path, extractor):
    folder, data = tmp_path / "kept", tmp_path / "data.toml"
    (content,) = make_cohort_contents(1)
    data.write_text("a = 1", encoding="utf-8")
    Store(folder, (data,)).save(content.digest, reading.extract(content, extractor))
    assert Store(folder, (data,)).load(content.digest) == reading.extract(content, extractor)

    data.write_text("a = 2", encoding="utf-8")

    assert Store(folder, (data,)).load(content.digest) is None
    (folder / f"{content.digest}.json").write_text("{", encoding="utf-8")
    assert Store(folder, (data,)).load(content.digest) is None


def make_cohort_contents(count):
    return [
        Content(path, data, str(number)) for number, (path, data) in enumerate(make_cohort.files(count, plain=True))
    ]


def test_nothing_found_is_status_two_and_a_sentence(tmp_path):
    (tmp_path / "empty").mkdir()

    done = run(tmp_path / "empty", "--out", tmp_path / "out")

    assert done.exit_code == 2
    assert "No file was found." in done.output
    assert not (tmp_path / "out").exists()


def test_what_is_no_resume_is_told_with_a_status(tmp_path):
    (tmp_path / "cv.txt").write_text("Jo Doe\nI like long walks on the beach.", encoding="utf-8")

    done = run(tmp_path / "cv.txt", "--out", tmp_path / "out")

    assert done.exit_code == 1
    assert "cv.txt: It has only 9 words. Is it a resume?" in " ".join(done.output.split())
    assert rows(tmp_path / "out", "students.csv") == []


def test_a_list_of_courses_gives_a_file_of_what_each_gap_is_taught_in(term, tmp_path):
    taught = tmp_path / "courses.csv"
    taught.write_text("course,skills\nOps 1,Windows;Linux\nOps 2,Windoze\n", encoding="utf-8")

    done = run(term, "--courses", taught, "--out", tmp_path / "out")

    found = {row["skill"]: row["courses"] for row in rows(tmp_path / "out", "courses.csv")}
    assert found["Microsoft Windows"] == "Ops 1"
    assert "" in found.values()
    assert "courses.csv, row 3: no skill is called 'Windoze'." in " ".join(done.output.split())
    assert set(contents(tmp_path / "out")) == FILES | {"courses.csv"}


def test_sessions_that_are_not_three_numbers_are_one_sentence(term, tmp_path):
    done = run(term, "--sessions", "many", "--out", tmp_path / "out")

    assert "Write sessions, hours and students per room" in str(done.exception)


def test_the_results_within_the_folder_that_is_read_are_no_resumes(term, tmp_path):
    first = run(term, "--out", term / "out").output
    second = run(term, "--out", term / "out").output

    assert "14 files" in first
    assert "14 files" in second


MOMENTS = {
    "no resume is read": lambda out: (out / "readings" / "ids.json").exists(),
    "some resumes are read": lambda out: len(list((out / "readings").glob("*.json"))) > 5,
    "some files are written": lambda out: (out / "students.csv").exists(),
}
"""Moments of a run -> whether it has come that far."""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_killed_at_any_moment_and_run_again_the_bytes_are_those_of_an_undisturbed_run(term, tmp_path, monkeypatch):
    options, out, kept = ("--roster", tmp_path / "roster.csv"), tmp_path / "killed", []
    run(term, *options, "--out", tmp_path / "whole")
    command = [sys.executable, "-m", "skillgap", "--today", "2026-11-29", "cohort", term, *options, "--out", out]

    for is_reached in MOMENTS.values():
        with subprocess.Popen(list(map(str, command)), cwd=ROOT, stderr=subprocess.DEVNULL) as started:
            while started.poll() is None and not is_reached(out):
                time.sleep(0.005)
            started.send_signal(signal.SIGKILL)
        assert started.returncode == -signal.SIGKILL
        assert not (out / "cohort.json").exists()
        kept.append(len([one for one in (out / "readings").glob("*.json") if len(one.stem) == 64]))
    read = []
    extract = reading.extract
    monkeypatch.setattr(reading, "extract", lambda content, known: read.append(content) or extract(content, known))
    run(term, *options, "--out", out)

    assert contents(out) == contents(tmp_path / "whole")
    # what a killed run had read is not read again; all was read when the files were written
    assert kept == sorted(kept)
    assert (kept[0] < 14, kept[-1], len(read)) == (True, 14, 0)
