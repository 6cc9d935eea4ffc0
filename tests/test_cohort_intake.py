"""What comes in: every file ends in one line, every person is one student with one id."""

import io
import threading
import time
import zipfile
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from conftest import FIXTURES
from fixtures import make_cohort

from skillgap import workspace
from skillgap.cohort import files, labels, people, reading, roster
from skillgap.cohort.background import Readings
from skillgap.cohort.people import Given, Intake
from skillgap.cohort.reading import Reader
from skillgap.errors import SheetError
from skillgap.model.cohort import Decisions, FileLine, RosterRow
from skillgap.model.internship import Goal, Internship
from skillgap.model.resume import Correction
from skillgap.workspace import SavedVersion, Workspace

TODAY = date(2026, 11, 29)
ANN, BOB = make_cohort.text(1), make_cohort.text(2)
NOTHING = Decisions()
LETTER = """Dear hiring manager,
I am writing to apply for the internship in network administration that I saw on your careers page last week.
In my course I learned Python, SQL, Linux and Git, and I would love to bring these to your team in the summer.
I am careful and friendly, and my lecturers say that I never give up on a problem before it is solved.
Yours sincerely, Ann Example
"""
RECIPE = """Lentil soup for four
Wash the lentils and put them into a large pot with two litres of water and a bay leaf from the garden.
Chop the onions and carrots finely, fry them in oil until they are soft, and add them to the pot after twenty minutes.
Season with salt, pepper and lemon, and serve it hot with bread and a spoon of yoghurt on top of every plate.
"""


@pytest.fixture(scope="module")
def reader(extractor, known):
    return Reader(extractor, known, TODAY)


@pytest.fixture(scope="module")
def gathered(reader, known):
    """Files as given into a cohort."""

    def gather(given, rows=(), decisions=NOTHING):
        opened = list(files.opened((path, data.encode() if isinstance(data, str) else data) for path, data in given))
        contents = [one for one in opened if not isinstance(one, FileLine)]
        entries = {one.digest: reading.read(one, reader) for one in contents}
        order = [one if isinstance(one, FileLine) else Given(one.path, one.digest) for one in opened]
        intake = Intake(tuple(order), entries, people.assign_ids({}, entries), tuple(rows))
        return people.cohort(intake, decisions, known, today=TODAY)

    return gather


def outcomes(cohort):
    return {line.path: line.outcome for line in cohort.lines}


def digest_of(cohort, path):
    return next(line.digest for line in cohort.lines if line.path == path)


@pytest.mark.parametrize("packed", [False, True])
def test_two_files_of_one_name_are_two_students_with_labels_that_tell_them_apart(gathered, packed):
    given = [("A/resume.txt", ANN), ("B/resume.txt", BOB)]
    if packed:
        given = [("term.zip", make_cohort.zipped([(path, text.encode()) for path, text in given]))]

    cohort = gathered(given)

    assert [student.id for student in cohort.students] == ["S001", "S002"]
    assert sorted(student.label for student in cohort.students) == ["A/resume", "B/resume"]
    assert len({line.student_id for line in cohort.lines}) == 2


def test_two_uploads_of_one_name_are_two_students_too(gathered):
    cohort = gathered([("resume.txt", ANN), ("resume.txt", BOB)])

    assert len(cohort.students) == 2


def test_an_id_hangs_on_the_content_and_not_on_the_name_and_stays_when_files_are_added(gathered):
    before = gathered([("x.txt", ANN), ("y.txt", BOB)])
    after = gathered([("other.txt", BOB), ("names.txt", ANN)])

    assert {one.digest: one.id for one in before.students} == {one.digest: one.id for one in after.students}
    ids = people.assign_ids({}, ["b", "a"])
    assert ids == {"a": "S001", "b": "S002"}
    assert people.assign_ids(ids, ["0", "b", "a"]) == ids | {"0": "S003"}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["A/resume.txt", "B/resume.txt"], ["A/resume", "B/resume"]),
        (["z.zip/ann.pdf", "z.zip/bob.pdf"], ["ann", "bob"]),
        (["ann.pdf", "ann.docx"], ["ann.pdf", "ann.docx"]),
        (["x/A/cv.txt", "y/A/cv.txt", "cv.txt"], ["x/A/cv", "y/A/cv", "cv"]),
    ],
)
def test_a_label_is_the_shortest_path_that_no_other_file_has(paths, expected):
    assert list(labels.shortest_unique(paths).values()) == expected


