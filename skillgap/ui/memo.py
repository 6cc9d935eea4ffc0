"""Cache of computed results in a session: the same inputs always give the same result."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

import pandas as pd

RUNS = 10
"""A result that is unused for this many runs is dropped. Ten runs allow to switch between roles and pages. A larger
cache would slow down every run, since Streamlit's garbage collection visits all kept objects."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class _Answer:
    """A cached result with its inputs and the number of the run that used it last."""

    inputs: tuple[Any, ...]
    made: Any
    asked: int


@dataclass(slots=True)
class Memory:
    """The cache of one session. It contains a user's data, so it is never shared.

    Attributes:
        run: Number of the current run.
        answers: Function -> its cached results.
    """

    run: int = 0
    answers: dict[Callable[..., Any], list[_Answer]] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a run, and drop results that were unused for ``RUNS`` runs."""
        self.run += 1
        fresh = {make: [one for one in kept if self.run - one.asked <= RUNS] for make, kept in self.answers.items()}
        self.answers = {make: kept for make, kept in fresh.items() if kept}

    def recall(self, make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Result of ``make`` for these inputs, from the cache if possible.

        Args:
            make: A pure function. Its result is shared, so callers must not change it.
            given: Positional inputs. A DataFrame equals only itself, since comparing its cells would be slow.
            named: Keyword inputs.
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
    """Whether two inputs are equal; most are the same object, which is tested first."""
    if first is second:
        return True
    if type(first) is not type(second) or isinstance(first, pd.DataFrame):
        return False
    if isinstance(first, tuple):
        return len(first) == len(second) and all(map(_equal, first, second))
    return bool(first == second)
