"""Chooses the topics that fit in the hours: core topics, then the next ones, then one project, then later ones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from skillgap.plan.open_topics import OpenTopic

MIN_BEGUN_HOURS = 5
"""Free hours from which a core topic that does not fit is begun: two evenings, enough for a first result."""
BEGUN_SHARE = 0.4
"""Part of a core topic's hours that is kept free for it if it does not fit as a whole."""
MIN_PROJECT_HOURS, MAX_PROJECT_HOURS = 3, 12
"""Hours of the project in the spare hours: fewer show nothing, more are worth another topic."""


@dataclass(slots=True)
class Selection:
    """The topics planned so far.

    Attributes:
        free: Hours left, or ``None`` without a limit.
        met: Ids of topics that are shown, done, left out by the student, or planned.
        no_step: Ids of topics that the student lists already, so that the task of another step shows them.
        planned: The topics in order.
        begun: Topic id -> planned hours of a topic that does not fit as a whole.
        project_hours: Hours of the project.
        project_place: Number of steps before the project.
        reserved: Hours kept free to begin a core topic that does not fit.
        listed: Planned topics without a step of their own, in order.
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
        """Whether the prerequisites of a topic are met; a topic that is not open counts as met."""
        return all(one in self.met or one not in known for one in topic.topic.after)

    def fits(self, topic: OpenTopic) -> bool:
        """Whether the whole topic fits in the hours left."""
        return self.free is None or self.hours(topic) <= self.free - self.reserved

    def hours(self, topic: OpenTopic) -> int:
        """The hours of a topic; without a step of its own, only those of its task."""
        return topic.proof_hours if topic.topic.id in self.no_step else topic.hours

    def can_begin(self) -> bool:
        """Whether the hours left are enough for a first result."""
        return self.free is not None and self.free >= MIN_BEGUN_HOURS

    def add(self, topic: OpenTopic) -> None:
        """Plan a whole topic."""
        (self.listed if topic.topic.id in self.no_step else self.planned).append(topic)
        self.met.add(topic.topic.id)
        if self.free is not None:
            self.free -= self.hours(topic)

    @property
    def whole(self) -> list[OpenTopic]:
        """The topics that are planned as a whole."""
        return [one for one in self.planned if one.topic.id not in self.begun]

    def begin(self, topic: OpenTopic) -> None:
        """Plan as much of a topic as fits."""
        if self.free is not None:
            self.planned.append(topic)
            self.begun[topic.topic.id] = self.free
            self.free = 0


def fill(selection: Selection, topics: Sequence[OpenTopic], *, project: bool) -> None:
    """Choose tier by tier; a core topic that does not fit is begun before any topic of the next tier."""
    known = {one.topic.id for one in topics}
    core = [one for one in topics if one.topic.tier == "core"]
    for topic in core:
        _take(selection, topic, known, foundation=_leads_on(topic, topics))
    selection.reserved = 0
    # 15 hours left and a core topic of 20: its first 15 hours are worth more than a side topic
    _begin_first_open(selection, core, known)
    if any(one.topic.id not in selection.met for one in core):
        return  # a side topic never replaces an open core topic
    for tier in ("next", "later"):
        for topic in topics:
            if topic.topic.tier == tier:
                _take(selection, topic, known, foundation=False)
        # employers look at projects before topics of the last tier
        if tier == "next" and project:
            _add_project(selection)


def _take(selection: Selection, topic: OpenTopic, known: Collection[str], *, foundation: bool) -> None:
    """Plan a topic that is ready and fits.

    A foundation without any topic before it is begun if it does not fit. For another core topic, hours are kept free.
    """
    if not selection.is_ready(topic, known):
        return
    if selection.fits(topic):
        selection.add(topic)
    elif foundation and not selection.planned and selection.can_begin():
        selection.begin(topic)  # "Python, 24 of 40 hours": other core topics need it
    elif topic.topic.tier == "core" and not selection.reserved:
        # with 22 hours left, Git fits beside a start in JavaScript (30), a side topic in SQL (16) does not
        start = round(BEGUN_SHARE * selection.hours(topic))
        selection.reserved = start if start <= (selection.free or 0) else 0


def _add_project(selection: Selection) -> None:
    """Plan one project in the hours left, if they are enough."""
    if selection.free is not None and selection.free >= MIN_PROJECT_HOURS:
        selection.project_hours = min(MAX_PROJECT_HOURS, selection.free)
        selection.free -= selection.project_hours
        selection.project_place = len(selection.planned)


def _leads_on(topic: OpenTopic, topics: Sequence[OpenTopic]) -> bool:
    """Whether other core topics need this one first."""
    return any(topic.topic.id in one.topic.after for one in topics if one.topic.tier == "core")


def _begin_first_open(selection: Selection, topics: Sequence[OpenTopic], known: Collection[str]) -> None:
    """Begin the first topic that is ready and not planned."""
    if not selection.can_begin():
        return
    open_ = [one for one in topics if one.topic.id not in selection.met and selection.is_ready(one, known)]
    if open_:
        selection.begin(open_[0])
