"""The catalogue as DataFrames: skills, relations, roles with the terms of their importance, faults of data files."""

from collections.abc import Iterable

import pandas as pd

from skillgap.model.role import RoleProfile
from skillgap.model.taxonomy import Skill
from skillgap.tables.frame import TIERS, category, frame
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.search import find

DETAILS = ("id", "name", "category", "kind", "also written", "about", "links", "sources", "roles")
"""Columns of ``skill_details``."""


def skill_details(skills: Iterable[Skill], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each skill, with all of its data in ``DETAILS``."""
    rows = [
        {
            "id": skill.id,
            "name": skill.name,
            "category": category(skill.id, taxonomy),
            "kind": skill.kind,
            "also written": ", ".join(alias.text for alias in skill.aliases[1:]),
            "about": skill.about,
            "links": "; ".join(f"{link.relation} {link.skill_id} ({link.reason})" for link in skill.links),
            "sources": ", ".join(filter(None, [*skill.sources, skill.esco, skill.onet])),
            "roles": ", ".join(role.id for role, _ in taxonomy.roles_asking_for(skill.id)),
        }
        for skill in skills
    ]
    return frame(rows, DETAILS)


def catalogue(taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each skill of the taxonomy."""
    rows = [
        {
            "skill": skill.name,
            "category": taxonomy.categories[skill.category].title,
            "kind": skill.kind,
            "about": skill.about,
            "also written": ", ".join(alias.text for alias in skill.aliases if alias.text != skill.name),
            "learn first": ", ".join(taxonomy.name(other) for other in skill.prerequisites),
            "competency": skill.competency.replace("-", " "),
            "sources": ", ".join(skill.sources),
            "id": skill.id,
        }
        for skill in taxonomy.skills.values()
    ]
    return frame(
        rows, ("skill", "category", "kind", "about", "also written", "learn first", "competency", "sources", "id")
    )


def search_results(every: pd.DataFrame, query: str, taxonomy: Taxonomy) -> pd.DataFrame:
    """The rows of ``catalogue`` whose skill a query finds, see ``taxonomy.search.find``."""
    return every[every["id"].isin([skill.id for skill in find(query, taxonomy)])]


def relations(skill_id: str, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each relation from or to a skill, with its reason."""
    rows = [
        {
            "skill": skill.name,
            "relation": link.relation.replace("_", " "),
            "other": taxonomy.name(link.skill_id),
            "why": link.reason,
        }
        for skill in taxonomy.skills.values()
        for link in skill.links
        if skill_id in {skill.id, link.skill_id}
    ]
    return frame(rows, ("skill", "relation", "other", "why"))


def faults(found: Iterable[str]) -> pd.DataFrame:
    """One row for each fault in the form ``file: key: rule``."""
    return frame(
        (dict(zip(("file", "key", "rule"), fault.split(": ", 2), strict=False)) for fault in found),
        ("file", "key", "rule"),
    )


def role_demands(profile: RoleProfile, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each requirement of a role, most important first, with the terms of its importance."""
    rows = [
        {
            "skill": taxonomy.either(requirement.options),
            "category": category(requirement.skill_id, taxonomy),
            "importance": requirement.importance,
            "level": requirement.level,
            "tier": TIERS[requirement.tier],
            "O*NET": requirement.terms.onet if requirement.terms else "",
            "ESCO": requirement.terms.esco if requirement.terms else "",
            "NICE": ", ".join(requirement.terms.nice) if requirement.terms else "",
            "survey share": requirement.terms.usage if requirement.terms else None,
            "editorial": requirement.terms.editorial if requirement.terms else None,
        }
        for requirement in sorted(profile.requirements, key=lambda one: (-one.importance, one.skill_id))
    ]
    columns = ("skill", "category", "importance", "level", "tier", "O*NET", "ESCO", "NICE", "survey share", "editorial")
    return frame(rows, columns)
