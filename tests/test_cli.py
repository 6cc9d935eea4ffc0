"""The command line as a user meets it: its outputs and its exit status.

A command runs in this process, on the taxonomy and the extractor that all tests share, except where the process is the
point: then it is ``run_apart``.
"""

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import FIXTURES

from skillgap import cli, taxonomy

ROOT = Path(__file__).parents[1]
RESUME = FIXTURES / "resumes" / "support_one_column.pdf"


def run_apart(*arguments, **options):
    command = [sys.executable, "-m", "skillgap", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False, **options)


@pytest.fixture
def run(monkeypatch, known, extractor):
    """Run a command in this process."""
    load, listen = taxonomy.load, type(extractor)
    monkeypatch.setattr(taxonomy, "load", lambda *origins: known if origins == (taxonomy.DATA,) else load(*origins))
    for module in (cli, cli.analyze, cli.feedback):
        monkeypatch.setattr(module, "Extractor", lambda data: extractor if data is known else listen(data))
    monkeypatch.setattr(cli, "reserve_stdout", lambda: None)

    def make(*arguments):
        monkeypatch.setattr(sys, "argv", ["skillgap", *map(str, arguments)])
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            cli.main()
        out.flush()
        err.flush()
        return CompletedProcess(arguments, ended.value.code or 0, out.buffer.getvalue(), err.buffer.getvalue())

    return make


def test_help_explains_every_command(run):
    help_ = run("--help").stdout.decode()

    assert all(
        command in help_
        for command in ("analyze", "extract", "cohort", "roles", "skills", "check", "evaluate", "feedback")
    )


def test_analyze_gives_skills_gaps_plan_and_roles_as_json(run):
    done = run("analyze", RESUME, "--role", "it-support-intern", "--format", "json")

    result = json.loads(done.stdout)
    assert done.returncode == 0
    assert result["role"]["id"] == "it-support-intern"
    assert sum(gap["points"] for gap in result["gaps"]) == pytest.approx(100 * result["coverage"], abs=0.02)
    assert all(skill["evidence"] or skill["assertion"] == "inferred" for skill in result["skills"])
    assert {
        "id",
        "name",
        "level",
        "assertion",
        "reason",
        "evidence",
        "inferred_from",
        "months",
        "last_used",
    } == set(result["skills"][0])
    assert [step["step"] for step in result["plan"]] == list(range(1, len(result["plan"]) + 1))
    assert all(any(resource["cost"] != "paid" for resource in step["resources"]) for step in result["plan"])
    assert all(step["task"] and step["proof_hours"] for step in result["plan"])
    assert 0 < result["ways_of_working"] < 1
    assert result["stories"]
    assert len(result["roles"]) >= 10


def test_analyze_without_a_role_ranks_the_roles(run):
    result = json.loads(run("analyze", RESUME, "--format", "json").stdout)

    assert result["roles"][0]["id"] == "it-support-intern"
    assert len({role["id"] for role in result["roles"]}) == 25
    assert (result["role"], result["gaps"], result["plan"]) == (None, [], [])
    assert (result["ways_of_working"], result["left"], result["stories"]) == (None, [], [])


def test_analyze_writes_a_plan_as_csv_to_a_file(run, tmp_path):
    path = tmp_path / "plan.csv"

    done = run("analyze", RESUME, "--role", "it-support-intern", "--format", "csv", "--out", path)

    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    assert (done.returncode, done.stdout) == (0, b"")
    assert rows[0]["step"] == "1"
    assert all(row["url"].startswith("https://") for row in rows)


def test_the_same_file_gives_the_same_bytes_twice_whatever_the_hash_seed():
    first, second = (
        run_apart(
            *("analyze", RESUME, "--role", "it-support-intern", "--format", "json"),
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    )

    assert json.loads(first)["plan"]
    assert first == second


def test_extract_writes_a_line_a_file_and_goes_on_after_a_bad_one(run, tmp_path):
    (tmp_path / "a.txt").write_text("Skills: Python, SQL\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "c.txt").write_text("No experience with Docker\n", encoding="utf-8")

    done = run("extract", tmp_path, "--format", "jsonl")

    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert [mention["skill"] for mention in first["mentions"]] == ["Python", "SQL"]
    assert all(first["text"][one["start"] : one["end"]] == one["surface"] for one in first["mentions"])
    assert set(second) == {"id", "error"}
    assert second["error"].startswith("b.pdf")
    assert [mention["assertion"] for mention in third["mentions"]] == ["negated"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("analyze", "no-such-file.pdf"), "no-such-file.pdf cannot be opened"),
        (("analyze", RESUME, "--role", "astronaut"), "There is no role called 'astronaut'."),
        (("evaluate", FIXTURES / "broken"), "holds no annotated resumes"),
    ],
)
def test_a_refusal_is_one_sentence_and_no_traceback(run, arguments, sentence):
    done = run(*arguments)

    error = " ".join(done.stderr.decode().split())
    assert done.returncode == 1
    assert sentence in error
    assert "Traceback" not in error


