"""Who first: each reason with its proof, the most urgent first, never a score."""

from datetime import date
from types import SimpleNamespace

import pytest
from fixtures import make_cohort

from skillgap import pipeline
from skillgap.cohort import desk, reasons, standings
from skillgap.cohort.desk import Filters
from skillgap.model.cohort import REASONS, Student
from skillgap.model.resume import Document

TODAY = date(2026, 11, 29)
BARE = """Ann Example
Education
BSc Information Technology, Aire Valley University
Skills
HTML, CSS, JavaScript, React, Git
"""
STRONG = """Bob Example
Projects
Shop, 2026
- Built pages in HTML, CSS and JavaScript with React and TypeScript
- Wrote unit tests with Jest, reviewed code on GitHub with Git and called a REST API
- Debugged the site with DevTools and made it responsive and accessible
"""
SOFT = """Cleo Example
Skills
teamwork, communication, problem solving, time management
"""


@pytest.fixture
def why(extractor, known):
    """Reason -> proof, of one student."""

    def found(words="", *, today=TODAY, unchanged=None, **fields):
        reading = pipeline.interpret(Document("x.txt", words), extractor, known, today=TODAY) if words else None
        student = Student("S001", reading=reading, **fields)
        stand = standings.standings([student], known)
        items = reasons.queue([student], stand, known, today=today, unchanged=unchanged)
        return {reason.kind: reason.proof for item in items for reason in item.reasons}

    return found


def test_who_has_no_resume_and_whose_file_cannot_be_read(why):
    assert why(on_roster=True) == {"no resume": "On the class list, but no file belongs to this student."}
    named = why(on_roster=True, unread="Maria Miller.pdf is locked.", files=("Year 1/Maria Miller.pdf",))
    assert named == {"unreadable": "The file is locked."}


@pytest.mark.parametrize(
    ("day", "proof"),
    [
        ("2026-11-29", "Graduates on 2026-11-29, in 0 days."),
        ("2027-01-28", "Graduates on 2027-01-28, in 60 days."),
        ("2027-01-29", None),
        ("2026-11-28", None),
    ],
)
def test_a_graduation_within_sixty_days_is_soon(why, day, proof):
    assert why(STRONG, target="frontend-intern", graduation=day).get("deadline soon") == proof


def test_the_deadline_of_the_students_own_plan_counts_where_it_is_earlier(why):
    found = why(STRONG, target="frontend-intern", graduation="2027-01-20", deadline="2026-12-24")

    assert found["deadline soon"] == "Applies by 2026-12-24, in 25 days."


def test_a_target_is_far_under_a_quarter_of_the_must_haves(why, known):
    found = why(BARE, target="frontend-intern")

    must = len([one for one in known.role("frontend-intern").requirements if one.tier == "core"])
    assert found["target far"] == f"Meets 0 of {must} must-haves of Front-end developer intern."
    assert "target far" not in why(STRONG, target="frontend-intern")


def test_three_skills_that_no_line_shows_are_named(why):
    proof = why(BARE, target="frontend-intern")["not shown"]

    assert proof.startswith("Names ")
    assert "React" in proof
    assert "not shown" not in why(STRONG, target="frontend-intern")


def test_soft_skills_alone_are_no_reason(why, known):
    shown_but_soft = STRONG + "\n".join(SOFT.splitlines()[1:])

    assert why(shown_but_soft, target="frontend-intern") == {}


def test_two_equally_near_roles_and_no_target_are_a_reason(why):
    found = why(STRONG, nearest="frontend-intern", rivals=("qa-intern",))
    decided = why(STRONG, target="frontend-intern", target_source="roster", rivals=("qa-intern",))

    assert found["between roles"] == (
        "No target is set, and the resume fits Front-end developer intern and "
        "QA and test automation intern equally well."
    )
    assert "between roles" not in decided


def test_a_resume_that_has_not_changed_says_since_when(why):
    found = why(STRONG, target="frontend-intern", unchanged={"S001": "2026-09-01"})

    assert found["unchanged"] == "The resume has not changed since 2026-09-01."


def test_the_queue_goes_by_urgency_then_minutes_then_id(known):
    students = [
        Student("S003", on_roster=True),
        Student("S002", on_roster=True, unread="x is locked."),
        Student("S001", on_roster=True),
        Student("S004", on_roster=True, graduation="2026-12-10"),
        Student("S005"),
    ]

    found = reasons.queue(students, [], known, today=TODAY)

    assert [item.student.id for item in found] == ["S004", "S001", "S003", "S002"]
    assert all(reason.proof and reason.minutes for item in found for reason in item.reasons)
    assert set(reasons.MINUTES) == set(REASONS)


def test_filters_leave_who_fits_all_of_them(extractor, known):
    students = tuple(
        Student(
            f"S{number:03}",
            reading=pipeline.interpret(Document("x.txt", make_cohort.text(number)), extractor, known, today=TODAY),
            group=make_cohort.person(number)[3],
            target=make_cohort.person(number)[2],
        )
        for number in range(12)
    )
    stand = standings.standings(students, known)
    seen = SimpleNamespace(
        of=lambda **wanted: desk.view(
            students, stand, known, today=TODAY, threshold=5, filters=Filters(**wanted), status={"S001": "ready"}
        )
    )

    assert len(seen.of().students) == 12
    assert {one.group for one in seen.of(group="Year 1").students} == {"Year 1"}
    one_role = seen.of(role="network-intern")
    assert {one.role.id for one in one_role.standings} == {"network-intern"}
    assert one_role.filters == "role: Network engineering intern"
    assert [one.id for one in seen.of(status="ready").students] == ["S001"]
    assert {item.student.id for item in seen.of(reason="target far").queue} == {
        one.id for one in seen.of(reason="target far").students
    }
    assert seen.of(group="nowhere").students == ()
