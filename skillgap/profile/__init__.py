"""Turns mentions into a SkillProfile, with a level for the evidence of each skill.

A level grades the evidence, not the person:
1 (named)   named in a list, a course list or a summary, or called basic by the resume itself;
2 (used)    shown in a job, project, lab, club or volunteering, tested by a certification that is held, or listed with
            a year of use or more;
3 (proven)  shown in three entries, in two over a year or more, shown with two years of use stated, or shown and
            certified.

A soft skill is shown by a deed, never by praise. A skill that other trades use too is shown only in a resume that
names some specific IT.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from heapq import heapify, heappop, heappush

from skillgap.model.resume import Document, HeldSkill, Mention, SkillProfile
from skillgap.profile import bare_words, use
from skillgap.taxonomy import Taxonomy

SHOWING = bare_words.SHOWING
TELLING = frozenset({"other", "certifications", "education"})
"""Sections in which a described activity counts as done, but a bare name does not (a workshop, a lab)."""
PROVEN_ENTRIES = 3
"""Jobs and projects that prove a skill; two may describe one task twice."""
PROVEN_MONTHS = 12
"""Months of two entries together from which they prove a skill."""
STATED_USED = 12
"""Stated months from which a listed skill counts as used; an interviewer can ask about a length of use."""
STATED_PROVEN = 24
"""Stated months from which a skill that is also shown counts as proven."""
MAX_INFERRED = 2
"""Highest level of a skill that only another skill implies."""
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
    "skills": "the skills list",
    "summary": "the summary",
    "coursework": "coursework",
}


def build(document: Document, mentions: Iterable[Mention], taxonomy: Taxonomy, *, today: date) -> SkillProfile:
    """The profile of one document; only held mentions earn a level.

    Args:
        document: The document of the mentions.
        mentions: Its mentions.
        taxonomy: Holds which certifications test a skill and which skills imply another.
        today: The day of "present"; a certification dated later is still to come.
    """
    now = today.year * 12 + today.month - 1
    dated = [_counted(_still_to_come(mention, taxonomy, now), now) for mention in mentions]
    technical = bare_words.is_of_it({mention.skill_id for mention in dated if mention.assertion == "held"}, taxonomy)
    lines = bare_words.lines_of_it(dated, taxonomy)
    found = tuple(
        bare_words.mark_bare(mention, document.text, taxonomy, technical=technical or mention.quote in lines)
        for mention in dated
    )
    claims: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.assertion == "held":
            claims[mention.skill_id].append(mention)
    certified = _certified(claims, taxonomy)
    held = {
        skill_id: _held(skill_id, claims.get(skill_id, []), certified.get(skill_id, []), taxonomy, now)
        for skill_id in {*claims, *certified}
    }
    held |= _inferred(held, taxonomy)
    return SkillProfile(document.name, tuple(held[skill_id] for skill_id in sorted(held)), found)


def demonstrates(mention: Mention) -> bool:
    """Whether a mention describes something done with the skill."""
    told = mention.section in SHOWING or (mention.section in TELLING and not mention.listed)
    return told and not mention.bare


def is_shown(held: HeldSkill) -> bool:
    """Whether any evidence of a held skill shows it; a certification shows what it tests."""
    return any(demonstrates(mention) or mention.skill_id != held.skill_id for mention in held.evidence)


def _still_to_come(mention: Mention, taxonomy: Taxonomy, now: int) -> Mention:
    """The mention, marked as expected if it is a certification with a later date."""
    ahead = mention.period is not None and mention.period.start > now
    if not ahead or mention.assertion != "held" or taxonomy.kind(mention.skill_id) != "certification":
        return mention
    return replace(mention, assertion="learning", qualifier="expected")


def _counted(mention: Mention, now: int) -> Mention:
    """The mention, with the months since a stated beginning ("PHP since 2021")."""
    if mention.months or not mention.period or not mention.stated.lower().startswith("since"):
        return mention
    return replace(mention, months=max(0, now + 1 - mention.period.start))


def _certified(claims: dict[str, list[Mention]], taxonomy: Taxonomy) -> dict[str, list[Mention]]:
    """Skill id -> mentions of valid certifications that test it."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for skill_id, mentions in claims.items():
        skill = taxonomy.skills.get(skill_id)
        # "CCNA (expired 2022)" tests nothing today
        valid = [mention for mention in mentions if mention.qualifier != "expired"]
        for tested in skill.related("certifies") if skill and valid else ():
            found[tested] += valid
    return found


