"""The plan in a real browser: steps moved with the keyboard, and a phone."""

import re

import pytest
from browsing import open_page, read_sample, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(page):
    read_sample(page)
    open_page(page, "Plan")
    return page


def headings(page):
    return page.locator("[class*=st-key-step-] summary")


def names(page):
    """The names of the steps as their headings say them."""
    return [re.search(r"\d+\. (.*), \d+ h", heading)[1] for heading in headings(page).all_inner_texts()]


def press(page, label):
    page.get_by_role("button", name=label, exact=True).focus()
    page.keyboard.press("Enter")
    settled(page)


def test_a_step_that_is_moved_with_the_keyboard_stays_open_and_keeps_the_focus(plan):
    first, second, third, *_ = names(plan)
    step = plan.locator("[class*=st-key-step-]", has=plan.get_by_text(second, exact=True)).first
    step.locator("summary").focus()
    plan.keyboard.press("Enter")
    press(plan, "Change this step")

    press(plan, "Later")
    expect(headings(plan).nth(2)).to_contain_text(second, timeout=20_000)
    assert names(plan)[:3] == [first, third, second]
    assert step.locator("details").evaluate("one => one.open")
    expect(plan.get_by_role("button", name="Later", exact=True)).to_be_focused()

    press(plan, "Do first")
    expect(headings(plan).first).to_contain_text(second, timeout=20_000)
    assert names(plan)[:3] == [second, first, third]
    expect(plan.get_by_role("button", name="Do first", exact=True)).to_be_focused()

    press(plan, "Earlier")
    expect(plan.get_by_text("It is the first step.")).to_be_visible(timeout=20_000)


def test_a_plan_with_an_open_step_fits_a_phone(plan):
    plan.set_viewport_size({"width": 390, "height": 844})
    settled(plan)
    plan.locator("[class*=st-key-step-] summary").first.click()
    # The step is still unfolding: what is clicked while it moves may be missed.
    settled(plan)
    plan.get_by_role("button", name="Change this step").first.click()
    expect(plan.get_by_role("button", name="Leave out")).to_be_in_viewport()

    main = plan.get_by_test_id("stMainBlockContainer")
    assert plan.evaluate("document.documentElement.scrollWidth") <= 390
    assert main.evaluate("one => one.scrollWidth <= one.clientWidth")
