"""Two terms beside each other: paired by id, with intervals, and only where nobody can be told."""

from datetime import date
from statistics import fmean

import pytest
from fixtures import make_cohort

from skillgap import pipeline
from skillgap.cohort import blocks, comparison, sheet, snapshot, standings
from skillgap.errors import WorkspaceError
from skillgap.export import session_sheet
from skillgap.model.cohort import Student
from skillgap.model.contacts import Contact
from skillgap.model.groups import AfterSession, GroupCount
from skillgap.model.resume import Document
from skillgap.tables import cohort as tables

TODAY = date(2026, 11, 29)
NOTE = Contact(
    "2026-11-20", "appointment", ("resume",), "Write <b>the lab</b> down", "Seems tired", "Add a line", "2026-12-01"
)


@pytest.fixture(scope="module")
def made(extractor, known):
    def make(count, change=lambda words: words):
        students = [
            Student(
                f"A{number:04}",
                reading=pipeline.interpret(
                    Document("x.txt", change(make_cohort.text(number))), extractor, known, today=TODAY
                ),
                digest=f"{number}{change('')}",
                name=make_cohort.person(number)[0],
                group=make_cohort.person(number)[3],
                target=make_cohort.person(number)[2],
                target_source="roster",
            )
            for number in range(count)
        ]
        return standings.standings(students, known)

    return make


def learned(words):
    return f"{words}\nProjects\nLab, 2026\n- Built a VPN on Linux with Docker, Git and Python, and wrote SQL queries\n"


def test_the_file_comes_back_as_it_was_and_holds_no_text(made):
    stand = made(6)

    taken = snapshot.take(stand, "2026-09-01", {"A0001": "ready"}, {"A0001": [NOTE]})
    data = snapshot.dump(taken)

    assert snapshot.load(data) == taken
    assert data == snapshot.dump(snapshot.load(data))
    for one in stand:
        assert one.student.name.encode() not in data
        assert b"example.com" not in data
        assert not [
            line for line in one.student.reading.document.text.splitlines() if len(line) > 25 and line.encode() in data
        ]


def test_what_is_mine_alone_is_saved_only_on_purpose():
    (without,), (kept,) = (snapshot.without_private_notes([NOTE], keep=keep) for keep in (False, True))

    assert (without.mine, kept.mine) == ("", "Seems tired")
    assert without.shared == NOTE.shared


@pytest.mark.parametrize("data", [b"", b"[]", b'{"kind": "skillgap workspace"}', b"\xff"])
def test_a_foreign_or_damaged_file_is_one_sentence(data):
    with pytest.raises(WorkspaceError, match=r"^The file is (damaged|not a saved cohort)"):
        snapshot.load(data)


def test_a_field_that_is_wrong_is_refused_whole(made):
    data = snapshot.dump(snapshot.take(made(1), "2026-09-01", {}, {})).replace(b'"new"', b'"old"')

    with pytest.raises(WorkspaceError, match="Nothing was opened"):
        snapshot.load(data)


def test_students_are_paired_by_id_and_gain_what_they_show_now(made):
    before = snapshot.take(made(10), "2026-09-01", {}, {})

    changes = snapshot.changes(before, made(12, learned))

    assert [one.student_id for one in changes] == [f"A{number:04}" for number in range(10)]
    assert any(one.gained for one in changes)
    assert any(one.now_shown for one in changes)
    assert all(one.coverage > -1e-6 for one in changes)
    assert snapshot.changes(before, made(10))[0].gained == ()


def test_an_unchanged_file_is_known_by_its_hash(made):
    before = snapshot.take(made(3), "2026-09-01", {}, {})

    assert snapshot.unchanged(before, made(3)) == dict.fromkeys(("A0000", "A0001", "A0002"), "2026-09-01")
    assert snapshot.unchanged(before, made(3, learned)) == {}


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(29, 41, 0.5552, 0.8238), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (0, 0, 0.0, 1.0)],
)
def test_the_interval_of_wilson(count, of, low, high):
    assert snapshot.wilson(count, of) == pytest.approx((low, high), abs=5e-4)


def test_the_bootstrap_is_the_same_each_time_and_holds_the_mean():
    values = [0.1, 0.0, 0.2, -0.05, 0.15, 0.3, 0.05, 0.1]

    low, high = snapshot.bootstrap(values)

    assert (low, high) == snapshot.bootstrap(list(reversed(values)))
    assert low < fmean(values) < high
    assert snapshot.bootstrap([0.2] * 5) == (0.2, 0.2)


