"""The marked text of a resume: what each mark says, to everybody who meets it."""

import re

import pytest
from browsing import ROOT, open_page, read_sample, settled
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest
from test_pages import go, paste


def marked(text):
    """The HTML that shows a pasted resume."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return next(
        element.proto.body
        for element in go(paste(app, text), "resume").get("html")
        if 'class="resume"' in element.proto.body
    )


def test_a_mark_says_skill_level_rule_and_what_is_claimed_here():
    body = marked("SKILLS\nPython\nCurrently learning Docker\n")

    tips = dict(re.findall(r'<span>([^<]+)</span>.*?<span role="tooltip" id="mark-\d+">(.*?)</span></mark>', body))
    assert tips["Python"] == (
        "<b>Python</b>, level 1 (named). Named in the skills list, not shown in a job or project."
        "<br>Here: shown or named, in the section skills."
    )
    assert tips["Docker"] == (
        "<b>Docker</b>, level 0 (none). The resume says it is being learned; that counts as no level."
        "<br>Here: being learned, in the section skills."
    )


def test_the_legend_names_the_claims_that_occur_and_no_other():
    body = marked("SKILLS\nPython\nNo experience with Docker\n")

    legend = re.findall(r"</mark> ([^<]+)</li>", body)
    assert legend == ["shown or named", "said not to be there"]


def test_each_mark_is_described_by_its_own_explanation():
    body = marked("SKILLS\nPython, SQL, Linux, Git\n")

    described = re.findall(r'aria-describedby="([^"]+)"', body)
    assert described == [f"mark-{number}" for number in range(4)]
    assert re.findall(r'role="tooltip" id="([^"]+)"', body) == described


def test_a_correction_in_the_users_words_is_escaped():
    body = marked("SKILLS\n<b onclick=alert(1)>Python</b> costs $5 or $6\n")

    assert "<b onclick" not in body
    assert "&#36;5" in body


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_the_tab_key_goes_through_the_marks_and_shows_each_explanation_inside_the_window(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(address)
    settled(page)
    read_sample(page)
    open_page(page, "Resume")
    marks = page.locator(".resume mark")
    page.locator(".resume").focus()

    for number in range(marks.count()):
        page.keyboard.press("Tab")
        tip = marks.nth(number).get_by_role("tooltip")
        box = tip.bounding_box()
        assert box, f"mark {number} shows nothing"
        assert (box["x"] >= 0, box["x"] + box["width"] <= width) == (True, True)
        assert (box["y"] >= 0, box["y"] + box["height"] <= 844) == (True, True)
    page.close()


@pytest.mark.browser
def test_the_escape_key_closes_what_a_mark_says_until_it_is_met_again(page):
    read_sample(page)
    open_page(page, "Resume")
    first, second = page.locator(".resume mark").nth(0), page.locator(".resume mark").nth(1)
    first.hover()
    expect(first.get_by_role("tooltip")).to_be_visible()

    page.keyboard.press("Escape")
    expect(first.get_by_role("tooltip")).to_be_hidden()

    second.hover()
    expect(second.get_by_role("tooltip")).to_be_visible()
    first.hover()
    expect(first.get_by_role("tooltip")).to_be_visible()


@pytest.mark.browser
def test_a_mark_is_explained_when_it_is_tapped(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    settled(page)
    read_sample(page)
    open_page(page, "Resume")

    page.locator(".resume mark").nth(3).tap()

    expect(page.locator(".resume [role=tooltip]:visible")).to_contain_text("level")
    context.close()
