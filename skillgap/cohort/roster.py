"""Read the advisor's class list (CSV or XLSX). Faults are reported with suggestions."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process

from skillgap.documents.filled_table import read_table
from skillgap.errors import SheetError
from skillgap.lexicon import own
from skillgap.model.cohort import RosterRow
from skillgap.taxonomy import Taxonomy

HEADINGS = own().cohort.texts["headings"]
"""Heading in lower case -> field of a row."""
NEAR = 75
"""Least similarity (``fuzz.WRatio``, 0 to 100) for a suggestion ("emial" for "email")."""
YEARS = range(2000, 2101)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Roster:
    """Rows of a class list, and one sentence for each fault."""

    rows: tuple[RosterRow, ...] = ()
    faults: tuple[str, ...] = ()


def read(data: bytes, name: str, taxonomy: Taxonomy) -> Roster:
    """Read a class list.

    Raises:
        SheetError: The file is not a table, or no column identifies the students.
    """
    rows = read_table(data, name)
    columns, faults = _columns(rows[0][1] if rows else (), name)
    if not {"id", "name", "email", "file"} & set(columns):
        raise SheetError(
            f"{name} has no column that identifies the students. {' '.join(faults)} "
            'Call one column "id", "name", "email" or "file".'
        )
    found: list[RosterRow] = []
    for number, cells in rows[1:]:
        row, problems = _row(cells, columns, taxonomy)
        faults += [f"{name}, row {number}: {problem}" for problem in problems]
        if row.id and any(row.id == other.id for other in found):
            faults.append(f"{name}, row {number}: the id {row.id!r} appears twice. The first row was kept.")
        elif row != RosterRow():
            found.append(row)
    return Roster(tuple(found), tuple(faults))


def _columns(headings: Sequence[str], name: str) -> tuple[dict[str, int], list[str]]:
    """Field -> index of its column, and a sentence for each unknown heading."""
    columns: dict[str, int] = {}
    faults: list[str] = []
    for place, heading in enumerate(headings):
        folded = re.sub(r"[\s_]+", " ", heading).strip().casefold()
        if field := HEADINGS.get(folded):
            columns.setdefault(field, place)
        elif folded:
            near = process.extractOne(folded, sorted(HEADINGS), score_cutoff=NEAR)
            meant = f' Did you mean "{near[0]}"?' if near else ""
            faults.append(f'{name}: the column "{heading}" is unknown and was ignored.{meant}')
    return columns, faults


def _row(cells: Sequence[str], columns: dict[str, int], taxonomy: Taxonomy) -> tuple[RosterRow, list[str]]:
    cell = {field: cells[place] for field, place in columns.items() if place < len(cells)}
    problems = []
    target, problem = _target(cell.get("target", ""), taxonomy)
    problems += [problem] if problem else []
    graduation = _graduation(cell.get("graduation", ""))
    if cell.get("graduation") and not graduation:
        problems.append(f"the graduation {cell['graduation']!r} is not a date. Write it as 2027-06 or 2027-06-30.")
    fields = {field: cell.get(field, "") for field in ("id", "name", "group", "file")}
    email = cell.get("email", "").lower()
    return RosterRow(**fields, email=email, target=target, graduation=graduation), problems


def _target(words: str, taxonomy: Taxonomy) -> tuple[str, str]:
    """Id of a role by id or name, or empty with a sentence that reports the fault."""
    if not words:
        return "", ""
    names = {name.casefold(): role.id for role in taxonomy.roles.values() for name in (role.id, role.name)}
    if role_id := names.get(words.casefold()):
        return role_id, ""
    near = process.extractOne(words.casefold(), sorted(names), score_cutoff=NEAR)
    meant = f" Did you mean {taxonomy.roles[names[near[0]]].name!r}?" if near else ""
    return "", f"there is no role called {words!r}.{meant}"


def _graduation(words: str) -> str:
    """ISO date of a graduation, the last possible day ("2027-06" -> "2027-06-30"); empty if it is not a date."""
    found = _DAY.fullmatch(words.strip())
    if not found or int(found[1]) not in YEARS:
        return ""
    year, month = int(found[1]), int(found[2] or 12)
    try:
        return date(year, month, int(found[3] or calendar.monthrange(year, month)[1])).isoformat()
    except (ValueError, calendar.IllegalMonthError):
        return ""
