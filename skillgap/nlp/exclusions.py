"""Where no skill is claimed whatever its name: headings, subjects of degrees, employers, and other people's work."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection

from spacy.language import Language
from spacy.tokens import Doc

from skillgap.nlp import spans
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.spans import TokenSpan

DEGREE_REACH = 8
"""Tokens after the name of a degree in which its subject stands."""
EMPLOYER_REACH = 6
TITLE_REACH = 14
"""Tokens after a word for looking in which the title of the job stands."""
TITLE_END = frozenset(".;") | {
    "in",
    "to",
    "using",
    "utilising",
    "utilizing",
    "that",
    "where",
    "which",
    "with",
    "i",
    "my",
}
DEGREE_END = frozenset({",", ";", "(", "with", "."})
WORKS = frozenset({"capstone", "dissertation", "project", "research", "thesis"})
"""What is one's own work for a degree, and shows what it names ("Master's thesis: ...")."""
MIN_LINES, MAX_NAME = 3, 4
"""Lines of a document that opens with a name rather than being one, and words of that name."""
DEED_REACH = 5
"""Tokens after a word for other people in which the verb stands that makes what follows their work."""
CLAUSE_END = frozenset(",;.!?()\u2013-|\u2022") | {"but", "while", "and", "i", "me", "us", "to"}
SENTENCE_END = frozenset(";.!?|\u2022") | {"but", "while", "i"}
PART_END = SENTENCE_END | {","}
NAME_AFTER = frozenset(",;.") | {"and", "but", "while"}
"""What stands before a first name that begins a clause inside a statement ("..., and Tom wrote the playbooks")."""
MANY_BETWEEN = frozenset(",/&") | {"and", "or"}
AUXILIARIES = frozenset({"is", "are", "was", "were", "being", "been", "be", "gets", "got"})
PASSIVE_REACH = 6
"""Tokens before "by" in which the verb and its auxiliary stand ("was handled by", "is being redone in Angular by")."""
AGENT_REACH = 4


