"""Goals, ratings, wins, people: what follows from a student's notes, with values that can be checked by hand."""

from datetime import date

import pytest

from skillgap import gap
from skillgap.internship import advice, goals, ratings, reminders, wins
from skillgap.internship.ratings import Comparison
from skillgap.internship.reminders import Due
from skillgap.model.internship import ME, STAGES, Contact, Goal, Internship, Rating, Remark, Win
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement, Variant
from skillgap.plan import learning_plan
from skillgap.plan.preferences import PlanPreferences
from skillgap.schedule import CalendarEvent, Milestone

TODAY = date(2026, 11, 25)


@pytest.fixture
def planned(world, skill, topic):
    """A plan for so many hours: DHCP (7 h) and Cloud in AWS or Azure (9 h) are core, Git (6 h) is next."""
    variants = (Variant("aws", ("aws",)), Variant("azure", ("azure",)))
    known = world(
        [skill(one) for one in ("dhcp", "aws", "azure", "git")],
        topics=[
            topic("dhcp", 5, 2),
            topic("cloud", 6, 3, ("aws", 4, 2, "azure"), variants=variants),
            topic("git", 5, 1, tier="next"),
        ],
        spare_project="Build a shop.",
    )

    def make(hours, cloud="azure"):
        profile = SkillProfile("ann", ())
        report = gap.compare(profile, known.role("tester"), known)
        preferences = PlanPreferences(variants={"cloud": cloud})
        return learning_plan.build(report, profile, known, hours=hours, preferences=preferences)

    return make


LINE = "A line in the resume that shows it in a project, a lab or a job."


def test_a_topic_becomes_a_goal_with_its_task_as_measure_and_the_day_of_the_plan(planned):
    milestones = [Milestone("dhcp", TODAY, date(2026, 12, 1))]

    assert goals.proposed(planned(16), milestones, []) == (
        Goal("Show Dhcp in one project", "Make something with Dhcp.", "2026-12-01", "open", "dhcp"),
        Goal("Show Cloud in one project", "Make something with Cloud.", "", "open", "azure"),
        Goal("Show Git in one project", LINE, "", "open", "git"),
    )


def test_a_topic_that_has_a_goal_is_not_proposed_again_whether_it_is_planned_or_left(planned):
    held = [Goal("Learn Azure", skill_id="azure"), Goal("DHCP", status="dropped", skill_id="dhcp")]

    for hours in (7, 16, None):
        assert [goal.skill_id for goal in goals.proposed(planned(hours), (), held)] == ["git"]


def test_what_is_only_begun_or_the_project_of_the_spare_hours_is_no_goal(planned):
    assert [goal.skill_id for goal in goals.proposed(planned(13), (), ())] == ["dhcp", "git"]
    assert [goal.skill_id for goal in goals.proposed(planned(40), (), ())] == ["dhcp", "azure", "git"]


def test_a_goal_cannot_be_reached_before_its_study_task_and_what_comes_first_fit(world, skill, topic):
    known = world(
        [skill(one) for one in ("python", "web", "docker", "git")],
        topics=[
            topic("python", 20, 4),
            topic("web", 8, 4, after=("python",)),
            topic("docker", 5, 2),
            topic("git", 5, 1, after=("web",), tier="next"),
        ],
    )
    report = gap.compare(SkillProfile("ann", ()), known.role("tester"), known)

    def day(skill_id, hours=None, done=None):
        plan = learning_plan.build(
            report, SkillProfile("ann", ()), known, hours=hours, preferences=PlanPreferences(done=done or {})
        )
        return goals.earliest(Goal("a", skill_id=skill_id), plan, start=TODAY, hours_a_week=7)

    # Seven hours a week are one a day: Docker's 7 h end on the seventh day, Web waits for Python's 24 h.
    assert day("docker") == date(2026, 12, 1)
    assert day("web") == date(2026, 12, 30)
    assert day("web", done={"python": "2026-11-20"}) == date(2026, 12, 6)
    assert day("git", hours=30) == day("git") == date(2027, 1, 5)
    assert day("zig") is None
    assert day("") is None


