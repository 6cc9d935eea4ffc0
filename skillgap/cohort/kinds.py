"""Decide whether a text is a resume. Letters, class lists and recipes are set aside for the advisor, never dropped."""

from skillgap.lexicon import own
from skillgap.model.resume import ResumeReading
from skillgap.taxonomy import Taxonomy

MIN_WORDS = 40
"""Least words of a resume."""
MIN_SKILLS = 3
"""Least number of skills by which a text without headings counts as a resume."""
HEADINGS = frozenset(
    {"activities", "certifications", "coursework", "education", "experience", "internships", "projects", "skills",
     "volunteering"}
)  # fmt: skip
"""Sections that hardly any text other than a resume has."""
LETTER = own().cohort.pattern("signs.letters")


def doubt(reading: ResumeReading, taxonomy: Taxonomy) -> str:
    """Why a text may not be a resume, one sentence; empty if it is one."""
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
