"""Advice on the certificates of a role: fee, least hours, and the part that the plan covers. They are never steps."""

from collections.abc import Sequence

from skillgap.model.assessment import CertificateAdvice
from skillgap.model.learning import Certificate
from skillgap.model.plan import LearningPlan
from skillgap.model.resume import SkillProfile
from skillgap.taxonomy import Taxonomy


def certificate_advice(plan: LearningPlan, profile: SkillProfile, taxonomy: Taxonomy) -> tuple[CertificateAdvice, ...]:
    """Advice on each certificate of the role, in the role's order."""
    planned = {skill_id for step in plan.steps for skill_id in step.skill_ids}
    return tuple(
        _advice(taxonomy.certificates[skill_id], profile, planned, taxonomy)
        for skill_id in plan.role.certificates
        if skill_id in taxonomy.certificates
    )


def _advice(
    certificate: Certificate, profile: SkillProfile, planned: set[str], taxonomy: Taxonomy
) -> CertificateAdvice:
    tested: Sequence[str] = taxonomy.skills[certificate.skill_id].related("certifies")
    covered = sum(skill_id in planned or profile.level(skill_id) > 1 for skill_id in tested)
    return CertificateAdvice(
        skill_id=certificate.skill_id,
        held=profile.level(certificate.skill_id) > 1,
        fee=certificate.fee,
        hours=certificate.hours,
        covered=covered / len(tested) if tested else 0.0,
        advice=certificate.advice,
    )
