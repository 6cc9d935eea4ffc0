"""The data files, read as a contributor's work: every rule of ``data/README.md`` that a machine can check."""

import tomllib

import pytest
from conftest import FIXTURES

from skillgap import taxonomy
from skillgap.model import Document

LINES = {
    (path.stem, skill_id): table
    for path in sorted((FIXTURES / "lines").glob("*.toml"))
    for skill_id, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


def test_the_data_breaks_no_rule():
    _, faults = taxonomy.inspect()

    assert faults == []


@pytest.mark.parametrize(("category", "skill_id"), list(LINES))
def test_a_line_that_must_match_does_and_one_that_must_not_does_not(category, skill_id, known, extractor):
    def found(line):
        return skill_id in {mention.skill_id for mention in extractor.extract(Document("line", line))}

    table = LINES[category, skill_id]

    assert known.skills[skill_id].category == category
    assert [line for line in table["match"] if not found(line)] == []
    assert [line for line in table["no_match"] if found(line)] == []


def test_every_alias_under_a_rule_has_a_line_that_must_match_and_one_that_must_not(known):
    missing = []
    for skill in known.skills.values():
        table = LINES.get((skill.category, skill.id), {})
        for alias in skill.aliases:
            if alias.rule != "any-case":
                for side in ("match", "no_match"):
                    if not any(alias.text.casefold() in line.casefold() for line in table.get(side, [])):
                        missing.append(f"{skill.category}: {skill.id}: {alias.text}: {side}")

    assert missing == []


def test_every_role_asks_for_skills_of_several_kinds_and_for_soft_skills(known):
    for role in known.roles.values():
        categories = {known.skills[requirement.skill_id].category for requirement in role.requirements}

        assert len(categories) >= 4, role.id
        assert "soft-skills" in categories, role.id
