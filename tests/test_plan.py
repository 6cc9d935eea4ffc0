from dataclasses import replace
from itertools import combinations

import pytest

from skillgap import gap
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement
from skillgap.plan import learning_plan, ordering
from skillgap.plan.preferences import PlanPreferences


@pytest.fixture
def planned():
    def make(known, **levels):
        profile = SkillProfile(
            "ann", tuple(HeldSkill(skill_id, level, "shown") for skill_id, level in sorted(levels.items()))
        )
        return learning_plan.build(gap.compare(profile, known.role("tester"), known), profile, known)

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
    steps = learning_plan.build(report, profile, known).steps
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

    made = learning_plan.within(report, profile, known, hours)

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

    assert [step.skill_id for step in learning_plan.build(report, profile, known).steps] == ["azure"]
    assert [
        step.skill_id
        for step in learning_plan.build(report, profile, known, wishes=PlanPreferences(skip={"azure"})).steps
    ] == ["gcp"]


def test_a_dropped_skill_is_not_planned(world, skill, resource):
    known = world([skill("git"), skill("sql")], [("git", 2, 1), ("sql", 4, 1)], [resource("g", "git", hours=2)])
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, known.role("tester"), known)

    assert [
        step.skill_id
        for step in learning_plan.build(report, profile, known, wishes=PlanPreferences(skip={"sql"})).steps
    ] == ["git"]


@pytest.fixture
def four(world, skill, resource):
    """Four skills of which the second needs the first, with two resources for the last."""
    known = world(
        [skill("git"), skill("docker", requires=["git"]), skill("sql"), skill("linux")],
        [("git", 1, 1), ("docker", 5, 2), ("sql", 3, 1), ("linux", 2, 2)],
        [
            resource("g", "git", hours=2),
            resource("d", "docker", hours=4),
            resource("s", "sql", hours=8),
            resource("l", "linux", hours=6),
            replace(resource("film", "linux", hours=9, level=1, cost="free-account"), kind="video"),
        ],
    )
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, known.role("tester"), known)

    def build(**wishes):
        return learning_plan.build(report, profile, known, wishes=PlanPreferences(**wishes))

    build.case = (known, report, profile)
    return build


def ids(made):
    return [step.skill_id for step in made.steps]


def test_the_order_wished_for_holds_as_far_as_prerequisites_allow(four):
    assert ids(four()) == ["git", "docker", "sql", "linux"]
    assert ids(four(order=("linux", "sql", "git", "docker"))) == ["linux", "sql", "git", "docker"]
    assert ids(four(order=("linux", "docker"))) == ["linux", "git", "docker", "sql"]
    assert ids(four(order=("gone", "sql"))) == ["sql", "git", "docker", "linux"]


def test_a_step_moves_one_place_or_to_the_front_with_what_it_needs(four, world, skill):
    made, names = four(), world([skill("git"), skill("docker"), skill("sql"), skill("linux")])

    assert ordering.moved(made, "sql", -1) == ("git", "sql", "docker", "linux")
    assert ordering.first(made, "linux") == ("linux", "git", "docker", "sql")
    later = four(order=("sql", "linux", "git", "docker"))
    assert ordering.first(later, "docker") == ("git", "docker", "sql", "linux")
    assert ordering.obstacle(made, "docker", -1, names) == "It cannot go earlier: Docker needs Git first."
    assert ordering.obstacle(made, "git", 1, names) == "It cannot go later: Docker needs Git first."
    assert ordering.obstacle(made, "git", -1, names) == "It is the first step."
    assert ordering.obstacle(made, "linux", 1, names) == "It is the last step."
    assert ordering.obstacle(made, "sql", -1, names) == ""


def test_the_hours_are_those_of_the_resource_chosen(four):
    assert {step.skill_id: step.hours for step in four().steps}["linux"] == 6

    (step,) = [step for step in four(chosen={"linux": "film"}).steps if step.skill_id == "linux"]

    assert (step.hours, [one.id for one in step.resources]) == (9, ["film", "l"])


@pytest.mark.parametrize(
    ("filters", "resources", "unmatched"),
    [
        ({"kinds": ("video",)}, ["film"], False),
        ({"cost": "no-account"}, ["l"], False),
        ({"cost": "free"}, ["l", "film"], False),
        ({"levels": (1,)}, ["film"], False),
        ({"kinds": ("book",)}, ["l", "film"], True),
        ({"kinds": ("video",), "cost": "no-account"}, ["l", "film"], True),
        ({"kinds": ("course",), "chosen": {"linux": "film"}}, ["film", "l"], False),
    ],
)
def test_filters_choose_the_resources_and_never_hide_a_skill(four, filters, resources, unmatched):
    made = four(**filters)

    (step,) = [step for step in made.steps if step.skill_id == "linux"]
    assert len(made.steps) == 4
    assert [one.id for one in step.resources] == resources
    assert step.unmatched is unmatched
    assert step.hours == step.resources[0].hours


def test_what_is_done_stays_in_the_plan_takes_no_hours_and_opens_what_needs_it(four):
    made = four(done={"docker": "2026-11-02", "sql": ""})

    assert [(step.skill_id, step.done) for step in made.steps] == [
        ("sql", ""), ("docker", "2026-11-02"), ("git", None), ("linux", None),
    ]  # fmt: skip
    assert (made.hours, made.hours_left) == (20, 8)
    assert made.points == pytest.approx(100)


