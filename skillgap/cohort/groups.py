"""Count for each group of students how many meet each demand, without revealing small groups."""

from collections.abc import Iterable, Sequence

from skillgap.cohort.privacy import protected
from skillgap.model.cohort import Standing, demand_key
from skillgap.model.gaps import Gap
from skillgap.model.groups import DemandRow, GroupCount

NO_GROUP = "no group"


def group_names(standings: Iterable[Standing]) -> tuple[str, ...]:
    """All groups in alphabetical order; ``NO_GROUP`` comes last."""
    names = {one.student.group or NO_GROUP for one in standings}
    return tuple(sorted(names, key=lambda name: (name == NO_GROUP, name)))


def by_demand(standings: Sequence[Standing], threshold: int) -> tuple[DemandRow, ...]:
    """One row for each technical demand of any role, the heaviest first; see ``privacy.protected``."""
    asked: dict[str, list[tuple[Standing, Gap]]] = {}
    for one in standings:
        for gap in one.report.technical:
            asked.setdefault(demand_key(gap), []).append((one, gap))
    names = group_names(standings)
    rows = [_row(key, found, names, threshold) for key, found in asked.items()]
    return tuple(sorted(rows, key=lambda row: (-row.weight, row.key)))


def _row(key: str, found: Sequence[tuple[Standing, Gap]], names: Sequence[str], threshold: int) -> DemandRow:
    counts = {name: [0, 0] for name in names}
    open_by_state = {"named": 0, "learning": 0, "none": 0, "shown": 0}
    for one, gap in found:
        count = counts[one.student.group or NO_GROUP]
        count[0] += not gap.shortfall
        count[1] += 1
        if gap.shortfall:
            open_by_state[one.cell(gap)] += 1
    cells, total = protected({name: GroupCount(met, asked) for name, (met, asked) in counts.items()}, threshold)
    options = max((gap.options for _, gap in found), key=lambda one: (len(one), one))
    weight = sum(gap.weight for _, gap in found)
    named, learning, absent = (open_by_state[state] for state in ("named", "learning", "none"))
    return DemandRow(key, options, weight, cells, total, named, learning, absent)