@pytest.mark.parametrize(
    ("win", "line"),
    [
        (Win("", "wrote a script that resets passwords", "calls fell from 30 to 10 a week", ("powershell",)),
         "Wrote a script that resets passwords (PowerShell): calls fell from 30 to 10 a week."),
        (Win("", "I wrote a PowerShell script.", "", ("powershell",)), "Wrote a PowerShell script."),
        (Win("", "I've  mended\nthe printer", "It prints!", ()), "Mended the printer: It prints!"),
        (Win("", "Wrote a script", "", ("c", "git")), "Wrote a script (C, Git)."),
        (Win("", "Iterated twice", "", ()), "Iterated twice."),
    ],
)  # fmt: skip
def test_a_win_becomes_a_line_of_the_students_own_words(win, line, known):
    assert wins.bullet(win, known) == line


@pytest.mark.parametrize(
    ("win", "asked"),
    [
        (Win("", "Wrote a script", "10 calls fewer", ("git",)), ()),
        (Win("", "Wrote 3 scripts", "less work", ("git",)), ()),
        (Win("", "Wrote a script"), ("What was the result? A number helps.", "Which tools or skills did you use?")),
        (Win("", "Wrote a script", "fewer calls", ("git",)),
         ("Is there a number: how many, how often, how much faster?",)),
        (Win("", "We moved 40 laptops", "on time", ("git",)),
         ("What was your own part? A resume is about you, not about the team.",)),
        (Win("", "I helped with 40 laptops", "on time", ("git",)),
         ("What exactly did you do? Begin with a word such as built, fixed, tested or explained.",)),
    ],
)  # fmt: skip
def test_what_is_missing_from_a_win_is_asked(win, asked):
    assert wins.questions(win) == asked


SHOW = "You rate yourself higher than the resume shows: show it or learn it."
ADD = "Your mentor rates you above your resume: add a line that shows the skill."


@pytest.mark.parametrize(
    ("me", "evidence", "others", "spread", "words"),
    [
        (3, 1, (), 2, (SHOW,)),
        (1, 2, (), 1, ("Your resume shows more than you give yourself: read the line again, it is yours.",)),
        (2, 0, (("Ada", 2),), 2, (ADD,)),
        (3, 1, (("Ada", 2),), 2, (
            ADD,
            "Your mentor rates you below yourself: ask for an example, and what the next level looks like.",
        )),
        (3, 2, (("Ada", 2),), 1, (
            SHOW,
            "Your mentor rates you below yourself: ask for an example, and what the next level looks like.",
        )),
        (1, 3, (("Ada", 2),), 2, (
            "Your resume shows more than your mentor has seen: ask for a task that needs the skill.",
            "Your mentor rates you above yourself: ask what they saw.",
        )),
        (2, 2, (("Ada", 2),), 0, ("All agree.",)),
        (2, 2, (("Ada", 2), ("Ben", 1)), 1, ("Your mentors disagree: ask each of them for an example.",)),
        (2, None, (), 0, ("Only one rating so far.",)),
        (None, None, (("Ada", 0),), 0, ("Only one rating so far.",)),
        (None, 0, (("Ada", 0),), 0, ("All agree.",)),
    ],
)  # fmt: skip
def test_what_a_difference_says(me, evidence, others, spread, words):
    found = Comparison("git", me, evidence, others)

    assert (found.spread, found.words) == (spread, words)


