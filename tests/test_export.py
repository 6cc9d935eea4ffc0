import csv as reader
import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta

import icalendar
import pandas as pd
import pytest
from openpyxl import load_workbook

from skillgap import pipeline, schedule
from skillgap.export import json_records, spreadsheet
from skillgap.internship import ratings
from skillgap.model.internship import ME, Application, Contact, Goal, Internship, Rating, Remark, Win
from skillgap.model.resume import Document
from skillgap.plan.preferences import PlanPreferences
from skillgap.schedule import CalendarEvent
from skillgap.tables import internship as internship_tables
from skillgap.tables import plan as plan_tables


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
    assert spreadsheet.escape_formula_cell(cell) == safe


def test_csv_keeps_accents_and_commas_and_reads_back():
    table = pd.DataFrame([{"skill": "Café, SQL", "hours": 3}, {"skill": '=cmd|"x"', "hours": 4}])

    data = spreadsheet.csv(table)

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

    book = load_workbook(io.BytesIO(spreadsheet.xlsx({"Plan": table, "Gaps": table})))

    assert book.sheetnames == ["Plan", "Gaps"]
    assert [[cell.value for cell in row] for row in book["Plan"].rows] == [
        ["skill", "hours"],
        ["'=1+1", 3],
        ["Python", 4],
    ]
    assert book["Plan"].freeze_panes == "A2"


def test_a_calendar_is_read_back_with_every_milestone(assessment, milestones):
    steps = {step.topic_id: step for step in assessment.plan.steps}

    entries = schedule.calendar_events(milestones, assessment.plan)
    data = spreadsheet.ics(entries, today=TODAY)

    events = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert [str(event["summary"]) for event in events] == [f"Learn {steps[one.topic_id].name}" for one in milestones]
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        (one.start, one.due + timedelta(days=1)) for one in milestones
    ]
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert [str(event["description"]).splitlines()[-1] for event in events] == [
        f"Show it: {steps[one.topic_id].task}" for one in milestones
    ]
    assert data == spreadsheet.ics(entries, today=TODAY)


def test_plan_goals_and_follow_ups_are_one_calendar_with_reminders_the_day_before():
    entries = [
        CalendarEvent("plan-git", "Learn Git", date(2026, 11, 24), date(2026, 11, 30), "Show it: a log, or two; done"),
        CalendarEvent(
            "follow-up-1", "Get in touch with Ada\r\nEND:VEVENT", TODAY, TODAY, "Ask\nfor, notes\x00", remind=True
        ),
        CalendarEvent("follow-up-1", "Get in touch with Ada", TODAY, TODAY),
    ]

    data = spreadsheet.ics(entries, today=TODAY)

    learn, first, second = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert (learn.decoded("dtstart"), learn.decoded("dtend")) == (date(2026, 11, 24), date(2026, 12, 1))
    assert str(learn["description"]) == "Show it: a log, or two; done"
    assert str(first["summary"]) == "Get in touch with Ada END:VEVENT"
    assert str(first["description"]) == "Ask\nfor, notes"
    assert [str(one["uid"]) for one in (learn, first, second)] == [
        "plan-git@skillgap",
        "follow-up-1@skillgap",
        "follow-up-1-2@skillgap",
    ]
    assert first.decoded("dtstamp") == datetime(2026, 11, 24, tzinfo=UTC)
    (alarm,) = first.walk("VALARM")
    assert (alarm.decoded("trigger"), str(alarm["action"])) == (timedelta(hours=-15), "DISPLAY")
    assert not learn.walk("VALARM") + second.walk("VALARM")
    for line in (b"DTSTAMP:20261124T000000Z", b"DTSTART;VALUE=DATE:20261124", b"TRIGGER:-PT15H", b"TRANSP:TRANSPARENT"):
        assert line in data.split(b"\r\n")
    assert data == spreadsheet.ics(entries, today=TODAY)


def test_the_notes_of_an_internship_are_a_workbook_with_a_sheet_for_each_habit(known):
    record = Internship(
        applications=(Application("Support intern, Example Ltd", deadline="2026-12-05", ready=("cv",)),),
        goals=(Goal("=Learn Git", "A log", "2026-12-01", "under way", "git"),),
        ratings=(Rating(ME, "git", 2, "", "2026-11-24"), Rating("Ada", "git", 1, "soon", "2026-11-25")),
        remarks=(Remark("Ada", "What?", "That.", "2026-11-25"),),
        wins=(Win("2026-11-24", "Mended a printer", "30 users print", ("linux",)),),
        contacts=(Contact("Ada", "supervisor", "Send notes", "2026-12-01"),),
    )
    sheets = internship_tables.sheets(record, ratings.compare_ratings(record, None, known), known)

    book = load_workbook(io.BytesIO(spreadsheet.xlsx(sheets)))

    assert {sheet.title: [cell.value for cell in list(sheet.rows)[1]] for sheet in book} == {
        "Applications": ["Support intern, Example Ltd", None, "to apply", "2026-12-05", None, None, 1, None],
        "Goals": ["'=Learn Git", "A log", "2026-12-01", "under way", "Git"],
        "Ratings": ["me", "git", "Git", 2, None, "2026-11-24"],
        "Remarks": ["Ada", "What?", "That.", "2026-11-25"],
        "Side by side": [
            "Git", 2, None, "1 (Ada)",
            "Your mentor rates you below yourself: ask for an example, and what the next level looks like.",
        ],
        "Wins": [
            "2026-11-24", "Mended a printer", "30 users print", "Linux",
            "Mended a printer (Linux): 30 users print.", None,
        ],
        "People": ["Ada", "supervisor", "Send notes", "2026-12-01", "no"],
    }  # fmt: skip
    empty = internship_tables.sheets(Internship(), (), known)
    assert [list(table.columns) for table in empty.values()] == [list(table.columns) for table in sheets.values()]
    assert all(spreadsheet.csv(table) for table in empty.values())


