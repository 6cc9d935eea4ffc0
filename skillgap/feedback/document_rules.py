"""Rules about the document as a whole: how it was read, what is missing, how long it is, how it can be reached."""

import re
from collections.abc import Iterator

from skillgap.characters import EMAIL
from skillgap.feedback.annotated import DEEDS, Line, ReviewedResume, point
from skillgap.lexicon.patterns import find_name
from skillgap.model.feedback import Finding
from skillgap.model.taxonomy import Relation

MAX_WORDS, MAX_PAGES, MIN_WORDS = 1000, 2, 120
"""Words of two full pages, pages, and words of less than half a page."""
HEADINGS_FROM = 60
"""Words from which a resume needs headings."""
STUDY = frozenset({"education", "coursework", "certifications"})
"""Sections that name what was studied."""
NAMING = frozenset({"skills", "summary"})
"""Sections whose sentences claim a skill and describe no deed; elsewhere a heading may only not be known."""
INCLUDES: tuple[Relation, ...] = ("implies", "part_of", "version_of")
"""Relations by which who shows one skill shows the other."""
GROUNDS = frozenset({"concept", "network", "method"})
"""Kinds of skill that other skills show, because these need them."""
FEW_UNSHOWN = 2
"""Listed skills without a line from which it is worth saying."""
MIN_NAME = 3
MAX_NAMED = 8
"""Skills named in one sentence."""
TABLE_ROWS = 3
"""Rows from which lines with bars or tabs are a table."""
COURSEWORK_ENTRIES = 2
"""Jobs and projects up to which courses are missed."""
BRIEF_WORDS = 30
"""Words of an education that names no courses."""
CONTACT_CHARACTERS = 400
"""Characters from the top in which contact details stand."""
_DISGUISED = re.compile(
    r"[\w.+-]+\s*(?:(?:\[at\]|\(at\))\s*[\w-]+\s*(?:\[dot\]|\(dot\)|\.)\s*\w{2,}|\s*@\s*[\w-]{2,}\.[a-z]{2,})",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\be-?mail(?:\s(?:address|id))?\s*[:=]\s*(\S+)", re.IGNORECASE)
"""What stands behind a label for an address."""
_HALF = re.compile(r"(?<![\w.@/])[\w.+-]{2,}@[\w,.-]*|(?<![\w.@/])[\w.+-]+\.[a-z]{2,}(?![\w/])", re.IGNORECASE)
"""Something like an address, with its sign or without it ("ann@example", "ann.example.com")."""
_LINK = re.compile(
    r"https?://\S+|(?<![\w@.])www\.\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|co|edu|page|site|app|info|uk|in|de)"
    r"(?:/\S+|\b(?!\.?\w*@))",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"hidden-text", "tiny-text"})
"""Kinds of notice about text that people cannot see."""
_DATED_CELL = re.compile(r"\t[^\t\n]*(?:19|20)\d\d[^\t\n]*$")


def findings(draft: ReviewedResume) -> Iterator[Finding]:
    """Every point about the document."""
    yield from _reading(draft)
    yield from _contact(draft)
    yield from _sections(draft)
    yield from _unshown(draft)
    yield from _length(draft)
    yield from _links(draft)
    yield from _layout(draft)


def links(text: str) -> list[str]:
    """The addresses of pages in ``text``; the domains of e-mail addresses are none."""
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
        lacks = "It is no whole address" if "@" in broken[0] else "It has no @"
        yield point("email-broken", f"{lacks}: \u201c{broken[0]}\u201d.", _line(draft, broken.start()))
    else:
        yield point("no-email", "No e-mail address was found.")


def _broken_address(draft: ReviewedResume) -> re.Match[str] | None:
    """What was meant as an address: behind a label, with half of its sign at the top, or with a provider's name."""
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
    if not draft.sections & {"education", "coursework"} and not words.has("education_signs", draft.text):
        yield point("no-education", "Neither a heading nor a word such as college, degree or apprenticeship was found.")
    names_skills = words.pattern["skills_line"].match
    if "skills" not in draft.sections and not any(names_skills(line.text) for line in draft.lines):
        yield point("no-skills", "No line was recognised as a heading for skills.")
    if not draft.sections & DEEDS:
        yield point("no-deeds", "No line was recognised as a heading for jobs, internships, projects or volunteering.")
    elif not draft.sections & {"projects", "internships"} and not words.has("project_signs", draft.text):
        yield point("no-projects", "No heading for projects, and no word such as project, lab or hackathon, was found.")
    entries = [part for part in draft.reading.outline.entries if part.kind in {"experience", "internships", "projects"}]
    studies = [draft.text[part.start : part.end] for part in draft.reading.outline.sections if part.kind == "education"]
    brief = any(words.has("studying", study) for study in studies) and len(" ".join(studies).split()) <= BRIEF_WORDS
    named = "coursework" in draft.sections or words.has("courses", draft.text)
    if brief and not named and len(entries) <= COURSEWORK_ENTRIES:
        yield point("no-coursework", "No course or module was found.")


