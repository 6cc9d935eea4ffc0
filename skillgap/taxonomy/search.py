"""Finding skills by what people type: by name, by part of a name, and with typing errors."""

from rapidfuzz import fuzz, process

from skillgap.model.taxonomy import Skill
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

CLOSE = 82.0
"""Likeness, 0 to 100, from which a name is taken for a misspelling: "kubernets" finds Kubernetes, "java" not Lua."""
MAX_FUZZY = 10


def find(query: str, taxonomy: Taxonomy) -> tuple[Skill, ...]:
    """Skills for a query: exact names if any, else names that hold it, else close ones; every skill without a query."""
    wanted = " ".join(query.casefold().split())
    if not wanted:
        return tuple(taxonomy.skills.values())
    names = _names(taxonomy)
    exact = {skill_id for skill_id, name in names if name == wanted} | ({wanted} & set(taxonomy.skills))
    found = exact or {skill_id for skill_id, name in names if wanted in name} or _close(wanted, names)
    return tuple(taxonomy.skills[skill_id] for skill_id in sorted(found))


@cached_per_taxonomy
def _names(taxonomy: Taxonomy) -> set[tuple[str, str]]:
    """Each skill id with every form of its name, folded."""
    return {(skill.id, alias.text.casefold()) for skill in taxonomy.skills.values() for alias in skill.aliases}


def _close(wanted: str, names: set[tuple[str, str]]) -> set[str]:
    ordered = sorted(names)
    hits = process.extract(
        wanted, [name for _, name in ordered], scorer=fuzz.ratio, score_cutoff=CLOSE, limit=MAX_FUZZY
    )
    return {ordered[index][0] for _, _, index in hits}
