"""What several test modules share: the real taxonomy, one extractor, and ways to read a line or build a small world."""

from pathlib import Path

import browsing
import pytest

from skillgap import taxonomy
from skillgap.model.learning import Resource
from skillgap.model.resume import Document, Mention
from skillgap.model.role import Requirement, RoleProfile
from skillgap.model.taxonomy import Alias, Link, Skill
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"


def pytest_collection_modifyitems(items):
    """Browser tests come first: files of theirs take longest, and what is short fills up the end of a parallel run."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(scope="session")
def address():
    """Address of the dashboard, started once for all browser tests."""
    with browsing.served() as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all browser tests."""
    if reason := browsing.missing():
        pytest.fail(reason) if browsing.must_have_browser() else pytest.skip(reason)
    with browsing.chromium() as started:
        yield started


@pytest.fixture(scope="session")
def laptop(browser):
    """A laptop screen, whose windows load the scripts of the dashboard once; each window is a session of its own."""
    context = browser.new_context(viewport=browsing.WIDE, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(laptop, address):
    """A fresh session on a laptop screen."""
    opened = laptop.new_page()
    opened.goto(address)
    browsing.settled(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def inspected():
    """Our data as read, and its faults."""
    return taxonomy.load_with_faults()


@pytest.fixture(scope="session")
def known(inspected):
    return inspected[0]


@pytest.fixture(scope="session")
def extractor(known):
    return Extractor(known)


@pytest.fixture
def read(extractor):
    """Mentions of a text given as a string."""
    return lambda text: extractor.extract(Document("line.txt", text)).mentions


@pytest.fixture
def skill():
    """A skill with as few words as possible."""

    def make(skill_id, *, name="", kind="tool", **links):
        ties = tuple(Link(relation, other, "because") for relation, others in links.items() for other in others)
        label = name or skill_id.capitalize()
        return Skill(skill_id, label, "things", kind, f"About {skill_id}.", (Alias(label, "any-case"),), links=ties)

    return make


@pytest.fixture
def resource():
    def make(resource_id, skill_id, *, hours, level=2, cost="free"):
        return Resource(
            resource_id, resource_id.title(), "Somebody", f"https://example.com/{resource_id}", (skill_id,), "course",
            level, hours, "curated", cost, "here",
        )  # fmt: skip

    return make


@pytest.fixture
def world():
    """A taxonomy of exactly these skills, demands and resources."""

    def make(skills, demands=(), resources=()):
        role = RoleProfile("tester", "Tester", "Tests.", "made up", tuple(Requirement(*demand) for demand in demands))
        return Taxonomy(
            {}, {one.id: one for one in skills}, {"tester": role}, {one.id: one for one in resources}, {}, {}, {}
        )  # fmt: skip

    return make


@pytest.fixture
def mention():
    def make(skill_id, start=0, **fields):
        surface = skill_id
        values = {"section": "skills", "assertion": "held", "listed": True} | fields
        return Mention(skill_id, surface, start, start + len(surface), **values)

    return make
