"""Finds which kind of part a heading or label of a job posting opens."""

import re
from typing import Final, Literal

from skillgap.lexicon import own

Kind = Literal["title", "firm", "benefits", "equality", "apply", "facts", "duties", "required", "preferred", "open"]
"""Kind of a part of a posting; "open" without a known heading."""

PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\u202f": " ", "\t": " "}) | {
    ord(dash): "-" for dash in "‐‑‒–—−"
}
"""Plain quotes, dashes and spaces, one for one, so that offsets stay the same."""
WORDS: Final = own().postings
HEADING_KINDS: Final[tuple[Kind, ...]] = (
    "equality",
    "preferred",
    "apply",
    "facts",
    "benefits",
    "duties",
    "required",
    "firm",
)
"""Kinds that a heading may name; the first match counts ("Preferred qualifications" is a wish)."""
MAX_HEADING = 90
"""Most characters of a heading; a longer line is a sentence."""
MAX_LABEL = 60
"""Most characters of a label before its colon ("Nice to have: Docker")."""
HEADING_WORDS = 14
GLUE = WORDS.word_set("glue")
HEADINGS = tuple((kind, WORDS.pattern(f"headings.{kind}")) for kind in HEADING_KINDS)
ABOUT = WORDS.pattern("wordings.about")
ASKING_HEAD = re.compile(rf"(?:{WORDS.alternation('heading_openers')})\b", re.IGNORECASE)

_NAME = re.compile(r"\s[A-Z0-9][\w.&'-]*(?: [A-Z0-9&][\w.&'-]*){0,4}")
"""The name of a firm behind "About"."""
_EDGE = re.compile(r"(?:[\s#*_>=~`|:.-]|[^\w\s(\"'$£€₹/\\])*")
_WORD = re.compile(r"[\w&'-]+")


def heading_kind(words: str, *, bullet: bool) -> tuple[Kind | None, int]:
    """The kind that a heading opens ("open" for an unknown one) and its Markdown depth; ``None`` for other lines."""
    line = words.strip()
    if bullet or not line or len(line) > MAX_HEADING:
        return None, 0
    depth = len(line) - len(line.lstrip("#"))
    text = bare(line)
    count = len(_WORD.findall(text))
    if not count or count > HEADING_WORDS:
        return None, 0
    bold = line.startswith(("**", "__")) and line.rstrip(":").endswith(("**", "__"))
    marked = bool(depth or bold or line.rstrip("*_ ").endswith(":") or (text.isupper() and len(text) > 3))
    if not marked and (line[-1] in ".,;" or ":" in text):
        return None, 0
    kind = wording(text, loose=marked or bool(ASKING_HEAD.match(text)))
    return (kind or "open", depth) if marked else (kind, depth)


def wording(text: str, *, loose: bool) -> Kind | None:
    """The kind whose wording a heading holds; unless ``loose``, only glue words may stand beside it."""
    # "About Initech"
    about = ABOUT.match(text)
    if about and _NAME.fullmatch(text, about.end()):
        return "firm"
    for kind, pattern in HEADINGS:
        match = pattern.search(text)
        if match and (loose or _only_glue(text[: match.start()] + " " + text[match.end() :])):
            return kind
    return None


def _only_glue(rest: str) -> bool:
    """Whether the rest of a heading holds only glue words ("Your requirements and")."""
    return all(word in GLUE for word in _WORD.findall(rest.casefold()) if word != "&")


def bare(line: str) -> str:
    """A heading without its marks."""
    opening = _EDGE.match(line)
    start = opening.end() if opening else 0
    return line[start:].rstrip("#*_:=~-` \t?!.")


def label(opening: str) -> Kind | None:
    """The kind that the words before a colon name ("Good to have: Docker")."""
    name, colon, _ = opening.partition(":")
    text = bare(name)
    if not colon or not text or len(text.split()) > HEADING_WORDS // 2:
        return None
    # "Languages: Python" is a label inside a part and opens none
    return wording(text, loose=False)