def test_the_same_bytes_are_one_student_and_the_second_file_says_so(gathered):
    cohort = gathered([("A/resume.txt", ANN), ("copy.txt", ANN)])

    assert len(cohort.students) == 1
    assert outcomes(cohort) == {"A/resume.txt": "read", "copy.txt": "same as another"}
    assert cohort.lines[1].sentence == "The same file as A/resume.txt."


def test_nearly_the_same_text_is_asked_and_each_answer_can_be_undone(gathered):
    changed = ANN.replace("Served customers", "Helped customers")
    given = [("old.txt", ANN), ("new.txt", changed)]

    asked = gathered(given)
    (pair,) = asked.questions

    assert len(asked.students) == 2
    assert (pair.first, pair.second) == (digest_of(asked, "old.txt"), digest_of(asked, "new.txt"))
    for choice, counts in (("first", "old"), ("second", "new")):
        one = gathered(given, decisions=Decisions(pairs={(pair.first, pair.second): choice}))
        assert [student.label for student in one.students] == [counts]
        assert one.questions == ()
        assert {line.student_id for line in one.lines} == {one.students[0].id}
    two = gathered(given, decisions=Decisions(pairs={(pair.first, pair.second): "two"}))
    assert (len(two.students), two.questions) == (2, ())
    assert gathered(given) == asked


def test_the_same_address_in_unlike_texts_is_asked(gathered):
    address = make_cohort.person(1)[1]
    other = BOB.replace(make_cohort.person(2)[1], address.upper())

    (pair,) = gathered([("a.txt", ANN), ("b.txt", other)]).questions

    assert pair.kind == "same e-mail"


def test_unlike_texts_are_not_asked_about(gathered):
    assert gathered([(path, data) for path, data in make_cohort.files(30, plain=True)]).questions == ()


@pytest.mark.parametrize("text", [LETTER, RECIPE, "Ann, Bob, Carl, Dora\n" * 15, "Python SQL Git Docker"])
def test_what_is_no_resume_is_set_aside_and_counts_once_the_advisor_says_so(gathered, text):
    cohort = gathered([("page.txt", text)])

    assert outcomes(cohort) == {"page.txt": "not a resume?"}
    assert cohort.lines[0].sentence.endswith("Is it a resume?")
    assert cohort.students == ()
    digest = cohort.lines[0].digest
    counted = gathered([("page.txt", text)], decisions=Decisions(resumes={digest: True}))
    assert (len(counted.students), counted.lines[0].outcome) == (1, "read")


def test_a_resume_can_be_set_aside_too(gathered):
    digest = digest_of(gathered([("a.txt", ANN)]), "a.txt")

    cohort = gathered([("a.txt", ANN)], decisions=Decisions(resumes={digest: False}))

    assert (cohort.students, cohort.lines[0].outcome) == ((), "not a resume?")


def test_no_resume_of_the_fixtures_is_set_aside(gathered):
    folders = ("resumes", "../layouts", "../gold/dev", "../advice/good")
    given = [
        (f"{folder}/{path.name}", path.read_bytes())
        for folder in folders
        for path in sorted((FIXTURES / folder).iterdir())
        if path.suffix in {".pdf", ".docx", ".txt"}
    ]

    found = outcomes(gathered(given))

    assert len(found) == len(given) > 80
    assert {path: outcome for path, outcome in found.items() if "not" in outcome} == {}