def test_a_broken_pipe_is_no_traceback():
    command = f'"{sys.executable}" -m skillgap skills --format json | head -c 10'

    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False)

    assert done.stderr == b""


def test_what_the_solver_prints_by_itself_does_not_stand_in_the_result():
    sample = ROOT / "data" / "samples" / "it-support.txt"
    program = (
        "import os, sys; from skillgap.cli import output; output.reserve_stdout(); os.write(1, b'stray'); print(1)"
    )
    apart = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, timeout=60, check=True)
    done = run_apart("analyze", sample, "--role", "sysadmin-intern", "--hours", "30", "--format", "json")

    assert (apart.stdout.split(), apart.stderr) == ([b"1"], b"stray")
    assert json.loads(done.stdout)["plan"]


def test_a_result_that_cannot_be_written_is_one_sentence(run):
    done = run("roles", "--format", "csv", "--out", "no-such-folder/roles.csv")

    assert done.returncode == 1
    assert " ".join(done.stderr.decode().split()) == (
        "roles.csv cannot be written (No such file or directory). Check the path and the free space."
    )


def test_a_single_skill_is_shown_with_its_relations_and_roles(run):
    text = run("skills", "kubernets", "--format", "json").stdout

    assert "kubernetes" in {row["id"] for row in json.loads(text)}


def test_evaluate_scores_annotated_resumes(run, tmp_path):
    (tmp_path / "ann.txt").write_text("Skills: Python, SQL. Worked in R&D.", encoding="utf-8")
    marks = [
        {"start": 8, "end": 14, "surface": "Python", "canonical": "Python", "kind": "language", "status": "held"},
        {"start": 16, "end": 19, "surface": "SQL", "canonical": "SQL", "kind": "language", "status": "held"},
        {"start": 31, "end": 32, "surface": "R", "canonical": "R", "kind": "language", "status": "trap"},
    ]
    (tmp_path / "ann.gold.jsonl").write_text("\n".join(map(json.dumps, marks)), encoding="utf-8")

    figures = json.loads(run("evaluate", tmp_path, "--format", "json").stdout)

    assert (figures["precision"], figures["recall"], figures["traps_sprung"], figures["traps"]) == (1, 1, 0, 1)


def test_data_of_ones_own_is_laid_over_ours_by_option_and_by_environment(run, tmp_path, monkeypatch):
    role = tmp_path / "lab-assistant.toml"
    role.write_text(
        'name = "Lab assistant"\nabout = "Keeps the lab running."\nreviewed = 2026-11-23\n'
        "[requirements.python]\nimportance = 4\nlevel = 2\n",
        encoding="utf-8",
    )

    by_option = json.loads(run("--data", role, "analyze", RESUME, "--role", "lab-assistant", "--format", "json").stdout)
    monkeypatch.setenv("SKILLGAP_DATA", str(tmp_path))
    by_environment = run("roles", "--format", "json")

    assert by_option["role"]["name"] == "Lab assistant"
    assert "lab-assistant" in {one["id"] for one in json.loads(by_environment.stdout)}


def test_postings_are_a_role_to_compare_with(run):
    postings = sorted((FIXTURES / "postings").glob("*.txt"))[:2]

    result = json.loads(
        run("analyze", RESUME, "--format", "json", *(part for path in postings for part in ("--posting", path))).stdout
    )

    assert result["role"] == {"id": "own-my-postings", "name": "My postings"}
    assert len(result["gaps"]) > 5


def test_a_plan_for_so_many_hours_stays_within_them(run):
    result = json.loads(
        run("analyze", RESUME, "--role", "it-support-intern", "--hours", "12", "--format", "json").stdout
    )

    assert 0 < sum(step["hours"] for step in result["plan"]) <= 12
    assert all(one["reason"] for one in result["left"])
    everything = json.loads(run("analyze", RESUME, "--role", "it-support-intern", "--format", "json").stdout)
    every, some = (
        {one for step in made["plan"] for one in (step["id"], *step["also"])} for made in (everything, result)
    )
    assert every - some == {one["id"] for one in result["left"]}
    assert everything["left"] == []


