from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from skillgap import locations, pipeline, schedule
from skillgap.model.plan import LearningPlan, Step, StudyPart
from skillgap.model.resume import Document
from skillgap.schedule import CalendarEvent, Milestone, Overrun

MONDAY = date(2026, 11, 23)


@pytest.fixture
def plan():
    return LearningPlan(None, (step("git", 4, 1), step("sql", 8, 2), step("linux", 1, 0)))


def step(topic_id, study, proof, **fields):
    return Step(topic_id, topic_id.capitalize(), "core", (topic_id,), "because", study, proof, "Do it.", 1.0, **fields)


def test_steps_follow_one_another_at_the_weekly_hours(plan):
    assert schedule.milestones(plan, start=MONDAY, hours_a_week=10) == (
        Milestone("git", date(2026, 11, 23), date(2026, 11, 26)),
        Milestone("sql", date(2026, 11, 27), date(2026, 12, 3)),
        Milestone("linux", date(2026, 12, 4), date(2026, 12, 4)),
    )


def test_what_is_done_takes_no_time(plan):
    git, sql, linux = plan.steps
    plan = LearningPlan(None, (git, replace(sql, done="2026-11-20"), linux))

    found = schedule.milestones(plan, start=MONDAY, hours_a_week=7)

    assert [(one.topic_id, one.start, one.due) for one in found] == [
        ("git", date(2026, 11, 23), date(2026, 11, 27)),
        ("linux", date(2026, 11, 28), date(2026, 11, 28)),
    ]


def test_a_plan_needs_hours(plan):
    with pytest.raises(ValueError, match="more than 0 hours"):
        schedule.milestones(plan, start=MONDAY, hours_a_week=0)


def test_a_step_on_the_calendar_tells_what_to_learn_from_and_how_to_show_it(resource):
    course = resource("course", {"git": 4})
    plan = LearningPlan(None, (step("git", 4, 1, learn_from=(StudyPart(course, course.modules),)),))

    events = schedule.calendar_events(schedule.milestones(plan, start=MONDAY, hours_a_week=5), plan)

    note = "Learn from Course: https://example.com/course\nShow it: Do it."
    assert events == (CalendarEvent("plan-git", "Learn Git", MONDAY, date(2026, 11, 29), note),)


@pytest.mark.parametrize(
    ("deadline", "hours"), [(date(2026, 11, 29), 10), (date(2026, 12, 6), 20), (date(2026, 11, 1), 0)]
)
def test_hours_until_a_deadline(deadline, hours):
    assert schedule.hours_until(deadline, start=MONDAY, hours_a_week=10) == hours


@pytest.mark.parametrize(
    ("deadline", "overrun"),
    [
        (date(2026, 12, 4), None),
        (date(2026, 12, 2), Overrun(hours=2, weeks=1, weekly=12)),
        (date(2026, 11, 26), Overrun(hours=11, weeks=2, weekly=28)),
        (date(2026, 11, 1), Overrun(hours=16, weeks=5, weekly=0)),
    ],
)
def test_by_how_much_a_plan_of_16_hours_at_10_a_week_misses_its_deadline(plan, deadline, overrun):
    assert schedule.overrun(plan, deadline, start=MONDAY, hours_a_week=10) == overrun


@pytest.mark.parametrize("weekly", [1, 3, 6.5, 10, 28, 60])
def test_no_two_steps_of_any_plan_share_a_day_and_a_new_pace_keeps_their_keys(known, extractor, weekly):
    for sample in ("data.txt", "it-support.txt", "security.txt"):
        text = (locations.DATA / "samples" / sample).read_text(encoding="utf-8")
        reading = pipeline.interpret(Document(sample, text), extractor, known, today=MONDAY)
        for role in list(known.roles.values())[::4]:
            plan = pipeline.assess(reading, role, known).plan
            events = schedule.calendar_events(schedule.milestones(plan, start=MONDAY, hours_a_week=weekly), plan)
            assert len(events) == len(plan.to_do)
            assert all(one.start <= one.end for one in events)
            assert all(before.end < after.start for before, after in pairwise(events))
            assert [one.key for one in events] == [f"plan-{step.topic_id}" for step in plan.to_do]
            hours = sum(step.hours for step in plan.to_do)
            assert hours == 0 or (events[-1].end - MONDAY).days + 1 >= hours * 7 / weekly - 1e-9
