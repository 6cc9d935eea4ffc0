"""Rules about the whole document: reading, contact details, sections, length, links and layout."""

import re
from collections.abc import Iterator

from skillgap.characters import EMAIL
from skillgap.feedback.annotated import EXPERIENCE_SECTIONS, Line, ReviewedResume, point
from skillgap.lexicon.patterns import find_name
from skillgap.model.feedback import Finding
from skillgap.model.taxonomy import Relation

MAX_WORDS, MAX_PAGES, MIN_WORDS = 1000, 2, 120
"""Upper limits for words (two dense pages of 500) and pages, and least words (under a third of a page)."""
HEADINGS_FROM = 60
"""Least words of a resume that needs headings; a shorter text is only a part of one."""
STUDY = frozenset({"education", "coursework", "certifications"})
"""Sections about studies: a skill named only there is not reported as never shown."""
NAMING = frozenset({"skills", "summary"})
"""Sections whose sentences claim a skill without an activity. In other sections a sentence counts as shown, since the
heading may be one that we do not know."""
INCLUDES: tuple[Relation, ...] = ("implies", "part_of", "version_of")
"""Relations by which showing one skill shows the other (Django shows Python)."""
GROUNDS = frozenset({"concept", "network", "method"})
"""Kinds of prerequisite that a shown skill also shows (BGP shows routing)."""
FEW_UNSHOWN = 2
"""Least number of unshown skills that is reported; one alone is normal."""
MIN_NAME = 3
"""Least letters of a name that is searched for in other names; "R" or "C" would match everywhere."""
MAX_NAMED = 8
"""Upper limit for the skills named in one sentence."""
TABLE_ROWS = 3
"""Least lines with bars or tabs that are a table; two may be a coincidence."""
COURSEWORK_ENTRIES = 2
"""With more jobs and projects than this, courses are no longer needed to fill the page."""
BRIEF_WORDS = 30
"""Upper limit for the words of an education section that has no room for courses."""
CONTACT_CHARACTERS = 400
"""Contact details are expected in the first 400 characters: about eight lines."""
_DISGUISED = re.compile(
    r"(?<![\w.+-])[\w.+-]+\s*(?:(?:\[at\]|\(at\))\s*[\w-]+\s*(?:\[dot\]|\(dot\)|\.)\s*\w{2,}|\s*@\s*[\w-]{2,}\.[a-z]{2,})",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\be-?mail(?:\s(?:address|id))?\s*[:=]\s*(\S+)", re.IGNORECASE)
"""The text behind the label of an e-mail address."""
_HALF = re.compile(r"(?<![\w.@/])[\w.+-]{2,}@[\w,.-]*|(?<![\w.@/])[\w.+-]+\.[a-z]{2,}(?![\w/])", re.IGNORECASE)
"""An incomplete e-mail address ("ann@example", "ann.example.com")."""
_LINK = re.compile(
    r"https?://\S+|(?<![\w@.])www\.\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|co|edu|page|site|app|info|uk|in|de)"
    r"(?:/\S+|\b(?!\.?\w*@))",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"hidden-text", "tiny-text"})
"""Kinds of notice about invisible text."""
_DATED_CELL = re.compile(r"\t[^\t\n]*(?:19|20)\d\d[^\t\n]*$")


def findings(draft: ReviewedResume) -> Iterator[Finding]:
    """Yield the findings about the whole document."""
    yield from _reading(draft)
    yield from _contact(draft)
    yield from _sections(draft)
    yield from _unshown(draft)
    yield from _length(draft)
    yield from _links(draft)
    yield from _layout(draft)


def links(text: str) -> list[str]:
    """Web addresses in ``text``, without the domains of e-mail addresses."""
    return [match[0] for match in _LINK.finditer(EMAIL.sub(" ", text))]


def _reading(draft: ReviewedResume) -> Iterator[Finding]:
    for notice in draft.reading.document.notices:
        if notice.is_loss:
            yield point("hidden-text" if notice.kind in _UNSEEN else "not-read", notice.sentence)


