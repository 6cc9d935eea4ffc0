"""What a session has worked out and need not work out again: the same inputs always give the same answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

import pandas as pd

RUNS = 10
"""Runs of a page for which an answer is kept after it was last asked for: long enough to go back and forth between
roles and pages, and soon over, as Streamlit walks all that is kept after every run."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class _Answer:
    """What a function made of its inputs, and the run in which it was last asked for."""

    inputs: tuple[Any, ...]
    made: Any
    asked: int


@dataclass(slots=True)
class Memory:
    """The answers of one session; what is in them is a user's own.

    Attributes:
        run: Number of the run of a page that is going on.
        answers: Function -> its answers.
    """

    run: int = 0
    answers: dict[Callable[..., Any], list[_Answer]] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a run, and let go what was not asked for in the last ``RUNS``."""
        self.run += 1
        fresh = {make: [one for one in kept if self.run - one.asked <= RUNS] for make, kept in self.answers.items()}
        self.answers = {make: kept for make, kept in fresh.items() if kept}

    def recall(self, make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What ``make`` gives for these inputs: as remembered if it was made of equal ones, else made now.

        Args:
            make: A function of its inputs alone. What it gives is shared by all who ask, so nobody may change it.
            given: Its inputs. Tables are equal only to themselves, as their cells are not compared.
            named: Those given by name.
        """
        kept = self.answers.setdefault(make, [])
        inputs = (given, tuple(named.items()))
        answer = next((one for one in kept if _equal(one.inputs, inputs)), None)
        if answer is None:
            answer = _Answer(inputs, make(*given, **named), self.run)
            kept.append(answer)
        answer.asked = self.run
        found: T = answer.made
        return found


def _equal(first: Any, second: Any) -> bool:
    """Whether two inputs are the same; most are one object, which is seen at once."""
    if first is second:
        return True
    if type(first) is not type(second) or isinstance(first, pd.DataFrame):
        return False
    if isinstance(first, tuple):
        return len(first) == len(second) and all(map(_equal, first, second))
    return bool(first == second)
