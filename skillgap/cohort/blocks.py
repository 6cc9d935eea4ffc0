"""Sort rows and columns of a table of cells by similarity, so that blocks of equal cells become visible."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import leaves_list, linkage

from skillgap.model.cohort import Cell, Standing, demand_key

WORTH: Mapping[Cell, float] = {"shown": 1.0, "named": 0.5, "learning": 0.25, "none": 0.0}
"""State of a cell -> position on a line; the distance of two cells is the difference."""
MIN_ROWS = 3
"""Least number of rows that is clustered."""


def order(values: Sequence[Sequence[float]]) -> list[int]:
    """Indices of the rows, ordered by hierarchical clustering so that similar rows are neighbours."""
    table: NDArray[np.float64] = np.array(values, dtype=float)
    if len(table) < MIN_ROWS or not table.size:
        return list(range(len(table)))
    found = [int(place) for place in leaves_list(linkage(table, "average", "cityblock", optimal_ordering=True))]
    # The tree may be read from either end; the end with more shown skills comes first.
    weights = table.sum(axis=1)
    middle = len(found) // 2
    return found if weights[found[:middle]].sum() >= weights[found[-middle:]].sum() else found[::-1]


def arrange(standings: Sequence[Standing], keys: Sequence[str]) -> tuple[list[Standing], list[str]]:
    """Order students and demands so that blocks become visible.

    Args:
        standings: Standings; their order does not matter.
        keys: Keys of the demands to show.
    """
    people = sorted(standings, key=lambda one: one.student.id)
    demands = sorted(keys)
    cells = [[_worth(one, key) for key in demands] for one in people]
    rows = [people[place] for place in order(cells)]
    columns = [demands[place] for place in order([list(column) for column in zip(*cells, strict=True)])]
    return rows, columns


def _worth(one: Standing, key: str) -> float:
    # A role without the demand is far from every state, so that students of one role stay together.
    cell = one.cells.get(key)
    return -1.0 if cell is None else WORTH[cell]


def heaviest_demands(standings: Sequence[Standing], most: int) -> list[str]:
    """Keys of the ``most`` technical demands with the greatest weight over all students, heaviest first."""
    weights: dict[str, int] = {}
    for one in standings:
        for gap in one.report.technical:
            weights[demand_key(gap)] = weights.get(demand_key(gap), 0) + gap.weight
    return sorted(weights, key=lambda key: (-weights[key], key))[:most]
