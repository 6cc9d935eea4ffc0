"""The report to print: the answer on its first sheet, few sheets on both papers, nothing of a user\'s that runs."""

import html
import io
import re
import unicodedata
from datetime import date

import pytest
from conftest import ROOT
from pypdf import PdfReader

from skillgap import pipeline, schedule
from skillgap.export import plan_report
from skillgap.model.resume import Document
from skillgap.tables import resume as resume_tables

TODAY = date(2026, 11, 24)
RESUME = (
    "Ann Example\nann@example.com | github.com/ann-example | +44 20 7946 0134\n\n"
    "SKILLS\nPython, <b>Windows 10</b>, Linux\n\nPROJECTS\nHome lab, 2026\n- Ran Docker and Wireshark on Linux\n\n"
    "CERTIFICATIONS\nCompTIA A+\n"
)
ONE_PAGE = (
    ("data/samples/it-support.txt", "it-support-intern"),
    ("data/samples/data.txt", "data-analyst-intern"),
    ("data/samples/security.txt", "soc-analyst-intern"),
    ("tests/gold/dev/d08-firstyear-kowalczuk.txt", "cloud-intern"),
    ("tests/gold/test/a02-helpdesk-fresher.txt", "it-support-intern"),
    ("tests/gold/dev/c05-dotnet-brandvold.txt", "devops-intern"),
)
"""Resumes of one page, short and full, with roles that ask for little and for much."""


@pytest.fixture(scope="module")
def assessed(known, extractor):
    def make(text, role="it-support-intern", hours=None, name="=cmd|<script>.txt"):
        reading = pipeline.interpret(Document(name, text), extractor, known, today=TODAY)
        return pipeline.assess(reading, known.role(role), known, hours=hours)

    return make


@pytest.fixture(scope="module")
def report(known):
    def make(assessment):
        milestones = schedule.milestones(assessment.plan, start=TODAY, hours_a_week=6)
        return plan_report.render_html(assessment, milestones, known, today=TODAY).decode()

    return make


def test_the_report_stands_by_itself_and_runs_nothing_of_the_users(assessed, report):
    found = assessed(RESUME)
    page = report(found)

    assert "<script" not in page
    assert "src=" not in page
    assert "<b>" not in page
    assert "&lt;b&gt;Windows 10&lt;/b&gt;" in page
    assert page == report(assessed(RESUME))
    assert set(re.findall(r'href="(https?)://', page)) == {"https"}


def test_the_first_sheet_is_the_answer(assessed, report, known):
    found = assessed(RESUME)
    first = report(found).split('class="sheet"')[0]

    assert f"<h1>{html.escape(found.report.role.name)}</h1>" in first
    assert f"<strong>{found.report.coverage:.0%}</strong>" in first
    assert "Made on 24 Nov 2026. The plan ends on " in first
    shown, rest = first.split("<h2>What you show</h2>")[1].split("<h2>What is missing most</h2>")
    missing, following = rest.split("<h2>What to do next</h2>")
    assert "<li><strong>Computer hardware</strong>: <q>CompTIA A+</q></li>" in shown
    assert [html.unescape(one) for one in re.findall(r"<li><strong>(.+?)</strong>", missing)] == [
        " or ".join(known.name(option) for option in gap.options[:2]) for gap in found.report.pressing[:5]
    ]
    assert [html.unescape(one) for one in re.findall(r"<h3>\d+\. (.+?)</h3>", following)] == [
        step.name for step in found.plan.to_do[:3]
    ]


def test_every_step_and_all_that_the_plan_leaves_is_named_with_its_reason(assessed, report):
    whole, part = assessed(RESUME), assessed(RESUME, hours=12)
    cards = report(whole)
    rest = report(part).split("<h2>Left out of the plan</h2>")[1]

    assert all(html.escape(step.name) in cards for step in whole.plan.steps)
    assert all(html.escape(step.task) in cards for step in whole.plan.steps[: plan_report.CARDS])
    assert len(part.plan.left) > 3
    assert [one.name for one in part.plan.left if html.escape(f"{one.name} ({one.hours} h)") not in rest] == []
    assert [one.reason for one in part.plan.left if html.escape(one.reason) not in rest] == []


def test_no_line_about_the_person_is_printed(assessed, report):
    page = report(assessed(RESUME.replace("and Wireshark on Linux", "for ann@example.com")))

    for words in ("Ann Example", "ann@example.com", "7946", "cmd"):
        assert words not in page
    assert "A line with your contact details" in page


def test_each_skill_stands_at_one_line_strongest_first(assessed, known):
    reading = assessed(RESUME).reading
    table = resume_tables.skills_by_line(reading, known)

    lab = table[table["line"] == "Ran Docker and Wireshark on Linux"]["skills"].item()
    assert lab.startswith("used: ")
    assert {"Docker", "Linux", "Wireshark"} <= set(lab.removeprefix("used: ").split(", "))
    names = [
        name for cell in table["skills"] for part in cell.split("; ") for name in part.partition(": ")[2].split(", ")
    ]
    assert len(names) == len(set(names)) == len(reading.profile.skills)
    assert table["line"].is_unique


def test_a_resume_that_shows_nothing_gets_a_report_too(assessed, report, known):
    page = report(assessed("Ann"))

    assert "No skill of this role yet." in page
    assert plan_report.render_html(assessed("Ann"), (), known).decode().count("Made on") == 0


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("hours", [60, None])
def test_a_resume_of_one_page_gives_at_most_four_sheets(browser, assessed, report, paper, hours):
    page = browser.new_page()
    sheets = {}
    for path, role in ONE_PAGE:
        found = assessed((ROOT / path).read_text(encoding="utf-8"), role, hours)
        page.set_content(report(found))
        made = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))
        sheets[path] = len(made.pages)
        first = " ".join(unicodedata.normalize("NFKC", made.pages[0].extract_text()).split())
        assert "What to do next" in first
        assert all(step.name in first for step in found.plan.to_do[:3])
        assert "The plan:" not in first
    page.close()

    assert max(sheets.values()) <= 4, sheets
