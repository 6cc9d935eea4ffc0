"""Sessions, peer groups and courses of a cohort as DataFrames; students are identified by id alone."""

from collections.abc import Iterable, Mapping

import pandas as pd

from skillgap.model.groups import GroupCount, Shown
from skillgap.model.sessions import Course, CourseNeed, PeerGroup, SessionPlan
from skillgap.tables.cohort import counted, demand_name
from skillgap.tables.frame import frame
from skillgap.taxonomy import Taxonomy

SESSION_COLUMNS = ("session", "kind", "times", "hours", "students", "demands_closed", "attend", "skills", "task")
NEED_COLUMNS = ("skill", "not_met_by", "courses")
COURSE_COLUMNS = ("course", "gaps", "teaches")
GROUP_COLUMNS = ("group", "student", "examples")


def sessions(plan: SessionPlan, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each session, the one that closes most first; ``attend`` lists the ids of its students."""
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
    """One row for each open demand, with the courses that teach it; ``courses`` may be empty."""
    rows = [
        {
            "skill": demand_name(one.options, taxonomy),
            "not_met_by": _not_met(one.count),
            "courses": ", ".join(one.courses),
        }
        for one in needs
    ]
    return frame(rows, NEED_COLUMNS)


def courses(taught: Iterable[Course], needs: Iterable[CourseNeed], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a course: the open demands that it teaches, the heaviest first, each with who does not meet it."""
    found: dict[str, list[str]] = {one.name: [] for one in taught}
    for one in needs:
        for name in one.courses:
            found[name].append(f"{demand_name(one.options, taxonomy)} ({_not_met(one.count)})")
    rows = [{"course": name, "gaps": len(told), "teaches": "; ".join(told)} for name, told in found.items()]
    return frame(rows, COURSE_COLUMNS)


def _not_met(count: GroupCount) -> str:
    """How many do not meet a demand, as far as it may be told."""
    opposite: Mapping[Shown, Shown] = {"high": "low", "low": "high"}
    return counted(GroupCount(count.asked - count.met, count.asked, opposite.get(count.shown, count.shown)))


def peer_groups(groups: Iterable[PeerGroup], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each student: the group, and skills that the student lacks and other members show."""
    rows = [
        {"group": number, "student": student, "examples": _names(one.examples[student], taxonomy)}
        for number, one in enumerate(groups, start=1)
        for student in one.student_ids
    ]
    return frame(rows, GROUP_COLUMNS)


def _names(skill_ids: Iterable[str], taxonomy: Taxonomy) -> str:
    return ", ".join(sorted({taxonomy.name(skill_id) for skill_id in skill_ids}))
