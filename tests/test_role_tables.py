from skillgap import gap
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement, RoleProfile
from skillgap.tables import resume as tables
from skillgap.tables import roles as role_tables


def role(name, *demands):
    return RoleProfile(name.lower(), name, "About.", "made up", tuple(Requirement(*demand) for demand in demands))


def test_two_roles_stand_side_by_side_and_what_they_share_comes_first(world, skill):
    known = world([skill("git"), skill("sql"), skill("linux")])
    profile = SkillProfile("ann", (HeldSkill("sql", 1, "shown"),))
    first = gap.compare(profile, role("Data", ("git", 2, 1), ("sql", 5, 2)), known)
    second = gap.compare(profile, role("Support", ("linux", 5, 2), ("sql", 3, 1)), known)

    table = role_tables.compare_roles(first, second, known)

    assert table.to_dict("list") == {
        "skill": ["Sql", "Linux", "Git"],
        "asked_by": ["both", "Support", "Data"],
        "first_importance": [5, 0, 2],
        "second_importance": [3, 5, 0],
        "required": [2, 2, 1],
        "held": [1, 0, 0],
        "open_in_both": [False, False, False],
    }


def test_a_skill_that_is_named_and_never_shown_is_told_from_one_that_is_missing(world, skill, mention):
    known = world([skill("git"), skill("sql"), skill("linux")], [("git", 5, 2), ("sql", 4, 3), ("linux", 3, 2)])
    held = (
        HeldSkill("git", 1, "named", (mention("git"),)),
        HeldSkill("sql", 2, "shown", (mention("sql", section="projects", listed=False),)),
    )
    profile = SkillProfile("ann", held)
    wanted = known.role("tester")

    table = tables.gaps(gap.compare(profile, wanted, known), profile, known)

    assert dict(zip(table["skill"], table["status"], strict=True)) == {
        "Git": tables.NOT_SHOWN,
        "Sql": "partly",
        "Linux": "missing",
    }
