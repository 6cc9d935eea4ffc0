"""Anonymise exports: redact personal data in quotes, and hide figures that would reveal a small group."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from skillgap.characters import EMAIL
from skillgap.feedback.document_rules import links
from skillgap.model.cohort import Student
from skillgap.model.groups import HIGH, LOW, GroupCount, Shown

THRESHOLDS = (5, 10, 15)
"""Choices for the fewest students whose figures are shown; 5 and 10 are usual in education statistics."""
PHONE = re.compile(r"(?<![\w.])\+?(?:[(]?\d[\d()./ -]{6,}\d)(?!\w)")
"""Eight or more digits with separators; ``_YEARS`` excludes "2019 - 2023"."""
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-/]\s*(?:19|20)\d\d")
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MIN_NAME = 2
"""Least letters of a name's part that is redacted; an initial would redact "C" and "R"."""
NAME_WORDS = range(1, 6)
"""Number of words of a first line that may be the writer's name."""


@dataclass(frozen=True, slots=True)
class Redactor:
    """Redacts name, e-mail addresses, telephone numbers and links of a resume's writer.

    Attributes:
        names: Parts of the name in lower case.
    """

    names: frozenset[str] = frozenset()

    def redact(self, text: str) -> str:
        """Replace personal data by words in brackets ("[name]")."""
        text = EMAIL.sub("[e-mail]", text)
        for link in sorted(links(text), key=len, reverse=True):
            text = text.replace(link, "[link]")
        text = PHONE.sub(lambda found: found[0] if _YEARS.fullmatch(found[0].strip()) else "[phone]", text)
        return _NAME.sub(lambda found: "[name]" if found[0].lower() in self.names else found[0], text)


def redactor(student: Student) -> Redactor:
    """Make a redactor from the student's name, e-mail address and first line of the resume."""
    text = student.reading.document.text if student.reading else ""
    first = next((line for line in text.splitlines() if line.strip()), "")
    words = _NAME.findall(student.name)
    if len(first.split()) in NAME_WORDS:
        words += _NAME.findall(first)
    for address in EMAIL.findall(text):
        words += _NAME.findall(address.partition("@")[0])
    return Redactor(frozenset(word.lower() for word in words if len(word) >= MIN_NAME))


def protected(groups: Mapping[str, GroupCount], threshold: int) -> tuple[dict[str, GroupCount], GroupCount]:
    """Hide cells of one row, so that no hidden cell can be computed from the others and the total.

    A group below the threshold is hidden. Then the next smallest groups are hidden too (complementary suppression).
    This stops when the hidden groups have ``threshold`` students together, and each has at least two possible
    counts. If that is impossible, the total is hidden.

    Args:
        groups: Group -> its true counts; every student is in exactly one group.
        threshold: Fewest students for which a figure is shown.

    Returns:
        The cells to publish, and the total to publish.
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
    """Hide one cell if it is small, and blur it if it is extreme.

    Of 5 students, "over 95 %" could only mean all 5, so such a cell is hidden.
    """
    if 0 < cell.asked < threshold:
        return replace(cell, shown="withheld")
    extreme: Shown = "high" if cell.share > HIGH else "low" if cell.share < LOW else "share"
    blurred = replace(cell, shown=extreme)
    first, last = blurred.range
    return replace(cell, shown="withheld") if cell.asked and extreme != "share" and first >= last else blurred


def safe(cells: Sequence[GroupCount], total: GroupCount, threshold: int) -> bool:
    """Whether every hidden cell has at least two possible counts, given the published cells and the total."""
    hidden = [cell for cell in cells if cell.shown != "share" and cell.asked]
    if not hidden:
        return True
    if sum(cell.asked for cell in hidden) < threshold:
        return False
    left = total.met - sum(cell.met for cell in cells if cell.shown == "share")
    return all(first < last for first, last in possible(hidden, left))


def possible(hidden: Iterable[GroupCount], left: int) -> list[tuple[int, int]]:
    """Least and greatest possible count of each hidden cell, given their sum ``left``."""
    ranges = [cell.range for cell in hidden]
    least, most = sum(first for first, _ in ranges), sum(last for _, last in ranges)
    return [(max(first, left - (most - last)), min(last, left - (least - first))) for first, last in ranges]
