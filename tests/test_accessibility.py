"""Every page, empty and filled, light and dark, held against the rules of axe-core."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PAGES, fill_page, open_page, read_sample, settled

pytestmark = pytest.mark.browser
TITLES = dict(PAGES)
NOT_OURS = {
    ("presentation-role-conflict", "stFileUploaderDropzone"): "Streamlit's uploader labels its drop zone; its button "
    "has the focus and the name",
}
"""Rule and test id of the element -> why a violation cannot be fixed here."""


@pytest.fixture(scope="module", params=[False, True], ids=["empty", "filled"])
def session(request, laptop, address):
    """A session with or without a resume, and whether it has one."""
    page = laptop.new_page()
    page.goto(address)
    settled(page)
    if request.param:
        read_sample(page)
    yield page, request.param
    page.close()


def violations(page, **options):
    """Rule, impact and element of everything that axe finds and that is ours to fix."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == known and place in node["html"] for known, place in NOT_OURS)
    ]


@pytest.mark.parametrize("title", TITLES)
def test_axe_finds_nothing_of_ours_to_mend(session, title):
    page, has_resume = session
    page.emulate_media(color_scheme="light")
    open_page(page, title)
    if has_resume:
        fill_page(page, TITLES[title])

    assert violations(page) == []

    page.mouse.move(0, 0)
    page.emulate_media(color_scheme="dark")
    for _ in range(5):
        # Colours fade from one theme to the other; what is still too faint after that is a fault.
        page.wait_for_timeout(400)
        if not (found := violations(page, runOnly=["color-contrast", "link-in-text-block"])):
            break
    assert found == []
