"""Component: soft skills told by what somebody did with people and numbers ("led 12 soldiers", "trained six starters").

Names are looked up as they stand; these are the few phrases whose words vary too much to be listed.
"""

import re
from bisect import bisect_left, bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import runs
from skillgap.nlp.runs import Run

_NUMBER = (
    r"(?:\d{1,4}\+?|a|an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|"
    r"many|new|junior|younger|fellow|other)"
)
_PEOPLE = (
    r"(?:people|persons|staff|students?|pupils|learners|members?|colleagues?|co-?workers|employees?|hires?|starters?|"
    r"trainees?|interns?|volunteers?|soldiers|airmen|sailors|marines|cadets|scouts|peers?|classmates|teammates|players|"
    r"children|kids|adults|teachers?|nurses?|grads|graduates|freshmen|juniors?|agents?|associates?|cashiers?|stewards|"
    r"technicians|engineers|developers|analysts|users|reps|aides|recruits|apprentices|guides|coaches|tutors|waiters|servers)"
)
_SOME = (
    rf"(?:(?:over|about|around|nearly|up to|more than|some|the)\s)?{_NUMBER}(?:\s?\+)?(?:\s[\w-]+){{0,2}}?\s{_PEOPLE}\b"
)
_GROUP = (
    r"(?:a|an|the|our|my)\s(?:[\w-]+\s){0,3}?(?:team|crew|group|squad|shift|section|platoon|club|department)\b"
    r"(?:\sof\s[\w-]+)?"
)
_PUBLIC = (
    r"(?:class|board|panel|judges|audience|management|stakeholders|clients?|customers?|executives|leadership|faculty|"
    r"commander)"
)
_UPSET = r"(?:upset|angry|frustrated|irate|tense|difficult|unhappy|anxious)"
BEHAVIOURS: dict[str, str] = {
    "leadership": rf"(?:led|lead|headed|captained|commanded)\s(?:{_SOME}|{_GROUP})",
    "supervision": rf"(?:managed|supervised|oversaw|ran|run|directed|in charge of|charge of)\s(?:{_SOME}|{_GROUP})",
    "coaching-mentoring": rf"(?:mentored|coached|precepted|onboarded)\s(?:{_SOME}|{_GROUP})",
    "teaching-others": rf"(?:trained|taught|tutored|instructed|showed)\s(?:up\s)?{_SOME}",
    "customer-service": (
        r"(?:handled|resolved|answered|dealt with)\s(?:[\w-]+\s){0,2}?(?:complaints?|customer\s(?:queries|questions|"
        r"issues))"
        r"|kept\s(?:customers|clients|users)\s(?:informed|updated|happy)"
    ),
    "conflict-resolution": (
        rf"(?:calmed?|calms|de-?escalated?|talk(?:ed)?\sto)\s(?:down\s)?(?:[\w-]+\s){{0,1}}?{_UPSET}\s[\w-]+"
        rf"|(?:calms?|calmed)\s(?:people|customers|guests)\sdown"
    ),
    "technical-explanation": (
        r"explain(?:ed|s|ing)?\s(?:[\w-]+\s){1,3}?to\s(?:[\w-]+\s){0,2}?(?:people|users|customers|colleagues|staff|"
        r"board|owners?|managers?|parents|residents|non-?technical)\b"
    ),
    "presentation-skills": (
        rf"(?:presented|briefed|pitched|demoed|demonstrated)\s(?:[\w-]+\s){{0,4}}?(?:to\s)?(?:[\w-]+\s){{0,2}}?{_PUBLIC}\b"
    ),
}
"""Skill id -> the words that tell of it, as a regular expression in which case does not matter."""
OPENINGS = frozenset({
    "led", "lead", "headed", "captained", "commanded", "managed", "supervised", "oversaw", "ran", "run",
    "directed", "in", "charge", "mentored", "coached", "precepted", "onboarded", "trained", "taught", "tutored",
    "instructed", "showed", "handled", "resolved", "answered", "dealt", "kept", "calm", "calms", "calmed", "de",
    "deescalated", "deescalate", "talk", "talked", "explain", "explained", "explains", "explaining",
    "presented", "briefed", "pitched", "demoed", "demonstrated",
})  # fmt: skip
"""First words of all of these: a text is looked at only where one stands."""
_GROUPS = {f"g{number}": skill_id for number, skill_id in enumerate(BEHAVIOURS)}
_TOLD = re.compile("|".join(rf"\b(?P<g{number}>{form})" for number, form in enumerate(BEHAVIOURS.values())), re.I)


@Language.factory("skillgap_behaviours")
class Behaviours:
    """Add to ``doc.user_data["candidates"]`` what is told and not named; a name found in the same words stands.

    Args:
        known: Ids of the skills that the taxonomy has.
    """

    def __init__(self, nlp: Language, name: str, known: list[str]) -> None:
        self.name = name
        self.known = frozenset(known)

    def __call__(self, doc: Doc) -> Doc:
        """Find the behaviours in ``doc``."""
        starts, ends, text = doc.user_data["starts"], doc.user_data["ends"], doc.user_data["text"]
        candidates = runs.of(doc, "candidates")
        taken = runs.covered(doc, candidates)
        firsts = [start for start, _ in doc.user_data["statements"]]
        found = []
        for place, word in enumerate(doc.user_data["folded"]):
            match = _TOLD.match(text, starts[place]) if word in OPENINGS else None
            if match is None:
                continue
            start, end = bisect_left(starts, match.start()), bisect_left(ends, match.end()) + 1
            skill_id = _GROUPS[str(match.lastgroup)]
            one = bisect_right(firsts, start) == bisect_right(firsts, end - 1)
            if one and skill_id in self.known and taken.find(1, start, end) < 0:
                found.append(Run(start, end, "any-case", skill_id))
        if found:
            doc.user_data["candidates"] = sorted([*candidates, *found], key=lambda run: run.start)
        return doc
