"""Possible sessions for many students: a lab for each topic, and a clinic for each family of roles.

A demand that a resume names but does not show belongs in a clinic: the student only has to write down where it was
used. Any other open technical demand belongs in a lab, if its topic fits into one session. Soft skills are not taught
in a lab. On request there is one clinic, in which students write down examples of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from skillgap.cohort import sessions
from skillgap.model.cohort import Standing, demand_key
from skillgap.model.gaps import Gap
from skillgap.model.sessions import SessionKind, SessionLimits, SessionOffer, SessionPlan
from skillgap.plan.open_topics import OpenTopic, survey
from skillgap.plan.preferences import NO_PREFERENCES
from skillgap.taxonomy import Taxonomy

DEMANDS_AN_HOUR = 3
"""Demands that a student can write down with help in an hour: 20 minutes for each; our judgement."""
NO_FAMILY = "Other roles"
CLINIC = "Bring your resume. Write one line for each skill: what you did with it, where, and with what result."
STORIES = (
    "Bring your resume. Write one line for each: a situation in study, work or a club, what you did, and the result."
)


@dataclass(slots=True)
class _Draft:
    """An offer under construction."""

    name: str
    task: str = ""
    closes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weights: dict[str, int] = field(default_factory=dict)
    after: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, student_id: str, gaps: Iterable[Gap], after: tuple[str, ...] = ()) -> None:
        closed = tuple(gaps)
        self.closes[student_id] = tuple(demand_key(gap) for gap in closed)
        self.weights[student_id] = sum(gap.weight for gap in closed)
        if after:
            self.after[student_id] = after


def best_sessions(standings: Sequence[Standing], taxonomy: Taxonomy, limits: SessionLimits) -> SessionPlan:
    """Choose the clinics and labs that close most demands within the limits; see ``sessions.choose``.

    Args:
        standings: Standings against the students' own targets.
        taxonomy: Topics and their hours.
        limits: The advisor's limits.
    """
    offers = (*clinics(standings, limits.hours), *labs(standings, taxonomy, limits.hours))
    if limits.soft:
        offers += soft_skill_clinic(standings, limits.hours)
    before = sum(limits.soft or gap.tier != "soft" for one in standings for gap in one.report.open)
    return sessions.choose(offers, limits, open_before=before)


def clinics(standings: Iterable[Standing], hours: int) -> tuple[SessionOffer, ...]:
    """One clinic for each family of roles.

    Args:
        standings: Standings against the students' own targets.
        hours: Whole hours of a session.
    """
    drafts: dict[str, _Draft] = {}
    for one in standings:
        named = [gap for gap in one.report.pressing if one.cell(gap) == "named"][: DEMANDS_AN_HOUR * hours]
        if named:
            family = one.role.family or NO_FAMILY
            drafts.setdefault(family, _Draft(f"Show it: {family}", CLINIC)).add(one.student.id, named)
    return tuple(_offer(f"show-{family}", "show it", draft) for family, draft in sorted(drafts.items()))


def soft_skill_clinic(standings: Iterable[Standing], hours: int) -> tuple[SessionOffer, ...]:
    """One clinic for the soft skills of all roles; none if all soft skills are met.

    Args:
        standings: Standings against the students' own targets.
        hours: Whole hours of a session.
    """
    draft = _Draft("Show it: ways of working", STORIES)
    for one in standings:
        unmet = sorted((gap for gap in one.report.soft if gap.shortfall), key=lambda gap: (-gap.weight, gap.skill_id))
        if unmet:
            draft.add(one.student.id, unmet[: DEMANDS_AN_HOUR * hours])
    return (_offer("show-ways-of-working", "show it", draft),) if draft.closes else ()


def labs(standings: Iterable[Standing], taxonomy: Taxonomy, hours: int) -> tuple[SessionOffer, ...]:
    """One lab for each topic and variant whose hours of study fit into a session.

    Args:
        standings: Standings against the students' own targets.
        taxonomy: Topics and their hours.
        hours: Whole hours of a session.
    """
    drafts: dict[str, _Draft] = {}
    for one in standings:
        for topic, before in _teachable(one, taxonomy, hours):
            draft = drafts.setdefault(_key(topic), _Draft(_name(topic, taxonomy), topic.task))
            draft.add(one.student.id, _missing(topic, one), before)
    return tuple(_offer(f"learn-{key}", "learn it", draft) for key, draft in sorted(drafts.items()))


def _teachable(one: Standing, taxonomy: Taxonomy, hours: int) -> Iterator[tuple[OpenTopic, tuple[str, ...]]]:
    """Yield the topics that a lab can teach this student, each with ids of the labs that must come first."""
    if one.student.reading is None:
        return
    surveyed = survey(one.report, one.student.reading.profile, taxonomy, NO_PREFERENCES)
    topics = {topic.topic.id: topic for topic in surveyed}
    for topic in surveyed:
        before = [topics[other] for other in topic.topic.after if other in topics and _is_needed(topics[other])]
        if all(_hours(needed) <= hours and _missing(needed, one) for needed in (topic, *before)):
            yield topic, tuple(f"learn-{_key(needed)}" for needed in before)


def _is_needed(topic: OpenTopic) -> bool:
    """Whether the student has not begun a topic that another one depends on."""
    return not topic.is_shown and topic.gaps[0].held < 1


def _missing(topic: OpenTopic, one: Standing) -> list[Gap]:
    return [gap for gap in topic.gaps if gap.tier != "soft" and gap.shortfall and one.cell(gap) in {"learning", "none"}]


def _hours(one: OpenTopic) -> int:
    """Hours of the whole topic: a lab goes at the pace of beginners."""
    return (one.variant and one.variant.study_hours) or one.topic.study_hours


def _key(one: OpenTopic) -> str:
    return f"{one.topic.id}-{one.variant.anchor}" if one.variant else one.topic.id


def _name(one: OpenTopic, taxonomy: Taxonomy) -> str:
    return f"{one.topic.name} ({taxonomy.name(one.variant.anchor)})" if one.variant else one.topic.name


def _offer(offer_id: str, kind: SessionKind, draft: _Draft) -> SessionOffer:
    return SessionOffer(offer_id, kind, draft.name, draft.closes, draft.weights, draft.after, draft.task)