def _contact(draft: ReviewedResume) -> Iterator[Finding]:
    if EMAIL.search(draft.text):
        return
    broken = _broken_address(draft)
    if disguised := _DISGUISED.search(draft.text):
        yield point("email-disguised", f"It is written \u201c{disguised[0]}\u201d.", _line(draft, disguised.start()))
    elif broken:
        fault = "The address is incomplete" if "@" in broken[0] else "The address has no @"
        yield point("email-broken", f"{fault}: \u201c{broken[0]}\u201d.", _line(draft, broken.start()))
    else:
        yield point("no-email", "No e-mail address was found.")


def _broken_address(draft: ReviewedResume) -> re.Match[str] | None:
    """A broken e-mail address: behind a label, ending in @ at the top, or with a provider's name.

    Examples: "Email: ann@example", "ann.lee@", "annleegmail.com".
    """
    labelled = _LABELLED.search(draft.text)
    if labelled and (half := _HALF.match(draft.text, labelled.start(1))):
        return half
    hosts = "|".join(sorted(draft.words.words["mail_hosts"]))
    lost = re.compile(
        rf"(?<![\w.@/+-])(?!www\.|mail\.|login\.)[\w.+-]{{2,}}(?:{hosts})\.\w{{2,3}}(?:\.\w\w)?(?![\w/])", re.I
    )
    top = re.compile(r"(?<![\w.@/])[\w.+-]{2,}@(?!\w)")
    return lost.search(draft.text) or top.search(draft.text, 0, CONTACT_CHARACTERS)


def _line(draft: ReviewedResume, place: int) -> Line | None:
    return next((line for line in draft.lines if line.end > place), None)


def _sections(draft: ReviewedResume) -> Iterator[Finding]:
    words = draft.words
    if len(draft.text.split()) < HEADINGS_FROM:
        return
    if not draft.reading.outline.headings:
        yield point("no-headings", "No line was recognised as a heading.")
        return
    if not draft.sections & {"education", "coursework"} and not words.find("education_signs", draft.text):
        yield point("no-education", "No heading for education and no word such as college or degree was found.")
    names_skills = words.pattern["skills_line"].match
    if "skills" not in draft.sections and not any(names_skills(line.text) for line in draft.lines):
        yield point("no-skills", "No heading for skills was recognised.")
    if not draft.sections & EXPERIENCE_SECTIONS:
        yield point("no-experience", "No heading for jobs, internships, projects or volunteering was recognised.")
    elif not draft.sections & {"projects", "internships"} and not words.find("project_signs", draft.text):
        yield point("no-projects", "No heading for projects and no word such as project, lab or hackathon was found.")
    entries = [part for part in draft.reading.outline.entries if part.kind in {"experience", "internships", "projects"}]
    studies = [draft.text[part.start : part.end] for part in draft.reading.outline.sections if part.kind == "education"]
    brief = any(words.find("studying", study) for study in studies) and len(" ".join(studies).split()) <= BRIEF_WORDS
    named = "coursework" in draft.sections or words.find("courses", draft.text)
    if brief and not named and len(entries) <= COURSEWORK_ENTRIES:
        yield point("no-coursework", "No course or module was found.")


def _unshown(draft: ReviewedResume) -> Iterator[Finding]:
    unshown = listed(draft) if draft.sections & EXPERIENCE_SECTIONS else []
    if len(unshown) < FEW_UNSHOWN:
        return
    names = ", ".join(draft.taxonomy.name(skill_id) for skill_id in unshown[:MAX_NAMED])
    rest = len(unshown) - MAX_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    yield point("never-shown", f"Listed, but not in any job, project or lab: {names}{more}.")


