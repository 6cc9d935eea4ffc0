"""The editor of a role of one's own, on the Catalogue page: made, refused, aimed at, saved and taken up again."""

from datetime import date

import pytest
from browsing import settled
from conftest import ROOT
from streamlit.testing.v1 import AppTest
from test_pages import go

from skillgap import workspace
from skillgap.taxonomy import own_role

NAME = "Lab *assistant*"


@pytest.fixture
def app():
    started = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    started.session_state["own-role"] = True
    return go(started.run(), "catalogue")


def field(app, label):
    return next(one for one in app.text_input if one.label == label)


def button(app, label):
    return next((one for one in app.button if one.label == label), None)


def held(app):
    return app.session_state["session"]


def made(app, base="it-support-intern"):
    app.selectbox(key="own-base").set_value(base).run()
    field(app, "Name of your role").set_value(NAME).run()
    app.multiselect(key=f"own-added-{base}").set_value(["python", "creativity"]).run()
    button(app, "Keep it and make it my target").click().run()
    return app


def test_a_copy_with_added_skills_becomes_the_target(app, known):
    made(app)

    assert not app.exception
    (role,) = held(app).own_roles
    assert (role.id, role.name) == ("my-lab-assistant", NAME)
    assert held(app).role == role.id
    asked = {one.skill_id: one.tier for one in role.requirements}
    assert (asked["python"], asked["creativity"]) == ("core", "soft")
    base = known.role("it-support-intern")
    assert {one.skill_id for one in base.requirements} < set(asked)


def test_a_role_without_a_name_and_one_that_breaks_a_rule_are_refused_in_a_sentence(app, known):
    app.selectbox(key="own-base").set_value("it-support-intern").run()
    field(app, "Name of your role").set_value(" ").run()
    assert "The role has no name" in app.error[0].value.replace("\\", "")
    assert button(app, "Keep it and make it my target") is None

    field(app, "Name of your role").set_value("Mine").run()
    twin = known.role("it-support-intern").requirements[0].options[1]
    app.multiselect(key="own-added-it-support-intern").set_value([twin]).run()
    assert any("is already required by" in one.value for one in app.error)
    assert held(app).own_roles == ()


def test_a_role_that_was_kept_can_be_removed_and_goes_with_the_saved_work(app):
    made(app)
    saved = workspace.load(workspace.dump(workspace.Workspace(own_roles=(
        own_role.to_toml(held(app).own_roles[0], reviewed=date(2026, 11, 24)).decode(),
    ))))  # fmt: skip
    before = held(app).own_roles

    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    data = workspace.dump(workspace.Workspace(own_roles=(*saved.own_roles, "name = 3"), role="my-lab-assistant"))
    other.file_uploader(key="saved-work").set_value(("work.json", data, "application/json")).run()

    assert not other.exception
    assert held(other).own_roles == before
    assert held(other).role == "my-lab-assistant"
    assert "Role 2 of your saved work was left out." in other.error[0].value.replace("\\", "")
    app.button(key="own-remove-my-lab-assistant").click().run()
    assert held(app).own_roles == ()


@pytest.mark.browser
def test_what_was_typed_into_a_cell_is_asked_for_also_after_a_skill_was_added(page, address):
    page.goto(f"{address}/catalogue")
    settled(page)
    page.get_by_text("Make your own role").click()
    settled(page)
    grid = page.get_by_test_id("stDataFrame").first.locator("canvas").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    page.mouse.click(box["x"] + 0.4 * box["width"], box["y"] + 55)
    page.wait_for_timeout(400)
    page.keyboard.type("2")
    page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    page.wait_for_timeout(1500)
    settled(page)
    page.get_by_label("Add skills").click()
    page.get_by_label("Add skills").fill("Docker Compose")
    page.get_by_role("option", name="Docker Compose", exact=True).click()
    page.keyboard.press("Escape")
    settled(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download as a data file (TOML)").click()
    text = taken.value.path().read_text(encoding="utf-8")

    assert 'name = "My Penetration testing and application security intern"' in text
    assert "[requirements.docker-compose]" in text
    assert "importance = 2" in text.split("[topics.requirements.burp-suite]")[1].split("[", 1)[0]
