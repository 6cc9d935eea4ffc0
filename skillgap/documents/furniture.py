"""Page numbers, and headers and footers that stand on several pages: no text of the resume."""

import re
from collections import Counter
from collections.abc import Sequence

from skillgap.documents.layout import Line

EDGE = 2
"""Lines at the upper and the lower end of a page that may be such."""
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,2}(?:\s*(?:/|of)\s*\d{1,2})?", re.IGNORECASE)
_TITLED = re.compile(
    r"(?i)(?:.*[|\u00b7\u2013\u2014\t-]\s*)?(?:resume|r\u00e9sum\u00e9|cv|curriculum vitae)"
    r"(?:\W{1,5}(?:page\s*)?#(?:\s*(?:/|of)\s*\d{1,2})?)?"
)
"""A footer that says what the page is: "3 June 2026 | Jo Park | Resume 1"."""
_ENDS = r"(?:^\W*(?:page\s*)?{0}\b(?!\s*%)|\b{0}(?:\s*(?:/|of)\s*\d{{1,2}})?\W*$)"


def without(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without them; what a header says stays on the first page that has it."""
    keys = [{place: _key(line.text, number) for place, line in _edges(page)} for number, page in enumerate(pages, 1)]
    counted = Counter(key for page in keys for key in set(page.values()))
    repeated = {key for key, count in counted.items() if count > 1}
    seen: set[str] = set()
    kept = []
    for page, known in zip(pages, keys, strict=True):
        last = len(page) - 1
        going = {
            place
            for place, key in known.items()
            if (place in {0, last} and last and _PAGE_NUMBER.fullmatch(page[place].text.strip()))
            or (place == last and last and _TITLED.fullmatch(key))
            or (key in repeated and (key in seen or (place > EDGE and "#" in key)))
            or ("#" in key and key.replace("#", "").strip(" -\u2013\u2014|\u00b7\t") in seen)
        }
        seen |= set(known.values())
        kept.append([line for place, line in enumerate(page) if place not in going])
    return kept


def _edges(page: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines at the ends of a page with their places."""
    return [(place, line) for place, line in enumerate(page) if place < EDGE or place >= len(page) - EDGE]


def _key(text: str, number: int) -> str:
    """A line with ``#`` for the number of its page at one of its ends."""
    return re.sub(_ENDS.format(number), lambda match: match.group().replace(str(number), "#", 1), text)
