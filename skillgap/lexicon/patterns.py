"""Turns wordings of ``data/`` into regular expressions, by one notation.

A wording is a row of words in any case, with white space and perhaps a comma between them:

    a|b       one of these; ``_`` is a space inside a choice (``up_to|over``)
    word?     may be missing
    word*     any ending (``communicat*``)
    ~verb     every form of a regular verb (log, logs, logged, logging)
    {list}    one word of a list of the same file; {digits}, {money}, {month} and {year} are always there
    #         a number in figures or in words
    .. ...    up to three words, up to six, within one clause
    :         a colon
    $         a mark or the end of the line
    !word     must not stand here: behind the match, or before it at the start of a wording
    =word     exactly so; otherwise a plural also stands for its singular, and a hyphen for a space or nothing

A word with a capital counts only as written (``IT``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from skillgap.lexicon import verbs

Lists = Mapping[str, Sequence[str]]
GAPS = {"..": 3, "...": 6}
"""Most words that a gap stands for."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = r"\d[\d,.]{0,15}"
SHAPES = {
    "digits": rf"{_DIGITS}\+?",
    "money": rf"[$£€₹]\s?{_DIGITS}k?",
    "month": f"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}",
    "year": r"(?:19|20)\d\d",
}
NUMBER_WORDS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
    "thirty", "forty", "fifty", "several", "many",
)  # fmt: skip
_NUMBER = rf"(?:{_DIGITS}\+?|hundreds\sof|dozens\sof|{'|'.join(NUMBER_WORDS)})"
_SPACE = r",?\s+"
_CLAUSE = r"(?!(?:but|while|who|which|that|because|when|so|if|then|i|we|they|he|she)\b)"
"""Words at which another clause begins; a gap never contains them."""
_ANY_WORD = rf"{_CLAUSE}[\w'’&/+%#-]{{1,60}}(?:[.,]\w{{1,20}}){{0,9}}"
"""Any word. Its length is limited: without a limit, a search of a page of hyphens takes minutes."""
_PHRASE = (
    r"(?!(?:about|across|after|against|as|at|because|before|between|but|by|during|for|from|he|i|if|in|into|of|on|over|"
    r"she|so|that|then|they|through|to|under|using|via|we|when|where|which|while|who|with|within|without)\b)"
)
"""Words that end a noun phrase; a gap within one phrase never contains them."""
_PHRASE_WORD = rf"{_PHRASE}(?!\d{{1,9}}[-/]\d)[\w'’&+%#-]{{1,60}}(?:[.,]\d{{1,20}}){{0,9}}"
MARKS = {":": r"\s?:", "$": r"(?=\s*(?:[.,;:()|•–]|\n|\Z))"}
"""Signs of the notation -> expression; they follow a word without a space."""
_LIST = re.compile(r"\{(\w+)\}")


def compile_any(wordings: Iterable[str], lists: Lists, *, hyphens: bool = False) -> re.Pattern[str]:
    """The pattern that finds any of the wordings, the longest first, as whole words.

    Args:
        wordings: In the notation above.
        lists: Name of a list -> the words for which ``{name}`` stands.
        hyphens: Whether a hyphen is part of a word, so that "award" is not found in "award-winning".
    """
    edge = r"[\w-]" if hyphens else r"\w"
    forms = [expression(wording, lists) for wording in sorted(wordings, key=lambda text: (-len(text), text))]
    return re.compile(rf"(?<!{edge})(?:{'|'.join(forms) or '(?!)'})(?!{edge})", re.IGNORECASE)


