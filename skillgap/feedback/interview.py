"""Interview questions about the lines of the resume, the strongest claims first."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from skillgap.feedback.annotated import Line, ReviewedResume
from skillgap.lexicon import own
from skillgap.model.feedback import Ground, Prompt
from skillgap.model.resume import HeldSkill, Mention

MAX_PROMPTS = 10
"""Upper limit for the questions: about half an hour of practice."""
OLD_MONTHS = 24
"""A skill whose last use is at least this many months ago counts as old; our judgement."""
TEAM = own().interview.pattern("signs.team")
CHANGED = own().interview.pattern("signs.changed")
CHOSEN = frozenset({"language", "framework", "database", "cloud", "os", "tool", "security"})
"""Kinds of skill that a project chooses among alternatives, so that "why this one?" is a fair question."""
QUESTIONS = {
    cast(Ground, ground): tuple(texts.values()) for ground, texts in own().interview.records["grounds"].items()
}
"""Ground -> its questions in display order. Each is used once: ten equal questions prepare for only one."""


def prompts(draft: ReviewedResume) -> tuple[Prompt, ...]:
    """Choose the questions: at most one for each line and one for each skill, important skills first."""
    ranked = sorted(
        (held for held in draft.reading.profile.skills if held.evidence and not held.by_user),
        key=lambda held: (-draft.wanted.get(held.skill_id, 0) * held.level, -held.level, held.skill_id),
    )
    lines: set[int] = set()
    asked: set[str] = set()
    grounds: dict[Ground, list[Prompt]] = {}
    for held in ranked:
        claims = (one for one in _claims(draft, held) if one.start not in lines and one.skill_id not in asked)
        claim = next(claims, None)
        if claim and len(grounds.get(claim.ground, ())) < len(QUESTIONS[claim.ground]):
            alike = grounds.setdefault(claim.ground, [])
            text = QUESTIONS[claim.ground][len(alike)].format(skill=draft.taxonomy.name(claim.skill_id))
            alike.append(replace(claim, text=text))
            lines.add(claim.start)
            asked.add(claim.skill_id)
    found = [claim for ground in QUESTIONS for claim in grounds.get(ground, ())]
    return tuple(found[:MAX_PROMPTS])


def _claims(draft: ReviewedResume, held: HeldSkill) -> Iterator[Prompt]:
    """Yield each line that claims a skill, with its ground and an empty question; lines that show it come first."""
    shown = draft.shown.get(held.skill_id, ())
    for mention in sorted(held.evidence, key=lambda one: (one not in shown, one.start)):
        line = next((one for one in draft.lines if one.start <= mention.start < one.end and not one.heading), None)
        described = line and (line.is_bullet or not mention.listed)
        if line and (described or mention not in shown or mention.skill_id != held.skill_id):
            ground = _ground(draft, held, mention, line, shown=mention in shown)
            asked = mention.skill_id if ground in {"certified", "old"} else held.skill_id
            yield Prompt(asked, ground, "", line.start, line.end)


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
    # "for 40 users" alone is a size, not an achievement; "cut the boot time by 30 %" invites "how do you know?".
    changed = "%" in line.text or CHANGED.search(line.text)
    if line.is_bullet and changed and draft.words.has_figure(line.text):
        return "figure"
    if TEAM.search(line.text):
        return "team"
    return "project" if mention.section == "projects" and own and own.kind in CHOSEN else "job"
