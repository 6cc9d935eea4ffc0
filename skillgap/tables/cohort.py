"""A cohort as tables: students by id, demands by group, steps, and files that are no students.

Names and paths are there only where they are asked for. Groups are only in the table of demands, so that no table can
be put together with another to tell who is in a small one.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from skillgap.model.assessment import Assessment
from skillgap.model.cohort import Cell, FileLine, QueueItem, Standing, Student
from skillgap.model.groups import DemandRow, GroupChange, GroupCount, NowShown, StudentChange
from skillgap.model.plan import LearningPlan
from skillgap.schedule import Milestone, no_dates
from skillgap.tables import plan as plan_tables
from skillgap.tables.frame import category, frame
from skillgap.taxonomy import Taxonomy

STUDENT_COLUMNS = (
    "student", "role", "target_from", "must_haves", "must_haves_met", "coverage", "named_not_shown", "biggest_gap",
    "reasons", "minutes", "overrides",
)  # fmt: skip
NAME_COLUMNS = ("name", "file", "group")
"""Columns that tell who somebody is: only on purpose."""
DEMAND_COLUMNS = ("demand", "category", "asked", "meet", "named", "learning", "nothing")
FILE_COLUMNS = ("file", "outcome", "message", "student")
CHANGE_COLUMNS = ("student", "coverage_change", "gained", "lost", "now_shown")
GROUP_CHANGE_COLUMNS = ("group", "students", "mean_change", "interval")
NOW_SHOWN_COLUMNS = ("skill", "named_then", "shown_now", "interval")
WITHHELD = "withheld"
SIGNS: Mapping[Cell, str] = {"shown": "\u25cf", "named": "\u25cb", "learning": "\u25d0", "none": "\u00b7"}
"""Signs that are told apart without their colours."""
COUNTED = ("read", "read with a warning", "same as another")
"""Outcomes of files that belong to a student."""


def students(
    everybody: Iterable[Student],
    standings: Iterable[Standing],
    queue: Iterable[QueueItem],
    taxonomy: Taxonomy,
    *,
    names: bool = False,
) -> pd.DataFrame:
    """One row a student by id, also those without a resume.

    Args:
        everybody: The students.
        standings: Those with a resume against their roles.
        queue: Those with a reason to be seen.
        taxonomy: Names of roles and skills.
        names: Whether name, file and group are told.
    """
    stand = {one.student.id: one for one in standings}
    wait = {item.student.id: item for item in queue}
    rows = [_student(one, stand.get(one.id), wait.get(one.id), taxonomy) for one in everybody]
    columns = (*STUDENT_COLUMNS[:1], *NAME_COLUMNS, *STUDENT_COLUMNS[1:]) if names else STUDENT_COLUMNS
    return frame(rows, columns)


def _student(student: Student, standing: Standing | None, item: QueueItem | None, taxonomy: Taxonomy) -> dict[str, Any]:
    row: dict[str, Any] = {
        "student": student.id,
        "name": student.name,
        "file": student.label,
        "group": student.group,
        "role": taxonomy.roles[student.target].name if student.target in taxonomy.roles else "",
        "target_from": student.target_source if student.target else "",
        "reasons": " ".join(reason.proof for reason in item.reasons) if item else "",
        "minutes": item.minutes if item else 0,
        "overrides": overrides(student, taxonomy),
    }
    if standing:
        pressing = standing.report.pressing
        row |= {
            "role": standing.role.name,
            "target_from": standing.source,
            "must_haves": len(standing.must_haves),
            "must_haves_met": standing.must_haves_met,
            "coverage": standing.report.coverage,
            "named_not_shown": len(standing.gaps_in("named")),
            "biggest_gap": taxonomy.name(pressing[0].skill_id) if pressing else "",
        }
    return row


def overrides(student: Student, taxonomy: Taxonomy) -> str:
    """The levels that somebody set, each with its reason."""
    held = student.reading.profile.skills if student.reading else ()
    return " ".join(f"{taxonomy.name(one.skill_id)} at level {one.level}. {one.reason}" for one in held if one.by_user)


def demands(rows: Iterable[DemandRow], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a demand, the heaviest first: how many are asked, and what share meets, names or learns it."""
    return frame([_demand(row, taxonomy) for row in rows], DEMAND_COLUMNS)


def _demand(row: DemandRow, taxonomy: Taxonomy) -> dict[str, Any]:
    asked, told = row.total.asked, row.total.shown == "share"
    parts = {"named": row.named, "learning": row.learning, "nothing": row.none}
    return {
        "demand": demand_name(row.options, taxonomy),
        "category": category(row.key, taxonomy),
        "asked": WITHHELD if row.total.shown == "withheld" else str(asked),
        "meet": share(row.total),
        **{name: percent(count / asked) if told else WITHHELD for name, count in parts.items()},
    }


def heatmap(rows: Iterable[DemandRow], groups: Sequence[str], taxonomy: Taxonomy) -> pd.DataFrame:
    """Demands x groups: the share who meet it and how many are asked, and the same for everybody."""
    made = [
        {"demand": demand_name(row.options, taxonomy)}
        | {name: with_count(row.groups[name]) for name in groups}
        | {"everybody": with_count(row.total)}
        for row in rows
    ]
    return frame(made, ("demand", *groups, "everybody"))


