"""What the owner says of sections and entries that were read wrongly, and everything that follows from it."""

from datetime import date

import pytest

from skillgap import pipeline
from skillgap.model.resume import Document, LayoutCorrection

RESUME = """Ann Example

EXPERIENCE
Technician, Campus Help Desk
September 2024 - May 2025
- Imaged 40 laptops with PowerShell
Network Tools
- Traced faults with Wireshark

Home lab, January 2023 - March 2023
- Ran Docker on Linux

SKILLS
Python, SQL

INTERESTS
Kubernetes
"""
TODAY = date(2026, 11, 23)


@pytest.fixture
def reading(extractor, known):
    return lambda *layout: pipeline.interpret(Document("a.txt", RESUME), extractor, known, today=TODAY, layout=layout)


def part(kind, first, last=None, section=""):
    """A correction of the lines from the one that begins so to the one that ends so."""
    start = RESUME.index(first)
    end = RESUME.index(last or first, start) + len(last or first)
    return LayoutCorrection(kind, start, end, section)


def sections(found):
    return [(one.kind, RESUME[one.start : one.end].splitlines()[0]) for one in found.outline.sections]


def jobs(found):
    return [RESUME[one.start : one.end].splitlines()[-1] for one in found.outline.entries if one.kind == "experience"]


def claim(found, skill_id):
    (mention,) = [one for one in found.mentions if one.skill_id == skill_id]
    return mention.section, mention.assertion


def test_what_is_so_already_changes_nothing(reading):
    assert reading(part("split", "EXPERIENCE"), part("section", "SKILLS", "Python, SQL", "skills")) == reading()


def test_a_moved_section_takes_its_heading_and_its_claims_along(reading):
    assert claim(reading(), "kubernetes") == ("interests", "wanted")

    found = reading(part("section", "INTERESTS", "Kubernetes", "skills"))

    assert sections(found)[-2:] == [("skills", "SKILLS"), ("skills", "INTERESTS")]
    assert claim(found, "kubernetes") == ("skills", "held")
    assert found.profile.level("kubernetes") == 1


def test_a_moved_line_has_a_section_of_its_own_and_the_lines_around_it_keep_theirs(reading):
    found = reading(part("section", "Python, SQL", section="projects"))

    assert [kind for kind, _ in sections(found)] == ["top", "experience", "skills", "projects", "interests"]
    assert found.profile.level("python") == 2
    assert reading().profile.level("python") == 1
    assert "\n".join(RESUME[one.start : one.end] for one in found.outline.sections).split() == RESUME.split()


def test_a_line_moved_to_the_section_before_it_goes_on_with_it(reading):
    moved = part("section", "SKILLS", section="experience")
    lines = part("section", "Python, SQL", section="experience")

    found = reading(moved, lines)

    assert [kind for kind, _ in sections(found)] == ["top", "experience", "interests"]
    assert RESUME.index("SKILLS") not in [start for start, _ in found.outline.headings]


def test_two_jobs_that_were_read_as_one_are_split_and_each_has_its_own_months(reading):
    assert len(jobs(reading())) == 2

    joined = reading(part("join", "Home lab, January"))

    assert jobs(joined) == ["- Ran Docker on Linux"]
    assert joined.profile.find("docker").months == 9
    assert reading().profile.find("docker").months == 3
    split = reading(part("join", "Home lab, January"), part("split", "Home lab, January"))
    assert split == reading()


def test_a_split_begins_an_entry_with_its_own_block(reading):
    found = reading(part("split", "Network Tools"))

    assert jobs(found) == [
        "- Imaged 40 laptops with PowerShell",
        "- Traced faults with Wireshark",
        "- Ran Docker on Linux",
    ]
    assert found.profile.find("wireshark").months == 0
    assert reading().profile.find("wireshark").months == 9


def test_the_first_entry_of_a_section_cannot_be_joined_to_another_section(reading):
    assert reading(part("join", "SKILLS")) == reading()


def test_a_place_outside_of_the_text_changes_nothing(reading):
    far = len(RESUME) + 10

    assert (
        reading(LayoutCorrection("section", far, far + 5, "skills"), LayoutCorrection("split", far, far + 1))
        == reading()
    )
