"""Removes page numbers, and headers and footers that several pages repeat."""

import re
from collections import Counter
from collections.abc import Sequence

from skillgap.documents.layout import Line
from skillgap.lexicon import own

EDGE = 2
"""Lines at each end of a page that may be a header or footer."""
_PAGE = rf"(?:(?:{own().layout.alternation('page_words')})\s*)?"
_OF = rf"(?:\s*(?:/|{own().layout.alternation('page_joints')})\s*\d{{1,2}})?"
_PAGE_NUMBER = re.compile(rf"{_PAGE}\d{{1,2}}{_OF}", re.IGNORECASE)
_TITLED = re.compile(
    rf"(?i)(?:.*[|\u00b7\u2013\u2014\t-]\s{{0,9}})?(?:{own().layout.alternation('page_titles')})"
    rf"(?:\W{{1,5}}{_PAGE}#{_OF})?"
)
"""A footer with the title of the document: "3 June 2026 | Jo Park | Resume 1"."""
_ENDS = rf"(?:^\W*{_PAGE}#\b(?!\s*%)|\b#{_OF}\W*$)"
"""The number of a page at one of the ends of a line; ``#`` stands for it."""


def remove(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without headers, footers and page numbers; a repeated header stays on the first page that has it."""
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
            # "2", "Page 2 of 3"
            if (place in {0, last} and last and _PAGE_NUMBER.fullmatch(page[place].text.strip()))
            or (place == last and last and _TITLED.fullmatch(key))
            # "Jo Park, jo@example.org" on every page stays on the first; a numbered footer goes from all
            or (key in repeated and (key in seen or (place > EDGE and "#" in key)))
            # "Jo Park" on the first page, "Jo Park - 2" on the second
            or ("#" in key and key.replace("#", "").strip(" -\u2013\u2014|\u00b7\t") in seen)
        }
        seen |= set(known.values())
        kept.append([line for place, line in enumerate(page) if place not in going])
    return kept


def _edges(page: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines at both ends of a page with their places."""
    return [(place, line) for place, line in enumerate(page) if place < EDGE or place >= len(page) - EDGE]


def _key(text: str, number: int) -> str:
    """A line with ``#`` in place of the number of its page, so that footers of two pages are equal."""
    return re.sub(_ENDS.replace("#", str(number)), lambda match: match.group().replace(str(number), "#", 1), text)
