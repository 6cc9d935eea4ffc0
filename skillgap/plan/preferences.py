"""What a student wants of the plan: nothing here changes what the resume shows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from skillgap.model.taxonomy import CostPreference, Resource


@dataclass(frozen=True, slots=True)
class PlanPreferences:
    """What a student set on the plan.

    Attributes:
        skip: Ids of skills left out; what needs one of them cannot be planned either.
        done: Skill id -> day it was done in ISO form, or empty where the day is not known.
        order: Ids of skills in the order wished for; what is not named comes after, as proposed.
        chosen: Skill id -> id of the resource to learn it from.
        options: First skill of a demand -> the skill to meet it with, where several would do.
        cost: "free" (an account may be needed), "no-account" (free without one), or empty for any.
        kinds: Formats wanted (course, book, video, ...); empty for any.
        levels: Levels wanted that a learner can show after a resource, 1 to 3; empty for any.
    """

    skip: Collection[str] = ()
    done: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    cost: CostPreference = ""
    kinds: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()

    def allow(self, resource: Resource) -> bool:
        """Whether a resource passes the filters."""
        return (
            resource.cost
            in {"": {"free", "free-account", "paid"}, "free": {"free", "free-account"}}.get(self.cost, {"free"})
            and (not self.kinds or resource.kind in self.kinds)
            and (not self.levels or resource.level in self.levels)
        )


NO_PREFERENCES = PlanPreferences()
"""No wish at all."""
