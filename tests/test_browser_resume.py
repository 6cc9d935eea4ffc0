"""The resume beside its skills, in a real browser: where the marks lie, what picking does, and what answers change."""

import io
import unicodedata

import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import ROOT, SUPPORT, choose_role, open_page, read_sample, settled, upload
from playwright.sync_api import expect
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.browser
LAYOUTS = ROOT / "tests" / "layouts"
RESUME = ROOT / "tests" / "fixtures" / "resumes" / "support_one_column.pdf"
PRODUCERS = (
    "canvas-rotate-90", "canvas-rotate-270", "chromium-landscape", "docx-two-pages", "latex-multicol",
    "typst-sidebar-right", "weasyprint-sidebar-hyphens",
)  # fmt: skip


def brought(page, path, width=1440):
    """The Resume page with a file read, at a width."""
    upload(page, path)
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible(timeout=60_000)
    open_page(page, "Resume")
    page.set_viewport_size({"width": width, "height": 900})
    expect(page.locator(".view .head").first).to_be_visible()
    settled(page)
    return page


@pytest.fixture(scope="module")
def resume(laptop, address):
    """A session with a PDF read."""
    page = laptop.new_page()
    page.goto(address)
    settled(page)
    yield brought(page, RESUME)
    page.close()


MARKS = """() => [...document.querySelectorAll('*')].map(one => one.shadowRoot).filter(Boolean).flatMap(
    root => [...root.querySelectorAll('.page')]).flatMap((sheet, number) => {
        const frame = sheet.getBoundingClientRect();
        return [...sheet.querySelectorAll('.mark')].map(mark => {
            const box = mark.getBoundingClientRect();
            return {page: number, skill: mark.dataset.skill, said: mark.getAttribute('aria-label') || '',
                left: (box.left - frame.left) / frame.width, right: (box.right - frame.left) / frame.width,
                top: (box.top - frame.top) / frame.height, bottom: (box.bottom - frame.top) / frame.height};
        });
    })"""
"""Each mark on the pages as it lies on the screen, its edges as shares of its page."""


def written(page, mark):
    """The letters of a PDF page whose middle lies in a mark."""
    across, down = float(page.width), float(page.height)
    inside = [
        letter
        for letter in page.chars
        if mark["left"] * across < (letter["x0"] + letter["x1"]) / 2 < mark["right"] * across
        and mark["top"] * down < (letter["top"] + letter["bottom"]) / 2 < mark["bottom"] * down
    ]
    joined = "".join(letter["text"] for letter in sorted(inside, key=lambda letter: letter["x0"]))
    return unicodedata.normalize("NFKC", joined).replace(" ", "")


@pytest.mark.parametrize("name", PRODUCERS)
def test_each_mark_lies_over_the_word_that_it_names(page, name):
    path = LAYOUTS / f"{name}.pdf"
    brought(page, path)

    marks = page.evaluate(MARKS)

    assert len(marks) > 15
    with pdfplumber.open(path) as opened:
        seen = [(written(opened.pages[mark["page"]], mark), mark["said"]) for mark in marks]
    whole = [(letters, said.split(",")[0].split(":")[0].replace(" ", "")) for letters, said in seen if said]
    wrong = [(letters, word) for letters, word in whole if letters.casefold() != word.casefold()]
    # A mention that runs over two lines has a second mark, which says nothing of its own.
    assert [one for one in wrong if not one[1].casefold().startswith(one[0].casefold().rstrip("-\u2010"))] == []
    assert len(wrong) <= 0.2 * len(whole)
    assert all(letters for letters, _ in seen)


def test_picking_a_mark_opens_its_skill_and_picking_a_skill_its_marks(resume):
    mark = resume.locator(".view [role=button][data-skill=virtualbox]").first
    mark.click()

    head = resume.locator("[data-focus=skill-virtualbox]")
    expect(head).to_have_attribute("aria-expanded", "true")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport()
    expect(resume.locator("#skill-virtualbox")).to_contain_text("in VirtualBox")

    resume.locator("[data-focus=skill-servicenow]").click()

    expect(resume.locator(".page .picked")).to_have_count(1)
    expect(resume.locator(".page .picked")).to_have_attribute("data-skill", "servicenow")
    expect(head).to_have_attribute("aria-expanded", "false")
    resume.locator("#skill-servicenow").get_by_role("button", name="Show in the resume").click()
    expect(resume.locator(".page .picked")).to_be_focused()
    expect(resume.locator(".page .picked")).to_be_in_viewport()


def test_the_keyboard_goes_from_mark_to_mark_and_to_the_skill(resume):
    pane = resume.locator(".view .pane")
    pane.focus()
    resume.keyboard.press("Tab")
    resume.keyboard.press("End")
    resume.keyboard.press("Home")
    first = resume.locator(".view .pane [role=button]").first
    expect(first).to_be_focused()
    resume.keyboard.press("ArrowRight")
    second = resume.locator(".view .pane [role=button]").nth(1)
    expect(second).to_be_focused()
    resume.keyboard.press("Enter")

    head = resume.locator(f"[data-focus=skill-{second.get_attribute('data-skill')}]")
    expect(head).to_be_focused()
    expect(second).to_have_attribute("aria-pressed", "true")
    resume.keyboard.press("Tab")
    resume.keyboard.press("Tab")
    expect(resume.get_by_role("button", name="Not mine")).to_be_focused()


