"""What several test modules share: the real taxonomy, one extractor, and ways to read a line or build a small world."""

from pathlib import Path

import browsing
import pytest

from skillgap import taxonomy
from skillgap.model.learning import Module, Resource
from skillgap.model.resume import Document, HeldSkill, Mention, SkillProfile
from skillgap.model.role import Requirement, RoleProfile, Topic
from skillgap.model.taxonomy import Alias, Link, Skill
from skillgap.nlp.extractor import Extractor
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"


def pytest_collection_modifyitems(items):
    """Browser tests come first: files of theirs take longest, and what is short fills up the end of a parallel run."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(scope="session")
def server_log(tmp_path_factory):
    """File of the warnings and errors that the dashboard's server logs."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def address(server_log):
    """Address of the dashboard, started once for all browser tests."""
    with server_log.open("w") as log, browsing.served(log=log) as url:
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


@pytest.fixture(scope="module")
def sampled(laptop, address):
    """A session of a module's own on a laptop screen, with an invented resume and a target."""
    opened = laptop.new_page()
    opened.goto(address)
    browsing.settled(opened)
    browsing.read_sample(opened)
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


@pytest.fixture(scope="session")
def skill():
    """A skill with as few words as possible."""

    def make(skill_id, *, name="", kind="tool", **links):
        ties = tuple(Link(relation, other, "because") for relation, others in links.items() for other in others)
        label = name or skill_id.capitalize()
        return Skill(skill_id, label, "things", kind, f"About {skill_id}.", (Alias(label, "any-case"),), links=ties)

    return make


def profile_of(**levels):
    """A profile that shows these skills at these levels; a hyphen in an id is written as an underscore."""
    held = (HeldSkill(skill_id.replace("_", "-"), level, "shown") for skill_id, level in sorted(levels.items()))
    return SkillProfile("ann", tuple(held))


@pytest.fixture(scope="session")
def resource():
    """A resource of modules: the skills of each, with blanks between them, and its hours."""

    def make(resource_id, modules, *, level=2, kind="course", cost="free", **fields):
        parts = tuple(Module(tuple(skills.split()), level, hours) for skills, hours in modules.items())
        return Resource(
            resource_id, resource_id.title(), "Somebody", f"https://example.com/{resource_id}", kind,
            sum(modules.values()), "provider", "as they say", cost, "here", parts, **fields,
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def topic():
    """A topic with its demands, each as (skill, importance, level, *alternatives); without any it asks for its name."""

    def make(topic_id, study, proof, *demands, tier="core", after=(), variants=(), task=""):
        asked = tuple(
            Requirement(skill_id, weight, level, tier, tuple(others), topic_id=topic_id)
            for skill_id, weight, level, *others in demands or ((topic_id, 5, 2),)
        )
        name, skill_ids = topic_id.capitalize(), tuple(one.skill_id for one in asked)
        task = task or f"Make something with {name}."
        made = Topic(
            topic_id, name, tier, after, study, proof, task, f"{name} is needed.", "made up", skill_ids, variants
        )
        return made, asked

    return make


@pytest.fixture(scope="session")
def world():
    """A taxonomy of exactly these skills and resources, with one role of these topics and other demands."""

    def make(skills, demands=(), resources=(), topics=(), **role):
        requirements = [one for _, asked in topics for one in asked] + [Requirement(*demand) for demand in demands]
        ladder = tuple(one for one, _ in topics)
        tester = RoleProfile("tester", "Tester", "Tests.", "made up", tuple(requirements), topics=ladder, **role)
        return Taxonomy(
            {}, {one.id: one for one in skills}, {"tester": tester}, {one.id: one for one in resources}, {}, {}, {}
        )  # fmt: skip

    return make


@pytest.fixture
def mention():
    def make(skill_id, start=0, **fields):
        surface = skill_id
        values = {"section": "skills", "assertion": "held", "listed": True} | fields
        return Mention(skill_id, surface, start, start + len(surface), **values)

    return make
