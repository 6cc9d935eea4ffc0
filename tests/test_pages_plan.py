"""The plan page as a student uses it, from the upload on (Streamlit's AppTest)."""

import re
from datetime import date, timedelta

import pytest
from conftest import FIXTURES
from streamlit.testing.v1 import AppTest
from test_pages import ROOT, go, upload

from skillgap import workspace
from skillgap.model.resume import Correction
from skillgap.plan.learning_plan import PROJECT, PROJECT_NAME
from skillgap.plan.preferences import ALLOWED_COSTS
from skillgap.ui import plan_settings, plan_steps

RESUME = FIXTURES / "resumes" / "support_one_column.pdf"
ROLE = "it-support-intern"


@pytest.fixture
def app():
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return go(upload(opened, RESUME), "plan")


@pytest.fixture
def everything(app):
    """The page with everything that is open."""
    return set_mode(app, 1)


def set_mode(app, place):
    app.radio(key="mode").set_value(plan_settings.MODES[place]).run()
    assert not app.exception
    return app


def steps(app):
    """The names of the topics in their order."""
    return list(plan(app)["topic"])


def ids(app):
    """The ids of the steps to do in their order, as their buttons have them."""
    return [str(one.key).removeprefix("leave-") for one in app.button if str(one.key).startswith("leave-")]


def plan(app):
    return table(app, "due")


def table(app, column):
    return next(frame.value for frame in app.dataframe if column in frame.value)


def metric(app, label):
    return next(one.value for one in app.metric if one.label == label)


def press(app, key):
    next(button for button in app.button if button.key == key).click().run()
    assert not app.exception
    return app


def said(app):
    kinds = (app.warning, app.info, app.success, app.caption, app.text, app.markdown)
    return " ".join(str(one.value) for kind in kinds for one in kind).replace("\\", "")


def test_the_plan_opens_with_what_fits_and_what_the_core_takes(app):
    topics = [name for name in steps(app) if name != "One project that shows it all"]

    assert f"Your plan for 72 hours: {len(topics)} topics." in said(app)
    assert "The core of this role is about " in said(app)
    assert int(metric(app, "Hours of the plan")) == plan(app)["hours"].sum() <= 72


def test_a_card_tells_study_and_task_what_to_learn_from_and_how_to_show_it(app, known):
    first = plan(app).iloc[0]
    topic = next(one for one in known.role(ROLE).topics if one.name == first["topic"])

    told = re.search(rf"{first['hours']} h \((\d+) study, (\d+) task\) by ", said(app))
    study, task = map(int, told.groups())
    assert study + task == first["hours"]
    assert study <= topic.study_hours
    assert task >= topic.proof_hours
    assert f"Learn: [{first['resource']}]({first['url']})" in said(app)
    assert f"**Show it:** {topic.task}" in said(app)
    assert topic.why in said(app)


def test_a_step_goes_later_and_earlier_and_the_dates_follow(app):
    first, second, *others = steps(app)
    moved = ids(app)[0]

    press(app, f"Later-{moved}")
    assert steps(app) == [second, first, *others]
    assert plan(app)["start"].is_monotonic_increasing

    press(app, f"Earlier-{moved}")
    assert steps(app) == [first, second, *others]


def test_a_step_that_needs_another_cannot_go_before_it_and_the_page_says_why(app, known):
    app.selectbox(key="role").set_value("backend-intern").run()
    set_mode(app, 1)
    names = {topic.id: topic.name for topic in known.role("backend-intern").topics}
    before = ids(app)
    later = next(
        topic
        for place, topic in enumerate(known.role("backend-intern").topics)
        if topic.id in before[1:] and before[before.index(topic.id) - 1] in topic.after
    )
    sooner = before[before.index(later.id) - 1]

    press(app, f"Earlier-{later.id}")

    assert app.toast[0].value.replace("\\", "") == f"It cannot go earlier: {later.name} needs {names[sooner]} first."
    assert ids(app) == before


