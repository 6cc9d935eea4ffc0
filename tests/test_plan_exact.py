"""The plan against every other plan there is, in small worlds made at random."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import gap
from skillgap.model.learning import Resource
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement, RoleProfile
from skillgap.model.taxonomy import Alias, Link, Skill
from skillgap.plan import learning_plan
from skillgap.plan.preferences import PlanPreferences
from skillgap.taxonomy import Taxonomy

SKILLS = tuple("abcdefg")


@st.composite
def worlds(draw):
    """A taxonomy of seven skills with prerequisites, a role with alternatives, what is held, and what is wished."""
    skills, resources = {}, {}
    for place, skill_id in enumerate(SKILLS):
        before = draw(st.sets(st.sampled_from(SKILLS[:place]), max_size=2)) if place else set()
        links = tuple(Link("requires", other, "because") for other in sorted(before))
        skills[skill_id] = Skill(
            skill_id, skill_id.upper(), "things", "tool", ".", (Alias(skill_id, "any-case"),), links=links
        )
        hours = draw(st.integers(1, 9))
        resources[skill_id] = Resource(
            skill_id, skill_id, "", "", (skill_id,), "course", 2, hours, "curated", "free", ""
        )
    demands = []
    for first in draw(st.lists(st.sampled_from(SKILLS), unique=True, min_size=1, max_size=4)):
        others = draw(st.lists(st.sampled_from([one for one in SKILLS if one != first]), unique=True, max_size=2))
        demands.append(Requirement(first, draw(st.integers(1, 5)), draw(st.integers(1, 3)), alternatives=tuple(others)))
    role = RoleProfile("r", "R", ".", ".", tuple(sorted(demands, key=lambda one: one.skill_id)))
    held = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3), max_size=3))
    profile = SkillProfile("ann", tuple(HeldSkill(one, level, "shown") for one, level in sorted(held.items())))
    wishes = PlanPreferences(
        skip=draw(st.frozensets(st.sampled_from(SKILLS), max_size=2)),
        done=dict.fromkeys(draw(st.sets(st.sampled_from(SKILLS), max_size=1)), "2026-11-01"),
        order=tuple(draw(st.permutations(SKILLS))),
    )
    return Taxonomy({}, skills, {"r": role}, resources, {}, {}, {}), role, profile, wishes


def every_choice(known, report, profile, wishes):
    """(Worth, hours, skills) of every set of skills that holds its prerequisites and nothing left out."""
    possible = [one for one in SKILLS if one not in wishes.done and one not in wishes.skip]
    ways = {}
    for one in report.open:
        barred = {option for option in one.options if not reachable(option, known, profile, wishes)}
        options = [option for option in one.options if option not in barred]
        done = [option for option in options if option in wishes.done]
        begun = [option for option in options if option == one.skill_id and profile.level(option)]
        ways[one] = set(done or begun or options)
    for size in range(len(possible) + 1):
        for chosen in combinations(possible, size):
            there = {*chosen, *wishes.done}
            if all(
                other in there or profile.level(other) for one in chosen for other in known.skills[one].prerequisites
            ):
                worth = sum(report.possible(one) for one, options in ways.items() if options & there)
                yield worth, sum(known.resources[one].hours for one in chosen), there


def reachable(skill_id, known, profile, wishes):
    """Whether a skill can be learned without what is left out."""
    if skill_id in wishes.done:
        return True
    return skill_id not in wishes.skip and all(
        profile.level(other) or reachable(other, known, profile, wishes)
        for other in known.skills[skill_id].prerequisites
    )


@settings(max_examples=150, deadline=None)
@given(worlds(), st.integers(0, 40))
def test_no_other_choice_adds_more_in_the_hours_or_as_much_in_fewer(made, hours):
    known, role, profile, wishes = made
    report = gap.compare(profile, role, known)

    found = learning_plan.within(report, profile, known, hours, wishes=wishes)

    fitting = [one for one in every_choice(known, report, profile, wishes) if one[1] <= hours]
    best = max(worth for worth, *_ in fitting)
    assert found.points == pytest.approx(best)
    assert found.hours_left == min(spent for worth, spent, _ in fitting if worth == pytest.approx(best))


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_the_whole_plan_closes_all_that_can_be_closed_with_the_least_work(made):
    known, role, profile, wishes = made
    report = gap.compare(profile, role, known)

    found = learning_plan.build(report, profile, known, wishes=wishes)

    choices = list(every_choice(known, report, profile, wishes))
    best = max(worth for worth, *_ in choices)
    assert found.points == pytest.approx(best)
    assert found.hours_left == min(spent for worth, spent, _ in choices if worth == pytest.approx(best))
    assert found == learning_plan.build(report, profile, known, wishes=wishes)


@settings(max_examples=100, deadline=None)
@given(worlds(), st.integers(0, 40))
def test_a_plan_can_be_followed_as_it_stands_and_tells_what_it_leaves(made, hours):
    known, role, profile, wishes = made
    report = gap.compare(profile, role, known)

    found = learning_plan.within(report, profile, known, hours, wishes=wishes)

    learned = set(wishes.done)
    for step in found.to_do:
        assert step.skill_id not in wishes.skip
        assert all(other in learned or profile.level(other) for other in known.skills[step.skill_id].prerequisites)
        learned.add(step.skill_id)
    left = learning_plan.unplanned_gaps(report, profile, known, found, wishes=wishes, hours=hours)
    closed = {skill_id for step in found.steps for skill_id in step.meets}
    assert {one.gap.skill_id for one in left} == {one.skill_id for one in report.open} - closed
    for one in left:
        assert one.hours > hours - found.hours_left or one.reason.startswith(("You left", "Needs"))


@settings(max_examples=100, deadline=None)
@given(worlds(), st.integers(0, 30))
def test_more_hours_buy_what_the_best_plan_for_them_does_and_never_less(made, hours):
    known, role, profile, wishes = made
    report = gap.compare(profile, role, known)

    def best(most):
        return learning_plan.within(report, profile, known, most, wishes=wishes)

    bought = learning_plan.budget_options(report, profile, known, best(hours), hours, wishes=wishes)
    rungs = learning_plan.coverage_by_hours(report, profile, known, wishes=wishes)

    assert bought[0].budget == hours
    assert [one.points for one in bought] == sorted(one.points for one in bought)
    for one in bought:
        assert one.points == pytest.approx(best(one.budget).points)
        taken = sum(known.resources[skill].hours for skill in one.skill_ids if skill not in wishes.done)
        assert taken == best(one.budget).hours_left
    assert [points for _, points in rungs] == pytest.approx([best(most).points for most, _ in rungs])


def test_the_order_of_the_data_does_not_matter(known):
    profile = SkillProfile("ann", ())
    role = known.role("backend-intern")
    turned = replace(
        known, skills=dict(reversed(known.skills.items())), resources=dict(reversed(known.resources.items()))
    )

    for hours in (20, 60):
        first, second = (
            learning_plan.within(gap.compare(profile, role, one), profile, one, hours) for one in (known, turned)
        )
        assert first == second
