"""A student's work as a file of theirs: gathered from the session, and put back into one."""

from datetime import date

from skillgap import workspace
from skillgap.errors import SkillgapError
from skillgap.model.resume import Document
from skillgap.plan.preferences import PlanPreferences
from skillgap.ui import internship_page, plan_settings, role_picker, session
from skillgap.ui.session import Version
from skillgap.workspace import SavedVersion, Workspace


def current_workspace() -> Workspace:
    """Everything the user entered."""
    wished = plan_settings.preferences()
    start, deadline = (session.kept(name, None) for name in ("start", "deadline"))
    return Workspace(
        versions=tuple(_saved(one) for one in _current_last()),
        postings=role_picker.posting_texts(),
        own_name=session.kept("own_name", ""),
        role=session.chosen_role(),
        hours_a_week=session.kept("weekly", 6),
        start=start.isoformat() if start else "",
        deadline=deadline.isoformat() if deadline else "",
        skip=tuple(wished.skip),
        done=dict(wished.done),
        order=wished.order,
        chosen=dict(wished.chosen),
        variants=dict(wished.variants),
        cost=wished.cost,
        formats=wished.kinds,
        everything=session.kept("everything", False),
        internship=internship_page.record(),
    )


def load(data: bytes, key: str) -> None:
    """Take over saved work, unless it was the last loaded; a refusal is shown and what there was is kept."""
    if session.kept("work-upload", "") == key:
        return
    session.keep("work-upload", key)
    try:
        saved = workspace.load(data)
    except SkillgapError as error:
        session.set_refusal(str(error))
        return
    loaded = [_version(one) for one in saved.versions]
    texts = {one.reading.document.text for one in loaded}
    others = [one for one in session.versions() if one.reading.document.text not in texts]
    session.put_versions([*others, *loaded])
    role_picker.drop_postings()
    for text in saved.postings:
        role_picker.add_posting(text)
    for name, value in (
        ("weekly", saved.hours_a_week),
        ("own_name", saved.own_name),
        ("everything", saved.everything),
        ("preferences", _preferences(saved)),
    ):
        session.keep(name, value)
    internship_page.load(saved.internship)
    for name, day in (("start", saved.start), ("deadline", saved.deadline)):
        if day:
            session.keep(name, date.fromisoformat(day))
    if saved.role in role_picker.roles():
        session.choose(saved.role)


def _preferences(saved: Workspace) -> PlanPreferences:
    """What was set on the plan; what a topic of today does not know changes nothing."""
    kinds = {resource.kind for resource in session.loaded_taxonomy().resources.values()}
    return PlanPreferences(
        skip=saved.skip,
        done=saved.done,
        order=saved.order,
        chosen=saved.chosen,
        variants=saved.variants,
        cost=saved.cost,
        kinds=tuple(one for one in saved.formats if one in kinds),
    )


def _current_last() -> list[Version]:
    """The versions of the session in their order, but for the current one, which comes last."""
    every, current = session.versions(), session.current()
    return [one for place, one in enumerate(every) if place != current] + list(every[current : current + 1])


def _saved(version: Version) -> SavedVersion:
    document = version.reading.document
    answers = {skill_id: yes for skill_id, yes in version.answers.items() if yes is not None}
    return SavedVersion(document.name, document.text, version.day, answers, dict(version.corrections))


def _version(saved: SavedVersion) -> Version:
    reading = session.interpreted(Document(saved.name, saved.text))
    return Version(reading, saved.day or session.today().isoformat(), dict(saved.answers), dict(saved.corrections))
