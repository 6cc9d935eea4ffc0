"""The advisor's view of a cohort: filtered, queued and counted by group. It makes no plans."""

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
    """Filters of a cohort; an empty field selects everybody.

    Attributes:
        group: A group, or ``groups.NO_GROUP``.
        role: Id of the role that a student is compared with.
        reason: A reason to meet the student.
        status: Status in the advisor's work.
    """

    group: str = ""
    role: str = ""
    reason: str = ""
    status: str = ""

    def words(self, taxonomy: Taxonomy) -> str:
        """The filters as text ("group: Evening, status: new")."""
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
    """Apply filters to a cohort.

    Args:
        students: The whole cohort.
        stand: Standings of the students with a resume.
        taxonomy: Names of roles and skills.
        today: Date for deadlines.
        threshold: Fewest students for which a group's figure is shown.
        filters: The filters.
        status: Student id -> status; "new" without an entry.
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
    """Yield id and assessment of each student; each plan is made only when its turn comes."""
    for one in stand:
        if one.student.reading:
            yield one.student.id, pipeline.assess(one.student.reading, one.role, taxonomy)
