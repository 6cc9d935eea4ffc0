"""The plan with the settings of the Plan page, for pages that need its dates."""

import math

from skillgap import pipeline, schedule
from skillgap.model.assessment import Assessment
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.schedule import CalendarEvent, Milestone
from skillgap.ui import knowledge, plan_settings, session, versions


def assessment(role: RoleProfile) -> Assessment | None:
    """Assessment of the resume for a role, with the plan settings; ``None`` without a resume."""
    found = versions.reading()
    return assessed(found, role) if found else None


def assessed(found: ResumeReading, role: RoleProfile) -> Assessment:
    """Assessment of a resume for a role, with the plan settings."""
    return session.memoised(
        pipeline.assess,
        found,
        role,
        knowledge.loaded_taxonomy(),
        hours=plan_settings.settings_kept().hours,
        preferences=plan_settings.preferences(),
    )


def weeks(hours: int) -> int:
    """Weeks, rounded up, that these hours take at the hours per week of the settings."""
    return math.ceil(hours / plan_settings.settings_kept().weekly)


def milestones(found: Assessment) -> tuple[Milestone, ...]:
    """Dates of the steps."""
    time = plan_settings.settings_kept()
    return session.memoised(schedule.milestones, found.plan, start=time.start, hours_a_week=time.weekly)


def entries(found: Assessment | None) -> tuple[CalendarEvent, ...]:
    """Calendar entries of the steps; none without a resume."""
    if found is None:
        return ()
    return session.memoised(schedule.calendar_events, milestones(found), found.plan)
