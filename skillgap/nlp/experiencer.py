"""Finds sentences whose subject is not the writer: a system, a firm, a client, a team, the users.

ConText calls the subject the *experiencer*. A sentence about another subject claims nothing. Nor do the sentences that
continue it ("It", "They"), up to a bullet, a first person, or a sentence without a subject ("Built the portal").
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from skillgap.nlp.activity_patterns import IMPLICIT
from skillgap.nlp.annotations import Layout
from skillgap.nlp.sentences import BULLETS
from skillgap.nlp.spans import Bounds, TokenSpan, mask
from skillgap.nlp.tokens import Tokens

SENTENCE_MARKS = frozenset(".!?")
MAX_SUBJECT = 6
"""Tokens of the longest subject before its verb ("The new online ordering module of the bank")."""
MAX_NAME = 4
"""Tokens of the longest name before "is a" or "provides"."""
OWN, SYSTEM, NAMED, OTHERS = "own", "system", "named", "others"
"""Subjects of sentences. About a system, names of tools still count: "The app stores its data in MongoDB"."""
MAX_LABEL = 4
"""Tokens of the longest label of a description ("About the project:")."""
LABEL_MARKS = frozenset(":-")
OPENING_REACH = 16
"""Tokens of a sentence in which the verb of a described system stands."""
DEED_ENDINGS = ("ed", "ing")
"""Endings of a verb that opens a sentence about the writer ("Developed", "Involved", "Testing")."""
LISTS = frozenset({"skills", "certifications", "coursework"})
"""Sections of lists, in which few lines are sentences."""


class Unit(NamedTuple):
    """Holds one sentence by its marks, and whether it continues the one before it in the same paragraph."""

    start: int
    end: int
    continues: bool


class Experiencer:
    """Marks names in sentences about others.

    Args:
        cues: Lists of words by name, see ``Lexicon.cues``.
    """

    def __init__(self, cues: Mapping[str, Sequence[str]]) -> None:
        self._systems = frozenset(cues["subject_systems"])
        self._people = frozenset(cues["subject_people"]).union(cues["subject_firms"])
        self._made = frozenset(cues["system_made"])
        self._verbs = frozenset(cues["subject_verbs"])
        self._firm_verbs = frozenset(cues["firm_verbs"])
        self._asked = frozenset(cues["asked_nouns"])
        self._writer = frozenset(cues["first_person"])
        self._labels = frozenset(cues["description_labels"])
        self._plain = frozenset(verb for verb in self._verbs if verb.endswith("s")).difference(cues["linking_verbs"])
        # "The programs allow users to pay": of several systems
        self._plural = frozenset(verb.removesuffix("s") for verb in self._plain)
        self._openings = frozenset(cues["verbs"])
        self._deeds = frozenset(cues["others_made"])
        self._determiners = frozenset(cues["determiners"])
        self._pronouns = frozenset(cues["subject_pronouns"])
        self._complements = frozenset(cues["complement_articles"])
        self._linking = frozenset(cues["linking_verbs"])
        # "Sales of tea" has a plural noun where "Collects data" has a verb with its object
        self._behind_nouns = frozenset(cues["behind_nouns"])

    def find(
        self, tokens: Tokens, layout: Layout, candidates: Sequence[TokenSpan], general: frozenset[str]
    ) -> Iterator[Bounds]:
        """Yield the tokens that cannot claim a skill; ``general`` has the ids of skills that are whole fields."""
        named = mask(len(tokens), candidates)
        vague = mask(len(tokens), [span for span in candidates if span.label == IMPLICIT or span.id in general])
        units = list(_units(tokens, layout))
        subjects = self._subjects(tokens, units)
        for unit, subject in zip(units, subjects, strict=True):
            if layout.section(unit.start) in LISTS:
                continue
            if subject == OTHERS:
                if named.find(1, unit.start, unit.end) >= 0:
                    yield unit.start, self._until_writer(tokens.lower, unit)
            elif subject != OWN:
                if subject == NAMED:
                    yield (
                        unit.start,
                        next(index for index in range(unit.start, unit.end) if tokens.lower[index] in self._linking),
                    )
                end = min(self._means(tokens.lower, unit), self._until_writer(tokens.lower, unit))
                yield from ((index, index + 1) for index in range(unit.start, end) if vague[index])

    def _means(self, lower: Sequence[str], unit: Unit) -> int:
        """Return the first word about how a system was made, which shows skills ("... was developed in Java")."""
        return next((index for index in range(unit.start, unit.end) if lower[index] in self._made), unit.end)

    def _subjects(self, tokens: Tokens, units: Sequence[Unit]) -> list[str]:
        """Return the subject of each sentence."""
        subjects: list[str] = []
        described = self._described(tokens, units)
        for number, unit in enumerate(units):
            text = described[number]
            if text is None:
                subject = self._subject(tokens, unit)
            else:
                subject = self._described_subject(tokens, unit._replace(start=text))
            before = subjects[-1] if subjects and unit.continues else OWN
            if tokens.lower[unit.start] in self._pronouns and subject == SYSTEM and before == OTHERS:
                subject = before
            subjects.append(subject)
            # "Collects data from devices. The module lets users log in.": both are about the module
            if subject != OWN and unit.continues and number and self._lacks_subject(tokens, units[number - 1]):
                subjects[number - 1] = subject
        return subjects

    def _described(self, tokens: Tokens, units: Sequence[Unit]) -> list[int | None]:
        """Return where the text of each sentence of a labelled description begins ("Description: Finacle is ...")."""
        found: list[int | None] = []
        begun = alone = False
        for unit in units:
            first = self._behind_label(tokens, unit)
            begun = first is not None or alone or (begun and unit.continues)
            found.append((unit.start if first is None else first) if begun else None)
            # a label on a line of its own, above its paragraph
            alone = first == unit.end
        return found

    def _behind_label(self, tokens: Tokens, unit: Unit) -> int | None:
        """Return where the text behind a label of a description begins, if a sentence opens with one."""
        for index in range(unit.start + 1, min(unit.end, unit.start + MAX_LABEL + 1)):
            if tokens.words[index] in LABEL_MARKS and " ".join(tokens.lower[unit.start : index]) in self._labels:
                while index < unit.end and tokens.words[index] in LABEL_MARKS:
                    index += 1
                return index
        return None

    def _described_subject(self, tokens: Tokens, unit: Unit) -> str:
        """Return whom a sentence of a description is about: a system, unless it says what the writer did."""
        if unit.start == unit.end:
            return OWN
        subject = self._subject(tokens, unit)
        lower = tokens.lower[unit.start : unit.end]
        opening = next((word for word in lower if word.isalpha()), "")
        # "Configure and test the modules", "Performed tests"
        deed = opening.endswith(DEED_ENDINGS) or opening in self._deeds or opening in self._openings
        if subject != OWN or deed or not self._writer.isdisjoint(lower):
            return subject
        return SYSTEM if any(self._predicates(lower[:OPENING_REACH])) else OWN

    def _predicates(self, lower: Sequence[str]) -> Iterator[bool]:
        """Yield for each word behind the first whether a system does something there ("... simplifies", "... is a")."""
        for before, word, following in zip(lower, lower[1:], (*lower[2:], ""), strict=False):
            if word in self._plain:
                yield True
            elif word in self._linking:
                yield following in self._complements
            else:
                yield word in self._plural and before.endswith("s")

    def _lacks_subject(self, tokens: Tokens, unit: Unit) -> bool:
        """Return whether a sentence opens with a verb in the third person ("Collects data")."""
        word, following = tokens.words[unit.start], tokens.lower[unit.start + 1 : unit.start + 2]
        verb = word[0].isupper() and word.endswith("s") and not word.endswith(("ss", "us"))
        return verb and bool(following) and following[0].isalpha() and following[0] not in self._behind_nouns

    def _subject(self, tokens: Tokens, unit: Unit) -> str:
        """Return the subject of one sentence by the words before its first verb."""
        lower = tokens.lower[unit.start : min(unit.end, unit.start + MAX_SUBJECT + 1)]
        verb = next((index for index, word in enumerate(lower) if index and word in self._verbs), 0)
        head = lower[:verb]
        # "goals, features and customer needs" has no subject
        if not verb or "," in head or not self._writer.isdisjoint(lower[: verb + 1]):
            return OWN
        if len(head) == 1 and head[0] in self._pronouns:
            return SYSTEM
        noun = head[-1]
        # "Kept staff records" has a verb before its noun: a subject is one noun, or has an article
        if noun in self._people and (head[0] in self._determiners or len(head) == 1):
            return OTHERS
        if noun in self._systems and (head[0] in self._determiners or len(head) <= 2):
            return SYSTEM
        return self._named_subject(tokens, unit, verb)

    def _named_subject(self, tokens: Tokens, unit: Unit, verb: int) -> str:
        """Return whether a name is what is described ("Globex provides storage", "Finacle is a banking system")."""
        name = tokens.words[unit.start : unit.start + verb]
        if verb > MAX_NAME or not all(word[0].isupper() for word in name):
            return OWN
        word, following = tokens.lower[unit.start + verb], tokens.lower[unit.start + verb + 1 : unit.start + verb + 3]
        if word in self._firm_verbs:
            return OTHERS
        # "Docker is a plus" asks for Docker; "Finacle is a banking system" describes it
        described = (
            word in self._linking
            and self._complements.intersection(following[:1])
            and self._asked.isdisjoint(following[1:])
        )
        return NAMED if described else OWN

    def _until_writer(self, lower: Sequence[str], unit: Unit) -> int:
        """Return the first word about the writer ("They did the app, I did the endpoints")."""
        return next((index for index in range(unit.start, unit.end) if lower[index] in self._writer), unit.end)


def _units(tokens: Tokens, layout: Layout) -> Iterator[Unit]:
    """Yield the sentences, cut at their marks within joined lines."""
    headings = {heading.start for heading in layout.headings}
    for start, end in layout.sentences:
        if start in headings:
            continue
        bullet = tokens.words[start] in BULLETS
        first = start + bullet
        continues = not bullet and tokens.line_breaks[start] <= 1
        for index in range(first, end):
            if tokens.words[index] in SENTENCE_MARKS and tokens.space_follows(index) and index > first:
                yield Unit(first, index + 1, continues)
                first, continues = index + 1, True
        if first < end:
            yield Unit(first, end, continues)
