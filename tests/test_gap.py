import pytest

from skillgap import gap
from skillgap.model.resume import HeldSkill, SkillProfile


def profile_of(**levels):
    return SkillProfile("ann", tuple(HeldSkill(skill_id, level, "shown") for skill_id, level in sorted(levels.items())))


def test_coverage_is_the_importance_weighted_share_and_its_points_sum_to_it(world, skill):
    known = world([skill("git"), skill("sql"), skill("linux")], [("git", 5, 2), ("sql", 3, 2), ("linux", 2, 1)])

    report = gap.compare(profile_of(git=1, sql=3), known.role("tester"), known)

    assert report.coverage == pytest.approx((5 * 0.5 + 3 * 1 + 0) / 10)
    assert {one.skill_id: report.points(one) for one in report.gaps} == pytest.approx(
        {"git": 25, "sql": 30, "linux": 0}
    )
    assert sum(report.points(one) for one in report.gaps) == pytest.approx(100 * report.coverage)
    assert sum(report.points(one) + report.possible(one) for one in report.gaps) == pytest.approx(100)


def test_gaps_stand_in_order_of_priority_and_met_ones_last(world, skill):
    known = world([skill("git"), skill("sql"), skill("linux")], [("git", 5, 1), ("linux", 4, 2), ("sql", 4, 3)])

    report = gap.compare(profile_of(git=2), known.role("tester"), known)

    assert [(one.skill_id, one.priority) for one in report.gaps] == [("sql", 12), ("linux", 8), ("git", 0)]
    assert [one.skill_id for one in report.open] == ["sql", "linux"]


def test_one_of_several_skills_meets_a_demand_in_full(world, skill):
    known = world([skill("aws"), skill("azure")], [("aws", 4, 2, "apply", ("azure",))])

    (only,) = gap.compare(profile_of(azure=2), known.role("tester"), known).gaps

    assert (only.skill_id, only.held, only.shortfall) == ("azure", 2, 0)


def test_a_skill_that_does_nearly_the_same_job_counts_half_and_says_so(world, skill):
    known = world([skill("mysql", alternative_to=["postgresql"]), skill("postgresql")], [("postgresql", 4, 2)])

    (only,) = gap.compare(profile_of(mysql=3), known.role("tester"), known).gaps

    assert (only.skill_id, only.held, only.credited_from) == ("postgresql", 1, "mysql")
    assert only.reason == "Not shown, but Mysql does nearly the same job: half its level counts."


def test_roles_are_ranked_by_coverage(known):
    reports = gap.rank_roles(SkillProfile("nobody", ()), known)

    assert {report.coverage for report in reports} == {0}
    assert [report.role.id for report in reports] == sorted(known.roles)


def test_an_empty_role_has_no_coverage(world, skill):
    known = world([skill("git")])

    assert gap.compare(profile_of(git=1), known.role("tester"), known).coverage == 0


def test_closing_gaps_moves_the_coverage_by_exactly_what_they_would_add(world, skill):
    known = world([skill("git"), skill("sql"), skill("linux")], [("git", 5, 2), ("sql", 3, 2), ("linux", 2, 1)])
    report = gap.compare(profile_of(git=1), known.role("tester"), known)

    closed = gap.assume_met(report, {"git", "linux"})

    added = sum(report.possible(one) for one in report.gaps if one.skill_id in {"git", "linux"})
    assert 100 * closed.coverage == pytest.approx(100 * report.coverage + added)
    assert [one.skill_id for one in closed.open] == ["sql"]
    assert gap.assume_met(report, ()) == report
