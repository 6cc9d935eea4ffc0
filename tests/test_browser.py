"""What only a real browser shows: the upload, the download's bytes, keyboard, phone width, accessibility."""

import csv
import html
import io
import json
import zipfile

import icalendar
import pytest
from browsing import downloaded, open_page, settled, upload
from conftest import FIXTURES
from openpyxl import load_workbook
from playwright.sync_api import expect

from skillgap import workspace

RESUME = FIXTURES / "resumes" / "security_two_columns.pdf"
pytestmark = pytest.mark.browser


def test_a_student_uploads_a_pdf_picks_a_role_and_takes_the_plan_away(page):
    upload(page, RESUME)
    expect(page.get_by_text("What was read, with its skills marked")).to_be_visible()
    expect(page.locator(".resume mark").nth(10)).to_be_attached(timeout=20_000)

    open_page(page, "Gaps")
    page.get_by_role("combobox", name="Internship role").click()
    page.get_by_role("option", name="Cybersecurity (SOC) analyst intern").click()
    settled(page)
    expect(page.locator("[data-testid=stMetricValue]").first).to_contain_text("%")
    assert "role=" in page.url

    gaps = list(csv.DictReader(io.StringIO(downloaded(page, "Download gaps as CSV").decode("utf-8-sig"))))
    shown = float(page.locator("[data-testid=stMetricValue]").first.inner_text().rstrip("%"))
    assert sum(float(row["points"]) for row in gaps) == pytest.approx(shown, abs=0.1)

    open_page(page, "Plan")
    data = downloaded(page, "Download plan as CSV")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbfstep,skill,category,role,importance")
    assert {row["role"] for row in rows} == {"Cybersecurity (SOC) analyst intern"}
    assert [int(row["step"]) for row in rows] == list(range(1, len(rows) + 1))
    assert all(row["url"].startswith("https://") and int(row["hours"]) > 0 for row in rows)


def test_an_advisor_drops_a_zip_with_a_broken_file_and_takes_everybodys_plan(page, tmp_path):
    path = tmp_path / "term.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in ("support_one_column.pdf", "security_two_columns.pdf", "data_sidebar.pdf", "network.docx"):
            made.write(FIXTURES / "resumes" / name, name)
        made.write(FIXTURES / "broken" / "not_a_pdf.pdf", "broken.pdf")
    open_page(page, "Cohort")

    upload(page, path)

    expect(page.get_by_text("4 of 5")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("broken.pdf").first).to_be_visible()
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "everybody").decode("utf-8-sig"))))
    assert {row["student"] for row in rows} == {
        "support_one_column.pdf",
        "security_two_columns.pdf",
        "data_sidebar.pdf",
        "network.docx",
    }


def test_a_file_that_is_no_resume_is_refused_in_one_sentence(page):
    upload(page, FIXTURES / "broken" / "scanned.pdf")

    alert = page.get_by_role("alert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text("scanned.pdf")


def test_the_page_asks_nothing_of_the_outside_world(browser, address):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    settled(page)
    page.get_by_text("No file at hand?").click()
    page.get_by_role("button", name="Sample: Data").click()
    settled(page)

    assert [
        url for url in asked if not url.startswith((address, "data:", "blob:", address.replace("http", "ws")))
    ] == []
    context.close()


def tab_to(page, label):
    """Press Tab until the control with this label has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.tagName, document.activeElement.innerText || '']")
        if focused[0] in {"SUMMARY", "BUTTON"} and label in focused[1]:
            return
    pytest.fail(f"{label} cannot be reached with the keyboard")


def test_a_sample_is_reached_and_read_with_the_keyboard_alone(page):
    tab_to(page, "No file at hand?")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    tab_to(page, "Sample: IT support")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    settled(page)

    expect(page.get_by_text("What was read, with its skills marked")).to_be_visible()


def test_every_file_of_the_plan_page_is_what_it_says(page, known):
    upload(page, RESUME)
    open_page(page, "Plan")
    expect(page.get_by_text("Step by step")).to_be_visible()

    book = load_workbook(io.BytesIO(downloaded(page, "Workbook (XLSX)")))
    calendar = icalendar.Calendar.from_ical(downloaded(page, "Calendar (ICS)"))
    report = downloaded(page, "Report to print (HTML)").decode()
    resume = json.loads(downloaded(page, "JSON Resume"))
    work = workspace.load(downloaded(page, "Your work, to go on later (JSON)"))

    assert book.sheetnames == ["Skills", "Gaps", "Plan", "Not checked"]
    steps = [row[1].value for row in book["Plan"].iter_rows(min_row=2)]
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [f"Learn {name}" for name in steps]
    assert all(html.escape(name) in report for name in steps)
    assert resume["skills"]
    assert (work.name, "Adeyemi" in work.text) == (RESUME.name, True)