def test_small_groups_are_told_only_within_everybody(made):
    before = snapshot.take(made(22), "2026-09-01", {}, {})
    stand = made(22, learned)
    changes = snapshot.changes(before, stand)

    told = comparison.by_group(changes, before, stand, 5)
    # two groups have six students and two have five: at six, three must go for the two small ones
    fewer = comparison.by_group(changes, before, stand, 6)

    assert [one.group for one in told] == ["Bootcamp", "Evening", "Year 1", "Year 2", comparison.EVERYBODY]
    assert [one.group for one in fewer] == ["Year 1", "Year 2", comparison.EVERYBODY]
    assert comparison.by_group(changes, before, stand, 40) == ()
    assert fewer[-1].students == 22


def test_of_those_who_named_it_so_many_show_it_now(made):
    before = snapshot.take(made(30), "2026-09-01", {}, {})
    changes = snapshot.changes(before, made(30, learned))

    found = comparison.now_shown(changes, before, 5)

    assert found
    assert all(
        one.named >= 5 and one.shown <= one.named and one.low <= one.shown / one.named <= one.high for one in found
    )
    assert any(one.key == "git" and one.shown for one in found)


def test_of_those_who_came_to_a_lab_so_many_show_it_now(made, known):
    then, now = made(60), made(60, learned)
    before = snapshot.take(then, "2026-09-01", {}, {})
    asked = [one.student.id for one in then if one.cells.get("git", "shown") != "shown"]
    came = asked[:8]
    contacts = {one: [NOTE, Contact("2026-10-01", "workshop", ("Lab",), skills=("git",))] for one in came}

    (found,) = comparison.after_sessions(before, now, contacts, 5)

    cells = {one.student.id: one.cells.get("git") for one in now}
    assert (found.session, found.key) == ("Lab", "git")
    assert (found.came.met, found.came.asked) == (sum(cells[one] == "shown" for one in came), 8)
    assert (found.others.met, found.others.asked) == (
        sum(cells[one] == "shown" for one in asked[8:]),
        len(asked) - 8,
    )
    assert (found.low, found.high) == snapshot.wilson(found.came.met, 8)
    assert tables.after_sessions([found], known).loc[0, "skill"] == "Git"
    assert comparison.after_sessions(before, now, contacts, 10) == ()


def test_a_count_of_a_lab_is_told_only_as_far_as_it_names_nobody(known):
    few, most, some = GroupCount(2, 4, "withheld"), GroupCount(40, 41, "high"), GroupCount(29, 41)
    found = [AfterSession("Lab", "sql", *pair, 0.55, 0.82) for pair in ((some, few), (most, some))]

    rows = tables.after_sessions(found, known)

    assert list(rows["show_it_of_who_came"]) == ["29 of 41", "over 95 % of 41"]
    assert list(rows["interval"]) == ["55 % to 82 %", "withheld"]
    assert list(rows["show_it_of_the_others"]) == ["withheld", "29 of 41"]


def test_who_came_stays_in_the_saved_cohort(made):
    stand = made(3)
    came = Contact("2026-10-01", "workshop", ("Lab",), skills=("sql",))

    saved = snapshot.load(snapshot.dump(snapshot.take(stand, "2026-10-02", {}, {"A0001": [came]})))

    assert saved.by_id["A0001"].contacts == (came,)


def test_a_sheet_has_what_an_appointment_needs_and_names_nobody(made, known):
    (one,) = made(1)

    plain = sheet.sheet(one, [NOTE], known, today=TODAY)
    named = sheet.sheet(one, [NOTE], known, today=TODAY, named=True)
    page = session_sheet.render_html(plain).decode()

    assert len(plain.strengths) == 3
    assert not [one.line for one in (*plain.strengths, *plain.questions) if one.line.startswith("-")]
    assert plain.gaps
    assert plain.heading == "A0000"
    assert named.heading == f"A0000 {one.student.name}"
    assert "Seems tired" not in page
    assert "Write &lt;b&gt;the lab&lt;/b&gt; down" in page
    assert one.student.name.split()[0] not in page
    assert "<script" not in page


def test_a_line_of_a_resume_never_runs_in_a_sheet(extractor, known):
    words = make_cohort.text(1).replace("Skills", "- Built <script>alert(1)</script> in Python\nSkills")
    reading = pipeline.interpret(Document("x.txt", words), extractor, known, today=TODAY)
    (one,) = standings.standings([Student("S1", reading=reading, target="data-analyst-intern")], known)

    assert b"<script" not in session_sheet.render_html(sheet.sheet(one, [], known, today=TODAY))


def test_like_students_are_neighbours_in_the_picture(made):
    stand = made(12)
    keys = blocks.heaviest_demands(stand, 10)

    rows, columns = blocks.arrange(stand, keys)

    assert sorted(one.student.id for one in rows) == sorted(one.student.id for one in stand)
    assert sorted(columns) == sorted(keys)
    assert blocks.arrange(tuple(reversed(stand)), list(reversed(keys))) == (rows, columns)
    assert blocks.order([[1, 1], [0, 0], [1, 1], [0, 0]]) in ([0, 2, 1, 3], [2, 0, 1, 3], [0, 2, 3, 1], [2, 0, 3, 1])
