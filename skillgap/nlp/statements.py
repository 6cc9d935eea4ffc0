"""Component: cuts a Doc into statements, the units in which words bear on each other.

A statement is a line, or the lines that a sentence runs over. Text from a page breaks sentences at the margin;
a line that ends well before the margin, or is followed by a bullet, a blank line or a heading, ends its statement.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span

BULLETS = frozenset("•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·*✓✔❖-–")
FULL_LINE = 0.62
"""A line at least this long, as a share of a typical full line of the document, may run on into the next."""
MARGIN = 0.85
"""Length from which a line reaches the margin, so that even a capital may go on with its sentence."""
LIST_COMMAS = 2
"""Commas from which a line that a capital follows is a finished list rather than half a sentence."""
OPEN_WORDS = frozenset({"and", "or", "of", "in", "with", "the", "to", "for", "a", "on"})
"""A line that ends in one of these is not finished."""
SHORT = 4
"""Tokens of a line that may be the rest of one that breaks after a name ("Studying for CompTIA / Security+")."""
SENTENCE_END = frozenset(".!?:;")


@Language.component("skillgap_lines", assigns=["doc.spans"])
def lines(doc: Doc) -> Doc:
    """Write ``doc.spans["lines"]``: the lines of the text as it came, without the empty ones."""
    doc.spans["lines"] = _lines(doc)
    return doc


@Language.factory("skillgap_statements", assigns=["doc.spans"])
class Statements:
    """Write ``doc.spans["statements"]``: lines joined where a sentence runs on, never into or out of a heading."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Cut ``doc``."""
        doc.spans["statements"] = _join(doc, list(doc.spans["lines"]), {span.start for span in doc.spans["headings"]})
        return doc


def _lines(doc: Doc) -> list[Span]:
    breaks = doc.user_data["breaks"]
    cuts = [i for i in range(1, len(doc)) if breaks[i]]
    return [
        Span(doc, start, end, label="line")
        for start, end in zip([0, *cuts], [*cuts, len(doc)], strict=True)
        if end > start
    ]


def _length(doc: Doc, line: Span) -> int:
    return int(doc.user_data["ends"][line.end - 1] - doc.user_data["starts"][line.start])


def _join(doc: Doc, lines: list[Span], headings: set[int]) -> list[Span]:
    lengths = sorted(_length(doc, line) for line in lines)
    typical = lengths[int(len(lengths) * 0.85)] if lengths else 0
    statements: list[Span] = []
    start = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        heading = line.start in headings or (following is not None and following.start in headings)
        if following is None or heading or not _runs_on(doc, line, following, typical):
            statements.append(Span(doc, lines[start].start, line.end, label="statement"))
            start = index + 1
    return statements


def _runs_on(doc: Doc, line: Span, following: Span, typical: int) -> bool:
    """Whether the sentence of ``line`` goes on in ``following``."""
    if doc.user_data["breaks"][following.start] > 1 or following[0].text in BULLETS:
        return False
    last, first = line[-1].text, following[0].text
    if last in SENTENCE_END:
        return False
    if last in {",", "&", "/", "(", "-"} or line[-1].lower_ in OPEN_WORDS:
        return True
    if len(line) > 2 and line[-2].lower_ in {"for", "towards"} and len(following) <= SHORT:
        return True
    if len(following) > 1 and any(token.text == ":" for token in following[1:5]):
        return False
    if first[0].islower() or first[0].isdigit() or first in {"(", "&", "/"}:
        return _length(doc, line) >= FULL_LINE * typical
    listed = sum(token.text == "," for token in line) >= LIST_COMMAS
    return not listed and _length(doc, line) >= MARGIN * typical
