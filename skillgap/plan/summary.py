"""Summarises a plan in two or three sentences: what fits, what the core takes, and what is for later."""

from collections.abc import Sequence

from skillgap.model.plan import LearningPlan, UnplannedTopic

MAX_NAMED = 3
"""Most topics named in a sentence."""


def sentences(plan: LearningPlan) -> tuple[str, ...]:
    """The sentences, the most important one first."""
    topics = [step for step in plan.to_do if step.tier != "project"]
    if not topics and not plan.left:
        return ("Your resume shows every topic of this role. Nothing is left to learn for it.",)
    fits = f"Your plan for {plan.budget} hours: " if plan.budget is not None else "Everything that is open: "
    whole = [step for step in topics if not step.left_hours]
    begun = [step for step in topics if step.left_hours]
    first = f"{fits}{_count(len(whole), 'topic')}{f' and a start in {begun[0].name}' if begun else ''}."
    return tuple(part for part in (first, _core(plan), _left(plan)) if part)


def _core(plan: LearningPlan) -> str:
    """What the core takes for this student."""
    if not plan.core_topics:
        return "Your resume shows the core of this role already."
    return f"The core of this role is about {plan.core_hours} h for you ({_count(plan.core_topics, 'topic')})."


def _left(plan: LearningPlan) -> str:
    """The core topics that do not fit."""
    core = [one for one in plan.left if one.tier == "core"]
    if plan.budget is None or not core:
        return ""
    names = _named(core)
    return f"For later: {names}. Apply already: many internships teach what is left of the core."


def _named(topics: Sequence[UnplannedTopic]) -> str:
    names = [f"{one.name} ({one.hours} h)" for one in topics[:MAX_NAMED]]
    more = len(topics) - MAX_NAMED
    return ", ".join([*names, *([f"{more} more"] if more > 0 else [])])


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
