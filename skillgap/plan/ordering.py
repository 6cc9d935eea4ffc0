"""The order of a plan: prerequisites first, then what the user wishes, then the most coverage an hour."""

import math
from collections.abc import Collection, Mapping

from skillgap.model.assessment import LearningPlan
from skillgap.plan.problem import closure
from skillgap.taxonomy import Taxonomy


def arrange(
    before: Mapping[str, frozenset[str]], hours: Mapping[str, int], worth: Mapping[str, float], wish: Collection[str]
) -> list[str]:
    """Always the free skill that the wish names first, else the one that leads to the most points an hour.

    Args:
        before: Skill -> the skills of the plan to learn before it.
        hours: Skill -> hours, above 0.
        worth: Skill -> percentage points that it adds.
        wish: Ids in the order wished for; what a named skill needs comes where it is needed.
    """
    needed = {skill_id: closure(skill_id, before) for skill_id in before}
    value = {skill_id: _value(skill_id, needed, hours, worth) for skill_id in before}
    rank = dict.fromkeys(before, len(wish))
    for place, skill_id in reversed(list(enumerate(wish))):
        for one in needed.get(skill_id, ()):
            rank[one] = place
    order: list[str] = []
    waiting = set(before)
    while waiting:
        free = [skill_id for skill_id in waiting if before[skill_id].isdisjoint(waiting)]
        following = min(free, key=lambda skill_id: (rank[skill_id], -value[skill_id], skill_id))
        order.append(following)
        waiting.remove(following)
    return order


def _value(
    skill_id: str, needed: Mapping[str, Collection[str]], hours: Mapping[str, int], worth: Mapping[str, float]
) -> float:
    """Best points an hour: of the skill alone, or of what it leads to together with all that needs."""
    bundles = [{skill_id}, *(bundle for bundle in needed.values() if skill_id in bundle)]
    return max(math.fsum(worth[one] for one in bundle) / sum(hours[one] for one in bundle) for bundle in bundles)


def moved(plan: LearningPlan, skill_id: str, by: int) -> tuple[str, ...]:
    """The ids of the steps to do with one of them a place earlier (``by`` -1) or later (1)."""
    order = [step.skill_id for step in plan.to_do]
    place = order.index(skill_id)
    order.insert(place + by, order.pop(place))
    return tuple(order)


def first(plan: LearningPlan, skill_id: str) -> tuple[str, ...]:
    """The ids of the steps to do with one of them, and what it needs, at the front."""
    before = {
        step.skill_id: {other.skill_id for other in plan.to_do if step.skill_id in other.unlocks} for step in plan.to_do
    }
    ahead = closure(skill_id, before)
    order = [step.skill_id for step in plan.to_do]
    return (*(one for one in order if one in ahead), *(one for one in order if one not in ahead))


def obstacle(plan: LearningPlan, skill_id: str, by: int, taxonomy: Taxonomy) -> str:
    """Why a step cannot go one place earlier (``by`` -1) or later (1), as a sentence; empty where it can."""
    steps = plan.to_do
    place = [step.skill_id for step in steps].index(skill_id)
    other = place + by
    if not 0 <= other < len(steps):
        return "It is the first step." if by < 0 else "It is the last step."
    ahead, behind = sorted((place, other))
    if steps[behind].skill_id not in steps[ahead].unlocks:
        return ""
    name, first_ = taxonomy.name(steps[behind].skill_id), taxonomy.name(steps[ahead].skill_id)
    way = "earlier" if by < 0 else "later"
    return f"It cannot go {way}: {name} needs {first_} first."
