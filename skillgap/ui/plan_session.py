"""The plan as the user set it up on the Plan page, for pages that need its dates."""

import math

from skillgap import pipeline, schedule
from skillgap.model.assessment import Assessment
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.schedule import CalendarEvent, Milestone
from skillgap.ui import knowledge, plan_settings, session, versions


def assessment(role: RoleProfile) -> Assessment | None:
    """The resume held against a role, with the plan for the hours there are; nothing without a resume."""
    found = versions.reading()
    return assessed(found, role) if found else None


def assessed(found: ResumeReading, role: RoleProfile) -> Assessment:
    """A resume held against a role, with the plan for the hours there are."""
    return session.memoised(
        pipeline.assess,
        found,
        role,
        knowledge.loaded_taxonomy(),
        hours=plan_settings.settings_kept().hours,
        preferences=plan_settings.preferences(),
    )


def weeks(hours: int) -> int:
    """Weeks begun that so many hours take at the hours a week that were set."""
    return math.ceil(hours / plan_settings.settings_kept().weekly)


def milestones(found: Assessment) -> tuple[Milestone, ...]:
    """When the steps of the plan are due."""
    time = plan_settings.settings_kept()
    return session.memoised(schedule.milestones, found.plan, start=time.start, hours_a_week=time.weekly)


def entries(found: Assessment | None) -> tuple[CalendarEvent, ...]:
    """The steps of the plan for the calendar; none without a resume."""
    if found is None:
        return ()
    return session.memoised(schedule.calendar_events, milestones(found), found.plan)
