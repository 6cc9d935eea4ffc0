"""A student held against a role: whose target counts, and what each cell says."""

from datetime import date

import pytest

from skillgap import pipeline
from skillgap.cohort import standings
from skillgap.model.cohort import Student, demand_key
from skillgap.model.resume import Document

TODAY = date(2026, 11, 29)
TEXT = """Ann Example
Projects
Home lab, 2026
- Configured DNS and DHCP on Windows Server
Skills
Python, Git, Linux
Currently learning Docker
"""


@pytest.fixture(scope="module")
def reading(extractor, known):
    return pipeline.interpret(Document("ann.txt", TEXT), extractor, known, today=TODAY)


def test_a_students_own_target_comes_before_the_nearest_role_and_one_for_all_before_both(reading, known):
    ann = Student("S001", reading=reading, target="network-intern", target_source="roster")

    own = standings.standing(ann, known)
    for_all = standings.standing(ann, known, known.role("data-analyst-intern"))
    nearest = standings.standing(Student("S002", reading=reading), known)

    assert (own.role.id, own.source) == ("network-intern", "roster")
    assert (for_all.role.id, for_all.source) == ("data-analyst-intern", "one for all")
    assert nearest.source == "nearest"


def test_a_cell_says_shown_named_learning_or_none(reading, known):
    role = known.role("devops-intern")
    found = standings.standing(Student("S001", reading=reading), known, role)

    cells = {demand_key(gap): found.cell(gap) for gap in found.report.gaps}

    assert cells["git"] == "named"
    assert cells["docker"] == "learning"
    assert cells["kubernetes"] == "none"
    assert {demand_key(gap) for gap in found.gaps_in("named")} >= {"git"}


def test_a_student_without_a_resume_stands_nowhere(known):
    assert standings.standing(Student("S003"), known) is None
    assert standings.standings([Student("S003")], known) == ()


def test_every_demand_of_the_role_has_one_cell(reading, known):
    for role in known.roles.values():
        found = standings.standing(Student("S001", reading=reading), known, role)
        assert set(found.cells) == {demand_key(gap) for gap in found.report.gaps}
        for gap in found.report.gaps:
            if not gap.shortfall:
                assert found.cell(gap) in {"shown", "named"}
