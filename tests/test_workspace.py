import json
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import workspace
from skillgap.errors import WorkspaceError
from skillgap.model.internship import ME, Application, Contact, Goal, Internship, Rating, Remark, Win
from skillgap.model.resume import Correction, LayoutCorrection
from skillgap.workspace import SavedVersion, Workspace

WORK = Workspace(
    versions=(
        SavedVersion("old.pdf", "SKILLS\nSQL", "2026-09-01"),
        SavedVersion(
            "ann \u00e9.pdf",
            "SKILLS\nPython \U0001f40d",
            "2026-11-24",
            answers={"chef": False, "spark": True},
            corrections={"linux": Correction(2, "daily")},
            layout=(LayoutCorrection("section", 0, 6, "other"), LayoutCorrection("join", 7, 8)),
        ),
    ),
    postings=("We ask for SQL",),
    role="it-support-intern",
    hours_a_week=8,
    start="2026-11-24",
    deadline="2027-02-01",
    skip=("macos",),
    done={"git": "2026-12-01", "sql": ""},
    order=("linux", "docker"),
    chosen={"docker": "docker-get-started"},
    variants={"cloud": "azure"},
    cost="no-account",
    formats=("course", "lab"),
    everything=True,
    internship=Internship(
        stage="accepted",
        goals=(Goal("Learn Git", "A log", "2026-12-01", "under way", "git"), Goal("Rest")),
        ratings=(Rating(ME, "git", 2, "", "2026-11-24"), Rating("Ada", "git", 0, "soon", "")),
        remarks=(Remark("Ada", "What?", "That."),),
        wins=(Win("2026-11-24", "Mended a printer", "30 users print", ("linux",)),),
        contacts=(Contact("Ada", "supervisor", "Send notes", "2026-12-01", True),),
        applications=(
            Application(
                "SOC intern, Quill",
                "SOC intern",
                "interview",
                "2026-12-01",
                "2026-11-20",
                "2026-12-09",
                ("document: x",),
                "Ask",
            ),
            Application("Help desk"),
        ),
    ),
)


def changed(**fields):
    return json.dumps(json.loads(workspace.dump(WORK)) | fields).encode()


def version(**fields):
    """The work with one version of the resume that has these fields."""
    return changed(versions=[{"name": "a", "text": "b"} | fields])


def test_what_is_saved_is_loaded():
    assert workspace.load(workspace.dump(WORK)) == WORK
    assert workspace.load(workspace.dump(Workspace())) == Workspace()
    assert workspace.dump(WORK) == workspace.dump(workspace.load(workspace.dump(WORK)))


def test_work_saved_before_sections_could_be_corrected_is_loaded_whole():
    content = json.loads(workspace.dump(WORK)) | {"version": 3}
    for one in content["versions"]:
        del one["layout"]

    loaded = workspace.load(json.dumps(content).encode())

    assert loaded == replace(WORK, versions=tuple(replace(one, layout=()) for one in WORK.versions))


def test_work_saved_before_there_were_notes_is_loaded_without_them():
    content = json.loads(workspace.dump(WORK))
    del content["internship"]
    first = {"kind": workspace.KIND, "version": 1, "name": "a.pdf", "text": "Git", "hours_a_week": 9}

    assert workspace.load(json.dumps(content).encode()) == replace(WORK, internship=Internship())
    assert workspace.load(json.dumps(first).encode()) == Workspace((SavedVersion("a.pdf", "Git"),), hours_a_week=9)


def test_a_file_of_version_3_keeps_its_plan_and_has_no_applications():
    content = json.loads(workspace.dump(WORK)) | {"version": 3}
    del content["internship"]["applications"]

    loaded = workspace.load(json.dumps(content).encode())

    assert loaded == replace(WORK, internship=replace(WORK.internship, applications=()))
    assert loaded.skip == WORK.skip != ()


def noted(**fields):
    return changed(internship=json.loads(workspace.dump(WORK))["internship"] | fields)