def test_three_sides_of_a_skill_stand_beside_each_other_the_largest_difference_first(known):
    record = Internship(
        ratings=(
            Rating(ME, "git", 1, day="2026-09-01"),
            Rating(ME, "git", 2, day="2026-11-01"),
            Rating(ME, "dhcp", 3, day="2026-09-01"),
            Rating("Ada", "git", 1, day="2026-10-01"),
            Rating("Ben", "git", 3, day="2026-11-01"),
            Rating("Ada", "linux", 2, day="2026-10-01"),
        )
    )
    profile = SkillProfile("ann.pdf", (HeldSkill("git", 2, "Shown."), HeldSkill("linux", 2, "Shown.")))

    assert ratings.compare_ratings(record, profile, known) == (
        Comparison("dhcp", 3, 0),
        Comparison("git", 2, 2, (("Ben", 3), ("Ada", 1))),
        Comparison("linux", None, 2, (("Ada", 2),)),
    )
    assert [one.levels for one in ratings.compare_ratings(record, profile, known)] == [
        "you 3, resume 0",
        "you 2, resume 2, Ben 3, Ada 1",
        "resume 2, Ada 2",
    ]
    assert [one.evidence for one in ratings.compare_ratings(record, None, known)] == [None] * 3


def test_a_rating_of_the_same_day_replaces_the_one_before_and_others_stay():
    before = Internship(
        ratings=(Rating("Ada", "git", 1, day="2026-11-01"), Rating(ME, "git", 1, day="2026-11-01")),
        remarks=(Remark("Ada", "What?", "This.", "2026-11-01"),),
    )

    after = ratings.add_ratings(
        before,
        [Rating("Ada", "git", 2, "better", "2026-11-01"), Rating("Ada", "git", 3, "", "2026-11-20")],
        [Remark("Ada", "What?", "That.", "2026-11-01")],
    )

    assert after.ratings == (
        Rating("Ada", "git", 2, "better", "2026-11-01"),
        Rating(ME, "git", 1, "", "2026-11-01"),
        Rating("Ada", "git", 3, "", "2026-11-20"),
    )
    assert after.remarks == (Remark("Ada", "What?", "That.", "2026-11-01"),)
    assert ratings.latest_ratings(after, "Ada")["git"].level == 3
    assert ratings.mentors(after) == ("Ada",)
    assert ratings.remove_ratings(after, "Ada") == Internship(ratings=(Rating(ME, "git", 1, "", "2026-11-01"),))
    assert ratings.remove_ratings(after, ME, {"git"}).ratings == (after.ratings[0], after.ratings[2])


def test_the_sheet_asks_for_the_core_first_and_ends_with_ways_of_working():
    demands = [Requirement("later", 5, 2, "later"), Requirement("next", 5, 2, "next")]
    demands += [Requirement("teamwork", 1, 2, "soft"), Requirement("core", 3, 2), Requirement("main", 5, 2)]
    demands += [Requirement("core", 4, 2)]

    assert ratings.skills_to_rate(demands) == ("main", "core", "next", "later", "teamwork")


def test_the_sheet_asks_for_twelve_skills_at_most_and_for_four_ways_of_working_among_them():
    demands = [Requirement(f"skill-{number:02}", 1, 1) for number in range(14)]
    soft = [Requirement(f"soft-{number}", 5 - number, 2, "soft") for number in range(5)]

    assert ratings.skills_to_rate(demands) == tuple(f"skill-{number:02}" for number in range(12))
    assert ratings.skills_to_rate([*demands, *soft]) == (
        *(f"skill-{number:02}" for number in range(8)),
        *(f"soft-{number}" for number in range(4)),
    )


NOTES = Internship(
    goals=(
        Goal("Learn DHCP", "Two reservations", "2026-11-20", "under way"),
        Goal("Learn Git", due="2026-12-02"),
        Goal("Learn SQL", due="2026-12-03"),
        Goal("Done long ago", due="2026-10-01", status="done"),
        Goal("No day"),
    ),
    contacts=(
        Contact("Ada", "supervisor", "Send notes", "2026-11-24"),
        Contact("Ben", follow_up="2026-11-26"),
        Contact("Cem", follow_up="2026-11-20", done=True),
        Contact("Dee"),
    ),
)


def test_what_is_late_or_due_within_a_week_is_told_earliest_first():
    assert [one.words(TODAY) for one in reminders.due(NOTES, TODAY)] == [
        "5 days late (2026-11-20): Learn DHCP",
        "1 day late (2026-11-24): Get in touch with Ada",
        "Tomorrow (2026-11-26): Get in touch with Ben",
        "In 7 days (2026-12-02): Learn Git",
    ]
    assert Due(TODAY, "Rest").words(TODAY) == "Today (2026-11-25): Rest"


