"""Questions about lines that may show a skill that is only listed. The student answers; nothing is claimed."""

from collections import Counter
from collections.abc import Collection

from skillgap.feedback.annotated import ReviewedResume
from skillgap.model.feedback import Question
from skillgap.taxonomy.closeness import CLOSE, closeness

MAX_QUESTIONS = 8
"""Upper limit for the questions of one resume: about what a student answers in one sitting."""
ASKED_OF_A_LINE = 2
"""Upper limit for the questions about one line."""


def questions(draft: ReviewedResume, unshown: Collection[str]) -> tuple[Question, ...]:
    """For each listed skill, ask about its closest line if the closeness reaches ``CLOSE``.

    Args:
        draft: The resume.
        unshown: Ids of skills that are only listed, most important first.
    """
    active = [line for line in draft.lines if line.part.kind == "activities" and not (line.heading or line.labelled)]
    told = [line for line in draft.lines if line.is_bullet] + active
    named = {line.start: {one.skill_id for one in line.mentions if one.assertion == "held"} for line in told}
    asked: Counter[int] = Counter()
    found: list[Question] = []
    for skill_id in unshown:
        skill = draft.taxonomy.skills[skill_id]
        near = [
            (closeness(skill, line.text, named[line.start], draft.taxonomy), line)
            for line in told
            if asked[line.start] < ASKED_OF_A_LINE
        ]
        best = max(near, key=lambda one: (one[0].closeness, -one[1].start), default=None)
        if best and best[0].closeness >= CLOSE and len(found) < MAX_QUESTIONS:
            asked[best[1].start] += 1
            found.append(Question(skill_id, best[1].start, best[1].end, best[0].reason))
    return tuple(found)
