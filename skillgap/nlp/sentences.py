"""Component: cuts a Doc into statements, the units in which words bear on each other.

A statement is a line, or the lines that a sentence runs over. Text from a page breaks sentences at the margin;
a line that ends well before the margin, or is followed by a bullet, a blank line or a heading, ends its statement.
"""

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans

Bounds = tuple[int, int]
"""First token and the one after the last."""
BULLETS = frozenset("•●○◦▪▫■□◆◇➢➤►▶▸‣⁃∙·*✓✔❖-–")
BOXES = frozenset("\u2610\u2611\u2612\u25a1")
FULL_LINE = 0.62
"""A line at least this long, as a share of a typical full line of the document, may run on into the next."""
MARGIN = 0.85
"""Length from which a line reaches the margin, so that even a capital may go on with its sentence."""
NEAR, NARROW = 8, 0.75
"""Lines around one whose typical length holds for it when it is this share of the document's or less: a side column."""
OPEN_WORDS = frozenset({"and", "or", "of", "in", "with", "the", "to", "for", "a", "on"})
"""A line that ends in one of these is not finished."""
SHORT = 4
"""Tokens of a line that may be the rest of one that breaks after a name ("Studying for CompTIA / Security+")."""
SENTENCE_END = frozenset(".!?:;")


@Language.component("skillgap_lines")
def split_lines(doc: Doc) -> Doc:
    """Write ``doc.user_data["lines"]``: the lines of the text as it came, without the empty ones."""
    cuts = [place for place, count in enumerate(doc.user_data["breaks"]) if count and place]
    bounds = zip([0, *cuts], [*cuts, len(doc)], strict=True)
    doc.user_data["lines"] = [(start, end) for start, end in bounds if end > start]
    return doc


@Language.component("skillgap_statements")
def segment_sentences(doc: Doc) -> Doc:
    """Write ``doc.user_data["statements"]``: lines joined where a sentence runs on, never into or out of a heading."""
    doc.user_data["statements"] = _join(doc, doc.user_data["lines"], {run.start for run in spans.of(doc, "headings")})
    return doc


def _join(doc: Doc, lines: list[Bounds], headings: set[int]) -> list[Bounds]:
    starts, ends = doc.user_data["starts"], doc.user_data["ends"]
    lengths = [ends[end - 1] - starts[start] for start, end in lines]
    typical = _typical(lengths)
    joined: list[Bounds] = []
    first = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        heading = line[0] in headings or (following is not None and following[0] in headings)
        needed = None if following is None or heading else _needed(doc, line, following)
        if needed is None or (needed and _share(lengths, index, typical) < needed):
            joined.append((lines[first][0], line[1]))
            first = index + 1
    return joined


def _is_box(words: list[str], place: int) -> bool:
    """Whether a box to tick opens a line: "[ ]", "[x]" or a sign for one."""
    return words[place] in BOXES or (words[place] == "[" and "]" in words[place + 1 : place + 3])


def _typical(lengths: list[int]) -> int:
    """Length of a full line among those with these lengths; 0 without any."""
    return sorted(lengths)[int(len(lengths) * 0.85)] if lengths else 0


def _share(lengths: list[int], index: int, typical: int) -> float:
    """Length of a line as a share of a full one, in the document or, in a side column, around it."""
    full = _typical(lengths[max(0, index - NEAR) : index + NEAR])
    return lengths[index] / ((full if full < NARROW * typical else typical) or 1)


def _needed(doc: Doc, line: Bounds, following: Bounds) -> float | None:
    """Share of a full line from which the sentence of ``line`` goes on in ``following``; ``None`` if it never does."""
    words, folded = doc.user_data["words"], doc.user_data["folded"]
    (start, end), (opening, close) = line, following
    if doc.user_data["breaks"][opening] > 1 or words[opening] in BULLETS or _is_box(words, opening):
        return None
    last, first = words[end - 1], words[opening]
    if last in SENTENCE_END:
        return None
    if last in {",", "&", "/", "(", "-"} or folded[end - 1] in OPEN_WORDS:
        return 0.0
    if end - start > 2 and folded[end - 2] in {"for", "towards"} and close - opening <= SHORT:
        return 0.0
    if ":" in words[opening + 1 : min(opening + 5, close)]:
        return None
    if first[0].islower() or first[0].isdigit() or first in {"(", "&", "/"}:
        return FULL_LINE
    return MARGIN
