"""Rows and columns of a table of cells in an order in which blocks of equal ones are seen."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import leaves_list, linkage

from skillgap.model.cohort import Cell, Standing, demand_key

WORTH: Mapping[Cell, float] = {"shown": 1.0, "named": 0.5, "learning": 0.25, "none": 0.0}
"""How near two cells are to each other."""
MIN_ROWS = 3
"""Rows from which an order means anything."""


def order(values: Sequence[Sequence[float]]) -> list[int]:
    """Places of the rows in an order in which like ones are neighbours; the same rows always give the same order."""
    table: NDArray[np.float64] = np.array(values, dtype=float)
    if len(table) < MIN_ROWS or not table.size:
        return list(range(len(table)))
    found = [int(place) for place in leaves_list(linkage(table, "average", "cityblock", optimal_ordering=True))]
    # a tree has two ends: the fuller one comes first
    weights = table.sum(axis=1)
    middle = len(found) // 2
    return found if weights[found[:middle]].sum() >= weights[found[-middle:]].sum() else found[::-1]


def arranged(standings: Sequence[Standing], keys: Sequence[str]) -> tuple[list[Standing], list[str]]:
    """Students and demands in an order in which blocks show.

    Args:
        standings: Students; it does not matter in which order they come.
        keys: Demands to show.
    """
    people = sorted(standings, key=lambda one: one.student.id)
    demands = sorted(keys)
    cells = [[_worth(one, key) for key in demands] for one in people]
    rows = [people[place] for place in order(cells)]
    columns = [demands[place] for place in order([list(column) for column in zip(*cells, strict=True)])]
    return rows, columns


def _worth(one: Standing, key: str) -> float:
    cell = one.cells.get(key)
    return -1.0 if cell is None else WORTH[cell]


def asked_by(standings: Sequence[Standing], most: int) -> list[str]:
    """The technical demands that weigh most over everybody, heaviest first."""
    weights: dict[str, int] = {}
    for one in standings:
        for gap in one.report.technical:
            weights[demand_key(gap)] = weights.get(demand_key(gap), 0) + gap.weight
    return sorted(weights, key=lambda key: (-weights[key], key))[:most]
