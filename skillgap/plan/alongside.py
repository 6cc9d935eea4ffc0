"""Adds topics that a student already lists to the tasks of other steps, without steps of their own.

A student who lists Git need not study it. The task of another step shows it instead.
"""

from collections.abc import Sequence
from dataclasses import replace

from skillgap.model.gaps import NAMED, GapReport
from skillgap.model.plan import Step
from skillgap.model.role import Tier
from skillgap.plan.open_topics import OpenTopic
from skillgap.plan.preferences import PlanPreferences
from skillgap.taxonomy import Taxonomy

TIERS: tuple[Tier, ...] = ("core", "next", "later")
MAX_HOURS = 6
"""Most hours of a topic without a step of its own: an evening to refresh it, and its task."""


def needs_no_step(one: OpenTopic, preferences: PlanPreferences) -> bool:
    """Whether the main skill is named and little is left, and the student has not asked for a step of its own."""
    main = one.gaps[0]
    asked = {*preferences.order, *preferences.done, *preferences.chosen, *preferences.variants}
    named = main.held >= NAMED and not main.credited_from
    return named and one.hours <= MAX_HOURS and one.topic.id not in asked


def hosts(listed: Sequence[OpenTopic], planned: Sequence[OpenTopic]) -> dict[str, list[OpenTopic]]:
    """Topic id of a planned step -> the listed topics that its task shows too.

    Each topic goes to a step behind its own prerequisites and of no earlier tier, to the one with the fewest such
    topics. Of equal steps, one
    that builds on the topic comes first, then the earliest.
    """
    places = {one.topic.id: place for place, one in enumerate(planned)}
    found: dict[str, list[OpenTopic]] = {one.topic.id: [] for one in planned}
    for one in listed:
        needs = max((places.get(before, 0) for before in one.topic.after), default=0)
        ranked = [
            (
                place < needs,
                TIERS.index(host.topic.tier) < TIERS.index(one.topic.tier),
                len(found[host.topic.id]),
                one.topic.id not in host.topic.after,
                place,
            )
            for place, host in enumerate(planned)
        ]
        found[planned[min(ranked)[-1]].topic.id].append(one)
    return found


def with_listed(step: Step, listed: Sequence[OpenTopic], report: GapReport, taxonomy: Taxonomy) -> Step:
    """The step with the tasks of listed topics in its own task, and with the gaps that these close."""
    for one in listed:
        closed = [gap for gap in one.gaps if gap.shortfall]
        name = taxonomy.name(one.skill_ids[0])
        step = replace(
            step,
            skill_ids=tuple(dict.fromkeys((*step.skill_ids, *one.skill_ids))),
            proof_hours=step.proof_hours + one.proof_hours,
            task=f"{step.task} Also show {name}, which you list already: {one.task}",
            points=step.points + sum(report.open_points(gap) for gap in closed),
            meets=tuple(dict.fromkeys((*step.meets, *(gap.skill_id for gap in closed)))),
            also=(*step.also, one.topic.id),
        )
    return step
