"""What several test modules share: the real taxonomy, one extractor, and ways to read a line or build a small world."""

from pathlib import Path

import pytest

from skillgap import taxonomy
from skillgap.catalogue import Alias, Link, Requirement, Resource, RoleProfile, Skill
from skillgap.model import Document, Mention
from skillgap.nlp import Extractor
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"


@pytest.fixture(scope="session")
def known():
    return taxonomy.load()


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
