"""The plan as the user set it up on the Plan page, for pages that need its dates."""

from skillgap import pipeline, schedule
from skillgap.model.assessment import Assessment, LearningPlan
from skillgap.model.taxonomy import RoleProfile
from skillgap.schedule import Entry, Milestone
from skillgap.taxonomy import Taxonomy
from skillgap.ui import planning, show, state


def assessment(role: RoleProfile) -> Assessment | None:
    """The resume held against a role, with the plan for the hours there are; nothing without a resume."""
    found = state.reading()
    if found is None:
        return None
    hours = planning.settings_kept().hours
    return state.once(pipeline.assess, found, role, state.known(), hours=hours, wishes=planning.wishes())


def milestones(found: Assessment) -> tuple[Milestone, ...]:
    """When the steps of the plan are due."""
    time = planning.settings_kept()
    return state.once(schedule.milestones, found.plan, start=time.start, hours_a_week=time.weekly)


def entries(found: Assessment | None) -> tuple[Entry, ...]:
    """The steps of the plan for the calendar; none without a resume."""
    if found is None:
        return ()
    return state.once(_entries, found.plan, milestones(found), state.known())


def _entries(plan: LearningPlan, times: tuple[Milestone, ...], taxonomy: Taxonomy) -> tuple[Entry, ...]:
    return schedule.entries(times, show.notes(plan), taxonomy)
