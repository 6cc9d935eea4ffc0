"""What an interview may ask about the resume's own lines, the strongest claims first."""

import re
from collections.abc import Iterator

from skillgap.feedback.annotated import Line, ReviewedResume
from skillgap.model.feedback import Ground, Prompt
from skillgap.model.resume import HeldSkill, Mention

MAX_PROMPTS = 10
OF_A_GROUND = 3
"""Questions on one ground: ten of a kind prepare for one question."""
OLD_MONTHS = 24
"""Months since its last use from which a skill is asked for as an old one."""
_TEAM = re.compile(
    r"\b(?:in a team|team of|our team|team-?mates?|with (?:my|a) mentor|crew of|group of|together with)\b", re.I
)
_CHANGED = re.compile(
    r"%|\b(?:cut (?!over)|reduced|saved|increased|improved|halved|doubled|faster|fewer)", re.IGNORECASE
)
CHOSEN = frozenset({"language", "framework", "database", "cloud", "os", "tool", "security"})
"""Kinds of skill that somebody chooses among others."""
TEXTS: dict[Ground, str] = {
    "figure": "Be ready to say how you know the figure, what it was before, and what you did to change it.",
    "team": "Be ready to say which part was yours, who did the rest, and what you would do alone today.",
    "project": "Be ready to explain how you used {skill} and why that way, what went wrong, and what you would change.",
    "job": "Be ready to walk through one time you did this: what was asked, what you did, what came of it.",
    "course": "Be ready to say what you did with {skill} in this course, and what was hard about it.",
    "certified": "Be ready for a question from the syllabus, and for one time you used what you learned for it.",
    "stated": "Be ready to say what you did with {skill} in that time, and to solve a small task with it.",
    "old": "It was some time ago. Be ready to say what you remember of {skill}, and how you would get back into it.",
    "listed": "No line shows {skill} in use. Be ready to say where you used it and how far you got, in your own words.",
    "story": "Be ready with one true story that shows {skill}: what happened, what you did, how it ended.",
}
"""Ground -> what to be ready for."""
ORDER: tuple[Ground, ...] = (
    "figure",
    "project",
    "job",
    "team",
    "course",
    "certified",
    "stated",
    "old",
    "listed",
    "story",
)


def prompts(draft: ReviewedResume) -> tuple[Prompt, ...]:
    """The questions on each claim that matters, one a line and one a skill."""
    ranked = sorted(
        (held for held in draft.reading.profile.skills if held.evidence and not held.by_user),
        key=lambda held: (-draft.wanted.get(held.skill_id, 0) * held.level, -held.level, held.skill_id),
    )
    lines: set[int] = set()
    grounds: dict[Ground, list[Prompt]] = {}
    for held in ranked:
        claim = next((one for one in _claims(draft, held) if one.start not in lines), None)
        if claim and len(grounds.get(claim.ground, ())) < OF_A_GROUND:
            grounds.setdefault(claim.ground, []).append(claim)
            lines.add(claim.start)
    found = [claim for ground in ORDER for claim in grounds.get(ground, ())]
    return tuple(found[:MAX_PROMPTS])


def _claims(draft: ReviewedResume, held: HeldSkill) -> Iterator[Prompt]:
    """Each line that claims a skill, shown ones before listed ones, with what may be asked about it."""
    shown = draft.shown.get(held.skill_id, ())
    for mention in sorted(held.evidence, key=lambda one: (one not in shown, one.start)):
        line = next((one for one in draft.lines if one.start <= mention.start < one.end and not one.heading), None)
        told = line and (line.tells or not mention.listed)
        if line and (told or mention not in shown or mention.skill_id != held.skill_id):
            ground = _ground(draft, held, mention, line, shown=mention in shown)
            asked = mention.skill_id if ground in {"certified", "old"} else held.skill_id
            text = TEXTS[ground].format(skill=draft.taxonomy.name(asked))
            yield Prompt(asked, ground, text, line.start, line.end)


def _ground(draft: ReviewedResume, held: HeldSkill, mention: Mention, line: Line, *, shown: bool) -> Ground:
    skill, own = (draft.taxonomy.skills.get(skill_id) for skill_id in (mention.skill_id, held.skill_id))
    if skill and skill.kind == "certification":
        return "old" if mention.qualifier == "expired" else "certified"
    if not shown:
        return "stated" if mention.stated else "story" if own and own.kind == "soft" else "listed"
    if mention.section in {"education", "coursework"}:
        return "story" if own and own.kind == "soft" else "course"
    period = mention.period
    if period and period.end is not None and period.end + OLD_MONTHS <= draft.now and held.last != "now":
        return "old"
    if line.tells and _CHANGED.search(line.text) and draft.words.counts(line.text):
        return "figure"
    if _TEAM.search(line.text):
        return "team"
    return "project" if mention.section == "projects" and own and own.kind in CHOSEN else "job"
