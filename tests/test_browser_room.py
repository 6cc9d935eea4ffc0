"""The room that the pages of the advice take: words before a fold is opened, heights, widths, folds held to axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import ROOT, SUPPORT, choose_role, open_page, settled, upload

pytestmark = pytest.mark.browser
MOST_WORDS = 450
MOST_PIXELS = 2000
STUDENTS = (
    ROOT / "data" / "samples" / "it-support.txt",
    ROOT / "data" / "samples" / "data.txt",
    ROOT / "tests" / "fixtures" / "resumes" / "web.txt",
)
PAGES = ("Resume", "Target & gaps", "Plan", "My internship")


@pytest.fixture(scope="module", params=STUDENTS, ids=lambda path: path.stem)
def session(request, laptop, address):
    """A session with a student's resume on a laptop."""
    page = laptop.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address)
    settled(page)
    upload(page, request.param)
    choose_role(page, SUPPORT)
    yield page
    page.close()


@pytest.mark.parametrize("title", PAGES)
def test_a_page_is_read_in_a_few_minutes_and_is_not_long(session, title):
    session.set_viewport_size({"width": 1440, "height": 900})
    open_page(session, title)

    main = session.get_by_test_id("stMainBlockContainer")
    assert len(main.inner_text().split()) <= MOST_WORDS
    assert main.evaluate("one => one.scrollHeight") <= MOST_PIXELS


def test_the_feedback_is_as_short(session):
    session.set_viewport_size({"width": 1440, "height": 900})
    open_page(session, "Resume")
    session.get_by_role("tab", name="Feedback").click()
    settled(session)

    main = session.get_by_test_id("stMainBlockContainer")
    assert len(main.inner_text().split()) <= MOST_WORDS
    assert main.evaluate("one => one.scrollHeight") <= MOST_PIXELS
    session.get_by_role("tab", name="Skills").click()


@pytest.mark.parametrize("title", PAGES)
def test_axe_finds_nothing_with_every_fold_open(session, title):
    session.set_viewport_size({"width": 1440, "height": 900})
    open_page(session, title)
    folds = session.locator("[data-testid=stExpander] details:not([open]) > summary").locator("visible=true")
    for _ in range(folds.count()):
        folds.first.press("Enter")
        settled(session)
    assert folds.count() == 0

    found = Axe().run(session, options={"resultTypes": ["violations"]}).response["violations"]
    ours = [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if "stFileUploaderDropzone" not in node["html"]
    ]
    assert ours == []
    for width in (390, 820, 1440):
        session.set_viewport_size({"width": width, "height": 900})
        settled(session, quiet=600)
        assert session.evaluate("document.documentElement.scrollWidth") <= width
        assert session.get_by_test_id("stMain").evaluate("one => one.scrollWidth <= one.clientWidth")
