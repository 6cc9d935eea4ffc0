"""Which of the writer's own lines may show a skill that is only listed: asked, never claimed."""

from collections import Counter
from collections.abc import Collection

from skillgap.feedback.annotated import ReviewedResume
from skillgap.model.feedback import Question
from skillgap.taxonomy.closeness import CLOSE, closeness

MAX_QUESTIONS = 8
"""Questions at once: what a student answers in one sitting."""
ASKED_OF_A_LINE = 2
"""Questions about one line."""


def questions(draft: ReviewedResume, unshown: Collection[str]) -> tuple[Question, ...]:
    """For each listed skill the line that is closest to it, where one is close enough."""
    active = [line for line in draft.lines if line.part.kind == "activities" and not (line.heading or line.labelled)]
    told = [line for line in draft.lines if line.tells] + active
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