def test_a_step_of_another_tier_does_not_change_places_with_a_core_one(everything, known):
    core = {topic.id for topic in known.role(ROLE).topics if topic.tier == "core"}
    before = ids(everything)
    first = next(one for one in before[1:] if one not in core)
    assert before[before.index(first) - 1] in core

    press(everything, f"Earlier-{first}")

    assert everything.toast[0].value == "Core topics come before the others\\."
    assert ids(everything) == before


def test_a_step_is_done_first_with_what_it_needs(app, known):
    app.selectbox(key="role").set_value("backend-intern").run()
    set_mode(app, 1)
    core = {topic.id: topic for topic in known.role("backend-intern").topics if topic.tier == "core"}
    last = next(one for one in reversed(ids(app)) if one in core and set(core[one].after) & set(ids(app)))

    press(app, f"first-{last}")

    place = ids(app).index(last)
    assert set(core[last].after) & set(ids(app)) <= set(ids(app)[:place])
    assert place < len(core) - 1
    assert app.toast[0].value.startswith(f"{core[last].name} is now first, after ")


def test_a_step_of_a_later_tier_that_is_done_first_stays_behind_the_core_and_says_so(everything, known):
    tiers = {topic.id: topic.tier for topic in known.role(ROLE).topics}
    before = ids(everything)
    later = [one for one in before if tiers.get(one) == "later"]
    assert len(later) > 1

    press(everything, f"first-{later[-1]}")

    after = [one for one in ids(everything) if tiers.get(one) == "later"]
    assert after[0] == later[-1]
    assert [one for one in ids(everything) if tiers.get(one) == "core"] == [
        one for one in before if tiers.get(one) == "core"
    ]
    name = next(topic.name for topic in known.role(ROLE).topics if topic.id == later[-1])
    assert everything.toast[0].value.replace("\\", "") == (
        f"{name} is now first among the later topics. Core and next topics stay before it."
    )


def test_a_step_that_is_skipped_is_told_among_what_is_left_and_can_be_taken_back(app):
    before, first = steps(app), ids(app)[0]

    press(app, f"leave-{first}")
    assert before[0] not in steps(app)
    left = table(app, "why").set_index("topic")
    assert left.loc[before[0], "why"] == "You left it out."
    app.selectbox(key="role").set_value("ux-intern").run()
    assert [one.label for one in app.button if one.label.startswith("Restore ")] == []

    app.selectbox(key="role").set_value(ROLE).run()
    press(app, f"back-{first}")
    assert steps(app) == before


def test_the_project_can_be_skipped_and_done_like_any_other_step(app):
    before = steps(app)
    assert PROJECT_NAME in before

    press(app, f"leave-{PROJECT}")
    assert PROJECT_NAME not in steps(app)
    press(app, f"back-{PROJECT}")
    assert steps(app) == before

    press(app, f"done-{PROJECT}")
    assert plan(app).set_index("topic").loc[PROJECT_NAME, "status"] == "done"
    assert f"done-{PROJECT}" not in {one.key for one in app.button}
    press(app, f"undone-{PROJECT}")
    assert steps(app) == before


def test_what_can_be_done_already_counts_on_the_students_word_and_gaps_and_saved_work_follow(app, known):
    before, first = steps(app), ids(app)[0]
    topic = next(one for one in known.role(ROLE).topics if one.id == first)
    now = metric(app, "Coverage now")

    press(app, f"can-{first}")

    assert before[0] not in steps(app)
    assert int(metric(app, "Coverage now").rstrip("%")) > int(now.rstrip("%"))
    corrections = app.session_state["session"].versions[0].corrections
    assert set(corrections) <= {option for one in known.role(ROLE).requirements for option in one.options}
    assert set(corrections.values()) == {Correction(2, f"Said on the plan: {topic.name}")}
    with_file = workspace.load(workspace.dump(saved(app)))
    assert dict(with_file.versions[0].corrections) == corrections
    go(app, "gaps")
    row = table(app, "points").set_index("topic").loc[[topic.name]]
    assert set(row["status"]) == {"met"}
    assert row["reason"].str.contains("Set by you: Said on the plan").any()

    press(go(app, "plan"), "unsay-0")
    assert (steps(app), metric(app, "Coverage now")) == (before, now)


