"""Orders the topics of a plan: prerequisites first, then the student's order, then the role's."""

from collections.abc import Sequence

from skillgap.model.plan import LearningPlan
from skillgap.plan.open_topics import OpenTopic


def arrange(topics: Sequence[OpenTopic], wish: Sequence[str]) -> list[OpenTopic]:
    """The topics in the order of ``wish``, then of the role, each behind its prerequisites."""
    rank = {topic_id: place for place, topic_id in enumerate(wish)}
    waiting = list(topics)
    order: list[OpenTopic] = []
    while waiting:
        left = {one.topic.id for one in waiting}
        # topics of a user's own data may need each other; one of them must come first
        free = [one for one in waiting if left.isdisjoint(one.topic.after)] or waiting
        following = min(free, key=lambda one: (rank.get(one.topic.id, len(rank)), topics.index(one)))
        order.append(following)
        waiting.remove(following)
    return order


def moved(plan: LearningPlan, topic_id: str, by: int) -> tuple[str, ...]:
    """The ids of the steps to do, with one of them moved a place earlier (``by`` -1) or later (1)."""
    order = [step.topic_id for step in plan.to_do]
    place = order.index(topic_id)
    order.insert(place + by, order.pop(place))
    return tuple(order)


def first(plan: LearningPlan, topic_id: str) -> tuple[str, ...]:
    """The ids of the steps to do, with one of them and its prerequisites moved to the front."""
    ahead = {topic_id}
    # from the end, to reach prerequisites of prerequisites too
    for step in reversed(plan.to_do):
        if ahead & set(step.unlocks):
            ahead.add(step.topic_id)
    order = [step.topic_id for step in plan.to_do]
    return (*(one for one in order if one in ahead), *(one for one in order if one not in ahead))


def obstacle(plan: LearningPlan, topic_id: str, by: int) -> str:
    """The sentence why a step cannot move a place earlier (``by`` -1) or later (1); empty if it can."""
    steps = plan.to_do
    place = [step.topic_id for step in steps].index(topic_id)
    other = place + by
    if not 0 <= other < len(steps):
        return "It is the first step." if by < 0 else "It is the last step."
    ahead, behind = sorted((place, other))
    # a later topic cannot come before a core one
    if steps[ahead].tier != steps[behind].tier:
        return "Core topics come before the others."
    if steps[behind].topic_id not in steps[ahead].unlocks:
        return ""
    way = "earlier" if by < 0 else "later"
    return f"It cannot go {way}: {steps[behind].name} needs {steps[ahead].name} first."
