"""Which roles a resume is nearest to: what its writer is called, then what they show."""

from datetime import date

import pytest
from conftest import profile_of

from skillgap import pipeline, role_ranking
from skillgap.model.resume import Document, ResumeReading
from skillgap.model.role import Requirement, RoleProfile

TODAY = date(2026, 11, 29)


def role(role_id, titles, *demands):
    return RoleProfile(role_id, role_id, "", "", tuple(Requirement(*one) for one in demands), titles=titles)


@pytest.fixture(scope="session")
def two(world, skill):
    """A baker, who bakes, and a data analyst, who counts; both are patient."""
    known = world([skill("bake"), skill("count"), skill("patience", kind="soft")])
    known.roles.clear()
    for one in (
        role("baker", ("baker", "pastry chef"), ("bake", 5, 2), ("patience", 5, 2, "soft")),
        role("data-analyst", ("data analyst",), ("count", 5, 2), ("patience", 1, 2, "soft")),
    ):
        known.roles[one.id] = one
    return known


@pytest.fixture
def read(extractor, known):
    """The reading of a text, with a profile of one's own."""

    def make(text, **levels):
        found = pipeline.interpret(Document("ann.txt", text), extractor, known, today=TODAY)
        return ResumeReading(found.document, profile_of(**levels), found.terms, found.outline)

    return make


def places(reading, known):
    return [report.role.id for report in role_ranking.rank_roles(reading, known)]


def test_roles_stand_by_technical_coverage_and_equal_ones_by_id(read, two):
    assert places(read("Ann"), two) == ["baker", "data-analyst"]
    assert places(read("Ann", count=1), two) == ["data-analyst", "baker"]


def test_soft_skills_do_not_decide(read, two):
    assert places(read("Ann", count=1, patience=3), two) == ["data-analyst", "baker"]


FAR = "Ann Lee\nStreet\nTown\nPhone\nMail\nPage\n\n"
"""Six lines, so that what follows is not the opening."""
JOB = "EXPERIENCE\nFirm\n{title}, Jan 2025 - Mar 2025\n- Swept the floor\n"


@pytest.mark.parametrize(
    ("text", "bonus"),
    [
        ("Ann Lee\nData analyst\n", 0.25),
        ("Ann Lee\nData-Analysts\n", 0.25),
        ("Ann Lee\nMetadata analyst\n", 0),
        (FAR + "SUMMARY\nI want to be a data analyst.\n", 0.25),
        (FAR + JOB.format(title="Data analyst"), 0.15),
        (FAR + JOB.format(title="Baker"), 0),
        (FAR + JOB.format(title="Helper").replace("the floor", "for a data analyst"), 0),
        (FAR + JOB.format(title="Helper of the whole firm in all that has to do with the work of a data analyst"), 0),
        (FAR + "EDUCATION\nData analyst diploma, Some College, 2025\n", 0.05),
        ("Data analyst\n\nSUMMARY\nData analyst\n\n" + JOB.format(title="Data analyst"), 0.5),
    ],
)
def test_a_title_is_worth_by_its_place_and_all_together_at_most_half(read, two, text, bonus):
    assert role_ranking.title_bonus(read(text), two)["data-analyst"] == pytest.approx(bonus)


def test_a_title_decides_among_roles_that_are_about_equally_covered(read, two):
    assert places(read("Ann Lee\nPastry chef\n"), two)[0] == "baker"
    assert places(read("Ann Lee\nData analyst\n"), two)[0] == "data-analyst"
    # Half of the other role outweighs one title in the opening.
    assert places(read("Ann Lee\nData analyst\n", bake=1), two)[0] == "baker"


def test_a_role_without_titles_has_no_bonus(read, world, skill):
    known = world([skill("bake")])

    assert role_ranking.title_bonus(read("Tester"), known) == {}
    assert places(read("Tester"), known) == ["tester"]
