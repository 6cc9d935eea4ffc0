"""Save a student's work from the session to a file, and load it."""

from datetime import date

from skillgap import workspace
from skillgap.errors import SkillgapError
from skillgap.model.resume import Document
from skillgap.plan.preferences import PlanPreferences
from skillgap.ui import internship_page, knowledge, own_roles, postings, role_picker, session, versions
from skillgap.ui.session import Version
from skillgap.workspace import SavedVersion, Workspace


def current_workspace() -> Workspace:
    """Everything that the user entered in this session."""
    now = session.state()
    chosen = now.preferences
    return Workspace(
        versions=tuple(_saved(one) for one in _current_last()),
        postings=now.posting_texts,
        own_name=now.own_name,
        own_roles=own_roles.texts(),
        role=session.chosen_role(),
        hours_a_week=now.weekly,
        start=now.start.isoformat() if now.start else "",
        deadline=now.deadline.isoformat() if now.deadline else "",
        skip=tuple(chosen.skip),
        done=dict(chosen.done),
        order=chosen.order,
        chosen=dict(chosen.chosen),
        variants=dict(chosen.variants),
        cost=chosen.cost,
        formats=chosen.kinds,
        everything=now.everything,
        internship=now.internship,
    )


def load(data: bytes, key: str) -> bool:
    """Load saved work into the session. A refusal is stored, and the session is unchanged.

    Returns:
        Whether the file was processed in this call; ``False`` if an earlier run did.
    """
    now = session.state()
    if now.work_key == key:
        return False
    now.work_key = key
    try:
        saved = workspace.load(data)
    except SkillgapError as error:
        now.refusal = str(error)
        return True
    loaded = [_version(one) for one in saved.versions]
    texts = {one.reading.document.text for one in loaded}
    others = [one for one in now.versions if one.reading.document.text not in texts]
    versions.put([*others, *loaded])
    postings.drop()
    for text in saved.postings:
        postings.add(text)
    now.weekly, now.everything, now.own_name = saved.hours_a_week, saved.everything, saved.own_name
    own_roles.load(saved.own_roles)
    now.preferences = _preferences(saved)
    internship_page.load(saved.internship)
    now.start = date.fromisoformat(saved.start) if saved.start else now.start
    now.deadline = date.fromisoformat(saved.deadline) if saved.deadline else now.deadline
    if saved.role in role_picker.roles():
        session.choose(saved.role)
    return True


def _preferences(saved: Workspace) -> PlanPreferences:
    """Preferences of saved work; unknown formats are dropped, unknown topics have no effect."""
    kinds = {resource.kind for resource in knowledge.loaded_taxonomy().resources.values()}
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
    """Versions of the session in order, but with the current one last: loading makes the last version current."""
    every, current = session.state().versions, session.state().current
    return [one for place, one in enumerate(every) if place != current] + list(every[current : current + 1])


def _saved(version: Version) -> SavedVersion:
    document = version.reading.document
    answers = {skill_id: yes for skill_id, yes in version.answers.items() if yes is not None}
    return SavedVersion(document.name, document.text, version.day, answers, dict(version.corrections), version.layout)


def _version(saved: SavedVersion) -> Version:
    """A version as it was saved; its pages are not in the file, and the Resume page says how they come back."""
    reading = knowledge.interpreted(Document(saved.name, saved.text), saved.layout)
    day = saved.day or session.today().isoformat()
    return Version(reading, day, dict(saved.answers), dict(saved.corrections), saved.layout, None, _pages(saved.name))


def _pages(name: str) -> str:
    """Why the pages of a saved resume are not drawn; empty where they never are."""
    if not name.lower().endswith(".pdf"):
        return ""
    return "Saved work contains only the text. To see the pages, upload the PDF again on the Start page."
