"""Score how likely a line of a resume describes a skill that it does not name.

Two things make a line close to a skill. It names a related skill (a prerequisite, a whole, an implied skill), or it
shares rare words with the skill's description.

The weights below are judgements. Only their order matters: which evidence suffices alone, and which needs more.
``tests/test_quick_wins.py`` holds lines and the skills that they should suggest.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from skillgap.lexicon import own
from skillgap.model.taxonomy import Kind, Relation, Skill
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

CLOSE = 1.5
"""Least closeness at which a line is suggested: one related skill, or rare words that add up to it."""
RELATED: tuple[Relation, ...] = ("requires", "implies", "part_of", "version_of")
"""Relations that make two skills related, in either direction."""
RELATED_WEIGHT = 3.0
"""Closeness of a line that names a related skill, before the reduction of ``FEW_RELATED``."""
FEW_RELATED = 12
"""Skills with more relations than this weigh less: "Python" has 92, so it alone does not suggest any of them.

With 24 relations the weight is exactly ``CLOSE``.
"""
SAME_KIND: Mapping[Kind, float] = {"concept": 0.75, "network": 0.75, "security": 0.75, "method": 0.75, "tool": 0.5}
"""Closeness of each named skill of the same category and kind ("DNS" for DHCP)."""
MAX_SAME_KIND = 1.2
"""Upper limit of that sum: below ``CLOSE``, since a list of ten network terms says little about an eleventh."""
OWN_NAME = 1.0
"""Weight of a word of the skill's own name, and the least rarity such a word needs."""
MIN_SHARED = 3
"""Shared words required if the line names no related skill: two could be chance ("data", "model")."""
COMMON_SHARE = 0.02
"""A word in at least this share of all descriptions is too common to count."""
_WORD = re.compile(r"[a-z][a-z0-9+#-]{3,}")
_ENDINGS = sorted(own().feedback_words.words["endings"], key=lambda ending: (-len(ending), ending))


class Similarity(NamedTuple):
    """Closeness of a line to a skill (0 or more), and the reason as a sentence."""

    closeness: float
    reason: str


def closeness(skill: Skill, text: str, named: Collection[str], taxonomy: Taxonomy) -> Similarity:
    """Score how likely a line describes ``skill``; 0 if it names that skill or an alternative to it.

    Args:
        skill: The skill.
        text: The line.
        named: Ids of the skills that the line names.
        taxonomy: Source of the relations and descriptions.
    """
    related, rarity, named = related_skills(taxonomy), _rarity(taxonomy), {*named}
    if named & {*taxonomy.alternatives.get(skill.id, ()), skill.id}:
        return Similarity(0.0, "")
    weights = {
        other: RELATED_WEIGHT * min(1.0, FEW_RELATED / len(related[other]))
        for other in named
        if skill.id in related.get(other, ())
    }
    same_kind = {other for other in named - {*weights} if _same_kind(skill, taxonomy.skills.get(other))}
    shared = {stem: rarity[stem] for stem in _stems(skill.about) & _stems(text) if stem in rarity}
    own = [OWN_NAME for stem in _stems(skill.name) & _stems(text) if rarity.get(stem, 0.0) >= OWN_NAME]
    if not weights and not same_kind and not own and len(shared) < MIN_SHARED:
        return Similarity(0.0, "")
    from_same_kind = min(MAX_SAME_KIND, SAME_KIND.get(skill.kind, 0.0) * len(same_kind))
    total = math.fsum([*weights.values(), from_same_kind, *shared.values(), *own])
    if weights or same_kind:
        closest = min(weights or same_kind, key=lambda other: (-weights.get(other, 0.0), other))
        return Similarity(total, f"The line names {taxonomy.name(closest)}, a related skill.")
    return Similarity(total, f"The line shares words with the skill's description: {skill.about}")


def _same_kind(skill: Skill, other: Skill | None) -> bool:
    """Whether two skills have the same category and kind."""
    return other is not None and (skill.category, skill.kind) == (other.category, other.kind)


@cached_per_taxonomy
def related_skills(taxonomy: Taxonomy) -> dict[str, set[str]]:
    """Skill id -> ids of its related skills, in either direction."""
    related: dict[str, set[str]] = defaultdict(set)
    for skill in taxonomy.skills.values():
        for link in skill.links:
            if link.relation in RELATED:
                related[skill.id].add(link.skill_id)
                related[link.skill_id].add(skill.id)
    return dict(related)


def _stems(text: str) -> frozenset[str]:
    """Stems of the words in a text ("monitored" -> "monitor")."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()))


def _stem(word: str) -> str:
    # Four letters must remain: without the limit "used" and "user" would both become "us".
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cached_per_taxonomy
def _rarity(taxonomy: Taxonomy) -> Mapping[str, float]:
    """Stem -> weight by inverse document frequency: 2 in one description, 0 at ``COMMON_SHARE`` of all."""
    counts = Counter(stem for skill in taxonomy.skills.values() for stem in _stems(skill.about))
    most = max(2.0, COMMON_SHARE * len(taxonomy.skills))
    return {stem: 2 * (1 - math.log(count) / math.log(most)) for stem, count in counts.items() if count < most}
