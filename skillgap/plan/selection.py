"""Which topics a plan holds: core topics complete, then the next ones, then one project, then later ones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from skillgap.plan.open_topics import OpenTopic

MIN_BEGUN_HOURS = 5
"""Hours from which a core topic that does not fit is begun: two evenings, enough for a first result."""
BEGUN_SHARE = 0.4
"""Part of a core topic that does not fit for which hours are kept: less of it is no start worth a later topic."""
MIN_PROJECT_HOURS, MAX_PROJECT_HOURS = 3, 12
"""Hours of the project that takes what is to spare: less shows nothing, more is worth another topic."""


@dataclass(slots=True)
class Selection:
    """What is planned so far.

    Attributes:
        free: Hours that are left, or ``None`` without a limit.
        met: Ids of topics that are shown, done, left out by the student, or planned.
        no_step: Ids of topics that the student lists already, so that the task of another step shows them.
        planned: The topics in order.
        begun: Topic id -> hours of the topic that is begun and not finished.
        project_hours: Hours of the project.
        project_place: Number of steps before the project.
        reserved: Hours kept for a foundation that does not fit, so that it can be begun.
        listed: Topics without a step of their own that the hours hold, in order.
    """

    free: int | None
    met: set[str]
    no_step: frozenset[str]
    planned: list[OpenTopic] = field(default_factory=list)
    begun: dict[str, int] = field(default_factory=dict)
    project_hours: int = 0
    project_place: int = 0
    listed: list[OpenTopic] = field(default_factory=list)
    reserved: int = 0

    def is_ready(self, topic: OpenTopic, known: Collection[str]) -> bool:
        """Whether everything that must come first is met; what the role does not hold open is."""
        return all(one in self.met or one not in known for one in topic.topic.after)

    def fits(self, topic: OpenTopic) -> bool:
        """Whether the hours that are left hold the whole topic."""
        return self.free is None or self.hours(topic) <= self.free - self.reserved

    def hours(self, topic: OpenTopic) -> int:
        """The hours that a topic takes: without a step of its own, those of its task."""
        return topic.proof_hours if topic.topic.id in self.no_step else topic.hours

    def can_begin(self) -> bool:
        """Whether the hours that are left are enough for a first result."""
        return self.free is not None and self.free >= MIN_BEGUN_HOURS

    def add(self, topic: OpenTopic) -> None:
        """Plan a whole topic."""
        (self.listed if topic.topic.id in self.no_step else self.planned).append(topic)
        self.met.add(topic.topic.id)
        if self.free is not None:
            self.free -= self.hours(topic)

    @property
    def whole(self) -> list[OpenTopic]:
        """The topics that are planned to their end."""
        return [one for one in self.planned if one.topic.id not in self.begun]

    def begin(self, topic: OpenTopic) -> None:
        """Plan as much of a topic as the hours hold."""
        if self.free is not None:
            self.planned.append(topic)
            self.begun[topic.topic.id] = self.free
            self.free = 0


def fill(selection: Selection, topics: Sequence[OpenTopic], *, project: bool) -> None:
    """Choose tier by tier; a core topic that does not fit is begun before anything of the next tier."""
    known = {one.topic.id for one in topics}
    core = [one for one in topics if one.topic.tier == "core"]
    for topic in core:
        _take(selection, topic, known, foundation=_leads_on(topic, topics))
    selection.reserved = 0
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


def _take(selection: Selection, topic: OpenTopic, known: Collection[str], *, foundation: bool) -> None:
    """Plan a topic that is ready and fits.

    A core topic need not fit: one that comes first of all and leads on is begun, for any other hours are kept.
    """
    if not selection.is_ready(topic, known):
        return
    if selection.fits(topic):
        selection.add(topic)
    elif foundation and not selection.planned and selection.can_begin():
        selection.begin(topic)  # "Python, 24 of 40 hours": without it no other core topic can follow
    elif topic.topic.tier == "core" and not selection.reserved:
        # after HTML 22 hours are left: Git fits beside a start in JavaScript (30), a side way into SQL (16) does not
        start = round(BEGUN_SHARE * selection.hours(topic))
        selection.reserved = start if start <= (selection.free or 0) else 0


def _add_project(selection: Selection) -> None:
    """Put the hours that are left into one project, where they are enough for one."""
    if selection.free is not None and selection.free >= MIN_PROJECT_HOURS:
        selection.project_hours = min(MAX_PROJECT_HOURS, selection.free)
        selection.free -= selection.project_hours
        selection.project_place = len(selection.planned)


def _leads_on(topic: OpenTopic, topics: Sequence[OpenTopic]) -> bool:
    """Whether other core topics need this one first."""
    return any(topic.topic.id in one.topic.after for one in topics if one.topic.tier == "core")


def _begin_first_open(selection: Selection, topics: Sequence[OpenTopic], known: Collection[str]) -> None:
    if not selection.can_begin():
        return
    open_ = [one for one in topics if one.topic.id not in selection.met and selection.is_ready(one, known)]
    if open_:
        selection.begin(open_[0])
