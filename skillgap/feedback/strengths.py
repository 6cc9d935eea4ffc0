"""What a resume does well, counted: said before what to improve."""

from collections.abc import Collection, Iterator

from skillgap.characters import EMAIL
from skillgap.feedback import bullet_rules
from skillgap.feedback.annotated import DEEDS, ReviewedResume
from skillgap.feedback.document_rules import MAX_PAGES, MAX_WORDS, MIN_WORDS, links

LEAST = 3
"""Lines or skills from which a count says something."""
MOST_SHARE = 0.5
MAX_NAMED = 6
OWN_WORDS = frozenset({"top", "summary", "skills", "projects", "languages", "interests", "other"})
"""Sections where a writer speaks of skills, not of a job's duties ("helped pupils learn Excel")."""
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
"""Kinds of section whose headings are worth a word, named as people name them."""


UNCLEAR = frozenset(
    {"no-headings", "spaced-heading", "no-deeds", "no-education", "no-skills", "no-projects", "not-read", "columns"}
)
"""Rules that say that headings are not as clear as they could be."""


def strengths(draft: ReviewedResume, found: Collection[str]) -> Iterator[str]:
    """Sentences about what is good, each one true of this resume; none that a rule among ``found`` contradicts."""
    told = [line for line in draft.bullets if not draft.words.has("self_deprecating", line.text)]
    verbs = [line for line in told if line.opening.form in {"past", "present"}]
    verbs = [line for line in verbs if not bullet_rules.weak_opening(draft, line)]
    if len(verbs) >= LEAST and len(verbs) >= MOST_SHARE * len(told):
        yield f"{len(verbs)} of {len(told)} lines about jobs and projects begin with what you did."
    results = [line for line in told if bullet_rules.has_result(draft, line)]
    if len(results) >= LEAST:
        yield f"{len(results)} of {len(told)} lines about jobs and projects give a figure or say what came of it."
    yield from _skills(draft)
    if "self-deprecating" not in found and _is_open(draft):
        yield "You say openly what you are still learning or do not know. That makes the rest easier to believe."
    yield from _form(draft, found)


def _is_open(draft: ReviewedResume) -> bool:
    """Whether a line of the writer's own says that a skill is still being learned or not there."""
    own = [mention for mention in draft.reading.mentions if mention.section in OWN_WORDS]
    return any(mention.assertion in {"learning", "negated"} for mention in own)


def _skills(draft: ReviewedResume) -> Iterator[str]:
    told = {skill_id for skill_id, mentions in draft.shown.items() if any(one.section in DEEDS for one in mentions)}
    shown = sorted(told, key=lambda skill_id: (-draft.wanted.get(skill_id, 0), skill_id))
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
