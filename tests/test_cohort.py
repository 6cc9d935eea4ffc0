import io
import zipfile
from datetime import date
from functools import partial

import pytest
from conftest import FIXTURES

from skillgap import cohort, schedule
from skillgap.model.assessment import Refusal
from skillgap.model.resume import ResumeReading
from skillgap.tables import cohort as cohort_tables

TODAY = date(2026, 11, 24)
ROLE = "it-support-intern"


@pytest.fixture
def files():
    return [
        (path.name, path.read_bytes()) for path in sorted((FIXTURES / "resumes").glob("*.*")) if path.suffix != ".py"
    ]


def test_one_bad_file_is_listed_and_stops_nothing(files, extractor, known):
    broken = ("broken.pdf", b"%PDF-1.7 and nothing more")

    outcomes = cohort.read([files[0], broken, files[1]], extractor, known, today=TODAY)

    assert [type(outcome) for outcome in outcomes] == [ResumeReading, Refusal, ResumeReading]
    assert outcomes[1].name == "broken.pdf"
    assert outcomes[1].message.startswith("broken.pdf")


def test_a_zip_gives_the_same_as_its_files(files, extractor, known):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in files:
            made.writestr(f"term/{name}", data)

    packed = cohort.read(cohort.expand_zips([("term.zip", buffer.getvalue())]), extractor, known, today=TODAY)

    assert packed == cohort.read(files, extractor, known, today=TODAY)


def test_a_zip_in_a_zip_is_refused_with_what_to_do(files, extractor, known):
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr(*files[0])
    with zipfile.ZipFile(outer, "w") as made:
        made.writestr("inner.zip", inner.getvalue())

    found = cohort.read(cohort.expand_zips([("term.zip", outer.getvalue())]), extractor, known, today=TODAY)

    sentence = "inner.zip is a ZIP inside a ZIP, which is not opened. Put its files into the outer ZIP."
    assert found == (Refusal("inner.zip", sentence),)


def test_everybody_has_a_row_and_recommendations_of_their_own(files, extractor, known):
    report = cohort.assess(cohort.read(files, extractor, known, today=TODAY), known.role(ROLE), known)

    students = cohort_tables.cohort(report, known)
    assert sorted(students["student"]) == sorted(name for name, _ in files)
    assert list(students["coverage"]) == sorted(students["coverage"])
    advice = cohort_tables.recommendations(report, known)
    assert set(advice["student"]) == {name for name, _ in files}
    for assessment in report.assessments:
        mine = advice[advice["student"] == assessment.reading.document.name]
        assert len(mine) == len(assessment.plan.steps)
        assert set(mine["start"]) == {""}


def test_the_biggest_gap_is_the_technical_one_that_would_add_most(files, extractor, known):
    report = cohort.assess(cohort.read(files, extractor, known, today=TODAY), known.role(ROLE), known)

    biggest = dict(cohort_tables.cohort(report, known)[["student", "biggest_gap"]].itertuples(index=False))

    for assessment in report.assessments:
        found = assessment.report
        most = max(found.open_points(gap) for gap in found.open)
        names = {known.name(gap.skill_id) for gap in found.open if found.open_points(gap) == most}
        assert biggest[assessment.reading.document.name] in names


def test_recommendations_have_dates_where_the_hours_a_week_are_known(files, extractor, known):
    report = cohort.assess(cohort.read(files, extractor, known, today=TODAY), known.role(ROLE), known)

    dates = partial(schedule.milestones, start=TODAY, hours_a_week=5)
    advice = cohort_tables.recommendations(report, known, dates)

    assert set(advice[advice["step"] == 1]["start"]) == {TODAY.isoformat()}
    assert (advice["start"] <= advice["due"]).all()


def test_common_gaps_count_the_students_who_miss_a_demand(files, extractor, known):
    report = cohort.assess(cohort.read(files, extractor, known, today=TODAY), known.role(ROLE), known)

    common = cohort_tables.common_gaps(report, known)
    counted = sum(len(assessment.report.open) for assessment in report.assessments)
    assert common["students"].sum() == counted
    assert list(common["students"]) == sorted(common["students"], reverse=True)


def test_a_cohort_of_nobody_has_empty_tables(known):
    report = cohort.assess((), known.role(ROLE), known)

    assert cohort_tables.cohort(report, known).empty
    assert cohort_tables.recommendations(report, known).empty
