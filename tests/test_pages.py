"""Every page, from the upload on, without a browser (Streamlit's AppTest)."""

from pathlib import Path

import pytest
from conftest import FIXTURES
from streamlit.testing.v1 import AppTest

from skillgap import workspace
from skillgap.bounded import limits
from skillgap.model.resume import Correction
from skillgap.ui import knowledge
from skillgap.workspace import SavedVersion

ROOT = Path(__file__).parents[1]
PAGES = ("start", "resume", "gaps", "plan", "internship", "cohort", "catalogue", "about")
ROLE = "it-support-intern"
RESUME = FIXTURES / "resumes" / "support_one_column.pdf"
POSTING = (FIXTURES / "postings" / "security_bullets.txt").read_text(encoding="utf-8")


@pytest.fixture
def app():
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


FOLDS = {"gaps": "counted", "plan": "calendar"}
"""Page -> key of its fold with tables, which are made once it is opened."""


def go(app, page):
    """Go to a page, with its tables open."""
    if page in FOLDS:
        app.session_state[FOLDS[page]] = True
    return app.switch_page(f"skillgap/ui/pages/{page}.py").run()


def upload(app, path, role=ROLE):
    """Read a file on the Start page, and aim at a role where one is named."""
    app.file_uploader(key="upload").set_value((path.name, path.read_bytes(), "application/octet-stream")).run()
    return aim(app, role) if role else app


def aim(app, role):
    """Choose the target in the rail."""
    app.selectbox(key="role").set_value(role).run()
    assert not app.exception
    return app


def paste(app, text):
    """Read pasted text on the Start page."""
    app.text_area(key="pasted-text").set_value(text)
    button(app, "Read the pasted text").click().run()
    assert not app.exception
    return app


def skills(app):
    """The table of every skill."""
    return table_with(app, "level name")


def correct(app, skill_id, level, reason=""):
    """Set a level of one's own."""
    next(one for one in app.selectbox if one.label == "Skill").set_value(skill_id)
    next(one for one in app.selectbox if one.label == "Level").set_value(level)
    next(one for one in app.text_input if one.label.startswith("Reason")).set_value(reason)
    app.button(key="FormSubmitter:correction-Set this level").click().run()


def add_posting(app, name):
    """Paste a posting where the student is asked for one, and aim at it with one click."""
    text = (FIXTURES / "postings" / name).read_text(encoding="utf-8")
    app.text_area(key="posting").set_value(text)
    button(app, "Aim at this posting").click().run()
    assert not app.exception


def texts(app):
    return " ".join(
        str(element.value)
        for kind in (app.title, app.header, app.subheader, app.markdown, app.text, app.info, app.error, app.warning)
        for element in kind
    )


def points(app):
    """The table that takes the coverage apart."""
    return table_with(app, "points")


def table_with(app, column):
    """The first table of the page that has this column."""
    return next(frame.value for frame in app.dataframe if column in frame.value)


def metric(app, label):
    return next(one.value for one in app.metric if one.label == label)


def button(app, label):
    return next(one for one in app.button if one.label == label)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_empty_and_says_what_to_do(app, name):
    go(app, name)

    assert not app.exception
    assert app.title


@pytest.mark.parametrize("name", ["resume", "gaps", "plan"])
def test_without_a_resume_a_page_points_to_the_first_one(app, name):
    go(app, name)

    assert "There is no resume yet" in app.info[0].value


def test_an_upload_is_read_and_carries_over_to_every_page(app):
    upload(app, RESUME)

    assert not app.exception
    assert "support" in texts(app)
    go(app, "resume")
    assert len(skills(app)) > 5
    for page in PAGES:
        go(app, page)
        assert not app.exception
        assert not app.error
    go(app, "gaps")
    assert app.metric[0].value.endswith("%")


def test_choosing_another_role_changes_gaps_and_holds_on_the_plan(app):
    upload(app, RESUME)
    go(app, "gaps")
    before = app.metric[0].value

    app.selectbox(key="role").set_value("data-analyst-intern").run()

    assert app.metric[0].value != before
    go(app, "plan")
    assert app.selectbox(key="role").value == "data-analyst-intern"


