"""Rules about details: dates, ratings, personal data, praise and spelling."""

import re
from collections.abc import Iterator

from skillgap.feedback.annotated import EXPERIENCE_SECTIONS, Line, ReviewedResume, point
from skillgap.lexicon.patterns import MONTHS, SHAPES
from skillgap.model.feedback import Finding
from skillgap.model.resume import Section
from skillgap.model.taxonomy import Skill

WORK = frozenset({"experience", "internships"})
UNDATED_WORDS = 6
"""Least words of a job that should have dates; a shorter entry may be a title cut off from its text."""
TITLE_WORDS = 14
"""Upper limit for the words of a job title with employer and place."""
MIN_RATED = 2
"""Least number of ratings in the skills section; a single "4/5" may be a grade."""
PROPER = frozenset({"language", "framework", "database", "cloud", "os", "tool"})
"""Kinds of skill that are products or languages, whose makers chose the spelling ("JavaScript")."""
MAX_CAPITALS = 4
"""Upper limit for the letters of an abbreviation ("HTML"); the case of longer names varies ("COBOL", "Cobol")."""
TOP_CHARACTERS = 600
"""An address in the first 600 characters belongs to the writer; further down it may be an employer's."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|['’]\d\d\b|\b\d\d/\d\d\b")
_YEARS = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)\s?(?:-|–|—|to|until)\s?((?:19|20)\d\d)(?![\d/-])")
_WORDED = re.compile(rf"\b{SHAPES['month']}\.?\s{SHAPES['year']}", re.IGNORECASE)
_MONTH = rf"{SHAPES['month']}\.?|(?<![\d/])(?:0?[1-9]|1[0-2])(?=/)"
_MONTHS = re.compile(
    rf"({_MONTH})[\s/]((?:19|20)\d\d)\s?(?:-|–|—|to|until)\s?({_MONTH})[\s/]((?:19|20)\d\d)", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b|\b(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])\b(?!-)")
_ADDRESS = re.compile(r"@|https?:|www\.|\.(?:com|net|org)\b", re.IGNORECASE)
_SIGNS = re.compile(r"[●○◉⬤◯★☆⭐▮▯■□]{3,}")
_OF_FIVE = re.compile(r"\b\d(?:\.5)?\s?/\s?(?:5|10)\b|\b\d{1,3}\s?%")
_HOUSE = re.compile(r"\b\d{1,5}[a-z]?,?\s((?:[A-Z][\w'’]+\s?){2,4})")
"""A number followed by capitalised names, perhaps a street ("14 Mill Lane")."""
_HOUSE_NUMBER = re.compile(r"\s*[:\-–]\s*\S*\d")


def findings(draft: ReviewedResume) -> Iterator[Finding]:
    """Yield the findings about details."""
    for part in draft.reading.outline.entries:
        yield from _work(draft, part)
    yield from _education(draft)
    yield from _formats(draft)
    rated = [line for line in draft.lines if line.part.kind == "skills" and _OF_FIVE.search(line.text)]
    marks = sum(len(_OF_FIVE.findall(line.text)) for line in rated)
    for line in draft.lines:
        if _SIGNS.search(line.text):
            yield point("rating", "Skills are rated with symbols.", line)
        elif marks >= MIN_RATED and line in rated:
            yield point("rating", "Skills are rated with numbers.", line)
        yield from _personal(draft, line)
        yield from _praise(draft, line)
    yield from _spelling(draft)


def _line(draft: ReviewedResume, part: Section) -> Line | None:
    """The first line of an entry."""
    inside = (line for line in draft.lines if part.start <= line.start < part.end and not line.heading)
    return next(inside, None)


def _work(draft: ReviewedResume, part: Section) -> Iterator[Finding]:
    """Findings about the dates of a job or project."""
    line, text = _line(draft, part), draft.text[part.start : part.end]
    if line is None or line.labelled or part.kind not in EXPERIENCE_SECTIONS:
        return
    bullets = [one for one in draft.lines if one.is_bullet and one.part == part]
    complete = bullets and _is_title(line) and len(text.split()) >= UNDATED_WORDS
    if complete and part.kind in WORK and part.period is None and not _YEAR.search(text):
        yield point("job-undated", "No date was found in this entry.", line)
    period = part.period
    opening = draft.text[part.start : bullets[0].start] if bullets else text
    if period and part.kind != "volunteering" and period.start > draft.now and not draft.words.find("ahead", opening):
        yield point("future-date", f"Its start is in the future: {_month(period.start)}.", line)
    for before, after in _YEARS.findall(text):
        if before > after:
            yield point("date-order", f"The start, {before}, is after the end, {after}.", line)
    for match in _MONTHS.finditer(text):
        begin, end = _ordinal(match[1], match[2]), _ordinal(match[3], match[4])
        if begin > end:
            yield point("date-order", f"The start, {_month(begin)}, is after the end, {_month(end)}.", line)


def _is_title(line: Line) -> bool:
    """Whether the first line of an entry is a job title, and not an address, an activity or part of a sentence."""
    named = 1 < line.words <= TITLE_WORDS and line.text[:1].isupper() and line.text[-1:] not in ".,;)"
    return named and not line.marked and not line.opening.form and not _ADDRESS.search(line.text)


def _ordinal(name: str, year: str) -> int:
    """Months since the year 0, for a month given by name ("Mar") or number ("03")."""
    number = int(name) - 1 if name.isdigit() else MONTHS.index(name[:3].lower())
    return int(year) * 12 + number


def _month(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"


def _education(draft: ReviewedResume) -> Iterator[Finding]:
    parts = [part for part in draft.reading.outline.sections if part.kind == "education"]
    texts = [draft.text[part.start : part.end] for part in parts]
    if parts and len(" ".join(texts).split()) > 1 and not any(_YEAR.search(text) for text in texts):
        yield point("education-undated", "It has no year.", _line(draft, parts[0]))


def _formats(draft: ReviewedResume) -> Iterator[Finding]:
    """One finding if some months are written as words and others as numbers."""
    dated = [line for line in draft.lines if line.part.kind in EXPERIENCE_SECTIONS | {"education"}]
    worded = [(line, match[0]) for line in dated if (match := _WORDED.search(line.text))]
    numbered = [(line, match[0]) for line in dated if (match := _NUMBERED.search(line.text))]
    if worded and numbered and worded[0][0] != numbered[0][0]:
        (_, first), (line, other) = sorted((worded[0], numbered[0]), key=lambda one: one[0].start)
        yield point("date-format", f"This line has \u201c{other}\u201d, a line above has \u201c{first}\u201d.", line)


def _personal(draft: ReviewedResume, line: Line) -> Iterator[Finding]:
    label = draft.words.find("personal", line.text)
    behind = line.text[label.end() :].lstrip(" .") if label else ""
    if label and behind[:1] in {":", "=", "–", "-"} and behind[1:].strip():
        yield point("personal-data", f"It states your {label[0].lower()}.", line)
    elif _is_postal_address(draft, line):
        yield point("personal-data", "It states your full postal address.", line)


def _is_postal_address(draft: ReviewedResume, line: Line) -> bool:
    """Whether a line has a house number behind a label ("Address: 14 Mill Lane"), or before a street near the top."""
    label = draft.words.find("address_labels", line.text)
    if label and not re.search(r"\w", line.text[: label.start()]) and _HOUSE_NUMBER.match(line.text, label.end()):
        return True
    streets = {street.capitalize() for street in draft.words.words["streets"]}
    houses = _HOUSE.findall(line.text) if line.start < TOP_CHARACTERS else []
    return any(streets.intersection(names.split()[1:]) for names in houses)


def _praise(draft: ReviewedResume, line: Line) -> Iterator[Finding]:
    if closing := draft.words.find("closing_lines", line.text):
        yield point("closing-line", f"It says \u201c{closing[0]}\u201d.", line)
    elif lowers := draft.words.find("self_deprecating", line.text):
        yield point("self-deprecating", f"It says \u201c{lowers[0]}\u201d.", line)
    elif praise := draft.words.find("fillers", line.text):
        yield point("filler", f"It says \u201c{praise[0]}\u201d.", line)


def _spelling(draft: ReviewedResume) -> Iterator[Finding]:
    """Findings about names in other letters than their makers use, one for each form ("javascript")."""
    seen = set()
    for mention in draft.reading.mentions:
        skill = draft.taxonomy.skills.get(mention.skill_id)
        # A name all in capitals is emphasis, as in the heading "PYTHON PROJECTS".
        if skill is None or skill.kind not in PROPER or mention.surface in seen or mention.surface.isupper():
            continue
        line = next((one for one in draft.lines if one.start <= mention.start < one.end), None)
        if line is None or _ADDRESS.search(line.text) or not _has_maker_form(skill):
            continue
        if mention.surface.lower() == skill.name.lower() and mention.surface != skill.name:
            seen.add(mention.surface)
            yield point("spelling", f"You write {mention.surface}; its makers write {skill.name}.", line)


def _has_maker_form(skill: Skill) -> bool:
    """Whether a skill's name is one word with its own spelling: inner capitals, or a language's initial capital."""
    name = skill.name
    if " " in name or (name.isupper() and len(name) > MAX_CAPITALS):
        return False
    return skill.kind == "language" or not name[1:].islower()