def saved(app):
    """The work of a session that holds one version, as its file would."""
    version = app.session_state["session"].versions[0]
    text = version.reading.document.text
    return workspace.Workspace((workspace.SavedVersion("ann", text, "", {}, dict(version.corrections)),))


def test_eight_steps_are_in_sight_four_of_them_open_and_the_others_are_folded(everything):
    everything.selectbox(key="role").set_value("ux-intern").run()
    names = [one for one in everything.expander if one.label.replace("\\", "")[:2] in ("5.", "6.", "7.", "8.")]
    assert [[str(one.key) for one in fold.button if str(one.key).startswith("done-")] for fold in names] == [
        [f"done-{one}"] for one in ids(everything)[plan_steps.MAX_OPEN : plan_steps.MAX_IN_SIGHT]
    ]
    folded = next(one for one in everything.expander if one.label.startswith("Later: "))

    inside = [str(one.key) for one in folded.button if str(one.key).startswith("done-")]
    every = ids(everything)
    assert [f"done-{one}" for one in every[plan_steps.MAX_IN_SIGHT :]] == inside
    hours = plan(everything)["hours"].iloc[plan_steps.MAX_IN_SIGHT :].sum()
    assert folded.label == f"Later: {len(inside)} steps, {hours} h"


def test_every_resource_that_is_offered_can_be_chosen_and_keeps_the_hours_of_the_topic(everything, known):
    app, tried = everything, 0
    before = plan(app)["hours"].tolist()
    for topic_id in ids(app):
        box = choice(app, "from", topic_id)
        if box is not None:
            box.set_value(len(box.options) - 1).run()

            assert not app.exception
            box = choice(app, "from", topic_id)
            title = box.options[-1].rpartition(", ")[0].rpartition(", ")[0]
            assert box.value == len(box.options) - 1
            assert f"[{title}](" in said(app)
            tried += 1
    assert tried > 3
    assert plan(app)["hours"].tolist() == before


def choice(app, kind, topic_id):
    """The box of a step in which another resource, or another variant, is chosen; nothing where there is none."""
    return next((one for one in app.selectbox if str(one.key).startswith(f"{kind}-{topic_id}-")), None)


def test_a_plan_that_changes_for_another_reason_is_no_choice_of_the_users(app):
    app.selectbox(key="role").set_value("cloud-intern").run()
    set_mode(app, 1)
    first = plan(app).to_dict("list")

    app.selectbox(key="cost").set_value("").run()
    app.selectbox(key="role").set_value("data-engineer-intern").run()
    set_mode(app, 0)
    app.selectbox(key="cost").set_value("free").run()
    app.selectbox(key="role").set_value("cloud-intern").run()
    set_mode(app, 1)

    assert plan(app).to_dict("list") == first
    assert "set-back" not in [one.key for one in app.button]


def test_a_topic_can_be_learned_in_another_cloud_and_set_back(app, known):
    app.selectbox(key="role").set_value("cloud-intern").run()
    set_mode(app, 1)
    box = choice(app, "variant", "cloud-start")
    other = next(one for one in ("aws", "azure", "google-cloud") if one != box.value)
    before = plan(app).to_dict("list")

    box.set_value(other).run()

    assert not app.exception
    changed = plan(app).to_dict("list")
    assert changed["skill"] != before["skill"]
    assert changed["topic"] == before["topic"]
    assert choice(app, "variant", "cloud-start").value == other

    press(app, "set-back")
    assert plan(app).to_dict("list") == before


def test_a_filter_that_nothing_passes_keeps_the_step_and_says_so(everything):
    before = steps(everything)

    everything.multiselect(key="formats").set_value(["project"]).run()

    assert not everything.exception
    assert steps(everything) == before
    assert "No resource for this topic fits your filters, so all are shown." in said(everything)


