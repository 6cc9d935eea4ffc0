"""Finds the state of certificates: planned, studied for, or only the name of a course.

A certificate is earned on one day, so one word beside it shows its state ("booked the CCNA", "CCNA training").
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from skillgap.nlp.annotations import Layout
from skillgap.nlp.spans import TokenSpan
from skillgap.nlp.tokens import Tokens

CLAUSE_MARKS = frozenset(",;:.!?()|")
REACH = 5
"""Tokens before a certificate, without a mark between, in which its state stands ("preparing for the CKA")."""
STUDIED = frozenset({"certifications", "education"})
"""Sections of studies, in which a bare "planned" or "expected" is the state of a certificate."""


class CertificateStates:
    """Holds the words for the state of a certificate.

    Args:
        cues: Lists of words by name, see ``Lexicon.cues``.
        ids: Ids of the skills that are certificates.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]], ids: frozenset[str]) -> None:
        self._ids = ids
        self._before = {
            **dict.fromkeys(cues["certificate_planned"], "wanted"),
            **dict.fromkeys(cues["certificate_studied"], "learning"),
        }
        self._behind = {
            **dict.fromkeys(cues["certificate_course_behind"], "hedged"),
            **dict.fromkeys(cues["certificate_study_behind"], "learning"),
        }

    def among(self, skills: Iterable[TokenSpan]) -> list[TokenSpan]:
        """Return the skills that are certificates."""
        return [span for span in skills if span.id in self._ids]

    def find(self, tokens: Tokens, layout: Layout, certificates: Iterable[TokenSpan]) -> Iterator[TokenSpan]:
        """Yield the certificates that are not yet held, labelled with their state."""
        for span in certificates:
            first = max(layout.sentence(span.start)[0], span.start - REACH)
            states = []
            for index in range(span.start - 1, first - 1, -1):
                # "planning events, CCNA": the word before the comma is about something else
                if tokens.lower[index] in CLAUSE_MARKS:
                    break
                states.append(self._before.get(tokens.lower[index], ""))
            # "CISSP study group", "CCNA Introduction to Networks"
            if tokens.same_line(span.end):
                states.append(self._behind.get(tokens.lower[span.end], ""))
            state = next(filter(None, states), "")
            if state:
                yield TokenSpan(span.start, span.end, state)


def is_stated(tokens: Tokens, layout: Layout, cue: TokenSpan, certificates: Sequence[TokenSpan]) -> bool:
    """Return whether a cue stands in a section of studies or behind a certificate on its line ("A+ booked for May")."""
    if layout.section(cue.start) in STUDIED:
        return True
    before = bisect_left(certificates, (cue.start,)) - 1
    return before >= 0 and not any(tokens.line_breaks[certificates[before].end : cue.start + 1])
