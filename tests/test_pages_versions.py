"""Versions of the resume in a session, from the upload on."""

import pytest
from conftest import FIXTURES, ROOT
from streamlit.testing.v1 import AppTest
from test_pages import correct

OLD = "SKILLS\nPython, SQL\n\nPROJECTS\nPortfolio, 2024\n- Built a web page in HTML and CSS\n"
NEW = OLD + "Home lab, 2025\n- Set up Docker on Ubuntu and wrote a backup script in Python\n"


@pytest.fixture
def app():
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def go(app, page):
    return app.switch_page(f"skillgap/ui/pages/{page}.py").run()


def paste(app, text):
    go(app, "start")
    app.text_area(key="pasted-text").set_value(text)
    button(app, "Read the pasted text").click().run()
    assert not app.exception


def button(app, start):
    return next(one for one in app.button if one.label.startswith(start))


def version_chooser(app):
    return next(one for one in app.selectbox if one.label == "Version of your resume")


def skills(app):
    go(app, "resume")
    assert not app.exception
    table = next(frame.value for frame in app.dataframe if "level name" in frame.value)
    return set(table[table["level name"] != "none"]["skill"])


def test_a_second_resume_does_not_replace_the_first(app):
    paste(app, OLD)
    paste(app, NEW)
    assert "Docker" in skills(app)

    go(app, "resume")
    version_chooser(app).set_value(0).run()

    assert not app.exception
    assert "Docker" not in skills(app)


def test_the_same_text_again_is_no_new_version(app):
    paste(app, OLD)
    paste(app, NEW)
    paste(app, OLD)

    assert len(version_chooser(app).options) == 2
    assert version_chooser(app).value == 0


ANN = "Ann Example\nann@example.com\n\n" + OLD
BEN = "Ben Sample\nben@example.com\n\n" + NEW


def test_another_persons_resume_is_asked_about_before_it_is_compared(app):
    paste(app, ANN)
    paste(app, BEN)

    assert any("Is this the same person?" in one.value for one in app.markdown)
    go(app, "internship")
    assert not [one for one in app.selectbox if one.label == "Earlier version"]

    go(app, "start")
    button(app, "No, delete the earlier resume").click().run()
    assert not app.exception
    assert [one.reading.document.text[:3] for one in app.session_state["session"].versions] == ["Ben"]


def test_a_version_of_the_same_person_is_compared_once_that_is_said(app):
    paste(app, ANN)
    paste(app, BEN)
    button(app, "Yes, it is another version").click().run()

    go(app, "internship")

    assert [one.label for one in app.selectbox if one.label == "Earlier version"]


def test_a_version_can_be_forgotten(app):
    paste(app, OLD)
    paste(app, NEW)

    button(app, "Delete this version").click().run()

    assert not app.exception
    assert not [one for one in app.selectbox if one.label == "Version of your resume"]
    assert "Docker" not in skills(app)


def test_levels_set_in_one_version_are_taken_over_into_the_next_on_request(app):
    paste(app, OLD)
    go(app, "resume")
    correct(app, "macos", 2)
    assert "macOS" in skills(app)
    paste(app, NEW)
    assert "macOS" not in skills(app)

    go(app, "resume")
    button(app, "Copy the 1 level").click().run()

    assert "macOS" in skills(app)


def test_progress_tells_what_the_later_version_gained(app):
    paste(app, OLD)
    go(app, "internship")
    assert "to see the changes here" in " ".join(one.value for one in app.info)
    paste(app, NEW)

    go(app, "internship")

    assert not app.exception
    table = next(frame.value for frame in app.dataframe if "change" in frame.value).set_index("skill")
    assert table.loc["Docker", ["change", "before", "after"]].tolist() == ["gained", 0, 2]
    assert table.loc["Python", ["change", "before", "after"]].tolist() == ["strengthened", 1, 2]
    assert (
        int(next(one.value for one in app.metric if one.label == "Skills gained"))
        == (table["change"] == "gained").sum()
    )


def test_an_upload_of_another_file_is_a_version_too(app):
    paste(app, OLD)
    path = FIXTURES / "resumes" / "support_one_column.pdf"
    go(app, "start").file_uploader(key="upload").set_value((path.name, path.read_bytes(), "application/pdf")).run()

    assert len(version_chooser(app).options) == 2
    assert version_chooser(app).value == 1
