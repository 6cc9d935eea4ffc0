"""Plans: topics of a role in its order as far as the hours go, and what the student may change about them."""

import pytest
from conftest import profile_of
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import gap
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Variant
from skillgap.plan import learning_plan, ordering
from skillgap.plan.preferences import PlanPreferences


def plan(known, hours=None, profile=None, **preferences):
    """The plan of somebody, who shows nothing unless a profile is given."""
    held = profile or profile_of()
    report = gap.compare(held, known.role("tester"), known)
    return learning_plan.build(report, held, known, hours=hours, preferences=PlanPreferences(**preferences))


def hours(made):
    """Each step with its hours."""
    return {step.topic_id: step.hours for step in made.steps}


def left(made):
    return {one.topic_id: one.reason for one in made.left}


@pytest.fixture
def ladder(world, skill, topic):
    """Core: Python (12 h), SQL (9 h) and Flask (14 h) after Python; next: Docker (6 h); later: Go (20 h)."""
    return world(
        [skill(one) for one in ("python", "sql", "flask", "docker", "go")],
        topics=[
            topic("python", 9, 3),
            topic("sql", 7, 2),
            topic("flask", 10, 4, after=("python",)),
            topic("docker", 5, 1, tier="next"),
            topic("go", 16, 4, tier="later"),
        ],
        spare_project="Build a shop.",
    )


def test_without_a_limit_every_open_topic_is_planned_in_the_order_of_the_role(ladder):
    made = plan(ladder)

    assert hours(made) == {"python": 12, "sql": 9, "flask": 14, "docker": 6, "go": 20}
    assert (made.left, made.core_hours, made.core_topics, made.hours) == ((), 35, 3, 61)
    assert made.points == pytest.approx(100)


def test_core_topics_come_in_order_as_far_as_the_hours_go(ladder):
    made = plan(ladder, 35)

    assert hours(made) == {"python": 12, "sql": 9, "flask": 14}
    assert left(made) == {
        "docker": "It takes 6 h, and 0 h are free.",
        "go": "It takes 20 h, and 0 h are free.",
    }


def test_a_core_topic_that_does_not_fit_is_passed_over_for_one_that_does(world, skill, topic):
    known = world(
        [skill(one) for one in ("git", "java", "sql")],
        topics=[topic("git", 5, 1), topic("java", 30, 4), topic("sql", 7, 2)],
    )

    made = plan(known, 16)

    assert hours(made) == {"git": 6, "sql": 9}
    assert left(made) == {"java": "It takes 34 h, and 1 h are free."}


def test_a_first_topic_that_others_need_is_begun_where_it_does_not_fit(ladder):
    made = plan(ladder, 10)

    (step,) = made.steps
    assert (step.topic_id, step.study_hours, step.proof_hours, step.left_hours) == ("python", 9, 1, 2)
    assert (step.points, step.meets) == (0, ())
    assert left(made)["flask"] == "It needs Python first."


def test_a_first_topic_that_nothing_needs_gives_way_to_one_that_fits(world, skill, topic):
    known = world([skill("java"), skill("sql")], topics=[topic("java", 30, 4), topic("sql", 7, 2)])

    assert hours(plan(known, 12)) == {"sql": 9}


def test_a_core_topic_that_does_not_fit_is_begun_before_anything_of_the_next_tier(ladder):
    made = plan(ladder, 28)

    assert hours(made) == {"python": 12, "sql": 9, "flask": 7}
    assert made.steps[-1].left_hours == 7
    assert "docker" in left(made)


@pytest.mark.parametrize("spare", [0, 4])
def test_breadth_never_comes_before_an_open_core_topic_even_where_it_fits(world, skill, topic, spare):
    known = world(
        [skill(one) for one in ("python", "flask", "docker")],
        topics=[topic("python", 9, 3), topic("flask", 10, 4), topic("docker", 3, 1, tier="next")],
        spare_project="Build a shop.",
    )

    made = plan(known, 12 + spare)

    assert hours(made) == {"python": 12}
    assert left(made)["docker"] == ("Core topics come first." if spare else "It takes 4 h, and 0 h are free.")


@pytest.mark.parametrize(("budget", "project", "then"), [(43, 0, []), (44, 3, []), (60, 12, []), (73, 12, ["go"])])
def test_hours_to_spare_go_into_one_project_between_next_and_later(ladder, budget, project, then):
    made = plan(ladder, budget)

    steps = hours(made)
    assert steps.get("spare-project", 0) == project
    assert list(steps) == ["python", "sql", "flask", "docker", *(["spare-project"] if project else []), *then]
    assert sum(steps.values()) <= budget


