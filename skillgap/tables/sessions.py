"""Sessions, groups of peers and courses of a cohort as DataFrames; students stand in them by id alone."""

from collections.abc import Iterable

import pandas as pd

from skillgap.model.sessions import CourseNeed, PeerGroup, SessionPlan
from skillgap.tables.frame import frame
from skillgap.taxonomy import Taxonomy

SESSION_COLUMNS = ("session", "kind", "times", "hours", "students", "demands_closed", "attend", "skills", "task")
NEED_COLUMNS = ("skill", "students", "courses")
GROUP_COLUMNS = ("group", "student", "examples")


def sessions(plan: SessionPlan, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a session to hold, the one that closes most first; ``attend`` has the ids of who should come."""
    rows = [
        {
            "session": one.offer.name,
            "kind": one.offer.kind,
            "times": one.times,
            "hours": plan.limits.hours,
            "students": len(one.student_ids),
            "demands_closed": one.closed,
            "attend": ", ".join(one.student_ids),
            "skills": _names((skill for student in one.student_ids for skill in one.offer.closes[student]), taxonomy),
            "task": one.offer.task,
        }
        for one in plan.sessions
    ]
    return frame(rows, SESSION_COLUMNS)


def course_needs(needs: Iterable[CourseNeed], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a demand that somebody has open, with the courses that teach it; ``courses`` is empty where none does."""
    rows = [
        {
            "skill": taxonomy.either(one.options),
            "students": len(one.student_ids),
            "courses": ", ".join(one.courses),
        }
        for one in needs
    ]
    return frame(rows, NEED_COLUMNS)


def peer_groups(groups: Iterable[PeerGroup], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a student: the group, and what others of the group show that this student has open."""
    rows = [
        {"group": number, "student": student, "examples": _names(one.examples[student], taxonomy)}
        for number, one in enumerate(groups, start=1)
        for student in one.student_ids
    ]
    return frame(rows, GROUP_COLUMNS)


def _names(skill_ids: Iterable[str], taxonomy: Taxonomy) -> str:
    return ", ".join(sorted({taxonomy.name(skill_id) for skill_id in skill_ids}))
