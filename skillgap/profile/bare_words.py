"""Marks mentions that are mere words: praise without a deed, and skills that other trades use too.

"Great team player" is bare, "Coached the team through two releases" is not. "Inventory" shows a skill of IT only in a
resume that also names some specific IT.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache

from skillgap.lexicon import own, verbs
from skillgap.model.resume import Mention
from skillgap.taxonomy import Taxonomy

SPECIFIC_KINDS = frozenset({"language", "framework", "database", "cloud", "os", "network", "security", "tool"})
"""Kinds of skills that hardly any other trade names."""
UNSPECIFIC_CATEGORIES = frozenset({"enterprise", "office-tools", "soft-skills"})
"""Families of programs that other trades work with: books, wages, stock, letters."""
MIN_SPECIFIC = 3
"""Specific IT skills from which a resume shows the skills that other trades use too: one or two may be chance."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def is_of_it(skill_ids: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether skills are those of somebody in IT: some are specific to it."""
    skills = (taxonomy.skills[skill_id] for skill_id in skill_ids if skill_id in taxonomy.skills)
    specific = [
        skill
        for skill in skills
        if skill.kind in SPECIFIC_KINDS
        and not skill.shared
        and skill.category not in UNSPECIFIC_CATEGORIES
        # "networking" is also meeting people
        and not skill.any_trade
    ]
    return len(specific) >= MIN_SPECIFIC


def mark_bare(mention: Mention, text: str, taxonomy: Taxonomy, *, technical: bool) -> Mention:
    """The mention, marked where it is a mere word in place of a deed."""
    skill = taxonomy.skills.get(mention.skill_id)
    if skill is None or mention.assertion != "held":
        return mention
    praise = skill.kind == "soft" and not _is_deed(mention, text)
    return replace(mention, bare=True) if praise or (skill.shared and not technical) else mention


def _is_deed(mention: Mention, text: str) -> bool:
    """Whether the line of a soft skill tells what was done: a verb in the past or in -ing, or one that opens it."""
    start, end = mention.quote
    words = _WORD.findall(text[start:end].lower())
    bases, done = _verbs()
    if not words or own().postings.word_set("praise") & set(words):
        return False
    # "handled complaints" is a deed by its own words
    surface = mention.surface.lower().split()
    if len(surface) > 1 and surface[0].endswith(("ed", "ing")):
        return True
    told = any(word in done for word in words[:-1]) or (words[0] in bases and len(words) > 2)
    # "proven ability to mentor" praises, whatever its verb
    return told and "ability" not in words


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """The verbs of resumes as they stand, and their past and -ing forms."""
    known = own().feedback_words
    bases, irregular = known.word_set("verbs"), known.texts["irregular"]
    return bases, frozenset({verbs.ing(one) for one in bases} | {irregular.get(one, verbs.past(one)) for one in bases})