def test_the_project_shows_the_main_skills_of_the_core(ladder):
    (project,) = [step for step in plan(ladder, 60).steps if step.tier == "project"]

    assert (project.task, project.skill_ids, project.study_hours) == ("Build a shop.", ("python", "sql", "flask"), 0)


def test_a_role_without_a_project_has_none(world, skill, topic):
    known = world([skill("git")], topics=[topic("git", 5, 1)])

    assert hours(plan(known, 100)) == {"git": 6}


@pytest.mark.parametrize("budget", range(5))
def test_less_than_five_hours_begin_nothing(ladder, budget):
    assert plan(ladder, budget).steps == ()


def test_hours_for_the_resume_itself_come_off_the_budget(ladder):
    profile = profile_of()
    report = gap.compare(profile, ladder.role("tester"), ladder)

    made = learning_plan.build(report, profile, ladder, hours=36, resume_hours=1)

    assert (made.hours, made.resume_hours, made.budget) == (35, 1, 36)


def test_a_step_says_why_it_stands_where_it_does_and_what_it_opens(ladder):
    first = plan(ladder).steps[0]

    assert first.reason == "Python is needed. It comes before Flask."
    assert first.unlocks == ("flask",)
    assert (first.task, first.skill_ids, first.meets) == ("Make something with Python.", ("python",), ("python",))
    # Python weighs 5 x 4 of 20 + 20 + 20 + 10 + 5.
    assert first.points == pytest.approx(100 * 20 / 75)


@pytest.fixture
def security(world, skill, topic):
    """One topic of four skills, of which the main one is half: 12 h study and 4 h task."""
    asked = [("siem", 4, 2), ("logs", 2, 2), ("alerts", 2, 2), ("splunk", 2, 2)]
    return world([skill(one) for one, *_ in asked], topics=[topic("monitoring", 12, 4, *asked)])


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ({"siem": 2}, True),
        ({"siem": 1}, False),
        ({"logs": 2, "alerts": 2}, False),
        ({"logs": 2, "alerts": 2, "splunk": 2}, True),
        ({"logs": 2, "alerts": 2, "splunk": 1}, False),
    ],
)
def test_a_topic_is_left_out_once_its_main_skill_or_two_others_that_are_half_of_it_are_shown(security, levels, shown):
    made = plan(security, profile=profile_of(**levels))

    assert (made.steps == ()) is shown
    assert made.left == ()


def test_one_other_skill_that_is_half_of_a_topic_does_not_show_it(world, skill, topic):
    known = world([skill("a"), skill("b")], topics=[topic("a", 8, 2, ("a", 2, 2), ("b", 5, 2))])

    # Five sevenths are met, of which half counts while the main skill is not named: 9 of 14 of eight hours are left.
    assert hours(plan(known, profile=profile_of(b=3))) == {"a": 7}


def test_other_skills_that_are_only_named_do_not_show_a_topic(world, skill, topic):
    known = world([skill(one) for one in "abc"], topics=[topic("a", 8, 2, ("a", 2, 2), ("b", 2, 1), ("c", 2, 1))])

    # Two thirds are met by name, of which half counts without the main skill: two thirds of eight hours are left.
    assert hours(plan(known, profile=profile_of(b=1, c=1))) == {"a": 7}


def test_skills_that_are_named_shorten_the_study_and_keep_the_full_task(security):
    (step,) = plan(security, profile=profile_of(siem=1, logs=1)).steps

    # Half of 4 and half of 2 of 10 are met: 70 % of 12 hours are left.
    assert (step.study_hours, step.proof_hours) == (8, 4)
    assert step.reason == "Monitoring is needed. You name a part of it, so the study is shorter; the task shows it."


def test_a_step_takes_three_hours_at_least(world, skill, topic):
    known = world([skill("git"), skill("log")], topics=[topic("git", 4, 1, ("git", 1, 2), ("log", 5, 2))])

    (step,) = plan(known, profile=profile_of(log=2)).steps

    # A sixth of four hours of study and one of the task would be two.
    assert (step.study_hours, step.proof_hours) == (2, 1)


