"""A profile held against a role: what counts for a demand, and the two figures that come of it."""

from dataclasses import replace

import pytest
from conftest import profile_of

from skillgap import gap
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement
from skillgap.tables import gaps as gap_tables


def credited(known, **levels):
    """Level and reason of the only demand."""
    (only,) = gap.compare(profile_of(**levels), known.role("tester"), known).gaps
    return only.skill_id, only.held, only.reason


def test_technical_coverage_weighs_importance_by_tier_and_its_points_sum_to_it(world, skill):
    known = world(
        [skill("git"), skill("sql"), skill("linux")],
        [("git", 5, 2, "core"), ("sql", 3, 2, "next"), ("linux", 4, 1, "later")],
    )

    report = gap.compare(profile_of(git=1, sql=3), known.role("tester"), known)

    # Weights are 5 x 4, 3 x 2 and 4 x 1: 30 in all, of which half of 20 and all of 6 are met.
    assert report.coverage == pytest.approx(16 / 30)
    assert [report.points(one) for one in report.gaps] == pytest.approx([100 * 10 / 30, 100 * 6 / 30, 0])
    assert [report.open_points(one) for one in report.gaps] == pytest.approx([100 * 10 / 30, 0, 100 * 4 / 30])
    assert sum(report.points(one) for one in report.gaps) == pytest.approx(100 * report.coverage)


def test_soft_skills_are_a_figure_of_their_own_and_move_the_coverage_by_nothing(world, skill):
    known = world(
        [skill("git"), skill("teamwork", kind="soft"), skill("patience", kind="soft")],
        [("git", 5, 2), ("teamwork", 3, 2, "soft"), ("patience", 1, 2, "soft")],
    )

    bare = gap.compare(profile_of(git=1), known.role("tester"), known)
    report = gap.compare(profile_of(git=1, teamwork=2), known.role("tester"), known)

    assert (bare.coverage, bare.ways_of_working) == (0.5, 0)
    assert (report.coverage, report.ways_of_working) == (0.5, 0.75)
    assert [report.points(one) + report.open_points(one) for one in report.soft] == [0, 0]


def test_a_role_without_demands_has_no_coverage(world, skill):
    known = world([skill("git")])

    report = gap.compare(profile_of(git=1), known.role("tester"), known)

    assert (report.gaps, report.coverage, report.ways_of_working) == ((), 0, 0)


def test_main_skills_stand_first_in_the_order_of_the_role_then_side_skills_then_soft_ones(world, skill, topic):
    known = world(
        [skill("git"), skill("sql"), skill("tables"), skill("teamwork", kind="soft"), skill("zig")],
        [("teamwork", 5, 2, "soft"), ("zig", 1, 1, "later")],
        topics=[topic("sql", 9, 3, ("sql", 2, 2), ("tables", 5, 1)), topic("git", 5, 1)],
    )

    report = gap.compare(profile_of(git=2), known.role("tester"), known)

    assert [one.skill_id for one in report.gaps] == ["sql", "git", "tables", "zig", "teamwork"]
    assert [one.skill_id for one in report.open] == ["sql", "tables", "zig", "teamwork"]
    assert [one.skill_id for one in report.of_topic("sql")] == ["sql", "tables"]


def test_the_most_pressing_gap_is_the_technical_one_that_would_add_most(world, skill):
    known = world(
        [skill("git"), skill("sql"), skill("teamwork", kind="soft")],
        [("git", 3, 2, "next"), ("sql", 2, 2, "core"), ("teamwork", 5, 2, "soft")],
    )

    report = gap.compare(profile_of(), known.role("tester"), known)

    assert [one.skill_id for one in report.pressing] == ["sql", "git"]


def test_one_of_several_skills_meets_a_demand_in_full(world, skill):
    known = world([skill("aws"), skill("azure")], [("aws", 4, 2, "core", ("azure",))])

    (only,) = gap.compare(profile_of(azure=2), known.role("tester"), known).gaps

    assert (only.skill_id, only.held, only.shortfall) == ("azure", 2, 0)


def test_a_skill_that_does_nearly_the_same_job_counts_half_and_says_so(world, skill):
    known = world([skill("mysql", alternative_to=["postgresql"]), skill("postgresql")], [("postgresql", 4, 2)])

    (only,) = gap.compare(profile_of(mysql=3), known.role("tester"), known).gaps

    assert (only.skill_id, only.held, only.credited_from) == ("postgresql", 1, "mysql")
    assert only.reason == "Not shown, but Mysql does nearly the same job: half its level counts."


@pytest.fixture
def umbrella(world, skill):
    return world(
        [
            skill("programming"),
            *(skill(one, kind="language", part_of=["programming"]) for one in ("java", "python", "zig")),
        ],
        [("programming", 5, 2)],
    )