def test_every_file_ends_in_one_line_and_what_is_no_document_says_what_to_do(gathered):
    inner = make_cohort.zipped([("deep.zip", make_cohort.zipped([("x.txt", BOB.encode())])), ("bob.txt", BOB.encode())])
    given = [
        ("ann.txt", ANN),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"x" * 600),
        ("rich.rtf", b"{\\rtf1 Ann}"),
        ("photo.png", b"\x89PNG\r\n" + b"x" * 100),
        ("empty.pdf", b""),
        ("outer.zip", make_cohort.zipped([("inner.zip", inner), ("LETTER.txt", LETTER.encode())])),
        ("broken.zip", b"PK\x03\x04 nonsense"),
    ]

    cohort = gathered(given)

    assert outcomes(cohort) == {
        "ann.txt": "read",
        "old.doc": "not read",
        "rich.rtf": "not read",
        "photo.png": "not read",
        "empty.pdf": "not read",
        "outer.zip/inner.zip/deep.zip": "not read",
        "outer.zip/inner.zip/bob.txt": "read",
        "outer.zip/LETTER.txt": "not a resume?",
        "broken.zip": "not read",
    }
    said = {line.path: line.sentence for line in cohort.lines}
    assert "DOCX or PDF" in said["old.doc"]
    assert "PDF or DOCX" in said["rich.rtf"]
    assert all(said[path] for path, outcome in outcomes(cohort).items() if outcome == "not read")


def test_a_zip_of_a_thousand_files_is_opened(reader):
    many = make_cohort.zipped([(f"{number}/cv.txt", str(number).encode()) for number in range(1000)])

    assert len({one.digest for one in files.opened([("many.zip", many)])}) == 1000


ROSTER = """Student ID,Name,E-mail,Gruop,Target role,Graduation
A1,Bela Brookvale,{ann},Year 1,network-intern,2027-06
A2,Nobody Here,,Year 2,Data analyst intren,2027-02-30
"""


def test_a_roster_gives_ids_and_targets_and_names_what_it_cannot_take(gathered, known):
    data = ROSTER.format(ann=make_cohort.person(1)[1]).encode()

    found = roster.read(data, "class.csv", known)
    cohort = gathered([("resume.txt", ANN)], found.rows)

    assert 'the column "Gruop" is unknown and was ignored. Did you mean "group"?' in found.faults[0]
    assert any("there is no role called 'Data analyst intren'. Did you mean" in fault for fault in found.faults)
    assert any("'2027-02-30' is not a date" in fault for fault in found.faults)
    first, second = cohort.students
    assert (first.id, first.target, first.target_source, first.graduation) == (
        "A1", "network-intern", "roster", "2027-06-30",
    )  # fmt: skip
    assert (second.id, second.reading, second.on_roster) == ("A2", None, True)


def test_a_roster_without_people_is_one_sentence(known):
    with pytest.raises(SheetError, match=r"^class\.csv has no column that identifies the students"):
        roster.read(b"gruop,age\nx,19\n", "class.csv", known)


@pytest.mark.parametrize(
    "row",
    [
        RosterRow("A1", file="term/x/resume.txt"),
        RosterRow("A1", file="x"),
        RosterRow("x"),
        RosterRow("A1", email=make_cohort.person(1)[1]),
        RosterRow("A1", name="Carol Example"),
    ],
)
def test_a_row_finds_its_file_by_path_folder_id_address_or_name(gathered, row):
    cohort = gathered([("term/x/resume.txt", ANN), ("term/carol_example/resume.txt", BOB)], [row])

    joined = [student for student in cohort.students if student.on_roster]
    expected = BOB if row.name else ANN
    assert [student.reading.document.text for student in joined] == [expected]


def test_a_file_name_that_two_files_have_joins_neither(gathered):
    cohort = gathered([("a/resume.txt", ANN), ("b/resume.txt", BOB)], [RosterRow("A1", file="resume.txt")])

    assert [one.id for one in cohort.students if one.on_roster and one.reading] == []


def test_two_files_in_one_students_folder_are_asked(gathered):
    cohort = gathered([("x/old.txt", ANN), ("x/new.txt", BOB)], [RosterRow("A1", file="x")])

    assert [pair.kind for pair in cohort.questions] == ["same row"]


def test_somebody_on_the_roster_whose_file_cannot_be_read_is_unreadable_and_not_missing(gathered):
    cohort = gathered([("x/scan.pdf", b"%PDF-1.7 and no more")], [RosterRow("A1", file="x")])

    (only,) = cohort.students
    assert (only.id, only.reading, bool(only.unread)) == ("A1", None, True)