def find_name(name: str, text: str) -> re.Match[str] | None:
    """The first match of a name as whole words, in any case ("C" is not in "script")."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)


def expression(wording: str, lists: Lists, *, one_phrase: bool = False) -> str:
    """A wording as a regular expression.

    Args:
        wording: In the notation above.
        lists: Name of a list -> the words for which ``{name}`` stands.
        one_phrase: Whether gaps stay within a noun phrase, without comma, date and preposition.

    Raises:
        KeyError: It names an unknown list.
    """
    parts: list[str] = []
    begun = False
    space, any_word = (r"\s+", _PHRASE_WORD) if one_phrase else (_SPACE, _ANY_WORD)
    for word in wording.split():
        # "plus :"
        if word in MARKS:
            parts.append(MARKS[word])
        elif word.startswith("!"):
            parts += _absent(word[1:], lists, behind=begun)
        else:
            # a word that may be missing takes its space with it: "very? good"
            form, least, most = _word(word, lists, any_word)
            count = "" if least == most else "?" if most == 1 else f"{{0,{most}}}?"
            joined = rf"{space}{form}" if begun else form if least else rf"{form}{space}"
            parts.append(f"(?:{joined}){count}" if count else joined)
            begun = begun or bool(least)
    return "".join(parts)


def _word(word: str, lists: Lists, any_word: str) -> tuple[str, int, int]:
    """The expression of one word, and its fewest and most repetitions."""
    if word in GAPS:
        return any_word, 0, GAPS[word]
    longest = sorted(choices(word.removesuffix("?"), lists), key=lambda one: (-len(one), one))
    return rf"(?:{'|'.join(map(_escaped, longest))})(?!\w)", 0 if word.endswith("?") else 1, 1


def _absent(word: str, lists: Lists, *, behind: bool) -> Iterator[str]:
    """The expressions that exclude a word behind the match or before it."""
    found = sorted(choices(word, lists))
    if behind:
        yield rf"(?!{_SPACE}(?:{'|'.join(map(_escaped, found))})(?!\w))"
    # Python's lookbehind needs a fixed width, so each choice is one of its own
    else:
        yield from (rf"(?<!\b{re.escape(one)}\s)".replace(r"\ ", r"\s") for one in found)


def phrases(wording: str, lists: Lists) -> tuple[str, ...]:
    """Every phrase of a wording of fixed words, sorted: "no|zero prior? experience" gives four.

    Raises:
        KeyError: It names an unknown list.
        ValueError: A sign of it stands for words that cannot be listed, such as a gap.
    """
    forms = [""]
    for word in wording.split():
        found = sorted(choices(word.removesuffix("?"), lists)) + [""] * word.endswith("?")
        if (
            word in GAPS
            or word[:1] in "!="
            or any(choice.endswith("*") or set(choice) & set("#${") for choice in found)
        ):
            raise ValueError(f"{word!r} stands for words that cannot be listed")
        forms = [f"{form} {choice}" for form in forms for choice in found]
    return tuple(sorted({" ".join(form.split()) for form in forms}))


def choices(word: str, lists: Lists) -> set[str]:
    """The forms of one word of a wording, with spaces for ``_``."""
    found: set[str] = set()
    for part in word.split("|"):
        named = _LIST.search(part)
        if part.startswith("~"):
            found |= verbs.forms(part[1:])
        # "{pace}-moving": the words of a list may have a rest behind them
        elif named and named[1] not in SHAPES:
            found |= {choice for one in lists[named[1]] for choice in choices(_filled(part, named, one), lists)}
        else:
            found.add(part.replace("_", " "))
    return found


def _filled(part: str, named: re.Match[str], word: str) -> str:
    """A part of a wording with a word in place of ``{list}``."""
    return f"{part[: named.start()]}{word.replace(' ', '_')}{part[named.end() :]}"


def _escaped(choice: str) -> str:
    """The expression of a choice; unless it is exact, hyphens and the s of a plural may be missing."""
    exact, any_ending = choice.startswith("="), choice.endswith("*")
    plain = choice.removeprefix("=").removesuffix("*")
    form = re.escape(plain).replace(r"\ ", r"\s+").replace(r"\#", _NUMBER).replace("'", "['’]")
    for name, shape in SHAPES.items():
        form = form.replace(re.escape(f"{{{name}}}"), shape)
    if not exact:
        form = form.replace(r"\-", r"[-\s]?")
        form += "?" if _is_plural(plain) else ""
    form += r"\w*" if any_ending else ""
    # "IT" must not be found in "it"
    return f"(?-i:{form})" if plain != plain.lower() else form


def _is_plural(word: str) -> bool:
    """Whether a word ends in the s of a plural ("laptops", not "access", "status", "basis")."""
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