def demand_name(options: Sequence[str], taxonomy: Taxonomy) -> str:
    """The skills that meet a demand; the first three where there are more."""
    return taxonomy.either(options[:3])


def share(count: GroupCount) -> str:
    """A share in words: whole percent, over 95 %, under 5 %, or withheld."""
    if not count.asked:
        return ""
    words = {"high": "over 95 %", "low": "under 5 %", "withheld": WITHHELD}
    return words.get(count.shown) or percent(count.share)


def percent(value: float) -> str:
    """A share from 0 to 1 as whole percent."""
    return f"{100 * value:.0f} %"


def with_count(count: GroupCount) -> str:
    """A share with the number of students it is of."""
    told = share(count)
    return f"{told} of {count.asked}" if told not in {"", WITHHELD} else told


def recommendations(
    assessments: Iterable[tuple[str, Assessment]],
    taxonomy: Taxonomy,
    dates: Callable[[LearningPlan], Iterable[Milestone]] = no_dates,
    *,
    most: int | None = None,
) -> pd.DataFrame:
    """The plans of many students in one table.

    Args:
        assessments: Id of a student, and the assessment; taken one at a time.
        taxonomy: Names of skills.
        dates: When the steps of a plan are due; without it the dates are empty.
        most: Steps of one student, ``None`` for all.
    """
    parts = []
    for student_id, assessment in assessments:
        part = plan_tables.plan(assessment, taxonomy, dates(assessment.plan)).iloc[:most]
        part.insert(0, "student", student_id)
        parts.append(part)
    return pd.concat(parts, ignore_index=True) if parts else frame([], ("student", *plan_tables.PLAN_COLUMNS))


def files(lines: Sequence[FileLine], *, names: bool = False, leave: Collection[str] = ()) -> pd.DataFrame:
    """One row a file in the order given; without names a file is told by its number and ending."""
    rows = [
        {
            "file": line.path if names else _anonymous(number, line),
            "outcome": line.outcome,
            "message": line.sentence if names else _without_name(line),
            "student": line.student_id,
        }
        for number, line in enumerate(lines, start=1)
        if line.outcome not in leave
    ]
    return frame(rows, FILE_COLUMNS)


def _anonymous(number: int, line: FileLine) -> str:
    ending = line.path.rpartition("/")[2].rpartition(".")[2]
    return f"file {number}" + (f" (.{ending})" if "." in line.path and len(ending) < 6 else "")


def _without_name(line: FileLine) -> str:
    """The sentence about a file without its name; what it is the same as has one too."""
    if line.outcome == "same as another":
        return "The same file as another."
    return line.sentence.replace(line.path.rpartition("/")[2], "The file")


def outcome_counts(lines: Iterable[FileLine]) -> Mapping[str, int]:
    """Outcome -> how many files, in the order in which the outcomes come."""
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.outcome] = counts.get(line.outcome, 0) + 1
    return counts


def group_shares(rows: Iterable[DemandRow], groups: Sequence[str], taxonomy: Taxonomy) -> pd.DataFrame:
    """Demands x groups for a picture: one row a cell with its share (nothing where it is withheld) and its words."""
    made = [
        {
            "demand": demand_name(row.options, taxonomy),
            "group": name,
            "share": count.share if count.shown == "share" and count.asked else None,
            "words": with_count(count),
        }
        for row in rows
        for name, count in [*((name, row.groups[name]) for name in groups), ("everybody", row.total)]
    ]
    return frame(made, ("demand", "group", "share", "words"))


def cells(standings: Iterable[Standing], keys: Sequence[str], taxonomy: Taxonomy) -> pd.DataFrame:
    """Students x demands: the sign of what each resume says; empty where the role does not ask."""
    names = {key: taxonomy.name(key) for key in keys}
    rows = [
        {"student": one.student.id} | {names[key]: SIGNS[one.cells[key]] if key in one.cells else "" for key in keys}
        for one in standings
    ]
    return frame(rows, ("student", *names.values()))


def changes(found: Iterable[StudentChange], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a student of both terms: what is gained, lost and shown now."""
    rows = [
        {
            "student": one.student_id,
            "coverage_change": one.coverage,
            "gained": _names(one.gained, taxonomy),
            "lost": _names(one.lost, taxonomy),
            "now_shown": _names(one.now_shown, taxonomy),
        }
        for one in found
    ]
    return frame(rows, CHANGE_COLUMNS)


def _names(keys: Iterable[str], taxonomy: Taxonomy) -> str:
    return ", ".join(taxonomy.name(key) for key in keys)


def changes_by_group(found: Iterable[GroupChange]) -> pd.DataFrame:
    """One row a group: mean change of the coverage with its interval, in points."""
    rows = [
        {
            "group": one.group,
            "students": one.students,
            "mean_change": f"{100 * one.mean:+.1f}",
            "interval": f"{100 * one.low:+.1f} to {100 * one.high:+.1f}",
        }
        for one in found
    ]
    return frame(rows, GROUP_CHANGE_COLUMNS)


def now_shown(found: Iterable[NowShown], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row a demand: of those who named it, how many show it now, with the interval of the share."""
    rows = [
        {
            "skill": taxonomy.name(one.key),
            "named_then": one.named,
            "shown_now": one.shown,
            "interval": f"{percent(one.low)} to {percent(one.high)}",
        }
        for one in found
    ]
    return frame(rows, NOW_SHOWN_COLUMNS)