def test_a_file_that_cannot_be_read_is_one_sentence_and_the_resume_before_is_kept(app):
    upload(app, RESUME)
    held = texts(app)

    upload(app, FIXTURES / "broken" / "encrypted.pdf", role="")

    assert len(app.error) == 1
    assert "password" in app.error[0].value
    assert "Traceback" not in app.error[0].value
    assert held.split("**")[1] in texts(app)
    assert len(app.session_state["session"].versions) == 1


def test_a_sample_is_read_in_one_click(app):
    button(app, "Sample: Cybersecurity").click().run()

    assert not app.exception
    assert len(skills(go(app, "resume"))) > 5


def test_pasted_text_is_read_and_is_never_html(app):
    paste(app, "Skills: Python, SQL\n<script>alert(1)</script> ![x](http://example.com/x.png)")
    go(app, "resume")

    assert {"Python", "SQL"} <= set(skills(app)["skill"])
    assert not any("<script>alert" in element.proto.body for element in app.get("html"))
    assert not any("example.com" in element.value for element in app.markdown)


def test_the_catalogue_finds_a_skill_with_a_typing_error(app):
    go(app, "catalogue")

    app.text_input[0].set_value("kubernets").run()

    assert "Kubernetes" in list(app.dataframe[0].value["skill"])


def test_a_role_of_ones_own_can_be_added_for_the_session(app):
    head = b'name = "Lab assistant"\nabout = "Keeps labs."\nreviewed = 2026-11-23\n'
    role = head + b"[requirements.python]\nimportance = 4\nlevel = 2\n"
    upload(app, RESUME)
    go(app, "catalogue")

    app.file_uploader[0].set_value([("lab-assistant.toml", role, "application/toml")]).run()

    assert not app.exception
    go(app, "gaps")
    aim(app, "lab-assistant")
    assert len(points(app)) == 1
    assert [one.value for one in app.header][:3] == ["Have (0)", "Named only, or in part (0)", "Missing (1)"]
    assert metric(app, "Core topics shown") == "0 of 1"
    button(go(app, "catalogue"), "Remove my data").click().run()
    assert "Lab assistant" not in go(app, "gaps").selectbox(key="role").options
    assert "What are you aiming at?" in texts(app)


def test_a_faulty_data_file_is_named_and_changes_nothing(app):
    go(app, "catalogue")
    skills = app.metric[0].value

    app.file_uploader[0].set_value([("mine.toml", b"colour = 1", "application/toml")]).run()

    assert len(app.error) == 1
    assert app.dataframe[0].value["rule"].tolist() == ["contains no skills, requirements or resources"]
    assert app.metric[0].value == skills


def test_the_about_page_credits_every_source_as_its_licence_asks(app, known):
    go(app, "about")

    shown = texts(app)
    assert [source.id for source in known.sources.values() if source.attribution not in shown] == []


def test_a_system_without_limits_is_told_in_the_log_and_on_the_about_page(monkeypatch, caplog):
    monkeypatch.setattr(limits, "PLATFORM", "win32")
    monkeypatch.setattr(limits, "SYSTEM", None)
    knowledge._shared.clear()

    app = go(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run(), "about")

    assert [one.value for one in app.warning] == [limits.missing()]
    assert limits.missing() in caplog.messages


def test_more_hours_plan_more_and_hold_on_other_pages(app):
    upload(app, RESUME)
    go(app, "plan")
    app.number_input(key="weekly").set_value(1).run()
    hours, after = int(metric(app, "Hours of the plan")), metric(app, "Coverage after")
    assert 0 < hours <= 13

    app.number_input(key="weekly").set_value(4).run()

    assert not app.exception
    assert int(metric(app, "Hours of the plan")) > hours
    assert int(metric(app, "Coverage after").rstrip("%")) > int(after.rstrip("%"))
    go(app, "gaps")
    go(app, "plan")
    assert app.number_input(key="weekly").value == 4


def test_an_uncertain_word_is_a_question_and_counts_once_it_is_answered(app):
    def shown():
        return list(skills(app)[skills(app)["level name"] != "none"]["skill"])

    paste(app, "EXPERIENCE\nMy mentor said that Chef was a revelation to us all\n- Ran Linux\n")
    go(app, "resume")
    assert "Chef" not in shown()

    app.radio[0].set_value("Yes").run()
    assert not app.exception
    assert "Chef" in shown()

    go(app, "gaps")
    go(app, "resume")
    assert app.radio[0].value == "Yes"
    app.radio[0].set_value("No").run()
    assert "Chef" not in list(skills(app)["skill"])


