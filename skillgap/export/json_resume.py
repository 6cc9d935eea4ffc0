"""Convert a reading to the JSON Resume format (jsonresume.org, version 1).

Nothing is invented. A line whose parts are unclear goes into one field as a whole; unknown fields are omitted.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from skillgap.characters import BULLETS, EMAIL
from skillgap.lexicon.patterns import MONTHS
from skillgap.model.resume import Period, ResumeReading, Section
from skillgap.taxonomy import Taxonomy

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
MONTHS_OF_YEAR = 12
NAME_WORDS = 5
"""Upper limit for the words of a name; a longer first line is usually a headline or an address."""
PHONE = re.compile(r"(?<![\w.])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2})\+?\(?\d[\d\s().-]{6,18}\d(?![\w-])")
"""A telephone number, but not a date such as 11.02.2001."""
NETWORKS = {"github.com": "GitHub", "gitlab.com": "GitLab", "linkedin.com": "LinkedIn"}
"""Domain -> name of a network whose addresses are personal profiles."""
_LINK = re.compile(r"(?:https?://|www\.)[^\s|,;]+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me)/[^\s|,;]+")
_MARK = re.compile(rf"\A\s*(?:[{BULLETS}–—]|[-*o](?=\s))+\s*")
_SEPARATOR = re.compile(r"\s*[|•·\t]\s*|,\s+|\s+[–—-]\s+|\s{2,}")
_DATE_WORDS = re.compile(
    rf"(?:\b(?:{'|'.join(MONTHS)})[a-z]*\b|\b(?:present|now|current|today|ongoing|to|until|since|from|expected|"
    r"spring|summer|autumn|fall|winter)\b|[\d\W_])+",
    re.IGNORECASE,
)
"""A part of a line that contains only a date ("June 2025 - Present")."""
WORK = frozenset({"experience", "internships"})
"""Sections whose entries become ``work``."""
PROJECT_TYPES = {"projects": "", "activities": "activity"}
"""Section whose entries become ``projects`` -> their ``type``."""


def render(reading: ResumeReading, taxonomy: Taxonomy) -> bytes:
    """Render the file as JSON in UTF-8. The same reading gives the same bytes."""
    entries = [part for part in reading.outline.entries if _rows(reading, part)]
    of_kind: dict[str, list[Section]] = {}
    for part in entries:
        of_kind.setdefault("work" if part.kind in WORK else part.kind, []).append(part)
    volunteer = [_entry(reading, part, taxonomy, "organization") for part in of_kind.get("volunteering", ())]
    resume = {
        "$schema": SCHEMA,
        "basics": _basics(reading),
        "work": [_entry(reading, part, taxonomy, "name") for part in of_kind.get("work", ())],
        "volunteer": volunteer,
        "education": list(_education(reading, of_kind, taxonomy)),
        "projects": [
            _project(reading, part, kind) for name, kind in PROJECT_TYPES.items() for part in of_kind.get(name, ())
        ],
        "skills": list(_skills(reading, taxonomy)),
        "certificates": list(_certificates(reading, taxonomy)),
    }
    # An empty "skills" stays: it says that none was found, not that nobody looked.
    filled = {field: value for field, value in resume.items() if value or field == "skills"}
    return json.dumps(filled, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


class Row(NamedTuple):
    """A line, or all lines of a wrapped sentence.

    Attributes:
        text: The words with their bullet; white space is collapsed, tabs are kept.
        plain: Whether every mention in it is held. Otherwise the row is not split, so that "CCNA - pursuing"
            does not become a certificate.
    """

    text: str
    plain: bool


def _rows(reading: ResumeReading, part: Section) -> list[Row]:
    """The rows of an entry without its heading."""
    text, headings = reading.document.text, {start for start, _ in reading.outline.headings}
    not_held = [mention.start for mention in reading.mentions if mention.assertion != "held"]
    rows = []
    for start, end in reading.outline.statements:
        if part.start <= start < part.end and start not in headings:
            flat = re.sub(r"(?<![^\S\t])[^\S\t]*\n\s*", " ", text[start:end]).strip()
            rows.append(Row(flat, not any(start <= place < end for place in not_held)))
    return [row for row in rows if row.text]


def _basics(reading: ResumeReading) -> dict[str, Any]:
    """Name, e-mail address, telephone number and links at the top of the resume, and its summary."""
    top = [row.text for part in reading.outline.sections if part.kind == "top" for row in _rows(reading, part)]
    words = "\n".join(top)
    links = [link.rstrip(".)") for link in _LINK.findall(EMAIL.sub(" ", words))]
    profiles = [
        {"network": name, "url": link} for link in links for site, name in NETWORKS.items() if site in link.lower()
    ]
    others = [link for link in links if link not in {one["url"] for one in profiles}]
    summary = [row.text for part in reading.outline.sections if part.kind == "summary" for row in _rows(reading, part)]
    email, phone = EMAIL.search(words), PHONE.search(words)
    found = {
        "name": top[0] if top and _is_name(top[0]) else "",
        "email": email[0] if email else "",
        "phone": phone[0].strip() if phone else "",
        "url": others[0] if others else "",
        "summary": "\n".join(summary),
        "profiles": profiles,
    }
    return {field: value for field, value in found.items() if value}


def _is_name(line: str) -> bool:
    """Whether the first line is a name: at most ``NAME_WORDS`` words, no digit and no character of an address."""
    return len(line.split()) <= NAME_WORDS and not re.search(r"[\d@:|/]", line)


def _entry(reading: ResumeReading, part: Section, taxonomy: Taxonomy, owner: str) -> dict[str, Any]:
    """A job or voluntary post. The part of its title with a job word is the position, the other parts the ``owner``."""
    title, rows = _titled(reading, part)
    jobs = {*taxonomy.lexicon.cues["jobs"], *taxonomy.lexicon.cues["title_words"]}
    positions = [piece for piece in title if jobs.intersection(re.findall(r"[\w-]+", piece.lower()))]
    names = [piece for piece in title if piece not in positions[:1]]
    fields = {"position": ", ".join(positions[:1] or title), owner: ", ".join(names if positions else ())}
    return _filled({**fields, **_dates(part.period), **_description(rows)})


def _project(reading: ResumeReading, part: Section, kind: str) -> dict[str, Any]:
    title, rows = _titled(reading, part)
    return _filled({"name": ", ".join(title), "type": kind, **_dates(part.period), **_description(rows)})


def _education(
    reading: ResumeReading, of_kind: dict[str, list[Section]], taxonomy: Taxonomy
) -> Iterator[dict[str, Any]]:
    """Yield one object for each course of study: degree, institution, dates and courses."""
    degrees = _opens_with(word for word in taxonomy.lexicon.cues["degrees"] if word[:1].isalpha())
    named = taxonomy.lexicon.feedback_words.pattern("signs.courses")
    labels = {heading.casefold() for heading in taxonomy.headings["coursework"]}
    courses = [one for part in of_kind.get("coursework", ()) for one in _plain(_rows(reading, part))]
    studies = of_kind.get("education", [])
    for place, part in enumerate(studies):
        title, rows = _titled(reading, part)
        pieces = title + [piece for row in rows if row.plain and not named.search(row.text) for piece in _pieces(row)]
        kind = next((piece for piece in pieces if degrees.match(piece)), "")
        own = [one for row in rows if named.search(row.text) for one in _listed(row, labels)]
        fields = {"studyType": kind, "institution": ", ".join(piece for piece in title if piece != kind)}
        # A section "Coursework" of its own usually follows the latest course of study, or the only one.
        last = courses if place == len(studies) - 1 else []
        yield _filled({**fields, **_study_dates(part.period), "courses": own + last})
    if courses and not studies:
        yield {"courses": courses}


def _opens_with(words: Iterable[str]) -> re.Pattern[str]:
    """Pattern that matches one of the words at the beginning of a text."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)", re.IGNORECASE)


