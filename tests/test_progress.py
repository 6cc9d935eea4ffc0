import pytest

from skillgap import progress
from skillgap.model.resume import Document, HeldSkill, ResumeReading, SkillProfile
from skillgap.model.role import Requirement, RoleProfile
from skillgap.progress import Change
from skillgap.tables import progress as progress_tables


def profile(**levels):
    return SkillProfile("ann", tuple(HeldSkill(key, level, f"level {level}") for key, level in sorted(levels.items())))


def test_what_changed_is_told_in_order_of_what_gladdens_most():
    before = profile(git=2, sql=1, linux=1, bash=3)
    after = profile(git=2, sql=3, linux=2, python=1, docker=2, bash=1)

    assert progress.compare_profiles(before, after) == (
        Change("docker", 0, 2),
        Change("python", 0, 1),
        Change("sql", 1, 3),
        Change("linux", 1, 2),
        Change("bash", 3, 1),
    )
    kinds = [one.kind for one in progress.compare_profiles(after, before)]
    assert kinds == ["strengthened", "weakened", "weakened", "lost", "lost"]
    assert progress.compare_profiles(before, before) == ()


def test_the_table_of_changes_quotes_the_version_that_shows_the_skill(world, skill, mention):
    known = world([skill("git"), skill("sql")])
    earlier = ResumeReading(
        Document("old", "git\n"), SkillProfile("a", (HeldSkill("git", 1, "Named.", (mention("git"),)),))
    )
    later = ResumeReading(
        Document("new", "x sql"),
        SkillProfile("a", (HeldSkill("sql", 2, "Shown.", (mention("sql", 2, quote=(0, 5)),)),)),
    )

    table = progress_tables.changes(earlier, later, known)

    assert table[["skill", "change", "before", "after", "reason", "evidence"]].values.tolist() == [
        ["Sql", "gained", 0, 2, "Shown.", "x sql"],
        ["Git", "lost", 1, 0, "Named.", ""],
    ]


def test_roles_that_came_nearest_stand_first(world, skill):
    known = world([skill("git"), skill("sql")], [("git", 3, 1), ("sql", 1, 1)])
    other = RoleProfile("other", "Other", "About.", "made up", (Requirement("git", 5, 1),))
    known.roles["other"] = other
    earlier, later = (
        ResumeReading(Document("a", ""), profile(**levels)) for levels in ({"git": 1}, {"git": 1, "sql": 1})
    )

    table = progress_tables.standing(earlier, later, known)

    assert table.values.tolist() == [["Tester", 0.75, 1.0, 0.25], ["Other", 1.0, 1.0, 0.0]]


@pytest.mark.parametrize(
    ("first", "second", "two"),
    [
        ("Ann Lee\nann@example.com", "Ben Ray\nben@example.com", True),
        ("Ann Lee\nann@example.com", "A. Lee\nANN@example.com", False),
        ("Ann Lee\nann@example.com", "Ann Lee-Ray\nann.lee@example.org", True),
        ("Ann Lee\nann@example.com", "Ann M. Lee", False),
        ("Ann Lee", "Ben Ray", True),
        ("SKILLS\nPython", "Ben Ray", False),
        ("", "Ben Ray\nben@example.com", False),
    ],
)
def test_different_addresses_or_names_speak_for_two_people(first, second, two):
    assert progress.may_be_two_people(first, second) is two
