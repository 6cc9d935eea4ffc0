"""What only a real browser shows: the upload, the download's bytes, keyboard, phone width, accessibility."""

import pytest
from browsing import read_sample, settled, upload
from conftest import FIXTURES
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


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
