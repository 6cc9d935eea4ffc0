"""The plan as the user set it up on the Plan page, for pages that need its dates."""

from skillgap import pipeline, schedule
from skillgap.model.assessment import Assessment, LearningPlan
from skillgap.model.taxonomy import RoleProfile
from skillgap.schedule import CalendarEvent, Milestone
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, plan_settings, session


def assessment(role: RoleProfile) -> Assessment | None:
    """The resume held against a role, with the plan for the hours there are; nothing without a resume."""
    found = session.reading()
    if found is None:
        return None
    hours = plan_settings.settings_kept().hours
    return session.memoised(
        pipeline.assess, found, role, session.loaded_taxonomy(), hours=hours, wishes=plan_settings.wishes()
    )


def milestones(found: Assessment) -> tuple[Milestone, ...]:
    """When the steps of the plan are due."""
    time = plan_settings.settings_kept()
    return session.memoised(schedule.milestones, found.plan, start=time.start, hours_a_week=time.weekly)


def entries(found: Assessment | None) -> tuple[CalendarEvent, ...]:
    """The steps of the plan for the calendar; none without a resume."""
    if found is None:
        return ()
    return session.memoised(_entries, found.plan, milestones(found), session.loaded_taxonomy())


def _entries(plan: LearningPlan, times: tuple[Milestone, ...], taxonomy: Taxonomy) -> tuple[CalendarEvent, ...]:
    return schedule.calendar_events(times, components.notes(plan), taxonomy)