def test_what_needs_a_skill_left_out_is_left_too_and_says_so(world, skill, resource):
    known = world([skill("git"), skill("docker", requires=["git"])], [("docker", 5, 2), ("git", 1, 1)])
    profile, wishes = SkillProfile("ann", ()), PlanPreferences(skip={"git"})
    report = gap.compare(profile, known.role("tester"), known)

    made = learning_plan.build(report, profile, known, wishes=wishes)

    assert made.steps == ()
    assert [
        (one.gap.skill_id, one.reason)
        for one in learning_plan.unplanned_gaps(report, profile, known, made, wishes=wishes)
    ] == [
        ("docker", "Needs Git first, which you left out."),
        ("git", "You left it out."),
    ]


def test_another_skill_than_the_one_with_least_work_can_meet_a_demand(world, skill, resource):
    known = world(
        [skill("aws", requires=["linux"]), skill("azure"), skill("linux")],
        [],
        [resource("a", "aws", hours=3), resource("z", "azure", hours=4), resource("l", "linux", hours=2)],
    )
    role = replace(known.role("tester"), requirements=(Requirement("aws", 4, 2, alternatives=("azure",)),))
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, role, known)

    least = learning_plan.build(report, profile, known)
    other = learning_plan.build(report, profile, known, wishes=PlanPreferences(options={"aws": "aws"}))

    assert (ids(least), least.steps[0].options) == (["azure"], (("aws", 5), ("azure", 4)))
    assert (ids(other), other.hours) == (["linux", "aws"], 5)


def test_skills_that_meet_demands_are_chosen_together_not_one_by_one(world, skill, resource):
    known = world(
        [
            skill("django", requires=["python"]), skill("express", requires=["javascript"]),
            skill("python"), skill("javascript"),
        ],
        [],
        [
            resource("d", "django", hours=3), resource("e", "express", hours=2),
            resource("p", "python", hours=9), resource("j", "javascript", hours=9),
        ],
    )  # fmt: skip
    demands = (
        Requirement("django", 3, 2, alternatives=("express",)), Requirement("python", 5, 2),
    )  # fmt: skip
    role = replace(known.role("tester"), requirements=demands)
    profile = SkillProfile("ann", ())
    report = gap.compare(profile, role, known)

    assert ids(learning_plan.build(report, profile, known)) == ["python", "django"]


def test_more_hours_are_asked_for_up_to_all_that_is_missing(four):
    known, report, profile = four.case
    made = learning_plan.within(report, profile, known, 6)

    found = learning_plan.budget_options(report, profile, known, made, 6)

    assert [(one.budget, round(one.points * 11 / 100, 9), one.skill_ids) for one in found] == [
        (6, 6, ("docker", "git")),
        (11, 6, ("docker", "git")),
        (16, 9, ("docker", "git", "sql")),
        (20, 11, ("docker", "git", "linux", "sql")),
    ]
    assert (
        len(learning_plan.budget_options(report, profile, known, learning_plan.within(report, profile, known, 30), 30))
        == 1
    )


def test_the_way_from_no_hours_to_all_is_told_in_even_steps(four):
    known, report, profile = four.case

    found = learning_plan.coverage_by_hours(report, profile, known)

    assert [(hours, round(points * 11 / 100, 9)) for hours, points in found] == [
        (0, 0), (2, 1), (5, 1), (8, 6), (10, 6), (12, 8), (15, 9), (18, 9), (20, 11),
    ]  # fmt: skip
    done = learning_plan.coverage_by_hours(report, profile, known, wishes=PlanPreferences(done={"git": ""}))
    assert [(hours, round(points * 11 / 100, 9)) for hours, points in (done[0], done[-1])] == [(0, 1), (18, 11)]
    assert (
        learning_plan.coverage_by_hours(report, profile, known, wishes=PlanPreferences(skip={"git", "sql", "linux"}))
        == ()
    )


def test_the_least_work_is_found_among_very_many_ways_too(world, skill, resource):
    groups = [tuple(f"{letter}{number}" for number in range(4)) for letter in "bcdefg"]
    known = world(
        [
            skill("base"),
            *(skill(one, requires=["base"] if one[1] in "12" else []) for group in groups for one in group),
        ],
        [],
        [resource("r-base", "base", hours=9)]
        + [resource(f"r-{one}", one, hours=(5, 3, 4, 6)[int(one[1])]) for group in groups for one in group],
    )
    demands = tuple(Requirement(group[0], 3, 2, alternatives=group[1:]) for group in groups)
    profile = SkillProfile("ann", ())

    def least(count):
        report = gap.compare(profile, replace(known.role("tester"), requirements=demands[:count]), known)
        return learning_plan.build(report, profile, known)

    # The base pays from the fifth demand on: 9 + 3 x 5 = 24 hours beside 5 x 5 = 25.
    assert (least(4).hours, sorted(ids(least(4)))) == (20, ["b0", "c0", "d0", "e0"])
    assert (least(5).hours, ids(least(5))[0]) == (24, "base")
    assert least(6).hours == 27
