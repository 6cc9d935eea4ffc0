"""Builds a LearningPlan from a GapReport: topic by topic in the role's order, within the hours.

``open_topics`` finds the topics to learn, ``ordering`` sorts them, and ``selection`` chooses what fits. ``alongside``
adds topics that the task of another step shows too. ``study_parts`` finds what to learn from.
"""

from collections.abc import Sequence
from dataclasses import replace

from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan, Step, UnplannedTopic
from skillgap.model.resume import SkillProfile
from skillgap.plan import alongside
from skillgap.plan.open_topics import OpenTopic, survey
from skillgap.plan.ordering import arrange
from skillgap.plan.preferences import NO_PREFERENCES, PlanPreferences
from skillgap.plan.selection import MAX_PROJECT_HOURS, Selection, fill
from skillgap.plan.study_parts import Parts, choose
from skillgap.taxonomy import Taxonomy

PROJECT = "spare-project"
"""Key of that project among the steps."""
PROJECT_NAME = "One project that shows it all"


def build(
    report: GapReport,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    *,
    hours: int | None = None,
    resume_hours: int = 0,
    preferences: PlanPreferences = NO_PREFERENCES,
) -> LearningPlan:
    """The plan for one student and role.

    Args:
        report: The gaps.
        profile: The skills that the resume shows.
        taxonomy: Skills and resources.
        hours: Whole hours of study; ``None`` plans every open topic.
        resume_hours: Hours of these for improving the resume first.
        preferences: The student's settings.
    """
    topics = survey(report, profile, taxonomy, preferences)
    open_ = [one for one in topics if not one.is_shown or one.topic.id in preferences.done]
    wanted = [one for one in open_ if one.topic.id not in preferences.skip]
    done = [one for one in wanted if one.topic.id in preferences.done]
    to_do = [one for one in wanted if one.topic.id not in preferences.done]
    # a student who leaves out "Linux" may still learn "Docker", which builds on it
    met = {one.topic.id for one in topics if one.is_shown or one.topic.id in {*preferences.skip, *preferences.done}}
    project = bool(report.role.spare_project) and PROJECT not in {*preferences.skip, *preferences.done}

    def select(no_step: frozenset[str]) -> Selection:
        selection = Selection(None if hours is None else max(0, hours - resume_hours), set(met), no_step)
        fill(selection, arrange(to_do, preferences.order), project=project)
        return selection

    selection = select(frozenset(one.topic.id for one in to_do if alongside.needs_no_step(one, preferences)))
    if selection.listed and not selection.whole:
        selection = select(frozenset())  # no other step can show them
    return LearningPlan(
        role=report.role,
        steps=_steps(
            report, sorted(done, key=lambda one: preferences.done[one.topic.id]), selection, taxonomy, preferences
        ),
        left=_left(open_, selection, preferences),
        budget=hours,
        resume_hours=resume_hours if hours is None or hours > resume_hours else 0,
        core_hours=sum(selection.hours(one) for one in to_do if one.topic.tier == "core"),
        core_topics=sum(one.topic.tier == "core" for one in to_do),
    )


def _steps(
    report: GapReport,
    done: Sequence[OpenTopic],
    selection: Selection,
    taxonomy: Taxonomy,
    preferences: PlanPreferences,
) -> tuple[Step, ...]:
    every = [*done, *selection.planned]
    parts = choose(every, taxonomy, preferences)
    steps = [_step(one, report, selection, every, taxonomy, preferences) for one in every]
    steps = [_with_parts(step, parts) for step in steps]
    shown_too = alongside.hosts(selection.listed, selection.whole)
    steps = [alongside.with_listed(step, shown_too.get(step.topic_id, ()), report, taxonomy) for step in steps]
    if selection.project_hours:
        steps.insert(len(done) + selection.project_place, _project(report, selection, selection.project_hours))
    if report.role.spare_project and PROJECT in preferences.done:
        finished = _project(report, selection, MAX_PROJECT_HOURS)
        steps.insert(len(done), replace(finished, done=preferences.done[PROJECT]))
    return tuple(steps)