def test_free_without_an_account_leaves_no_account_where_there_is_a_choice(everything, known):
    everything.selectbox(key="cost").set_value("no-account").run()

    assert not everything.exception
    free = ALLOWED_COSTS["no-account"]
    resources = {one.title: one for one in known.resources.values()}
    checked = 0
    for row in plan(everything).to_dict("records"):
        main = next(one for one in known.skills.values() if one.name == row["skill"].split(", ")[0])
        if row["resource"] and any(one.cost in free for one in known.teaching[main.id]):
            assert resources[row["resource"]].cost in free
            checked += 1
    assert checked > 3


def test_a_plan_that_ends_late_says_by_how_much_and_what_would_do(everything):
    everything.number_input(key="weekly").set_value(2).run()

    (warning,) = everything.warning
    hours = int(metric(everything, "Hours of the plan"))
    budget = 2 * 12  # twelve weeks and a day
    assert f"needs {hours - budget} hours more than you have" in warning.value
    weekly = int(warning.value.split("fit with ")[1].split(" hours")[0])
    everything.number_input(key="weekly").set_value(weekly).run()
    assert not everything.warning
    everything.number_input(key="weekly").set_value(weekly - 1).run()
    assert everything.warning


def test_a_deadline_that_has_passed_is_said(app):
    app.date_input(key="deadline").set_value(date.today() - timedelta(days=3)).run()

    assert not app.exception
    assert "Set a later deadline" in app.warning[0].value


def test_hours_that_are_too_few_leave_core_topics_for_later_and_say_so(app):
    app.selectbox(key="role").set_value("backend-intern").run()
    app.number_input(key="weekly").set_value(1).run()

    assert "Apply already: many internships teach what is left of the core." in said(app)
    assert set(table(app, "why")["tier"]) == {"core", "next", "later"}


def test_stories_stand_below_the_plan_and_take_no_hours(app, known):
    asked = [one for one in known.role(ROLE).requirements if one.story]

    assert len(asked) >= 3
    assert "Interview stories to prepare (no hours)" in [one.label for one in app.expander]
    assert [one.story for one in asked if one.story not in said(app)] == []
    assert not {known.name(one.skill_id) for one in asked} & {
        name for row in plan(app)["skill"] for name in row.split(", ")
    }


def test_what_is_set_on_the_plan_holds_on_other_pages(app):
    press(app, f"leave-{ids(app)[0]}")
    app.selectbox(key="cost").set_value("no-account").run()
    set_mode(app, 1)
    before = steps(app)

    go(app, "gaps")
    go(app, "plan")

    assert steps(app) == before
    assert app.selectbox(key="cost").value == "no-account"
    assert app.radio(key="mode").value == plan_settings.MODES[1]


def test_what_was_set_on_the_plan_comes_back_with_saved_work(app, known):
    first, second, third = ids(app)[:3]
    topics = {topic.id: topic for topic in known.role(ROLE).topics}
    book = [one for one in known.teaching[topics[third].skill_ids[0]] if one.cost == "free"][-1]
    data = workspace.dump(
        workspace.Workspace(
            versions=(
                workspace.SavedVersion("ann.txt", app.session_state["session"].versions[0].reading.document.text),
            ),
            role=ROLE,
            skip=(first, "gone"),
            done={second: "2026-11-02"},
            order=(third, "gone"),
            chosen={third: book.id, "gone": "gone"},
            variants={"gone": "gone"},
            cost="no-account",
            formats=(book.kind, "unheard of"),
            everything=True,
        )
    )

    new = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    new.file_uploader(key="saved-work").set_value(("work.json", data, "application/json")).run()
    go(new, "plan")

    assert not new.exception
    assert steps(new)[:2] == [topics[second].name, topics[third].name]
    assert topics[first].name not in steps(new)
    rows = plan(new).set_index("topic")
    assert rows.loc[topics[second].name, "status"] == "done"
    assert new.date_input(key=f"day-{second}").value == date(2026, 11, 2)
    assert f"Learn: [{book.title}]({book.url})" in said(new)
    assert (new.selectbox(key="cost").value, new.multiselect(key="formats").value) == ("no-account", [book.kind])
    assert new.radio(key="mode").value == plan_settings.MODES[1]
