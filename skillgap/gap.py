"""Compares a SkillProfile with a RoleProfile: one Gap for each requirement, met or open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from skillgap.model.gaps import ALTERNATIVE_CREDIT, NAMED, SHOWN, Gap, GapReport, is_shown
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.role import Requirement, RoleProfile
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy

TIER_ORDER = {"core": 0, "next": 1, "later": 2, "soft": 3}
PARTS_OF_A_WHOLE = 2
"""Parts that show the whole: "DNS and DHCP" in a job show network services, DNS alone shows half of them."""


def compare(profile: SkillProfile, role: RoleProfile, taxonomy: Taxonomy) -> GapReport:
    """The gaps of ``profile`` for ``role``: tier by tier, main skills of the topics first, soft skills last."""
    held = {skill.skill_id: skill for skill in profile.skills}
    ours = taxonomy.roles.get(role.id) is role
    demands = _of_all_roles(taxonomy)[role.id] if ours else _demands(role, taxonomy)
    gaps = [
        one.untouched if one.touched_by.isdisjoint(held) else _gap(one.requirement, held, taxonomy) for one in demands
    ]
    topics: dict[str, list[Gap]] = {}
    for gap in gaps:
        topics.setdefault(gap.topic_id, []).append(gap)
    begun = {topic_id for topic_id, topic in topics.items() if topic_id and any(gap.held for gap in topic)}
    # a demand of a pasted posting has no topic and no neighbours
    return GapReport(
        role, tuple(_in_topic(gap, topics[gap.topic_id], taxonomy) if gap.topic_id in begun else gap for gap in gaps)
    )


@dataclass(frozen=True, slots=True)
class _Demand:
    """What holds of a requirement for every resume.

    Attributes:
        requirement: The requirement.
        touched_by: Ids of the skills that count for it.
        untouched: The gap of a resume without any of these; most gaps of a cohort are this one object.
    """

    requirement: Requirement
    touched_by: frozenset[str]
    untouched: Gap


@cached_per_taxonomy
def _of_all_roles(taxonomy: Taxonomy) -> dict[str, tuple[_Demand, ...]]:
    return {role.id: _demands(role, taxonomy) for role in taxonomy.roles.values()}


def _demands(role: RoleProfile, taxonomy: Taxonomy) -> tuple[_Demand, ...]:
    """The requirements of a role, in the order of the gaps."""
    main = {topic.skill_ids[0] for topic in role.topics if topic.skill_ids}
    # sorting is stable: among equals the role's own order stays
    ranked = sorted(
        role.requirements, key=lambda one: (one.tier == "soft", one.skill_id not in main, TIER_ORDER[one.tier])
    )
    return tuple(_Demand(one, _touched_by(one, taxonomy), _gap(one, {}, taxonomy)) for one in ranked)


def _touched_by(requirement: Requirement, taxonomy: Taxonomy) -> frozenset[str]:
    """The options of a requirement, their parts, and their alternatives."""
    near = (taxonomy.parts.get(option, ()) for option in requirement.options)
    alike = (taxonomy.alternatives.get(option, ()) for option in requirement.options)
    return frozenset(requirement.options).union(*near, *alike)


def _in_topic(gap: Gap, topic: Sequence[Gap], taxonomy: Taxonomy) -> Gap:
    """A gap, corrected by the others of its topic; the main gap is the first of them.

    A student who shows an app with a REST API knows JSON by name. A student who lists both has shown neither.
    """
    main = topic[0]
    name = taxonomy.name(main.skill_id)
    # "Skills: JSON" without an API counts half
    if main.shortfall and gap is not main and gap.held == gap.required == NAMED:
        return replace(gap, held=NAMED / 2, reason=f"{gap.reason} Half of it counts until {name} is shown.")
    # "Built a REST API in Flask" counts as naming JSON
    shown = max(topic, key=lambda one: (one.held >= SHOWN, one is main))
    if gap.held >= NAMED or shown.held < SHOWN or not is_shown(topic):
        return gap
    reason = f"Not shown, but {taxonomy.name(shown.skill_id)} is, of the same topic: it counts as named."
    return replace(gap, held=NAMED, reason=reason, credited_from=shown.skill_id)


def assume_met(report: GapReport, skill_ids: Collection[str]) -> GapReport:
    """The report with the demands on these skills met, and no other change."""
    met = [replace(gap, held=max(gap.held, gap.required)) if gap.skill_id in skill_ids else gap for gap in report.gaps]
    return replace(report, gaps=tuple(met))


@dataclass(frozen=True, slots=True)
class _Credit:
    """The level that counts for a requirement, its reason, and the other skill that it comes from."""

    level: float
    reason: str
    lender: str = ""


def _gap(requirement: Requirement, held: dict[str, HeldSkill], taxonomy: Taxonomy) -> Gap:
    """The gap of a requirement, by its best option, the parts of an option, or half the level of an alternative."""
    options = requirement.options
    # of two options at the same level the first one counts
    best = max((option for option in options if option in held), key=lambda one: held[one].level, default=options[0])
    own = (
        _Credit(held[best].level, held[best].reason) if best in held else _Credit(0, "Nothing in the resume shows it.")
    )
    credit = own
    if own.level < requirement.level:
        others = (
            *(_from_parts(option, held, taxonomy) for option in options if option in taxonomy.parts),
            _from_alternative(requirement, held, taxonomy),
        )
        credit = max(own, *others, key=lambda one: min(one.level, requirement.level))
    return Gap(
        skill_id=best,
        importance=requirement.importance,
        required=requirement.level,
        held=credit.level,
        tier=requirement.tier,
        reason=credit.reason,
        options=options,
        credited_from=credit.lender,
        topic_id=requirement.topic_id,
    )


def _from_parts(option: str, held: dict[str, HeldSkill], taxonomy: Taxonomy) -> _Credit:
    """The level that parts show of a whole: that of the second best part, or half that of the best one."""
    parts = sorted(
        (held[part] for part in taxonomy.parts.get(option, ()) if part in held),
        key=lambda skill: (-skill.level, skill.skill_id),
    )
    if not parts:
        return _Credit(0, "")
    best, shown = parts[0], parts[:PARTS_OF_A_WHOLE]
    half = best.level * ALTERNATIVE_CREDIT
    if len(shown) < PARTS_OF_A_WHOLE or shown[-1].level < half:
        return _Credit(half, f"Shown in part by {taxonomy.name(best.skill_id)}: half its level counts.", best.skill_id)
    names = " and ".join(taxonomy.name(skill.skill_id) for skill in shown)
    return _Credit(shown[-1].level, f"Met by its parts: {names}.")


def _from_alternative(requirement: Requirement, held: dict[str, HeldSkill], taxonomy: Taxonomy) -> _Credit:
    """Half the level of the best alternative: "GitLab CI" counts half for "GitHub Actions"."""
    near = [other for option in requirement.options for other in taxonomy.alternatives.get(option, ()) if other in held]
    if not near:
        return _Credit(0, "")
    other = max(near, key=lambda skill_id: (held[skill_id].level, -near.index(skill_id)))
    level = min(held[other].level, requirement.level) * ALTERNATIVE_CREDIT
    return _Credit(
        level, f"Not shown, but {taxonomy.name(other)} does nearly the same job: half its level counts.", other
    )
