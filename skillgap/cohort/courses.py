"""Compare a school's courses with its students' gaps: skills that courses teach, and skills that none teaches."""

import re
from collections.abc import Iterable, Sequence

from skillgap.documents.filled_table import read_table
from skillgap.errors import SheetError
from skillgap.model.groups import DemandRow
from skillgap.model.sessions import Course, CourseNeed
from skillgap.taxonomy import Taxonomy, search

COLUMNS = ("course", "skills")
_BETWEEN = re.compile(r"[;,]")


def read(data: bytes, name: str, taxonomy: Taxonomy) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    """Read courses from a CSV or XLSX file with the columns ``course`` and ``skills``.

    A course may have several rows. Semicolons or commas separate the skills of a row.

    Returns:
        The courses, and one sentence for each unknown name.

    Raises:
        SheetError: The file is not a table, or a column is missing.
    """
    (_, headings), *rows = read_table(data, name)
    places = {heading.casefold(): place for place, heading in enumerate(headings)}
    missing = [column for column in COLUMNS if column not in places]
    if missing:
        raise SheetError(f'{name} has no column "{missing[0]}". Its first line must be: course,skills.')
    taught: dict[str, set[str]] = {}
    faults: list[str] = []
    for number, cells in rows:
        padded = (*cells, *("",) * len(headings))
        course = padded[places["course"]]
        for wanted in filter(None, map(str.strip, _BETWEEN.split(padded[places["skills"]]))):
            skill_id = _skill(wanted, taxonomy)
            if course and skill_id:
                taught.setdefault(course, set()).add(skill_id)
            else:
                faults.append(f"{name}, row {number}: {_fault(course, wanted, taxonomy)}")
    courses = tuple(Course(title, tuple(sorted(skills))) for title, skills in sorted(taught.items()))
    return courses, tuple(faults)


def _skill(wanted: str, taxonomy: Taxonomy) -> str:
    """Id of the only skill with this id, name or alias; empty if there is none or more than one."""
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


def needs(demands: Iterable[DemandRow], courses: Sequence[Course]) -> tuple[CourseNeed, ...]:
    """Demands that are open for some students, in order, each with the courses that teach it.

    Args:
        demands: One row for each demand, the heaviest first.
        courses: Courses of the school.
    """
    return tuple(
        CourseNeed(row.options, tuple(one.name for one in courses if set(row.options) & set(one.skill_ids)), row.total)
        for row in demands
        # A row with a hidden count always stays; otherwise its absence would reveal that everybody meets the demand.
        if row.total.shown != "share" or row.total.met < row.total.asked
    )
