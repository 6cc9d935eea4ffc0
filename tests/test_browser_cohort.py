"""An advisor's hour in a real Chromium: two hundred invented resumes and a class list, from the drop to the files."""

import csv
import io
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import downloaded, settled
from fixtures import make_cohort
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
STUDENTS = 200
MISSING = 2
"""Students of the class list without a resume."""
PARTS = ("Who first", "One student", "Groups", "Students and demands", "Sessions", "Courses", "Files", "Take away")
WIDTHS = {1440: 900, 390: 844}


@pytest.fixture(scope="module")
def desk(browser, address, tmp_path_factory):
    """The page with everything read."""
    folder = tmp_path_factory.mktemp("term")
    # most are text, as reading two hundred PDF files takes half a minute
    resumes = make_cohort.files(40) + make_cohort.files(STUDENTS - 40, first=40, plain=True)
    (folder / "term.zip").write_bytes(make_cohort.zipped(resumes))
    (folder / "class.csv").write_bytes(make_cohort.roster(STUDENTS))
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/cohort")
    settled(page)
    page.locator("input[type=file]").nth(2).set_input_files(folder / "class.csv")
    expect(page.get_by_text(f"{STUDENTS + MISSING} students on the class list")).to_be_visible()
    page.locator("input[type=file]").nth(0).set_input_files(folder / "term.zip")
    expect(figure(page, "On the list, no resume")).to_have_text(str(MISSING), timeout=120_000)
    settled(page)
    yield page
    page.close()


def figure(page, label):
    return page.get_by_test_id("stMetric").filter(has_text=label).first.get_by_test_id("stMetricValue")


def open_part(page, name):
    page.get_by_test_id("stButtonGroup").get_by_text(name, exact=True).first.click()
    page.wait_for_timeout(100)
    settled(page)


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_student_is_counted_once(desk):
    assert figure(desk, "Students").inner_text() == str(STUDENTS + MISSING)
    assert figure(desk, "On the list, no resume").inner_text() == str(MISSING)
    assert figure(desk, "Unreadable").inner_text() == "0"


def test_the_first_of_the_queue_opens_and_a_sheet_names_nobody(desk):
    open_part(desk, "Who first")
    button, box = desk.get_by_role("button", name="Open A").first, desk.get_by_role("combobox", name="Student")
    first = button.inner_text().removeprefix("Open ")
    button.click()
    expect(box).to_have_value(first)
    settled(desk)
    # who has no resume has no sheet: J goes on to the next
    while not desk.get_by_role("button", name="Session sheet to print").count():
        go_on(desk, box, "j")
    student = box.input_value()

    sheet = downloaded(desk, "Session sheet to print").decode()
    name, email, *_ = make_cohort.person(int(student.removeprefix("A")))

    assert student in sheet
    assert name not in sheet
    assert email not in sheet
    go_on(desk, box, "j")
    assert go_on(desk, box, "k") == student


def go_on(page, box, key):
    """Who is open after a key was pressed."""
    before = box.input_value()
    page.keyboard.press(key)
    expect(box).not_to_have_value(before)
    settled(page)
    return box.input_value()


def test_the_sessions_and_all_files_are_taken_away(desk):
    open_part(desk, "Sessions")
    sessions = rows(downloaded(desk, "Download the sessions as CSV"))
    open_part(desk, "Take away")
    packed = downloaded(desk, f"All files of {STUDENTS + MISSING} students (ZIP)")

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert 1 <= len(sessions) <= 3
    assert rows(files["sessions.csv"]) == sessions
    assert len(rows(files["students.csv"])) == STUDENTS + MISSING
    attend = {student for row in sessions for student in row["attend"].split(", ")}
    assert attend <= {row["student"] for row in rows(files["students.csv"])}
    assert not [name for name, data in files.items() if b"example.com" in data]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_fits_the_screen_and_axe_finds_nothing_in_both_themes(desk, part, width):
    desk.set_viewport_size({"width": width, "height": WIDTHS[width]})
    desk.emulate_media(color_scheme="light")
    open_part(desk, part)

    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert desk.get_by_test_id("stMain").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert violations(desk) == []
    desk.emulate_media(color_scheme="dark")
    settled(desk, quiet=500)
    assert violations(desk, runOnly=["color-contrast", "link-in-text-block"]) == []


def violations(page, **options):
    """Rule and element of everything that axe finds, but for Streamlit's own menu and drop zone."""
    only = {"include": [["[data-testid=stMain]"]]}
    found = Axe().run(page, context=only, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if "stFileUploaderDropzone" not in node["html"]
    ]
