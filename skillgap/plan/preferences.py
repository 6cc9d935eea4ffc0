"""The student's settings of the plan; they never change what the resume shows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from skillgap.model.learning import CostPreference, Resource

ALLOWED_COSTS = {"": {"free", "free-account", "paid"}, "free": {"free", "free-account"}, "no-account": {"free"}}


@dataclass(frozen=True, slots=True)
class PlanPreferences:
    """The student's settings.

    Attributes:
        skip: Ids of topics left out, or known already.
        done: Topic id -> day it was done in ISO form, or empty if unknown.
        order: Ids of topics in the student's order; the others come after them, as proposed.
        variants: Topic id -> id of the language, cloud or vendor to learn it in.
        chosen: Topic id -> id of the resource to learn it from.
        cost: "free" (an account may be needed), "no-account" (free without one), or empty for any.
        kinds: Formats wanted (course, book, video, ...); empty for any.
    """

    skip: Collection[str] = ()
    done: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    variants: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    cost: CostPreference = ""
    kinds: tuple[str, ...] = ()

    def allow(self, resource: Resource) -> bool:
        """Whether a resource passes the filters."""
        return resource.cost in ALLOWED_COSTS[self.cost] and (not self.kinds or resource.kind in self.kinds)


NO_PREFERENCES = PlanPreferences()
"""Settings of a student who set nothing."""
