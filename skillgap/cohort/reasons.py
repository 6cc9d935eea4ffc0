"""The advisor's queue: reasons to meet a student, each with its fact. It is no score and no ranking for employers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from skillgap.model.cohort import REASONS, QueueItem, Reason, Standing, Student
from skillgap.taxonomy import Taxonomy

SOON = timedelta(days=60)
"""Period before a graduation or deadline in which a better resume still helps."""
FAR = 0.25
"""A target is far if the student meets less than this share of its must-haves."""
NOT_SHOWN = 3
"""Least number of skills that are named but not shown that justifies an appointment."""
NAMED = 4
"""Upper limit for the skills named in one sentence."""
MINUTES = {
    "deadline soon": 15,
    "no resume": 5,
    "unreadable": 5,
    "target far": 30,
    "not shown": 20,
    "between roles": 15,
    "unchanged": 10,
}
"""Reason -> estimated minutes of an advisor, our judgement; most urgent first."""


def queue(
    students: Iterable[Student],
    standings: Iterable[Standing],
    taxonomy: Taxonomy,
    *,
    today: date,
    unchanged: Mapping[str, str] | None = None,
) -> tuple[QueueItem, ...]:
    """Queue all students with a reason: most urgent first, then fewest minutes, then by id.

    Args:
        students: The cohort.
        standings: Standings of the students with a resume.
        taxonomy: Names of roles and skills.
        today: Date for deadlines.
        unchanged: Id of a student with an unchanged resume -> date of the earlier snapshot.
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
    """Yield the reasons of one student, most urgent first."""
    if proof := _soon(student, today):
        yield _reason("deadline soon", proof)
    if standing is None:
        if student.unread:
            yield _reason("unreadable", _nameless(student))
        elif student.on_roster:
            yield _reason("no resume", "On the class list, but no file belongs to this student.")
    else:
        yield from _of_resume(standing, taxonomy)
        if since:
            yield _reason("unchanged", f"The resume has not changed since {since}.")


def _of_resume(standing: Standing, taxonomy: Taxonomy) -> Iterator[Reason]:
    """Yield the reasons that follow from the resume."""
    met, must = standing.must_haves_met, len(standing.must_haves)
    if met < FAR * must:
        yield _reason("target far", f"Meets {met} of {must} must-haves of {standing.role.name}.")
    named = standing.gaps_in("named")
    if len(named) >= NOT_SHOWN:
        names = ", ".join(taxonomy.name(gap.skill_id) for gap in named[:NAMED])
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        yield _reason("not shown", f"Names {names}{more}, but no line shows them.")
    if standing.source == "nearest" and standing.student.rivals:
        roles = (standing.role.id, *standing.student.rivals[:1])
        names = " and ".join(taxonomy.roles[one].name for one in roles if one in taxonomy.roles)
        yield _reason("between roles", f"No target is set, and the resume fits {names} equally well.")


def _reason(kind: str, proof: str) -> Reason:
    return Reason(next(one for one in REASONS if one == kind), proof, MINUTES[kind])


def _soon(student: Student, today: date) -> str:
    """Sentence about the earlier of graduation and deadline if it is within ``SOON``; else empty."""
    ends = [
        (day, what) for day, what in ((student.graduation, "Graduates on"), (student.deadline, "Applies by")) if day
    ]
    ahead = [(date.fromisoformat(day), what) for day, what in ends]
    near = sorted((day, what) for day, what in ahead if today <= day <= today + SOON)
    if not near:
        return ""
    day, what = near[0]
    return f"{what} {day.isoformat()}, in {(day - today).days} days."


def _nameless(student: Student) -> str:
    """Why the file of a student could not be read, without its name: "cv.pdf is damaged" names who wrote it."""
    sentence = student.unread
    for path in student.files:
        sentence = sentence.replace(path.rpartition("/")[2], "The file")
    return sentence
