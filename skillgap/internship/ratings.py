"""Compare ratings of each skill by the student, the resume and mentors, and explain the differences."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from skillgap.lexicon import own
from skillgap.model.gaps import Gap
from skillgap.model.internship import ME, Internship, Rating, Remark
from skillgap.model.resume import SkillProfile
from skillgap.model.role import Requirement
from skillgap.taxonomy import Taxonomy

MAX_ASKED = 12
"""Skills on a feedback sheet: a mentor can fill it in within about ten minutes."""
MAX_SOFT_ASKED = 4
"""Places on the sheet for soft skills, which a mentor sees every day. Otherwise technical skills would take them."""
TIER_ORDER = {"core": 0, "next": 1, "later": 2, "soft": 3}
"""Tier -> sort key."""
RATINGS: Mapping[int, str] = {int(level): meaning for level, meaning in own().glossary.texts["ratings"].items()}
"""Rating, 0 to 3 -> its meaning as shown on the sheet."""
QUESTIONS = (
    "What should I keep doing?",
    "What should I do differently, or do more of?",
    "What is the one skill I should work on next, and how?",
)
"""Open questions of the sheet."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ratings of one skill by student, resume and mentors.

    Attributes:
        skill_id: The skill.
        me: The student's own rating, 0 to 3, or ``None``.
        evidence: Level in the resume, 0 to 3, or ``None`` without a resume.
        others: Pairs of mentor and latest rating, the latest first.
    """

    skill_id: str
    me: int | None
    evidence: int | None
    others: tuple[tuple[str, int], ...] = ()

    @property
    def mentor(self) -> int | None:
        """The latest rating of a mentor, or ``None``."""
        return self.others[0][1] if self.others else None

    @property
    def spread(self) -> int:
        """Difference between the highest and the lowest level, 0 to 3."""
        levels = [
            level for level in (self.me, self.evidence, *(level for _, level in self.others)) if level is not None
        ]
        return max(levels) - min(levels) if levels else 0

    @property
    def levels(self) -> str:
        """All levels as text ("you 2, resume 1, Ada 3")."""
        sides = (("you", self.me), ("resume", self.evidence), *self.others)
        return ", ".join(f"{who} {level}" for who, level in sides if level is not None)

    @property
    def words(self) -> tuple[str, ...]:
        """One sentence for each difference, with advice."""
        seen = {level for _, level in self.others}
        if self.me is None and not self.others:
            return ("Nobody has rated it yet.",)
        # If student and mentor both rate above the resume, one sentence about the mentor is enough.
        sides = [_side(level, self.evidence) for level in (self.me, self.mentor)]
        mine = None if sides[0] == sides[1] else self.me
        found = [
            sentence
            for first, second, sentences in (
                (mine, self.evidence, _ME_AND_RESUME),
                (self.mentor, self.evidence, _MENTOR_AND_RESUME),
                (self.mentor, self.me, _MENTOR_AND_ME),
            )
            if (sentence := _difference(first, second, sentences))
        ]
        if len(seen) > 1:
            found.append("Your mentors disagree: ask each of them for an example.")
        if found:
            return tuple(found)
        known = [level for level in (self.me, self.evidence, self.mentor) if level is not None]
        return ("All agree.",) if len(known) > 1 else ("Only one rating so far.",)


_ME_AND_RESUME = (
    "You rate yourself higher than the resume shows: show it or learn it.",
    "Your resume shows more than you give yourself: read the line again, it is yours.",
)
_MENTOR_AND_RESUME = (
    "Your mentor rates you above your resume: add a line that shows the skill.",
    "Your resume shows more than your mentor has seen: ask for a task that needs the skill.",
)
_MENTOR_AND_ME = (
    "Your mentor rates you above yourself: ask what they saw.",
    "Your mentor rates you below yourself: ask for an example, and what the next level looks like.",
)


def _side(level: int | None, evidence: int | None) -> int:
    """1 if a level is above the resume's, -1 if below, 0 if equal or if one is missing."""
    return 0 if level is None or evidence is None else (level > evidence) - (level < evidence)


def _difference(first: int | None, second: int | None, sentences: tuple[str, str]) -> str:
    """The sentence for ``first`` above or below ``second``; empty if they are equal or one is missing."""
    if first is None or second is None or first == second:
        return ""
    return sentences[first < second]


def skills_to_rate(demands: Iterable[Requirement | Gap]) -> tuple[str, ...]:
    """Ids of the most important skills: technical skills by tier and importance, then soft skills."""
    ranked = sorted(demands, key=lambda one: (TIER_ORDER[one.tier], -one.importance, one.skill_id))
    soft = list(dict.fromkeys(one.skill_id for one in ranked if one.tier == "soft"))[:MAX_SOFT_ASKED]
    technical = dict.fromkeys(one.skill_id for one in ranked if one.tier != "soft")
    return (*list(technical)[: MAX_ASKED - len(soft)], *soft)


def latest_ratings(record: Internship, who: str) -> dict[str, Rating]:
    """Skill id -> latest rating by one person."""
    mine = sorted((rating for rating in record.ratings if rating.who == who), key=lambda rating: rating.day)
    return {rating.skill_id: rating for rating in mine}


def mentors(record: Internship) -> tuple[str, ...]:
    """Everybody except the student who gave a rating or remark, in order of first appearance."""
    authors = [*(one.who for one in record.ratings), *(one.who for one in record.remarks)]
    return tuple(who for who in dict.fromkeys(authors) if who != ME)


def compare_ratings(record: Internship, profile: SkillProfile | None, taxonomy: Taxonomy) -> tuple[Comparison, ...]:
    """Compare every rated skill, the largest difference first, then by name."""
    me = latest_ratings(record, ME)
    theirs = {who: latest_ratings(record, who) for who in mentors(record)}
    rated = dict.fromkeys(rating.skill_id for rating in record.ratings)
    found = []
    for skill_id in rated:
        by_mentor = [(who, ratings[skill_id]) for who, ratings in theirs.items() if skill_id in ratings]
        by_mentor.sort(key=lambda pair: pair[1].day, reverse=True)
        found.append(
            Comparison(
                skill_id,
                me[skill_id].level if skill_id in me else None,
                profile.level(skill_id) if profile else None,
                tuple((who, rating.level) for who, rating in by_mentor),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.spread, taxonomy.name(one.skill_id).casefold(), one.skill_id)))


def add_ratings(record: Internship, ratings: Iterable[Rating] = (), remarks: Iterable[Remark] = ()) -> Internship:
    """Add ratings and remarks; they replace those by the same person about the same thing on the same day.

    So importing a corrected sheet again creates no duplicates.
    """
    levels = {(one.who, one.skill_id, one.day): one for one in (*record.ratings, *ratings)}
    words = {(one.who, one.question, one.day): one for one in (*record.remarks, *remarks)}
    return replace(record, ratings=tuple(levels.values()), remarks=tuple(words.values()))


def remove_ratings(record: Internship, who: str, skill_ids: Collection[str] | None = None) -> Internship:
    """Remove all ratings and remarks of one person, or only their ratings of some skills."""
    if skill_ids is None:
        remarks = tuple(one for one in record.remarks if one.who != who)
        return replace(record, ratings=tuple(one for one in record.ratings if one.who != who), remarks=remarks)
    left = tuple(one for one in record.ratings if one.who != who or one.skill_id not in skill_ids)
    return replace(record, ratings=left)
