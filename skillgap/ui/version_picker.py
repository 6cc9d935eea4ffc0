"""Choose, delete and compare versions of the resume."""

from collections.abc import Sequence

import streamlit as st

from skillgap.model.resume import Mention
from skillgap.ui import components, session, versions
from skillgap.ui.session import Version


def questions() -> tuple[Mention, ...]:
    """Uncertain mentions of the resume, answered or not, one for each skill."""
    read = session.state().versions[session.state().current].reading
    uncertain = [one for one in read.mentions if one.assertion == "uncertain"]
    return tuple({mention.skill_id: mention for mention in reversed(uncertain)}.values())


def _labels() -> list[str]:
    """Labels of the versions: number, file and date."""
    return [f"{number}. {one.label}" for number, one in enumerate(session.state().versions, start=1)]


def choose() -> None:
    """Draw the choice of the current version and a button to delete it; nothing for a single version."""
    every, current = session.state().versions, session.state().current
    if len(every) < 2:
        return
    if session.state().doubted:
        _ask_same_person(every)
        return
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    chosen = left.selectbox(
        "Version of your resume", range(len(every)), index=current, format_func=_labels().__getitem__
    )
    if chosen is not None and chosen != current:
        versions.choose(chosen)
        st.rerun()
    right.button("Delete this version", on_click=versions.drop, args=(current,))
    _take_over(every, current)


def _ask_same_person(every: Sequence[Version]) -> None:
    """Ask whether resumes with different names or e-mail addresses belong to one person."""
    with st.container(border=True, key="card-same-person"):
        st.markdown("**Is this the same person?**")
        st.text(
            f"{every[-1].reading.document.name} has another name or address than {every[-2].reading.document.name}."
        )
        with st.container(horizontal=True):
            st.button("Yes, it is another version", on_click=versions.same_person)
            st.button("No, delete the earlier resume", on_click=versions.other_person)


def _take_over(every: Sequence[Version], current: int) -> None:
    """Offer to copy the levels set in another version, if this version has none."""
    others = [one for place, one in enumerate(every) if place != current and one.corrections]
    if others and not every[current].corrections:
        count = len(others[-1].corrections)
        words = f"Copy the {count} level{'s' * (count > 1)} that you set in {others[-1].label}"
        st.button(components.escape_markdown(words), on_click=versions.copy_corrections_from, args=(others[-1],))


def choose_two() -> tuple[Version, Version] | None:
    """Draw the choice of an earlier and a later version; ``None`` for a single version."""
    every = session.state().versions
    if len(every) < 2 or session.state().doubted:
        return None
    places, label = range(len(every)), _labels().__getitem__
    left, right = st.columns(2)
    first = left.selectbox("Earlier version", places, index=len(every) - 2, format_func=label)
    second = right.selectbox("Later version", places, index=len(every) - 1, format_func=label)
    return every[first or 0], every[second or 0]
