"""Turn a win into a bullet for the resume, in the student's own words, and ask for missing facts."""

from skillgap.lexicon import own
from skillgap.lexicon.patterns import find_name
from skillgap.model.internship import Win
from skillgap.taxonomy import Taxonomy

FIRST_PERSON = own().feedback_words.pattern("signs.first_person")
TEAM = own().feedback_words.pattern("signs.team_openings")
VAGUE = own().feedback_words.pattern("signs.vague_openings")
"""Openings that hide the writer's own work ("helped with", "worked on")."""


def bullet(win: Win, taxonomy: Taxonomy) -> str:
    """Bullet for a resume: activity, skills that its words do not name, and result."""
    did, result = _tidy(_activity(win)), _tidy(win.result)
    names = (taxonomy.name(skill_id) for skill_id in win.skills)
    named = [name for name in names if not find_name(name, f"{did} {result}")]
    tools = f" ({', '.join(named)})" if named else ""
    line = f"{did}{tools}: {result}" if result else f"{did}{tools}"
    return f"{line[:1].upper()}{line[1:]}{'' if line.endswith(('!', '?')) else '.'}"


def questions(win: Win) -> tuple[str, ...]:
    """Questions to the student that would improve the bullet."""
    did = _activity(win)
    found = []
    if TEAM.match(did):
        found.append("What was your own part? A resume is about you, not about the team.")
    elif VAGUE.match(did):
        found.append("What exactly did you do? Begin with a word such as built, fixed, tested or explained.")
    if not win.result.strip():
        found.append("What was the result? A number helps.")
    elif not any(character.isdigit() for character in win.did + win.result):
        found.append("Is there a number: how many, how often, how much faster?")
    if not win.skills:
        found.append("Which tools or skills did you use?")
    return tuple(found)


def _activity(win: Win) -> str:
    """The activity without a leading pronoun ("I fixed" -> "fixed")."""
    did = _tidy(win.did)
    writer = FIRST_PERSON.match(did)
    return did[writer.end() :].lstrip() if writer and did[writer.end() :].strip() else did


def _tidy(text: str) -> str:
    """Collapse white space, and drop punctuation at the end."""
    return " ".join(text.split()).rstrip(".;:, ")