def test_a_question_that_is_open_is_in_sight_and_counted(app):
    paste(app, "EXPERIENCE\nMy mentor said that Chef was a revelation to us all\n- Ran Linux\n")
    go(app, "resume")
    assert (app.expander[0].label, app.expander[0].proto.expanded) == ("1 question to you", True)

    app.radio[0].set_value("No").run()

    assert (app.expander[0].label, app.expander[0].proto.expanded) == ("Questions you answered", False)


def test_a_part_that_was_read_wrongly_is_moved_and_taken_back_in_one_click(app):
    paste(app, "EXPERIENCE\nHome lab\n- Ran Docker on Linux\n\nSKILLS\nPython, SQL\n\nINTERESTS\nKubernetes\n")
    go(app, "resume")
    assert skills(app).set_index("skill").loc["Kubernetes"]["level name"] == "none"

    line = next(one for one in box(app, "First line").options if one.endswith("Kubernetes"))
    choose(app, "First line", line)
    choose(app, "Last line", line)
    choose(app, "They belong to", "Projects")
    button(app, "Read it this way").click().run()

    assert not app.exception
    assert skills(app).set_index("skill").loc["Kubernetes"]["level name"] == "used"
    saved = app.session_state["session"].versions[0].layout
    assert [(one.kind, one.section) for one in saved] == [("section", "projects")]
    app.button(key="undo-part-0").click().run()
    assert skills(app).set_index("skill").loc["Kubernetes"]["level name"] == "none"


def box(app, label):
    return next(one for one in app.selectbox if one.label == label)


def choose(app, label, option):
    box(app, label).select_index(box(app, label).options.index(option)).run()


def test_terms_that_were_not_checked_are_shown(app):
    paste(app, "SKILLS\nPython, Zorbulator, SQL\n")
    go(app, "resume")

    assert "Not checked (1)" in [one.label for one in app.expander]
    assert list(table_with(app, "term")["term"]) == ["Zorbulator"]


def test_a_posting_becomes_the_target_with_one_click_and_names_itself(app):
    upload(app, RESUME, role="")
    add_posting(app, "security_bullets.txt")

    first = next(line for line in POSTING.splitlines() if line.strip())
    assert app.session_state["session"].role == "own-my-postings"
    assert app.selectbox(key="role").value == "own-my-postings"
    go(app, "gaps")
    assert first in app.selectbox(key="role").options
    assert not {"asked by", "postings", "required by"} & set(table_with(app, "sentences").columns)


def test_several_postings_are_joined_to_one_role_that_can_be_named_and_forgotten(app):
    upload(app, RESUME, role="")
    add_posting(app, "security_bullets.txt")
    go(app, "gaps")
    add_posting(app, "devops_british.txt")
    wanted = table_with(app, "asked by")
    assert set(wanted["postings"]) == {2}
    assert [one.label for one in app.expander if one.label.startswith("Check these before you apply (")]
    assert len(points(app)) == len(wanted)
    heads = [one.value for one in app.header if one.value.startswith(("Have", "Named", "Missing"))]
    soft = (points(app)["tier"] == "way of working").sum()
    assert len(points(app)["topic"].unique()) - bool(soft) == sum(int(one.rpartition("(")[2][:-1]) for one in heads)

    app.text_input(key="own-name").set_value("Security *in* Reston").run()
    assert not app.exception
    assert "Security *in* Reston" in app.selectbox(key="role").options

    button(app, "Remove all postings").click().run()
    assert not app.exception
    assert app.selectbox(key="role").value is None
    assert "What are you aiming at?" in texts(app)


def test_the_first_line_of_a_posting_is_shown_as_it_is_and_cut(app):
    upload(app, RESUME, role="")
    line = "Intern *now* [x](http://example.com) " + "very " * 30 + "wanted"
    app.text_area(key="posting").set_value(line + "\nRequirements\n- Python\n- SQL\n- Linux\n")
    button(app, "Aim at this posting").click().run()

    assert not app.exception
    (name,) = [one for one in app.selectbox(key="role").options if one.startswith("Intern *now*")]
    assert len(name) <= 62
    assert not any("[x](http" in one.value for one in (*app.markdown, *app.caption))


