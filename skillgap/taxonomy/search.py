"""Find skills by name, by part of a name, or by a misspelled name."""

from rapidfuzz import fuzz, process

from skillgap.model.taxonomy import Skill
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

CLOSE = 82.0
"""Least similarity (``fuzz.ratio``, 0 to 100) of a misspelling. "pyhton" and Python have 83, "java" and Lua 29."""
MAX_FUZZY = 10
"""Upper limit for the misspellings that one query finds."""


def find(query: str, taxonomy: Taxonomy) -> tuple[Skill, ...]:
    """Find skills: by exact name, else by part of a name, else by similar name. An empty query finds every skill."""
    wanted = " ".join(query.casefold().split())
    if not wanted:
        return tuple(taxonomy.skills.values())
    names = _names(taxonomy)
    exact = {skill_id for skill_id, name in names if name == wanted} | ({wanted} & set(taxonomy.skills))
    found = exact or {skill_id for skill_id, name in names if wanted in name} or _close(wanted, names)
    return tuple(taxonomy.skills[skill_id] for skill_id in sorted(found))


@cached_per_taxonomy
def _names(taxonomy: Taxonomy) -> list[tuple[str, str]]:
    """Pairs of skill id and case-folded alias, sorted."""
    return sorted({(skill.id, alias.text.casefold()) for skill in taxonomy.skills.values() for alias in skill.aliases})


def _close(wanted: str, names: list[tuple[str, str]]) -> set[str]:
    hits = process.extract(wanted, [name for _, name in names], scorer=fuzz.ratio, score_cutoff=CLOSE, limit=MAX_FUZZY)
    return {names[index][0] for _, _, index in hits}
