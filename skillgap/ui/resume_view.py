"""The resume beside its skills: its pages as pictures, or its text, with marks; picking either shows the other.

The component is our own. It takes words as text and never as HTML, and it fetches nothing.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from skillgap.model.facsimile import Facsimile
from skillgap.model.resume import Correction, ResumeReading
from skillgap.profile.user_levels import USED_IN
from skillgap.taxonomy import Taxonomy
from skillgap.ui import session
from skillgap.ui.resume_content import content

MAX_WHERE = 120
"""Characters of the place where a skill was used."""
HERE = Path(__file__)
_VIEW = st.components.v2.component(
    "skillgap.resume_view",
    html='<div id="view"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
Correct = Callable[[str, int | None, str], None]
"""Is told the skill's id, the level or ``None`` to go back to what was read, and the reason."""


def draw(
    reading: ResumeReading,
    facsimile: Facsimile | None,
    taxonomy: Taxonomy,
    corrections: Mapping[str, Correction],
    correct: Correct,
) -> None:
    """Show the resume and its skills, and keep what the user answers at one."""
    data = session.memoised(content, reading, facsimile, taxonomy, corrections)
    given = _VIEW(data=data, key="resume-view", on_answer_change=_nothing).answer
    if given is not None and keep(given, taxonomy, correct):
        st.rerun()


def keep(given: Mapping[str, Any], taxonomy: Taxonomy, correct: Correct) -> bool:
    """Keep one answer of the component; what it may not say changes nothing.

    Returns:
        Whether something was kept.
    """
    skill_id, answer = str(given.get("skill", "")), str(given.get("answer", ""))
    where = " ".join(str(given.get("where") or "").split())[:MAX_WHERE]
    levels: dict[str, tuple[int | None, str]] = {
        "not": (0, "not mine"),
        "listed": (1, "only listed"),
        "used": (2, f"{USED_IN}{where}"),
        "undo": (None, ""),
    }
    if skill_id not in taxonomy.skills or answer not in levels or (answer == "used" and not where):
        return False
    correct(skill_id, *levels[answer])
    return True


def _nothing() -> None:
    """The answer is read where the view is drawn."""
