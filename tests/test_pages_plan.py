"""The plan page as a student uses it, from the upload on (Streamlit's AppTest)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from conftest import FIXTURES
from streamlit.testing.v1 import AppTest
from test_pages import ROOT, go, upload

from skillgap import workspace
from skillgap.ui import plan_settings

RESUME = FIXTURES / "resumes" / "support_one_column.pdf"


@pytest.fixture
def app():
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return go(upload(opened, RESUME), "plan")


def steps(app):
    """The names of the steps in their order."""
    return list(plan(app)["skill"])


def plan(app):
    return next(frame.value for frame in app.dataframe if "due" in frame.value)


def metric(app, label):
    return next(one.value for one in app.metric if one.label == label)


def press(app, key):
    next(button for button in app.button if button.key == key).click().run()
    assert not app.exception
    return app


def ids(app, known):
    names = {one.name: one.id for one in known.skills.values()}
    return [names[name] for name in steps(app)]


def said(app):
    return " ".join(str(one.value) for kind in (app.warning, app.info, app.success, app.caption) for one in kind)


def table(app, column):
    return next(frame.value for frame in app.dataframe if column in frame.value)


def test_a_step_goes_later_and_earlier_and_the_dates_follow(app):
    first, second, *others = steps(app)

    key = next(button.key for button in app.button if str(button.key).startswith("Later-"))
    press(app, key)
    assert steps(app) == [second, first, *others]
    assert plan(app)["start"].is_monotonic_increasing

    press(app, key.replace("Later", "Earlier"))
    assert steps(app) == [first, second, *others]


def test_a_step_that_needs_another_cannot_go_before_it_and_the_page_says_why(app, known):
    app.selectbox(key="role").set_value("backend-intern").run()
    app.radio(key="mode").set_value(plan_settings.MODES[1]).run()
    before = ids(app, known)
    sooner, later = next((one, other) for one, other in pairwise(before) if one in known.skills[other].prerequisites)

    press(app, f"Earlier-{later}")

    said = app.toast[0].value.replace("\\", "")
    assert said == f"It cannot go earlier: {known.name(later)} needs {known.name(sooner)} first."
    assert ids(app, known) == before


def test_a_step_is_done_first_with_what_it_needs(app, known):
    last = ids(app, known)[-1]

    press(app, f"first-{last}")

    needed = [one for one in known.skills[last].prerequisites if one in ids(app, known)]
    assert ids(app, known)[len(needed)] == last


def test_a_step_left_out_is_told_among_what_is_left_and_can_be_taken_back(app, known):
    before = steps(app)
    first = ids(app, known)[0]

    press(app, f"leave-{first}")
    assert before[0] not in steps(app)
    left = table(app, "why").set_index("skill")
    assert left.loc[before[0], "why"] == "You left it out."

    press(app, f"back-{first}")
    assert steps(app) == before


def test_a_step_ticked_off_keeps_its_day_and_changes_nothing_that_the_resume_shows(app, known):
    first, name, now, after = (
        ids(app, known)[0],
        steps(app)[0],
        metric(app, "Coverage now"),
        metric(app, "Coverage after"),
    )
    hours = int(metric(app, "Hours of the plan"))

    app.checkbox(key=f"done-{first}").set_value(True).run()

    assert not app.exception
    row = plan(app).set_index("skill").loc[name]
    assert (row["status"], row["start"]) == ("done", "")
    assert metric(app, "Coverage now") == now
    assert int(metric(app, "Coverage after").rstrip("%")) >= int(after.rstrip("%"))
    assert "1 step done. Once your resume shows them" in said(app)
    yesterday = date.today() - timedelta(days=1)
    app.date_input(key=f"day-{first}").set_value(yesterday).run()
    assert f"done {yesterday.day} " in next(one.label for one in app.expander if name in one.label)

    app.checkbox(key=f"done-{first}").set_value(False).run()
    assert set(plan(app)["status"]) == {"to do"}
    assert int(metric(app, "Hours of the plan")) == hours


def test_another_resource_changes_hours_and_totals(app, known):
    before = plan(app)
    box = next(box for box in app.selectbox if str(box.key).startswith("from-") and len(box.options) > 1)
    place = next(number for number in range(len(box.options)) if number != box.value)
    chosen = box.options[place]

    box.set_value(place).run()

    assert not app.exception
    changed = plan(app)
    row = changed[changed["resource"] == chosen.rsplit(" (", 1)[0]].iloc[0]
    assert f", {row['hours']} h, " in chosen
    assert int(metric(app, "Hours of the plan")) == changed["hours"].sum()
    assert not changed.equals(before)


def test_another_skill_can_meet_a_demand_that_several_would(app, known):
    app.selectbox(key="role").set_value("cloud-intern").run()
    clouds = ["aws", "azure", "google-cloud"]
    (taken,) = {f"option-{one}-0" for one in clouds} & {box.key for box in app.selectbox}
    taken = taken.removeprefix("option-").removesuffix("-0")
    other = next(one for one in clouds if one != taken)
    app.radio(key="mode").set_value(plan_settings.MODES[1]).run()

    next(box for box in app.selectbox if box.key == f"option-{taken}-0").set_value(other).run()

    assert not app.exception
    assert known.name(other) in steps(app)

    press(app, "set-back")
    assert known.name(taken) in steps(app)


def test_a_filter_that_nothing_passes_keeps_the_step_and_says_so(app):
    before = set(steps(app))
    app.radio(key="mode").set_value(plan_settings.MODES[1]).run()
    everything = set(steps(app))

    app.multiselect(key="formats").set_value(["video"]).run()

    assert not app.exception
    assert set(steps(app)) == everything >= before
    assert "No resource for this skill fits your filters, so all are shown." in said(app)


def test_free_without_an_account_leaves_no_account_where_there_is_a_choice(app, known):
    app.selectbox(key="cost").set_value("no-account").run()

    assert not app.exception
    shown = plan(app)
    for skill, cost in zip(shown["skill"], shown["cost"], strict=True):
        skill_id = next(one.id for one in known.skills.values() if one.name == skill)
        assert cost == "free" or all(one.cost != "free" for one in known.teaching[skill_id])


def test_a_plan_that_ends_late_says_by_how_much_and_what_would_do(app):
    app.radio(key="mode").set_value(plan_settings.MODES[1]).run()

    (warning,) = app.warning
    hours, budget = int(metric(app, "Hours of the plan")), int(metric(app, "Hours until the deadline"))
    assert f"needs {hours - budget} hours more than you have" in warning.value
    weekly = int(warning.value.split("fit with ")[1].split(" hours")[0])
    app.number_input(key="weekly").set_value(weekly).run()
    assert not app.warning
    app.number_input(key="weekly").set_value(weekly - 1).run()
    assert app.warning


def test_a_deadline_that_has_passed_is_said(app):
    app.date_input(key="deadline").set_value(date.today() - timedelta(days=3)).run()

    assert not app.exception
    assert "Set a later deadline" in app.warning[0].value


def test_more_hours_are_offered_with_what_they_would_add(app):
    app.number_input(key="weekly").set_value(2).run()
    row = table(app, "learn too").iloc[-1]
    after = float(metric(app, "Coverage after").rstrip("%"))

    assert row["coverage"] == pytest.approx(after + row["adds"], abs=0.5)
    assert any(one.value.startswith("With ") and " h more you could add" in one.value for one in app.text)


def test_what_is_set_on_the_plan_holds_on_other_pages(app, known):
    first = ids(app, known)[0]
    press(app, f"leave-{first}")
    app.selectbox(key="cost").set_value("no-account").run()
    app.radio(key="mode").set_value(plan_settings.MODES[1]).run()
    before = steps(app)

    go(app, "gaps")
    go(app, "plan")

    assert steps(app) == before
    assert app.selectbox(key="cost").value == "no-account"
    assert app.radio(key="mode").value == plan_settings.MODES[1]


def test_what_was_set_on_the_plan_comes_back_with_saved_work(app, known):
    first, second, third = ids(app, known)[:3]
    book = next(one for one in known.teaching[third] if one != known.teaching[third][0])
    data = workspace.dump(
        workspace.Workspace(
            versions=(
                workspace.SavedVersion("ann.txt", app.session_state["session"].versions[0].reading.document.text),
            ),
            role="it-support-intern",
            skip=(first, "gone"),
            done={known.name(second): "2026-11-02"},
            order=(third, "gone"),
            chosen={third: book.id, "gone": "gone"},
            options={"gone": "gone"},
            cost="no-account",
            formats=("course", "unheard of"),
            levels=(1, 2),
            everything=True,
        )
    )

    new = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    new.file_uploader(key="saved-work").set_value(("work.json", data, "application/json")).run()
    go(new, "plan")

    assert not new.exception
    assert ids(new, known)[:2] == [second, third]
    assert first not in ids(new, known)
    rows = plan(new).set_index("skill")
    assert rows.loc[known.name(second), "status"] == "done"
    assert rows.loc[known.name(third), "resource"] == book.title
    assert (new.selectbox(key="cost").value, new.multiselect(key="formats").value) == ("no-account", ["course"])
    assert new.radio(key="mode").value == plan_settings.MODES[1]
