"""Turns a resume in the JSON Resume format (jsonresume.org, version 1) into text with headings and entries.

The text is then read like that of any other resume. Only the fields of the format are used. Each value is one line,
except summaries.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from skillgap.errors import DocumentError
from skillgap.lexicon import own
from skillgap.lexicon.patterns import MONTHS
from skillgap.model.resume import Document

MAX_ITEMS = 500
"""Entries of a section, and lines of an entry."""
MAX_LINE = 4_000
"""Characters of one line."""
MAX_TEXT = 20_000
"""Characters of a summary."""
MAX_KIND = 40
"""Characters of a file's kind that a sentence tells."""
SAVED = "skillgap "
"""Beginning of the ``kind`` of every file that skillgap saves."""
_DATE = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?")
Item = Mapping[str, Any]


def is_json(words: str, name: str) -> bool:
    """Whether a file is JSON by its name, or because its text is one object."""
    inside = words.strip()
    return name.lower().endswith(".json") or (inside.startswith("{") and inside.endswith("}"))


def read(words: str, name: str) -> Document:
    """The text of a JSON Resume.

    Args:
        words: The decoded file.
        name: Its name, for display only.

    Raises:
        DocumentError: It is no valid JSON, saved work of skillgap, or JSON of another format.
    """
    try:
        content = json.loads(words.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            f"{name} is no valid JSON, so nothing was read. Export the resume again, or upload it as PDF or text."
        ) from error
    if not isinstance(content, dict):
        content = {}
    kind = content.get("kind")
    if isinstance(kind, str) and kind.startswith(SAVED):
        raise DocumentError(
            f"{name} holds work that was saved in skillgap ({_text(kind)[:MAX_KIND]}), not a resume. "
            "Load it under \u201cContinue from a saved file\u201d.",
            kind="other-format",
        )
    lines = [line for part in (_basics, _jobs, _studies, _lists) for line in part(content)]
    # {"name": "left-pad", "version": "1.3.0"} is JSON without any field of a resume
    if not any(line.strip() for line in lines):
        raise DocumentError(
            f"{name} is JSON, but no resume in the JSON Resume format (jsonresume.org). "
            "Upload the resume as PDF, DOCX or text.",
            kind="other-format",
        )
    return Document(name, "\n".join(lines).strip() + "\n")


def _basics(content: Item) -> Iterator[str]:
    """Name, contact and summary."""
    basics = content.get("basics")
    if not isinstance(basics, dict):
        return
    place = basics.get("location")
    town = _joined(place, ("city", "region")) if isinstance(place, dict) else ""
    profiles = [_text(one.get("url")) for one in _items(basics, "profiles")]
    contact = [_text(basics.get(field)) for field in ("email", "phone", "url")]
    head = [_text(basics.get(field)) for field in ("name", "label")]
    yield from filter(None, (*head, " | ".join(filter(None, (*contact, *profiles, town)))))
    yield from _section("Summary", _paragraphs(basics.get("summary")))


def _jobs(content: Item) -> Iterator[str]:
    """Jobs, projects and voluntary work: a line that names each, its dates, and its lines."""
    projects = _items(content, "projects")
    # our own export marks clubs and the like by this type
    activities = [one for one in projects if one.get("type") == "activity"]
    others = [one for one in projects if one.get("type") != "activity"]
    yield from _entries("Experience", _items(content, "work"), ("position", "name", "location"))
    yield from _entries("Projects", others, ("name", "entity", "url"))
    yield from _entries("Activities", activities, ("name", "entity"))
    yield from _entries("Volunteering", _items(content, "volunteer"), ("position", "organization"))


