"""Mentions into a SkillProfile: what each skill's evidence amounts to, level by level.

A level grades the evidence, not the person:
1 (exposure)  named in a list, a course list or a summary;
2 (working)   shown in a job, project, lab, club or volunteering, or tested by a certification that is held;
3 (strong)    shown in several entries, or shown and certified.
"""

from collections import defaultdict
from collections.abc import Iterable

from skillgap.model import Document, HeldSkill, Mention, SkillProfile
from skillgap.taxonomy import Taxonomy

SHOWING = frozenset({"experience", "internships", "projects", "volunteering", "activities"})
"""Sections in which a mention stands for something done."""
TELLING = frozenset({"other", "certifications", "education"})
"""Sections in which a described activity, not a bare name, stands for something done (a workshop, a lab)."""
STRONG_ENTRIES = 3
"""Jobs and projects that show a skill before it counts as strong: two may be one task told twice."""
SECTION_NAMES = {
    "experience": "work experience",
    "internships": "an internship",
    "projects": "a project",
    "volunteering": "volunteering",
    "activities": "activities",
    "certifications": "certifications",
    "education": "education",
    "other": "a described activity",
    "top": "the opening lines",
}


def build(document: Document, mentions: Iterable[Mention], taxonomy: Taxonomy) -> SkillProfile:
    """The profile of one document; learning, wanted and negated mentions earn no level."""
    found = tuple(mentions)
    claims: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.assertion == "held":
            claims[mention.skill_id].append(mention)
    certified = _certified(claims, taxonomy)
    held = {
        skill_id: _held(skill_id, claims.get(skill_id, []), certified.get(skill_id, []), taxonomy)
        for skill_id in {*claims, *certified}
    }
    held |= _inferred(held, taxonomy)
    return SkillProfile(document.name, tuple(held[skill_id] for skill_id in sorted(held)), found)


def shows(mention: Mention) -> bool:
    """Whether a mention tells of something done with the skill rather than naming it."""
    return mention.section in SHOWING or (mention.section in TELLING and not mention.listed)


def _certified(claims: dict[str, list[Mention]], taxonomy: Taxonomy) -> dict[str, list[Mention]]:
    """Skill id -> mentions of held certifications that test it."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for skill_id, mentions in claims.items():
        skill = taxonomy.skills.get(skill_id)
        for tested in skill.related("certifies") if skill else ():
            found[tested] += mentions
    return found


def _held(skill_id: str, claims: list[Mention], tests: list[Mention], taxonomy: Taxonomy) -> HeldSkill:
    skill = taxonomy.skills.get(skill_id)
    evidence = tuple(sorted({*claims, *tests}, key=lambda mention: (mention.start, mention.skill_id)))
    shown = [mention for mention in claims if shows(mention)]
    entries = len({mention.block for mention in shown})
    if skill and skill.kind == "certification":
        return HeldSkill(skill_id, 3, "A certification that the resume says is held.", evidence)
    names = " and ".join(sorted({taxonomy.name(mention.skill_id) for mention in tests}))
    if tests and shown:
        return HeldSkill(skill_id, 3, f"Shown in {_places(shown)} and tested by {names}.", evidence)
    if entries >= STRONG_ENTRIES:
        return HeldSkill(skill_id, 3, f"Shown in {entries} separate entries: {_places(shown)}.", evidence)
    if shown:
        return HeldSkill(skill_id, 2, f"Shown in {_places(shown)}.", evidence)
    if tests:
        return HeldSkill(skill_id, 2, f"Tested by {names}, not shown in a job or project.", evidence)
    return HeldSkill(skill_id, 1, f"Named in {_listings(claims)}, not shown in a job or project.", evidence)


def _places(mentions: list[Mention]) -> str:
    return " and ".join(dict.fromkeys(SECTION_NAMES.get(mention.section, mention.section) for mention in mentions))


def _listings(mentions: list[Mention]) -> str:
    names = {
        "skills": "the skills list",
        "summary": "the summary",
        "coursework": "coursework",
        "top": "the opening lines",
    }
    return " and ".join(dict.fromkeys(names.get(mention.section, mention.section) for mention in mentions))


def _inferred(held: dict[str, HeldSkill], taxonomy: Taxonomy) -> dict[str, HeldSkill]:
    """Skills that come with held ones by definition, one level below the best of them but at least 1."""
    found: dict[str, HeldSkill] = {}
    frontier = [(skill.level, skill_id) for skill_id, skill in held.items()]
    while frontier:
        level, skill_id = max(frontier, key=lambda item: (item[0], item[1]))
        frontier.remove((level, skill_id))
        skill = taxonomy.skills.get(skill_id)
        for implied in skill.implies if skill else ():
            if implied not in held and implied not in found:
                below = max(1, level - 1)
                reason = f"Not named, but {taxonomy.name(skill_id)} cannot be had without it."
                found[implied] = HeldSkill(implied, below, reason, (), (skill_id,))
                frontier.append((below, implied))
    return found
