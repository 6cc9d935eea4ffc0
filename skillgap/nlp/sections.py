"""Finds the sections of a resume by the wording of headings and by the lines around them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from skillgap.nlp.heading_wordings import HEADING_WORDS, KINDS, HeadingWordings, fold_wording
from skillgap.nlp.line_view import LineView
from skillgap.nlp.sentences import BULLETS, OPEN_MARKS, OPEN_WORDS
from skillgap.nlp.spans import Bounds, TokenSpan
from skillgap.nlp.tokens import Tokens

MAX_HEADING_TOKENS = 5 * HEADING_WORDS
"""Tokens of the longest heading, its marks and the letters of spaced words included."""
LABELLED = frozenset({"interests", "references"})
"""Kinds of section that may be one labelled line in any other ("Hobbies: chess, Swift")."""
LABELLED_LISTS = frozenset({"skills", "certifications"})
"""Kinds that may be one labelled line where nothing is done ("Technical Skills: SQL, PHP" under ADDITIONAL)."""
PLACES_OF_LISTS = frozenset({"top", "other", "education", "coursework", "summary", "interests", "languages"})
"""Sections in which they may; in a job the same label lists what was used there."""
LABEL_REACH = 5
"""Tokens at the beginning of a line in which the colon of its label stands."""
ROLES = frozenset({"activities", "certifications", "internships", "projects", "volunteering"})
"""Kinds of which a wording may be the title of a job ("Volunteer", "Training")."""
JOBS = frozenset({"experience", "internships", "volunteering", "activities"})
"""Sections of jobs with titles."""
DASHES = frozenset({"-", "\u2013", "\u2014"})
RAIL_KINDS = frozenset({"education", "experience", "projects", "skills"})
"""Kinds of which a rail of labels at the left names some ("Experience   Network Intern, Globex")."""
MIN_RAIL = 2
UNSORTED = frozenset({"top", "other"})
"""Sections in which a heading that nobody knows opens a new part ("Governance work" above what was done)."""


class SectionFinder:
    """Finds headings and the sections that they open.

    Args:
        headings: Kind of section -> wordings that open it.
        names: Names of skills: a heading that is one too may be an item of a list ("Leadership").
    """

    def __init__(self, headings: Mapping[str, Iterable[str]], names: Iterable[str] = ()) -> None:
        self._wordings = HeadingWordings(headings)
        self._kinds = self._wordings.kinds
        self._first_words = frozenset(wording.split(" ")[0] for wording in self._kinds)
        self._names = frozenset(map(fold_wording, names))

    def find_headings(self, tokens: Tokens, lines: Sequence[Bounds]) -> tuple[TokenSpan, ...]:
        """Return the lines that are headings, or the labels that open lines, with the kind of section."""
        found: list[TokenSpan] = []
        view = LineView(tokens, lines)
        for number, (start, end) in enumerate(lines):
            kind = self._heading_kind(tokens.words[start:end])
            section = found[-1] if found else TokenSpan(0, 0, "top")
            if kind and not self._is_other(view, number, kind, section):
                found.append(TokenSpan(start, end, kind))
            elif length := self._loud_label(tokens.words[start:end]):
                found.append(
                    TokenSpan(
                        start, start + length, self._kinds[fold_wording(" ".join(tokens.words[start : start + length]))]
                    )
                )
            elif not kind and section.label in UNSORTED and view.is_unknown_heading(number):
                found.append(TokenSpan(start, end, "other"))
        return tuple(sorted([*found, *self._rail(view, {span.label for span in found})]))

    def find_sections(
        self, tokens: Tokens, lines: Sequence[Bounds], headings: Sequence[TokenSpan]
    ) -> tuple[TokenSpan, ...]:
        """Return the sections, which together cover all tokens; the one before the first heading is "top"."""
        opened = {heading.start: heading.label for heading in headings}
        kinds = {0: "top"} | opened
        current, label = "top", ""
        for number, (start, end) in enumerate(lines):
            current = kinds[start] = opened.get(start, current)
            if start in opened:
                label = ""
                continue
            # "Hobbies: chess, Swift" inside a section is a section of one line, or of the lines that it runs over
            if not (label and _runs_on(tokens, lines[number - 1], start)):
                label = self._label_kind(tokens.words[start : min(start + LABEL_REACH, end - 1)], current)
            kinds[start] = label or current
        starts = [start for start, _ in lines]
        # neighbours of one kind are one section, except where a heading opens the second; a label may have two lines
        cuts = [b for a, b in pairwise(starts) if kinds[a] != kinds[b] or (b in opened and a not in opened)]
        cuts = [0, *cuts] if starts else []
        return tuple([TokenSpan(a, b, kinds[a]) for a, b in pairwise([*cuts, len(tokens)])])

    def _label_kind(self, opening: Sequence[str], section: str) -> str:
        """Return the kind of section that the label of a line names, if it may be one line."""
        colon = opening.index(":") if ":" in opening else 0
        if not colon:
            return ""
        kind = self._kinds.get(fold_wording(" ".join(opening[:colon])), "")
        kind = kind or self._wordings.extended_kind(opening[:colon], marked=False)
        allowed = kind in LABELLED or (kind in LABELLED_LISTS and section in PLACES_OF_LISTS)
        return kind if allowed else ""

    def _loud_label(self, words: Sequence[str]) -> int:
        """Return how many capital words open a line as the kind of what follows ("INTERNSHIP - city council, 2025")."""
        length = self._wordings.label_length(words[:-1]) if words[0].isupper() else 0
        loud = length and all(word.isupper() for word in words[:length]) and words[length] in DASHES
        return length if loud and self._kinds[fold_wording(" ".join(words[:length]))] in JOBS | {"projects"} else 0

    def _heading_kind(self, line: Sequence[str]) -> str:
        """Return the kind of section that the wording of a line opens, empty if it is no heading."""
        first = line[0]
        if not first[0].isalpha():
            # "> Tools", "2. Projects"
            first = next((word for word in line if word[0].isalpha()), "")
        # most lines end here: they are long, or open with a small letter and no known word
        if not first or len(line) > MAX_HEADING_TOKENS or not (first[0].isupper() or first in self._first_words):
            return ""
        words = [word for word in line if word[0].isalnum()]
        if len(words) > self._wordings.longest and len(first) > 1:
            return ""
        if kind := self._wordings.listed_kind(line):
            return kind
        marked = line[-1] == ":" or all(word.isupper() or not word.isalpha() for word in words)
        return self._wordings.extended_kind(line, marked=marked)

    def _is_other(self, view: LineView, number: int, kind: str, section: TokenSpan) -> bool:
        """Return whether a line worded as a heading is something else by its neighbours."""
        words = view.words(number)
        if view.is_bulleted_list(number) or view.is_tail(number):
            return True
        wording = fold_wording(" ".join(words))
        named = wording in self._names or wording.rpartition(" ")[0] in self._names
        loud = words[-1] == ":" or " ".join(words).isupper()
        # "IoT and Smart City Projects" among projects is the title of one
        if not loud and wording not in self._kinds and kind == section.label:
            return True
        # "Leadership" between "Python" and "Teamwork", "Active Listening Skills" under a heading that nobody knows
        listed = named or (section.label == "skills" and wording not in self._kinds)
        if listed and not loud and view.is_item(number, section):
            return True
        return section.label in JOBS and self._belongs_to_job(view, number, kind, wording)

    def _belongs_to_job(self, view: LineView, number: int, kind: str, wording: str) -> bool:
        """Return whether a line worded as a heading is the title of a job, or part of what is told of one."""
        single = " " not in wording
        capitals = " ".join(view.words(number)).isupper()
        opening = wording.split(" ")[0]
        # of a job: "Highlights" or "Highlights at Globex:" above "- Cut the queue by half", "Vendor Related Activities"
        if kind == "skills" and self._kinds.get(opening) == kind and not capitals and opening not in KINDS:
            follows_title = not view.tells(number - 1) and view.words(number - 1)[0] not in BULLETS
            return follows_title and (single or wording not in self._kinds) and view.tells(number + 1)
        if kind == "activities" and wording not in self._kinds:
            return True
        # "Volunteer" below "Jan 2024 - May 2024" and above what was done
        return kind in ROLES and single and not wording.endswith("s") and view.follows_dates(number)

    def _rail(self, view: LineView, known: Collection[str]) -> list[TokenSpan]:
        """Return the labels of a rail at the left, unless headings of the text name the same kinds."""
        if not RAIL_KINDS.isdisjoint(known):
            return []
        # "Technical / Skills" over two lines is found from each of them
        labels = sorted({label for number in range(1, len(view.lines)) for label in self._rail_labels(view, number)})
        return labels if len(RAIL_KINDS & {label.label for label in labels}) >= MIN_RAIL else []

    def _rail_labels(self, view: LineView, number: int) -> list[TokenSpan]:
        """Return the label that opens a line, in two parts where it runs over two lines."""
        start, words = view.lines[number][0], view.words(number)
        length = self._wordings.label_length(words[:-1])
        # "Experience:   Help desk assistant, Initech"
        marked = length + (bool(length) and words[length] == ":")
        if not (view.tokens.line_breaks[start] > 1 or (length and view.gap(start + marked - 1))):
            return []
        if length and (words[marked][0].isalnum() or words[marked] in BULLETS):
            return [TokenSpan(start, start + length, self._kinds[fold_wording(" ".join(words[:length]))])]
        # "Technical   Python, Java" above "Skills   Wireshark, Nmap"
        below = view.lines[number + 1][0] if number + 1 < len(view.lines) else 0
        kind = self._kinds.get(f"{words[0]} {view.tokens.words[below]}".lower()) if below else None
        return [TokenSpan(at, at + 1, kind) for at in (start, below)] if kind and len(words) > 1 else []


def _runs_on(tokens: Tokens, line: Bounds, following: int) -> bool:
    """Return whether a line goes on in the next ("Technical Skills: SQL, PHP, / Docker")."""
    last = line[1] - 1
    return tokens.line_breaks[following] == 1 and (
        tokens.words[last] in OPEN_MARKS or tokens.lower[last] in OPEN_WORDS or tokens.words[following][0].islower()
    )
