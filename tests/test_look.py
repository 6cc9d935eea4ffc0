"""Each page at the width of a phone, a tablet and a laptop, and the way to the pages."""

import pytest
from browsing import MORE, PAGES, WIDE, fill_page, open_page, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
WIDTHS = (390, 820, 1440)


@pytest.mark.parametrize(("title", "path"), PAGES)
def test_no_page_scrolls_sideways(sampled, title, path):
    sampled.set_viewport_size(WIDE)
    open_page(sampled, title)
    fill_page(sampled, path)

    for width in WIDTHS:
        sampled.set_viewport_size({"width": width, "height": 900})
        sampled.wait_for_timeout(200)
        for _ in range(20):
            # Tables and figures take their new width a moment after the window has its own.
            if sampled.evaluate(WIDEST):
                sampled.wait_for_timeout(200)
        assert sampled.evaluate(WIDEST) == [], f"at {width} pixels"


WIDEST = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    const scrolls = main.scrollWidth > main.clientWidth || document.documentElement.scrollWidth > innerWidth;
    if (!scrolls) return [];
    return [...main.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 120)).slice(0, 5);
}"""
"""The first elements that stick out of the window where something scrolls sideways."""


def test_every_page_is_in_sight_on_a_tablet_without_opening_a_menu(sampled):
    sampled.set_viewport_size({"width": 820, "height": 900})
    sampled.wait_for_timeout(300)

    for title, _ in PAGES:
        if title not in MORE:
            expect(sampled.get_by_role("link", name=title, exact=True).first).to_be_in_viewport()
    expect(sampled.get_by_test_id("stTopNavSection")).to_be_in_viewport()


def test_on_a_phone_the_button_to_the_pages_says_so_and_leads_to_each(browser, address):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    settled(page)

    button = page.get_by_test_id("stExpandSidebarButton")
    assert button.evaluate("one => getComputedStyle(one, '::after').content") == '"Pages"'
    button.click()
    for title, _ in PAGES:
        expect(page.get_by_role("link", name=title, exact=True).first).to_be_visible()
    page.close()
