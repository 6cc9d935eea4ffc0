"""The page for advisors from the upload on: figures, filters, one student in place, files, notes, saving."""

import json
import threading
import time
from datetime import date

import pytest
from browsing import ROOT
from conftest import FIXTURES
from fixtures import make_cohort
from streamlit.testing.v1 import AppTest

from skillgap import store
from skillgap.cohort import peers, people, reading, snapshot, standings
from skillgap.model.sessions import SessionLimits
from skillgap.ui import access, components

RECIPE = b"Lentil soup\nWash the lentils and put them into a pot with water and salt."


@pytest.fixture
def app():
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=90).run().switch_page(PAGE).run()


PAGE = "skillgap/ui/pages/cohort.py"


def add(app, *files):
    """Drop files in, and wait until they are read."""
    given = [
        (path.replace("/", "-") if "/" in path else path, data, "application/octet-stream") for path, data in files
    ]
    app.file_uploader[0].set_value(given).run()
    return read_through(app)


def read_through(app):
    bench = app.session_state["session"].cohort
    for _ in range(600):
        if not bench.readings.busy:
            break
        time.sleep(0.05)
    return app.run()


def term(number):
    return ("term.zip", make_cohort.zipped(make_cohort.files(number, plain=True)))


def figures(app):
    return {one.label: one.value for one in app.metric}


def part(app, name):
    app.session_state["part"] = name
    return app.run()


def box(app, label):
    return next(one for one in app.selectbox if one.label == label)


def button(app, label):
    return next(one for one in app.button if one.label == label)


def words(app):
    return " ".join(
        str(one.value) for kind in (app.text, app.markdown, app.caption, app.warning, app.info) for one in kind
    )


def with_roster(app, number, count=12):
    app.file_uploader[2].set_value(("class.csv", make_cohort.roster(count), "text/csv")).run()
    return add(app, term(number))


def test_a_zip_with_a_broken_file_and_a_recipe_gives_five_figures(app):
    broken = (FIXTURES / "broken" / "not_a_pdf.pdf").read_bytes()
    add(app, term(4), ("broken.pdf", broken), ("soup.txt", RECIPE))

    assert not app.exception
    assert figures(app) == {
        "Students": "4",
        "On the list, no resume": "0",
        "Unreadable": "1",
        "Below must-haves": "4 of 4",
        "Has it, does not show it": figures(app)["Has it, does not show it"],
    }
    assert "1 need your answer" in words(app)


def test_a_recipe_counts_once_the_advisor_says_that_it_is_a_resume_and_that_can_be_undone(app):
    part(add(app, term(3), ("soup.txt", RECIPE)), "Files")
    assert figures(app)["Students"] == "3"

    button(app, "It is a resume").click().run()
    assert figures(app)["Students"] == "4"
    next(one for one in app.button if one.label.startswith("Undo")).click().run()

    assert figures(app)["Students"] == "3"


def test_files_are_told_by_number_until_their_names_are_asked_for(app):
    pair = (make_cohort.text(5), make_cohort.text(5).replace("Shop", "Store"))
    add(app, ("maria.txt", pair[0].encode()), ("maria new.txt", pair[1].encode()), ("maria.txt.png", RECIPE))
    part(app, "Files")

    assert "maria" not in words(app)
    assert list(app.dataframe[0].value["file"]) == ["file 1 (.txt)", "file 2 (.txt)", "file 3 (.png)"]
    assert "file 1 (.txt) and file 2 (.txt)" in words(app)
    assert not [words for words in app.dataframe[0].value["message"] if "maria" in words]

    app.toggle(key="file-names").set_value(True).run()

    assert "maria.txt and maria new.txt" in words(app)
    assert list(app.dataframe[0].value["file"]) == ["maria.txt", "maria new.txt", "maria.txt.png"]


def test_files_add_to_the_cohort_and_no_click_reads_one_twice(app, monkeypatch):
    seen = []
    entry = reading.read
    monkeypatch.setattr(reading, "read", lambda content, reader: seen.append(content.digest) or entry(content, reader))
    add(app, term(3))

    app.run()
    app.switch_page("skillgap/ui/pages/about.py").run()
    app.switch_page(PAGE).run()
    add(app, ("one.txt", make_cohort.text(30).encode()), ("two.txt", make_cohort.text(1).encode()))

    assert figures(app)["Students"] == "4"
    assert len(seen) == len(set(seen)) == 4


