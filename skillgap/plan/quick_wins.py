"""Finds lines of a resume that may show a skill of the role without naming it, and asks the student.

Lines of everyday work match a wording of ``data/lexicon/quick_wins.toml``: "restarts the card terminal" may be
troubleshooting. Lines of jobs and projects may show a skill that is only listed elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from skillgap.model.assessment import QuickWin
from skillgap.model.gaps import Gap, GapReport
from skillgap.model.resume import ResumeReading, Section
from skillgap.model.role import Tier
from skillgap.taxonomy import Taxonomy, cached_per_taxonomy
from skillgap.taxonomy.closeness import CLOSE, closeness

MAX_WINS = 6
"""Most lines at once; a student can rewrite them in an hour."""
MAX_SKILLS = 3
"""Most skills named with one line."""
SHOWN = 2
"""Level from which a skill is shown."""
TIERS: tuple[Tier, ...] = ("core", "next", "later", "soft")
"""Tiers in the order of the questions."""
TELLING = frozenset({"experience", "internships", "projects", "volunteering", "activities", "other", "top", "summary"})
"""Sections whose lines may describe something done."""
DEEDS = frozenset({"experience", "internships", "projects", "volunteering", "activities"})
"""Sections whose lines may show a skill that is listed elsewhere."""
_SENTENCE_END = re.compile(r"(?<=[a-z\d)][.;!?])\s+(?=[A-Z(])")
"""Between two sentences: "... of the router. Then I ...", and not behind "No." or an initial."""
MIN_WORDS = 3
"""Words of the shortest line that may describe something."""


class _Line(NamedTuple):
    """A line that describes something, with the kind of its section."""

    start: int
    end: int
    text: str
    section: str


class _Family(NamedTuple):
    """A kind of everyday work: the pattern of its lines, the skills that they may show, and the question."""

    pattern: re.Pattern[str]
    skill_ids: tuple[str, ...]
    write: str


class _Found(NamedTuple):
    """A question with its rank: tier and place of the first skill's gap, then the line."""

    rank: tuple[int, int]
    sort: int
    win: QuickWin


def find(reading: ResumeReading, report: GapReport, taxonomy: Taxonomy) -> tuple[QuickWin, ...]:
    """The questions about open gaps, those of the first topics first, each line once."""
    ranks = _ranks(reading, report)
    lines = tuple(_lines(reading))
    found = [*_everyday(lines, ranks, taxonomy), *_listed(reading, lines, ranks, taxonomy)]
    chosen: list[QuickWin] = []
    for one in sorted(found, key=lambda one: (one.rank, one.sort, one.win.start)):
        asked = {win.skill_ids[0] for win in chosen}
        # one question for each main skill and each line
        new = one.win.skill_ids[0] not in asked and all(win.start != one.win.start for win in chosen)
        if new and len(chosen) < MAX_WINS:
            chosen.append(one.win)
    return tuple(chosen)


def _ranks(reading: ResumeReading, report: GapReport) -> dict[str, tuple[int, int]]:
    """Skill id -> tier and place of its open gap, for each skill that would close one."""
    ordered: list[Gap] = sorted(report.open, key=lambda gap: TIERS.index(gap.tier))
    levels = {held.skill_id: held.level for held in reading.profile.skills}
    ranks: dict[str, tuple[int, int]] = {}
    for place, gap in enumerate(ordered):
        for skill_id in (gap.skill_id, *gap.options):
            if levels.get(skill_id, 0) < SHOWN:
                ranks.setdefault(skill_id, (TIERS.index(gap.tier), place))
    return ranks


def _lines(reading: ResumeReading) -> Iterator[_Line]:
    """The lines of the resume that may describe something done."""
    outline, text = reading.outline, reading.document.text
    headings = {start for start, _ in outline.headings}
    for start, end in outline.statements:
        section = next((one for one in outline.sections if one.start <= start < one.end), Section("", 0, 0))
        if start in headings or section.kind not in TELLING:
            continue
        # a bullet of three sentences tells three things
        cuts = [start, *(start + found.end() for found in _SENTENCE_END.finditer(text[start:end])), end]
        for begin, stop in pairwise(cuts):
            line = text[begin:stop].rstrip()
            if len(line.split()) >= MIN_WORDS:
                yield _Line(begin, begin + len(line), line, section.kind)


def _everyday(lines: tuple[_Line, ...], ranks: Mapping[str, tuple[int, int]], taxonomy: Taxonomy) -> Iterator[_Found]:
    """Questions about lines of everyday work, each with the skills that matter most."""
    # searching every line takes longest, so families without an open gap are left out first
    wanted = [(family, ids) for family in _families(taxonomy) if (ids := _wanted(family, ranks, taxonomy))]
    for line in lines:
        told = [one for one in wanted if one[0].pattern.search(line.text)]
        about = sorted(told, key=lambda one: ranks[one[1][0]])
        # the first skill of each family, then the others; one question a family, since another line may ask the first
        ids = [ids[0] for _, ids in about] + [skill_id for _, ids in about for skill_id in ids[1:]]
        for family, own in about:
            named = tuple(dict.fromkeys((own[0], *ids)))[:MAX_SKILLS]
            yield _Found(ranks[own[0]], 0, QuickWin(named, line.start, line.end, family.write))


def _wanted(family: _Family, ranks: Mapping[str, tuple[int, int]], taxonomy: Taxonomy) -> list[str]:
    """The skills of a family that would close a technical gap, first topics first; stories ask about the soft ones."""
    wanted = (one for one in family.skill_ids if one in ranks and taxonomy.kind(one) != "soft")
    return sorted(wanted, key=lambda one: ranks[one])


@cached_per_taxonomy
def _families(taxonomy: Taxonomy) -> tuple[_Family, ...]:
    """The families of the lexicon, in its order."""
    file = taxonomy.lexicon.quick_wins
    ending = file.texts["sentences"]["ending"]
    return tuple(
        _Family(file.pattern(f"lines.{name}"), tuple(family["skills"]), f"{family['write']} {ending}")
        for name, family in file.records["families"].items()
    )


def _listed(
    reading: ResumeReading, lines: tuple[_Line, ...], ranks: Mapping[str, tuple[int, int]], taxonomy: Taxonomy
) -> Iterator[_Found]:
    """Questions about skills that are only listed, each with the closest line of a job or project."""
    sentences = taxonomy.lexicon.quick_wins.texts["sentences"]
    held = [mention for mention in reading.mentions if mention.assertion == "held"]
    told = [line for line in lines if line.section in DEEDS]
    named = {line: {one.skill_id for one in held if line.start <= one.start < line.end} for line in told}
    for skill_id, rank in ranks.items():
        skill = taxonomy.skills.get(skill_id)
        # "Teamwork" is asked about in stories, not in a line of work
        if skill is None or skill.kind == "soft" or not reading.profile.level(skill_id):
            continue
        near = [(closeness(skill, line.text, named[line], taxonomy).closeness, line) for line in told]
        best = max(near, key=lambda one: (one[0], -one[1].start), default=None)
        if best and best[0] >= CLOSE:
            write = f"{sentences['listed'].format(skill=skill.name)} {sentences['ending']}"
            yield _Found(rank, 1, QuickWin((skill_id,), best[1].start, best[1].end, write))
