"""A student's work as a file of theirs: gathered from the session, and put back into one."""

from datetime import date

from skillgap import workspace
from skillgap.errors import SkillgapError
from skillgap.model import Document
from skillgap.ui import roles, state
from skillgap.workspace import Workspace


def gathered() -> Workspace:
    """Everything the user entered."""
    read = state.reading()
    start, deadline = (state.kept(name, None) for name in ("start", "deadline"))
    return Workspace(
        name=read.document.name if read else "",
        text=read.document.text if read else "",
        answers={skill_id: yes for skill_id, yes in state.answers().items() if yes is not None},
        corrections=state.corrections(),
        postings=roles.posting_texts(),
        role=state.chosen_role(),
        hours_a_week=state.kept("weekly", 6),
        start=start.isoformat() if start else "",
        deadline=deadline.isoformat() if deadline else "",
        skip=tuple(state.kept("skip", [])),
        done=tuple(state.kept("done", [])),
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
    if saved.text:
        state.interpret(Document(saved.name, saved.text))
    roles.drop_postings()
    for text in saved.postings:
        roles.add_posting(text)
    for name, value in (("weekly", saved.hours_a_week), ("skip", list(saved.skip)), ("done", list(saved.done))):
        state.keep(name, value)
    for name, day in (("start", saved.start), ("deadline", saved.deadline)):
        if day:
            state.keep(name, date.fromisoformat(day))
    state.take_over(dict(saved.answers), dict(saved.corrections), saved.role if saved.role in roles.roles() else "")
