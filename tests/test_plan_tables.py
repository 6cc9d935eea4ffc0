from datetime import date

import pytest

from skillgap import charts, gap, schedule
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.plan import learning_plan
from skillgap.plan.learning_plan import BudgetOption
from skillgap.plan.preferences import PlanPreferences
from skillgap.tables import plan as plan_tables

MONDAY = date(2026, 11, 23)


@pytest.fixture
def case(world, skill, resource):
    """A taxonomy, a report of 40 % coverage and a profile: SQL is held; Git takes 2 h, Docker 4 h, Linux 14 h."""
    known = world(
        [skill("git"), skill("docker"), skill("sql"), skill("linux")],
        [("git", 1, 1), ("docker", 3, 1), ("sql", 4, 1), ("linux", 2, 1, "learn")],
        [resource("g", "git", hours=2), resource("d", "docker", hours=4), resource("l", "linux", hours=14)],
    )
    profile = SkillProfile("ann", (HeldSkill("sql", 1, "shown"),))
    return known, gap.compare(profile, known.role("tester"), known), profile


def test_what_is_left_says_why_and_what_it_would_add(case):
    known, report, profile = case
    wishes = PlanPreferences(skip={"git"})
    made = learning_plan.within(report, profile, known, 10, wishes=wishes)

    table = plan_tables.unplanned(
        report, learning_plan.unplanned_gaps(report, profile, known, made, wishes=wishes, hours=10), known
    )

    assert table[["skill", "tier", "hours", "why"]].values.tolist() == [
        ["Linux", "on the job", 14, "Does not fit: it takes 14 h more, and 6 h of yours are free."],
        ["Git", "to apply", 0, "You left it out."],
    ]
    assert table["possible"].tolist() == pytest.approx([20, 10])


def test_more_hours_are_a_table_and_a_sentence(case):
    known, report, _ = case
    bought, *more = [
        BudgetOption(3, 10.0, ("git",)), BudgetOption(4, 30.0, ("docker",)), BudgetOption(6, 40.0, ("docker", "git")),
        BudgetOption(20, 60.0, ("docker", "git", "linux")),
    ]  # fmt: skip

    table = plan_tables.purchases(report, [bought, *more], known)

    assert table[["hours_more", "learn_too", "instead_of"]].values.tolist() == [
        [1, "Docker", "Git"], [3, "Docker", ""], [17, "Docker, Linux", ""],
    ]  # fmt: skip
    assert table["coverage"].tolist() == pytest.approx([70, 80, 100])
    assert table["adds"].tolist() == pytest.approx([20, 30, 50])
    assert plan_tables.cheapest_gain_sentence(bought, more, known) == (
        "With 1 h more you could add Docker in place of Git: 20.0 points."
    )
    assert plan_tables.cheapest_gain_sentence(bought, [bought], known) == "A few hours more would add nothing yet."


def test_the_ladder_is_a_table_of_coverage_by_hours(case):
    known, report, profile = case

    table = plan_tables.ladder(report, learning_plan.coverage_by_hours(report, profile, known))

    assert table.iloc[[0, 2, -1]].values.tolist() == [
        [0, pytest.approx(40)], [5, pytest.approx(70)], [20, pytest.approx(100)],
    ]  # fmt: skip


def test_demands_to_apply_are_counted_before_and_after_the_plan(case):
    known, report, profile = case

    assert plan_tables.must_haves(report, learning_plan.within(report, profile, known, 4)) == (1, 2, 3)
    assert plan_tables.must_haves(report, learning_plan.build(report, profile, known)) == (1, 3, 3)


def test_steps_stand_on_the_calendar_with_their_weeks_and_late_ones_apart(case):
    known, report, profile = case
    made = learning_plan.build(report, profile, known)
    milestones = schedule.milestones(made, start=MONDAY, hours_a_week=7)

    table = plan_tables.timeline(made, milestones, known, start=MONDAY)
    figure = charts.timeline(table, deadline=date(2026, 11, 30))

    assert table[["step", "skill", "start", "due", "weeks"]].values.tolist() == [
        [1, "Docker", "2026-11-23", "2026-11-26", "1"],
        [2, "Git", "2026-11-27", "2026-11-28", "1"],
        [3, "Linux", "2026-11-29", "2026-12-12", "1 to 3"],
    ]
    assert [(bar.name, list(bar.y)) for bar in figure.data if bar.type == "bar"] == [
        ("by the deadline", [0, 1]),
        ("after the deadline", [2]),
    ]
    assert list(figure.data[-1].text) == ["1. Docker, 4 h", "2. Git, 2 h", "3. Linux, 14 h"]
    assert [(one.text, one.x.isoformat()) for one in figure.layout.annotations] == [("deadline", "2026-12-01T00:00:00")]
    assert [(one.x0, one.x1, one.yref) for one in figure.layout.shapes] == [
        (figure.layout.annotations[0].x, figure.layout.annotations[0].x, "y domain")
    ]
    assert (figure.layout.height, list(figure.layout.yaxis.range), figure.layout.showlegend) == (214, [3, -0.6], True)