def test_a_class_list_gives_targets_groups_and_who_is_missing(app):
    with_roster(app, 6, count=6)

    assert figures(app)["On the list, no resume"] == "2"
    assert figures(app)["Students"] == "8"
    box(app, "Group").set_value("Year 1").run()
    assert figures(app)["Students"] == "2"
    assert "group: Year 1" in words(app).replace("\\", "")
    assert not app.exception


def test_a_misspelt_column_of_the_class_list_is_named_with_the_right_one(app):
    app.file_uploader[2].set_value(("class.csv", b"id,nmae,gruop\n1,Ann,X\n", "text/csv")).run()

    shown = [one.value.replace("\\", "") for one in app.warning]
    assert any('"gruop" is unknown' in one and 'Did you mean "group"?' in one for one in shown)


def test_a_file_tells_in_its_name_what_the_filters_are_set_to(app, monkeypatch):
    names = []
    monkeypatch.setattr(components, "download", lambda given, name, label: names.append(name))
    monkeypatch.setattr(components, "download_file", lambda label, name, kind, make: names.append(name))
    part(with_roster(app, 8), "Sessions")
    box(app, "Group").set_value("Year 1").run()
    part(app, "Take away")

    assert names == [
        "sessions.csv", "sessions.ics", "sessions-group-Year-1.csv", "sessions-group-Year-1.ics",
        "cohort-group-Year-1.zip", "sheets-group-Year-1.zip", "cohort-saved-group-Year-1.json",
    ]  # fmt: skip
    assert not app.exception


def test_who_of_the_class_list_handed_nothing_in_is_a_list_of_its_own(app):
    part(with_roster(app, 4, count=4), "Files")
    assert "A0004, A0005" in words(app)
    name = make_cohort.person(4)[0]
    assert name not in words(app)

    app.toggle(key="file-names").set_value(True).run()

    assert f"A0004 {name}" in words(app)


def test_one_role_for_all_holds_everybody_against_it(app):
    add(app, term(4))

    box(app, "Compare with").set_value("qa-intern").run()

    table = next(frame.value for frame in app.dataframe if "must haves" in frame.value)
    assert set(table["role"]) == {"QA and test automation intern"}
    assert not app.exception


@pytest.mark.parametrize(
    "name", ["Groups", "Students and demands", "Sessions", "Courses", "Files", "Take away", "One student"]
)
def test_every_part_opens_with_students(app, name):
    part(with_roster(app, 12), name)

    assert not app.exception
    assert not app.error


def test_a_student_opens_in_place_and_what_is_set_there_counts_in_every_figure(app):
    add(app, ("a.txt", make_cohort.text(1).encode()), ("b.txt", make_cohort.text(2).encode()))
    before = next(frame.value for frame in app.dataframe if "must haves" in frame.value).set_index("student")

    part(app, "One student")
    box(app, "Student").set_value("S001").run()
    role = app.session_state["session"].cohort.decisions
    assert role.targets == {}
    box(app, "Target of this student").set_value("network-intern").run()
    box(app, "Skill").set_value("cisco-ios")
    box(app, "Level").set_value(3)
    button(app, "Set this level").click().run()

    part(app, "Who first")
    after = next(frame.value for frame in app.dataframe if "must haves" in frame.value).set_index("student")
    assert after.loc["S001", "role"] == "Network engineering intern"
    assert "Cisco IOS at level 3" in after.loc["S001", "overrides"]
    assert after.loc["S002"].equals(before.loc["S002"])
    assert not app.exception


def test_groups_for_peer_review_are_made_once_their_fold_is_open(app, monkeypatch):
    made = []
    groups = peers.groups
    monkeypatch.setattr(peers, "groups", lambda standings, size: made.append(size) or groups(standings, size))
    part(add(app, term(4)), "Sessions")
    assert made == []

    app.session_state["cohort-peers"] = True
    app.run()

    assert made == [3]
    assert list(next(one.value for one in app.dataframe if "examples" in one.value)["group"]) == [1, 1, 2, 2]