def listed(draft: ReviewedResume) -> list[str]:
    """Ids of the held skills that are named but never shown, most important first.

    Left out: certifications, soft skills, skills named only as a study topic, and skills that a shown skill includes.
    """
    known = draft.taxonomy.skills
    shown = [known[skill_id] for skill_id, mentions in draft.shown.items() if mentions and skill_id in known]
    included = {other for skill in shown for relation in INCLUDES for other in skill.related(relation)}
    grounds = {other for skill in shown for other in skill.prerequisites if known[other].kind in GROUNDS}
    bullet_text = "\n".join(line.text for line in draft.lines if line.is_bullet)
    ids = []
    for held in draft.reading.profile.skills:
        skill = known.get(held.skill_id)
        claimed = any(mention.section not in STUDY for mention in held.evidence)
        described = any(not mention.listed and mention.section not in NAMING for mention in held.evidence)
        if skill is None or not claimed or described or draft.shown.get(held.skill_id):
            continue
        if skill.kind in {"certification", "soft"} or held.skill_id in included | grounds:
            continue
        # "Wrote SQL Server reports" also shows SQL, although only SQL Server was matched there.
        if not any(_contains(bullet_text, alias.text) for alias in skill.aliases):
            ids.append(held.skill_id)
    return sorted(ids, key=lambda skill_id: (-draft.wanted.get(skill_id, 0), skill_id))


def _contains(text: str, name: str) -> bool:
    """Whether a name of at least ``MIN_NAME`` letters occurs in a text, alone or inside a longer name."""
    return len(name) >= MIN_NAME and find_name(name, text) is not None


def _length(draft: ReviewedResume) -> Iterator[Finding]:
    count, pages = len(draft.text.split()), len(draft.reading.document.page_starts)
    if pages > MAX_PAGES:
        yield point("too-long", f"It has {pages} pages.")
    elif count > MAX_WORDS:
        yield point("too-long", f"It has {count} words, more than two pages.")
    elif count < MIN_WORDS:
        yield point("too-short", f"It has {count} words; a full page has about 400.")


def _links(draft: ReviewedResume) -> Iterator[Finding]:
    addresses = " ".join(links(draft.text)).lower()
    missing = [(line, site) for line in draft.lines if (site := _site(draft, line)) and site.lower() not in addresses]
    for line, site in missing:
        yield point("link-missing", f"It names {site}, but the link to your page there was not found.", line)
    if not addresses and not missing:
        yield point("no-link", "No link was found.")


def _site(draft: ReviewedResume, line: Line) -> str:
    """The site at which a line offers a page of the writer, or empty.

    "Code on GitHub" does; "GitHub" in a list of skills does not.
    """
    match = draft.words.find("sites", line.text)
    if not match:
        return ""
    refers = draft.words.find("sends", line.text)
    handle = line.text[match.end() :].lstrip()[:1] in {":", "/", "@"}
    contact = line.part.kind == "top" and line.end < CONTACT_CHARACTERS and not handle
    return match[0] if refers or contact else ""


def _layout(draft: ReviewedResume) -> Iterator[Finding]:
    document = draft.reading.document
    for start, end in draft.reading.outline.headings:
        if re.fullmatch(r"(?:\w\s+){3,}\w\W*", draft.text[start:end]):
            line = next(line for line in draft.lines if line.start >= start)
            yield point("spaced-heading", "Its letters are separated by spaces.", line)
    for notice in document.notices:
        if notice.kind == "columns":
            yield point("columns", notice.sentence)
    rows = [line for line in draft.lines if _row(draft.text[line.start : line.end], document.name)]
    if len(rows) >= TABLE_ROWS:
        yield point("table", f"{len(rows)} lines look like rows of a table; this is the first.", rows[0])


def _row(text: str, name: str) -> bool:
    """Whether a line is a table row. A tab before a date does not count: it only aligns the date at the right."""
    cells = name.lower().endswith(".docx") and "\t" in text.strip() and not _DATED_CELL.search(text)
    return cells or len(re.findall(r"\S\|\S", text)) > 1