def test_goals_and_follow_ups_are_entries_of_the_calendar_that_keep_their_key():
    found = reminders.entries(NOTES)

    assert [(one.title, one.start.isoformat(), one.note, one.remind) for one in found] == [
        ("Goal: Learn DHCP", "2026-11-20", "How you can tell: Two reservations", False),
        ("Get in touch with Ada", "2026-11-24", "supervisor\nSend notes", True),
        ("Get in touch with Ben", "2026-11-26", "", True),
        ("Goal: Learn Git", "2026-12-02", "", False),
        ("Goal: Learn SQL", "2026-12-03", "", False),
    ]
    moved = reminders.entries(Internship(goals=(Goal("Learn DHCP", due="2027-01-01"),)))
    assert moved == (CalendarEvent(found[0].key, "Goal: Learn DHCP", date(2027, 1, 1), date(2027, 1, 1)),)


@pytest.mark.parametrize(
    ("notes", "holds"),
    [
        (Internship(), {"no-goals", "no-self-rating", "no-mentor-rating", "no-wins", "no-contacts"}),
        (Internship(goals=(Goal("a", "b", "2026-11-25"),)), set()),
        (Internship(goals=(Goal("a", "b", "2026-11-24"),)), {"goal-overdue"}),
        (Internship(goals=(Goal("a", " "),)), {"goal-without-measure", "goal-without-date"}),
        (Internship(goals=(Goal("a", status="done"),)), {"no-open-goals"}),
        (Internship(ratings=(Rating(ME, "git", 1), Rating("Ada", "git", 1))), set()),
        (Internship(ratings=(Rating(ME, "git", 1), Rating("Ada", "git", 2))), {"ratings-differ"}),
        (Internship(wins=(Win("", "a", "b"),)), set()),
        (Internship(wins=(Win("", "a"),)), {"win-without-result"}),
        (Internship(contacts=(Contact("Ada"),)), {"no-follow-up"}),
        (Internship(contacts=(Contact("Ada", follow_up="2026-11-24"),)), {"follow-up-overdue"}),
        (Internship(contacts=(Contact("Ada", follow_up="2026-11-25"),)), set()),
    ],
)  # fmt: skip
def test_what_holds_of_the_notes(notes, holds):
    lacking = {
        "no-goals": not notes.goals,
        "no-self-rating": not notes.ratings,
        "no-mentor-rating": not notes.ratings,
        "no-wins": not notes.wins,
        "no-contacts": not notes.contacts,
    }

    found = advice.conditions(notes, resume=True, today=TODAY)

    assert found == {"always", *holds, *(name for name, true in lacking.items() if true)}
    assert advice.conditions(notes, resume=False, today=TODAY) == {*found, "no-resume"}


def test_advice_follows_the_stage_and_what_the_notes_lack_comes_before_what_always_fits(known):
    notes = Internship(stage="internship", goals=(Goal("a", "b", "2026-11-24"),), contacts=NOTES.contacts)

    found = advice.advice_for(known.advice.values(), notes, resume=True, today=TODAY)

    assert [one.id for one in found] == [
        "any-overdue-people",
        "internship-feedback",
        "internship-late-goal",
        "internship-wins",
        "internship-self",
        "internship-week",
    ]


def test_every_stage_has_advice_for_those_who_begin_and_for_those_who_noted_everything(known):
    full = {
        "goals": (Goal("a", "b", "2027-01-01"),),
        "ratings": (Rating(ME, "git", 1), Rating("Ada", "git", 1)),
        "wins": (Win("2026-11-01", "a", "b"),),
        "contacts": (Contact("Ada", follow_up="2027-01-01"),),
    }
    for stage in STAGES:
        for notes in (Internship(stage), Internship(stage, **full)):
            found = advice.advice_for(known.advice.values(), notes, resume=True, today=TODAY)
            assert len(found) >= 3, (stage, notes)
