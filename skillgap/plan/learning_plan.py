"""A GapReport into a LearningPlan: topic by topic in the role's order, as far as the hours go.

Order of worth: core topics complete, then the next ones, then one project with the hours to spare, then later ones.
``open_topics`` has what the student lacks, ``study_parts`` what to learn from, ``ordering`` the student's own order.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from skillgap.model.gaps import GapReport
from skillgap.model.plan import LearningPlan, Step, UnplannedTopic
from skillgap.model.resume import SkillProfile
from skillgap.plan.open_topics import OpenTopic, survey
from skillgap.plan.ordering import arrange
from skillgap.plan.preferences import NO_PREFERENCES, PlanPreferences
from skillgap.plan.study_parts import Parts, choose
from skillgap.taxonomy import Taxonomy

MIN_BEGUN_HOURS = 5
"""Hours from which a core topic that does not fit is begun: two evenings, enough for a first result."""
MIN_PROJECT_HOURS, MAX_PROJECT_HOURS = 3, 12
"""Hours of the project that takes what is to spare: less shows nothing, more is worth another topic."""
PROJECT = "spare-project"
"""Key of that project among the steps."""
PROJECT_NAME = "One project that shows it all"


def build(
    report: GapReport,
    profile: SkillProfile,
    taxonomy: Taxonomy,
    *,
    hours: int | None = None,
    resume_hours: int = 0,
    preferences: PlanPreferences = NO_PREFERENCES,
) -> LearningPlan:
    """What to learn, first things first.

    Args:
        report: The gaps.
        profile: What is shown already.
        taxonomy: Skills and resources.
        hours: Whole hours there are; ``None`` plans every open topic.
        resume_hours: Hours of these that go into the resume itself first.
        preferences: What the student set.
    """
    topics = survey(report, profile, taxonomy, preferences)
    open_ = [one for one in topics if not one.is_shown or one.topic.id in preferences.done]
    wanted = [one for one in open_ if one.topic.id not in preferences.skip]
    selection = _Selection(
        None if hours is None else max(0, hours - resume_hours),
        # a topic that the student leaves out must not hold back those that build on it
        met={one.topic.id for one in topics if one.is_shown or one.topic.id in preferences.skip},
    )
    done = [one for one in wanted if one.topic.id in preferences.done]
    to_do = [one for one in wanted if one.topic.id not in preferences.done]
    selection.met |= {one.topic.id for one in done}
    project = report.role.spare_project and PROJECT not in {*preferences.skip, *preferences.done}
    _select(selection, arrange(to_do, preferences.order), project=bool(project))
    return LearningPlan(
        role=report.role,
        steps=_steps(
            report, sorted(done, key=lambda one: preferences.done[one.topic.id]), selection, taxonomy, preferences
        ),
        left=_left(open_, selection, preferences),
        budget=hours,
        resume_hours=resume_hours if hours is None or hours > resume_hours else 0,
        core_hours=sum(one.hours for one in to_do if one.topic.tier == "core"),
        core_topics=sum(one.topic.tier == "core" for one in to_do),
    )


@dataclass(slots=True)
class _Selection:
    """What is planned so far.

    Attributes:
        free: Hours that are left, or ``None`` without a limit.
        met: Ids of topics that are shown, done, left out by the student, or planned.
        planned: The topics in order.
        begun: Topic id -> hours of the topic that is begun and not finished.
        project_hours: Hours of the project.
        project_place: Number of steps before the project.
    """

    free: int | None
    met: set[str] = field(default_factory=set)
    planned: list[OpenTopic] = field(default_factory=list)
    begun: dict[str, int] = field(default_factory=dict)
    project_hours: int = 0
    project_place: int = 0

    def is_ready(self, topic: OpenTopic, known: Collection[str]) -> bool:
        """Whether everything that must come first is met; what the role does not hold open is."""
        return all(one in self.met or one not in known for one in topic.topic.after)

    def fits(self, topic: OpenTopic) -> bool:
        """Whether the hours that are left hold the whole topic."""
        return self.free is None or topic.hours <= self.free

    def can_begin(self) -> bool:
        """Whether the hours that are left are enough for a first result."""
        return self.free is not None and self.free >= MIN_BEGUN_HOURS

    def add(self, topic: OpenTopic) -> None:
        """Plan a whole topic."""
        self.planned.append(topic)
        self.met.add(topic.topic.id)
        if self.free is not None:
            self.free -= topic.hours

    def begin(self, topic: OpenTopic) -> None:
        """Plan as much of a topic as the hours hold."""
        if self.free is not None:
            self.planned.append(topic)
            self.begun[topic.topic.id] = self.free
            self.free = 0


def _select(selection: _Selection, topics: Sequence[OpenTopic], *, project: bool) -> None:
    """Choose tier by tier; a core topic that does not fit is begun before anything of the next tier."""
    known = {one.topic.id for one in topics}
    core = [one for one in topics if one.topic.tier == "core"]
    for topic in core:
        _take(selection, topic, known, foundation=_leads_on(topic, topics))
    # 15 hours left and a core topic of 20: its first 15 hours are worth more than a side topic
    _begin_first_open(selection, core, known)
    if any(one.topic.id not in selection.met for one in core):
        return  # breadth never stands in for a core topic that is still open
    for tier in ("next", "later"):
        for topic in topics:
            if topic.topic.tier == tier:
                _take(selection, topic, known, foundation=False)
        # the project comes before the last tier: employers look at projects first
        if tier == "next" and project:
            _add_project(selection)


def _take(selection: _Selection, topic: OpenTopic, known: Collection[str], *, foundation: bool) -> None:
    """Plan a topic that is ready and fits; a foundation that comes first of all is begun even if it does not fit."""
    if not selection.is_ready(topic, known):
        return
    if selection.fits(topic):
        selection.add(topic)
    elif foundation and not selection.planned and selection.can_begin():
        selection.begin(topic)  # "Python, 24 of 40 hours": without it no other core topic can follow


def _add_project(selection: _Selection) -> None:
    """Put the hours that are left into one project, where they are enough for one."""
    if selection.free is not None and selection.free >= MIN_PROJECT_HOURS:
        selection.project_hours = min(MAX_PROJECT_HOURS, selection.free)
        selection.free -= selection.project_hours
        selection.project_place = len(selection.planned)


def _leads_on(topic: OpenTopic, topics: Sequence[OpenTopic]) -> bool:
    """Whether other core topics need this one first."""
    return any(topic.topic.id in one.topic.after for one in topics if one.topic.tier == "core")


def _begin_first_open(selection: _Selection, topics: Sequence[OpenTopic], known: Collection[str]) -> None:
    if not selection.can_begin():
        return
    open_ = [one for one in topics if one.topic.id not in selection.met and selection.is_ready(one, known)]
    if open_:
        selection.begin(open_[0])


def _steps(
    report: GapReport,
    done: Sequence[OpenTopic],
    selection: _Selection,
    taxonomy: Taxonomy,
    preferences: PlanPreferences,
) -> tuple[Step, ...]:
    every = [*done, *selection.planned]
    parts = choose(every, taxonomy, preferences)
    steps = [_step(one, report, selection, every, taxonomy, preferences) for one in every]
    steps = [_with_parts(step, parts) for step in steps]
    if selection.project_hours:
        steps.insert(len(done) + selection.project_place, _project(report, selection, selection.project_hours))
    if report.role.spare_project and PROJECT in preferences.done:
        finished = _project(report, selection, MAX_PROJECT_HOURS)
        steps.insert(len(done), replace(finished, done=preferences.done[PROJECT]))
    return tuple(steps)


def _with_parts(step: Step, parts: Parts) -> Step:
    return replace(step, learn_from=parts.chosen.get(step.topic_id, ()), unmatched=step.topic_id in parts.unmatched)


def _step(
    one: OpenTopic,
    report: GapReport,
    selection: _Selection,
    every: Sequence[OpenTopic],
    taxonomy: Taxonomy,
    preferences: PlanPreferences,
) -> Step:
    topic, begun = one.topic, selection.begun.get(one.topic.id)
    unlocks = tuple(other.topic.id for other in every if topic.id in other.topic.after)
    closed = [gap for gap in one.gaps if gap.shortfall]
    return Step(
        topic_id=topic.id,
        name=topic.name,
        tier=topic.tier,
        skill_ids=one.skill_ids,
        reason=_reason(one, unlocks, every),
        study_hours=one.study_hours if begun is None else min(begun, one.study_hours),
        proof_hours=one.proof_hours if begun is None else max(0, begun - one.study_hours),
        task=one.task,
        # a topic that is only begun closes no gap yet
        points=sum(report.open_points(gap) for gap in closed) if begun is None else 0.0,
        unlocks=unlocks,
        meets=tuple(gap.skill_id for gap in closed) if begun is None else (),
        variants=tuple(variant.anchor for variant in topic.variants),
        variant=one.variant.anchor if one.variant else "",
        left_hours=0 if begun is None else one.hours - begun,
        done=preferences.done.get(topic.id),
    )


def _reason(one: OpenTopic, unlocks: Sequence[str], every: Sequence[OpenTopic]) -> str:
    """Why a step stands here: the role's reason, what is known already, and what it opens."""
    sentences = [one.topic.why]
    begun = [gap for gap in one.gaps if gap.held and gap.shortfall]
    if begun:
        sentences.append("You name a part of it, so the study is shorter; the task shows it.")
    if unlocks:
        names = {other.topic.id: other.topic.name for other in every}
        sentences.append(f"It comes before {_listed([names[topic_id] for topic_id in unlocks])}.")
    return " ".join(sentences)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _project(report: GapReport, selection: _Selection, hours: int) -> Step:
    """The project of the spare hours; it shows what the plan teaches, or what the role's core asks for."""
    skills = [one.skill_ids[0] for one in selection.planned if one.topic.tier == "core"]
    skills = skills or [topic.skill_ids[0] for topic in report.role.topics if topic.tier == "core"]
    return Step(
        topic_id=PROJECT,
        name=PROJECT_NAME,
        tier="project",
        skill_ids=tuple(skills),
        reason="Your spare hours go into one project, since employers look at projects first.",
        study_hours=0,
        proof_hours=hours,
        task=report.role.spare_project,
        points=0.0,
    )


def _left(
    open_: Sequence[OpenTopic], selection: _Selection, preferences: PlanPreferences
) -> tuple[UnplannedTopic, ...]:
    planned = {one.topic.id for one in selection.planned}
    names = {one.topic.id: one.topic.name for one in open_}
    found = []
    for one in open_:
        if one.topic.id in planned or one.topic.id in preferences.done:
            continue
        missing = [names[before] for before in one.topic.after if before in names and before not in selection.met]
        if one.topic.id in preferences.skip:
            reason = "You left it out."
        elif missing:
            reason = f"It needs {_listed(missing)} first."
        # the hours would hold it, yet a core topic is still open
        elif one.topic.tier != "core" and (selection.free or 0) >= one.hours:
            reason = "Core topics come first."
        else:
            reason = f"It takes {one.hours} h, and {selection.free or 0} h are free."
        found.append(UnplannedTopic(one.topic.id, one.topic.name, one.topic.tier, one.hours, reason, one.skill_ids))
    return tuple(found)
