"""A win into a line for the resume: the student's own words in a good order, and questions about what is missing."""

from skillgap.lexicon import own
from skillgap.lexicon.patterns import find_name
from skillgap.model.internship import Win
from skillgap.taxonomy import Taxonomy

FIRST_PERSON = own().feedback_words.pattern("signs.first_person")
TEAM = own().feedback_words.pattern("signs.team_openings")
VAGUE = own().feedback_words.pattern("signs.vague_openings")
"""Openings that leave open what the writer did."""


def bullet(win: Win, taxonomy: Taxonomy) -> str:
    """One line for a resume: what was done, the skills it does not name itself, and what came of it."""
    did, result = _tidy(_deed(win)), _tidy(win.result)
    names = (taxonomy.name(skill_id) for skill_id in win.skills)
    named = [name for name in names if not find_name(name, f"{did} {result}")]
    tools = f" ({', '.join(named)})" if named else ""
    line = f"{did}{tools}: {result}" if result else f"{did}{tools}"
    return f"{line[:1].upper()}{line[1:]}{'' if line.endswith(('!', '?')) else '.'}"


def questions(win: Win) -> tuple[str, ...]:
    """What would make the line stronger, asked of the student."""
    did = _deed(win)
    found = []
    if TEAM.match(did):
        found.append("What was your own part? A resume is about you, not about the team.")
    elif VAGUE.match(did):
        found.append("What exactly did you do? Begin with a word such as built, fixed, tested or explained.")
    if not win.result.strip():
        found.append("What came of it? A number helps.")
    elif not any(character.isdigit() for character in win.did + win.result):
        found.append("Is there a number: how many, how often, how much faster?")
    if not win.skills:
        found.append("Which tools or skills did it take?")
    return tuple(found)


def _deed(win: Win) -> str:
    """What was done, without the writer before it."""
    did = _tidy(win.did)
    writer = FIRST_PERSON.match(did)
    return did[writer.end() :].lstrip() if writer and did[writer.end() :].strip() else did


def _tidy(text: str) -> str:
    """White space folded, and no full stop at the end."""
    return " ".join(text.split()).rstrip(".;:, ")
