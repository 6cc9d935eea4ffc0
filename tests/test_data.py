"""The data files, read as a contributor's work: every rule of ``data/README.md`` that a machine can check."""

import tomllib

import pytest
from conftest import FIXTURES

from skillgap.model.resume import Document

LINES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((FIXTURES / "lines").glob("*.toml"))
}
"""Category -> skill id -> its lines."""


def test_the_data_breaks_no_rule(inspected):
    _, faults = inspected

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("category", LINES)
def test_a_line_that_must_match_does_and_one_that_must_not_does_not(category, known, extractor):
    def found(line):
        return {
            mention.skill_id
            for mention in extractor.extract(Document("line", line)).mentions
            if mention.assertion != "uncertain"
        }

    table = LINES[category]
    wrong = [
        f"{skill_id}: {side}: {line}"
        for skill_id, lines in table.items()
        for side in ("match", "no_match")
        for line in lines[side]
        if (skill_id in found(line)) != (side == "match")
    ]

    wrong += [
        f"{skill_id}: is no skill of this file" for skill_id in table if known.skills[skill_id].category != category
    ]

    assert not wrong, "\n".join(wrong)


def test_every_alias_under_a_rule_has_a_line_that_must_match_and_one_that_must_not(known):
    missing = []
    for skill in known.skills.values():
        table = LINES.get(skill.category, {}).get(skill.id, {})
        for alias in skill.aliases:
            if alias.rule != "any-case":
                for side in ("match", "no_match"):
                    if not any(alias.text.casefold() in line.casefold() for line in table.get(side, [])):
                        missing.append(f"{skill.category}: {skill.id}: {alias.text}: {side}")

    assert not missing, "\n".join(missing)


def test_every_role_asks_for_skills_of_several_kinds_and_for_soft_skills(known):
    asked = {
        role.id: {known.skills[requirement.skill_id].category for requirement in role.requirements}
        for role in known.roles.values()
    }

    wrong = [role for role, categories in asked.items() if len(categories) < 4 or "soft-skills" not in categories]

    assert not wrong, "\n".join(wrong)


def test_a_skill_that_a_role_calls_important_can_be_learned_twice_and_shown(known):
    important = {
        option
        for role in known.roles.values()
        for requirement in role.requirements
        if requirement.importance >= 3
        for option in requirement.options
    }
    teaching = {skill_id: known.teaching.get(skill_id, ()) for skill_id in important}

    assert sorted(skill_id for skill_id in important if len(teaching[skill_id]) < 2) == []
    assert sorted(skill_id for skill_id in important if all(one.cost != "free" for one in teaching[skill_id])) == []
    assert sorted(skill_id for skill_id in important if not known.skills[skill_id].proof) == []


def test_the_data_is_as_large_as_it_should_be(known):
    skills = known.skills.values()
    sizes = {category: sum(skill.category == category for skill in skills) for category in known.categories}

    assert len(skills) >= 1500
    assert sum(len(skill.aliases) for skill in skills) >= 5000
    assert len(known.roles) == 25
    assert all(25 <= len(role.requirements) <= 60 for role in known.roles.values())
    assert len(known.resources) >= 300
    assert sizes["soft-skills"] >= 60
    assert sizes["certifications"] >= 90
    assert sizes["networking"] >= 120
