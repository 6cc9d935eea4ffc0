"""The Internship page in a real browser: a sheet goes out and comes back, the keyboard will do, files are whole."""

import io

import icalendar
import pytest
from browsing import downloaded, open_page, read_sample, settled
from openpyxl import load_workbook
from playwright.sync_api import expect

from skillgap import workspace
from skillgap.model.internship import Application, Rating

pytestmark = pytest.mark.browser


@pytest.fixture
def internship(page):
    """The page with a resume read."""
    read_sample(page)
    open_page(page, "My internship")
    return page


def test_a_sheet_goes_out_is_filled_in_and_comes_back(internship, tmp_path):
    page = internship
    page.get_by_role("tab", name="Feedback").click()
    page.get_by_text("2. Send the sheet").click()
    book = load_workbook(io.BytesIO(downloaded(page, "Sheet to fill in (XLSX)")))
    assert book.sheetnames == ["Ratings", "How to fill it in"]
    skill_id, skill = book["Ratings"]["A2"].value, book["Ratings"]["B2"].value
    book["Ratings"]["C2"], book["Ratings"]["D2"] = 3, "Calm on the phone"
    book.save(tmp_path / "back.xlsx")

    page.get_by_text("3. Enter what they said").click()
    page.get_by_label("Name or role of the person").fill("Ada Khan")
    page.keyboard.press("Enter")
    settled(page)
    page.locator("input[type=file]").first.set_input_files(str(tmp_path / "back.xlsx"))
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()
    expect(page.get_by_text("Calm on the phone")).to_be_visible()

    (rating,) = workspace.load(downloaded(page, "Your work (JSON)")).internship.ratings
    assert rating == Rating("Ada Khan", skill_id, 3, "Calm on the phone", rating.day)
    side = load_workbook(io.BytesIO(downloaded(page, "Workbook (XLSX)")))["Side by side"]
    assert [cell.value for cell in list(side.rows)[1]][::3] == [skill, "3 (Ada Khan)"]


def test_goals_are_set_and_finished_with_the_keyboard_and_stand_in_the_calendar_beside_the_plan(internship):
    page = internship
    page.get_by_role("tab", name="Goals").click()
    page.get_by_role("button", name="Add goals for my first three topics").focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("heading", name="Your goals: 3 to reach, 0 done or dropped")).to_be_visible()
    page.get_by_role("button", name="Change").locator("visible=true").first.focus()
    page.keyboard.press("Space")
    settled(page)
    field = page.get_by_label("What do you want to reach?").last
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Mend, and note; one fault")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_text("Mend, and note; one fault").first).to_be_visible()

    events = icalendar.Calendar.from_ical(downloaded(page, "Calendar (ICS)")).walk("VEVENT")
    titles = [str(event["summary"]) for event in events]
    work = workspace.load(downloaded(page, "Your work (JSON)")).internship
    dated = [f"Goal: {goal.text}" for goal in work.goals if goal.due]
    assert "Mend, and note; one fault" in [goal.text for goal in work.goals]
    assert sorted(title for title in titles if title.startswith("Goal: ")) == sorted(dated)
    assert [title for title in titles if title.startswith("Learn ")]

    open_page(page, "Plan")
    events = icalendar.Calendar.from_ical(downloaded(page, "Calendar (ICS)")).walk("VEVENT")
    assert sorted(title for event in events if (title := str(event["summary"])).startswith("Goal: ")) == sorted(dated)


def test_a_checklist_is_ticked_with_the_keyboard_and_kept_with_the_deadline_in_the_calendar(internship):
    page = internship
    page.get_by_label("Role and employer").fill("Help desk, Larch")
    page.get_by_role("spinbutton", name="year, Apply until").focus()
    page.keyboard.type("20270312", delay=30)
    page.get_by_role("button", name="Add this application").focus()
    page.keyboard.press("Enter")
    settled(page)
    box = page.get_by_role("checkbox", name="Resume")
    box.focus()
    page.keyboard.press("Space")
    settled(page)
    expect(page.get_by_text("Before you send it: 1 of 1 ready")).to_be_visible()

    (one,) = workspace.load(downloaded(page, "Your work (JSON)")).internship.applications
    assert one == Application("Help desk, Larch", deadline="2027-03-12", ready=("document: resume",))
    events = icalendar.Calendar.from_ical(downloaded(page, "Calendar (ICS)")).walk("VEVENT")
    (event,) = [one for one in events if str(one["summary"]) == "Apply: Help desk, Larch"]
    assert event.decoded("dtstart").isoformat() == "2027-03-12"


def test_everything_is_forgotten_with_two_presses_of_a_key(internship):
    page = internship
    open_page(page, "Forget everything")
    page.get_by_role("button", name="Yes, forget everything now").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="See what your resume shows")).to_be_visible()
    settled(page, quiet=800)

    open_page(page, "Target & gaps")
    expect(page.get_by_text("There is no resume yet")).to_be_visible()