def _with_parts(step: Step, parts: Parts) -> Step:
    return replace(step, learn_from=parts.chosen.get(step.topic_id, ()), unmatched=step.topic_id in parts.unmatched)


def _step(
    one: OpenTopic,
    report: GapReport,
    selection: Selection,
    every: Sequence[OpenTopic],
    taxonomy: Taxonomy,
    preferences: PlanPreferences,
) -> Step:
    topic, begun = one.topic, selection.begun.get(one.topic.id)
    unlocks = tuple(other.topic.id for other in every if topic.id in other.topic.after)
    closed = [gap for gap in one.gaps if gap.shortfall]
    return Step(
        topic_id=topic.id,
        name=topic.name,
        tier=topic.tier,
        skill_ids=one.skill_ids,
        reason=_reason(one, unlocks, every),
        study_hours=one.study_hours if begun is None else min(begun, one.study_hours),
        proof_hours=one.proof_hours if begun is None else max(0, begun - one.study_hours),
        task=one.task,
        # a topic that is only begun closes no gap yet
        points=sum(report.open_points(gap) for gap in closed) if begun is None else 0.0,
        unlocks=unlocks,
        meets=tuple(gap.skill_id for gap in closed) if begun is None else (),
        variants=tuple(variant.anchor for variant in topic.variants),
        variant=one.variant.anchor if one.variant else "",
        left_hours=0 if begun is None else one.hours - begun,
        done=preferences.done.get(topic.id),
    )


def _reason(one: OpenTopic, unlocks: Sequence[str], every: Sequence[OpenTopic]) -> str:
    """The reason of a step: why the role needs it, what is known already, and what comes after it."""
    sentences = [one.topic.why]
    begun = [gap for gap in one.gaps if gap.held and gap.shortfall]
    if begun:
        sentences.append("You name a part of it, so the study is shorter; the task shows it.")
    if unlocks:
        names = {other.topic.id: other.topic.name for other in every}
        sentences.append(f"It comes before {_listed([names[topic_id] for topic_id in unlocks])}.")
    return " ".join(sentences)


def _listed(names: Sequence[str]) -> str:
    """Names as words: "Git, Linux and SQL"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _project(report: GapReport, selection: Selection, hours: int) -> Step:
    """The project of the spare hours; it shows the planned core topics, or all core topics of the role."""
    skills = [one.skill_ids[0] for one in selection.planned if one.topic.tier == "core"]
    skills = skills or [topic.skill_ids[0] for topic in report.role.topics if topic.tier == "core"]
    return Step(
        topic_id=PROJECT,
        name=PROJECT_NAME,
        tier="project",
        skill_ids=tuple(skills),
        reason="Your spare hours go into one project, since employers look at projects first.",
        study_hours=0,
        proof_hours=hours,
        task=report.role.spare_project,
        points=0.0,
    )


def _left(open_: Sequence[OpenTopic], selection: Selection, preferences: PlanPreferences) -> tuple[UnplannedTopic, ...]:
    planned = {one.topic.id for one in (*selection.planned, *selection.listed)}
    names = {one.topic.id: one.topic.name for one in open_}
    found = []
    for one in open_:
        if one.topic.id in planned or one.topic.id in preferences.done:
            continue
        missing = [names[before] for before in one.topic.after if before in names and before not in selection.met]
        if one.topic.id in preferences.skip:
            reason = "You left it out."
        elif missing:
            reason = f"It needs {_listed(missing)} first."
        # it would fit in the hours, but a core topic is still open
        elif one.topic.tier != "core" and (selection.free or 0) >= one.hours:
            reason = "Core topics come first."
        else:
            reason = f"It takes {one.hours} h, and {selection.free or 0} h are free."
        found.append(UnplannedTopic(one.topic.id, one.topic.name, one.topic.tier, one.hours, reason, one.skill_ids))
    return tuple(found)
