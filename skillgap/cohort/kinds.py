"""Whether a text that was read is a resume at all: letters, class lists and recipes are set aside, never dropped."""

from skillgap.lexicon import own
from skillgap.model.resume import ResumeReading
from skillgap.taxonomy import Taxonomy

MIN_WORDS = 40
"""Words of the shortest text that is taken for a resume."""
MIN_SKILLS = 3
"""Skills from which a text without the headings of a resume is one all the same."""
HEADINGS = frozenset(
    {"activities", "certifications", "coursework", "education", "experience", "internships", "projects", "skills",
     "volunteering"}
)  # fmt: skip
"""Sections that hardly any other text has."""
LETTER = own().cohort.pattern("signs.letters")


def doubt(reading: ResumeReading, taxonomy: Taxonomy) -> str:
    """Why a text may be no resume, one sentence; nothing where it is one."""
    text = reading.document.text
    words = len(text.split())
    if words < MIN_WORDS:
        return f"It has only {words} words. Is it a resume?"
    if any(section.kind in HEADINGS for section in reading.outline.sections):
        return ""
    if LETTER.search(text):
        return "It reads like a letter and has no section of a resume. Is it a resume?"
    named = {mention.skill_id for mention in reading.mentions if taxonomy.kind(mention.skill_id) not in {"", "soft"}}
    if len(named) < MIN_SKILLS:
        return f"It has no section of a resume and names {len(named)} skills. Is it a resume?"
    return ""
