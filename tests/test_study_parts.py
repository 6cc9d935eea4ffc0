"""What the topics of a plan are learned from: fewest hours, then fewest resources, in the student's own ecosystem."""

from itertools import combinations

import pytest
from conftest import profile_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap import gap
from skillgap.model.role import Variant
from skillgap.plan import learning_plan, study_parts
from skillgap.plan.preferences import PlanPreferences


@pytest.fixture
def learned(world, skill, topic, resource):
    """Topic id -> resource -> hours of its parts, for topics (name -> its skills) and resources."""

    def make(topics, resources, **preferences):
        names = {one for skills in topics.values() for one in skills.split()} | {"python", "java"}
        ladder = [topic(name, 9, 2, *((one, 3, 2) for one in skills.split())) for name, skills in topics.items()]
        known = world([skill(name) for name in sorted(names)], (), resources, ladder)
        return parts(known, **preferences)

    return make


def steps(known, **preferences):
    nobody = profile_of()
    report = gap.compare(nobody, known.role("tester"), known)
    return learning_plan.build(report, nobody, known, preferences=PlanPreferences(**preferences)).steps


def parts(known, **preferences):
    found = steps(known, **preferences)
    return {step.topic_id: {part.resource.id: part.hours for part in step.learn_from} for step in found}


def test_fewest_hours_are_taken_first(learned, resource):
    long, short = resource("long", {"git log": 9}), [resource("one", {"git": 3}), resource("two", {"log": 4})]

    assert learned({"git": "git log"}, [long, *short]) == {"git": {"two": 4, "one": 3}}


def test_of_equal_hours_fewest_resources_are_taken(learned, resource):
    whole, halves = resource("whole", {"git log": 7}), [resource("a", {"git": 3}), resource("b", {"log": 4})]

    assert learned({"git": "git log"}, [*halves, whole]) == {"git": {"whole": 7}}


def test_of_equal_choices_the_one_without_an_account_and_then_the_free_one_is_taken(learned, resource):
    paid, account, free = (resource(f"a-{cost}", {"git": 5}, cost=cost) for cost in ("paid", "free-account", "free"))

    assert learned({"git": "git"}, [paid, account, free]) == {"git": {"a-free": 5}}
    assert learned({"git": "git"}, [paid, account]) == {"git": {"a-free-account": 5}}


def test_only_the_modules_that_are_needed_are_taken(learned, resource):
    course = resource("course", {"git": 3, "log": 4, "svn": 20})

    assert learned({"git": "git log"}, [course]) == {"git": {"course": 7}}


def test_of_equal_choices_in_all_the_first_by_its_name_is_taken(learned, resource):
    given_ = [resource(name, {"git": 5}) for name in ("c", "a", "b")]

    assert learned({"git": "git"}, given_) == {"git": {"a": 5}}


def test_what_teaches_the_main_skill_comes_first_then_what_takes_most_hours(learned, resource):
    given_ = [resource("a", {"git": 3}), resource("b", {"log": 4}), resource("c", {"svn": 9})]

    assert list(learned({"git": "git log svn"}, given_)["git"]) == ["a", "c", "b"]


def test_a_module_that_serves_two_topics_counts_once(learned, resource):
    shared = resource("shared", {"git log": 6})
    apart = [resource("a", {"git": 4}), resource("b", {"log": 4})]

    assert learned({"git": "git", "log": "log"}, [shared, *apart]) == {"git": {"shared": 6}, "log": {"shared": 6}}
    assert learned({"git": "git"}, [shared, *apart]) == {"git": {"a": 4}}


def test_documentation_is_never_alone_where_something_else_teaches_it(learned, resource):
    page = resource("page", {"git": 1}, level=1, kind="documentation")
    tutorial = resource("tutorial", {"git": 6}, level=1, kind="tutorial")

    assert learned({"git": "git"}, [page, tutorial]) == {"git": {"tutorial": 6}}
    assert learned({"git": "git"}, [page]) == {"git": {"page": 1}}


def test_what_leads_to_a_project_comes_before_what_is_shorter(learned, resource):
    exposure, working = resource("exposure", {"git": 2}, level=1), resource("working", {"git": 9}, level=2)

    assert learned({"git": "git"}, [exposure, working]) == {"git": {"working": 9}}


def test_a_module_of_more_than_twice_the_study_hours_is_too_long_where_another_is_not(learned, resource):
    # The topic takes nine hours of study.
    assert learned({"git": "git log"}, [
        resource("semester", {"git log": 19}), resource("a", {"git": 18}), resource("b", {"log": 18}),
    ]) == {"git": {"a": 18, "b": 18}}  # fmt: skip
    assert learned({"git": "git"}, [resource("semester", {"git": 40})]) == {"git": {"semester": 40}}


