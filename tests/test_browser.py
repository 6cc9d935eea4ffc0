"""What only a real browser shows: the upload, the download's bytes, keyboard, phone width, accessibility."""

import csv
import io
import zipfile

import pytest
from browsing import downloaded, open_page, read_sample, settled, upload
from conftest import FIXTURES
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_an_advisor_drops_a_zip_with_a_broken_file_and_takes_everybodys_plan(page, tmp_path):
    path = tmp_path / "term.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in ("support_one_column.pdf", "security_two_columns.pdf", "data_sidebar.pdf", "network.docx"):
            made.write(FIXTURES / "resumes" / name, name)
        made.write(FIXTURES / "broken" / "not_a_pdf.pdf", "broken.pdf")
    open_page(page, "For advisors")

    upload(page, path)

    expect(page.get_by_text("broken.pdf is damaged").first).to_be_visible(timeout=60_000)
    page.get_by_role("radio", name="Take away").click()
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "All files of"))) as taken:
        rows = list(csv.DictReader(io.StringIO(taken.read("recommendations.csv").decode("utf-8-sig"))))
        missing = taken.read("not-read.csv").decode("utf-8-sig")
    assert {row["student"] for row in rows} == {"S001", "S002", "S003", "S004"}
    assert "damaged" in missing


def test_a_file_that_is_no_resume_is_refused_in_one_sentence(page):
    upload(page, FIXTURES / "broken" / "scanned.pdf")

    alert = page.get_by_role("alert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text("scanned.pdf")


def tab_to(page, label):
    """Press Tab until the control with this label has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.tagName, document.activeElement.innerText || '']")
        if focused[0] in {"SUMMARY", "BUTTON"} and label in focused[1]:
            return
    pytest.fail(f"{label} cannot be reached with the keyboard")


def test_a_sample_is_reached_and_read_with_the_keyboard_alone(page):
    tab_to(page, "Sample: IT support")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    settled(page)

    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible()


def test_a_refresh_asks_before_work_is_lost_and_only_then(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.reload()
    settled(page)
    assert asked == []

    read_sample(page)
    page.reload()
    settled(page)
    assert asked == ["beforeunload"]
