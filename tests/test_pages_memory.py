"""What a page shows from memory is what it would work out anew, whatever was changed since (Streamlit's AppTest)."""

import pytest
from test_pages import RESUME, aim, app, go, table_with, texts, upload  # noqa: F401
from test_pages_plan import press
from test_pages_versions import NEW, OLD, paste

ROLE = b"""
name = "Lab assistant"
about = "Keeps labs."
reviewed = 2026-11-23
[requirements.python]
importance = 4
level = 2
"""


@pytest.fixture
def opened(app):  # noqa: F811
    return upload(app, RESUME)


def shown(app):  # noqa: F811
    """Words, numbers, tables and figures of the page."""
    tables = [frame.value.to_csv() for frame in app.dataframe]
    bodies = [one.proto.body for one in app.get("html") if not one.proto.body.startswith("<script>")]
    figures = [figure.proto.spec for figure in app.get("plotly_chart")]
    pieces = [*((one.label, one.value) for one in app.metric), *(tuple(one.options) for one in app.multiselect)]
    return [texts(app), *bodies, *pieces, *tables, *figures]


def is_fresh(app):  # noqa: F811
    """Whether a page that remembers nothing shows the same."""
    remembered = shown(app)
    app.session_state["session"].memory.answers.clear()
    return shown(app.run()) == remembered


@pytest.mark.parametrize(
    ("name", "key"),
    [*((name, "role") for name in ("start", "resume", "gaps", "plan", "internship")), ("catalogue", "shown-role")],
)
def test_another_role_is_shown_and_the_first_one_again(opened, name, key):
    go(opened, name)
    opened.selectbox(key=key).set_value("it-support-intern").run()
    first = shown(opened)

    opened.selectbox(key=key).set_value("backend-intern").run()
    assert shown(opened) != first
    assert is_fresh(opened)
    opened.selectbox(key=key).set_value("it-support-intern").run()
    assert shown(opened) == first


def test_a_level_that_the_user_sets_shows_on_every_page(opened):
    names = ("start", "gaps", "plan", "internship", "resume")
    before = {name: shown(go(opened, name)) for name in names}

    next(one for one in opened.selectbox if one.label == "Skill").set_value("active-directory")
    next(one for one in opened.selectbox if one.label == "Level").set_value(0)
    next(one for one in opened.button if one.label == "Set this level").click().run()

    for name in names:
        assert shown(go(opened, name)) != before[name], name
        assert is_fresh(opened), name
    next(one for one in opened.button if one.label.startswith("Undo")).click().run()
    for name in names:
        assert shown(go(opened, name)) == before[name], name


def test_what_is_set_on_the_plan_changes_what_it_and_the_internship_page_show(opened):
    go(opened, "plan")
    first = shown(opened)
    key = next(one.key for one in opened.button if str(one.key).startswith("leave-"))
    press(opened, key)
    second = shown(opened)
    assert second != first
    assert is_fresh(opened)

    opened.number_input(key="weekly").set_value(3).run()
    third = shown(opened)
    assert third not in (first, second)
    assert is_fresh(opened)

    opened.selectbox(key="cost").set_value("no-account").run()
    assert is_fresh(opened)
    go(opened, "internship")
    assert is_fresh(opened)


def test_another_version_of_the_resume_shows_its_own(app):  # noqa: F811
    paste(app, OLD)
    aim(app, "backend-intern")
    go(app, "gaps")
    old = shown(app)

    paste(app, NEW)
    go(app, "gaps")

    assert shown(app) != old
    assert is_fresh(app)
    go(app, "internship")
    assert is_fresh(app)


def test_data_of_ones_own_changes_the_catalogue_and_the_roles(opened):
    go(opened, "catalogue")
    before = shown(opened)

    opened.file_uploader[0].set_value([("lab-assistant.toml", ROLE, "application/toml")]).run()
    assert shown(opened) != before
    assert is_fresh(opened)
    assert "Lab assistant" in list(table_with(go(opened, "gaps"), "still asked")["role"])

    next(one for one in go(opened, "catalogue").button if one.label == "Remove my data").click().run()
    assert shown(opened) == before
    assert "Lab assistant" not in list(table_with(go(opened, "gaps"), "still asked")["role"])


def test_what_no_page_asks_for_any_more_is_let_go(opened):
    first = opened.session_state["session"].versions[0].reading

    paste(opened, NEW)
    next(one for one in opened.selectbox if one.label == "Version of your resume").set_value(0).run()
    next(one for one in opened.button if one.label == "Delete this version").click().run()
    for _ in range(11):
        opened.run()

    answers = opened.session_state["session"].memory.answers
    kept = [one for several in answers.values() for answer in several for one in answer.inputs[0]]
    assert not any(one is first or one is first.profile for one in kept)