def _listed(row: Row, labels: Collection[str]) -> list[str]:
    """Items behind a label ("Courses: Networks, Databases"), else the whole line."""
    (line,) = _plain([row]) or ("",)
    label, _, behind = line.partition(":")
    found = [one for one in re.split(r"[,;]\s+", behind.strip()) if one]
    return found if found and row.plain and label.strip().casefold() in labels else [line]


def _study_dates(period: Period | None) -> dict[str, str]:
    """Start and end of a course of study. A single date is the end, as in "BSc Computing, 2026"."""
    dates = _dates(period)
    return {"endDate": dates["endDate"]} if dates and dates["startDate"] == dates["endDate"] else dates


def _titled(reading: ResumeReading, part: Section) -> tuple[list[str], list[Row]]:
    """Parts of an entry's title line without dates, and the rows below it. A bullet is no title line."""
    rows = _rows(reading, part)
    if not rows or _MARK.match(rows[0].text):
        return [], rows
    rest = rows[1:]
    while rest and _DATE_WORDS.fullmatch(rest[0].text):
        rest = rest[1:]
    return _pieces(rows[0]), rest


def _pieces(row: Row) -> list[str]:
    """Split a row at its separators, and drop parts that contain only a date."""
    if not row.plain:
        return [row.text]
    pieces = [piece.strip(" ,;") for piece in _SEPARATOR.split(row.text)]
    return [piece for piece in pieces if piece and not _DATE_WORDS.fullmatch(piece)]


def _description(rows: list[Row]) -> dict[str, Any]:
    """Rows with a bullet as ``highlights``, the others as ``summary``."""
    bullets = [row for row in rows if _MARK.match(row.text)]
    return {
        "summary": "\n".join(" ".join(row.text.split()) for row in rows if row not in bullets),
        "highlights": _plain(bullets),
    }


def _plain(rows: list[Row]) -> list[str]:
    """The rows without their bullets."""
    return [plain for row in rows if (plain := " ".join(_MARK.sub("", row.text, count=1).split()))]


def _dates(period: Period | None) -> dict[str, str]:
    """Start and end as ISO months, or as years if no month is known; an ongoing period has an empty end."""
    if period is None:
        return {}
    start = _iso(period.start, period.measured)
    return {"startDate": start, "endDate": _iso(period.end - 1, period.measured) if period.end is not None else ""}


def _iso(month: int, measured: bool) -> str:
    year = month // MONTHS_OF_YEAR
    return f"{year}-{month % MONTHS_OF_YEAR + 1:02d}" if measured else str(year)


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _skills(reading: ResumeReading, taxonomy: Taxonomy) -> Iterator[dict[str, Any]]:
    """Yield each held skill with its level and its written forms."""
    for held in reading.profile.skills:
        words = sorted({mention.surface for mention in held.evidence if mention.skill_id == held.skill_id})
        if words and taxonomy.kind(held.skill_id) != "certification":
            level = taxonomy.lexicon.level_names[held.level]
            yield {"name": taxonomy.name(held.skill_id), "level": level, "keywords": words}


def _certificates(reading: ResumeReading, taxonomy: Taxonomy) -> Iterator[dict[str, Any]]:
    """Yield each certification; expired ones are marked."""
    for held in reading.profile.skills:
        if held.evidence and taxonomy.kind(held.skill_id) == "certification":
            expired = all(mention.claim == "expired" for mention in held.evidence)
            yield {"name": taxonomy.name(held.skill_id) + (" (expired)" if expired else "")}
