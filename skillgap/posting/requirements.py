"""Finds the skills that each sentence of a job posting asks for, with alternatives, place and level."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from skillgap.model.resume import Mention
from skillgap.posting.alternatives import Name, Place, groups
from skillgap.posting.clauses import Sentence
from skillgap.posting.eligibility import STARTS, SUBJECT, studies
from skillgap.posting.levels import levels
from skillgap.posting.segments import DEGREE, DROPPED, Part


@dataclass(frozen=True, slots=True)
class SkillRequest:
    """One sentence that asks for one skill or for one of several.

    Attributes:
        options: Ids of the alternatives, in text order.
        surfaces: Start and end of each name.
        place: How the sentence asks for it.
        level: 1 or 2.
        wording: The words that gave the level, or empty.
        start: Place of the first name.
        part: The sentence.
    """

    options: tuple[str, ...]
    surfaces: tuple[tuple[int, int], ...]
    place: Place
    level: int
    wording: str
    start: int
    part: Part


def asks(plain: str, found: Sequence[Part], mentions: Iterable[Mention]) -> tuple[SkillRequest, ...]:
    """Every request in text order, without boilerplate and what is not needed."""
    starts = [part.start for part in found]
    inside: dict[int, list[Mention]] = {}
    ordered = sorted({(one.start, one.end, one.skill_id): one for one in mentions}.items())
    for _, mention in ordered:
        number = bisect_right(starts, mention.start) - 1
        # "We use Docker at Example Ltd" under "About us" asks for nothing
        if number >= 0 and mention.end <= found[number].end and found[number].kind not in DROPPED:
            inside.setdefault(number, []).append(mention)
    return tuple(_joined(ask for number, named in inside.items() for ask in _asks(plain, found[number], named)))


def _joined(found: Iterable[SkillRequest]) -> Iterator[SkillRequest]:
    """The requests, with the items of each list of alternatives as one ("one of the following:")."""
    lists: dict[int, SkillRequest] = {}
    for ask in found:
        number = ask.part.choice
        # a sentence outside of such a list
        if not number:
            yield ask
            continue
        first = lists.setdefault(number, ask)
        options = tuple(dict.fromkeys((*first.options, *ask.options)))
        lists[number] = replace(first, options=options, surfaces=tuple(dict.fromkeys((*first.surfaces, *ask.surfaces))))
    yield from lists.values()


def _asks(plain: str, part: Part, mentions: Sequence[Mention]) -> Iterator[SkillRequest]:
    """The requests of one sentence."""
    sentence = Sentence.of(plain, part)
    if DEGREE.search(plain, part.start, part.end):
        # "degree in computer science" is a condition, not a skill
        mentions = [mention for mention in mentions if not SUBJECT.fullmatch(mention.surface)]
    subjects = studies(plain, part)
    mentions = [
        mention
        for mention in mentions
        if not (subjects and subjects[0] <= mention.start < subjects[1]) and not _begins(plain, part, mention)
    ]
    asked = levels(plain, part, mentions)
    names = [
        Name(mention, place, *((1, "") if place == "offered" else (level, wording)))
        for mention, (level, wording) in zip(mentions, asked, strict=True)
        if (place := sentence.place(mention))
    ]
    found = list(groups(plain, part, names, sentence.holder))
    grouped = {name.mention.skill_id for group in found if len(group) > 1 for name in group}
    for group in found:
        ids = tuple(dict.fromkeys(name.mention.skill_id for name in group))
        # "Amazon Web Services (AWS), Azure or GCP": the short form repeats the name
        if len(ids) == 1 and len(group) == 1 and ids[0] in grouped:
            continue
        first = group[0]
        surfaces = tuple((name.mention.start, name.mention.end) for name in group)
        yield SkillRequest(ids, surfaces, first.place, first.level, first.wording, first.mention.start, part)


def _begins(plain: str, part: Part, mention: Mention) -> bool:
    """Whether a mention is the verb that opens its sentence ("Join code reviews")."""
    return bool(STARTS.fullmatch(mention.surface)) and not plain[part.start : mention.start].strip(" -*")