def test_what_can_be_offered_stays_as_it_was_set_and_counts_in_the_files(app):
    part(with_roster(app, 6), "Sessions")
    app.number_input(key="session-count").set_value(1)
    app.number_input(key="session-least").set_value(2)
    app.toggle(key="session-soft").set_value(True).run()
    assert "ways of working" in " ".join(next(one.value for one in app.dataframe if "attend" in one.value)["session"])

    part(app, "Who first")
    part(app, "Sessions")

    assert app.number_input(key="session-count").value == 1
    assert app.toggle(key="session-soft").value
    assert app.session_state["session"].cohort.limits == SessionLimits(1, 2, 20, 2, soft=True)


def test_who_came_is_noted_once_and_counts_in_the_next_term(app, known):
    part(with_roster(app, 40, count=40), "Sessions")
    bench = app.session_state["session"].cohort
    come = next(one for one in app.multiselect if one.label == "Students who came").value
    label = f"Note that {len(come)} students came"
    button(app, label).click().run()
    button(app, label).click().run()

    assert len(come) >= 5
    noted = {key: [one.kind for one in notes] for key, notes in bench.contacts.items()}
    assert noted == {student: ["workshop"] for student in come}
    cohort = people.cohort(bench.intake, bench.decisions, known, today=date(2026, 11, 29))
    bench.open(snapshot.take(standings.standings(cohort.students, known), "2026-09-01", {}, {}))
    part(app, "Take away")

    told = next(one.value for one in app.dataframe if "show it of who came" in one.value)
    # nobody has another resume, and that nobody of so few shows it is not told
    assert set(told["show it of who came"]) == {"withheld"}
    assert not app.exception


def give_courses(app, data):
    uploader = next(one for one in app.file_uploader if one.label.startswith("Courses"))
    uploader.set_value(("c.csv", data, "text/csv")).run()


def test_a_list_of_courses_shows_what_each_teaches_and_what_none_does(app):
    part(add(app, term(6)), "Courses")
    assert "Add the list of your courses" in words(app)

    give_courses(app, b"course,skills\nOps,Linux; Windows\nArt,Watercolour\n")

    by_course = next(one.value for one in app.dataframe if "teaches" in one.value)
    untaught = next(one.value for one in app.dataframe if "not met by" in one.value)
    assert list(by_course["course"]) == ["Ops"]
    assert "Microsoft Windows (" in by_course["teaches"][0]
    assert "Microsoft Windows" not in set(untaught["skill"])
    assert "no skill is called" in words(app)
    assert not app.exception

    give_courses(app, b"class,skills\nOps,Linux\n")
    assert 'no column "course"' in words(app).replace("\\", "")
    assert any("teaches" in one.value for one in app.dataframe)


def test_next_and_previous_have_keys_and_go_through_the_queue(app):
    part(add(app, term(4)), "One student")
    first = box(app, "Student").value
    assert {one.proto.shortcut for one in app.button if one.proto.shortcut} == {"j", "k"}

    button(app, "Next").click().run()
    second = box(app, "Student").value
    button(app, "Previous").click().run()

    assert first != second
    assert box(app, "Student").value == first


def test_names_are_off_until_they_are_asked_for(app):
    part(with_roster(app, 4), "One student")
    name = make_cohort.person(0)[0]
    box(app, "Student").set_value("A0000").run()
    assert name not in words(app)

    app.toggle(key="named").set_value(True).run()

    assert name in words(app)


def test_with_names_on_a_student_is_found_by_name_and_the_address_does_not_tell_it(app):
    part(with_roster(app, 4), "One student")
    assert "Find by name" not in [one.label for one in app.selectbox]
    app.toggle(key="named").set_value(True).run()
    name = make_cohort.person(2)[0]

    finder = box(app, "Find by name")
    assert f"{name} (A0002)" in finder.options
    finder.set_value("A0002").run()

    assert box(app, "Student").value == "A0002"
    assert box(app, "Find by name").value is None
    assert name in words(app)
    assert name.split()[0] not in str(dict(app.query_params))


def test_the_table_is_in_the_order_of_the_queue(app):
    with_roster(app, 12)

    table = next(frame.value for frame in app.dataframe if "must haves" in frame.value)
    opened = [one.label.removeprefix("Open ") for one in app.button if one.label.startswith("Open A")]

    assert list(table["student"][: len(opened)]) == opened
    assert opened != sorted(opened)
    assert sorted(table["student"]) == [f"A{number:04}" for number in range(14)]


