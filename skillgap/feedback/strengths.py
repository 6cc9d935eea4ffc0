"""Strengths of a resume as counted facts, shown before the findings."""

from collections.abc import Collection, Iterator

from skillgap.characters import EMAIL
from skillgap.feedback import bullet_rules
from skillgap.feedback.annotated import EXPERIENCE_SECTIONS, ReviewedResume
from skillgap.feedback.document_rules import MAX_PAGES, MAX_WORDS, MIN_WORDS, links

LEAST = 3
"""Least number of lines or skills that is worth a sentence."""
MOST_SHARE = 0.5
"""Least share of bullets with a good opening that counts as a strength."""
MAX_NAMED = 6
"""Upper limit for the skills named in one sentence."""
OWN_WORDS = frozenset({"top", "summary", "skills", "projects", "languages", "interests", "other"})
"""Sections about the writer's own skills. In a job, "helped pupils learn Excel" is about other people."""
USUAL_SECTIONS = (
    "education",
    "skills",
    "projects",
    "experience",
    "internships",
    "certifications",
    "activities",
    "volunteering",
)
"""Kinds of section that the sentence about headings names."""


UNCLEAR = frozenset(
    {
        "no-headings",
        "spaced-heading",
        "no-experience",
        "no-education",
        "no-skills",
        "no-projects",
        "not-read",
        "columns",
    }
)
"""Rules that contradict the sentence about clear headings."""


def strengths(draft: ReviewedResume, found: Collection[str]) -> Iterator[str]:
    """Yield one sentence for each strength; none contradicts a rule id in ``found``."""
    told = [line for line in draft.bullets if not draft.words.find("self_deprecating", line.text)]
    verbs = [line for line in told if line.opening.form in {"past", "present"}]
    verbs = [line for line in verbs if not bullet_rules.weak_opening(draft, line)]
    if len(verbs) >= LEAST and len(verbs) >= MOST_SHARE * len(told):
        yield f"{len(verbs)} of {len(told)} lines about jobs and projects begin with a verb that says what you did."
    results = [line for line in told if bullet_rules.has_result(draft, line)]
    if len(results) >= LEAST:
        yield f"{len(results)} of {len(told)} lines about jobs and projects have a figure or an outcome."
    yield from _skills(draft)
    if "self-deprecating" not in found and _is_open(draft):
        yield "You say openly what you are still learning or do not know. That makes the rest more credible."
    yield from _form(draft, found)


def _is_open(draft: ReviewedResume) -> bool:
    """Whether the writer says of one of their own skills that they are learning it or lack it."""
    own = [mention for mention in draft.reading.mentions if mention.section in OWN_WORDS]
    return any(mention.assertion in {"learning", "negated"} for mention in own)


def _skills(draft: ReviewedResume) -> Iterator[str]:
    used = {
        skill_id
        for skill_id, mentions in draft.shown.items()
        if any(one.section in EXPERIENCE_SECTIONS for one in mentions)
    }
    shown = sorted(used, key=lambda skill_id: (-draft.wanted.get(skill_id, 0), skill_id))
    if len(shown) >= LEAST:
        names = ", ".join(draft.taxonomy.name(skill_id) for skill_id in shown[:MAX_NAMED])
        more = f" and {len(shown) - MAX_NAMED} more" if len(shown) > MAX_NAMED else ""
        yield f"{len(shown)} skills are shown in use, not only listed: {names}{more}."


def _form(draft: ReviewedResume, found: Collection[str]) -> Iterator[str]:
    document = draft.reading.document
    if EMAIL.search(document.text) and links(document.text):
        yield "It has an e-mail address and a link."
    pages, words = len(document.page_starts), len(document.text.split())
    if pages <= MAX_PAGES and MIN_WORDS <= words <= MAX_WORDS and "not-read" not in found:
        yield f"Its length is right: {words} words."
    named = [kind for kind in USUAL_SECTIONS if kind in draft.sections]
    if len(named) >= LEAST and UNCLEAR.isdisjoint(found):
        yield f"Its headings are clear to a program: {', '.join(named)}."
