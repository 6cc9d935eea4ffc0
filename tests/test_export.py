import csv as reader
import html
import io
import json
from datetime import date, timedelta

import icalendar
import pandas as pd
import pytest
from openpyxl import load_workbook

from skillgap import export, pipeline, report, schedule, tables
from skillgap.model import Document


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("  =1", "'  =1"),
        ("two\r\nlines", "two lines"),
        ("R&D", "R&D"),
        (3.5, 3.5),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(cell, safe):
    assert export.disarmed(cell) == safe


def test_csv_keeps_accents_and_commas_and_reads_back():
    table = pd.DataFrame([{"skill": "Café, SQL", "hours": 3}, {"skill": '=cmd|"x"', "hours": 4}])

    data = export.csv(table)

    assert data.startswith(b"\xef\xbb\xbfskill,hours\r\n")
    rows = list(reader.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [{"skill": "Café, SQL", "hours": "3"}, {"skill": '\'=cmd|"x"', "hours": "4"}]


TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def assessment(known, extractor):
    text = (
        "SKILLS\nPython, <b>Windows 10</b>, Linux\n\nPROJECTS\nHome lab\n- Ran Docker and Wireshark on Linux\n\n"
        "CERTIFICATIONS\nCompTIA A+\n"
    )
    reading = pipeline.interpret(Document("=cmd|<script>.txt", text), extractor, known, today=TODAY)
    return pipeline.assess(reading, known.role("it-support-intern"), known)


@pytest.fixture(scope="module")
def milestones(assessment):
    return schedule.milestones(assessment.plan, start=TODAY, hours_a_week=10)


def test_a_workbook_holds_each_table_with_formulas_disarmed():
    table = pd.DataFrame({"skill": ["=1+1", "Python"], "hours": [3, 4]})

    book = load_workbook(io.BytesIO(export.xlsx({"Plan": table, "Gaps": table})))

    assert book.sheetnames == ["Plan", "Gaps"]
    assert [[cell.value for cell in row] for row in book["Plan"].rows] == [
        ["skill", "hours"],
        ["'=1+1", 3],
        ["Python", 4],
    ]
    assert book["Plan"].freeze_panes == "A2"


def test_a_calendar_is_read_back_with_every_milestone(assessment, milestones, known):
    proofs = {step.skill_id: step.proof for step in assessment.plan.steps}

    data = export.ics(milestones, known, proofs, today=TODAY)

    events = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert [str(event["summary"]) for event in events] == [f"Learn {known.name(one.skill_id)}" for one in milestones]
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        (one.start, one.due + timedelta(days=1)) for one in milestones
    ]
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert data == export.ics(milestones, known, proofs, today=TODAY)


def test_a_json_resume_claims_what_is_shown_and_no_more(assessment, known):
    resume = json.loads(export.json_resume(assessment.reading, known))

    assert [one["name"] for one in resume["certificates"]] == ["CompTIA A+"]
    assert {"name": "Docker", "level": "working", "keywords": ["Docker"]} in resume["skills"]
    assert all(one["keywords"] for one in resume["skills"])


def test_the_report_stands_by_itself_and_runs_nothing_of_the_users(assessment, milestones, known):
    page = report.page(assessment, milestones, known).decode()

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "src=" not in page
    assert f"Coverage <strong>{assessment.report.coverage:.1%}</strong>" in page
    assert all(html.escape(known.name(step.skill_id)) in page for step in assessment.plan.steps)


def test_dates_stand_beside_the_steps_and_done_ones_have_none(assessment, known):
    first = assessment.plan.steps[0].skill_id
    left = schedule.milestones(assessment.plan, start=TODAY, hours_a_week=10, done={first})

    table = tables.dated(tables.plan(assessment, known), left, known)

    assert list(table["status"][:2]) == ["done", "to do"]
    assert (table["start"][0], table["start"][1]) == ("", "2026-11-24")
