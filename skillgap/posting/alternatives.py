"""Finds which skills of a sentence are alternatives ("AWS, Azure or GCP") and which are all asked for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from skillgap.model.resume import Mention
from skillgap.posting.headings import WORDS
from skillgap.posting.segments import CHOICES, Part

Place = Literal["title", "required", "duties", "preferred", "offered"]
"""How a sentence asks for a skill."""
Joint = Literal["stroke", "or", "comma", "and", ""]

MAX_GAP = 120
"""Most characters between two names of one list."""
MAX_BEFORE = 90
"""Characters before a list within which a wording may make it a choice."""
MAX_BETWEEN = 60
"""Most characters between such a wording and the list."""
EXAMPLES: Final = WORDS.pattern("wordings.examples")
_FOLLOWED = re.compile(r"[,:]?\s?(?:[\w-]+ ){0,2}\(?")
"""What may stand between "such as" and a list."""
_NOUN_BEFORE = re.compile(rf"\b(?:{WORDS.alternation('articles')}) (?:[\w-]+ ){{0,4}}[\w-]+ ?\($", re.IGNORECASE)
"""A noun before a parenthesis with alternatives ("a cloud platform (AWS, Azure)")."""
JOINT: Final = re.compile(
    rf"\s?(?:{WORDS.alternation('joint_tails')})?"
    r"[)\]\"']{0,4}"
    r"(?P<items>(?:\s?[,/|]\s?[\w.+#-]{1,20}(?: [\w.+#-]{1,20}){0,2}(?=\s?[,/|]|\s(?:and|or)\b)){0,3})"
    r"\s?(?P<joint>,?\s?(?:and\s?/\s?or|or|and|&)(?=\W|$)|,|\||/)\s?"
    rf"(?:(?:{WORDS.alternation('joint_heads')})\s){{0,6}}"
    r"[\"'(\[]?",
    re.IGNORECASE,
)
"""What may stand between two names of one list."""
TOGETHER: Final = (WORDS.word_set("joined_markup"), WORDS.word_set("joined_design"))
"""Skills that a slash joins without a choice ("HTML/CSS")."""
_NESTED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Name:
    """A mention with the place, level and wording that its sentence gives it."""

    mention: Mention
    place: Place
    level: int
    wording: str


def groups(
    plain: str, part: Part, names: Sequence[Name], holder: Callable[[int], tuple[int, int]]
) -> Iterator[list[Name]]:
    """The names of a sentence in groups of alternatives; ``holder`` returns the parenthesis around a place."""
    # "Linux, clouds (AWS, Azure)": the names inside a parenthesis are a list of their own
    buckets: dict[int, list[Name]] = {}
    for name in names:
        buckets.setdefault(holder(name.mention.start)[0], []).append(name)
    for bucket in buckets.values():
        run, joints = [bucket[0]], list[Joint]()
        for one, other in pairwise(bucket):
            joint = _joint(plain, one.mention, other.mention) if one.place == other.place else ""
            if joint:
                run.append(other)
                joints.append(joint)
                continue
            yield from _split(plain, part, run, joints)
            run, joints = [other], []
        yield from _split(plain, part, run, joints)


def _joint(plain: str, one: Mention, other: Mention) -> Joint:
    """What joins two names of one list; empty if they stand in no list together."""
    if not 0 < other.start - one.end <= MAX_GAP:
        return ""
    gap = " ".join(_NESTED.sub("", plain[one.end : other.start]).split("\n"))
    match = JOINT.fullmatch(gap)
    if not match:
        return ""
    word = match["joint"].strip(", ").lower()
    # "and/or" is a choice too
    if "or" in word:
        return "or"
    if word in {"and", "&"}:
        return "and"
    return "stroke" if word == "/" else "comma"


def _is_chosen(before: str) -> bool:
    """Whether the words before a list make it a choice ("at least one of")."""
    for match in CHOICES.finditer(before):
        between = before[match.end() :]
        if len(between) <= MAX_BETWEEN and not set(between) & set(",;."):
            return True
    return False


def _is_example(before: str) -> bool:
    """Whether the words before a list make examples of it ("clouds such as")."""
    if any(_FOLLOWED.fullmatch(before, match.end()) for match in EXAMPLES.finditer(before)):
        return True
    return bool(_NOUN_BEFORE.search(before))


def _split(plain: str, part: Part, run: Sequence[Name], joints: Sequence[Joint]) -> Iterator[list[Name]]:
    """The groups of a list: "or" makes a choice of the names before it, "and" begins a new group."""
    first = run[0].mention.start
    before = plain[max(part.start, first - MAX_BEFORE) : first]
    ids = {name.mention.skill_id for name in run}
    # "Web technologies such as HTML, CSS, and JavaScript" names what is used together.
    together = "and" in joints and any(ids <= both for both in TOGETHER)
    if len(run) > 1 and (_is_chosen(before) or (not together and _is_example(before))):
        yield list(run)
        return
    group: list[list[Name]] = [[run[0]]]
    chosen = False
    for name, joint in zip(run[1:], joints, strict=True):
        # "AWS/Azure, Docker": a slash joins two names to one item
        if joint == "stroke":
            group[-1].append(name)
        # "AWS or Azure, and Docker": the choice is complete before "and" or another comma
        elif joint == "and" or (joint == "comma" and chosen):
            yield from _closed(group, chosen=chosen)
            group, chosen = [[name]], False
        else:
            chosen = chosen or joint == "or"
            group.append([name])
    yield from _closed(group, chosen=chosen)


def _closed(group: Sequence[list[Name]], *, chosen: bool) -> Iterator[list[Name]]:
    """The items of a complete group: one choice, or each item alone."""
    if chosen:
        yield [name for item in group for name in item]
        return
    for item in group:
        ids = {name.mention.skill_id for name in item}
        # "HTML/CSS" asks for both
        if len(ids) > 1 and any(ids <= both for both in TOGETHER):
            yield from ([name] for name in item)
        else:
            yield item
