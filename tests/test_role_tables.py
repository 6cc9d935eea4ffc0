from skillgap import gap
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement, RoleProfile
from skillgap.tables import gaps as gap_tables
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

    table = gap_tables.gaps(gap.compare(profile, wanted, known), profile, known)

    assert dict(zip(table["skill"], table["status"], strict=True)) == {
        "Git": gap_tables.NOT_SHOWN,
        "Sql": "partly",
        "Linux": "missing",
    }


def test_a_role_is_ranked_by_its_technical_demands_with_what_counts_and_what_lacks_most(world, skill):
    known = world(
        [skill("git"), skill("sql"), skill("linux"), skill("teamwork", kind="soft")],
        [("git", 2, 1), ("sql", 5, 2, "next"), ("linux", 4, 2), ("teamwork", 5, 2, "soft")],
    )
    report = gap.compare(SkillProfile("ann", (HeldSkill("git", 1, "shown"),)), known.role("tester"), known)

    (row,) = role_tables.ranking([report], known).to_dict("records")

    # Weights: 2 x 4, 5 x 2 and 4 x 4.
    assert row == {
        "role": "Tester", "role_id": "tester", "coverage": 8 / 34, "met": 1, "asked": 3,
        "you_show": "Git", "still_asked": "Linux, Sql",
    }  # fmt: skip
