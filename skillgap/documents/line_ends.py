"""Words that are parted by a hyphen at the end of a line: made whole, with or without their hyphen.

What the text says elsewhere decides: "kubernetes" elsewhere joins "Kuber-/netes", "on-premises" keeps the hyphen of
"on-/premises". Where neither stands elsewhere, the hyphen goes if a program put it there (browsers then write U+2010),
and stays beside a word that mostly stands in compounds, a number, a letter or an abbreviation.
"""

import re
from collections.abc import Iterable

HEADS = frozenset(
    """
    all cross day end event first full fully half hands high highly in large least long low mid multi newly non object
    off on one open out part peer point real role rule second self server short single site small state step stop test
    third three time top two up user well wide work world year zero
    """.split()  # noqa: SIM905  (a list would take fifty lines)
)
"""First words of compounds: "cross-functional", "hands-on", "real-time"."""
TAILS = frozenset(
    """
    account aged and as assisted aware balanced based born bound box built case centered centric certified class code
    come cost day days deep demand depth designed dimensional directed domain driven effective efficient end error
    established experienced facing factor fast fit focused for free friendly functional funded going grade green ground
    grown growing hand hosted hour house impact intensive journey key language learn learning led left less level life
    line lived long made maintenance managed master meeting minded minute month motivated native notch order organized
    oriented paced packed page paid paper party performance performing person pitch place platform point premises
    process producing profile profit proof purpose quality quarter ranging ready region related resistant response rich
    rounded run running saving scale school sector server service side sided site sized skilled solve solver solving
    source space specific speed spirited spoken stack stage standing starter state step style taught tech tenant term
    test tested testing the theory thinking thread threaded threading tier time tolerant touch traffic trained training
    trust type value vendor versed volume week weekly wide winning word world worthy written year years
    """.split()  # noqa: SIM905
)
"""Last words of compounds: "detail-oriented", "on-premises"."""
ENDINGS = re.compile(
    r"ing|ings|ity|ist|ists|ive|ize|ized|izes|ise|ised|ment|ments|ness|able|ible|tion|tions|sion|ation|ations|age|ages|"
    r"ance|ence|ant|ent|ers|ful|fully|ical|ically|ization|isation|like|ously|ship|ures?|ware"
)
"""Ends of words that are no words: what stands before them is parted from them."""
FEW = 2
"""Letters that no program puts on the next line alone: "hands-/on"."""
LONG = 40
"""Characters of a line from which its last word may go on in the next with a capital letter: "T-/SQL"."""
MAX_LINE = 400
"""Characters of a line; longer ones come from no page."""
MAX_WORD = 60
"""Characters of a word that is made whole."""
_BROKEN = re.compile(r"(?:^|[\s(/\"'\u201c])((?:[^\W_]+[-\u2010])*[^\W_]*[^\W\d_])[-\u2010]$")
_NEXT = re.compile(r"[^\W\d_][\w+#]*(?:[-\u2010]\w+)*")
_WORDS = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text in small letters, compounds whole, but for those that its line ends part."""
    return frozenset(
        match.group().casefold()
        for line in lines
        for match in _WORDS.finditer(line)
        if line[match.end() : match.end() + 1] not in {"-", "\u2010"}
    )


def is_broken(line: str) -> bool:
    """Whether a line ends within a word."""
    return line.endswith(("-", "\u2010")) and len(line) <= MAX_LINE and bool(_BROKEN.search(line[-MAX_WORD:]))


def rejoined(line: str, after: str, known: frozenset[str]) -> tuple[str, str] | None:
    """The two lines with the word that runs over from the first into the second in the first; ``None`` without one.

    ``known`` are the words of the text, see ``words_of``.
    """
    head, tail = _BROKEN.search(line[-MAX_WORD:]), _NEXT.match(after)
    if not head or not tail:
        return None
    joined, compound = (head.group(1) + tail.group()).casefold(), f"{head.group(1)}-{tail.group()}".casefold()
    # "on-premises" elsewhere in the text settles "on-/premises"
    keeps = compound in known
    if (joined in known) == (compound in known):
        # "C-" above "Level" in a short line may be two items of a list
        if not line.endswith("\u2010") and not tail.group()[0].islower() and len(line) < LONG:
            return None
        keeps = not line.endswith("\u2010") and (
            not tail.group()[0].islower() or _is_compound(head.group(1), tail.group())
        )
    word, _, rest = after.partition(" ")
    return line[: None if keeps else -1] + word, rest.lstrip()


def _is_compound(head: str, tail: str) -> bool:
    """Whether two words that a hyphen parts at the end of a line are two."""
    # "sign-/in", "state-of-/the-art"
    if len(tail) <= FEW or any(mark in word for word in (head, tail) for mark in "-\u2010"):
        return True
    # "develop-/ment": no word by itself
    if ENDINGS.fullmatch(tail):
        return False
    small = head.casefold()
    return small in HEADS or tail in TAILS or len(head) == 1 or head.isupper() or not head.isalpha()
