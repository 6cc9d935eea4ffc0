"""Roles of one's own: copied, changed, checked by the rules of our data, and the same again from their file."""

import random
import tomllib
from dataclasses import replace
from datetime import date

import pytest

from skillgap import gap, taxonomy
from skillgap.errors import RequestError
from skillgap.model.resume import SkillProfile
from skillgap.taxonomy import own_role
from skillgap.taxonomy.overlay import DataFile
from skillgap.taxonomy.own_role import Demand

TODAY = date(2026, 11, 24)


@pytest.fixture
def support(known):
    return known.role("it-support-intern")


def rows_with(role, **changes):
    """The rows of a role with the fields of its first row changed."""
    first, *others = own_role.demands(role)
    return (replace(first, **changes), *others)


def test_a_copy_asks_for_the_same_and_is_the_same_again_from_its_file(known):
    for role in known.roles.values():
        copied = own_role.build(role, own_role.demands(role), name=f"My {role.name}")

        assert [(one.skill_id, one.importance, one.level, one.tier, one.options) for one in copied.requirements] == [
            (one.skill_id, one.importance, one.level, one.tier, one.options) for one in role.requirements
        ]
        assert copied.topics == role.topics
        assert own_role.faults(copied, known) == ()
        again, wrong = own_role.from_toml(own_role.to_toml(copied, reviewed=TODAY), copied.id, known)
        assert (again, wrong) == (copied, ())


def test_its_file_is_a_data_file_like_any_other(known, support):
    made = own_role.build(support, own_role.demands(support), name="Lab assistant")

    loaded, wrong = taxonomy.load_with_faults(
        taxonomy.DATA, (DataFile(f"{made.id}.toml", own_role.to_toml(made, reviewed=TODAY)),)
    )

    assert wrong == []
    assert loaded.role("my-lab-assistant") == made


def test_importance_and_level_change_inside_their_topic(known, support):
    changed = own_role.build(support, rows_with(support, importance=1, level=3), name="Mine")

    first = changed.requirements[0]
    assert (first.importance, first.level, first.topic_id) == (1, 3, support.requirements[0].topic_id)
    assert first.terms is None


def test_another_tier_takes_a_skill_out_of_its_topic_and_a_topic_without_skills_is_gone(known, support):
    topic = support.topics[0]
    moved = [
        replace(row, tier="later") if row.skill_id in topic.skill_ids else row for row in own_role.demands(support)
    ]

    changed = own_role.build(support, moved, name="Mine")

    assert topic.id not in {one.id for one in changed.topics}
    assert {one.tier for one in changed.requirements if one.skill_id in topic.skill_ids} == {"later"}
    assert all(topic.id not in one.after for one in changed.topics)
    assert own_role.faults(changed, known) == ()


def test_skills_are_dropped_and_added(known, support):
    rows = [row for row in own_role.demands(support) if row.skill_id != support.requirements[0].skill_id]
    rows += [own_role.added("rust", known), own_role.added("creativity", known)]

    changed = own_role.build(support, rows, name="Mine")

    asked = {one.skill_id: one for one in changed.requirements}
    assert support.requirements[0].skill_id not in asked
    assert (asked["rust"].tier, asked["rust"].level, asked["rust"].importance) == ("core", 2, 3)
    assert asked["creativity"].tier == "soft"
    assert gap.compare(SkillProfile("", ()), changed, known).coverage == 0


@pytest.mark.parametrize(
    ("name", "sentence"), [("", "has no name"), (" \t", "has no name"), ("\u2026", "has no name"), ("Mine", "no skill")]
)
def test_a_role_without_name_or_skills_is_refused_in_a_sentence(support, name, sentence):
    with pytest.raises(RequestError, match=sentence):
        own_role.build(support, () if name == "Mine" else own_role.demands(support), name=name)


def test_what_the_lint_of_the_data_finds_is_told_in_sentences_that_name_the_skill(known, support):
    first = support.requirements[0]
    low = own_role.build(support, rows_with(support, level=1), name="Mine")
    twice = own_role.build(support, [*own_role.demands(support), own_role.added(first.options[1], known)], name="Mine")
    odd = own_role.build(support, rows_with(support, importance=9), name="Mine")

    assert any("a core topic must require level 2" in one for one in own_role.faults(low, known))
    option = known.name(first.options[1])
    assert f"{option}: {option} is already required by {known.name(first.skill_id)}." in own_role.faults(twice, known)
    assert any("importance" in one and one.endswith(".") for one in own_role.faults(odd, known))


def test_a_file_that_is_no_role_is_refused_in_a_sentence(known):
    for data in (b"= 3", b"", b'category = "x"', b"name = 3\n[requirements.git]\nlevel = 9"):
        role, wrong = own_role.from_toml(data, "my-role", known)

        assert role is None
        assert wrong
        assert all(one.endswith(".") for one in wrong)


@pytest.mark.parametrize("seed", range(20))
def test_any_changes_make_a_file_that_is_read_back_as_the_same_role(known, seed):
    chance = random.Random(seed)
    base = chance.choice(sorted(known.roles.values(), key=lambda role: role.id))
    rows = []
    for row in own_role.demands(base):
        if chance.random() < 0.7:
            tier = row.tier if row.tier == "soft" else chance.choice(["core", "next", "later"])
            rows.append(Demand(row.skill_id, chance.randint(1, 5), chance.choice([row.level, 2]), tier))
    name = "".join(chance.choice('abc "\\\u007f\u00e4\n#]') for _ in range(12)) + "x"

    made = own_role.build(base, rows, name=name)

    assert tomllib.loads(own_role.to_toml(made, reviewed=TODAY).decode())["name"] == made.name
    if not own_role.faults(made, known):
        assert own_role.from_toml(own_role.to_toml(made, reviewed=TODAY), made.id, known)[0] == made


def test_the_table_shows_core_first_and_the_weightiest_of_a_tier_first(support):
    rows = own_role.order(support)

    tiers = [row.tier for row in rows]
    assert tiers == sorted(tiers, key=["core", "next", "later", "soft"].index)
    core = [row.importance for row in rows if row.tier == "core"]
    assert core == sorted(core, reverse=True)