def test_a_whole_is_met_by_two_of_its_parts_at_the_level_of_the_second(umbrella):
    assert credited(umbrella, java=3, python=2) == ("programming", 2, "Met by its parts: Java and Python.")
    assert credited(umbrella, java=3, python=1, zig=1) == ("programming", 1.5, PART_OF_ONE)


PART_OF_ONE = "Shown in part by Java: half its level counts."


def test_one_part_shows_half_of_the_whole(umbrella):
    assert credited(umbrella, java=2) == ("programming", 1, PART_OF_ONE)


def test_the_whole_itself_counts_where_its_parts_show_no_more(umbrella):
    assert credited(umbrella, programming=2, java=3, python=3) == ("programming", 2, "shown")


@pytest.fixture
def topical(world, skill, topic):
    """One topic: its main skill and two side skills, one asked by name and one in a project."""
    asked = [("api", 4, 2), ("json", 2, 1), ("tests", 2, 2)]
    return world([skill(one) for one, *_ in asked], topics=[topic("api", 9, 3, *asked)])


@pytest.mark.parametrize(
    ("levels", "held"),
    [
        ({}, {"api": 0, "json": 0, "tests": 0}),
        # the project names what belongs to it
        ({"api": 2}, {"api": 2, "json": 1, "tests": 1}),
        ({"api": 2, "tests": 2}, {"api": 2, "json": 1, "tests": 2}),
        # bare names show nothing, and the one that asks for no more counts half
        ({"api": 1, "json": 1, "tests": 1}, {"api": 1, "json": 0.5, "tests": 1}),
        # a deed counts by itself
        ({"json": 2}, {"api": 0, "json": 2, "tests": 0}),
        # two others that are half of the topic show it, as in the plan
        ({"json": 2, "tests": 2}, {"api": 1, "json": 2, "tests": 2}),
    ],
)
def test_a_deed_names_what_belongs_to_its_topic_and_a_bare_name_counts_half(topical, levels, held):
    report = gap.compare(profile_of(**levels), topical.role("tester"), topical)

    assert {one.skill_id: one.held for one in report.gaps} == held


def test_what_a_topic_lends_or_holds_back_is_told(topical):
    shown = gap.compare(profile_of(api=2), topical.role("tester"), topical).gaps[1]
    named = gap.compare(profile_of(json=1), topical.role("tester"), topical).gaps[1]

    assert (shown.reason, shown.credited_from) == (
        "Not shown, but Api is, of the same topic: it counts as named.",
        "api",
    )
    assert (named.reason, named.credited_from) == ("shown Half of it counts until Api is shown.", "")


def test_closing_gaps_moves_the_coverage_by_exactly_what_they_would_add(world, skill):
    known = world([skill("git"), skill("sql"), skill("linux")], [("git", 5, 2), ("sql", 3, 2), ("linux", 2, 1)])
    report = gap.compare(profile_of(git=1), known.role("tester"), known)

    closed = gap.assume_met(report, {"git", "linux"})

    added = sum(report.open_points(one) for one in report.gaps if one.skill_id in {"git", "linux"})
    assert added == pytest.approx(45)
    assert 100 * closed.coverage == pytest.approx(100 * report.coverage + added)
    assert [one.skill_id for one in closed.open] == ["sql"]
    assert gap.assume_met(report, ()) == report


def test_a_core_demand_without_a_topic_counts_as_a_core_topic(known):
    role = known.role("it-support-intern")
    asked = replace(role, requirements=(*role.requirements, Requirement("rust", 5, 2)))
    held = profile_of(rust=2)
    report = gap.compare(held, asked, known)

    table = gap_tables.topics(report, held, known)

    core = [topic for topic in role.topics if topic.tier == "core"]
    assert gap_tables.core_topics(report, known) == (1, len(core) + 1)
    assert (table["tier"] == "core").sum() == len(core) + 1
    assert list(table.loc[table["status"] == "shown", "topic"]) == ["Rust"]


@pytest.mark.parametrize("role_id", ["it-support-intern", "network-intern", "frontend-intern"])
def test_every_skill_counts_for_the_demands_that_it_or_a_relative_is_asked_for_in(known, role_id):
    role = known.role(role_id)
    wanted = {one.skill_id: set(one.options) for one in role.requirements}
    for options in wanted.values():
        for option in tuple(options):
            options.update(known.alternatives.get(option, ()), known.parts.get(option, ()))

    for skill_id in known.skills:
        gaps = gap.compare(SkillProfile("a.txt", (HeldSkill(skill_id, 1, "Named."),)), role, known).gaps

        counting = {one.options[0] for one in gaps if one.held}
        assert counting == {asked for asked, options in wanted.items() if skill_id in options}, skill_id
        assert (
            gaps == gap.compare(SkillProfile("a.txt", (HeldSkill(skill_id, 1, "Named."),)), replace(role), known).gaps
        )
