"""What the view of a resume is given to show, and which of its answers are kept."""

from datetime import date
from pathlib import Path

import pytest

from skillgap import documents, pipeline
from skillgap.model.facsimile import Facsimile
from skillgap.model.resume import Correction, Document
from skillgap.tables import resume as tables
from skillgap.ui import resume_view
from skillgap.ui.resume_content import content

TODAY = date(2026, 11, 23)
RESUME = """Ann Example

EXPERIENCE
Technician, Campus Help Desk
September 2024 - May 2025
- Managed users in AD and wrote scripts in python
- Ran Docker on Linux and led a team of four

Sales Associate, Corner Shop
2022 - 2023
- Sold tools

SKILLS
SQL, Wireshark, Teamwork

INTERESTS
Kubernetes
"""


@pytest.fixture
def reading(extractor, known):
    return pipeline.interpret(Document("a.txt", RESUME), extractor, known, today=TODAY)


@pytest.fixture
def shown(reading, known):
    return lambda facsimile=None, **corrections: content(reading, facsimile, known, corrections)


def skills(found):
    return {group["title"]: [skill["id"] for skill in group["skills"]] for group in found["groups"]}


def skill(found, skill_id):
    return next(one for group in found["groups"] for one in group["skills"] if one["id"] == skill_id)


def test_skills_stand_by_level_in_words_technical_ones_first(shown, known):
    found = skills(shown())

    assert list(found) == ["Used", "Named", "Not counted"]
    assert {"active-directory", "python", "docker", "linux"} < set(found["Used"])
    assert {"sql", "wireshark"} < set(found["Named"])
    assert found["Not counted"] == ["kubernetes"]
    for ids in found.values():
        kinds = [known.skills[one].kind == "soft" for one in ids]
        assert kinds == sorted(kinds)
    assert any(known.skills[one].kind == "soft" for ids in found.values() for one in ids)


def test_the_word_that_was_written_stands_beside_the_name_where_it_differs(shown):
    assert skill(shown(), "active-directory")["written"] == ["AD"]
    assert skill(shown(), "python")["written"] == []


def test_every_mention_is_marked_and_says_its_skill_and_level(shown, reading):
    marks = shown()["marks"]

    assert [RESUME[mark["start"] : mark["end"]] for mark in marks] == [one.surface for one in reading.mentions]
    labels = {mark["skill"]: mark["label"] for mark in marks}
    assert labels["active-directory"] == "AD: Active Directory, used"
    assert labels["kubernetes"] == "Kubernetes, not counted"


def test_what_the_owner_took_out_can_still_be_seen_and_undone(shown):
    found = shown(docker=Correction(0, "not mine"))

    assert skills(found)["Not mine"] == ["docker"]
    assert skill(found, "docker")["said"] == "not mine"
    assert next(mark for mark in found["marks"] if mark["skill"] == "docker")["look"] == "none"


def test_the_entries_to_choose_from_are_jobs_and_projects_by_their_first_line(shown):
    assert shown()["entries"] == ["Technician, Campus Help Desk", "Sales Associate, Corner Shop"]


def test_boxes_are_percent_of_the_page_that_holds_them(known, extractor):
    path = Path(__file__).parent / "layouts" / "docx-two-pages.pdf"
    reading = pipeline.read(path.read_bytes(), path.name, extractor, known, today=TODAY)
    facsimile = documents.draw(path.read_bytes(), path.name)

    found = content(reading, facsimile, known, {})

    assert [page["alt"] for page in found["pages"]] == [
        "Page 1 of docx-two-pages.pdf as a picture",
        "Page 2 of docx-two-pages.pdf as a picture",
    ]
    assert found["text"] == ""
    assert all(mark["boxes"] for mark in found["marks"])
    assert {box[0] for mark in found["marks"] for box in mark["boxes"]} == {1, 2}
    for mark in found["marks"]:
        assert {box[0] for box in mark["boxes"]} == {reading.document.page(mark["start"])}
        assert all(0 <= box[1] < box[1] + box[3] <= 100.01 for box in mark["boxes"])
        assert all(0 <= box[2] < box[2] + box[4] <= 100.01 for box in mark["boxes"])


def test_a_skill_of_a_page_that_is_not_drawn_has_no_mark_to_show(known, extractor):
    path = Path(__file__).parent / "layouts" / "docx-two-pages.pdf"
    reading = pipeline.read(path.read_bytes(), path.name, extractor, known, today=TODAY)
    whole = documents.draw(path.read_bytes(), path.name)
    first = Facsimile(whole.pages[:1], tuple(word for word in whole.words if word.page == 1))

    found = content(reading, first, known, {})

    marked = {one["id"] for group in found["groups"] for one in group["skills"] if one["marked"]}
    assert marked == {one.skill_id for one in reading.mentions if reading.document.page(one.start) == 1}
    assert marked < {one.skill_id for one in reading.mentions}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"skill": "docker", "answer": "not", "where": ""}, ("docker", 0, "not mine")),
        ({"skill": "docker", "answer": "listed"}, ("docker", 1, "only listed")),
        ({"skill": "docker", "answer": "used", "where": " Home \n lab "}, ("docker", 2, "used in Home lab")),
        ({"skill": "docker", "answer": "undo"}, ("docker", None, "")),
        ({"skill": "docker", "answer": "used", "where": "  "}, None),
        ({"skill": "docker", "answer": "level 9"}, None),
        ({"skill": "<b>", "answer": "not"}, None),
        ({}, None),
    ],
)
def test_an_answer_is_kept_only_where_it_may_be_given(known, given, kept):
    said = []

    assert resume_view.keep(given, known, lambda *one: said.append(one)) == (kept is not None)
    assert said == ([kept] if kept else [])


def test_a_place_that_was_written_is_cut(known):
    said = []

    resume_view.keep({"skill": "sql", "answer": "used", "where": "x" * 500}, known, lambda *one: said.append(one))

    assert len(said[0][2]) == len("used in ") + resume_view.MAX_WHERE


def test_the_table_of_parts_has_a_row_an_entry_with_its_dates(reading):
    table = tables.parts(reading)

    assert table[table["section"] == "experience"].values.tolist() == [
        ["experience", "Technician, Campus Help Desk", "2024-09 to 2025-05", table["skills"][1]],
        ["experience", "Sales Associate, Corner Shop", "2022-01 to 2022-12", 0],
    ]
    assert table["skills"][1] >= 4
    assert list(table["begins_with"])[-2:] == ["SQL, Wireshark, Teamwork", "Kubernetes"]


def test_a_skill_that_was_used_in_an_entry_has_the_months_that_the_reading_would_give_it(reading, known, extractor):
    job, sales, *_ = content(reading, None, known, {})["entries"]
    named = RESUME.replace("four\n", "four\n- Captured traffic with Wireshark\n")
    as_read = pipeline.interpret(Document("a.txt", named), extractor, known, today=TODAY).profile.find("wireshark")

    def said(place):
        given = {"wireshark": Correction(2, f"used in {place}")}
        return pipeline.apply_corrections(reading, {}, given, known, today=TODAY).profile.find("wireshark")

    assert (as_read.level, as_read.months, as_read.last) == (2, 9, "2025-05")
    assert (said(job).level, said(job).months, said(job).last) == (2, 9, "2025-05")
    assert said(job).reason == f"Set by you: used in {job}, 9 months in all, last in 2025."
    assert (said(sales).months, said(sales).last) == (12, "2022-12")
    assert said("my own lab").reason == "Set by you: used in my own lab."