@pytest.mark.parametrize(
    "data",
    [
        changed(internship=[]),
        changed(internship=None),
        noted(colour="red"),
        noted(stage="lost"),
        noted(stage=["after"]),
        noted(goals={}),
        noted(goals=[{"measure": "no text"}]),
        noted(goals=[{"text": " "}]),
        noted(goals=[{"text": "a", "due": "soon"}]),
        noted(goals=[{"text": "a", "due": 5}]),
        noted(goals=[{"text": "a", "due": "0001-01-01"}]),
        noted(goals=[{"text": "a", "due": "9999-12-31"}]),
        noted(goals=[{"text": "a", "status": "nearly"}]),
        noted(goals=[{"text": "a", "colour": "red"}]),
        noted(goals=["a"]),
        noted(goals=[{"text": "a"}] * 5_001),
        noted(ratings=[{"who": "Ada", "skill_id": "git", "level": 4}]),
        noted(ratings=[{"who": "Ada", "skill_id": "git", "level": True}]),
        noted(ratings=[{"who": "Ada", "skill_id": "git", "level": "2"}]),
        noted(ratings=[{"who": "", "skill_id": "git", "level": 2}]),
        noted(remarks=[{"who": "Ada", "question": "What?"}]),
        noted(wins=[{"day": "", "did": "a", "skills": [1]}]),
        noted(wins=[{"day": "2026-02-30", "did": "a"}]),
        noted(contacts=[{"name": "Ada", "done": 1}]),
        noted(applications=[{"what": " "}]),
        noted(applications=[{"what": "a", "status": "maybe"}]),
        noted(applications=[{"what": "a", "deadline": "soon"}]),
        noted(applications=[{"what": "a", "ready": [1]}]),
        noted(applications=[{"what": "a", "colour": "red"}]),
    ],
)
def test_notes_that_are_not_as_they_were_saved_are_refused_whole(data):
    with pytest.raises(WorkspaceError, match=r"^The file is damaged: its field 'internship' is not as it was saved"):
        workspace.load(data)


def test_half_a_character_in_a_note_is_replaced_so_that_every_page_can_show_it():
    loaded = workspace.load(noted(goals=[{"text": "a\udcff"}]))

    assert loaded.internship.goals == (Goal("a?"),)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no valid JSON"),
        (b"{", "no valid JSON"),
        (b'{"a": NaN}', "no valid JSON"),
        (b"[" * 100_000, "no valid JSON"),
        (b"[]", "no saved work of skillgap"),
        (b'{"kind": "other"}', "no saved work of skillgap"),
        (changed(version=workspace.VERSION + 1), "a newer version"),
        *((changed(version=version), "it has no version") for version in (0, -3, True, "1", None)),
        (b'{"kind": "skillgap workspace", "version": ' + b"9" * 5000 + b"}", "no valid JSON"),
        (changed(hours_a_week=10**400), "field 'hours_a_week'"),
        (changed(postings=["a"] * 51), "field 'postings'"),
        (changed(postings=["a" * 200_001]), "texts that are too long"),
        (changed(postings=["a" * 200_000] * 6), "texts that are too long"),
        (changed(colour="red"), "unknown field 'colour'"),
        (changed(hours_a_week=0), "field 'hours_a_week'"),
        (changed(hours_a_week=True), "field 'hours_a_week'"),
        (changed(start="soon"), "field 'start'"),
        (changed(deadline="9999-12-31"), "field 'deadline'"),
        (changed(start=5), "field 'start'"),
        (changed(postings=[1]), "field 'postings'"),
        (changed(versions={}), "field 'versions'"),
        (changed(versions=["a"]), "field 'versions'"),
        (version(colour="red"), "unknown field 'colour'"),
        (version(text=1), "field 'text'"),
        (version(day="soon"), "field 'day'"),
        (version(answers={"chef": "no"}), "field 'answers'"),
        (version(corrections={"linux": [4, "x"]}), "field 'corrections'"),
        (version(corrections={"linux": [[1], "x"]}), "field 'corrections'"),
        (version(layout=[["section", -1, 5, "skills"]]), "field 'layout'"),
        (version(layout=[["moved", 1, 5, "skills"]]), "field 'layout'"),
        (changed(done={"git": "soon"}), "field 'done'"),
        (changed(done={"git": 1}), "field 'done'"),
        (changed(chosen={"git": 1}), "field 'chosen'"),
        (changed(cost="cheap"), "field 'cost'"),
        (changed(variants={"cloud": 1}), "field 'variants'"),
        (changed(levels=[1]), "unknown field 'levels'"),
        (changed(options={}), "unknown field 'options'"),
        (changed(everything="yes"), "field 'everything'"),
        (b" " * 5_000_000, "too large"),
    ],
)
def test_a_file_that_is_not_as_it_was_saved_is_one_sentence(data, sentence):
    with pytest.raises(WorkspaceError, match=sentence):
        workspace.load(data)


