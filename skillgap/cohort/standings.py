"""Compare students with roles: the state of each demand in each resume. No plans are made here."""

from collections.abc import Iterable

from skillgap import gap, profile, role_ranking
from skillgap.model.cohort import Cell, Standing, Student, TargetSource, demand_key
from skillgap.model.gaps import Gap, GapReport
from skillgap.model.resume import HeldSkill, ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.tables import gaps as gap_tables
from skillgap.taxonomy import Taxonomy

LEARNING = frozenset({"learning", "expected"})
"""Claims that mean "being learned"; a certification with a date in the future is "expected"."""


def standing(student: Student, taxonomy: Taxonomy, role: RoleProfile | None = None) -> Standing | None:
    """Compare a student with ``role``, else with the student's target, else with the nearest role.

    Args:
        student: The student.
        taxonomy: Roles and skills.
        role: One role for all students, or ``None``.

    Returns:
        The standing; ``None`` for a student without a resume.
    """
    if student.reading is None:
        return None
    source: TargetSource = "one for all"
    if role is None:
        role, source = _own_role(student, student.reading, taxonomy)
    report = gap.compare(student.reading.profile, role, taxonomy)
    return Standing(student, report, source, cells(report, student.reading))


def standings(students: Iterable[Student], taxonomy: Taxonomy, role: RoleProfile | None = None) -> tuple[Standing, ...]:
    """Standings of all students with a resume, in their order."""
    found = (standing(student, taxonomy, role) for student in students)
    return tuple(one for one in found if one is not None)


def _own_role(student: Student, reading: ResumeReading, taxonomy: Taxonomy) -> tuple[RoleProfile, TargetSource]:
    if student.target in taxonomy.roles:
        return taxonomy.roles[student.target], student.target_source
    if student.nearest in taxonomy.roles:
        return taxonomy.roles[student.nearest], "nearest"
    return role_ranking.rank_roles(reading, taxonomy)[0].role, "nearest"


def cells(report: GapReport, reading: ResumeReading) -> dict[str, Cell]:
    """Key of each demand -> its state in the resume."""
    held = {skill.skill_id: skill for skill in reading.profile.skills}
    learned = {mention.skill_id for mention in reading.mentions if mention.claim in LEARNING}
    return {demand_key(one): _cell(one, held.get(one.skill_id), learned) for one in report.gaps}


def _cell(demand: Gap, held: HeldSkill | None, learned: set[str]) -> Cell:
    # A skill shown at level 1 where level 2 is required counts as shown: it lacks depth, not evidence.
    if not demand.shortfall or (held is not None and profile.is_shown(held)):
        return "shown"
    if gap_tables.is_named_only(demand, held):
        return "named"
    return "learning" if learned & {demand.skill_id, *demand.options} else "none"
