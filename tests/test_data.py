"""The data files, read as a contributor's work: every rule of ``data/README.md`` that a machine can check."""

import tomllib
from collections import Counter

import pytest
from conftest import FIXTURES

from skillgap import gap
from skillgap.model.resume import Document, SkillProfile
from skillgap.model.role import FAMILIES
from skillgap.plan import learning_plan

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


ONE_RESOURCE = {
    "appsec-pentest-intern: ai-security",
    "business-analyst-intern: low-code",
    "data-science-intern: experiments",
    "dfir-intern: mobile-forensics",
    "game-intern: game-ai",
    "grc-intern: nist-800-53",
    "ux-intern: design-system",
    "ux-intern: ux-writing",
}
"""Topics that still await a second resource; none of them is core."""
ACCOUNT_NEEDED = {
    "appsec-pentest-intern: ai-security",
    "business-analyst-intern: low-code",
    "data-science-intern: experiments",
    "it-pm-intern: task-boards",
}
"""Topics that can be learned for free only with an account."""


def test_a_topic_of_a_role_can_be_learned_in_two_ways_and_without_an_account_but_for_these(known):
    short, closed = [], []
    for role in known.roles.values():
        for topic in role.topics:
            options = {option for one in role.requirements if one.topic_id == topic.id for option in one.options}
            teaching = {one.id: one for option in options for one in known.teaching.get(option, ())}
            name = f"{role.id}: {topic.id}"
            short += [name] * (len(teaching) < 2)
            closed += [name] * all(one.cost != "free" for one in teaching.values())

    assert (set(short), set(closed)) == (ONE_RESOURCE, ACCOUNT_NEEDED)


def test_a_plan_has_something_to_learn_every_skill_of_every_topic_from(known):
    nobody = SkillProfile("nobody", ())
    missing = []
    for role in known.roles.values():
        for step in learning_plan.build(gap.compare(nobody, role, known), nobody, known).steps:
            taught = {one for part in step.learn_from for module in part.modules for one in module.skill_ids}
            missing += [f"{role.id}: {step.topic_id}: {one}" for one in step.skill_ids if one not in taught]

    assert missing == []


def test_every_role_has_ten_or_more_topics_soft_skills_with_a_question_and_a_project(known):
    roles = known.roles.values()

    assert [role.id for role in roles if not 10 <= len(role.topics) <= 13] == []
    assert [role.id for role in roles if not 3 <= sum(bool(one.story) for one in role.requirements) <= 5] == []
    assert [role.id for role in roles if not (role.spare_project and role.titles)] == []


def test_every_role_stands_in_a_family_of_three_or_more(known):
    found = Counter(role.family for role in known.roles.values())

    assert set(found) == set(FAMILIES)
    assert min(found.values()) >= 3


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


def test_every_soft_skill_and_no_other_belongs_to_a_competency(known):
    wrong = [skill.id for skill in known.skills.values() if (skill.kind == "soft") != bool(skill.competency)]

    assert wrong == []
