"""A cohort as DataFrames: students by id, demands by group, plan steps, and files.

Names and paths appear only on request. Without names the table of students has no groups. Otherwise a reader could
join it with the table of demands, and learn who is in a small group.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from skillgap.model.assessment import Assessment
from skillgap.model.cohort import Cell, FileLine, QueueItem, Standing, Student
from skillgap.model.groups import AfterSession, DemandRow, GroupChange, GroupCount, NowShown, StudentChange
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
"""Columns that identify a person; included only on request."""
DEMAND_COLUMNS = ("demand", "category", "asked", "meet", "named", "learning", "nothing")
FILE_COLUMNS = ("file", "outcome", "message", "student")
CHANGE_COLUMNS = ("student", "coverage_change", "gained", "lost", "now_shown")
GROUP_CHANGE_COLUMNS = ("group", "students", "mean_change", "interval")
NOW_SHOWN_COLUMNS = ("skill", "named_then", "shown_now", "interval")
AFTER_SESSION_COLUMNS = ("session", "skill", "show_it_of_who_came", "interval", "show_it_of_the_others")
WITHHELD = "withheld"
SIGNS: Mapping[Cell, str] = {"shown": "\u25cf", "named": "\u25cb", "learning": "\u25d0", "none": "\u00b7"}
"""State of a demand -> symbol; the shapes differ, so that nobody needs to see colours."""
COUNTED = ("read", "read with a warning", "same as another")
"""Outcomes of files that were matched to a student."""


def students(
    everybody: Iterable[Student],
    standings: Iterable[Standing],
    queue: Iterable[QueueItem],
    taxonomy: Taxonomy,
    *,
    names: bool = False,
) -> pd.DataFrame:
    """One row for each student, sorted by id, including students without a resume.

    Args:
        everybody: The students.
        standings: Standings of the students with a resume.
        queue: Students with a reason to be met.
        taxonomy: Names of roles and skills.
        names: Whether to include name, file and group.
    """
    by_id = {one.student.id: one for one in standings}
    queued = {item.student.id: item for item in queue}
    rows = [_student(one, by_id.get(one.id), queued.get(one.id), taxonomy) for one in everybody]
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
    """Levels set by hand, each with its reason, as one text."""
    held = student.reading.profile.skills if student.reading else ()
    return " ".join(f"{taxonomy.name(one.skill_id)} at level {one.level}. {one.reason}" for one in held if one.by_user)


def demands(rows: Iterable[DemandRow], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each demand, the greatest weight first: number of students, and share who meet, name or learn it."""
    return frame([_demand(row, taxonomy) for row in rows], DEMAND_COLUMNS)


def _demand(row: DemandRow, taxonomy: Taxonomy) -> dict[str, Any]:
    # With "over 95 %" in one column, exact shares in the others would reveal the exact value by subtraction.
    asked, exact = row.total.asked, row.total.shown == "share"
    parts = {"named": row.named, "learning": row.learning, "nothing": row.none}
    return {
        "demand": demand_name(row.options, taxonomy),
        "category": category(row.key, taxonomy),
        "asked": WITHHELD if row.total.shown == "withheld" else str(asked),
        "meet": share(row.total),
        **{name: percent(count / asked) if exact else WITHHELD for name, count in parts.items()},
    }


def heatmap(rows: Iterable[DemandRow], groups: Sequence[str], taxonomy: Taxonomy) -> pd.DataFrame:
    """Table of demands x groups: share who meet the demand and number of students; last column for everybody."""
    made = [
        {"demand": demand_name(row.options, taxonomy)}
        | {name: with_count(row.groups[name]) for name in groups}
        | {"everybody": with_count(row.total)}
        for row in rows
    ]
    return frame(made, ("demand", *groups, "everybody"))


def demand_name(options: Sequence[str], taxonomy: Taxonomy) -> str:
    """Names of the first three skills that meet a demand."""
    return taxonomy.either(options[:3])


def share(count: GroupCount) -> str:
    """A share as text: whole percent, "over 95 %", "under 5 %", or "withheld"."""
    if not count.asked:
        return ""
    words = {"high": "over 95 %", "low": "under 5 %", "withheld": WITHHELD}
    return words.get(count.shown) or percent(count.share)


def percent(value: float) -> str:
    """Format a share from 0 to 1 as whole percent ("42 %")."""
    return f"{100 * value:.0f} %"


