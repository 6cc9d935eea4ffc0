"""Draws the pages of a PDF as pictures, with the place of each character of its text."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from skillgap.documents import pdf, pdfium_reader
from skillgap.documents.columns import Word
from skillgap.documents.layout import Line, Run
from skillgap.documents.pdfium_pictures import DrawnPage, Letters, pages
from skillgap.errors import DocumentError
from skillgap.model.facsimile import Facsimile, PlacedWord

MAX_DRAWN = 5
"""Most pages that are drawn; resumes have one or two."""


def draw(data: bytes, name: str) -> Facsimile:
    """The first pages of a PDF; their words are placed in the text that ``pdf.read`` returns.

    Raises:
        DocumentError: The file cannot be read, or one of its first pages cannot be drawn.
    """
    _, runs = pdf.placed(data, name)
    try:
        drawn = pages(data, MAX_DRAWN)
    except pdfium_reader.UnreadableError as error:
        raise DocumentError(f"The pages of {name} cannot be drawn, so its text is shown instead.") from error
    shown = [page for page in drawn if page is not None]
    if len(shown) < len(drawn):
        number = drawn.index(None) + 1
        raise DocumentError(f"Page {number} of {name} has a size that cannot be drawn, so its text is shown instead.")
    words = [word for run in runs if run.page <= len(shown) for word in _placed(run, shown[run.page - 1])]
    return Facsimile(tuple(page.picture for page in shown), tuple(words))


def _placed(run: Run, page: DrawnPage) -> Iterator[PlacedWord]:
    """The words of a run, each cut to its part in the run."""
    # of "Kuber-" and "netes" on two lines, each half is a word of the page
    for first, word in zip(_offsets(run.line), run.line.words, strict=True):
        low, high = max(first, run.first), min(first + len(word.text), run.last)
        if low < high:
            letters = page.letters.get((word.x0, word.x1, word.top, word.bottom))
            right, down = page.shift if letters else page.other_shift
            edges = _edges(word, letters)
            yield PlacedWord(
                run.start + low - run.first,
                run.page,
                round(word.top + down, 2),
                round(word.bottom + down, 2),
                tuple(round(edge + right, 2) for edge in edges[low - first : high - first + 1]),
            )


def _offsets(line: Line) -> Iterator[int]:
    """The offset of each word in the text of its line."""
    return accumulate((len(word.text) + 1 for word in line.words[:-1]), initial=0)


def _edges(word: Word, letters: Letters | None) -> Sequence[float]:
    """The edges of the characters of a word, evenly spread where the letters in the file differ from the text."""
    # a ligature such as "ﬁ" is one letter in the file and two in the text
    if letters is not None:
        parts = [pdf.clean_word(letter) for letter in letters.text]
        if "".join(parts) == word.text:
            found = [edge for part, box in zip(parts, letters.edges, strict=True) for edge in _spread(*box, len(part))]
            return [*found, word.x1]
    return [*_spread(word.x0, word.x1, len(word.text)), word.x1]


def _spread(left: float, right: float, count: int) -> list[float]:
    """The left edges of ``count`` characters of equal width between two places."""
    return [left + (right - left) * place / count for place in range(count)]