def test_nobody_is_missing_a_resume_while_files_are_read(app, monkeypatch):
    app.file_uploader[2].set_value(("class.csv", make_cohort.roster(3), "text/csv")).run()
    assert figures(app)["On the list, no resume"] == "5"
    go_on, entry = threading.Event(), reading.read
    monkeypatch.setattr(reading, "read", lambda content, reader: go_on.wait(30) and entry(content, reader))

    packed = make_cohort.zipped(make_cohort.files(3, plain=True))
    app.file_uploader[0].set_value([("term.zip", packed, "application/zip")]).run()
    assert figures(app) == {}
    assert "Add at least one resume" not in words(app)
    go_on.set()

    assert figures(read_through(app))["On the list, no resume"] == "2"


def test_a_contact_is_logged_and_what_is_mine_is_in_no_file(app):
    part(add(app, term(3)), "One student")
    box(app, "Student").set_value("S002").run()
    texts = {one.label.split(":")[0]: one for one in app.text_area}
    texts["Shared with the student"].set_value("Write the lab down")
    texts["Private"].set_value("Seems tired")
    button(app, "Add this contact").click().run()

    bench = app.session_state["session"].cohort
    (contact,) = bench.contacts["S002"]
    assert (contact.shared, contact.mine) == ("Write the lab down", "Seems tired")
    assert "Private: Seems tired" in words(app)
    assert not app.exception


def test_forgetting_wipes_everything(app):
    with_roster(app, 3)

    button(app, "Forget everything").click().run()

    bench = app.session_state["session"].cohort
    assert (bench.given, bench.roster, bench.readings.entries, bench.contacts) == ((), (), {}, {})


def test_cancel_keeps_what_is_read_and_the_rest_can_be_read_later(app):
    add(app, term(3))
    bench = app.session_state["session"].cohort
    bench.unread = ()

    bench.cancel()
    bench.resume()

    assert len(read_through(app).session_state["session"].cohort.readings.entries) == 3


def test_a_saved_cohort_is_opened_next_term_and_a_foreign_file_is_refused(app):
    part(with_roster(app, 8), "Take away")
    uploader = next(one for one in app.file_uploader if one.label == "A cohort saved before")
    uploader.set_value(("x.json", json.dumps({"kind": "other"}).encode(), "application/json")).run()

    assert "not a saved cohort" in app.error[0].value.replace("\\", "")


@pytest.fixture
def database(tmp_path, monkeypatch):
    file = tmp_path / "office" / "advisor.sqlite"
    monkeypatch.setattr(store, "default_file", lambda: file)
    monkeypatch.delenv(store.URL_SETTING, raising=False)
    monkeypatch.setattr(access, "may_keep", lambda: True)
    return file


def text_input(app, label):
    return next(one for one in app.text_input if one.label == label)


def test_a_cohort_is_kept_only_when_asked_and_opened_and_deleted_by_name(app, database):
    part(add(app, term(3)), "Take away")
    assert not database.exists()

    text_input(app, "Name").set_value("Autumn")
    button(app, "Keep this cohort").click().run()
    assert not app.exception
    with store.open_store() as kept:
        (entry,) = kept.entries()
        assert (entry.kind, entry.name, entry.revision) == ("cohort", "Autumn", 1)

    button(app, "Keep this cohort").click().run()
    button(app, "Open it").click().run()
    assert app.session_state["session"].cohort.before is not None
    with store.open_store() as kept:
        assert [one.revision for one in kept.entries()] == [2]

    button(app, "Delete").click().run()
    with store.open_store() as kept:
        assert kept.entries() == ()


def test_what_a_colleague_saved_meanwhile_is_not_overwritten(app, database):
    part(add(app, term(3)), "Take away")
    with store.open_store() as colleague:
        colleague.save("cohort", "Autumn", b"theirs", seen=0, today=date(2026, 9, 1))

    text_input(app, "Name").set_value("Autumn")
    button(app, "Keep this cohort").click().run()

    assert any("Somebody else has saved" in one.value for one in app.error)
    with store.open_store() as kept:
        assert kept.load("cohort", "Autumn") == (b"theirs", 1)


def test_nothing_is_kept_for_visitors_whom_others_could_follow(app, database, monkeypatch):
    monkeypatch.setattr(access, "may_keep", lambda: False)

    part(add(app, term(3)), "Take away")

    assert "Keep this cohort" not in [one.label for one in app.button]
    assert not database.exists()
