"""Three invented students, each in a fresh session, from the resume to every file they can take away."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import icalendar
import pytest
from browsing import (
    PAGES,
    POSTING,
    ROOT,
    SUPPORT,
    aim_at_posting,
    choose_role,
    downloaded,
    fill_page,
    open_page,
    read_sample,
    settled,
    upload,
)  # fmt: skip
from conftest import FIXTURES
from openpyxl import load_workbook
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LAYOUTS = ROOT / "tests" / "layouts"
STUDENTS = {
    "support, a PDF of Typst": (LAYOUTS / "typst-justified.pdf", SUPPORT),
    "web, a PDF of LibreOffice": (LAYOUTS / "docx-running-header.pdf", "Front-end developer intern"),
    "data, a PDF of LaTeX": (LAYOUTS / "latex-minipages.pdf", "Data analyst intern"),
}
"""Who it is and what made the file -> the resume and the role they want."""


class Watched:
    """What a session asks of the network, and what its browser complains about."""

    def __init__(self, laptop, address):
        self.address, self.faults = address, []
        self.page = laptop.new_page()
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("console", self._told)
        self.page.goto(address)
        settled(self.page)

    def _told(self, message):
        # Streamlit looks for its server below the page's own path first when a page is opened by its address.
        if message.type == "error" and "/_stcore/" not in message.location["url"]:
            self.faults.append(f"console: {message.text} {message.location['url']}")

    def _asked(self, request):
        if not request.url.startswith((self.address, "data:", "blob:", self.address.replace("http", "ws"))):
            self.faults.append(f"asks for {request.url}")


@pytest.fixture
def session(laptop, address):
    """A function that opens a fresh session; each must end without a fault."""
    opened = []

    def open_session():
        opened.append(Watched(laptop, address))
        return opened[-1].page

    yield open_session
    faults = [fault for one in opened for fault in one.faults]
    for one in opened:
        one.page.close()
    assert faults == []


def bring(page, path):
    """Upload the resume, or paste it where it is text."""
    if path.suffix == ".txt":
        page.get_by_text("Paste the text of a resume").click()
        page.get_by_role("textbox", name="The text of the resume").fill(path.read_text(encoding="utf-8"))
        page.get_by_role("button", name="Read the pasted text").click()
    else:
        upload(page, path)
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible(timeout=20_000)
    settled(page)


def figure(page, label):
    """The number of the figure under this label."""
    metric = page.get_by_test_id("stMetric").filter(has=page.get_by_text(label, exact=True))
    shown = metric.first.get_by_test_id("stMetricValue").inner_text()
    return float(re.sub(r"[%,]| of .*", "", shown))


def taken(page):
    """Every file that the open page hands over, by name."""
    for group in page.locator("details:not([open])", has=page.get_by_test_id("stDownloadButton")).all():
        group.locator("summary").click()
    settled(page)
    expect(page.get_by_test_id("stDownloadButton").locator("visible=true").last).to_be_visible()
    assert "Traceback" not in page.locator("body").inner_text()
    files = {}
    for button in page.get_by_test_id("stDownloadButton").locator("visible=true").get_by_role("button").all():
        with page.expect_download() as waiting:
            button.click()
        files[waiting.value.suggested_filename] = Path(waiting.value.path()).read_bytes()
    return files


def rows(data):
    """The rows of a CSV file, which begins with a byte order mark."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def cells(sheet, column):
    """What stands in a named column of a sheet, as text."""
    heads, *body = sheet.iter_rows(values_only=True)
    return [str(row[heads.index(column)]) for row in body]


@pytest.mark.parametrize("student", STUDENTS)
def test_a_student_takes_every_file_away_and_goes_on_another_day(session, student):
    path, role = STUDENTS[student]
    page = session()
    bring(page, path)

    choose_role(page, role)
    open_page(page, "Resume")
    skills = rows(taken(page)["skills.csv"])
    for level, word in (("1", "Named"), ("2", "Used"), ("3", "Proven")):
        heads = page.locator(".group h2", has_text=word).all_inner_texts()
        counted = sum(row["level"] == level for row in skills)
        assert heads == ([f"{word} ({counted})"] if counted else [])

    open_page(page, "Target & gaps")
    coverage = figure(page, "Technical coverage")
    gaps = rows(taken(page)["gaps.csv"])
    assert sum(float(row["points"]) for row in gaps) == pytest.approx(coverage, abs=0.5)

    open_page(page, "Plan")
    expect(page.get_by_role("combobox", name="Your target")).to_have_value(role)
    files = taken(page)
    plan = rows(files["plan.csv"])
    assert {row["role"] for row in plan} == {role}
    assert [int(row["step"]) for row in plan] == list(range(1, len(plan) + 1))
    assert sum(int(row["hours"]) for row in plan) == int(plan[-1]["total_hours"]) == figure(page, "Hours of the plan")
    assert all(int(row["hours"]) >= 3 and row["proof_task"] for row in plan)
    assert all(row["url"].startswith("https://") for row in plan if row["tier"] != "project")

    book = load_workbook(io.BytesIO(files["skillgap.xlsx"]))
    assert cells(book["Plan"], "topic") == [row["topic"] for row in plan]
    assert cells(book["Gaps"], "skill") == [row["skill"] for row in gaps]
    assert cells(book["Skills"], "skill") == [row["skill"] for row in skills]

    learned = [str(event["summary"]) for event in icalendar.Calendar.from_ical(files["plan.ics"]).walk("VEVENT")]
    assert {f"Learn {row['topic']}" for row in plan} <= set(learned)
    open_page(page, "Start")
    for label in ("Your work", "JSON Resume"):
        page.get_by_role("button", name="Save", exact=True).click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        files[waiting.value.suggested_filename] = Path(waiting.value.path()).read_bytes()
        page.keyboard.press("Escape")
        settled(page)
    assert json.loads(files["resume.json"])["skills"]
    assert_stands_alone(session(), files["report.html"].decode(), [row["topic"] for row in plan])

    later = session()
    go_on(later, files["skillgap-work.json"])
    open_page(later, "Target & gaps")
    assert figure(later, "Technical coverage") == coverage
    open_page(later, "Plan")
    assert rows(taken(later)["plan.csv"]) == plan


