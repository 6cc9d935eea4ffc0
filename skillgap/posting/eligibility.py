"""Hard screens of a job posting: what shuts an applicant out whatever their skills."""

import re
from collections.abc import Iterator
from typing import Final

from skillgap.posting.segments import Part
from skillgap.posting.words import DEGREE, words

# fmt: off
MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
TONGUE: Final = (
    r"(?:english|hindi|german|french|spanish|mandarin|tamil|kannada|telugu|marathi|"
    r"bengali|arabic|japanese|italian|dutch|portuguese|welsh)"
)
SUBJECT: Final = words(
    r"computer science", r"computer engineering", r"information (?:technology|systems|security|science)",
    "software engineering", "computing",
    r"(?:electrical|electronics?|mechanical|computer|telecom\w*)(?: (?:and|&) \w+)? engineering",
    "(?-i:CSE|ECE|EEE|IT|CS|MIS)(?= |/|,|\\.|$|\\))", "mathematics", "maths?", "statistics", "physics", "data science",
    r"cyber ?-?security",
    r"(?:related|relevant|similar|equivalent|numerate|technical|quantitative) (?:\w+ )?(?:field|discipline"
    r"|subject|degree|major|branch)s?",
    "stem", "any (?:discipline|branch|stream|degree)",
)
SCREENS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("degree", DEGREE),
    ("subject", SUBJECT),
    ("class-year", words(
        r"rising (?:freshman|sophomore|junior|senior)s?",
        r"freshm[ae]n",
        r"sophomores?",
        r"(?:junior|senior)s? (?:or (?:junior|senior)s? )?(?:standing|year|in college)",
        "penultimate[- ]year",
        "penultimate",
        r"(?:pre-?final|final|first|second|third|fourth|1st|2nd|3rd|4th)[- ]years?(?! of experience)",
        r"graduat(?:e|es|ing|ion)\b[^.;]{0,40}\b20\d\d",
        r"20\d\d(?: ?/ ?20\d\d)? (?:batch|graduates?|pass-?outs?|grads?)",
        r"(?:class|batch)(?:es)? of 20\d\d",
        r"20\d\d(?: (?:or|and|to|-) 20\d\d)? (?:batch|pass)\w*",
        r"recent graduates?",
        "freshers?",
        "semesters? (?:left|remaining)",
    )),
    ("gpa", words(
        r"c?gpa",
        r"2[:.][12]",
        r"upper second",
        r"first[- ]class (?:degree|honours)",
        r"\d{2} ?%(?: aggregate| throughout| and above| or above| or higher)",
        "academic backlogs?",
        r"backlogs?",
    )),
    ("work-permit", words(
        r"authori[sz]ed to work",
        r"(?:work|employment) authori[sz]ation",
        r"right to work",
        r"work permit",
        r"(?:visa|immigration) (?:sponsorship|support|status)",
        r"sponsorship",
        r"(?:not|unable to|cannot|can't|able to) sponsor",
        r"citizenship",
        r"(?:u\.?s\.?|uk|british|indian|eu|american|canadian|australian|singapore\w*) (?:citizens?|nationals?"
        r"|persons?)",
        r"permanent residents?",
        r"green card",
        "(?-i:OPT|CPT|ITAR)",
        r"eligible to work",
        "eligibility to work",
        "student visa",
    )),
    ("clearance", words(
        r"clearances?",
        r"security[- ]cleared",
        r"ts/sci",
        "(?-i:BPSS|DV|SC)[- ](?:cleared|check\\w*|clearance)",
        "bpss",
        "dbs check",
        r"(?:security|police|background) (?:vetting|verification)",
        r"background checks?",
    )),
    ("licence", words(
        r"driv(?:ing|er'?s?|ers') licen[cs]e",
        r"(?:full|valid) (?:\w+ )?licen[cs]e",
        r"own (?:vehicle|car|transport|two-wheeler)",
        r"two[- ]wheeler",
    )),
    ("age", words(
        r"(?:1[4-9]|2\d)(?: years)? (?:of age|or (?:over|older|above)|years old)",
        r"at least (?:1[4-9]|2[01]) years(?! of exp)",
        r"aged (?:between )?\d\d",
        r"(?:over|above) (?:the age of )?(?:16|18|21)(?! hours| months| weeks)",
        r"(?:minimum|maximum) age",
        "(?:1[4-9]|21) ?\\+(?! ?(?:years|gb|hours|months))",
        "below \\d\\d years",
    )),
    ("place", words(
        r"on-?site",
        r"on site",
        r"in[- ](?:office|person)",
        r"hybrid",
        r"relocat\w+",
        r"work(?:ing)? from (?:the |our )?office",
        "(?-i:WFO)",
        r"commut\w+",
        r"based (?:in|at|out of)",
        r"\d (?:\w+ )?days? (?:a|per|each) week (?:in|at|from)",
        r"(?:job |work |office )?location ?:",
        r"remote\b[^.;]{0,30}\bonly",
        r"(?:live|reside|located|residing) (?:in|within)",
        r"willing(?:ness)? to travel",
    )),
    ("language", words(
        rf"(?:fluent|fluency|native|proficient|business|conversational|spoken|written|good|excellent|speak|read"
        rf"|command of)\b[^.;]{{0,25}}\b{TONGUE}",
        rf"{TONGUE}(?: language)?(?: is)? (?:required|fluency|speaking|speakers?|proficiency|level|skills"
        rf"|mandatory|essential)",
        rf"{TONGUE} ?\(?(?:a1|a2|b1|b2|c1|c2)\b",
        "bilingual",
        rf"languages?(?: skills| required)?: ?{TONGUE}",
    )),
    ("hours", words(
        r"hours ?: ?\d{1,2}",
        r"\d{1,2}(?:\.\d)?(?: ?(?:-|to) ?\d{1,2})? ?\+? ?-?(?:hours?|hrs?)\b[^.;]{0,14}(?:week|wk|pw|day)",
        r"(?:week|weekly)\b[^.;]{0,12}\d{1,2} ?(?:hours|hrs)",
        r"full[- ]time(?! (?:offer|role|position|employment|conver|opportunit|student|degree|job|undergrad"
        r"|education|study|course))",
        r"part[- ]time(?! (?:job|student))",
        r"weekends?",
        r"(?:night|rotational|rotating|evening|day|early|late) shifts?",
        r"shifts? (?:work|pattern)s?",
        r"\d days? (?:a|per) week(?! (?:in|at|from|on))",
    )),
    ("start", words(
        rf"start(?:s|ing)?(?: date)?\b[^.;]{{0,30}}(?:\b{MONTH}\b|immediately|asap|20\d\d)",
        r"start(?:ing)? date",
        r"immediate (?:joiners?|start)",
        r"join(?:ing)? (?:immediately|date)",
        r"can (?:start|join)",
        r"available (?:from|to start|to join|for|between|immediately|full)",
        r"notice period",
        r"(?:summer|fall|autumn|spring|winter) (?:of )?20\d\d",
        rf"{MONTH} (?:to|-) {MONTH} 20\d\d",
        r"\d{1,2}(?: ?(?:-|to) ?\d{1,2})?[- ](?:month|week)s?(?! of exp)(?: (?:internship|placement|programme"
        r"|program|commitment))?",
    )),
)
"""Kind of screen -> its wordings: what shuts an applicant out whatever their skills."""
STUDIES: Final = words(
    "degree",
    "majors?",
    "majoring",
    "field",
    "discipline",
    "branch",
    "branches",
    "stream",
    "studying",
    "pursuing",
    "students?",
    "graduates?",
    "subject",
    "courses?",
    "programme",
    "enrolled",
)
"""Words without one of which (or a degree) a subject is no screen."""
STARTS: Final = words(
    "start\\w*",
    "join\\w*",
    "begin\\w*",
    "available",
    "availability",
    "duration",
    "internship",
    "placement",
)
# fmt: on
SILENT: Final = frozenset({"firm", "equality"})
AMONG_BENEFITS: Final = frozenset({"hours", "start", "work-permit"})
"""Screens that also stand among the benefits ("40 hours a week", "no sponsorship")."""


def screens(plain: str, part: Part) -> Iterator[tuple[str, int]]:
    """Kind and place of each screen in a sentence."""
    if part.kind in SILENT:
        return
    hits = {kind: match.start() for kind, wording in SCREENS if (match := wording.search(plain, part.start, part.end))}
    studied = "degree" in hits or STUDIES.search(plain, part.start, part.end)
    dated = "class-year" not in hits or STARTS.search(plain, part.start, part.end)
    for kind, place in hits.items():
        # A subject is one of a degree; "graduating in spring 2027" starts nothing.
        if (kind == "subject" and not studied) or (kind == "start" and not dated):
            continue
        if part.kind != "benefits" or kind in AMONG_BENEFITS:
            yield kind, place