@pytest.fixture
def language(world, skill, topic):
    variants = (Variant("python", ("python",)), Variant("java", ("java",), task="Write it in Java."), C_FOR_OTHERS)
    return world(
        [skill(one, kind="language") for one in ("python", "java", "c", "zig")],
        topics=[topic("language", 36, 4, ("python", 5, 2, "java"), variants=variants)],
    )


C_FOR_OTHERS = Variant("c", ("python",), study_hours=16, proof_hours=3)


@pytest.mark.parametrize(("level", "study"), [(0, 36), (1, 27), (2, 18), (3, 18)])
def test_a_second_language_takes_half_of_the_study_and_three_quarters_where_one_is_named(language, level, study):
    levels = {"zig": level} if level else {}

    (step,) = plan(language, profile=profile_of(**levels)).steps

    assert (step.study_hours, step.proof_hours) == (study, 4)


def test_the_hours_of_a_variant_are_not_halved_again(language):
    (step,) = plan(language, profile=profile_of(c=2)).steps

    assert (step.variant, step.skill_ids, step.study_hours, step.proof_hours) == ("c", ("python",), 16, 3)


def test_a_second_tool_is_not_shorter_than_the_first(world, skill, topic):
    known = world([skill("git"), skill("svn")], topics=[topic("git", 5, 1)])

    assert hours(plan(known, profile=profile_of(svn=3))) == {"git": 6}


@pytest.fixture
def cloud(world, skill, topic):
    """A topic in three clouds, whose second demand has a service of each."""
    asked = [("cloud-basics", 5, 2), ("ec2", 3, 2, "azure-vm", "gce")]
    variants = tuple(Variant(one, (pick,)) for one, pick in (("aws", "ec2"), ("azure", "azure-vm"), ("gcp", "gce")))
    names = ("aws", "azure", "gcp", "cloud-basics", "ec2", "azure-vm", "gce")
    return world([skill(one) for one in names], topics=[topic("cloud", 15, 5, *asked, variants=variants)])


def in_variant(made):
    (step,) = made.steps
    return step.variant, step.skill_ids[1]


def test_a_topic_is_learned_in_the_cloud_that_is_shown_most(cloud):
    assert in_variant(plan(cloud, profile=profile_of(azure=1, gcp=2))) == ("gcp", "gce")


def test_a_topic_is_learned_in_the_cloud_that_is_being_learned_where_none_is_shown(cloud, mention):
    learning = SkillProfile("ann", (), (mention("azure", assertion="learning"),))

    assert in_variant(plan(cloud, profile=learning)) == ("azure", "azure-vm")


def test_a_cloud_that_is_shown_comes_before_one_that_is_being_learned(cloud, mention):
    both = SkillProfile("ann", (HeldSkill("gcp", 1, "named"),), (mention("azure", assertion="learning"),))

    assert in_variant(plan(cloud, profile=both)) == ("gcp", "gce")


def test_a_topic_is_learned_in_its_first_variant_where_nothing_points_to_another(cloud):
    (step,) = plan(cloud).steps

    assert (step.variant, step.skill_ids, step.variants) == ("aws", ("cloud-basics", "ec2"), ("aws", "azure", "gcp"))


def test_the_student_may_choose_the_variant_and_one_that_there_is_not_changes_nothing(cloud):
    shown = profile_of(aws=3)

    assert in_variant(plan(cloud, profile=shown, variants={"cloud": "gcp"})) == ("gcp", "gce")
    assert in_variant(plan(cloud, profile=shown, variants={"cloud": "gone"})) == ("aws", "ec2")


def test_what_is_begun_is_finished_before_another_variant_is_opened(cloud):
    assert in_variant(plan(cloud, profile=profile_of(azure_vm=1))) == ("aws", "azure-vm")


def test_the_task_is_that_of_the_variant(language):
    (step,) = plan(language, variants={"language": "java"}).steps

    assert (step.task, step.skill_ids) == ("Write it in Java.", ("java",))


def test_what_is_done_stands_first_takes_no_hours_and_opens_what_needs_it(ladder):
    made = plan(ladder, 14, done={"python": "2026-11-02", "docker": ""})

    assert [(step.topic_id, step.done, step.hours) for step in made.steps] == [
        ("docker", "", 6), ("python", "2026-11-02", 12), ("sql", None, 9), ("flask", None, 5),
    ]  # fmt: skip
    assert (made.hours_left, made.core_hours, made.core_topics) == (14, 23, 2)


def test_what_is_left_out_is_told_and_counts_as_known_for_what_needs_it(ladder):
    made = plan(ladder, skip={"python"})

    assert list(hours(made)) == ["sql", "flask", "docker", "go"]
    assert left(made) == {"python": "You left it out."}
    assert made.core_topics == 2


