"""The README and the pages in ``docs/``: what they name exists, what they promise is so, and they read easily."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from skillgap import pipeline
from skillgap.cli import app
from skillgap.export import json_records
from skillgap.model.assessment import CertificateAdvice, QuickWin
from skillgap.tables import cohort as cohort_tables
from skillgap.tables import feedback as feedback_tables
from skillgap.tables import gaps as gap_tables
from skillgap.tables import internship as internship_tables
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as resume_tables
from skillgap.taxonomy.resource_decoding import HOURS_SOURCES

ROOT = Path(__file__).parents[1]
PATHS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PATHS}
README = PAGES["README.md"]
DATA_README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
ENGLISH = PAGES | {"data/README.md": DATA_README}
EVERYTHING = "\n".join(PAGES.values())
CODE = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINES = [line.split("#")[0].strip() for block in CODE.findall(EVERYTHING) for line in block.splitlines()]
COMMANDS = sorted(
    {
        re.sub(r"^--\w+ \S+ ", "", line.removeprefix("python -m ").removeprefix("skillgap "))
        for line in LINES
        if re.match(r"(python -m )?skillgap (?!--help)", line)
    }
)
MAX_README_WORDS = 700
MAX_SENTENCE_WORDS = 20
FORBIDDEN = re.compile(
    r"\b(mend(s|ed|ing)?(?!\.io)|anew|tells? of|hangs? together|whoever|droppings|(is|are) no \w+ of)\b", re.IGNORECASE
)
"""Wordings that plain English has better ones for; Mend.io is a product."""
SENTENCES = ("about", "advice", "proof", "task", "text", "title", "why")
"""Fields of the data that hold sentences."""


def sentences(page):
    """The sentences of a page's prose: neither code nor tables, headings, pictures and quotations."""
    prose = re.sub(r"^ *([|#>!]).*$", "", CODE.sub("\n\n", page), flags=re.MULTILINE)
    prose = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"`[^`]+`", "code", prose))
    for block in re.split(r"\n\s*\n|\n *(?:-|\d+\.) ", prose):
        yield from re.split(r"(?<=[.?!])[*)]*\s+", " ".join(block.split()))


def test_the_readme_is_short():
    assert len(README.split()) <= MAX_README_WORDS


@pytest.mark.parametrize("name", ENGLISH)
def test_sentences_are_short(name):
    assert [one for one in sentences(ENGLISH[name]) if len(one.split()) > MAX_SENTENCE_WORDS] == []


@pytest.mark.parametrize("name", ENGLISH)
def test_the_english_is_plain(name):
    assert [found.group() for found in FORBIDDEN.finditer(CODE.sub("", ENGLISH[name]))] == []


def test_the_english_of_the_modules_is_plain():
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sorted((ROOT / "skillgap").rglob("*.py"))
        for match in FORBIDDEN.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_the_english_of_the_data_is_plain():
    def read(values, key=""):
        """The sentences below a table, by their keys."""
        if isinstance(values, dict):
            return [one for name, value in values.items() for one in read(value, name)]
        if isinstance(values, list):
            return [one for value in values for one in read(value, key)]
        return [values] if key in SENTENCES else []

    found = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in sorted((ROOT / "data").rglob("*.toml"))
        for sentence in read(tomllib.loads(path.read_text(encoding="utf-8")))
        if FORBIDDEN.search(sentence)
    ]

    assert found == []


@pytest.mark.parametrize(
    "command",
    [
        "pip install -r requirements.txt && streamlit run app.py",
        "pip install -r requirements-dev.txt && python -m pytest",
    ],
)
def test_the_readme_starts_with_one_line_for_each_purpose(command):
    assert command in README.splitlines()


def test_the_readme_shows_one_picture():
    assert len(re.findall(r"!\[", README)) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_in_the_documentation_exists(command):
    name, *rest = command.split()

    shown = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"})

    assert shown.exit_code == 0
    assert all(option in shown.output for option in re.findall(r"--[a-z]+", " ".join(rest)))


def test_every_command_is_documented():
    documented = {command.split()[0] for command in COMMANDS}

    assert {one.name or one.callback.__name__ for one in app.registered_commands} == documented


