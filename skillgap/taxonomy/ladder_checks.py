"""Rules for roles: topics in a workable order, credible hours, and no skill required twice."""

from collections.abc import Iterable, Mapping

from skillgap.model.learning import Resource
from skillgap.model.role import Requirement, RoleProfile, Topic
from skillgap.model.taxonomy import Skill

MAX_CORE_HOURS = 120
"""Upper limit of the hours of all core topics: about 8 hours a week for a term of 15 weeks.

A role above it is usually two roles. Our roles need 50 to 110 hours.
"""
TIER_ORDER = {"core": 0, "next": 1, "later": 2}
SOFT, CERTIFICATION = "soft", "certification"


def check_roles(skills: Mapping[str, Skill], roles: Iterable[RoleProfile], resources: Iterable[Resource]) -> list[str]:
    """Check each role, and return each fault as ``file: key: rule``."""
    known = tuple(resources)
    return [fault for role in roles for fault in _role(role, skills, known)]


def _role(role: RoleProfile, skills: Mapping[str, Skill], resources: Iterable[Resource]) -> list[str]:
    file = f"roles/{role.id}.toml"
    faults = [
        *_names(role, skills),
        *_duplicates(role),
        *_kinds(role, skills),
        *_order(role),
        *(fault for topic in role.topics for fault in _topic(topic, role)),
        *_taught(role, skills, resources),
    ]
    hours = sum(_longest(topic) for topic in role.topics if topic.tier == "core")
    if hours > MAX_CORE_HOURS:
        faults.append(f"core: its topics take {hours} hours, at most {MAX_CORE_HOURS} are allowed")
    return [f"{file}: {fault}" for fault in faults]


def _longest(topic: Topic) -> int:
    """Hours of a topic in the language, cloud or vendor that takes longest."""
    study = max(topic.study_hours, *(one.study_hours for one in topic.variants), 0)
    return study + max(topic.proof_hours, *(one.proof_hours for one in topic.variants), 0)


def _names(role: RoleProfile, skills: Mapping[str, Skill]) -> list[str]:
    named = [(one.skill_id, option) for one in role.requirements for option in one.options]
    named += [("certificates", one) for one in role.certificates]
    named += [(topic.id, variant.anchor) for topic in role.topics for variant in topic.variants]
    return [f"{place}: names the unknown skill {skill_id}" for place, skill_id in named if skill_id not in skills]


def _duplicates(role: RoleProfile) -> list[str]:
    """A skill may appear in one requirement only; in two it would count twice in the coverage."""
    owners: dict[str, str] = {}
    faults = []
    for requirement in role.requirements:
        for option in requirement.options:
            if option in owners:
                faults.append(f"{requirement.skill_id}: {option} is already required by {owners[option]}")
            owners.setdefault(option, requirement.skill_id)
    return faults


def _kinds(role: RoleProfile, skills: Mapping[str, Skill]) -> list[str]:
    """Topics require skills that can be learned and shown; soft skills and certificates have lists of their own."""
    faults = []
    for requirement in role.requirements:
        kinds = {skills[option].kind for option in requirement.options if option in skills}
        if requirement.topic_id and kinds & {SOFT, CERTIFICATION}:
            faults.append(f"{requirement.skill_id}: a topic cannot require a soft skill or a certificate")
        if requirement.tier == SOFT and kinds - {SOFT}:
            faults.append(f"{requirement.skill_id}: is listed under soft, but is not a soft skill")
    return faults


def _order(role: RoleProfile) -> list[str]:
    """Topics must be in a workable order: tier by tier, and each after the topics it depends on."""
    faults, seen, tier = [], set[str](), 0
    for topic in role.topics:
        if topic.id in seen:
            faults.append(f"{topic.id}: is listed twice")
        faults += [f"{topic.id}: {one} must be listed before it" for one in topic.after if one not in seen]
        if TIER_ORDER[topic.tier] < tier:
            faults.append(f"{topic.id}: core topics come first, then next, then later")
        tier = max(tier, TIER_ORDER[topic.tier])
        seen.add(topic.id)
    return faults


def _topic(topic: Topic, role: RoleProfile) -> list[str]:
    asked = [one for one in role.requirements if one.topic_id == topic.id]
    options = {option for one in asked for option in one.options}
    faults = [
        f"{topic.id}: variant {variant.anchor} picks {pick}, which no requirement of the topic names"
        for variant in topic.variants
        for pick in variant.picks
        if pick not in options
    ]
    if topic.tier == "core" and asked and asked[0].level < 2:
        faults.append(f"{topic.id}: a core topic must require level 2 (used in a project) for its main skill")
    if topic.tier == "core" and topic.source.strip().casefold() == "editorial":
        faults.append(f"{topic.id}: a core topic needs a source other than editorial judgement")
    return faults


def _taught(role: RoleProfile, skills: Mapping[str, Skill], resources: Iterable[Resource]) -> list[str]:
    """For every technical requirement, free resources must teach one option up to the required level."""
    reached: dict[str, int] = {}
    for resource in resources:
        for skill_id in resource.skill_ids if resource.free else ():
            reached[skill_id] = max(reached.get(skill_id, 0), resource.level(skill_id))
    return [
        f"{one.skill_id}: no free resource teaches it to level {one.level}"
        for one in role.requirements
        if one.tier != SOFT and not _is_taught(one, reached) and one.skill_id in skills
    ]


def _is_taught(requirement: Requirement, reached: Mapping[str, int]) -> bool:
    return any(reached.get(option, 0) >= requirement.level for option in requirement.options)
