from dataclasses import replace
from itertools import combinations

import pytest

from skillgap import gap, plan
from skillgap.catalogue import Requirement
from skillgap.model import HeldSkill, SkillProfile
from skillgap.plan.wishes import Wishes


@pytest.fixture
def planned():
    def make(known, **levels):
        profile = SkillProfile(
            "ann", tuple(HeldSkill(skill_id, level, "shown") for skill_id, level in sorted(levels.items()))
        )
        return plan.build(gap.compare(profile, known.role("tester"), known), profile, known)

    return make


def test_the_most_coverage_an_hour_comes_first(world, skill, resource, planned):
    known = world(
        [skill("git"), skill("sql")],
        [("git", 2, 1), ("sql", 4, 1)],
        [resource("g", "git", hours=2), resource("s", "sql", hours=10)],
    )

    made = planned(known)

    assert [(step.skill_id, step.hours) for step in made.steps] == [("git", 2), ("sql", 10)]
    assert [step.points for step in made.steps] == pytest.approx([100 * 2 / 6, 100 * 4 / 6])
    assert made.hours == 12


def test_a_missing_prerequisite_becomes_a_step_before_what_needs_it(world, skill, resource, planned):
    known = world(
        [skill("django", requires=["python"]), skill("python", requires=["programming"]), skill("programming")],
        [("django", 5, 2)],
        [
            resource("d", "django", hours=20),
            resource("p", "python", hours=30),
            resource("b", "programming", hours=5, level=1),
        ],
    )

    steps = planned(known).steps

    assert [(step.skill_id, step.level) for step in steps] == [("programming", 1), ("python", 1), ("django", 2)]
    assert steps[0].unlocks == ("python",)
    assert steps[0].reason == "Not asked for by the role, but comes before Python."
    assert [step.points for step in steps] == pytest.approx([0, 0, 100])


def test_a_prerequisite_that_is_held_is_no_step(world, skill, resource, planned):
    known = world(
        [skill("django", requires=["python"]), skill("python")], [("django", 5, 2)], [resource("d", "django", hours=20)]
    )

    assert [step.skill_id for step in planned(known, python=1).steps] == ["django"]


def test_a_cheap_way_into_something_valuable_beats_a_lone_cheap_skill(world, skill, resource, planned):
    known = world(
        [skill("key"), skill("door", requires=["key"]), skill("lone")],
        [("door", 5, 1), ("lone", 1, 1)],
        [resource("k", "key", hours=1), resource("d", "door", hours=1), resource("l", "lone", hours=4)],
    )

    assert [step.skill_id for step in planned(known).steps] == ["key", "door", "lone"]


def test_a_free_resource_that_reaches_the_level_is_recommended_before_paid_and_weaker_ones(
    world, skill, resource, planned
):
    weak = resource("weak", "sql", hours=1, level=1)
    paid = resource("paid", "sql", hours=2, level=2, cost="paid")
    good = resource("good", "sql", hours=8, level=2)
    known = world([skill("sql")], [("sql", 3, 2)], [weak, paid, good])

    (step,) = planned(known).steps

    assert [one.id for one in step.resources] == ["good", "paid", "weak"]
    assert step.hours == 8


def test_the_same_inputs_give_the_same_plan_whatever_the_order_of_the_data(world, skill, resource, planned):
    skills = [skill("a"), skill("b"), skill("c")]
    demands = [("a", 3, 1), ("b", 3, 1), ("c", 3, 1)]
    resources = [resource(f"r{one.id}", one.id, hours=5) for one in skills]

    assert planned(world(skills, demands, resources)) == planned(world(skills[::-1], demands, resources[::-1]))


def brute_force(known, report, profile, hours):
    """The most points in so many hours, by trying every set of steps that holds its prerequisites."""
    steps = plan.build(report, profile, known).steps
    best = 0.0
    for size in range(len(steps) + 1):
        for chosen in combinations(steps, size):
            ids = {step.skill_id for step in chosen}
            closed = all(
                other in ids or profile.level(other)
                for step in chosen
                for other in known.skills[step.skill_id].prerequisites
            )
            if closed and sum(step.hours for step in chosen) <= hours:
                best = max(best, sum(step.points for step in chosen))
    return best


@pytest.mark.parametrize("hours", [0, 4, 9, 15, 21, 33, 60, 500])
def test_the_best_plan_for_the_hours_there_are_is_exact(world, skill, resource, hours):
    known = world(
        [
            skill("django", requires=["python"]), skill("python"), skill("sql"), skill("git"),
            skill("flask", requires=["python"]), skill("linux"),
        ],
        [("django", 5, 1), ("sql", 4, 1), ("git", 2, 1), ("flask", 3, 1), ("linux", 3, 1)],
        [
            resource("d", "django", hours=9), resource("p", "python", hours=12), resource("s", "sql", hours=10),
            resource("g", "git", hours=4), resource("f", "flask", hours=5), resource("l", "linux", hours=11),
        ],
    )  # fmt: skip
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, known.role("tester"), known)

    made = plan.within(report, profile, known, hours)

    assert made.hours <= hours
    assert sum(step.points for step in made.steps) == pytest.approx(brute_force(known, report, profile, hours))
    learned = [step.skill_id for step in made.steps]
    for number, skill_id in enumerate(learned):
        assert set(known.skills[skill_id].prerequisites) <= set(learned[:number])


def test_of_the_skills_that_meet_a_demand_the_one_with_least_work_is_planned(world, skill, resource):
    known = world(
        [skill("aws"), skill("azure"), skill("gcp")],
        [],
        [resource("a", "aws", hours=30), resource("z", "azure", hours=12), resource("g", "gcp", hours=20)],
    )
    asked = Requirement("aws", 4, 2, alternatives=("azure", "gcp"))
    role = replace(known.role("tester"), requirements=(asked,))
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, role, known)

    assert [step.skill_id for step in plan.build(report, profile, known).steps] == ["azure"]
    assert [step.skill_id for step in plan.build(report, profile, known, wishes=Wishes(skip={"azure"})).steps] == [
        "gcp"
    ]


def test_a_dropped_skill_is_not_planned(world, skill, resource):
    known = world([skill("git"), skill("sql")], [("git", 2, 1), ("sql", 4, 1)], [resource("g", "git", hours=2)])
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, known.role("tester"), known)

    assert [step.skill_id for step in plan.build(report, profile, known, wishes=Wishes(skip={"sql"})).steps] == ["git"]