def test_the_order_wished_for_holds_as_far_as_prerequisites_and_tiers_allow(ladder):
    def order(*wish):
        return list(hours(plan(ladder, order=wish)))

    assert order() == ["python", "sql", "flask", "docker", "go"]
    assert order("sql", "flask") == ["sql", "python", "flask", "docker", "go"]
    assert order("go", "docker", "gone", "sql") == ["sql", "python", "flask", "docker", "go"]


def test_a_step_moves_one_place_or_to_the_front_with_what_it_needs(ladder):
    made = plan(ladder)

    assert ordering.moved(made, "sql", -1) == ("sql", "python", "flask", "docker", "go")
    assert ordering.moved(made, "docker", 1) == ("python", "sql", "flask", "go", "docker")
    assert ordering.first(plan(ladder, order=("sql",)), "flask") == ("python", "flask", "sql", "docker", "go")


def test_a_step_that_cannot_move_says_why(ladder):
    made, second = plan(ladder), plan(ladder, order=("sql", "python", "flask"))

    assert ordering.obstacle(made, "python", -1) == "It is the first step."
    assert ordering.obstacle(made, "go", 1) == "It is the last step."
    assert ordering.obstacle(made, "docker", -1) == "Core topics come before the others."
    assert ordering.obstacle(second, "flask", -1) == "It cannot go earlier: Flask needs Python first."
    assert ordering.obstacle(second, "python", 1) == "It cannot go later: Flask needs Python first."
    assert ordering.obstacle(made, "sql", -1) == ""


def test_soft_skills_and_certificates_are_never_a_step(world, skill):
    known = world(
        [skill("git"), skill("teamwork", kind="soft"), skill("a-plus", kind="certification")],
        [("git", 3, 2), ("teamwork", 5, 2, "soft"), ("a-plus", 5, 2)],
    )

    made = plan(known)

    assert [step.skill_ids for step in made.steps] == [("git",)]
    assert made.left == ()


def test_a_demand_without_a_topic_is_one_of_its_own_that_takes_as_long_as_what_teaches_it(world, skill, resource):
    known = world(
        [skill("git"), skill("zig"), skill("rust")],
        [("git", 3, 2), ("zig", 3, 2), ("rust", 3, 2)],
        [
            resource("long", {"git": 9}), resource("short", {"git": 5}), resource("page", {"git": 1}, level=1),
            resource("book", {"rust": 90}),
        ],
    )  # fmt: skip

    made = plan(known)

    # Two hours of task each; what nothing teaches takes a weekend of study, and no topic more than forty hours.
    assert [(step.name, step.study_hours, step.proof_hours) for step in made.steps] == [
        ("Git", 5, 2), ("Zig", 10, 2), ("Rust", 40, 2),
    ]  # fmt: skip


def test_a_demand_without_a_topic_is_not_taken_for_a_topic_of_its_name(world, skill, topic):
    known = world([skill("linux"), skill("bash")], [("linux", 3, 2)], topics=[topic("linux", 8, 2, ("bash", 5, 2))])

    made = plan(known)

    assert [(step.name, step.skill_ids) for step in made.steps] == [("Linux", ("bash",)), ("Linux", ("linux",))]
    assert len(hours(made)) == 2


@pytest.fixture
def listing(world, skill, topic):
    """Core: Git (6 h), Linux (10 h, of which 6 are left once it is named), Docker (10 h) after both, Python (40 h)."""
    return world(
        [skill(one) for one in ("git", "linux", "docker", "python")],
        topics=[
            topic("git", 5, 1),
            topic("linux", 8, 2),
            topic("docker", 8, 2, after=("git", "linux")),
            topic("python", 36, 4),
        ],
    )


def test_a_small_topic_that_is_listed_is_shown_in_the_task_of_another_step(listing):
    made = plan(listing, 60, profile_of(git=1, linux=1))

    docker, python = made.steps
    assert (docker.topic_id, docker.also, docker.study_hours, docker.proof_hours) == ("docker", ("git",), 8, 3)
    assert (python.topic_id, python.also, python.hours) == ("python", ("linux",), 42)
    assert docker.task == (
        "Make something with Docker. Also show Git, which you list already: Make something with Git."
    )
    assert (docker.skill_ids, docker.meets) == (("docker", "git"), ("docker", "git"))
    # each of the four weighs the same: half of Git is open, and all of Docker
    assert docker.points == pytest.approx(100 * 1.5 / 4)
    assert made.left == ()
    assert made.core_hours == made.hours == 53