def _entries(heading: str, items: list[Item], title: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield from ("", heading)
    for one in items:
        yield from _opening(_joined(one, title), one)
        yield from (line for field in ("summary", "description") for line in _paragraphs(one.get(field)))
        yield from (f"- {text}" for text in _texts(one, "highlights"))
        if keywords := _texts(one, "keywords"):
            yield f"Tools: {', '.join(keywords)}"


def _studies(content: Item) -> Iterator[str]:
    items = _items(content, "education")
    if items:
        yield from ("", "Education")
    for one in items:
        kind = " in ".join(filter(None, (_text(one.get("studyType")), _text(one.get("area")))))
        yield from _opening(", ".join(filter(None, (kind, _text(one.get("institution"))))), one)
        if score := _text(one.get("score")):
            yield f"Grade: {score}"
        if courses := _texts(one, "courses"):
            yield f"Courses: {', '.join(courses)}"


def _opening(title: str, one: Item) -> Iterator[str]:
    """A blank line and the line that opens an entry, with its dates."""
    yield ""
    if opening := ", ".join(filter(None, (title, _dates(one)))):
        yield opening


def _lists(content: Item) -> Iterator[str]:
    """Skills, certificates, languages and other lists, each under its heading."""
    yield from _section("Skills", [_skill(one) for one in _items(content, "skills")], marked=True)
    certificates = [_dated(one, ("name", "issuer"), "date") for one in _items(content, "certificates")]
    yield from _section("Certifications", certificates, marked=True)
    yield from _section("Languages", [_joined(one, ("language", "fluency")) for one in _items(content, "languages")])
    awards = [_dated(one, ("title", "awarder", "summary"), "date") for one in _items(content, "awards")]
    texts = [_dated(one, ("name", "publisher", "summary"), "releaseDate") for one in _items(content, "publications")]
    yield from _section("Awards", awards)
    yield from _section("Publications", texts)
    yield from _section("Interests", [_named(one) for one in _items(content, "interests")])
    yield from _section("References", [_joined(one, ("name", "reference")) for one in _items(content, "references")])


def _section(heading: str, lines: list[str], *, marked: bool = False) -> Iterator[str]:
    """A heading with its lines; a bullet keeps a skill such as "Leadership" from being a heading."""
    if told := [line for line in lines if line]:
        yield from ("", heading)
        yield from (f"- {line}" if marked else line for line in told)


def _skill(one: Item) -> str:
    """A skill with its stated level and keywords."""
    level = _text(one.get("level"))
    # our own export writes "used"; that level is computed again from the evidence
    if level in own().level_names.values():
        level = ""
    return _named(one, f" ({level})" if level else "")


def _named(one: Item, more: str = "") -> str:
    """A name with its keywords ("Databases: MySQL, SQLite"), except those that are part of the name."""
    name = _text(one.get("name"))
    keywords = [word for word in _texts(one, "keywords") if word.casefold() not in name.casefold()]
    return ": ".join(filter(None, (name + more if name else "", ", ".join(keywords))))


def _dated(one: Item, fields: tuple[str, ...], day: str) -> str:
    return ", ".join(filter(None, (_joined(one, fields), _month(one.get(day)))))


def _dates(one: Item) -> str:
    """The dates of an entry as resumes write them; one without an end runs to the present."""
    start, end = _month(one.get("startDate")), _month(one.get("endDate"))
    if start and not end:
        return f"{start} - Present"
    # "2024 - 2024" is one year
    return start if start == end else " - ".join(filter(None, (start, end)))


def _month(value: Any) -> str:
    """A day, month or year in ISO form as "Jun 2025" or "2025"; other text as it stands."""
    text = _text(value)
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    return f"{MONTHS[int(match[2]) - 1].capitalize()} {match[1]}" if match[2] else match[1]


def _items(content: Item, field: str) -> list[Item]:
    value = content.get(field)
    return [one for one in value[:MAX_ITEMS] if isinstance(one, dict)] if isinstance(value, list) else []


def _texts(one: Item, field: str) -> list[str]:
    value = one.get(field)
    return [text for item in value[:MAX_ITEMS] if (text := _text(item))] if isinstance(value, list) else []


def _joined(one: Item, fields: tuple[str, ...]) -> str:
    return ", ".join(filter(None, (_text(one.get(field)) for field in fields)))


def _paragraphs(value: Any) -> list[str]:
    """A value that may have several lines."""
    lines = value[:MAX_TEXT].split("\n")[:MAX_ITEMS] if isinstance(value, str) else [value]
    return [text for line in lines if (text := _text(line))]


def _text(value: Any) -> str:
    """A value as one line; empty for anything but text and numbers."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value)[:MAX_LINE].split())
