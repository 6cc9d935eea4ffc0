"""Counts of the data as lines of text."""

from collections import Counter
from collections.abc import Iterator

from skillgap.taxonomy import Taxonomy


def lines(taxonomy: Taxonomy) -> Iterator[str]:
    """One line for each category, then the totals of skills, aliases, relations, ambiguous names, roles, resources."""
    skills = taxonomy.skills.values()
    for category in taxonomy.categories.values():
        members = [skill for skill in skills if skill.category == category.id]
        yield f"{category.title}: {len(members)} skills, {sum(len(skill.aliases) for skill in members)} aliases"
    relations = Counter(link.relation for skill in skills for link in skill.links)
    yield f"{len(skills)} skills, {sum(len(skill.aliases) for skill in skills)} aliases"
    yield f"{relations.total()} relations: " + ", ".join(f"{name} {count}" for name, count in sorted(relations.items()))
    ruled = {alias.text.casefold() for skill in skills for alias in skill.aliases if alias.rule != "any-case"}
    yield f"{len(ruled)} ambiguous names under a rule, {sum(bool(skill.proof) for skill in skills)} proof tasks"
    asked = [len(role.requirements) for role in taxonomy.roles.values()]
    yield f"{len(asked)} roles with {min(asked, default=0)} to {max(asked, default=0)} requirements"
    free = sum(resource.free for resource in taxonomy.resources.values())
    yield f"{len(taxonomy.resources)} resources, {free} of them free"