def test_the_one_resume_of_a_file_of_version_1_is_loaded_as_a_version():
    old = {
        "kind": workspace.KIND,
        "version": 1,
        "name": "ann.pdf",
        "text": "SKILLS\nSQL",
        "answers": {"chef": False},
        "corrections": {"linux": [2, "daily"]},
        "role": "it-support-intern",
    }

    loaded = workspace.load(json.dumps(old).encode())

    one = SavedVersion("ann.pdf", "SKILLS\nSQL", "", {"chef": False}, {"linux": Correction(2, "daily")})
    assert loaded == Workspace(versions=(one,), role="it-support-intern")
    assert workspace.load(json.dumps(old | {"text": ""}).encode()).versions == ()


@pytest.mark.parametrize("number", [1, 2])
def test_what_an_older_file_set_on_single_skills_is_dropped_and_the_rest_is_kept(number):
    old = {
        "kind": workspace.KIND,
        "version": number,
        "role": "it-support-intern",
        "hours_a_week": 9,
        "deadline": "2027-02-01",
        "skip": ["macos"],
        "done": {"git": "2026-12-01"},
        "order": ["linux", "docker"],
        "chosen": {"docker": "docker-get-started"},
        "options": {"aws": "azure"},
        "levels": [1, 2],
        "cost": "no-account",
        "formats": ["course"],
        "everything": True,
    }

    loaded = workspace.load(json.dumps(old).encode())

    assert loaded == Workspace(
        role="it-support-intern",
        hours_a_week=9,
        deadline="2027-02-01",
        cost="no-account",
        formats=("course",),
        everything=True,
    )
    assert json.loads(workspace.dump(loaded))["version"] == workspace.VERSION


def test_a_file_that_names_what_is_done_without_days_is_still_loaded():
    assert workspace.load(changed(done=["Git"])).done == {"Git": ""}


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_loaded_or_refused(data):
    with pytest.raises(WorkspaceError):
        workspace.checked(data, "any.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@settings(deadline=None)
@given(st.sampled_from(sorted(field.name for field in fields(Workspace))), JSON)
def test_any_value_of_a_field_is_taken_or_refused(field, value):
    try:
        found = workspace.checked(changed(**{field: value}), "any.json")
    except WorkspaceError:
        return
    content = json.dumps({"kind": workspace.KIND, "version": workspace.VERSION, **found})
    assert json.loads(json.dumps(workspace.checked(content.encode(), "any.json"))) == json.loads(json.dumps(found))


def test_half_characters_are_replaced_wherever_they_stand():
    loaded = workspace.load(changed(own_name="a\ud800", chosen={"\udfff": "\udcff"}, versions=[{"text": "Git \udcff"}]))

    assert (loaded.own_name, dict(loaded.chosen), loaded.versions[0].text) == ("a?", {"?": "?"}, "Git ?")
    assert "\\ud" not in workspace.dump(loaded).decode()


def test_work_that_takes_too_much_to_read_is_refused_in_one_sentence():
    bomb = b'{"kind": "skillgap workspace", "version": 3, "skip": [' + b"[" * 900 + b"]" * 900 + b"]}"
    with pytest.raises(WorkspaceError, match=r"^The file is damaged"):
        workspace.load(bomb)
    with pytest.raises(WorkspaceError, match=r"^The file is too large"):
        workspace.load(b" " * 4_000_001)