@pytest.fixture
def testing(world, skill, topic, resource):
    """Tests in Python or Java: a resource for each, the shorter one for Python."""
    variants = (Variant("java", ("tests",)), Variant("python", ("tests",)))
    return world(
        [skill("tests"), skill("java"), skill("python")],
        (),
        [resource("pytest", {"tests": 4}, anchor="python"), resource("junit", {"tests": 8}, anchor="java")],
        [topic("tests", 8, 2, variants=variants)],
    )


def test_a_resource_of_another_language_is_not_for_this_student(testing):
    assert parts(testing) == {"tests": {"junit": 8}}
    assert parts(testing, variants={"tests": "python"}) == {"tests": {"pytest": 4}}


def test_a_resource_of_the_skill_itself_is_of_the_students_language(learned, resource):
    anchored = resource("course", {"python": 5}, anchor="python")

    assert learned({"python": "python"}, [anchored, resource("other", {"python": 4}, anchor="java")]) == {
        "python": {"course": 5}
    }


def test_a_resource_of_another_language_is_better_than_none(learned, resource):
    assert learned({"git": "git"}, [resource("course", {"git": 5}, anchor="java")]) == {"git": {"course": 5}}


def test_what_needs_an_admission_is_taken_only_where_nothing_else_teaches_it(learned, resource):
    class_ = resource("class", {"git": 2}, self_paced=False)

    assert learned({"git": "git"}, [class_, resource("course", {"git": 5})]) == {"git": {"course": 5}}
    assert learned({"git": "git"}, [class_]) == {"git": {"class": 2}}


@pytest.mark.parametrize(
    "fields", [{}, {"anchor": "java"}, {"self_paced": False}, {"cost": "paid"}, {"kind": "documentation"}]
)
def test_what_the_student_chose_is_taken_whatever_speaks_against_it(learned, resource, fields):
    chosen = resource("chosen", {"git": 12}, level=1, **fields)

    assert learned({"git": "git"}, [chosen, resource("course", {"git": 5})], chosen={"git": "chosen"}) == {
        "git": {"chosen": 12}
    }


def test_a_choice_that_teaches_nothing_of_a_topic_changes_nothing(learned, resource):
    given_ = [resource("course", {"git": 5}), resource("other", {"java": 1})]

    assert learned({"git": "git"}, given_, chosen={"git": "other"}) == {"git": {"course": 5}}


@pytest.mark.parametrize(
    ("filters", "taken", "unmatched"),
    [
        ({}, "l", False),
        ({"kinds": ("video",)}, "film", False),
        ({"cost": "no-account"}, "l", False),
        ({"kinds": ("video",), "cost": "free"}, "film", False),
        ({"kinds": ("book",)}, "l", True),
        ({"kinds": ("video",), "cost": "no-account"}, "l", True),
    ],
)
def test_filters_choose_the_resource_and_never_hide_a_topic(world, skill, topic, resource, filters, taken, unmatched):
    known = world(
        [skill("linux")],
        (),
        [resource("l", {"linux": 6}), resource("film", {"linux": 9}, kind="video", cost="free-account")],
        [topic("linux", 8, 2)],
    )

    (step,) = steps(known, **filters)

    assert [part.resource.id for part in step.learn_from] == [taken]
    assert (step.unmatched, step.hours) == (unmatched, 10)


def test_a_topic_that_nothing_teaches_stays_a_step_without_a_resource(learned):
    assert learned({"git": "git"}, []) == {"git": {}}


SKILLS = ("a", "b", "c", "d")
MODULES = st.dictionaries(
    st.lists(st.sampled_from(SKILLS), min_size=1, max_size=3, unique=True).map(" ".join),
    st.integers(1, 9),
    min_size=1,
    max_size=3,
)


@pytest.mark.parametrize("tried", [0, study_parts.MAX_TRIED], ids=["solved", "all tried"])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(resources=st.lists(MODULES, max_size=4))
def test_no_other_choice_of_modules_takes_fewer_hours_or_as_few_with_fewer_resources(
    monkeypatch, world, skill, topic, resource, resources, tried
):
    monkeypatch.setattr(study_parts, "MAX_TRIED", tried)
    given_ = [resource(f"r{place}", modules) for place, modules in enumerate(resources)]
    known = world(
        [skill(name) for name in SKILLS],
        (),
        given_,
        [topic("one", 9, 2, ("a", 3, 2), ("b", 3, 2)), topic("two", 9, 2, ("c", 3, 2), ("d", 3, 2))],
    )

    taken = {(part.resource.id, module) for step in steps(known) for part in step.learn_from for module in part.modules}

    assert price(taken) == least_price(given_)


def price(taken):
    """Hours and resources of these modules."""
    return sum(module.hours for _, module in taken), len({resource_id for resource_id, _ in taken})


def least_price(resources):
    """The least price of any set of modules that teaches every skill that can be learned."""
    every = [(one.id, module) for one in resources for module in one.modules]
    wanted = {skill_id for _, module in every for skill_id in module.skill_ids}
    return min(
        price(chosen)
        for size in range(len(every) + 1)
        for chosen in combinations(every, size)
        if {skill_id for _, module in chosen for skill_id in module.skill_ids} == wanted
    )
