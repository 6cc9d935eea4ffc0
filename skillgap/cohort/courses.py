"""A school's courses beside the gaps of its students: what each course closes, and what no course teaches."""

import csv
import io
from collections.abc import Iterable, Sequence

from skillgap.errors import RequestError
from skillgap.model.cohort import Standing
from skillgap.model.sessions import Course, CourseNeed
from skillgap.taxonomy import Taxonomy, search

COLUMNS = ("course", "skills")
MAX_ROWS = 5_000


def read(text: str, taxonomy: Taxonomy) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    """The courses of a CSV with the columns ``course`` and ``skills``, and a sentence for each name nobody knows.

    A course may stand in several rows. Several skills of one row are parted by semicolons.

    Raises:
        RequestError: A column is missing, or there are too many rows.
    """
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    names = {name.strip().casefold(): name for name in (rows[0] if rows else {}) if name}
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise RequestError(f"The list of courses has no column {missing[0]!r}. Its first line must be: course,skills.")
    if len(rows) > MAX_ROWS:
        raise RequestError(f"The list of courses has {len(rows)} rows. Keep it to {MAX_ROWS}.")
    taught: dict[str, set[str]] = {}
    faults: list[str] = []
    for number, row in enumerate(rows, start=2):
        course = (row[names["course"]] or "").strip()
        for wanted in filter(None, map(str.strip, (row[names["skills"]] or "").split(";"))):
            skill_id = _skill(wanted, taxonomy)
            if course and skill_id:
                taught.setdefault(course, set()).add(skill_id)
            else:
                faults.append(f"Row {number}: {_fault(course, wanted, taxonomy)}")
    courses = tuple(Course(name, tuple(sorted(skills))) for name, skills in sorted(taught.items()))
    return courses, tuple(faults)


def _skill(wanted: str, taxonomy: Taxonomy) -> str:
    """The one skill of this id or exact name; nothing where none or several are called so."""
    if wanted in taxonomy.skills:
        return wanted
    folded = wanted.casefold()
    named = [skill.id for skill in taxonomy.skills.values() if skill.name.casefold() == folded]
    found = named or [skill.id for skill in search.find(wanted, taxonomy) if _is_called(folded, skill.id, taxonomy)]
    return found[0] if len(found) == 1 else ""


def _is_called(folded: str, skill_id: str, taxonomy: Taxonomy) -> bool:
    return any(alias.text.casefold() == folded for alias in taxonomy.skills[skill_id].aliases)


def _fault(course: str, wanted: str, taxonomy: Taxonomy) -> str:
    if not course:
        return "the course has no name."
    near = search.find(wanted, taxonomy)
    hint = f" Did you mean {near[0].name}?" if near else " Look it up in the catalogue."
    return f"no skill is called {wanted!r}.{hint}"


def needs(standings: Iterable[Standing], courses: Sequence[Course]) -> tuple[CourseNeed, ...]:
    """Every open technical demand of the students with the courses that teach it; most students first."""
    wanting: dict[tuple[str, ...], list[str]] = {}
    for one in standings:
        for gap in one.report.open:
            if gap.tier != "soft":
                wanting.setdefault(gap.options or (gap.skill_id,), []).append(one.student.id)
    found = [
        CourseNeed(
            options,
            tuple(course.name for course in courses if set(options) & set(course.skill_ids)),
            tuple(sorted(student_ids)),
        )
        for options, student_ids in wanting.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.student_ids), one.options)))
