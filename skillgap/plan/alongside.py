"""Topics that a student lists already: no step of their own, but shown in the task of another step.

Nobody studies Git who lists it. The plan asks for a deed instead: the task of another step is done with Git.
"""

from collections.abc import Sequence
from dataclasses import replace

from skillgap.model.gaps import NAMED, GapReport
from skillgap.model.plan import Step
from skillgap.plan.open_topics import OpenTopic
from skillgap.plan.preferences import PlanPreferences
from skillgap.taxonomy import Taxonomy

MAX_HOURS = 6
"""Hours of the largest topic that needs no step of its own: an evening to refresh it, and its task."""


def needs_no_step(one: OpenTopic, preferences: PlanPreferences) -> bool:
    """Whether the main skill is named and little is left, and the student has not asked for a step of its own."""
    main = one.gaps[0]
    asked = {*preferences.order, *preferences.done, *preferences.chosen, *preferences.variants}
    named = main.held >= NAMED and not main.credited_from
    return named and one.hours <= MAX_HOURS and one.topic.id not in asked


def hosts(listed: Sequence[OpenTopic], planned: Sequence[OpenTopic]) -> dict[str, list[OpenTopic]]:
    """Topic id of a planned step -> the listed topics that its task shows too.

    Each goes behind what it needs itself, to the step with the fewest so far: first to one that builds on it, then to
    the earliest.
    """
    places = {one.topic.id: place for place, one in enumerate(planned)}
    found: dict[str, list[OpenTopic]] = {one.topic.id: [] for one in planned}
    for one in listed:
        needs = max((places.get(before, 0) for before in one.topic.after), default=0)
        ranked = [
            (place < needs, len(found[host.topic.id]), one.topic.id not in host.topic.after, place)
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
