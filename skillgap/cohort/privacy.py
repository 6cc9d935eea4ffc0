"""What may leave the office: quotes without what names a person, shares of groups from which nobody can be told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from skillgap.characters import EMAIL
from skillgap.feedback.document_rules import links
from skillgap.model.cohort import Student
from skillgap.model.groups import HIGH, LOW, GroupCount, Shown

THRESHOLDS = (5, 10, 15)
"""Least students of a group whose shares are shown, to choose from."""
PHONE = re.compile(r"(?<![\w.])\+?(?:[(]?\d[\d()./ -]{6,}\d)(?!\w)")
"""Eight or more digits with what people put between them; two years with a dash are fewer."""
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-/]\s*(?:19|20)\d\d")
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MIN_NAME = 2
"""Letters of the shortest part of a name that is taken out."""
NAME_WORDS = range(1, 6)
"""Words of a first line that is the name of its writer."""


@dataclass(frozen=True, slots=True)
class Redactor:
    """Takes out what names the writer of a resume: name, e-mail addresses, phones, links.

    Attributes:
        names: Parts of the name in lower case.
    """

    names: frozenset[str] = frozenset()

    def redact(self, text: str) -> str:
        """The text with a word in brackets for what was taken out."""
        text = EMAIL.sub("[e-mail]", text)
        for link in sorted(links(text), key=len, reverse=True):
            text = text.replace(link, "[link]")
        text = PHONE.sub(lambda found: found[0] if _YEARS.fullmatch(found[0].strip()) else "[phone]", text)
        return _NAME.sub(lambda found: "[name]" if found[0].lower() in self.names else found[0], text)


def redactor(student: Student) -> Redactor:
    """What takes a student out of quotes: by the class list, the e-mail address and the first line of the resume."""
    text = student.reading.document.text if student.reading else ""
    first = next((line for line in text.splitlines() if line.strip()), "")
    words = _NAME.findall(student.name)
    if len(first.split()) in NAME_WORDS:
        words += _NAME.findall(first)
    for address in EMAIL.findall(text):
        words += _NAME.findall(address.partition("@")[0])
    return Redactor(frozenset(word.lower() for word in words if len(word) >= MIN_NAME))


def protected(groups: Mapping[str, GroupCount], threshold: int) -> tuple[dict[str, GroupCount], GroupCount]:
    """The cells of one row and their sum, so that no cell can be worked out from the others and the sum.

    A group under the threshold is withheld. Then the next smallest ones are too, until the groups that are not told
    have ``threshold`` students together and each of them still has two possible counts. Where that cannot be had,
    the sum is withheld.

    Args:
        groups: Group -> its true counts; everybody is in one group.
        threshold: Least students of a group that is shown.
    """
    cells = {name: alone(cell, threshold) for name, cell in groups.items()}
    total = GroupCount(sum(cell.met for cell in groups.values()), sum(cell.asked for cell in groups.values()))
    order = sorted(cells, key=lambda name: (cells[name].asked, name))
    while not safe(tuple(cells.values()), total, threshold):
        shown = [name for name in order if cells[name].shown == "share" and cells[name].asked]
        if not shown:
            total = replace(total, shown="withheld")
            break
        cells[shown[0]] = replace(cells[shown[0]], shown="withheld")
    if total.shown == "share":
        total = alone(total, threshold)
    return cells, total


def alone(cell: GroupCount, threshold: int) -> GroupCount:
    """A cell by itself: withheld where it is small, told as nearly all or none where it is extreme."""
    if 0 < cell.asked < threshold:
        return replace(cell, shown="withheld")
    extreme: Shown = "high" if cell.share > HIGH else "low" if cell.share < LOW else "share"
    blurred = replace(cell, shown=extreme)
    first, last = blurred.range
    return replace(cell, shown="withheld") if cell.asked and extreme != "share" and first >= last else blurred


def safe(cells: Sequence[GroupCount], total: GroupCount, threshold: int) -> bool:
    """Whether no untold cell has only one possible count, all told counts and the sum being known."""
    untold = [cell for cell in cells if cell.shown != "share" and cell.asked]
    if not untold:
        return True
    if sum(cell.asked for cell in untold) < threshold:
        return False
    left = total.met - sum(cell.met for cell in cells if cell.shown == "share")
    return all(first < last for first, last in possible(untold, left))


def possible(untold: Iterable[GroupCount], left: int) -> list[tuple[int, int]]:
    """Least and most of each untold cell, given what they have together."""
    ranges = [cell.range for cell in untold]
    least, most = sum(first for first, _ in ranges), sum(last for _, last in ranges)
    return [(max(first, left - (most - last)), min(last, left - (least - first))) for first, last in ranges]
