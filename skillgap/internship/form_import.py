"""Import a filled feedback sheet: ratings, remarks, and one sentence for each row that was rejected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skillgap.documents.filled_table import Row
from skillgap.errors import SheetError
from skillgap.internship.ratings import QUESTIONS
from skillgap.model.internship import Rating, Remark
from skillgap.taxonomy import Taxonomy, search

QUESTION = "question-"
"""Prefix of the skill id in the row of an open question ("question-1")."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "skill_id": ("skill_id", "skill id", "id"),
    "skill": ("skill", "skill name", "name"),
    "rating": ("rating", "level", "rating 0-3", "rating (0-3)"),
    "note": ("note", "notes", "comment", "comments", "answer"),
}
"""Column -> accepted headings."""
LEFT_OUT = {"", "-", "\u2013", "\u2014", "?", "n/a", "na", "none", "not seen", "did not see"}
"""Cell contents that mean "no rating"."""
MAX_NEAR = 3
"""Upper limit for the suggestions beside an unknown name; more would be a guess."""
MAX_HINTED = 50
"""Upper limit for rows whose unknown skill is searched for among similar names."""


@dataclass(frozen=True, slots=True)
class FormResult:
    """Ratings and remarks of a sheet, and one sentence for each rejected row."""

    ratings: tuple[Rating, ...] = ()
    remarks: tuple[Remark, ...] = ()
    faults: tuple[str, ...] = ()


def read_filled_form(rows: Sequence[Row], taxonomy: Taxonomy, *, who: str, day: str) -> FormResult:
    """Read ratings and remarks of ``who``, dated ``day`` (ISO form).

    A note without a valid rating becomes a remark, so that no text of the mentor is lost.

    Raises:
        SheetError: No row has the headings.
    """
    columns, body = _headed(rows)
    known = _names(taxonomy)
    ratings: dict[str, Rating] = {}
    remarks: list[Remark] = []
    faults: list[str] = []
    for number, cells in body:
        cell = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        note, asked = cell.get("note", ""), cell.get("skill_id", "")
        if asked.startswith(QUESTION):
            if note:
                remarks.append(Remark(who, cell.get("skill") or _question(asked), note, day))
            continue
        unrated = cell["rating"].casefold() in LEFT_OUT
        if unrated and not note:
            continue
        label = cell.get("skill") or asked
        skill_id = _known(asked, known) or _known(cell.get("skill", ""), known)
        level = _level(cell["rating"])
        fault = _fault(label, skill_id, cell["rating"], unrated or level is not None, taxonomy, len(faults))
        if not fault and skill_id in ratings and not unrated:
            fault = f"{taxonomy.name(skill_id)} is rated twice. The first rating was kept."
        if fault:
            faults.append(f"Row {number}: {fault}")
        if level is not None and skill_id and not fault:
            ratings[skill_id] = Rating(who, skill_id, level, note, day)
        elif note:
            remarks.append(Remark(who, taxonomy.name(skill_id) if skill_id else label, note, day))
    return FormResult(tuple(ratings.values()), tuple(remarks), tuple(faults))


def _headed(rows: Sequence[Row]) -> tuple[dict[str, int], Iterable[Row]]:
    """Column -> index, and the rows below the headings up to the next sheet of the workbook.

    Row numbers start again on each sheet, so a smaller number marks the next one.
    """
    for place, (_, cells) in enumerate(rows):
        folded = [cell.casefold() for cell in cells]
        columns = {
            name: next(folded.index(one) for one in names if one in folded)
            for name, names in NAMES.items()
            if set(names) & set(folded)
        }
        if "rating" in columns and {"skill", "skill_id"} & set(columns):
            body = rows[place + 1 :]
            ends = (index for index, (one, two) in enumerate(pairwise(rows[place:])) if two[0] <= one[0])
            return columns, body[: next(ends, len(body))]
    raise SheetError(
        'The sheet has no row with the headings "skill" and "rating". Use the sheet that you downloaded here, '
        "and leave its first row as it is."
    )


def _names(taxonomy: Taxonomy) -> dict[str, set[str]]:
    """Case-folded id, name or alias -> ids of the skills that have it."""
    found: dict[str, set[str]] = {}
    for skill in taxonomy.skills.values():
        for form in (skill.id, skill.name, *(alias.text for alias in skill.aliases)):
            found.setdefault(form.casefold(), set()).add(skill.id)
    return found


def _known(name: str, known: Mapping[str, set[str]]) -> str:
    """Id of the only skill with this id or name; empty if there is none or more than one."""
    found = known.get(name.casefold(), set())
    return next(iter(found)) if len(found) == 1 else ""


def _level(cell: str) -> int | None:
    """Level of a cell, or ``None``; spreadsheets may write 2 as 2.0."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return int(number) if number in {0, 1, 2, 3} else None


def _question(asked: str) -> str:
    place = asked.removeprefix(QUESTION)
    return QUESTIONS[int(place) - 1] if place in {"1", "2", "3"} else asked


def _fault(label: str, skill_id: str, rating: str, rated: bool, taxonomy: Taxonomy, before: int) -> str:
    """What is wrong with a row, or nothing; ``before`` is the number of faults in the rows before it."""
    if not skill_id:
        # Each search takes milliseconds, which sheets of thousands of unknown names would add up to a minute.
        near = search.find(label, taxonomy)[: MAX_NEAR + 1] if label and before < MAX_HINTED else ()
        meant = " or ".join(skill.name for skill in near)
        hint = f" Did you mean {meant}?" if 0 < len(near) <= MAX_NEAR else " Copy its name from the Catalogue page."
        return f"there is no skill called {label!r}.{hint}" if label else "the skill is missing."
    if not rated:
        return f"the rating {rating!r} of {taxonomy.name(skill_id)} is not 0, 1, 2 or 3."
    return ""
