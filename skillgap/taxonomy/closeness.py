"""How likely a line of a resume describes a skill that it does not name.

A line is close to a skill when it names skills tied to it (what must be learned before it, what it is part of, what
comes with it), or shares words with the skill's description that few descriptions have.
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
"""Closeness from which a line is proposed: one tie, or two rare words; kin need a word beside them."""
RELATED: tuple[Relation, ...] = ("requires", "implies", "part_of", "version_of")
"""Relations that tie two skills, either way."""
TIE = 3.0
"""Closeness of a line that names a skill with a few ties; one that hundreds build on (Python) tells less."""
FEW_TIES = 12
SAME_KIND: Mapping[Kind, float] = {"concept": 0.75, "network": 0.75, "security": 0.75, "method": 0.75, "tool": 0.5}
"""Closeness of a line that names a skill of the same category and of this kind: where one is used, others are near."""
MAX_KIN = 1.2
"""What kinship alone may add: less than what is asked, since kin are many."""
OWN_NAME = 1.0
"""Added for a word of the skill's own name that is rare enough."""
MIN_SHARED = 3
"""Words that must be shared where nothing else ties line and skill."""
COMMON_SHARE = 0.02
"""Share of descriptions from which a word is too common to tell anything."""
_WORD = re.compile(r"[a-z][a-z0-9+#-]{3,}")
_ENDINGS = sorted(own().feedback_words.words["endings"], key=lambda ending: (-len(ending), ending))


class Similarity(NamedTuple):
    """How close a line is to a skill, and why."""

    closeness: float
    reason: str


def closeness(skill: Skill, text: str, named: Collection[str], taxonomy: Taxonomy) -> Similarity:
    """How likely a line describes ``skill``; nothing when it names one that does the same job.

    Args:
        skill: The skill.
        text: The line.
        named: Ids of the skills that the line names.
        taxonomy: Knows what ties skills.
    """
    tied, rarity, named = ties(taxonomy), _rarity(taxonomy), {*named}
    if named & {*taxonomy.alternatives.get(skill.id, ()), skill.id}:
        return Similarity(0.0, "")
    weights = {other: TIE * min(1.0, FEW_TIES / len(tied[other])) for other in named if skill.id in tied.get(other, ())}
    kin = {other for other in named - {*weights} if _alike(skill, taxonomy.skills.get(other))}
    shared = {stem: rarity[stem] for stem in _stems(skill.about) & _stems(text) if stem in rarity}
    own = [OWN_NAME for stem in _stems(skill.name) & _stems(text) if rarity.get(stem, 0.0) >= OWN_NAME]
    if not weights and not kin and not own and len(shared) < MIN_SHARED:
        return Similarity(0.0, "")
    beside = min(MAX_KIN, SAME_KIND.get(skill.kind, 0.0) * len(kin))
    total = math.fsum([*weights.values(), beside, *shared.values(), *own])
    if weights or kin:
        closest = min(weights or kin, key=lambda other: (-weights.get(other, 0.0), other))
        return Similarity(total, f"The line names {taxonomy.name(closest)}, which goes with it.")
    return Similarity(total, f"The line shares words with what it is for: {skill.about}")


def _alike(skill: Skill, other: Skill | None) -> bool:
    """Whether two skills are of the same category and kind."""
    return other is not None and (skill.category, skill.kind) == (other.category, other.kind)


@cached_per_taxonomy
def ties(taxonomy: Taxonomy) -> dict[str, set[str]]:
    """Skill id -> the skills tied to it, either way."""
    tied: dict[str, set[str]] = defaultdict(set)
    for skill in taxonomy.skills.values():
        for link in skill.links:
            if link.relation in RELATED:
                tied[skill.id].add(link.skill_id)
                tied[link.skill_id].add(skill.id)
    return dict(tied)


def _stems(text: str) -> frozenset[str]:
    """The words of a text without their endings."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cached_per_taxonomy
def _rarity(taxonomy: Taxonomy) -> Mapping[str, float]:
    """Stem -> how much it tells: 2 in one description, falling to 0 in a fiftieth of all."""
    counts = Counter(stem for skill in taxonomy.skills.values() for stem in _stems(skill.about))
    most = max(2.0, COMMON_SHARE * len(taxonomy.skills))
    return {stem: 2 * (1 - math.log(count) / math.log(most)) for stem, count in counts.items() if count < most}
