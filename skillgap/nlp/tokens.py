"""Defines the words of one text and their places in it."""

from dataclasses import dataclass

WIDE_GAP = 3
"""Spaces that part two columns of a line."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Holds the words of one text; each field but ``text`` has one item per token.

    Attributes:
        text: The text as given. All offsets are characters into it.
        words: Words with full-width forms, curly quotes and dashes made plain.
        lower: The same words in lower case.
        starts: Offset of the first character of each token.
        ends: Offset after the last character of each token.
        line_breaks: Number of line breaks between the previous token and this one.
    """

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    line_breaks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return the character offsets of a token range that is not empty."""
        return self.starts[start], self.ends[end - 1]

    def same_line(self, index: int) -> bool:
        """Return whether there is a token at ``index`` and no line break before it."""
        return index < len(self.words) and not self.line_breaks[index]

    def space_follows(self, index: int) -> bool:
        """Return whether white space follows a token, as after the full stop of a sentence ("Node.js" has none)."""
        return index + 1 >= len(self.starts) or self.starts[index + 1] > self.ends[index]

    def next_word(self, end: int) -> str:
        """Return the word behind a range of tokens; empty where the line ends or a tab or wide gap parts it off."""
        if not self.same_line(end) or not end:
            return ""
        gap = self.text[self.ends[end - 1] : self.starts[end]]
        return "" if "\t" in gap or len(gap) >= WIDE_GAP else self.words[end]
