"""Marks bare mentions: praise without a deed, and skills that other trades use too.

"Great team player" is bare, "Coached the team through two releases" is not. "Inventory" shows a skill of IT only in a
resume that also names some specific IT.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

from skillgap.lexicon import ordinary_words, own, verbs
from skillgap.model.resume import Mention
from skillgap.model.taxonomy import Skill
from skillgap.taxonomy import Taxonomy

SPECIFIC_KINDS = frozenset({"language", "framework", "database", "cloud", "os", "network", "security", "tool"})
"""Kinds of skills that hardly any other trade names."""
BUILT_WITH = frozenset({"language", "framework", "database", "cloud"})
"""Kinds that show on a line of their own that it is about IT; a tool may be one of drawing or of the trade."""
MIN_SPECIFIC = 3
"""Specific IT skills from which a resume shows the skills that other trades use too: one or two may be chance."""
MIN_WITH_METHODS, MIN_OF_BOTH = 2, 5
"""Fewest specific IT skills beside methods of IT, and fewest of both together, in a resume of IT."""
AREAS = frozenset({"network", "security"})
"""Kinds whose single words are everyday words too ("routing")."""
MAX_ABBREVIATION = 5
"""Letters of the longest abbreviation that other trades are likely to use in a sense of their own."""
MIN_SHARE = 0.15
"""Share of specific IT in what such a resume names: in a long one of another trade, three may be chance."""
MIN_SHARE_OF_BOTH = 0.4
"""Share of both together: managers of other trades name test plans and requirements beside much else."""
SHOWING = frozenset({"experience", "internships", "projects", "volunteering", "activities"})
"""Sections in which a mention stands for something done."""
MAX_TITLE = 8
"""Words of the longest line that is the title of a job or office."""
SMALL_WORDS = own().disambiguation.word_set("title_small_words")
"""Words of a title that need no capital."""
PERSON_ENDINGS, OFFICES = own().evidence.words["person_endings"], own().evidence.word_set("offices")
"""Endings of words for persons by what they do, and titles of somebody in office."""
BOASTS = own().evidence.word_set("boasts")
"""Words that make praise of a line with a verb."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def is_of_it(skill_ids: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether skills are those of somebody in IT: an IT certification, or some that are specific, not by chance."""
    found = [taxonomy.skills[skill_id] for skill_id in skill_ids if skill_id in taxonomy.skills]
    tested = {skill_id for skill in found for skill_id in skill.related("certifies")} & taxonomy.skills.keys()
    if any(_is_program(taxonomy.skills[skill_id]) for skill_id in tested):
        return True
    named = [skill for skill in found if skill.kind not in {"soft", "certification"}]
    specific = sum(map(_is_specific, named))
    # a project coordinator names Jira and Confluence, and Scrum, Kanban and software estimation
    methods = sum(_is_method_of_it(skill, taxonomy) for skill in named)
    if specific >= MIN_WITH_METHODS and specific + methods >= max(MIN_OF_BOTH, MIN_SHARE_OF_BOTH * len(named)):
        return True
    return specific >= max(MIN_SPECIFIC, MIN_SHARE * len(named))


def _is_method_of_it(skill: Skill, taxonomy: Taxonomy) -> bool:
    """Whether a skill is of a category that belongs to IT alone ("recursion")."""
    category = taxonomy.categories.get(skill.category)
    return category is not None and category.of_it and not skill.shared and not skill.any_trade


def _is_program(skill: Skill) -> bool:
    """Whether a skill is a language, program or the like, and none that every trade uses."""
    return skill.kind in SPECIFIC_KINDS and not skill.shared


def _is_specific(skill: Skill) -> bool:
    """Whether hardly any other trade names a skill: a program, but none for books, wages, stock or letters."""
    # "networking" is also meeting people
    return _is_program(skill) and not skill.any_trade


def lines_of_it(mentions: Iterable[Mention], taxonomy: Taxonomy) -> frozenset[tuple[int, int]]:
    """The lines of deeds that name specific IT: "Built a REST API in Flask" shows the API in any resume."""
    return frozenset(
        mention.quote
        for mention in mentions
        if mention.assertion == "held"
        and mention.section in SHOWING
        and mention.skill_id in taxonomy.skills
        and taxonomy.skills[mention.skill_id].kind in BUILT_WITH
        and _is_specific(taxonomy.skills[mention.skill_id])
    )


def mark_bare(mention: Mention, text: str, taxonomy: Taxonomy, *, technical: bool) -> Mention:
    """The mention, marked as bare if it shows no deed or no skill of IT."""
    skill = taxonomy.skills.get(mention.skill_id)
    if skill is None or mention.assertion != "held":
        return mention
    praise = skill.kind == "soft" and not (_is_deed(mention, text) or _is_office(mention, text))
    doubtful = not _is_specific(skill) or _is_chance(mention, skill)
    unspecific = skill.kind not in {"soft", "certification"} and doubtful
    return replace(mention, bare=True) if praise or (unspecific and not technical) else mention


def _is_chance(mention: Mention, skill: Skill) -> bool:
    """Whether a name of specific IT may mean something else: a short abbreviation, or words of everyday English."""
    if skill.kind in BUILT_WITH:
        return False
    letters = mention.surface.removesuffix("s")
    # "Coached 2013 NAC Rookie of the Year", "hosted VIPs"
    if letters.isupper() and letters.isalpha() and len(letters) <= MAX_ABBREVIATION:
        return True
    # "grew from zero clients to 47", "sorted out routing issues"; but "docker" is a program's name
    words = _WORD.findall(mention.surface)
    everyday = mention.surface.islower() and all(map(ordinary_words.is_ordinary, words))
    return everyday and (len(words) > 1 or skill.kind in AREAS)


def _is_deed(mention: Mention, text: str) -> bool:
    """Whether the line of a soft skill describes a deed, by a verb in the past or in -ing, or one that opens it."""
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
    # "proven ability to mentor" is praise, although it has a verb
    return told and BOASTS.isdisjoint(words)


def _is_office(mention: Mention, text: str) -> bool:
    """Whether a soft skill is the title of a job or office that was held ("Lab Assistant", "Class Representative")."""
    line = text[mention.quote[0] : mention.quote[1]].split()
    titled = bool(line) and all(word[0].isupper() or not word[0].isalpha() or word in SMALL_WORDS for word in line)
    person = mention.surface.split()[-1].lower()
    return (
        titled
        and len(line) <= MAX_TITLE
        and mention.section in SHOWING
        and (person.endswith(PERSON_ENDINGS) or person in OFFICES)
    )


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """The base forms of resume verbs, and their past and -ing forms."""
    known = own().feedback_words
    bases, irregular = known.word_set("verbs"), known.texts["irregular"]
    return bases, frozenset({verbs.ing(one) for one in bases} | {irregular.get(one, verbs.past(one)) for one in bases})
