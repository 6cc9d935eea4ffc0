"""Finds the modules to learn the planned topics from, with the fewest hours, then the fewest resources, exactly.

Every skill of every topic needs one module that teaches it. A module that serves two topics counts once. Skills that
share no resource are solved apart, which leaves few choices; all of them are tried. More choices go to HiGHS through
SciPy, with one 0-1 variable for each module and resource.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from skillgap.model.gaps import SHOWN
from skillgap.model.learning import Module, Resource
from skillgap.model.plan import StudyPart
from skillgap.plan.open_topics import OpenTopic
from skillgap.plan.preferences import PlanPreferences
from skillgap.taxonomy import Taxonomy

MAX_SHARE = 2
"""Most hours of a module for a topic, as a multiple of the topic's study hours."""
READING = "documentation"
"""Kind of resource that completes no topic alone."""
MAX_TRIED = 1000
"""Most choices that are tried one by one; that is faster than the start of a solver."""
ModuleKey = tuple[str, int]
"""Id of a resource, and the place of one of its modules."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts to learn the topics of a plan from.

    Attributes:
        chosen: Topic id -> its parts, those for the main skill first, then by most hours.
        unmatched: Ids of topics for which no resource passes the filters, so that the filters were ignored.
    """

    chosen: Mapping[str, tuple[StudyPart, ...]] = field(default_factory=dict)
    unmatched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Need:
    """One skill of one topic with the modules that may teach it."""

    topic_id: str
    skill_id: str
    modules: tuple[ModuleKey, ...]


def choose(topics: Sequence[OpenTopic], taxonomy: Taxonomy, preferences: PlanPreferences) -> Parts:
    """The parts for each topic; the same topics always get the same parts."""
    needs, unmatched = [], set()
    for topic in topics:
        for skill_id in dict.fromkeys(topic.skill_ids):
            known = taxonomy.teaching.get(skill_id, ())
            allowed = [one for one in known if preferences.allow(one)]
            if known and not allowed and skill_id == topic.skill_ids[0]:
                unmatched.add(topic.topic.id)
            modules = _candidates(skill_id, allowed or known, topic, preferences)
            if modules:
                needs.append(_Need(topic.topic.id, skill_id, modules))
    picked = _solve(needs, taxonomy) if needs else frozenset()
    chosen = {topic.topic.id: _parts(topic, needs, picked, taxonomy) for topic in topics}
    return Parts(chosen, frozenset(unmatched))


def _candidates(
    skill_id: str, resources: Sequence[Resource], topic: OpenTopic, preferences: PlanPreferences
) -> tuple[ModuleKey, ...]:
    """The modules to choose from for a skill.

    They are those of the resource that the student chose. Else self-paced modules in the student's own language, cloud
    or vendor go first, and then those that teach the level "shown".
    """
    wanted = preferences.chosen.get(topic.topic.id)
    own = {*topic.skill_ids, topic.variant.anchor if topic.variant else "", ""}
    found = [
        (resource, place, module)
        for resource in resources
        for place, module in enumerate(resource.modules)
        if skill_id in module.skill_ids
    ]
    for nearer in (
        [one for one in found if one[0].id == wanted],
        [one for one in found if one[0].self_paced and one[0].anchor in own],
        [one for one in found if one[0].self_paced],
    ):
        if nearer:
            found = nearer
            break
    for better in (
        [one for one in found if one[2].to_level >= SHOWN and one[2].hours <= MAX_SHARE * topic.topic.study_hours],
        [one for one in found if one[2].to_level >= SHOWN],
        [one for one in found if one[0].kind != READING],
    ):
        if better:
            found = better
            break
    return tuple((resource.id, place) for resource, place, _ in found)


def _solve(needs: Sequence[_Need], taxonomy: Taxonomy) -> frozenset[ModuleKey]:
    """The modules to learn from; of equal choices, the first by its keys."""
    picked: frozenset[ModuleKey] = frozenset()
    for group in _groups(_without_longer(needs, taxonomy)):
        few = prod(len(need.modules) for need in group) <= MAX_TRIED
        picked |= _best_of_all(group, taxonomy) if few else _solve_by_highs(group, taxonomy)
    return picked


