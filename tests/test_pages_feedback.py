"""The feedback page, from the upload on."""

import pytest
from conftest import ROOT
from streamlit.testing.v1 import AppTest
from test_pages import aim, go, paste

from skillgap import workspace

RESUME = """Ann *Example*
ann@example.com

EXPERIENCE
Technician, Example Ltd, June 2025 - Present
- Responsible for the [backups](http://example.com) of $two$ servers
- Reset 40 accounts in Active Directory and Windows
- Imaged 12 laptops
- Wrote six articles

SKILLS
Group Policy, Docker, Wireshark
"""


@pytest.fixture
def app():
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def read(app, text):
    return go(paste(app, text), "resume")


def test_the_worst_points_stand_first_with_their_lines_as_written(app):
    read(app, RESUME)

    assert not app.exception
    assert [one.value for one in app.header] == ["What to improve", "What is good"]
    titles = [one.value.replace("\\", "") for one in app.markdown if one.value.startswith("**")]
    worst = titles.index("**Skills that are listed but never shown**")
    assert worst < titles.index("**Lines with a weak opening**")
    quoted = "\u201cResponsible for the [backups](http://example.com) of $two$ servers\u201d"
    assert quoted in [text.value for text in app.text]
    assert not any("example.com" in markdown.value for markdown in app.markdown)


def test_seven_rules_are_shown_and_the_others_stand_behind_one_fold(app):
    bullets = (
        "- I was responsible for backups\n- Managing the accounts\n- Hard worker\n- Lamps\n- Preventive care of racks\n"
    )
    low = "- My coding skills might not be that great\n- Sold lamps at the fair\n"
    read(
        app, "Ann\nMarital status: single\n\nEXPERIENCE\nClerk, Example Ltd\n" + bullets + low + "\nSKILLS\nJava, sql\n"
    )

    folds = [expander.label for expander in app.expander]
    assert len([label for label in folds if label.startswith("Why it matters")]) == 7
    (fold,) = [one for one in app.expander if "smaller point" in one.label]
    rest = [one.value for one in fold.markdown if one.value.startswith("**")]
    assert fold.label == f"{len(rest)} smaller points, if you have time"
    assert len(rest) > 1


def test_a_line_that_may_show_a_listed_skill_is_asked_about(app):
    read(app, RESUME)

    (fold,) = [one for one in app.expander if one.label == "Skills you list: did you use them here? (1)"]
    said = [text.value for text in fold.text]
    place = said.index("Did you use Group Policy here?")
    assert said[place + 1] == "\u201cReset 40 accounts in Active Directory and Windows\u201d"


def test_what_the_chosen_role_asks_for_comes_first(app):
    def listed():
        return next(text.value for text in app.text if text.value.startswith("Listed, but not in"))

    read(app, RESUME)
    aim(app, "devops-intern")
    before = listed()

    aim(app, "soc-analyst-intern")

    assert before == "Listed, but not in any job, project or lab: Docker, Group Policy, Wireshark."
    assert listed() == "Listed, but not in any job, project or lab: Wireshark, Docker, Group Policy."


def test_points_and_interview_questions_can_be_downloaded(app):
    read(app, RESUME)

    labels = [button.label for button in app.get("download_button")]
    assert labels[-2:] == ["Download the points as CSV", "Download the interview questions as CSV"]


def test_a_json_resume_is_taken_where_a_resume_is_uploaded_and_saved_work_there_is_named(app):
    resume = b'{"basics": {"name": "Ann"}, "skills": [{"name": "Docker"}]}'
    app.file_uploader(key="upload").set_value(("ann.json", resume, "application/json")).run()

    assert not app.exception
    assert app.session_state["session"].versions[-1].reading.document.text == "Ann\n\nSkills\n- Docker\n"


def test_saved_work_dropped_as_a_resume_is_named(app):
    saved = workspace.dump(workspace.Workspace())
    app.file_uploader(key="upload").set_value(("work.json", saved, "application/json")).run()

    assert not app.exception
    assert "holds work that was saved in skillgap" in app.error[0].value.replace("\\", "")
