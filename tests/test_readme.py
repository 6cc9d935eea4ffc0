"""The README is the manual: what it names exists, what it promises is so."""

import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from skillgap import pipeline
from skillgap.cli import app
from skillgap.export import json_records
from skillgap.tables import feedback as feedback_tables
from skillgap.tables import gaps as gap_tables
from skillgap.tables import internship as internship_tables
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as tables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python -m skillgap (\S+)(.*)$", README, re.MULTILINE)


@pytest.mark.parametrize(("command", "rest"), COMMANDS, ids=lambda part: part.strip() or "-")
def test_every_command_and_option_in_the_readme_exists(command, rest):
    shown = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"})

    assert shown.exit_code == 0
    assert all(option in shown.output for option in re.findall(r"--[a-z]+", rest))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("skills", tables.SKILL_COLUMNS),
        ("gaps", gap_tables.GAP_COLUMNS),
        ("plan", plan_tables.PLAN_COLUMNS),
        ("feedback", feedback_tables.POINT_COLUMNS),
        ("interview", feedback_tables.PROMPT_COLUMNS),
        ("goals", internship_tables.GOAL_COLUMNS),
        ("ratings", internship_tables.RATING_COLUMNS),
        ("remarks", internship_tables.REMARK_COLUMNS),
        ("side by side", internship_tables.COMPARISON_COLUMNS),
        ("wins", internship_tables.WIN_COLUMNS),
        ("people", internship_tables.PEOPLE_COLUMNS),
        ("feedback sheet", internship_tables.SHEET_COLUMNS),
    ],
)
def test_the_columns_of_each_file_are_those_in_the_readme(name, columns):
    assert f"| {name} | {', '.join(columns)} |" in README


def test_the_keys_of_the_json_are_those_in_the_readme(extractor, known):
    reading = pipeline.read(b"SKILLS\nPython\n", "ann.txt", extractor, known, today=date(2026, 11, 29))
    assessment = pipeline.assess(reading, known.role("backend-intern"), known, hours=20)
    found = json_records.analysis(reading, [assessment.report], assessment, known)
    documented = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", README.split("## What comes out")[1], re.MULTILINE))

    assert [key for key in found if key not in documented] == []
    for key in ("gaps", "plan", "left", "stories"):
        assert f"{{{', '.join(found[key][0])}}}" in documented[key]


def test_every_role_in_the_readme_exists(known):
    assert set(re.findall(r"--role (\S+)", README)) <= set(known.roles)


def test_every_attribution_that_a_source_asks_for_stands_in_the_readme(known):
    flat = " ".join(re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", README).split())

    missing = [
        source.id for source in known.sources.values() if source.id != "curated" and source.attribution not in flat
    ]
    assert missing == []


def test_every_link_to_a_file_leads_somewhere():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if not link.startswith("https://")]

    assert links
    assert all((ROOT / link).exists() for link in links)
