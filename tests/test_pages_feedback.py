"""The feedback page, from the upload on."""

import pytest
from conftest import ROOT
from streamlit.testing.v1 import AppTest
from test_pages import aim, go, paste

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


def test_points_stand_by_urgency_with_their_lines_as_written(app):
    read(app, RESUME)

    assert not app.exception
    assert {"What is good", "What to improve"} < {one.value for one in app.header}
    assert [one.value for one in app.subheader] == ["Do first", "Worth doing"]
    assert "Lines that open weakly" in [expander.label.replace("\\", "") for expander in app.expander]
    quoted = "\u201cResponsible for the [backups](http://example.com) of $two$ servers\u201d"
    assert quoted in [text.value for text in app.text]
    assert not any("example.com" in markdown.value for markdown in app.markdown)


def test_a_line_that_may_show_a_listed_skill_is_asked_about(app):
    read(app, RESUME)

    said = [text.value for text in app.text]
    place = said.index("\u201cReset 40 accounts in Active Directory and Windows\u201d")
    assert said[place + 1].startswith("You list Group Policy. Did you use it here?")


def test_what_the_chosen_role_asks_for_comes_first(app):
    def listed():
        return next(text.value for text in app.text if text.value.startswith("Listed, and in no"))

    read(app, RESUME)
    aim(app, "devops-intern")
    before = listed()

    aim(app, "soc-analyst-intern")

    assert before == "Listed, and in no job, project or lab: Docker, Group Policy, Wireshark."
    assert listed() == "Listed, and in no job, project or lab: Wireshark, Docker, Group Policy."


def test_points_and_interview_questions_can_be_downloaded(app):
    read(app, RESUME)

    labels = [button.label for button in app.get("download_button")]
    assert labels[-2:] == ["Download the points as CSV", "Download the interview questions as CSV"]
