"""The cohort as an advisor looks at it: filtered, held against roles, queued, counted by group. No plan is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from skillgap import pipeline
from skillgap.cohort import groups, reasons
from skillgap.model.assessment import Assessment
from skillgap.model.cohort import Standing, Student
from skillgap.model.groups import CohortView
from skillgap.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked at; an empty field leaves everybody.

    Attributes:
        group: A group, or ``groups.NO_GROUP``.
        role: Id of the role that a student is held against.
        reason: A reason to be seen.
        status: Where the student stands in the advisor's work.
    """

    group: str = ""
    role: str = ""
    reason: str = ""
    status: str = ""

    def words(self, taxonomy: Taxonomy) -> str:
        """The filters as people read them."""
        role = taxonomy.roles[self.role].name if self.role in taxonomy.roles else self.role
        parts = {"group": self.group, "role": role, "reason": self.reason, "status": self.status}
        return ", ".join(f"{name}: {value}" for name, value in parts.items() if value)


EVERYBODY = Filters()


def view(
    students: Sequence[Student],
    stand: Sequence[Standing],
    taxonomy: Taxonomy,
    *,
    today: date,
    threshold: int,
    filters: Filters = EVERYBODY,
    status: Mapping[str, str] | None = None,
    unchanged: Mapping[str, str] | None = None,
) -> CohortView:
    """What the filters leave.

    Args:
        students: The whole cohort.
        stand: those with a resume, against their roles.
        taxonomy: Names of roles and skills.
        today: The day from which deadlines count.
        threshold: Least students of a group that is told.
        filters: What is looked at.
        status: Id -> where a student stands; "new" without an entry.
        unchanged: As in ``reasons.queue``.
    """
    by_id = {one.student.id: one for one in stand}
    queue = reasons.queue(students, stand, taxonomy, today=today, unchanged=unchanged)
    why = {item.student.id: {reason.kind for reason in item.reasons} for item in queue}
    states = status or {}
    kept = {
        one.id
        for one in students
        if _fits(filters.group, {one.group or groups.NO_GROUP})
        and _fits(filters.role, {by_id[one.id].role.id if one.id in by_id else one.target})
        and _fits(filters.reason, why.get(one.id, set()))
        and _fits(filters.status, {states.get(one.id, "new")})
    }
    left = tuple(one for one in stand if one.student.id in kept)
    return CohortView(
        tuple(one for one in students if one.id in kept),
        left,
        tuple(item for item in queue if item.student.id in kept),
        groups.by_demand(left, threshold),
        groups.group_names(left),
        threshold,
        filters.words(taxonomy),
    )


def _fits(wanted: str, found: Iterable[str]) -> bool:
    return not wanted or wanted in found


def assessments(stand: Iterable[Standing], taxonomy: Taxonomy) -> Iterator[tuple[str, Assessment]]:
    """Id and assessment of each student, one plan made at a time when it is asked for."""
    for one in stand:
        if one.student.reading:
            yield one.student.id, pipeline.assess(one.student.reading, one.role, taxonomy)