@pytest.mark.parametrize(
    ("levels", "steps"),
    [
        ({}, ["git", "linux", "docker", "python"]),  # not even named
        ({"python": 1}, ["git", "linux", "docker", "python"]),  # half of 36 hours are left
        ({"git": 1}, ["linux", "docker", "python"]),
        ({"git": 1, "linux": 2, "docker": 2, "python": 2}, ["git"]),  # nothing else can show it
    ],
)
def test_only_what_is_listed_and_small_needs_no_step(listing, levels, steps):
    assert list(hours(plan(listing, profile=profile_of(**levels)))) == steps


def test_a_student_can_ask_for_a_step_about_what_is_listed(listing):
    assert list(hours(plan(listing, profile=profile_of(git=1), order=("git",)))) == ["git", "linux", "docker", "python"]


def test_what_is_listed_is_shown_behind_what_it_needs_itself(world, skill, topic):
    known = world(
        [skill(one) for one in ("sql", "flask", "git")],
        topics=[topic("sql", 8, 2), topic("flask", 10, 4), topic("git", 5, 1, after=("flask",))],
    )

    assert [step.also for step in plan(known, profile=profile_of(git=1)).steps] == [(), ("git",)]


def test_what_is_listed_waits_for_a_step_of_its_tier(world, skill, topic):
    known = world(
        [skill(one) for one in ("sql", "bash", "docker")],
        topics=[topic("sql", 8, 2), topic("bash", 5, 1, tier="next"), topic("docker", 8, 2, tier="next")],
    )

    assert [step.also for step in plan(known, profile=profile_of(bash=1)).steps] == [(), ("bash",)]


def test_hours_are_kept_for_a_core_topic_that_does_not_fit(world, skill, topic):
    known = world(
        [skill(one) for one in ("html", "javascript", "git", "sql")],
        topics=[topic("html", 14, 4), topic("javascript", 26, 4), topic("git", 5, 1), topic("sql", 13, 3)],
    )

    # SQL would fit into the 22 hours behind HTML, and leave 6 of the 30 for JavaScript.
    assert hours(plan(known, 40)) == {"html": 18, "git": 6, "javascript": 16}
    # Of 8 hours no start is worth a later topic.
    assert hours(plan(known, 26)) == {"html": 18, "git": 6}


NAMES = ("a", "b", "c", "d", "e", "f")


@settings(deadline=None)
@given(
    tiers=st.lists(st.sampled_from(("core", "next", "later")), min_size=6, max_size=6),
    needs=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))),
    study=st.lists(st.integers(3, 20), min_size=6, max_size=6),
    levels=st.lists(st.integers(0, 3), min_size=6, max_size=6),
    budget=st.integers(0, 90),
)
def test_any_plan_fits_its_hours_follows_prerequisites_and_has_no_breadth_beside_an_open_core(
    world, skill, topic, tiers, needs, study, levels, budget
):
    tiers.sort(key=("core", "next", "later").index)
    after = {
        name: tuple(NAMES[one] for one in range(place) if (one, place) in needs) for place, name in enumerate(NAMES)
    }
    topics = [topic(*each, 2, tier=tier, after=after[each[0]]) for *each, tier in zip(NAMES, study, tiers, strict=True)]
    known = world([skill(name) for name in NAMES], topics=topics, spare_project="Build a shop.")
    profile = profile_of(**{name: level for name, level in zip(NAMES, levels, strict=True) if level})
    shown = {name for name in NAMES if profile.level(name) >= 2}

    made = plan(known, budget, profile)

    steps, whole = hours(made), [step.topic_id for step in made.steps if not step.left_hours]
    assert made.hours <= budget
    assert all(taken >= 3 for taken in steps.values())
    assert shown.isdisjoint(steps)
    listed = {topic_id for step in made.steps for topic_id in step.also}
    assert {*steps, *listed, *left(made), *shown} - {"spare-project"} == set(NAMES)
    assert listed.isdisjoint({*steps, *left(made), *shown})
    for place, topic_id in enumerate(whole):
        assert {*after.get(topic_id, ())} - shown - listed <= {*whole[:place]}
    if any(one.tier == "core" for one in made.left) or len(whole) < len(steps):
        assert {step.tier for step in made.steps} <= {"core"}