def _unshown(draft: ReviewedResume) -> Iterator[Finding]:
    unshown = listed(draft) if draft.sections & DEEDS else []
    if len(unshown) < FEW_UNSHOWN:
        return
    names = ", ".join(draft.taxonomy.name(skill_id) for skill_id in unshown[:MAX_NAMED])
    rest = len(unshown) - MAX_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    yield point("never-shown", f"Listed, and in no job, project or lab: {names}{more}.")


def listed(draft: ReviewedResume) -> list[str]:
    """Held skills that are named and nowhere shown, most asked for first.

    Certifications show themselves, names of courses claim no use, and a skill that a shown one includes is shown by it.
    """
    known = draft.taxonomy.skills
    shown = [known[skill_id] for skill_id, mentions in draft.shown.items() if mentions and skill_id in known]
    included = {other for skill in shown for relation in INCLUDES for other in skill.related(relation)}
    grounds = {other for skill in shown for other in skill.prerequisites if known[other].kind in GROUNDS}
    told_text = "\n".join(line.text for line in draft.lines if line.tells)
    ids = []
    for held in draft.reading.profile.skills:
        skill = known.get(held.skill_id)
        claimed = any(mention.section not in STUDY for mention in held.evidence)
        told = any(not mention.listed and mention.section not in NAMING for mention in held.evidence)
        if skill is None or not claimed or told or draft.shown.get(held.skill_id):
            continue
        if skill.kind in {"certification", "soft"} or held.skill_id in included | grounds:
            continue
        if not any(_says(told_text, alias.text) for alias in skill.aliases):
            ids.append(held.skill_id)
    return sorted(ids, key=lambda skill_id: (-draft.wanted.get(skill_id, 0), skill_id))


def _says(text: str, name: str) -> bool:
    """Whether a name of three letters or more stands in a text, also as a part of another one's name."""
    return len(name) >= MIN_NAME and find_name(name, text) is not None


def _length(draft: ReviewedResume) -> Iterator[Finding]:
    count, pages = len(draft.text.split()), len(draft.reading.document.page_starts)
    if pages > MAX_PAGES:
        yield point("too-long", f"It has {pages} pages.")
    elif count > MAX_WORDS:
        yield point("too-long", f"It has {count} words, which fill more than two pages.")
    elif count < MIN_WORDS:
        yield point("too-short", f"It has {count} words; a full page has about 400.")


def _links(draft: ReviewedResume) -> Iterator[Finding]:
    addresses = " ".join(links(draft.text)).lower()
    missing = [(line, site) for line in draft.lines if (site := _site(draft, line)) and site.lower() not in addresses]
    for line, site in missing:
        yield point("link-missing", f"It names {site}, and no address of yours there was found.", line)
    if not addresses and not missing:
        yield point("no-link", "No address of a page was found.")


def _site(draft: ReviewedResume, line: Line) -> str:
    """The site that a line sends its reader to, or nothing; "GitHub" in a list of skills sends nobody anywhere."""
    match = draft.words.has("sites", line.text)
    if not match:
        return ""
    sends = draft.words.has("sends", line.text)
    handle = line.text[match.end() :].lstrip()[:1] in {":", "/", "@"}
    contact = line.part.kind == "top" and line.end < CONTACT_CHARACTERS and not handle
    return match[0] if sends or contact else ""


def _layout(draft: ReviewedResume) -> Iterator[Finding]:
    document = draft.reading.document
    for start, end in draft.reading.outline.headings:
        if re.fullmatch(r"(?:\w\s+){3,}\w\W*", draft.text[start:end]):
            line = next(line for line in draft.lines if line.start >= start)
            yield point("spaced-heading", "A space stands between its letters.", line)
    for notice in document.notices:
        if notice.kind == "columns":
            yield point("columns", notice.sentence)
    rows = [line for line in draft.lines if _row(draft.text[line.start : line.end], document.name)]
    if len(rows) >= TABLE_ROWS:
        yield point("table", f"{len(rows)} lines look like rows of a table; this is the first.", rows[0])


def _row(text: str, name: str) -> bool:
    """Whether a line is a row of cells; a tab before a date only sets it to the right."""
    cells = name.lower().endswith(".docx") and "\t" in text.strip() and not _DATED_CELL.search(text)
    return cells or len(re.findall(r"\S\|\S", text)) > 1
