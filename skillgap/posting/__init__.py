"""Reads pasted job postings: the skills that they ask for, with importance, level and conditions.

Layout and wording decide, by the lists of ``data/lexicon/postings.toml``. The caller runs an Extractor over the same
text to find the skills.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from skillgap.lexicon.patterns import find_name
from skillgap.model.resume import Mention
from skillgap.posting.alternatives import Place
from skillgap.posting.eligibility import deadline, documents, screens
from skillgap.posting.headings import PLAIN, WORDS
from skillgap.posting.requirements import SkillRequest, asks
from skillgap.posting.segments import Part, parts

BASE: dict[Place, int] = {"title": 4, "required": 4, "duties": 3, "preferred": 2, "offered": 1}
"""Importance by place: requirements first, then duties, wishes and what is taught on the job."""
MOST: dict[Place, int] = {"title": 5, "required": 5, "duties": 4, "preferred": 3, "offered": 2}
"""Highest importance by place: a wish that is repeated does not become a requirement."""
RANK: dict[Place, int] = {"title": 0, "required": 0, "duties": 1, "preferred": 2, "offered": 3}
REPEATED = 3
"""Statements that name a skill from which its importance rises; two may be a heading and its line."""
MAX_QUOTE = 300
"""Most characters of a quote."""
MAX_TITLE = 80
SAID = WORDS.texts["places"]
"""Place -> words for it in the reason of an importance."""


@dataclass(frozen=True, slots=True)
class PostingDemand:
    """What one posting asks of a skill, or of one of several.

    Attributes:
        options: Ids of the skills of which one will do, the one named most first.
        importance: 1 (useful) to 5 (essential).
        level: 1 or 2: no posting can ask a student for more than one project shows.
        required: Whether it must be had to apply.
        reason: Why this importance and this level.
        quote: The sentence that asks for it, white space folded.
    """

    options: tuple[str, ...]
    importance: int
    level: int
    required: bool
    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class Screen:
    """A condition that no skill can replace: a degree, a class year, a work permit.

    Attributes:
        kind: degree, subject, class-year, gpa, work-permit, clearance, licence, age, place, language, hours or start.
        quote: The sentence that says so, white space folded.
    """

    kind: str
    quote: str


@dataclass(frozen=True, slots=True)
class Posting:
    """One job posting, read.

    Attributes:
        title: As given, else its first line.
        demands: What it asks for, most important first; no skill stands in two of them.
        screens: In text order, each once.
        documents: What it asks to send, in the order of ``eligibility.DOCUMENTS``.
        deadline: The sentence with the last day to apply, white space folded, or empty.
    """

    title: str
    demands: tuple[PostingDemand, ...]
    screens: tuple[Screen, ...]
    documents: tuple[str, ...] = ()
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class MergedDemand:
    """What several postings together ask of a skill, or of one of several.

    Attributes:
        options: Ids of the skills of which one will do, the one named in most postings first.
        named: In how many postings each option is asked for, in the order of ``options``.
        asked: Postings that ask for any of them.
        required: Postings that require it.
        postings: Postings read.
        importance: 1 to 5.
        level: 1 or 2: no posting can ask a student for more than one project shows.
        reason: Where importance and level come from.
        quotes: Title and sentence of each posting that asks for it.
    """

    options: tuple[str, ...]
    named: tuple[int, ...]
    asked: int
    required: int
    postings: int
    importance: int
    level: int
    reason: str
    quotes: tuple[tuple[str, str], ...]


def read(text: str, mentions: Iterable[Mention], *, title: str = "") -> Posting:
    """What a posting asks for; ``mentions`` are those that an Extractor finds in the same ``text``."""
    plain = text.translate(PLAIN)
    found = parts(text)
    heading = " ".join((title.strip() or text.strip("#*_ \t\r\n").partition("\n")[0]).split())[:MAX_TITLE]
    named = heading if title or (found and found[0].kind == "title") else ""
    return Posting(
        heading or "Untitled posting",
        _demands(text, asks(plain, found, mentions), named),
        tuple(dict.fromkeys(screen for part in found for screen in _screens(text, plain, part))),
        documents(plain, found),
        _deadline(text, plain, found),
    )


def _deadline(text: str, plain: str, found: Iterable[Part]) -> str:
    place = deadline(plain, found)
    return _quote(text, *place) if place else ""


def merge(postings: Iterable[Posting]) -> tuple[MergedDemand, ...]:
    """The demands of all postings together, most important first; a posting given twice counts once.

    Skills are one demand if most postings that ask for the first of them accept the others too. No skill stands in two
    demands, so a posting that asks for one option counts for the whole demand.
    """
    given = sorted(set(postings), key=lambda posting: (posting.title, repr(posting)))
    left = [(number, demand) for number, posting in enumerate(given) for demand in posting.demands]
    wanted = []
    counts = Counter(option for _, demand in left for option in demand.options)
    while left:
        # two postings with "AWS or Azure" and one with "AWS" are one demand for AWS or Azure
        leader = min(counts, key=lambda option: (-counts[option], option))
        mine = [demand for _, demand in left if leader in demand.options]
        beside = Counter(option for demand in mine for option in demand.options if option in counts)
        options = {option for option, count in beside.items() if 2 * count > len(mine)}
        taken = [(number, demand) for number, demand in left if not options.isdisjoint(demand.options)]
        left = [(number, demand) for number, demand in left if options.isdisjoint(demand.options)]
        wanted.append(_wanted(options, taken, given))
        counts = Counter(option for _, demand in left for option in demand.options)
    return tuple(sorted(wanted, key=lambda one: (-one.importance, -one.asked, -one.required, one.options)))


def _demands(text: str, found: Sequence[SkillRequest], title: str) -> tuple[PostingDemand, ...]:
    """One demand for each skill, led by its strongest wording; weaker wordings of the same options support it."""
    groups: list[list[SkillRequest]] = []
    owner: dict[str, int] = {}
    for ask in sorted(found, key=lambda ask: (RANK[ask.place], len(ask.options) > 1, ask.start, ask.options)):
        number = next((owner[option] for option in ask.options if option in owner), len(groups))
        if number == len(groups):
            groups.append([])
            owner |= dict.fromkeys(ask.options, number)
        groups[number].append(ask)
    demands = [_demand(text, group, title) for group in groups]
    return tuple(sorted(demands, key=lambda demand: (-demand.importance, not demand.required, demand.options)))


def _demand(text: str, group: Sequence[SkillRequest], title: str) -> PostingDemand:
    """A demand with its importance, level and reason, from all sentences that ask for it."""
    first = group[0]
    titled = next((ask for ask in group if ask.place == "title"), None)
    best = [ask for ask in group if RANK[ask.place] == RANK[first.place]]
    strongest = max(best, key=lambda ask: (ask.level, bool(ask.wording), -ask.start))
    # "Java Developer" in the title is no sentence to quote, "You know Java" is
    shown = next((ask for ask in best if ask.place != "title"), first)
    statements = len({ask.part.start for ask in group})
    surfaces = (text[start:end] for ask in group for start, end in ask.surfaces)
    in_title = titled is not None or any(find_name(surface, title) for surface in surfaces)
    place: Place = shown.place
    raised = (statements >= REPEATED) + in_title
    said = [SAID[place]]
    if in_title and place != "title":
        said.append(SAID["title"])
    if statements >= REPEATED:
        said.append(f"named in {statements} statements")
    importance = min(BASE[place] + raised, MOST[place])
    why = (
        "it is only taught there"
        if place == "offered"
        else f'it says "{strongest.wording}"'
        if strongest.wording
        else "no wording asks for more or less"
    )
    counts = Counter(option for ask in group for option in ask.options)
    return PostingDemand(
        options=tuple(sorted(first.options, key=lambda option: (-counts[option], first.options.index(option)))),
        importance=importance,
        level=strongest.level,
        required=place in {"title", "required"},
        reason=f"Importance {importance}: {', '.join(said)}. Level {strongest.level}: {why}.",
        quote=_quote(text, shown.part, shown.start),
    )


def _quote(text: str, part: Part, place: int) -> str:
    """The sentence, or of a long one the part around ``place``, without Markdown marks."""
    start, end = part.start, part.end
    if end - start > MAX_QUOTE:
        start = max(start, place - MAX_QUOTE // 2)
        end = min(end, start + MAX_QUOTE)
    return " ".join(text[start:end].replace("**", "").split()).strip("*_# ")


def _screens(text: str, plain: str, part: Part) -> Iterable[Screen]:
    return (Screen(kind, _quote(text, part, place)) for kind, place in screens(plain, part))


def _wanted(options: set[str], taken: Sequence[tuple[int, PostingDemand]], given: Sequence[Posting]) -> MergedDemand:
    """The demands that share the options as one; each posting counts once."""
    best: dict[int, PostingDemand] = {}
    for number, demand in taken:
        best.setdefault(number, demand)
    named = {option: len({number for number, demand in taken if option in demand.options}) for option in options}
    order = tuple(sorted(options, key=lambda option: (-named[option], option)))
    required = sum(any(demand.required for at, demand in taken if at == number) for number in best)
    total, of = sum(demand.importance for demand in best.values()), len(given)
    importance = max(1, math.floor(total / of + 0.5))
    levels = sorted(demand.level for demand in best.values())
    level = levels[(len(levels) - 1) // 2]
    return MergedDemand(
        options=order,
        named=tuple(named[option] for option in order),
        asked=len(best),
        required=required,
        postings=of,
        importance=importance,
        level=level,
        reason=f"Asked for in {len(best)} of {of} postings, required in {required}. Importance {importance} is the "
        f"mean over all of them, level {level} enough for at least half of those that ask.",
        quotes=tuple((given[number].title, demand.quote) for number, demand in sorted(best.items())),
    )
