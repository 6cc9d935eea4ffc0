"""The plan as the user set it up on the Plan page, for pages that need its dates."""

from datetime import timedelta

from skillgap import pipeline, schedule
from skillgap.catalogue import RoleProfile
from skillgap.model import Assessment
from skillgap.schedule import Entry, Milestone
from skillgap.ui import state


def assessment(role: RoleProfile) -> Assessment | None:
    """The resume held against a role, with the plan for the hours there are; nothing without a resume."""
    found = state.reading()
    if found is None:
        return None
    start, weekly = state.kept("start", state.today()), state.kept("weekly", 6)
    deadline = state.kept("deadline", start + timedelta(weeks=12))
    hours = None if state.kept("mode", 0) else schedule.hours_until(deadline, start=start, hours_a_week=weekly)
    return pipeline.assess(
        found, role, state.known(), hours=hours, skip=state.kept("skip", []), free=state.kept("free", True)
    )


def milestones(found: Assessment) -> tuple[Milestone, ...]:
    """When the steps of the plan are due."""
    names = set(state.kept("done", []))
    done = [step.skill_id for step in found.plan.steps if state.known().name(step.skill_id) in names]
    start, weekly = state.kept("start", state.today()), state.kept("weekly", 6)
    return schedule.milestones(found.plan, start=start, hours_a_week=weekly, done=done)


def entries(found: Assessment | None) -> tuple[Entry, ...]:
    """The steps of the plan for the calendar; none without a resume."""
    if found is None:
        return ()
    proofs = {step.skill_id: step.proof for step in found.plan.steps}
    return schedule.entries(milestones(found), proofs, state.known())
