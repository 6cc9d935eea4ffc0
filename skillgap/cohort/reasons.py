"""Who should be seen first, and why: reasons with their proof, never a score and never a ranking for employers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from skillgap.model.cohort import REASONS, QueueItem, Reason, Standing, Student
from skillgap.taxonomy import Taxonomy

SOON = timedelta(days=60)
"""Time before a graduation or a deadline in which a change of the resume still helps."""
FAR = 0.25
"""Share of the must-haves below which a target is far."""
NOT_SHOWN = 3
"""Skills named and nowhere shown from which an appointment pays."""
NAMED = 4
"""Skills named in one proof."""
MINUTES = {
    "deadline soon": 15,
    "no resume": 5,
    "unreadable": 5,
    "target far": 30,
    "not shown": 20,
    "between roles": 15,
    "unchanged": 10,
}
"""About how long an advisor needs; the order is that of urgency."""


def queue(
    students: Iterable[Student],
    standings: Iterable[Standing],
    taxonomy: Taxonomy,
    *,
    today: date,
    unchanged: Mapping[str, str] | None = None,
) -> tuple[QueueItem, ...]:
    """Everybody with a reason to be seen: the most urgent first, of these who needs the fewest minutes, then by id.

    Args:
        students: The cohort.
        standings: Those with a resume against their targets.
        taxonomy: Names of roles and skills.
        today: The day from which deadlines count.
        unchanged: Id of a student whose resume is as it was last time -> the day it was saved.
    """
    by_id = {one.student.id: one for one in standings}
    since = unchanged or {}
    items = [
        QueueItem(student, tuple(_reasons(student, by_id.get(student.id), taxonomy, today, since.get(student.id, ""))))
        for student in students
    ]
    return tuple(sorted((one for one in items if one.reasons), key=_order))


def _order(item: QueueItem) -> tuple[int, int, str]:
    return REASONS.index(item.reasons[0].kind), item.minutes, item.student.id


def _reasons(
    student: Student, standing: Standing | None, taxonomy: Taxonomy, today: date, since: str
) -> Iterator[Reason]:
    """The reasons of one student, most urgent first."""
    if proof := _soon(student, today):
        yield _reason("deadline soon", proof)
    if standing is None:
        if student.unread:
            yield _reason("unreadable", student.unread)
        elif student.on_roster:
            yield _reason("no resume", "On the class list, and no file belongs to this student.")
    else:
        yield from _of_resume(standing, taxonomy)
        if since:
            yield _reason("unchanged", f"The resume is as it was on {since}.")


def _of_resume(standing: Standing, taxonomy: Taxonomy) -> Iterator[Reason]:
    """The reasons that the resume gives."""
    met, must = standing.must_haves_met, len(standing.must_haves)
    if met < FAR * must:
        yield _reason("target far", f"Meets {met} of {must} must-haves of {standing.role.name}.")
    named = standing.gaps_in("named")
    if len(named) >= NOT_SHOWN:
        names = ", ".join(taxonomy.name(gap.skill_id) for gap in named[:NAMED])
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        yield _reason("not shown", f"Names {names}{more}, and no line shows them.")
    if standing.source == "nearest" and standing.student.rivals:
        roles = (standing.role.id, *standing.student.rivals[:1])
        names = " and ".join(taxonomy.roles[one].name for one in roles if one in taxonomy.roles)
        yield _reason("between roles", f"No target is set, and the resume is equally near to {names}.")


def _reason(kind: str, proof: str) -> Reason:
    return Reason(next(one for one in REASONS if one == kind), proof, MINUTES[kind])


def _soon(student: Student, today: date) -> str:
    """What ends within the time that counts, the earlier one."""
    ends = [
        (day, what) for day, what in ((student.graduation, "Graduates on"), (student.deadline, "Applies by")) if day
    ]
    ahead = [(date.fromisoformat(day), what) for day, what in ends]
    near = sorted((day, what) for day, what in ahead if today <= day <= today + SOON)
    if not near:
        return ""
    day, what = near[0]
    return f"{what} {day.isoformat()}, in {(day - today).days} days."
