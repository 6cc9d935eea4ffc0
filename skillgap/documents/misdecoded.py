"""Repairs UTF-8 that a program decoded as Windows-1252 or Latin-1: "donâ€™t", "â€¢ Python", "CafÃ©"."""

import re

_LEADS = "\u00c2-\u00f4"
_FOLLOWERS = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_RUN = re.compile(f"[{_LEADS}][{_FOLLOWERS}]{{1,3}}")
PLAUSIBLE = (range(0xA0, 0x250), range(0x2010, 0x2C00), range(0xFB00, 0xFB07))
"""Signs of English resumes: accents, dashes, quotes, bullets, arrows, boxes, ligatures."""


def repaired(words: str) -> list[tuple[int, int, str]]:
    """Start, end and true sign of each wrongly decoded place; anything that may be right stays as it is."""
    found = []
    for match in _RUN.finditer(words):
        # "â€™s": the longest part that decodes to one sign counts
        for end in range(match.end(), match.start() + 1, -1):
            sign = _sign(words[match.start() : end])
            if sign:
                found.append((match.start(), end, sign))
                break
    return found


def _sign(words: str) -> str:
    """The one sign that the characters make as UTF-8, or an empty string."""
    data = b"".join(_byte(character) for character in words)
    try:
        sign = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return sign if len(sign) == 1 and any(ord(sign) in signs for signs in PLAUSIBLE) else ""


def _byte(character: str) -> bytes:
    """The byte that was decoded to a character."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