def _without_longer(needs: Sequence[_Need], taxonomy: Taxonomy) -> list[_Need]:
    """The needs without modules that another beats in hours and in every need that they serve."""
    serves: dict[ModuleKey, set[int]] = {}
    for number, need in enumerate(needs):
        for module in need.modules:
            serves.setdefault(module, set()).add(number)
    hours = {module: _hours(module, taxonomy) for module in serves}
    longer = {
        one for one in serves if any(hours[other] < hours[one] and serves[one] <= serves[other] for other in serves)
    }
    return [replace(need, modules=tuple(one for one in need.modules if one not in longer)) for need in needs]


def _groups(needs: Sequence[_Need]) -> Iterator[list[_Need]]:
    """The needs that share resources, directly or through others."""
    groups: list[tuple[set[str], list[_Need]]] = []
    for need in needs:
        shared, members = {resource_id for resource_id, _ in need.modules}, [need]
        apart = []
        for group in groups:
            if shared.isdisjoint(group[0]):
                apart.append(group)
            else:
                shared, members = shared | group[0], group[1] + members
        groups = [*apart, (shared, members)]
    return (members for _, members in groups)


def _best_of_all(needs: Sequence[_Need], taxonomy: Taxonomy) -> frozenset[ModuleKey]:
    """The best of all choices of a module for each need."""
    choices = {frozenset(choice) for choice in product(*(need.modules for need in needs))}
    return min(choices, key=lambda choice: (_cost(choice, taxonomy), sorted(choice)))


def _cost(choice: frozenset[ModuleKey], taxonomy: Taxonomy) -> tuple[int, int, int]:
    """Hours, number of resources, and tie-break by cost."""
    resources = {resource_id for resource_id, _ in choice}
    ties = sum(_tie(taxonomy.resources[one]) for one in resources)
    return sum(_hours(module, taxonomy) for module in choice), len(resources), ties


def _hours(module: ModuleKey, taxonomy: Taxonomy) -> int:
    """Hours of one module."""
    resource_id, place = module
    return taxonomy.resources[resource_id].modules[place].hours


def _solve_by_highs(needs: Sequence[_Need], taxonomy: Taxonomy) -> frozenset[ModuleKey]:
    """The best choice among too many to try."""
    modules = sorted({module for need in needs for module in need.modules})
    resources = sorted({resource_id for resource_id, _ in modules})
    column = {module: place for place, module in enumerate(modules)}
    width = len(modules) + len(resources)
    rows: list[NDArray[np.float64]] = []
    lower: list[float] = []
    # each need has at least one module
    for need in needs:
        row = np.zeros(width)
        row[[column[module] for module in need.modules]] = 1
        rows.append(row)
        lower.append(1)
    # a module that is chosen needs its resource
    for place, (resource_id, _) in enumerate(modules):
        row = np.zeros(width)
        row[place], row[len(modules) + resources.index(resource_id)] = -1, 1
        rows.append(row)
        lower.append(0)
    hours = [_hours(module, taxonomy) for module in modules]
    # one hour outweighs all resources, and one resource all ties, so that whole numbers decide without tolerance
    ties = [_tie(taxonomy.resources[one]) for one in resources]
    unit = 1 + len(resources) * (1 + sum(ties))
    cost = np.array([hour * unit for hour in hours] + [1 + sum(ties) + tie for tie in ties], dtype=float)
    solved = milp(
        cost,
        integrality=np.ones(width),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(np.array(rows), lb=np.array(lower)),
        options={"mip_rel_gap": 0.0},
    )
    values = np.round(solved.x)
    return frozenset(module for place, module in enumerate(modules) if values[place])


def _tie(resource: Resource) -> int:
    """Tie-break of equal choices: free without an account, then free, then paid."""
    return {"free": 0, "free-account": 1, "paid": 2}[resource.cost]


def _parts(
    topic: OpenTopic, needs: Sequence[_Need], picked: frozenset[ModuleKey], taxonomy: Taxonomy
) -> tuple[StudyPart, ...]:
    """The chosen modules of one topic, by resource."""
    mine = {module for need in needs if need.topic_id == topic.topic.id for module in need.modules if module in picked}
    by_resource: dict[str, list[Module]] = {}
    for resource_id, place in sorted(mine):
        by_resource.setdefault(resource_id, []).append(taxonomy.resources[resource_id].modules[place])
    parts = [StudyPart(taxonomy.resources[one], tuple(modules)) for one, modules in by_resource.items()]
    main = topic.skill_ids[0]
    return tuple(sorted(parts, key=lambda part: (not part.teaches(main), -part.hours, part.resource.id)))
