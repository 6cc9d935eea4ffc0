"""Goals, ratings, wins, people: what follows from a student's notes, with values that can be checked by hand."""

from datetime import date

import pytest

from skillgap.internship import advice, goals, ratings, reminders, wins
from skillgap.internship.ratings import Comparison
from skillgap.internship.reminders import Due
from skillgap.model.gaps import Gap, GapReport
from skillgap.model.internship import ME, STAGES, Contact, Goal, Internship, Rating, Remark, Win
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement, RoleProfile
from skillgap.schedule import CalendarEvent, Milestone

TODAY = date(2026, 11, 25)
ROLE = RoleProfile("tester", "Tester", "Tests.", "made up", ())


@pytest.fixture
def report():
    """Three open gaps and a met one, most pressing first."""
    return GapReport(
        ROLE,
        (
            Gap("dhcp", 5, 2, 0, options=("dhcp",)),
            Gap("aws", 4, 2, 0, options=("aws", "azure")),
            Gap("git", 2, 2, 1, options=("git",)),
            Gap("linux", 5, 1, 2, options=("linux",)),
        ),
    )


def test_an_open_gap_becomes_a_goal_with_a_measure_and_the_day_of_the_plan(report, known):
    milestones = [Milestone("dhcp", TODAY, date(2026, 12, 1)), Milestone("azure", TODAY, date(2026, 12, 20))]

    first, second, third = goals.proposed(report, milestones, [], known)

    assert first == Goal("Reach level 2 in DHCP", known.skills["dhcp"].proof, "2026-12-01", "open", "dhcp")
    assert (second.text, second.due, second.skill_id) == (
        f"Reach level 2 in {known.name('azure')}", "2026-12-20", "azure",
    )  # fmt: skip
    assert (third.skill_id, third.due) == ("git", "")


def test_a_gap_that_has_a_goal_already_is_not_proposed_again_also_not_under_another_name(report, known):
    held = [Goal("Learn Azure", skill_id="azure"), Goal("DHCP", status="dropped", skill_id="dhcp")]

    assert [goal.skill_id for goal in goals.proposed(report, (), held, known)] == ["git"]


def test_a_skill_without_a_proof_task_is_measured_by_a_line_in_the_resume(world, skill):
    small = world([skill("zig")])
    report = GapReport(ROLE, (Gap("zig", 3, 1, 0),))

    (goal,) = goals.proposed(report, (), (), small)

    assert (goal.text, goal.measure) == ("Reach level 1 in Zig", goals.NO_PROOF)


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
        (Win("", "Wrote a script"), ("What came of it? A number helps.", "Which tools or skills did it take?")),
        (Win("", "Wrote a script", "fewer calls", ("git",)),
         ("Is there a number: how many, how often, how much faster?",)),
        (Win("", "We moved 40 laptops", "on time", ("git",)),
         ("What was your own part? A resume speaks of you, not of the team.",)),
        (Win("", "I helped with 40 laptops", "on time", ("git",)),
         ("What exactly did you do? Begin with a word such as built, fixed, tested or explained.",)),
    ],
)  # fmt: skip
def test_what_is_missing_from_a_win_is_asked(win, asked):
    assert wins.questions(win) == asked


SHOW = "You rate yourself higher than the resume shows: show it or learn it."
ADD = "Your mentor sees more than your resume says: add a line."


@pytest.mark.parametrize(
    ("me", "evidence", "others", "spread", "words"),
    [
        (3, 1, (), 2, (SHOW,)),
        (1, 2, (), 1, ("Your resume shows more than you give yourself: read the line again, it is yours.",)),
        (2, 0, (("Ada", 2),), 2, (ADD,)),
        (3, 1, (("Ada", 2),), 2, (
            ADD,
            "Your mentor sees less than you do: ask for an example and for what the next level looks like.",
        )),
        (3, 2, (("Ada", 2),), 1, (
            SHOW,
            "Your mentor sees less than you do: ask for an example and for what the next level looks like.",
        )),
        (1, 3, (("Ada", 2),), 2, (
            "Your resume says more than your mentor has seen: ask for a task where you can show it.",
            "Your mentor sees more in you than you do: ask what they saw.",
        )),
        (2, 2, (("Ada", 2),), 0, ("All agree.",)),
        (2, 2, (("Ada", 2), ("Ben", 1)), 1, ("Your mentors differ: ask each of them for an example.",)),
        (2, None, (), 0, ("Only one view so far.",)),
        (None, None, (("Ada", 0),), 0, ("Only one view so far.",)),
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


def test_the_sheet_asks_for_what_matters_most_to_apply():
    demands = [Requirement(f"skill-{number:02}", 1, 1) for number in range(14)]
    demands += [Requirement("on-the-job", 5, 2, tier="learn"), Requirement("needed", 5, 2), Requirement("needed", 4, 2)]

    asked = ratings.skills_to_rate(demands)

    assert asked[:3] == ("needed", "on-the-job", "skill-00")
    assert len(asked) == 12


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