def _held(skill_id: str, claims: list[Mention], tests: list[Mention], taxonomy: Taxonomy, now: int) -> HeldSkill:
    """One skill with its level, reason and evidence."""
    found = {(mention.start, mention.skill_id): mention for mention in (*claims, *tests)}
    evidence = tuple(found[place] for place in sorted(found))
    # a job that has not begun shows nothing yet ("Incoming intern, June 2027")
    shown = [
        mention for mention in claims if demonstrates(mention) and not (mention.period and mention.period.start > now)
    ]
    length, last = use.of_periods({mention.period for mention in shown if mention.period}, now)
    if taxonomy.kind(skill_id) == "certification":
        level, reason = _certificate(claims)
    else:
        names = " and ".join(sorted({taxonomy.name(mention.skill_id) for mention in tests}))
        level, reason = _graded(claims, shown, names, length)
        # "Great communicator for 5 years" is praise, whatever its length
        if level > 1 and not shown and not names and all(mention.bare for mention in claims):
            level = 1
        reason += _why_bare(claims, taxonomy) if level == 1 else ""
        reason += use.in_words(length, last)
    return HeldSkill(skill_id, level, f"{reason}.", evidence, (), length, last)


def _why_bare(claims: list[Mention], taxonomy: Taxonomy) -> str:
    """Why claims in a job or project do not count as shown; empty if there are none."""
    told = [mention for mention in claims if mention.bare and mention.section in SHOWING]
    if not told:
        return ""
    if taxonomy.skills[told[0].skill_id].kind != "soft":
        return "; other trades use it too, and the resume names hardly any specific IT"
    return "; the line says it without telling what was done"


def _certificate(claims: list[Mention]) -> tuple[int, str]:
    """The level of a certification and its reason."""
    # "CCNA (expired 2022)"
    if all(mention.qualifier == "expired" for mention in claims):
        return 1, "A certification that the resume says has expired"
    return 3, "A certification that the resume says is held"


def _graded(claims: list[Mention], shown: list[Mention], names: str, length: int) -> tuple[int, str]:
    """The level of a skill and its reason; ``names`` are the certifications that test it."""
    firm = [mention for mention in shown if not mention.qualifier]
    entries = len({mention.block for mention in firm})
    stated = max(claims, key=lambda mention: mention.months, default=None)
    used = stated.months if stated else 0
    said = f"; the resume states use {_length(stated.stated)}" if stated and stated.stated else ""
    # a project and an exam are two independent kinds of evidence
    if names and firm:
        return 3, f"Shown in {_places(firm)} and tested by {names}{said}"
    if entries >= PROVEN_ENTRIES or (entries > 1 and length >= PROVEN_MONTHS):
        return 3, f"Shown in {entries} separate entries: {_places(firm)}{said}"
    if firm:
        return 3 if used >= STATED_PROVEN else 2, f"Shown in {_places(firm)}{said}"
    if names:
        return 2, f"Tested by {names}, not shown in a job or project{said}"
    # "Java (basic)" stays at 1, however long the list says it was used
    if claims and all(mention.qualifier for mention in claims):
        return 1, f"Named in {_places(claims)}, and called basic by the resume itself"
    level = 2 if used >= STATED_USED else 1
    return level, f"Named in {_places(claims)}, not shown in a job or project{said}"


def _length(words: str) -> str:
    """The words for a length of use: "for 2 years", "since 2021"."""
    return words if words.lower().startswith("since") else f"for {words}"


def _places(mentions: list[Mention]) -> str:
    """The sections of some mentions in words."""
    return " and ".join(dict.fromkeys(SECTION_NAMES.get(mention.section, mention.section) for mention in mentions))


def _inferred(held: dict[str, HeldSkill], taxonomy: Taxonomy) -> dict[str, HeldSkill]:
    """Skills that held skills imply, at their best level but at most at ``MAX_INFERRED``.

    "Cleaned survey data with pandas" shows Python in that project. Years of pandas do not make a Python expert.
    """
    found: dict[str, HeldSkill] = {}
    frontier = [(-skill.level, skill_id) for skill_id, skill in held.items()]
    heapify(frontier)
    while frontier:
        level, skill_id = heappop(frontier)
        skill = taxonomy.skills.get(skill_id)
        reached = min(MAX_INFERRED, -level)
        for implied in skill.implies if skill else ():
            before = found.get(implied) or held.get(implied)
            if before is None or before.level < reached:
                found[implied] = _raised(implied, before, reached, skill_id, taxonomy)
                heappush(frontier, (-reached, implied))
    return found


def _raised(implied: str, before: HeldSkill | None, level: int, skill_id: str, taxonomy: Taxonomy) -> HeldSkill:
    """A skill at the level that another skill implies; its own mentions stay its evidence."""
    name = taxonomy.name(skill_id)
    if before is None or not before.evidence:
        return HeldSkill(implied, level, f"Not named, but {name} cannot be had without it.", (), (skill_id,))
    reason = f"{before.reason.rstrip('.')}, but {name} is shown and cannot be had without it."
    return replace(before, level=level, reason=reason, inferred_from=(skill_id,))
