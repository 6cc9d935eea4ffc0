"""A feedback sheet that came back: its ratings and remarks, and a sentence about every row that could not be taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skillgap.documents.filled_table import Row
from skillgap.errors import SheetError
from skillgap.internship.ratings import QUESTIONS
from skillgap.model.internship import Rating, Remark
from skillgap.taxonomy import Taxonomy, search

QUESTION = "question-"
"""What an open question's row has for a skill id, before its number."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "skill_id": ("skill_id", "skill id", "id"),
    "skill": ("skill", "skill name", "name"),
    "rating": ("rating", "level", "rating 0-3", "rating (0-3)"),
    "note": ("note", "notes", "comment", "comments", "answer"),
}
"""Column -> the headings that it goes by."""
LEFT_OUT = {"", "-", "\u2013", "\u2014", "?", "n/a", "na", "none", "not seen", "did not see"}
"""What people write where they cannot rate."""
MAX_NEAR = 3
"""Names proposed for one that is not known."""


@dataclass(frozen=True, slots=True)
class FormResult:
    """What a sheet gave: ratings, remarks, and one sentence a row that could not be taken."""

    ratings: tuple[Rating, ...] = ()
    remarks: tuple[Remark, ...] = ()
    faults: tuple[str, ...] = ()


def read_filled_form(rows: Sequence[Row], taxonomy: Taxonomy, *, who: str, day: str) -> FormResult:
    """The sheet as ratings and remarks of ``who``, given on ``day`` (ISO form).

    A note without a rating is kept as a remark, so that nothing that somebody wrote is lost.

    Raises:
        SheetError: There is no row with the headings.
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
        fault = _fault(label, skill_id, cell["rating"], unrated or level is not None, taxonomy)
        if not fault and skill_id in ratings and not unrated:
            fault = f"{taxonomy.name(skill_id)} is rated twice; the first rating was kept."
        if fault:
            faults.append(f"Row {number}: {fault}")
        if level is not None and skill_id and not fault:
            ratings[skill_id] = Rating(who, skill_id, level, note, day)
        elif note:
            remarks.append(Remark(who, taxonomy.name(skill_id) if skill_id else label, note, day))
    return FormResult(tuple(ratings.values()), tuple(remarks), tuple(faults))


def _headed(rows: Sequence[Row]) -> tuple[dict[str, int], Iterable[Row]]:
    """Where each column stands, and the rows below its headings to the next sheet."""
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
    """Folded id, name or other written form -> ids of the skills that bear it."""
    found: dict[str, set[str]] = {}
    for skill in taxonomy.skills.values():
        for form in (skill.id, skill.name, *(alias.text for alias in skill.aliases)):
            found.setdefault(form.casefold(), set()).add(skill.id)
    return found


def _known(name: str, known: Mapping[str, set[str]]) -> str:
    """The one skill with this id or name, or nothing."""
    found = known.get(name.casefold(), set())
    return next(iter(found)) if len(found) == 1 else ""


def _level(cell: str) -> int | None:
    """A whole number from 0 to 3; spreadsheets may write 2 as 2.0."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return int(number) if number in {0, 1, 2, 3} else None


def _question(asked: str) -> str:
    place = asked.removeprefix(QUESTION)
    return QUESTIONS[int(place) - 1] if place in {"1", "2", "3"} else asked


def _fault(label: str, skill_id: str, rating: str, rated: bool, taxonomy: Taxonomy) -> str:
    if not skill_id:
        near = search.find(label, taxonomy)[: MAX_NEAR + 1] if label else ()
        meant = " or ".join(skill.name for skill in near)
        hint = f" Did you mean {meant}?" if 0 < len(near) <= MAX_NEAR else " Take its name from the Catalogue page."
        return f"there is no skill called {label!r}.{hint}" if label else "the skill is missing."
    if not rated:
        return f"the rating {rating!r} of {taxonomy.name(skill_id)} is not 0, 1, 2 or 3."
    return ""
