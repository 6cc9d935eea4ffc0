"""Compare two terms: coverage by group and skills shown now, without revealing figures of small groups."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from skillgap.cohort.groups import NO_GROUP
from skillgap.cohort.privacy import alone
from skillgap.cohort.snapshot import Snapshot, bootstrap, wilson
from skillgap.model.cohort import Standing
from skillgap.model.contacts import Contact
from skillgap.model.groups import AfterSession, GroupChange, GroupCount, NowShown, StudentChange

EVERYBODY = "everybody"


def by_group(
    changes: Iterable[StudentChange], before: Snapshot, standings: Iterable[Standing], threshold: int
) -> tuple[GroupChange, ...]:
    """Change of each group with at least ``threshold`` students, and of everybody.

    If only one group is hidden, the smallest other group is hidden too. Otherwise a reader could compute the hidden
    group from the total.
    """
    now = {one.student.id: one.student.group or NO_GROUP for one in standings}
    old = before.by_id
    groups: dict[str, list[float]] = {}
    for one in changes:
        group = now.get(one.student_id) or old[one.student_id].group or NO_GROUP
        groups.setdefault(group, []).append(one.coverage)
    ordered = sorted(groups, key=lambda name: (len(groups[name]), name))
    hidden = [name for name in ordered if len(groups[name]) < threshold]
    left = [name for name in ordered if name not in hidden]
    while hidden and left and (len(hidden) == 1 or sum(len(groups[name]) for name in hidden) < threshold):
        hidden.append(left.pop(0))
    found = [_change(name, groups[name]) for name in sorted(left)]
    everybody = [value for values in groups.values() for value in values]
    return (*found, _change(EVERYBODY, everybody)) if len(everybody) >= threshold else tuple(found)


def _change(name: str, values: Sequence[float]) -> GroupChange:
    low, high = bootstrap(values)
    return GroupChange(name, len(values), fmean(values), low, high)


def now_shown(changes: Sequence[StudentChange], before: Snapshot, threshold: int) -> tuple[NowShown, ...]:
    """For each demand: of the students who only named it, how many show it now. Most students first."""
    old = before.by_id
    named: dict[str, int] = {}
    shown: dict[str, int] = {}
    for one in changes:
        for key, cell in old[one.student_id].cells.items():
            if cell == "named":
                named[key] = named.get(key, 0) + 1
        for key in one.now_shown:
            shown[key] = shown.get(key, 0) + 1
    found = [
        NowShown(key, count, shown.get(key, 0), *wilson(shown.get(key, 0), count))
        for key, count in named.items()
        if count >= threshold
    ]
    return tuple(sorted(found, key=lambda one: (-one.named, one.key)))


def after_sessions(
    before: Snapshot, standings: Iterable[Standing], contacts: Mapping[str, Sequence[Contact]], threshold: int
) -> tuple[AfterSession, ...]:
    """For each session and demand, who came and who did not of those who did not show it before; most students first.

    Only sessions to which at least ``threshold`` such students came are told.

    Args:
        before: The cohort as it was.
        standings: The students now.
        contacts: Id -> what was noted; those of a session name its demands.
        threshold: Least students of a group that is told.
    """
    old = before.by_id
    paired = [one for one in standings if one.student.id in old and old[one.student.id].role == one.role.id]
    came: dict[tuple[str, str], set[str]] = {}
    for one in paired:
        for contact in contacts.get(one.student.id, ()):
            for key in contact.skills:
                came.setdefault((", ".join(contact.topics), key), set()).add(one.student.id)
    found = []
    for (session, key), ids in came.items():
        # who showed it before, or is not asked for it, tells nothing about the session
        asked = [one for one in paired if key in one.cells and old[one.student.id].cells.get(key, "shown") != "shown"]
        here = alone(_showing((one for one in asked if one.student.id in ids), key), threshold)
        others = alone(_showing((one for one in asked if one.student.id not in ids), key), threshold)
        if here.asked >= threshold:
            found.append(AfterSession(session, key, here, others, *wilson(here.met, here.asked)))
    return tuple(sorted(found, key=lambda one: (-one.came.asked, one.session, one.key)))


def _showing(standings: Iterable[Standing], key: str) -> GroupCount:
    """How many show a demand now."""
    cells = [one.cells[key] for one in standings]
    return GroupCount(cells.count("shown"), len(cells))
