"""Turns postings into a role of the student's own, with demands grouped into the topics of the nearest role."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from skillgap.model.role import Requirement, RoleProfile, Tier, Topic
from skillgap.posting import MergedDemand, Posting, merge
from skillgap.taxonomy import Taxonomy

SHOWN = 2
"""Level of a required technical skill: shown in one project. No posting can ask a student for more."""
TIERS: tuple[Tier, ...] = ("core", "next")


def posting_role(postings: Iterable[Posting], taxonomy: Taxonomy, *, name: str) -> RoleProfile:
    """The postings as a role that a profile can be compared with.

    Requirements are core, wishes are next. Skills in the nearest role of the catalogue keep its topics and order.
    So do skills that are part of one there, or have one as a part. Each other skill is a topic of its own.
    """
    given = set(postings)
    shown = " ".join(name.split()) or "My postings"
    key = re.sub(r"[^a-z0-9]+", "-", shown.lower()).strip("-") or "postings"
    count = f"{len(given)} posting{'' if len(given) == 1 else 's'}"
    demands = [_requirement(one, taxonomy) for one in merge(given)]
    nearest = _nearest(demands, taxonomy)
    topics, requirements = _grouped(demands, nearest, taxonomy)
    return RoleProfile(
        id=f"own-{key}",
        name=shown,
        about=f"What {count} of your own choice ask for.",
        source=f"{count} that you pasted",
        requirements=requirements,
        topics=topics,
        titles=nearest.titles if nearest else (),
        certificates=nearest.certificates if nearest else (),
        spare_project=nearest.spare_project if nearest else "",
    )


def _requirement(one: MergedDemand, taxonomy: Taxonomy) -> Requirement:
    """A merged demand as a requirement of a role."""
    skill = taxonomy.skills.get(one.options[0])
    # required in half of the postings that ask for it
    required = 2 * one.required >= one.asked
    tier: Tier = "soft" if skill and skill.kind == "soft" else "core" if required else "next"
    level = SHOWN if tier == "core" else min(SHOWN, one.level)
    return Requirement(one.options[0], one.importance, level, tier, one.options[1:])


def _nearest(demands: Iterable[Requirement], taxonomy: Taxonomy) -> RoleProfile | None:
    """The role of the catalogue that shares the most importance with the demands; ``None`` if none shares any."""
    asked = {option: one.importance for one in demands for option in one.options}

    def shared(role: RoleProfile) -> int:
        return sum(
            one.importance * max(asked.get(option, 0) for option in one.options)
            for one in role.requirements
            if one.topic_id
        )

    best = max(taxonomy.roles.values(), key=lambda role: (shared(role), role.id), default=None)
    return best if best and shared(best) else None


def _grouped(
    demands: Iterable[Requirement], nearest: RoleProfile | None, taxonomy: Taxonomy
) -> tuple[tuple[Topic, ...], tuple[Requirement, ...]]:
    """The topics of the demands, and the demands in the order of the topics."""
    owner = {option: one.topic_id for one in (nearest.requirements if nearest else ()) for option in one.options}
    places = {topic.id: place for place, topic in enumerate(nearest.topics if nearest else ())}
    groups: dict[str, list[Requirement]] = {}
    others = []
    for one in demands:
        kin = {owner[other] for other in _kin(one, owner, taxonomy) if owner.get(other)}
        # the first topic of those that a wider skill belongs to: HTML for "front-end development"
        topic_id = next(
            (owner[option] for option in one.options if owner.get(option)),
            min(kin, key=places.__getitem__, default=""),
        )
        if one.tier == "soft" or not topic_id:
            others.append(one)
        else:
            groups.setdefault(topic_id, []).append(replace(one, topic_id=topic_id))
    topics = [
        _topic(topic, groups[topic.id], owner) for topic in (nearest.topics if nearest else ()) if topic.id in groups
    ]
    topics.sort(key=lambda topic: TIERS.index(topic.tier))
    above: set[str] = set()
    ordered = []
    for topic in topics:
        # a topic must not wait for one that no posting asks for
        ordered.append(replace(topic, after=tuple(one for one in topic.after if one in above)))
        above.add(topic.id)
    mine = [replace(one, tier=topic.tier) for topic in ordered for one in groups[topic.id]]
    others.sort(key=lambda one: (one.tier == "soft", one.tier != "core", -one.importance, one.skill_id))
    return tuple(ordered), (*mine, *others)


def _kin(one: Requirement, owner: Mapping[str, str], taxonomy: Taxonomy) -> Iterator[str]:
    """Skills of the ladder that a demand belongs to ("CAN bus" to buses), or that belong to it ("CSS" to front end)."""
    for option in one.options:
        skill = taxonomy.skills.get(option)
        if skill:
            yield from (*skill.implies, *skill.related("part_of"))
        yield from taxonomy.parts.get(option, ())
        yield from (other for other in owner if other in taxonomy.skills and option in taxonomy.skills[other].implies)


def _topic(topic: Topic, demands: list[Requirement], owner: Mapping[str, str]) -> Topic:
    """A topic of the role with the demands of the postings: those of the ladder first, the most important first."""
    demands.sort(
        key=lambda one: (owner.keys().isdisjoint(one.options), one.tier != "core", -one.importance, one.skill_id)
    )
    tier: Tier = "core" if any(one.tier == "core" for one in demands) else "next"
    return replace(topic, tier=tier, skill_ids=tuple(one.skill_id for one in demands))