def test_every_module_that_the_documentation_runs_exists():
    modules = set(re.findall(r"python -m ((?:benchmarks|docs)\.\w+)", EVERYTHING))

    assert "benchmarks.accuracy" in modules
    assert [name for name in modules if not (ROOT / f"{name.replace('.', '/')}.py").is_file()] == []


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("skills", resume_tables.SKILL_COLUMNS),
        ("not checked", resume_tables.TERM_COLUMNS),
        ("gaps", gap_tables.GAP_COLUMNS),
        ("plan", plan_tables.PLAN_COLUMNS),
        ("left open", plan_tables.UNPLANNED_COLUMNS),
        ("write first", plan_tables.QUICK_WIN_COLUMNS),
        ("stories", plan_tables.STORY_COLUMNS),
        ("certificates", plan_tables.CERTIFICATE_COLUMNS),
        ("feedback", feedback_tables.POINT_COLUMNS),
        ("interview", feedback_tables.PROMPT_COLUMNS),
        ("applications", internship_tables.APPLICATION_COLUMNS),
        ("goals", internship_tables.GOAL_COLUMNS),
        ("ratings", internship_tables.RATING_COLUMNS),
        ("remarks", internship_tables.REMARK_COLUMNS),
        ("side by side", internship_tables.COMPARISON_COLUMNS),
        ("wins", internship_tables.WIN_COLUMNS),
        ("people", internship_tables.PEOPLE_COLUMNS),
        ("feedback sheet", internship_tables.SHEET_COLUMNS),
        ("students", cohort_tables.STUDENT_COLUMNS),
        ("gaps of a cohort", cohort_tables.DEMAND_COLUMNS),
        ("not-read", cohort_tables.FILE_COLUMNS),
    ],
)
def test_the_columns_of_each_file_are_those_in_the_documentation(name, columns):
    assert f"| {name} | {', '.join(columns)} |" in PAGES["docs/files.md"]


def test_the_keys_of_the_json_of_analyze_are_those_in_the_documentation(known, extractor):
    sample = ROOT / "data" / "samples" / "it-support.txt"
    reading = pipeline.read(sample.read_bytes(), sample.name, extractor, known, today=date(2026, 11, 29))
    assessment = replace(
        pipeline.assess(reading, known.role("it-support-intern"), known, hours=10),
        quick_wins=(QuickWin((), 0, 0, ""),),
        certificates=(CertificateAdvice("", held=False, fee="", hours=1, covered=0.0, advice=""),),
    )

    found = json_records.analysis(reading, [assessment.report], assessment, known)

    table = PAGES["docs/files.md"].partition("## JSON of `analyze`")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.MULTILINE))
    assert list(rows) == list(found)
    for key in ("skills", "gaps", "plan", "left", "quick_wins", "stories", "certificates", "roles"):
        assert f"{{{', '.join(found[key][0])}}}" in rows[key]
    parts = {"skills": "evidence", "plan": "resources"}
    for key, part in parts.items():
        assert f"{{{', '.join(found[key][0][part][0])}}}" in rows[key]


def test_every_rule_for_hours_is_explained():
    explained = re.findall(
        r"^\| `([a-z-]+)` \| [^|]+ \|$", DATA_README.partition("**Hours.**")[2].partition("\n## ")[0], re.MULTILINE
    )

    assert ["provider", *explained] == list(HOURS_SOURCES)


def test_every_role_has_its_reviews_in_the_documentation_of_the_data(known):
    reviewed = re.findall(r"^\| ([a-z-]+-intern) \|.*\|.*\|$", DATA_README, re.MULTILINE)

    assert reviewed == sorted(known.roles)


def test_every_role_in_the_documentation_exists(known):
    named = {role for line in LINES if "--data" not in line for role in re.findall(r"--role (\S+)", line)}

    assert named
    assert named <= set(known.roles)


def test_every_attribution_that_a_source_asks_for_stands_in_the_documentation(known):
    page = re.sub(r"^> ?(- )?", "", PAGES["docs/taxonomy.md"], flags=re.MULTILINE)
    flat = " ".join(re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", page).split())

    missing = [
        source.id for source in known.sources.values() if source.id != "curated" and source.attribution not in flat
    ]
    assert missing == []


@pytest.mark.parametrize("name", ENGLISH)
def test_every_link_to_a_file_leads_somewhere(name):
    links = [link for link in re.findall(r"\]\(([^)]+)\)", ENGLISH[name]) if not link.startswith("https://")]

    folder = (ROOT / name).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_readme_leads_to_every_page():
    assert [name for name in PAGES if name != "README.md" and f"]({name})" not in README] == []


def test_contributing_explains_the_usual_contributions():
    titles = re.findall(r"^## (.+)$", PAGES["CONTRIBUTING.md"], re.MULTILINE)

    assert {"Run the checks", "Add a skill", "Add a cue", "Add a role topic"} <= set(titles)


def test_every_path_that_contributing_names_exists():
    named = re.findall(r"`((?:skillgap|data|tests|\.ci)/[\w./-]*)`", PAGES["CONTRIBUTING.md"])

    made = {"skillgap/data/", "skillgap/dashboard/"}  # in the wheel
    assert [path for path in named if path not in made and not (ROOT / path).exists()] == []


def test_every_room_of_the_source_is_in_the_table_of_contributing():
    rooms = {
        path.name for path in (ROOT / "skillgap").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }

    table = PAGES["CONTRIBUTING.md"].partition("## Where things live")[2]
    assert [room for room in rooms if not room.startswith("__") and room.removesuffix(".py") not in table] == []
