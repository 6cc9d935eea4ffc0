"""The exact choice of what to learn, as a mixed-integer programme solved by HiGHS (``scipy.optimize.milp``).

One 0-1 variable a skill; for every prerequisite, a skill is no more than it; for every demand that several skills meet,
one variable that is no more than their sum. All numbers are small and whole, so that the optimum is told apart from
its neighbours without tolerance: first the worth is maximised, then, worth being kept, hours are saved, and of plans
equal in both the one with the options named first is taken.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from skillgap.plan.problem import LearningProblem, closure

MAX_COMBINATIONS = 200
"""Ways to meet the demands that leave a choice up to which trying all is faster than the programme."""

Row = NDArray[np.float64]


def within(work: LearningProblem, most: int) -> frozenset[str]:
    """The ids that are worth most within ``most`` hours, every one with what it needs."""
    programme = _Programme(work)
    return programme.thriftiest(programme.reached(most), most) if programme.demands else frozenset(work.done)


def solve_rising_budgets(
    work: LearningProblem, chosen: frozenset[str], budgets: Sequence[int]
) -> tuple[frozenset[str], ...]:
    """What ``within`` gives for each of ``budgets``, which rise, from the choice for fewer hours on.

    Hours that add no worth change nothing: the choice before them takes the fewest already.
    """
    programme = _Programme(work)
    found = []
    for most in budgets:
        reached = programme.reached(most)
        if reached > worth(work, chosen):
            chosen = programme.thriftiest(reached, most)
        found.append(chosen)
    return tuple(found)


def max_values(work: LearningProblem, budgets: Iterable[int]) -> tuple[int, ...]:
    """The most worth that can be had within each number of hours, in twelfths."""
    programme = _Programme(work)
    return tuple(map(programme.reached, budgets))


def worth(work: LearningProblem, chosen: Collection[str]) -> int:
    """Worth of the demands that a choice meets, in twelfths."""
    return sum(demand.worth for demand in work.demands if any(option in chosen for option in demand.options))


def least(work: LearningProblem) -> frozenset[str]:
    """The ids that meet every demand that can be met, with the fewest hours.

    What is learned in any case meets some of the demands that leave a choice; only the others are solved for.
    """
    met = [demand for demand in work.demands if len(demand.options) == 1]
    forced = frozenset(work.done).union(*(closure(demand.options[0], work.needs) for demand in met))
    open_ = [demand for demand in work.demands if demand.options and forced.isdisjoint(demand.options)]
    if not open_:
        return forced
    if math.prod(len(demand.options) for demand in open_) <= MAX_COMBINATIONS:
        ways = product(*(demand.options for demand in open_))
        sets = [forced.union(*(closure(option, work.needs) for option in way)) for way in ways]
        return min(sets, key=lambda ids: sum(work.hours[one] for one in ids))
    programme = _Programme(replace(work, demands=tuple(open_), done=tuple(sorted(forced))))
    return programme.thriftiest(sum(demand.worth for demand in open_))


class _Programme:
    """The columns and rows of the programme: first the skills by id, then the demands."""

    def __init__(self, work: LearningProblem) -> None:
        self.ids = sorted(work.needs)
        self.place = {skill_id: index for index, skill_id in enumerate(self.ids)}
        self.demands = [demand for demand in work.demands if demand.options]
        self.width = len(self.ids) + len(self.demands)
        self.hours = np.zeros(self.width)
        self.hours[: len(self.ids)] = [work.hours[skill_id] for skill_id in self.ids]
        self.lower = np.zeros(self.width)
        self.lower[[self.place[skill_id] for skill_id in work.done]] = 1.0
        rows = [self._row({skill_id: 1, other: -1}) for skill_id in self.ids for other in sorted(work.needs[skill_id])]
        for column, demand in enumerate(self.demands, start=len(self.ids)):
            row = self._row(dict.fromkeys(demand.options, -1))
            row[column] = 1.0
            rows.append(row)
        self.rows = LinearConstraint(np.array(rows), ub=0.0) if rows else None
        self.unit = math.gcd(*(demand.worth for demand in self.demands))
        self.worth = np.zeros(self.width)
        self.worth[len(self.ids) :] = [demand.worth // self.unit for demand in self.demands]

    def reached(self, most: int) -> int:
        """The most worth, in twelfths, within ``most`` hours."""
        return self.unit * round(float(self.worth @ self._solve(-self.worth, self._limit(most))))

    def thriftiest(self, reached: int, most: int | None = None) -> frozenset[str]:
        """The ids that are worth ``reached`` twelfths, within ``most`` hours if given, with the least effort."""
        limits = [] if most is None else [self._limit(most)]
        kept = LinearConstraint(self.worth[np.newaxis, :], float(reached // self.unit))
        return self._ids(self._solve(self._effort(), *limits, kept))

    def _limit(self, most: int) -> LinearConstraint:
        return LinearConstraint(self.hours[np.newaxis, :], ub=float(most))

    def _effort(self) -> Row:
        """What each column costs: its hours, and so much less than an hour for an option that is not named first."""
        ranks: Row = np.zeros(self.width)
        for demand in self.demands:
            for rank, option in enumerate(demand.options):
                ranks[self.place[option]] += rank
        cost: Row = self.hours * (1.0 + ranks.sum()) + ranks
        return cost

    def _solve(self, cost: Row, *limits: LinearConstraint) -> Row:
        """The 0-1 value of each column with the least cost."""
        solved = milp(
            cost,
            integrality=np.ones(self.width),
            bounds=Bounds(self.lower, 1.0),
            constraints=[self.rows, *limits],
            options={"mip_rel_gap": 0.0},
        )
        values: Row = np.round(solved.x)
        return values

    def _ids(self, values: Row) -> frozenset[str]:
        """The skills whose column is 1."""
        return frozenset(self.ids[index] for index in np.flatnonzero(values[: len(self.ids)]))

    def _row(self, factors: dict[str, int]) -> Row:
        row: Row = np.zeros(self.width)
        for skill_id, factor in factors.items():
            row[self.place[skill_id]] = factor
        return row
