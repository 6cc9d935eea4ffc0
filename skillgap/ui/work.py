"""A student's work as a file of theirs: gathered from the session, and put back into one."""

from datetime import date

from skillgap import workspace
from skillgap.errors import SkillgapError
from skillgap.model.resume import Document
from skillgap.plan.preferences import PlanPreferences
from skillgap.ui import habits, planning, roles, state
from skillgap.ui.state import Version
from skillgap.workspace import SavedVersion, Workspace


def gathered() -> Workspace:
    """Everything the user entered."""
    wished = planning.wishes()
    start, deadline = (state.kept(name, None) for name in ("start", "deadline"))
    return Workspace(
        versions=tuple(_saved(one) for one in _current_last()),
        postings=roles.posting_texts(),
        own_name=state.kept("own_name", ""),
        role=state.chosen_role(),
        hours_a_week=state.kept("weekly", 6),
        start=start.isoformat() if start else "",
        deadline=deadline.isoformat() if deadline else "",
        skip=tuple(wished.skip),
        done=dict(wished.done),
        order=wished.order,
        chosen=dict(wished.chosen),
        options=dict(wished.options),
        cost=wished.cost,
        formats=wished.kinds,
        levels=wished.levels,
        everything=state.kept("everything", False),
        internship=habits.record(),
    )


def load(data: bytes, key: str) -> None:
    """Take over saved work, unless it was the last loaded; a refusal is shown and what there was is kept."""
    if state.kept("work-upload", "") == key:
        return
    state.keep("work-upload", key)
    try:
        saved = workspace.load(data)
    except SkillgapError as error:
        state.refuse(str(error))
        return
    loaded = [_version(one) for one in saved.versions]
    texts = {one.reading.document.text for one in loaded}
    others = [one for one in state.versions() if one.reading.document.text not in texts]
    state.put_versions([*others, *loaded])
    roles.drop_postings()
    for text in saved.postings:
        roles.add_posting(text)
    for name, value in (
        ("weekly", saved.hours_a_week),
        ("own_name", saved.own_name),
        ("everything", saved.everything),
        ("wishes", _wishes(saved)),
    ):
        state.keep(name, value)
    habits.load(saved.internship)
    for name, day in (("start", saved.start), ("deadline", saved.deadline)):
        if day:
            state.keep(name, date.fromisoformat(day))
    if saved.role in roles.roles():
        state.choose(saved.role)


def _wishes(saved: Workspace) -> PlanPreferences:
    """What was set on the plan; older files say what is done by the skills' names."""
    kinds = {resource.kind for resource in state.known().resources.values()}
    ids = {name: skill_id for skill_id in state.known().skills for name in (state.known().name(skill_id), skill_id)}
    return PlanPreferences(
        skip=saved.skip,
        done={ids.get(name, name): day for name, day in saved.done.items()},
        order=saved.order,
        chosen=saved.chosen,
        options=saved.options,
        cost=saved.cost,
        kinds=tuple(one for one in saved.formats if one in kinds),
        levels=saved.levels,
    )


def _current_last() -> list[Version]:
    """The versions of the session in their order, but for the current one, which comes last."""
    every, current = state.versions(), state.current()
    return [one for place, one in enumerate(every) if place != current] + list(every[current : current + 1])


def _saved(version: Version) -> SavedVersion:
    document = version.reading.document
    answers = {skill_id: yes for skill_id, yes in version.answers.items() if yes is not None}
    return SavedVersion(document.name, document.text, version.day, answers, dict(version.corrections))


def _version(saved: SavedVersion) -> Version:
    reading = state.interpreted(Document(saved.name, saved.text))
    return Version(reading, saved.day or state.today().isoformat(), dict(saved.answers), dict(saved.corrections))
