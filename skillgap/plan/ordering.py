"""The order of a plan: prerequisites first, then what the student wishes, then the role's own order."""

from collections.abc import Sequence

from skillgap.model.plan import LearningPlan
from skillgap.plan.open_topics import OpenTopic


def arrange(topics: Sequence[OpenTopic], wish: Sequence[str]) -> list[OpenTopic]:
    """The topics with those that the wish names first, each behind what must come before it."""
    rank = {topic_id: place for place, topic_id in enumerate(wish)}
    waiting = list(topics)
    order: list[OpenTopic] = []
    while waiting:
        left = {one.topic.id for one in waiting}
        # a loop of prerequisites, which the checks refuse in our own data, must not end here without a step
        free = [one for one in waiting if left.isdisjoint(one.topic.after)] or waiting
        following = min(free, key=lambda one: (rank.get(one.topic.id, len(rank)), topics.index(one)))
        order.append(following)
        waiting.remove(following)
    return order


def moved(plan: LearningPlan, topic_id: str, by: int) -> tuple[str, ...]:
    """The ids of the steps to do with one of them a place earlier (``by`` -1) or later (1)."""
    order = [step.topic_id for step in plan.to_do]
    place = order.index(topic_id)
    order.insert(place + by, order.pop(place))
    return tuple(order)


def first(plan: LearningPlan, topic_id: str) -> tuple[str, ...]:
    """The ids of the steps to do with one of them, and what must come before it, at the front."""
    ahead = {topic_id}
    # from the end, so that prerequisites of prerequisites are reached as well
    for step in reversed(plan.to_do):
        if ahead & set(step.unlocks):
            ahead.add(step.topic_id)
    order = [step.topic_id for step in plan.to_do]
    return (*(one for one in order if one in ahead), *(one for one in order if one not in ahead))


def obstacle(plan: LearningPlan, topic_id: str, by: int) -> str:
    """Why a step cannot go one place earlier (``by`` -1) or later (1), as a sentence; empty where it can."""
    steps = plan.to_do
    place = [step.topic_id for step in steps].index(topic_id)
    other = place + by
    if not 0 <= other < len(steps):
        return "It is the first step." if by < 0 else "It is the last step."
    ahead, behind = sorted((place, other))
    if steps[ahead].tier != steps[behind].tier:
        return "Core topics come before the others."
    if steps[behind].topic_id not in steps[ahead].unlocks:
        return ""
    way = "earlier" if by < 0 else "later"
    return f"It cannot go {way}: {steps[behind].name} needs {steps[ahead].name} first."
