"""Splits postings that were pasted without line breaks into headings, bullets and sentences."""

import re
from collections.abc import Iterator

from skillgap.posting.headings import HEADING_WORDS, WORDS, wording

MIN_FLAT = 300
"""Fewest characters of a line that may hold headings; a bullet is shorter."""
MAX_FLAT = 20_000
"""Upper limit for its characters: a whole posting has half of it."""
LONG = 3
"""Words from which a heading counts anywhere ("What You Will Be Doing"); a shorter one may open a sentence."""
MANY = 4
"""Hyphens before a capital from which they are bullets."""

STOP = re.compile(r"(?:(?<=[a-z][a-z][a-z)])(?:[.;:](?=[A-Z][a-z]{2})|\.(?=\d\d? ?\+))|[!?)](?=[A-Z][a-z]{2,}\b))")
"""End of a sentence without a space behind it ("our team.Please apply"), unlike "Node.js" and "ASP.NET"."""
GLUED = re.compile(r"(?<=[^\w.][a-z]{3})[a-z]{0,30}(?!\w{0,30}Script)(?=[A-Z][a-z]{2,}\b)")
"""A word joined to the first of the next line ("resolve issuesManage releases")."""
DASH = re.compile(r"(?:(?<=[^\w-][a-z]{2})[a-z]*| | ?(?<=[\w)])(?=- ))- ?(?=[A-Z])")
DOT = re.compile(r"\s?[•·▪●➢►✓✔]\s*")
RUN = re.compile(
    rf"(?<![A-Z'])(?=[A-Z])(?:[A-Z][\w']*(?:[ /&]{{1,3}}|\b)|(?:{WORDS.alternation('heading_small_words')})\b ?)+"
)
"""Words with capitals, as headings have them."""
_WORD = re.compile(r"[A-Z][a-z']+|[A-Z]+(?![a-z])|[a-z']+")
_SAID = re.compile(r"\w")
_MARKS = " -•·▪●➢►✓✔"
_ENDS = ".!?:;)\"'-•·"


def pieces(plain: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is a bullet of each line that was joined into one; else the line itself."""
    if not MIN_FLAT <= end - start <= MAX_FLAT:
        yield start, end, False
        return
    cuts = {start: False}
    for match in STOP.finditer(plain, start, end):
        cuts[match.end()] = False
    for match in GLUED.finditer(plain, start, end):
        cuts[match.end()] = False
    # "- Build APIs - Review code - Write tests - Fix bugs" is a list, "Rolls-Royce" a name
    dashes = [match.end() for match in DASH.finditer(plain, start, end)]
    dots = [match.start() for match in DOT.finditer(plain, start, end)]
    cuts |= dict.fromkeys((dashes if len(dashes) >= MANY else []) + dots, True)
    for first, last in _headings(plain, start, end):
        # "What You Will Do" is one heading, although a cut was found inside
        cuts = {place: bullet for place, bullet in cuts.items() if not first < place < last}
        cuts |= {first: False, last: cuts.get(last, False)}
    places = sorted(place for place in cuts if place < end)
    for place, following in zip(places, [*places[1:], end], strict=True):
        if _SAID.search(plain, place, following):
            yield place, place + len(plain[place:following].rstrip(_MARKS)), cuts[place]


def _headings(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each heading within a line."""
    behind = start
    for run in RUN.finditer(plain, start, end):
        words = list(_WORD.finditer(plain, run.start(), run.end()))
        for first in range(len(words)):
            if words[first].start() < behind:
                continue
            found = next(
                (
                    stop
                    for last in range(min(len(words), first + HEADING_WORDS), first, -1)
                    if (stop := _stop(plain, start, words[first:last]))
                ),
                0,
            )
            if found:
                yield words[first].start(), found
                behind = found


def _stop(plain: str, start: int, words: list[re.Match[str]]) -> int:
    """The end of a heading of these words, with its colon; 0 if they are no heading."""
    first, last = words[0].start(), words[-1].end()
    left, right = plain[max(start, first - 2) : first], plain[last : last + 3]
    if not (plain[first].isupper() and words[-1][0][0].isupper()):
        return 0
    kind = wording(plain[first:last], loose=False)
    if not kind or kind == "facts":  # "Hours: 37 per week" is a sentence, not the heading of a part
        return 0
    if right.lstrip().startswith(":"):
        return last + right.index(":") + 1
    # "...our team.Requirements5 years of Java": joined to the words on both sides
    glued = left[-1:].isalnum() or left[-1:] in tuple(".!?)")
    opens = glued or not left.strip() or left.rstrip()[-1] in _ENDS
    closes = right[:1].isupper() or right[:1] in tuple("-•·")
    named = len(words) > 1 and (glued or kind in {"required", "duties", "preferred"}) and right[1:2].isupper()
    return last if opens and (closes or named or len(words) > LONG) else 0
