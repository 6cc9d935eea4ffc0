"""Feedback on the resume itself: findings with line and rule, questions about listed skills, interview questions.

Nothing is scored and nothing is invented. A finding quotes its line. If a line may show a skill that is only listed,
the student is asked.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from itertools import chain

from skillgap.feedback import (
    bullet_rules,
    detail_rules,
    document_rules,
    evidence_questions,
    exclusions,
    interview,
    strengths,
)
from skillgap.feedback.annotated import ReviewedResume, lines
from skillgap.feedback.lexicon import words
from skillgap.feedback.rules import ORDER
from skillgap.model.feedback import Feedback, Finding
from skillgap.model.resume import Mention, ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.taxonomy import Taxonomy

MAX_SHOWN = 3
"""Findings shown for one rule; after three examples a writer finds the others."""
FIRST = 7
"""Rules shown before the rest is folded: about what a student can fix in one evening."""


def build(
    reading: ResumeReading,
    taxonomy: Taxonomy,
    *,
    shown: Mapping[str, Collection[Mention]],
    today: date,
    role: RoleProfile | None = None,
) -> Feedback:
    """Build the feedback on one resume.

    Args:
        reading: The resume as it was read.
        taxonomy: Names and relations of skills, and the lexicon.
        shown: Id of a held skill -> the mentions that show it in use.
        today: Date that "present" refers to.
        role: The target role; its skills come first.
    """
    lexicon = words(taxonomy)
    now = today.year * 12 + today.month - 1
    draft = ReviewedResume(reading, lines(reading, lexicon), lexicon, taxonomy, shown, _wanted(taxonomy, role), now)
    places: dict[str, list[Finding]] = defaultdict(list)
    found = chain(document_rules.findings(draft), bullet_rules.findings(draft), detail_rules.findings(draft))
    for point in exclusions.consistent(draft, found):
        places[point.rule.id].append(point)
    order = sorted(places, key=lambda rule_id: ORDER[rule_id])
    unshown = document_rules.listed(draft)
    return Feedback(
        good=tuple(strengths.strengths(draft, places)),
        points=tuple(point for rule_id in order for point in places[rule_id][:MAX_SHOWN]),
        more=tuple(
            (rule_id, len(places[rule_id]) - MAX_SHOWN) for rule_id in order if len(places[rule_id]) > MAX_SHOWN
        ),
        unshown=tuple(unshown),
        questions=evidence_questions.questions(draft, unshown),
        prompts=interview.prompts(draft),
    )


def _wanted(taxonomy: Taxonomy, role: RoleProfile | None) -> dict[str, int]:
    """Skill id -> importance in the role; without a role, number of roles that require it."""
    wanted: dict[str, int] = defaultdict(int)
    for one in (role,) if role else taxonomy.roles.values():
        for requirement in one.requirements:
            for option in requirement.options:
                wanted[option] += requirement.importance if role else 1
    return dict(wanted)