def test_each_answer_is_one_click_and_so_is_the_way_back(page):
    brought(page, RESUME)
    page.locator("[data-focus=skill-virtualbox]").click()

    page.get_by_role("button", name="Not mine").click()
    expect(page.locator(".group", has_text="You removed it.").locator(".head")).to_have_text("VirtualBoxset by you")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator(".group", has_text="You removed it.")).to_have_count(0)

    page.get_by_role("button", name="Only listed").click()
    expect(page.locator("#skill-virtualbox")).to_contain_text("You said: only listed")
    expect(
        page.locator(".group", has_text="It is only in a list.").locator("[data-focus=skill-virtualbox]")
    ).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()

    page.get_by_text("I used it in").click()
    page.get_by_role("button", name="Sales Associate, Copper State Hardware").click()
    expect(page.locator("#skill-virtualbox")).to_contain_text(
        "You said: used in Sales Associate, Copper State Hardware"
    )
    page.get_by_role("button", name="Undo", exact=True).click()

    page.get_by_text("I used it in").click()
    page.get_by_role("textbox", name="Another place where you used it").fill("<b>My own</b> lab")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#skill-virtualbox")).to_contain_text("Set by you: used in <b>My own</b> lab.")


@pytest.mark.parametrize("path", [RESUME, LAYOUTS / "chromium-landscape.pdf"], ids=lambda path: path.stem)
def test_on_a_phone_the_skills_stand_below_the_page_and_nothing_scrolls_sideways(page, path):
    brought(page, path, width=390)

    pane, skills = page.locator(".view .pane").bounding_box(), page.locator(".view .skills").bounding_box()
    assert skills["y"] >= pane["y"] + pane["height"]
    assert pane["width"] <= 390
    assert page.get_by_test_id("stMain").evaluate("one => one.scrollWidth <= one.clientWidth")
    page.locator(".view [role=button]").first.click()
    expect(page.locator(".view [aria-expanded=true]")).to_be_in_viewport()
    assert page.get_by_test_id("stMainBlockContainer").evaluate("one => one.scrollHeight") < 4000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_pictures_with_a_skill_open(resume, scheme):
    resume.set_viewport_size({"width": 1440, "height": 900})
    resume.emulate_media(color_scheme=scheme)
    if resume.locator("[data-focus=skill-dns]").get_attribute("aria-expanded") == "false":
        resume.locator("[data-focus=skill-dns]").click()
    resume.get_by_text("I used it in").click()
    resume.mouse.move(0, 0)
    settled(resume, quiet=1000)

    found = Axe().run(resume, options={"resultTypes": ["violations"]}).response["violations"]

    assert [f"{rule['id']}: {node['html'][:150]}" for rule in found for node in rule["nodes"]] == []
    resume.emulate_media(color_scheme="light")


def test_words_in_sight_are_few_whatever_the_resume_holds(resume):
    words = resume.locator(".view .skills").inner_text().split()
    others = resume.get_by_test_id("stMainBlockContainer").inner_text().split()

    assert len(words) + len(others) <= 450


def test_a_text_is_shown_with_its_marks_and_never_runs_as_html(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.get_by_text("Paste the text of a resume").click()
    text = (
        "SKILLS\nPython, SQL\n<script>alert(1)</script> <img src=x onerror=alert(2)> ![x](http://example.com/x) $5 $6"
    )
    page.get_by_role("textbox", name="The text of the resume").fill(text)
    page.get_by_role("button", name="Read the pasted text").click()
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible(timeout=60_000)
    open_page(page, "Resume")

    expect(page.locator(".view .body")).to_have_text(text, use_inner_text=True)
    page.locator(".view .body [role=button]").first.click()
    expect(page.locator("[data-focus=skill-python]")).to_have_attribute("aria-expanded", "true")
    assert [one for one in asked if "example.com" in one or one in {"1", "2"}] == []


def test_a_page_of_a_huge_size_is_shown_as_text_with_a_sentence(page, tmp_path):
    canvas = Canvas(buffer := io.BytesIO(), pagesize=(14_400, 14_400))
    canvas.drawString(100, 9_000, "Skills: Python, Linux and SQL in a list of skills")
    canvas.save()
    (tmp_path / "huge.pdf").write_bytes(buffer.getvalue())

    brought(page, tmp_path / "huge.pdf")

    expect(page.get_by_text("Page 1 of huge.pdf has a size that cannot be drawn, so its text is shown")).to_be_visible()
    expect(page.locator(".view .body [role=button]")).to_have_count(3)


def test_a_correction_reaches_the_plan(page):
    read_sample(page, target=SUPPORT)
    open_page(page, "Resume")
    choose_role(page, SUPPORT)
    open_page(page, "Target & gaps")
    before = page.get_by_test_id("stMetricValue").first.inner_text()

    open_page(page, "Resume")
    page.locator("[data-focus=skill-active-directory]").click()
    page.get_by_role("button", name="Not mine").click()
    settled(page)
    open_page(page, "Target & gaps")

    assert page.get_by_test_id("stMetricValue").first.inner_text() != before