def test_the_table_of_a_role_tells_both_coverages_the_plan_and_what_is_left(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")

    told = " ".join(run("analyze", RESUME, "--role", "it-support-intern", "--hours", "12").stdout.decode().split())

    for title in ("technical coverage ", "ways of working ", "Plan: ", "Left for later", "Stories to prepare"):
        assert title in told


def test_a_plan_has_dates_where_the_hours_a_week_are_named(run):
    options = ("--role", "it-support-intern", "--hours", "12", "--weekly", "6", "--start", "2027-01-04")
    steps = json.loads(run("analyze", RESUME, *options, "--format", "json").stdout)["plan"]
    rows = list(
        csv.DictReader(io.StringIO(run("analyze", RESUME, *options, "--format", "csv").stdout.decode("utf-8-sig")))
    )

    assert steps[0]["start"] == "2027-01-04"
    assert steps[-1]["due"] <= "2027-01-17"  # 12 hours at 6 a week
    assert [(row["start"], row["due"]) for row in rows] == [(step["start"], step["due"]) for step in steps]


def test_feedback_is_a_row_a_point_or_an_object_with_questions_and_interview(run, tmp_path):
    path = tmp_path / "ann.txt"
    path.write_text("ann@example.com\n\nEXPERIENCE\nClerk, Example Ltd, 2024\n- Responsible for the backups\n", "utf-8")

    rows = list(csv.DictReader(io.StringIO(run("feedback", path, "--format", "csv").stdout.decode("utf-8-sig"))))
    result = json.loads(run("feedback", path, "--role", "it-support-intern", "--format", "json").stdout)

    weak = next(row for row in rows if row["rule"] == "weak-opening")
    assert (weak["line"], weak["urgency"], weak["page"]) == ("Responsible for the backups", "worth doing", "1")
    assert list(result) == ["file", "role", "good", "unshown", "points", "questions", "interview"]
    assert result["role"] == {"id": "it-support-intern", "name": "IT support and help-desk intern"}
    assert next(point for point in result["points"] if point["rule"] == "too-short")["page"] is None
    words = "".join(letter if letter.isalnum() else " " for letter in run("feedback", path).stdout.decode()).split()
    assert {"Responsible", "backups"} <= set(words)  # a narrow terminal folds the line


def test_a_full_disk_leaves_the_old_result(tmp_path):
    path = tmp_path / "roles.csv"
    path.write_bytes(b"old")
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); from skillgap.cli import main; main()"
    )
    command = [sys.executable, "-c", program, "roles", "--format", "csv", "--out", str(path)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)

    assert done.returncode == 1
    assert " ".join(done.stderr.decode().split()).endswith("Check the path and the free space.")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["roles.csv"]


def test_a_result_is_not_written_over_the_resume(run, tmp_path):
    path = tmp_path / "cv.txt"
    path.write_text("SKILLS\nPython, SQL", encoding="utf-8")

    done = run("analyze", path, "--out", path)

    assert done.returncode == 1
    assert b"would replace cv.txt, from which it was made" in b" ".join(done.stderr.split())
    assert path.read_text(encoding="utf-8") == "SKILLS\nPython, SQL"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names")
def test_a_pipe_and_a_file_that_is_too_large_are_listed_and_the_others_read(run, tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with (tmp_path / "large.pdf").open("wb") as large:
        large.truncate(20_000_001)
    (tmp_path / "good.txt").write_text("SKILLS\nPython, SQL", encoding="utf-8")
    names = ("pipe.pdf", "large.pdf", "good.txt")

    done = run("extract", *(tmp_path / name for name in names))

    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert rows[0]["error"] == "pipe.pdf is a folder, a pipe or a device. Give a file."
    assert rows[1]["error"].startswith("large.pdf has 21 MB, and at most 20 MB are read.")
    assert [one["skill_id"] for one in rows[2]["mentions"]] == ["python", "sql"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_links_in_folders_are_not_followed_and_names_need_not_be_text(run, tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text("SKILLS\nDocker", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "loop").symlink_to(folder)
    Path(os.fsdecode(os.fsencode(folder) + b"/r\xe9sum\xe9.txt")).write_text("SKILLS\nPython", encoding="utf-8")

    done = run("extract", folder)

    (row,) = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert row["id"] == "r?sum?"


def test_a_text_without_headings_and_skills_is_told_with_a_status(run, tmp_path):
    path = tmp_path / "cv.txt"
    path.write_text("Jo Doe\nI like long walks on the beach.", encoding="utf-8")

    for command in (("analyze", path), ("extract", path)):
        done = run(*command)
        assert done.returncode == 1
        assert b"No skill of the catalogue was found in cv.txt." in b" ".join(done.stderr.split())


def test_a_resume_with_headings_and_no_skill_is_told_and_is_no_failure(run, tmp_path):
    path = tmp_path / "cv.txt"
    path.write_text("Jo Doe\nEXPERIENCE\nClerk, Globex\nJan 2024 - Dec 2024\n- Sorted the mail.", encoding="utf-8")

    done = run("analyze", path, "--format", "json")

    assert done.returncode == 0
    assert b"No skill of the catalogue was found in cv.txt." in b" ".join(done.stderr.split())


@pytest.mark.parametrize("empty", ["", " "])
def test_no_place_for_data_is_one_sentence(run, empty):
    done = run("--data", empty, "roles")

    assert done.returncode == 1
    assert done.stderr.decode().startswith("--data (or SKILLGAP_DATA) is empty.")