def saved_work():
    old, new = (
        SavedVersion("cv.pdf", BOB, "2026-09-01"),
        SavedVersion("cv.pdf", ANN, "2026-11-01", corrections={"ansible": Correction(2, "Used it at work")}),
    )
    goals = Internship(goals=(Goal("Pass the exam"),))
    return workspace.dump(
        Workspace(versions=(old, new), role="network-intern", deadline="2027-01-15", internship=goals)
    )


def test_saved_work_counts_as_its_latest_version_with_goals_and_corrections(gathered):
    cohort = gathered([("bela.json", saved_work()), ("cv.txt", ANN)])

    (only,) = cohort.students
    assert only.reading.document.text == ANN
    assert (only.target, only.target_source, only.deadline) == ("network-intern", "saved work", "2027-01-15")
    assert [goal.text for goal in only.goals] == ["Pass the exam"]
    assert only.reading.profile.level("ansible") == 2
    assert cohort.questions == ()


def test_corrections_answers_and_targets_of_the_advisor_reach_the_student(gathered):
    digest = digest_of(gathered([("a.txt", ANN)]), "a.txt")
    decisions = Decisions(
        corrections={digest: {"terraform": Correction(3, "Saw it")}}, targets={digest: "soc-analyst-intern"}
    )

    (only,) = gathered([("a.txt", ANN)], decisions=decisions).students

    assert only.reading.profile.level("terraform") == 3
    assert (only.target, only.target_source) == ("soc-analyst-intern", "advisor")


def counting(reader, seen):
    def read(content):
        seen.append(content.digest)
        return reading.read(content, reader)

    return read


def contents_of(given):
    return [one for one in files.opened(given) if not isinstance(one, FileLine)]


def test_no_content_is_ever_read_twice(reader):
    seen = []
    readings = Readings()
    first, more = make_cohort.files(6, plain=True), make_cohort.files(8, plain=True)

    readings.add(contents_of(first), counting(reader, seen))
    readings.add(contents_of(first), counting(reader, seen))
    readings.wait()
    readings.add(contents_of([*more, ("again.txt", more[0][1])]), counting(reader, seen))
    readings.wait()

    assert len(seen) == len(set(seen)) == len(readings.entries) == 8


def test_cancel_keeps_what_is_done_and_the_rest_can_be_given_again(reader):
    readings, gate, seen = Readings(), threading.Event(), []

    def slow(content):
        if len(seen) >= 3:
            gate.wait(10)
        return counting(reader, seen)(content)

    given = contents_of(make_cohort.files(12, plain=True))
    readings.add(given, slow)
    while len(readings.entries) < 3:
        time.sleep(0.01)
    readings.cancel()
    gate.set()
    readings.wait()

    kept = set(readings.entries)
    assert 3 <= len(kept) < 12
    readings.add(given, counting(reader, seen))
    readings.wait()
    assert len(readings.entries) == 12
    assert len(seen) == len(set(seen))


def test_progress_tells_how_many_of_how_many_and_the_time_left(reader):
    readings = Readings()
    readings.add(contents_of(make_cohort.files(4, plain=True)), partial(reading.read, reader=reader))
    readings.wait()

    done, of, left = readings.progress
    assert (done, of, left) == (4, 4, 0.0)


def test_forgetting_leaves_nothing(reader):
    readings = Readings()
    readings.add(contents_of(make_cohort.files(4, plain=True)), partial(reading.read, reader=reader))
    readings.forget()
    readings.wait()

    assert readings.entries == {}


def test_a_fault_of_ours_costs_one_file(reader):
    def broken(content):
        raise RuntimeError(content.path)

    readings = Readings()
    readings.add(contents_of([("a.txt", ANN.encode())]), broken)
    readings.wait()

    (only,) = readings.entries.values()
    assert only.refusal == "a.txt could not be read. Save it again as PDF or DOCX and add that."


def test_an_archive_made_of_a_folder_twice_gives_the_same_cohort(gathered):
    given = make_cohort.files(5)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in given:
            archive.writestr(path, data)

    packed, loose = gathered([("term.zip", buffer.getvalue())]), gathered(given)

    strip = [replace(one, files=()) for one in loose.students]
    assert [replace(one, files=()) for one in packed.students] == strip