def assert_stands_alone(page, report, topics):
    """A report names every topic and, opened in a browser, asks the network for nothing (the session watches)."""
    page.goto("about:blank")
    page.set_content(report)

    shown = page.locator("body").inner_text()
    assert [topic for topic in topics if topic not in shown] == []
    assert not re.search(r"<(script|link|iframe)\b|\bsrc=|@import|url\(", report)


def go_on(page, work):
    """Load saved work in a session that knows nothing."""
    page.get_by_text("Continue from a saved file").click()
    saved = {"name": "skillgap-work.json", "mimeType": "application/json", "buffer": work}
    page.locator("input[type=file]").nth(1).set_input_files(saved)
    expect(page.get_by_role("heading", name="You show")).to_be_visible(timeout=20_000)
    settled(page)


def test_an_address_with_a_role_opens_that_page_with_that_role(session, address):
    page = session()

    page.goto(f"{address}/internship?role=Cloud+engineering+intern")
    settled(page)

    expect(page.locator("h1")).to_have_text("My internship")
    expect(page.get_by_role("combobox", name="Your target")).to_have_value("Cloud engineering intern")


@pytest.mark.parametrize(
    ("old", "title"),
    [("skills", "Your resume"), ("feedback", "Your resume"), ("target", "Target and gaps"), ("resume", "Your resume"),
     ("progress", "My internship"), ("gaps", "Target and gaps"), ("cohort", "For advisors")],
)  # fmt: skip
def test_an_old_address_leads_to_the_page_that_took_over(session, address, old, title):
    page = session()

    page.goto(f"{address}/{old}?role=Cloud+engineering+intern")
    settled(page)

    expect(page.locator("h1")).to_have_text(title)
    if old != "cohort":
        expect(page.get_by_role("combobox", name="Your target")).to_have_value("Cloud engineering intern")


def test_page_and_role_stand_in_the_address(session):
    page = session()
    bring(page, ROOT / "data" / "samples" / "data.txt")
    open_page(page, "Target & gaps")
    choose_role(page, "Back-end developer intern")

    assert page.url.endswith("/gaps?role=Back-end+developer+intern")


def tab_to(page, label):
    """Press Tab until what has the focus bears this label."""
    seen = []
    for _ in range(300):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if label in seen[-1] and not seen[-1].startswith("Help for"):
            return
    pytest.fail(f"{label!r} cannot be reached with the Tab key, only {list(dict.fromkeys(seen))}")


FOCUSED = """() => {
    const one = document.activeElement;
    if (!one.matches('a, button, input, summary, textarea')) return '';
    return one.getAttribute('aria-label') || one.innerText || '';
}"""


def test_the_way_from_role_to_download_can_be_gone_with_the_keyboard_alone(session):
    page = session()
    upload(page, FIXTURES / "resumes" / "support_one_column.pdf")
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible()

    tab_to(page, "Your target")
    page.keyboard.type("Network eng", delay=30)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Your target")).to_have_value("Network engineering intern")
    settled(page)
    tab_to(page, "Download recommendations (CSV)")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")

    plan = rows(Path(waiting.value.path()).read_bytes())
    assert {row["role"] for row in plan} == {"Network engineering intern"}


def follow(page, link, title):
    """Go to the next page by its link at the foot of this one."""
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)
    settled(page)


def test_a_pasted_posting_becomes_the_target_with_one_click(session):
    page = session()
    read_sample(page, target="")

    aim_at_posting(page)

    first = POSTING.read_text(encoding="utf-8").strip().partition("\n")[0]
    expect(page.get_by_role("combobox", name="Your target")).to_have_value(first)
    expect(page.get_by_role("heading", name="Do this first")).to_be_visible()


def test_an_advisor_drops_a_zip_with_a_broken_file_and_takes_everybodys_plan(session, tmp_path):
    page = session()
    path = tmp_path / "term.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in ("support_one_column.pdf", "security_two_columns.pdf", "data_sidebar.pdf", "network.docx"):
            made.write(FIXTURES / "resumes" / name, name)
        made.write(FIXTURES / "broken" / "not_a_pdf.pdf", "broken.pdf")
    open_page(page, "For advisors")

    upload(page, path)

    # Its name may be a student's, and the page may stand on a wall.
    expect(page.get_by_text("The file is damaged and cannot be read as PDF").first).to_be_visible(timeout=60_000)
    expect(page.get_by_text("broken.pdf")).to_have_count(0)
    page.get_by_role("radio", name="Take away").click()
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "All files of"))) as taken:
        rows = list(csv.DictReader(io.StringIO(taken.read("recommendations.csv").decode("utf-8-sig"))))
        missing = taken.read("not-read.csv").decode("utf-8-sig")
    assert {row["student"] for row in rows} == {"S001", "S002", "S003", "S004"}
    assert "damaged" in missing


def test_the_server_logs_neither_warning_nor_error(session, server_log):
    page = session()
    read_sample(page)
    for title, path in PAGES:
        open_page(page, title)
        fill_page(page, path)

    assert server_log.read_text(encoding="utf-8").splitlines() == []