class Exclusions:
    """Marks the tokens that cannot claim a skill.

    Args:
        nlp: The pipeline, whose tokenizer cuts the phrases.
        words: Lists from ``data/cues.toml``: degrees, exams, company_labels, others, others_who, others_did,
            others_many, others_made, others_by, sought, jobs.
        general: Ids of skills that are whole fields, as the titles of jobs are.
    """

    def __init__(self, nlp: Language, words: dict[str, list[str]], general: frozenset[str]) -> None:
        openers = ("degrees", "exams", "company_labels", "others", "sought")
        self.general = general
        self.openers = PhraseSet(nlp, {key: words.get(key, []) for key in openers})
        self.people = PhraseSet(nlp, {"who": words.get("others_who", [])})
        self.did = frozenset(words.get("others_did", []))
        self.many = frozenset(words.get("others_many", []))
        self.jobs = frozenset(words.get("jobs", []))
        self.made = frozenset(words.get("others_made", []))
        self.agents = frozenset(words.get("others_by", []))

    def marks(self, doc: Doc, candidates: list[TokenSpan]) -> bytearray:
        """A 1 for each token in which no skill is claimed."""
        silent = spans.mask(len(doc), spans.of(doc, "headings"))
        named = spans.mask(len(doc), candidates)
        self._named_on_top(doc, silent, named)
        self._opened(doc, silent, spans.mask(len(doc), [span for span in candidates if span.id in self.general]))
        self._done_by_people(doc, silent)
        stops = _places(doc.user_data["folded"], PART_END)
        self._done_by_a_name(doc, silent, named, stops)
        self._done_by_an_agent(doc, silent, stops)
        self._held_by_many(doc, silent, candidates)
        return silent

    def _named_on_top(self, doc: Doc, silent: bytearray, named: bytearray) -> None:
        """The writer's own name, alone on the first line: "Carl Jenkins"."""
        lines = doc.user_data["lines"]
        start, end = lines[0] if len(lines) >= MIN_LINES else (0, 0)
        words = doc.user_data["words"][start:end]
        name = 1 < len(words) <= MAX_NAME and all(word.isalpha() and word[0].isupper() for word in words)
        if name and named.find(0, start, end) >= 0 and self.jobs.isdisjoint(doc.user_data["folded"][start:end]):
            silent[start:end] = b"\x01" * (end - start)

    def _opened(self, doc: Doc, silent: bytearray, fields: bytearray) -> None:
        """What a phrase opens: the subject of a degree, the exams of a school, an employer, somebody's work."""
        words, folded = doc.user_data["words"], doc.user_data["folded"]
        ends = [end for _, end in doc.user_data["statements"]]
        for start, end, label in self.openers.longest(doc):
            limit = ends[bisect_right(ends, start)]
            if label == "exams":
                silent[end:limit] = b"\x01" * (limit - end)
                continue
            if label == "sought":
                self._sought(folded, silent, range(end, min(end + TITLE_REACH, limit)), fields)
                continue
            if label == "company_labels" and not ((end < len(doc) and words[end] == ":") or end - start > 1):
                continue
            if label == "others" and folded[end - 1] == "by" and _is_gerund(folded, end):
                continue
            if label == "degrees" and end < limit and folded[end] in WORKS:
                continue
            for place in range(end, min(limit, end + (DEGREE_REACH if label == "degrees" else EMPLOYER_REACH))):
                if folded[place] in DEGREE_END and place > end:
                    break
                silent[place] = 1

    def _sought(self, folded: list[str], silent: bytearray, reach: range, fields: bytearray) -> None:
        """Fields in the title of a job that is looked for: "seeking a Help Desk or IT support internship"."""
        last = 0
        for place in reach:
            if folded[place] in TITLE_END:
                break
            if folded[place] in self.jobs:
                last = place
        for place in range(reach.start, last):
            silent[place] |= fields[place]

    def _done_by_people(self, doc: Doc, silent: bytearray) -> None:
        """What a word for other people and a verb behind it make theirs ("my cousin wrote the Java")."""
        folded = doc.user_data["folded"]
        ends = [end for _, end in doc.user_data["statements"]]
        found = self.people.longest(doc)
        stops = _places(folded, CLAUSE_END) if found else []
        for _, end, _ in found:
            limit = ends[bisect_right(ends, end - 1)]
            reach = range(end, min(end + DEED_REACH, limit))
            deed = next((place for place in reach if folded[place] in self.did), None)
            if deed is None or any(folded[place] in CLAUSE_END for place in range(end, deed)):
                continue
            _mark(silent, deed + 1, limit, stops)

    def _done_by_a_name(self, doc: Doc, silent: bytearray, named: bytearray, stops: list[int]) -> None:
        """What a first name inside a statement did: "Priya did the firewall and the VPN, and Tom wrote the scripts"."""
        words, folded = doc.user_data["words"], doc.user_data["folded"]
        ends = [end for _, end in doc.user_data["statements"]]
        for place in range(1, len(words) - 1):
            if folded[place + 1] not in self.made or named[place] or folded[place - 1] not in NAME_AFTER:
                continue
            word = words[place]
            if word.isalpha() and word.istitle() and len(word) > 1 and not word.endswith("ly"):
                _mark(silent, place + 2, ends[bisect_right(ends, place)], stops)

    def _done_by_an_agent(self, doc: Doc, silent: bytearray, stops: list[int]) -> None:
        """The clause of a passive whose agent is somebody else: "the load test was handled by the performance team"."""
        folded = doc.user_data["folded"]
        bounds = doc.user_data["statements"]
        ends = [end for _, end in bounds]
        for place, word in enumerate(folded):
            if word != "by":
                continue
            first, limit = bounds[bisect_right(ends, place)]
            before = folded[max(first, place - PASSIVE_REACH) : place]
            agent = next(
                (at for at in range(place + 2, min(limit, place + AGENT_REACH)) if folded[at] in self.agents), 0
            )
            if not agent or _is_gerund(folded, place + 1) or not self.did.intersection(before):
                continue
            if not AUXILIARIES.intersection(before):
                continue
            stop = bisect_left(stops, place)
            _mark(silent, max(first, stops[stop - 1] + 1 if stop else 0), limit, stops[stop : stop + 1])

    def _held_by_many(self, doc: Doc, silent: bytearray, candidates: list[TokenSpan]) -> None:
        """Skills of a crowd: "the platform of 35 Java and Node developers"."""
        folded, breaks = doc.user_data["folded"], doc.user_data["breaks"]
        last = None
        for span in reversed(candidates):
            end = span.end
            if end < len(folded) and not breaks[end] and (folded[end] in self.many or _leads_to(folded, end, last)):
                silent[span.start : span.end] = b"\x01" * (span.end - span.start)
                last = span.start
            elif last is None or span.start != last:
                last = None


def _leads_to(folded: list[str], end: int, start: int | None) -> bool:
    """Whether only "and" or the like stands between a name and one that a crowd holds."""
    return start == end + 1 and folded[end] in MANY_BETWEEN


def _is_gerund(folded: list[str], place: int) -> bool:
    """Whether "by" tells of a means ("developed by using Java") rather than of somebody."""
    return place < len(folded) and (folded[place].endswith("ing") or folded[place] in {"me", "myself", "us"})


def _places(folded: list[str], words: Collection[str]) -> list[int]:
    """Where one of ``words`` stands."""
    return [place for place, word in enumerate(folded) if word in words]


def _mark(silent: bytearray, start: int, limit: int, stops: list[int]) -> None:
    """Silence the tokens from ``start`` to the first of ``stops``, found by search: a clause may be very long."""
    stop = bisect_left(stops, start)
    end = min(limit, stops[stop]) if stop < len(stops) else limit
    if end > start:
        silent[start:end] = b"\x01" * (end - start)
