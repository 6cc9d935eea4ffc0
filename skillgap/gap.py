"""A SkillProfile held against a RoleProfile: one Gap a requirement, met or open."""

from collections.abc import Collection
from dataclasses import replace

from skillgap.model.assessment import ALTERNATIVE_CREDIT, Gap, GapReport
from skillgap.model.resume import HeldSkill, SkillProfile
from skillgap.model.taxonomy import Requirement, RoleProfile
from skillgap.taxonomy import Taxonomy


def compare(profile: SkillProfile, role: RoleProfile, taxonomy: Taxonomy) -> GapReport:
    """The gaps of ``profile`` for ``role``, sorted by priority, then importance, then skill id."""
    held = {skill.skill_id: skill for skill in profile.skills}
    gaps = [_gap(requirement, held, taxonomy) for requirement in role.requirements]
    return GapReport(role, tuple(sorted(gaps, key=lambda gap: (-gap.priority, -gap.importance, gap.skill_id))))


def assume_met(report: GapReport, skill_ids: Collection[str]) -> GapReport:
    """The report as it would be with the demands on these skills met, everything else unchanged."""
    met = [replace(gap, held=max(gap.held, gap.required)) if gap.skill_id in skill_ids else gap for gap in report.gaps]
    return replace(report, gaps=tuple(met))


def rank_roles(profile: SkillProfile, taxonomy: Taxonomy) -> tuple[GapReport, ...]:
    """Every role's report, highest coverage first, then by id."""
    reports = (compare(profile, role, taxonomy) for role in taxonomy.roles.values())
    return tuple(sorted(reports, key=lambda report: (-report.coverage, report.role.id)))


def _gap(requirement: Requirement, held: dict[str, HeldSkill], taxonomy: Taxonomy) -> Gap:
    """The requirement beside its best-held option, or half the level of a skill that does nearly the same job."""
    options = requirement.options
    best = max(
        options, key=lambda skill_id: (held[skill_id].level if skill_id in held else 0, -options.index(skill_id))
    )
    level: float = held[best].level if best in held else 0
    reason = held[best].reason if best in held else "Nothing in the resume shows it."
    credited = ""
    near = [other for option in options for other in taxonomy.alternatives.get(option, ()) if other in held]
    if near:
        other = max(near, key=lambda skill_id: (held[skill_id].level, -near.index(skill_id)))
        credit = min(held[other].level, requirement.level) * ALTERNATIVE_CREDIT
        if credit > level:
            level, credited = credit, other
            reason = f"Not shown, but {taxonomy.name(other)} does nearly the same job: half its level counts."
    return Gap(
        skill_id=best,
        importance=requirement.importance,
        required=requirement.level,
        held=level,
        tier=requirement.tier,
        reason=reason,
        options=options,
        credited_from=credited,
    )
