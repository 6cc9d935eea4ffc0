"""The first minute in a real browser: from landing to the answer, at every width, by mouse, finger and keyboard."""

import re

import pytest
from browsing import MORE, PAGES, SUPPORT, WIDE, choose_role, fill_page, open_page, read_sample, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LAPTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
MOST_WORDS = 450
DECIMALS = re.compile(r"\d\.\d{3,}")


def height(page):
    """Pixels of everything that the open page scrolls through."""
    return page.get_by_test_id("stMain").evaluate("one => one.scrollHeight")


@pytest.mark.parametrize("sample", ["IT support", "Cybersecurity", "Data"])
def test_two_clicks_lead_from_landing_to_the_answer_without_scrolling(page, sample):
    page.set_viewport_size(LAPTOP)
    page.get_by_role("button", name=f"Sample: {sample}").click()
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible(timeout=40_000)
    settled(page)
    assert height(page) <= LAPTOP["height"]
    page.get_by_role("button", name="Aim at this").first.click()

    for card in ("You show", "Most important gaps", "Do this first", "Today, in the resume itself"):
        expect(page.get_by_role("heading", name=card)).to_be_in_viewport(ratio=1, timeout=40_000)
    settled(page)
    expect(page.get_by_role("button", name="Download recommendations (CSV)")).to_be_in_viewport(ratio=1)
    assert height(page) <= LAPTOP["height"]
    page.set_viewport_size(PHONE)
    settled(page, quiet=600)
    assert height(page) <= 2 * PHONE["height"]


def test_five_questions_are_answered_by_the_overview_alone(sampled):
    open_page(sampled, "Start")

    said = sampled.get_by_test_id("stMainBlockContainer").inner_text()
    assert sampled.locator("mark.chip").count() >= 4
    assert sampled.locator(".st-key-card-missing strong").count() >= 3
    assert re.search(r"Do this first\n+.+, \d+ h: \d+ h study and \d+ h for the task\n+Why: ", said)
    assert re.search(r"Show it: \w", said)
    assert re.search(r"Core in \d+ weeks?", said)
    assert re.search(r"Read: \d+ lines on \d+ pages?; ", said)


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_chip_shows_the_line_of_the_resume(sampled, way):
    open_page(sampled, "Start")
    chip = sampled.locator("mark.chip").nth(1)

    getattr(chip, way)()

    tip = chip.get_by_role("tooltip")
    expect(tip).to_be_visible()
    assert len(tip.inner_text()) > 10
    sampled.mouse.move(0, 0)
    sampled.evaluate("document.activeElement.blur()")


def test_a_chip_shows_the_line_when_it_is_tapped(browser, address):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    settled(page)
    read_sample(page)

    page.locator("mark.chip").first.tap()

    expect(page.locator("mark.chip [role=tooltip]:visible")).to_be_visible()
    context.close()


@pytest.mark.parametrize(("title", "path"), PAGES)
def test_a_page_says_what_matters_in_few_words_and_without_long_decimals(sampled, title, path):
    sampled.set_viewport_size(WIDE)
    open_page(sampled, title)
    fill_page(sampled, path)

    said = sampled.get_by_test_id("stMainBlockContainer").inner_text()
    assert len(said.split()) <= MOST_WORDS
    assert DECIMALS.findall(said) == []


@pytest.mark.parametrize("width", [390, 700])
def test_the_menu_of_a_narrow_window_does_not_stay_over_the_page(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(address)
    settled(page)
    for title in ("Plan", "About"):
        page.get_by_test_id("stExpandSidebarButton").click()
        menu = page.get_by_test_id("stSidebar")
        menu.get_by_role("link", name=title, exact=True).click()
        settled(page)
        expect(menu).not_to_be_in_viewport()
    page.close()


def test_every_page_is_reached_by_the_rail_or_the_navigation(sampled):
    sampled.set_viewport_size(WIDE)
    for title, path in PAGES:
        open_page(sampled, title)
        rail = sampled.locator(".st-key-rail")
        expect(rail).to_have_count(0 if title in MORE else 1)
        if title not in MORE:
            stages = rail.get_by_role("link").get_by_test_id("stMarkdownContainer")
            assert stages.all_inner_texts() == ["Resume", "Target", "Gaps", "Plan", "Prove it"]
            assert sampled.url.rpartition("/")[2].partition("?")[0] == ("" if path == "start" else path)


def test_the_stages_that_are_done_say_so_by_their_sign(page):
    page.set_viewport_size(WIDE)
    page.get_by_role("button", name="Sample: Data").click()
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible()
    settled(page)
    signs = page.locator(".st-key-stages").get_by_test_id("stIconMaterial")
    assert signs.all_inner_texts() == ["check_circle", *["radio_button_unchecked"] * 4]

    choose_role(page, SUPPORT)
    open_page(page, "Plan")

    done, left = "check_circle", "radio_button_unchecked"
    assert signs.all_inner_texts() == [done, done, left, done, left]
