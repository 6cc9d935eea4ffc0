"""Two versions of a resume as DataFrames: changed skills, and the coverage of each role before and after."""

from typing import Any

import pandas as pd

from skillgap import gap, progress
from skillgap.model.resume import HeldSkill, ResumeReading
from skillgap.tables.frame import category, frame, quote
from skillgap.taxonomy import Taxonomy

CHANGE_COLUMNS = ("skill", "category", "change", "before", "after", "reason", "evidence")
STANDING_COLUMNS = ("role", "before", "after", "difference")


def changes(before: ResumeReading, after: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each skill whose level changed.

    Reason and evidence come from the later resume, or from the earlier one if the skill is gone.
    """
    rows = []
    for change in progress.compare_profiles(before.profile, after.profile):
        source = after if change.after else before
        held = source.profile.find(change.skill_id)
        rows.append(
            {
                "skill": taxonomy.name(change.skill_id),
                "category": category(change.skill_id, taxonomy),
                "change": change.kind,
                "before": change.before,
                "after": change.after,
                "reason": held.reason if held else "",
                "evidence": _quotes(source, held),
            }
        )
    return frame(rows, CHANGE_COLUMNS)


def standing(before: ResumeReading, after: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each role with its coverage before and after, 0 to 1, the largest gain first."""
    rows: list[dict[str, Any]] = []
    for role in taxonomy.roles.values():
        first, second = (gap.compare(one.profile, role, taxonomy).coverage for one in (before, after))
        rows.append({"role": role.name, "before": first, "after": second, "difference": second - first})
    rows.sort(key=lambda row: (-row["difference"], -row["after"], row["role"]))
    return frame(rows, STANDING_COLUMNS)


def _quotes(reading: ResumeReading, held: HeldSkill | None) -> str:
    return " | ".join(dict.fromkeys(quote(reading, mention) for mention in held.evidence)) if held else ""