def with_count(count: GroupCount) -> str:
    """Share with the number of students ("42 % of 19")."""
    text = share(count)
    return f"{text} of {count.asked}" if text not in {"", WITHHELD} else text


def recommendations(
    assessments: Iterable[tuple[str, Assessment]],
    taxonomy: Taxonomy,
    dates: Callable[[LearningPlan], Iterable[Milestone]] = no_dates,
    *,
    most: int | None = None,
) -> pd.DataFrame:
    """The plan steps of many students in one table.

    Args:
        assessments: Pairs of student id and assessment; an iterator, so that one assessment is in memory at a time.
        taxonomy: Names of skills.
        dates: Function that dates the steps of a plan; without it the dates are empty.
        most: Limit for the steps of one student; ``None`` for all.
    """
    parts = []
    for student_id, assessment in assessments:
        part = plan_tables.plan(assessment, taxonomy, dates(assessment.plan)).iloc[:most]
        part.insert(0, "student", student_id)
        parts.append(part)
    return pd.concat(parts, ignore_index=True) if parts else frame([], ("student", *plan_tables.PLAN_COLUMNS))


def files(lines: Sequence[FileLine], *, names: bool = False, leave: Collection[str] = ()) -> pd.DataFrame:
    """One row for each file in upload order; without names a file is identified by its number and extension.

    Args:
        lines: Outcome of each file.
        names: Whether to include paths.
        leave: Outcomes to omit.
    """
    rows = [
        {
            "file": file_name(number, line, names=names),
            "outcome": line.outcome,
            "message": line.sentence if names else _without_name(line),
            "student": line.student_id,
        }
        for number, line in enumerate(lines, start=1)
        if line.outcome not in leave
    ]
    return frame(rows, FILE_COLUMNS)


def file_name(number: int, line: FileLine, *, names: bool) -> str:
    """The path of a file; without names its number, from 1, and its extension."""
    if names:
        return line.path
    # Five characters fit every extension we read (".jsonl"); the rest of "cv.maria miller" would be a name.
    ending = line.path.rpartition("/")[2].rpartition(".")[2]
    return f"file {number}" + (f" (.{ending})" if "." in line.path and len(ending) < 6 else "")


def _without_name(line: FileLine) -> str:
    """The sentence about a file without file names ("the same as b.pdf" names another file too)."""
    if line.outcome == "same as another":
        return "The same file as another."
    return line.sentence.replace(line.path.rpartition("/")[2], "The file")


def outcome_counts(lines: Iterable[FileLine]) -> Mapping[str, int]:
    """Outcome -> number of files, in order of first appearance."""
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.outcome] = counts.get(line.outcome, 0) + 1
    return counts


def group_shares(rows: Iterable[DemandRow], groups: Sequence[str], taxonomy: Taxonomy) -> pd.DataFrame:
    """Demands x groups in long form for a chart: one row for each cell, with its share and its text.

    ``share`` is empty if the exact value is not published.
    """
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
    """Table of students x demands with the symbols of ``SIGNS``; empty if the student's role lacks the demand."""
    names = {key: taxonomy.name(key) for key in keys}
    rows = [
        {"student": one.student.id} | {names[key]: SIGNS[one.cells[key]] if key in one.cells else "" for key in keys}
        for one in standings
    ]
    return frame(rows, ("student", *names.values()))


def changes(found: Iterable[StudentChange], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each student who is in both terms: demands gained, lost, and shown now."""
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
    """One row for each group: mean change of the coverage with its interval, in percentage points."""
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
    """One row for each demand: students who named it, how many of them show it now, and the interval of the share."""
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


def after_sessions(found: Iterable[AfterSession], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each session and demand: students who show it now, of those who came and of the others."""
    rows = [
        {
            "session": one.session,
            "skill": taxonomy.name(one.key),
            "show_it_of_who_came": counted(one.came),
            # the interval of a share that is not told would tell it
            "interval": f"{percent(one.low)} to {percent(one.high)}" if one.came.shown == "share" else WITHHELD,
            "show_it_of_the_others": counted(one.others),
        }
        for one in found
    ]
    return frame(rows, AFTER_SESSION_COLUMNS)


def counted(count: GroupCount) -> str:
    """A count as text: "29 of 41", "over 95 % of 41", or "withheld"; empty for nobody."""
    if count.shown != "share" or not count.asked:
        return with_count(count)
    return f"{count.met} of {count.asked}"
