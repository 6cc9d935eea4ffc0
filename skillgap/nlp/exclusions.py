"""Marks tokens that never count as skills: headings, degree subjects, employers, other people's work.

ConText calls the last one the *experiencer*: the skill is somebody else's ("my cousin wrote the Java").
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.nlp.affiliations import Affiliations
from skillgap.nlp.annotations import Layout
from skillgap.nlp.experiencer import Experiencer
from skillgap.nlp.job_titles import JobTitles
from skillgap.nlp.phrase_matcher import PhraseSet
from skillgap.nlp.spans import Bounds, TokenSpan, fill, mask
from skillgap.nlp.tokenizer import ResumeTokenizer
from skillgap.nlp.tokens import Tokens

OPENERS = ("degrees", "exams", "company_labels", "phrases.others", "phrases.sought")
"""Lists of phrases behind which no skill is claimed."""
DEGREE_REACH = 8
"""Tokens after the name of a degree in which its subject stands."""
EMPLOYER_REACH = 6
TITLE_REACH = 14
"""Tokens after "seeking" and the like in which the title of the job stands."""
TITLE_MARKS, SUBJECT_MARKS = frozenset(".;"), frozenset(",;(.")
"""Marks that end the title of a job and the subject of a degree."""
MIN_LINES, MAX_NAME = 3, 4
"""Lines of the shortest resume that opens with a name, and words of that name."""
DEED_REACH = 5
"""Tokens after a word for other people in which their verb stands."""
DEED_MARKS, CLAUSE_MARKS = frozenset(",;.!?()\u2013-|\u2022"), frozenset(",;.!?|\u2022")
"""Marks that end what other people did, and the clause of a first name or an agent."""
NAME_MARKS, JOINING_MARKS = frozenset(",;."), frozenset(",/&")
"""Marks before a first name that begins a clause, and between two skills of a group."""
PASSIVE_REACH = 6
"""Tokens before "by" in which the verb and its auxiliary stand ("was handled by", "is being redone in Angular by")."""
AGENT_REACH = 4
"""Tokens after "by" in which the agent stands ("by the performance team")."""


class Exclusions:
    """Marks the tokens that cannot claim a skill.

    Args:
        vocab: Vocabulary of the Docs to search.
        tokenizer: Cuts the phrases as it cuts the texts.
        cues: Lists of words by name, see ``Lexicon.cues``.
        general: Ids of skills that are whole fields, as titles of jobs are.
        soft: Ids of soft skills.
    """

    def __init__(
        self,
        vocab: Vocab,
        tokenizer: ResumeTokenizer,
        cues: Mapping[str, Sequence[str]],
        general: frozenset[str],
        soft: frozenset[str],
    ) -> None:
        self._general = general
        self._job_titles = JobTitles(vocab, tokenizer, cues, soft)
        self._affiliations = Affiliations(vocab, tokenizer, cues)
        self._experiencer = Experiencer(cues)
        self._openers = PhraseSet(vocab, tokenizer, {key: cues[key] for key in OPENERS})
        self._people = PhraseSet(vocab, tokenizer, {"who": cues["others_who"]})
        self._deeds = frozenset(cues["others_did"])
        self._crowds = frozenset(cues["others_many"])
        self._jobs = frozenset(cues["jobs"])
        self._past_deeds = frozenset(cues["others_made"])
        self._agents = frozenset(cues["others_by"])
        self._passive = frozenset(cues["passive_auxiliaries"])
        self._writer_as_agent = frozenset(cues["writer_as_agent"])
        self._own_work = frozenset(cues["own_work"])
        self._title_ends = TITLE_MARKS.union(cues["title_ends"])
        self._subject_ends = SUBJECT_MARKS.union(cues["subject_ends"])
        self._deed_ends = DEED_MARKS.union(cues["deed_ends"])
        self._clause_ends = CLAUSE_MARKS.union(cues["others_clause_ends"])
        self._before_names = NAME_MARKS.union(cues["before_first_names"])
        self._between_skills = JOINING_MARKS.union(cues["between_skills"])

    def excluded_tokens(self, doc: Doc, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan]) -> bytearray:
        """Return a 1 for each token that cannot claim a skill."""
        excluded = mask(len(tokens), layout.headings)
        named = mask(len(tokens), candidates)
        fields = mask(len(tokens), [span for span in candidates if span.id in self._general])
        clause_ends = _indexes(tokens.lower, self._clause_ends)
        ranges = chain(
            self._own_name(tokens, layout, named),
            self._after_openers(doc, tokens, layout, fields),
            self._others_work_by_people(doc, tokens, layout),
            self._others_work_by_name(tokens, layout, named, clause_ends),
            self._others_work_by_agent(tokens, layout, clause_ends),
            self._skills_of_crowds(tokens, candidates),
            self._affiliations.find(doc, tokens, layout, candidates, self._general),
            self._experiencer.find(tokens, layout, candidates, self._general),
            self._job_titles.find(doc, tokens, layout, candidates),
        )
        for start, end in ranges:
            fill(excluded, start, end)
        return excluded

    def _own_name(self, tokens: Tokens, layout: Layout, named: bytearray) -> Iterator[Bounds]:
        """Yield the writer's own name, alone on the first line ("Carl Jenkins")."""
        start, end = layout.lines[0] if len(layout.lines) >= MIN_LINES else (0, 0)
        words = tokens.words[start:end]
        name = 1 < len(words) <= MAX_NAME and all(word.isalpha() and word[0].isupper() for word in words)
        # "Network Engineer" on the first line is a job, "Burp Suite" a skill: a person's name has a word of its own
        if name and named.find(0, start, end) >= 0 and self._jobs.isdisjoint(tokens.lower[start:end]):
            yield start, end

    def _after_openers(self, doc: Doc, tokens: Tokens, layout: Layout, fields: bytearray) -> Iterator[Bounds]:
        """Yield the tokens that a phrase opens: the subject of a degree, exams, an employer, others' work."""
        for opener in self._openers.find_longest(doc):
            limit = layout.sentence(opener.start)[1]
            if opener.label == "exams":
                # "A-levels: Maths, Computing" up to the end of the sentence
                yield opener.end, limit
            elif opener.label == "phrases.sought":
                reach = range(opener.end, min(opener.end + TITLE_REACH, limit))
                yield from self._fields_in_title(tokens.lower, reach, fields)
            elif self._opens_a_subject(tokens, opener, limit):
                reach = range(opener.end, min(limit, opener.end + _subject_reach(opener.label)))
                yield opener.end, self._subject_end(tokens.lower, reach)

    def _opens_a_subject(self, tokens: Tokens, opener: TokenSpan, limit: int) -> bool:
        """Return whether a phrase opens a subject, an employer or somebody's work here."""
        start, end, label, _ = opener
        lower = tokens.lower
        if label == "company_labels":
            # "Client: Oracle" and "employed at Oracle" do, "client" alone does not
            return end - start > 1 or tokens.words[end : end + 1] == (":",)
        if label == "phrases.others":
            # "built by using Java" gives the means, not an agent
            return not (lower[end - 1] == "by" and self._is_means(lower, end))
        if label == "degrees":
            return not (end < limit and lower[end] in self._own_work)
        return True

    def _subject_end(self, lower: Sequence[str], reach: range) -> int:
        """Return the end of a subject or employer; a mark right behind the opener does not end it."""
        return next((index for index in reach[1:] if lower[index] in self._subject_ends), max(reach.start, reach.stop))

    def _fields_in_title(self, lower: Sequence[str], reach: range, fields: bytearray) -> Iterator[Bounds]:
        """Yield fields in the title of a job that is sought ("seeking a Help Desk or IT support internship")."""
        # "seeking a networking role using Python" stops before the skills that the job asks for
        last_job = 0
        for index in reach:
            if lower[index] in self._title_ends:
                break
            if lower[index] in self._jobs:
                last_job = index
        for index in range(reach.start, last_job):
            if fields[index]:
                yield index, index + 1

    def _others_work_by_people(self, doc: Doc, tokens: Tokens, layout: Layout) -> Iterator[Bounds]:
        """Yield what follows a word for other people and their verb ("my cousin wrote the Java")."""
        lower = tokens.lower
        people = self._people.find_longest(doc)
        clause_ends = _indexes(lower, self._deed_ends) if people else []
        for _, end, *_ in people:
            limit = layout.sentence(end - 1)[1]
            reach = range(end, min(end + DEED_REACH, limit))
            deed = next((index for index in reach if lower[index] in self._deeds), None)
            # "my cousin, and I wrote": a mark or "and" ends what the cousin did
            if deed is None or not self._deed_ends.isdisjoint(lower[end:deed]):
                continue
            yield deed + 1, _first_end(clause_ends, deed + 1, limit)

    def _others_work_by_name(
        self, tokens: Tokens, layout: Layout, named: bytearray, clause_ends: Sequence[int]
    ) -> Iterator[Bounds]:
        """Yield what a first name inside a sentence did ("Priya did the firewall, and Tom wrote the scripts")."""
        words, lower, deeds = tokens.words, tokens.lower, self._past_deeds
        for index in range(1, len(words) - 1):
            if lower[index + 1] not in deeds or named[index] or lower[index - 1] not in self._before_names:
                continue
            word = words[index]
            # "and Successfully wrote" holds an adverb, no name
            if word.isalpha() and word.istitle() and len(word) > 1 and not word.endswith("ly"):
                yield index + 2, _first_end(clause_ends, index + 2, layout.sentence(index)[1])

    def _others_work_by_agent(self, tokens: Tokens, layout: Layout, clause_ends: Sequence[int]) -> Iterator[Bounds]:
        """Yield passive clauses whose agent is somebody else ("the load test was handled by the QA team")."""
        for index, word in enumerate(tokens.lower):
            if word != "by":
                continue
            first, limit = layout.sentence(index)
            if not self._is_others_passive(tokens.lower, index, first, limit):
                continue
            # the clause before "by" and what follows: "the API, which was written in Go by the core team"
            following = bisect_left(clause_ends, index)
            start = clause_ends[following - 1] + 1 if following else 0
            yield max(first, start), _first_end(clause_ends, index, limit)

    def _is_others_passive(self, lower: Sequence[str], by: int, first: int, limit: int) -> bool:
        """Return whether "by" follows a passive verb and leads to somebody else."""
        before = lower[max(first, by - PASSIVE_REACH) : by]
        agent = not self._agents.isdisjoint(lower[by + 2 : min(limit, by + AGENT_REACH)])
        passive = not self._deeds.isdisjoint(before) and not self._passive.isdisjoint(before)
        return agent and passive and not self._is_means(lower, by + 1)

    def _is_means(self, lower: Sequence[str], index: int) -> bool:
        """Return whether the words after "by" are a means ("developed by using Java") or the writer."""
        return index < len(lower) and (lower[index].endswith("ing") or lower[index] in self._writer_as_agent)

    def _skills_of_crowds(self, tokens: Tokens, candidates: Sequence[TokenSpan]) -> Iterator[Bounds]:
        """Yield skills of a group ("the platform of 35 Java and Node developers")."""
        lower = tokens.lower
        excluded_start = None
        for span in reversed(candidates):
            end = span.end
            # "Java and" leads to "Node", which "developers" follows
            joined = excluded_start == end + 1 and lower[end] in self._between_skills
            if tokens.same_line(end) and (lower[end] in self._crowds or joined):
                yield span.start, span.end
                excluded_start = span.start
            elif excluded_start is None or span.start != excluded_start:
                excluded_start = None


def _subject_reach(label: str) -> int:
    return DEGREE_REACH if label == "degrees" else EMPLOYER_REACH


def _indexes(lower: Sequence[str], words: Collection[str]) -> list[int]:
    """Return where one of ``words`` stands."""
    return [index for index, word in enumerate(lower) if word in words]


def _first_end(ends: Sequence[int], start: int, limit: int) -> int:
    """Return the first of the sorted ``ends`` from ``start`` on, at most ``limit``."""
    following = bisect_left(ends, start)
    return min(limit, ends[following]) if following < len(ends) else limit