def test_a_calendar_has_a_name_in_both_fields_that_programs_read():
    named = icalendar.Calendar.from_ical(spreadsheet.ics([], today=TODAY, name="Plan\r\nEND:VCALENDAR"))
    plain = icalendar.Calendar.from_ical(spreadsheet.ics([], today=TODAY))

    assert (str(named["name"]), str(named["x-wr-calname"])) == ("Plan END:VCALENDAR", "Plan END:VCALENDAR")
    assert str(plain["x-wr-calname"]) == "Learning plan (skillgap)"


def test_dates_stand_beside_the_steps_and_done_ones_have_none(assessment, known):
    first, second, *_ = assessment.plan.steps
    done = pipeline.assess(
        assessment.reading,
        assessment.report.role,
        known,
        preferences=PlanPreferences(done={second.topic_id: "2026-11-20"}),
    )
    left = schedule.milestones(done.plan, start=TODAY, hours_a_week=10)

    table = plan_tables.plan(done, known, left)

    assert list(table["topic"][:2]) == [second.name, first.name]
    assert list(table["status"][:2]) == ["done", "to do"]
    assert list(table["done_on"][:2]) == ["2026-11-20", ""]
    assert list(table["start"][:2]) == ["", "2026-11-24"]
    assert list(table["total_hours"][:2]) == [0, first.hours]


def test_the_json_of_an_analysis_holds_the_plan_by_topics_and_all_that_stands_beside_it(assessment, milestones, known):
    found = json_records.analysis(assessment.reading, [assessment.report], assessment, known, milestones)

    assert list(found) == [
        "file", "role", "coverage", "ways_of_working", "skills", "gaps", "plan", "left", "quick_wins", "stories",
        "certificates", "roles", "uncertain", "not_checked", "warnings", "notes",
    ]  # fmt: skip
    assert json.loads(json.dumps(found)) == found
    topics = {topic.id: topic for topic in assessment.report.role.topics}
    assert {gap["topic"] for gap in found["gaps"]} == {*topics, ""}
    assert {gap["topic"] for gap in found["gaps"] if gap["tier"] == "soft"} == {""}
    step = found["plan"][0]
    assert list(step) == [
        "step", "id", "topic", "tier", "skills", "names", "hours", "study_hours", "proof_hours", "also", "left_hours",
        "points", "reason", "unlocks", "resources", "task", "variant", "start", "due",
    ]  # fmt: skip
    assert (step["topic"], step["tier"]) == (topics[step["id"]].name, topics[step["id"]].tier)
    assert step["study_hours"] + step["proof_hours"] == step["hours"]
    assert {skill_id for one in found["plan"] for skill_id in one["skills"]} <= set(known.skills)
    assert [story["skill"] for story in found["stories"] if story["question"]]
    assert set(found["stories"][0]) == {"skill", "line", "question"}


def test_the_json_says_what_a_small_plan_leaves(assessment, known):
    part = pipeline.assess(assessment.reading, assessment.report.role, known, hours=12)

    found = json_records.analysis(part.reading, [part.report], part, known)

    assert sum(step["hours"] for step in found["plan"]) <= 12
    assert len(found["left"]) == len(part.plan.left) > 3
    assert found["left"][0] == {
        "id": part.plan.left[0].topic_id,
        "topic": part.plan.left[0].name,
        "tier": part.plan.left[0].tier,
        "hours": part.plan.left[0].hours,
        "reason": part.plan.left[0].reason,
    }


def test_without_a_role_the_json_has_no_gaps_and_no_plan(assessment, known):
    found = json_records.analysis(assessment.reading, [assessment.report], None, known)

    empty = {name for name, value in found.items() if value in (None, [])}
    assert empty >= {
        "role", "coverage", "ways_of_working", "gaps", "plan", "left", "quick_wins", "stories", "certificates",
    }  # fmt: skip


def test_a_workbook_holds_no_time_of_writing_so_that_the_same_tables_give_the_same_bytes():
    made = spreadsheet.xlsx({"Plan": pd.DataFrame({"skill": ["Git"]})})

    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        days = {part.date_time[:3] for part in parts.infolist()}
        properties = parts.read("docProps/core.xml").decode()
    assert days == {(1980, 1, 1)}
    assert properties.count("1980-01-01T00:00:00Z") == 2
    assert load_workbook(io.BytesIO(made))["Plan"]["A2"].value == "Git"


def test_headings_and_full_width_signs_are_disarmed_in_every_form():
    table = pd.DataFrame({"=1+1": ["\uff1d2+2", "\uff20x"], "@a": ["\uff0b1", "\uff0d1"]})

    written = spreadsheet.csv(table).decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(spreadsheet.xlsx({"A": table})))["A"]

    cells = [["'=1+1", "'@a"], ["'\uff1d2+2", "'\uff0b1"], ["'\uff20x", "'\uff0d1"]]
    assert [line.split(",") for line in written.splitlines()] == cells
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == cells
