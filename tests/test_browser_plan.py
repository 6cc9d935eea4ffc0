"""The plan in a real browser: steps moved with the keyboard, and a phone."""

import re

import pytest
from browsing import choose_role, open_page, read_sample, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(page):
    read_sample(page)
    open_page(page, "Plan")
    return page


def cards(page):
    """The steps to do, in their order."""
    return page.locator("[class*=st-key-card-step-]").filter(has=page.get_by_role("button", name="More"))


def names(page):
    """The names of the topics as their cards say them."""
    return [re.match(r"\d+\. (.*?)\s+(core|next|later)\s+\d+ h", card)[1] for card in cards(page).all_inner_texts()]


def press(page, label):
    page.get_by_role("button", name=label, exact=True).focus()
    page.keyboard.press("Enter")
    settled(page)


def test_a_step_that_is_moved_with_the_keyboard_keeps_its_menu_open_and_the_focus(plan):
    choose_role(plan, "Data analyst intern")
    first, second, third, *_ = names(plan)
    step = plan.locator("[class*=st-key-card-step-]", has=plan.get_by_text(f"2. {second}")).first
    step.get_by_role("button", name="More").focus()
    plan.keyboard.press("Enter")
    settled(plan)

    press(plan, "Later")
    expect(cards(plan).nth(2)).to_contain_text(second, timeout=20_000)
    assert names(plan)[:3] == [first, third, second]
    expect(plan.get_by_role("button", name="Later", exact=True)).to_be_focused()

    press(plan, "Do first")
    expect(cards(plan).first).to_contain_text(second, timeout=20_000)
    assert names(plan)[:3] == [second, first, third]
    expect(plan.get_by_role("button", name="Do first", exact=True)).to_be_focused()

    press(plan, "Earlier")
    expect(plan.get_by_text("It is the first step.")).to_be_visible(timeout=20_000)


def test_a_plan_with_an_open_menu_fits_a_phone(plan):
    plan.set_viewport_size({"width": 390, "height": 844})
    settled(plan)
    plan.get_by_role("button", name="More").first.click()
    settled(plan)
    expect(plan.get_by_role("button", name="Do first")).to_be_in_viewport()

    main = plan.get_by_test_id("stMainBlockContainer")
    assert plan.evaluate("document.documentElement.scrollWidth") <= 390
    assert main.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_step_is_done_with_one_key_and_the_focus_goes_to_the_next_one(plan):
    first, second, *_ = names(plan)
    done = cards(plan).first.get_by_role("button", name="Done", exact=True)
    done.focus()
    plan.keyboard.press("Enter")
    settled(plan)

    expect(cards(plan).first).to_contain_text(second, timeout=20_000)
    expect(cards(plan).first.get_by_role("button", name="Done", exact=True)).to_be_focused()
    expect(plan.get_by_text("Done (1)")).to_be_visible()
    expect(plan.get_by_text(f"{first} is done.")).to_be_visible()
