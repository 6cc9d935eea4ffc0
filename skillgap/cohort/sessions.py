"""Choose the best sessions for many students, as an integer programme solved exactly by HiGHS through SciPy.

Variables: one integer for each offer (how often it is held), and one 0-1 variable for each pair of offer and student
(whether the student attends). Constraints: minimum and capacity of each session, and prerequisites of labs. Goals, in
order: most demands closed, greatest weight, fewest sessions, then the order of the offers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from skillgap.model.sessions import PlannedSession, SessionLimits, SessionOffer, SessionPlan


def choose(offers: Sequence[SessionOffer], limits: SessionLimits, *, open_before: int) -> SessionPlan:
    """Choose sessions and their students. The same offers and limits always give the same plan.

    Args:
        offers: Possible sessions; their order does not matter.
        limits: Number of sessions and of students per session.
        open_before: Number of open demands, summed over all students.
    """
    ordered = sorted((one for one in offers if len(one.closes) >= limits.least), key=lambda one: one.id)
    if not ordered:
        return SessionPlan(limits, (), open_before, 0)
    problem = _problem(ordered, limits)
    values: NDArray[np.float64] = np.zeros(problem.width)
    fixed: list[tuple[NDArray[np.float64], float]] = []
    # Lexicographic: each goal is maximised, then fixed as a constraint for the next one.
    for goal in _goals(problem):
        values = _solve(problem, goal, fixed)
        fixed.append((goal, float(np.round(goal @ values))))
    best = SessionPlan(limits, _sessions(problem, values), open_before)
    return replace(best, one_more=_most_closed(ordered, replace(limits, count=limits.count + 1)) - best.closed)


def _most_closed(offers: Sequence[SessionOffer], limits: SessionLimits) -> int:
    problem = _problem(offers, limits)
    closed = _goals(problem)[0]
    return round(float(closed @ _solve(problem, closed, ())))


@dataclass(frozen=True, slots=True)
class _Problem:
    """The integer programme. Its columns are first the offers, then the seats.

    Attributes:
        offers: Possible sessions, sorted.
        seats: Index of the offer and student id of each seat, sorted.
        rows, lower, upper: The constraints ``lower <= rows @ x <= upper``; shape (constraints, columns).
        limits: The advisor's limits.
    """

    offers: Sequence[SessionOffer]
    seats: Sequence[tuple[int, str]]
    rows: csr_array
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    limits: SessionLimits

    @property
    def width(self) -> int:
        return len(self.offers) + len(self.seats)


def _problem(offers: Sequence[SessionOffer], limits: SessionLimits) -> _Problem:
    seats = [(place, student) for place, offer in enumerate(offers) for student in sorted(offer.closes)]
    column = {seat: len(offers) + index for index, seat in enumerate(seats)}
    place_of = {offer.id: place for place, offer in enumerate(offers)}
    rows: list[dict[int, float]] = [dict.fromkeys(range(len(offers)), 1.0)]
    upper: list[float] = [limits.count]
    for place, offer in enumerate(offers):
        taken = {column[place, student]: 1.0 for student in offer.closes}
        rows += [taken | {place: -limits.capacity}, dict.fromkeys(taken, -1.0) | {place: limits.least}]
        upper += [0.0, 0.0]
        for student, before in sorted(offer.after.items()):
            for other in before:
                first = column.get((place_of.get(other, -1), student))
                rows.append({column[place, student]: 1.0} | ({} if first is None else {first: -1.0}))
                upper.append(0.0)
    matrix = _matrix(rows, len(offers) + len(seats))
    return _Problem(offers, seats, matrix, np.full(len(rows), -np.inf), np.array(upper), limits)


def _matrix(rows: Sequence[Mapping[int, float]], width: int) -> csr_array:
    data = [value for row in rows for value in row.values()]
    columns = [key for row in rows for key in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    return csr_array((data, columns, starts), shape=(len(rows), width))


def _goals(problem: _Problem) -> tuple[NDArray[np.float64], ...]:
    """Objective vectors to maximise, the most important first; each has one value for each column."""
    held = len(problem.offers)
    closed, weight, few = np.zeros(problem.width), np.zeros(problem.width), np.zeros(problem.width)
    for index, (place, student) in enumerate(problem.seats):
        closed[held + index] = len(problem.offers[place].closes[student])
        weight[held + index] = problem.offers[place].weights[student]
    # One session less outweighs any change in the order of the offers.
    few[:held] = [-(held * (problem.limits.count + 1) + place) for place in range(held)]
    return closed, weight, few


def _solve(
    problem: _Problem, goal: NDArray[np.float64], fixed: Sequence[tuple[NDArray[np.float64], float]]
) -> NDArray[np.float64]:
    highest = np.ones(problem.width)
    highest[: len(problem.offers)] = problem.limits.count
    constraints = [LinearConstraint(problem.rows, problem.lower, problem.upper)]
    constraints += [LinearConstraint(before[np.newaxis, :], worth, np.inf) for before, worth in fixed]
    solved = milp(
        -goal,
        integrality=np.ones(problem.width),
        bounds=Bounds(0, highest),
        constraints=constraints,
        options={"mip_rel_gap": 0.0},
    )
    values: NDArray[np.float64] = np.round(solved.x)
    return values


def _sessions(problem: _Problem, values: NDArray[np.float64]) -> tuple[PlannedSession, ...]:
    held = len(problem.offers)
    attending: dict[int, list[str]] = {}
    for index, (place, student) in enumerate(problem.seats):
        if values[held + index]:
            attending.setdefault(place, []).append(student)
    planned = [
        PlannedSession(problem.offers[place], int(values[place]), tuple(students))
        for place, students in attending.items()
    ]
    return tuple(sorted(planned, key=lambda one: (-one.closed, one.offer.id)))