def test_postings_come_as_files_too_and_one_that_cannot_be_read_stops_no_other(app):
    upload(app, RESUME, role="")
    good = (FIXTURES / "postings" / "security_bullets.txt").read_bytes()

    app.file_uploader(key="posting-files").set_value(
        [("soc.txt", good, "text/plain"), ("bad.pdf", b"%PDF-1.4 nothing", "x")]
    )
    button(app, "Aim at this posting").click().run()

    assert not app.exception
    assert app.selectbox(key="role").value == "own-my-postings"
    go(app, "gaps")
    assert "is damaged and cannot be read as PDF" in app.error[0].value
    assert len(app.session_state["session"].postings) == 1


def test_a_text_without_skills_is_no_target_and_says_what_to_do(app):
    upload(app, RESUME, role="")
    app.text_area(key="posting").set_value("We are nice people.")
    button(app, "Aim at this posting").click().run()

    assert not app.exception
    assert "Paste the full text" in app.error[0].value
    assert app.selectbox(key="role").value is None


def test_nothing_is_aimed_at_until_the_student_chooses_and_the_nearest_roles_say_why(app, known):
    upload(app, RESUME, role="")

    assert app.session_state["session"].role == ""
    assert app.selectbox(key="role").value is None
    assert "What are you aiming at?" in texts(app)
    near = [one.key for one in app.button if str(one.key).startswith("near-")]
    assert near[0] == "near-it-support-intern"
    assert len(near) == 3
    assert sum("You show" in one.value for one in app.caption) == 3
    every = [one.key for one in app.button if str(one.key).startswith("role-")]
    assert sorted(every) == sorted(f"role-{one}" for one in known.roles)
    for page in ("gaps", "plan"):
        assert "What are you aiming at?" in texts(go(app, page))

    app.button(key="role-network-intern").click().run()
    assert not app.exception
    assert app.selectbox(key="role").value == "network-intern"
    assert "What are you aiming at?" not in texts(app)
    ranked = table_with(go(app, "gaps"), "still asked")
    assert len(ranked) == 25
    assert ranked["coverage"].is_monotonic_decreasing


def test_a_level_can_be_set_and_taken_back_and_carries_to_the_gaps(app):
    upload(app, RESUME)
    go(app, "gaps")
    before = app.metric[0].value
    go(app, "resume")

    correct(app, "macos", 2, "Ran the school's Mac lab")
    assert not app.exception
    row = skills(app).set_index("skill").loc["macOS"]
    assert (row["level name"], row["assertion"], row["reason"]) == (
        "used",
        "yours",
        "Set by you: Ran the school's Mac lab.",
    )
    go(app, "gaps")
    assert float(app.metric[0].value.rstrip("%")) > float(before.rstrip("%"))

    go(app, "resume")
    app.button(key="undo-0").click().run()
    assert "yours" not in set(skills(app)["assertion"])


def test_saved_work_is_taken_up_again_in_a_new_session(app):
    upload(app, RESUME)
    go(app, "gaps")
    add_posting(app, "security_bullets.txt")
    go(app, "resume")
    correct(app, "macos", 2)
    go(app, "plan")
    app.number_input[0].set_value(9).run()
    left = [metric.value for metric in app.metric]
    levels = dict(app.session_state["session"].versions[0].corrections)
    assert levels == {"macos": Correction(2)}
    saved = workspace.dump(
        workspace.Workspace(
            versions=(
                SavedVersion("support", app.session_state["session"].versions[0].reading.document.text, "", {}, levels),
            ),
            postings=app.session_state["session"].posting_texts,
            role="own-my-postings",
            hours_a_week=9,
        )
    )

    new = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    new.file_uploader(key="saved-work").set_value(("work.json", saved, "application/json")).run()
    assert not new.exception
    assert "support" in texts(new)
    go(new, "plan")
    assert not new.exception
    assert [metric.value for metric in new.metric] == left


def test_damaged_work_is_refused_in_one_sentence_and_the_resume_is_kept(app):
    upload(app, RESUME)
    app.file_uploader(key="saved-work").set_value(("work.json", b"{", "application/json")).run()

    assert not app.exception
    assert "no valid JSON" in app.error[0].value
    assert "support" in texts(app)
