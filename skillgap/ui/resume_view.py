"""The resume beside its skills: page images or text with marks. Selecting a mark shows its skill, and vice versa.

The component is our own. It inserts text as text nodes, never as HTML, and it makes no request.
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
"""Upper limit for the characters of the place where a skill was used."""
HERE = Path(__file__)
_VIEW = st.components.v2.component(
    "skillgap.resume_view",
    html='<div id="view"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
Correct = Callable[[str, int | None, str], None]
"""Function of skill id, level (``None`` restores the level as read), and reason."""


def draw(
    reading: ResumeReading,
    facsimile: Facsimile | None,
    taxonomy: Taxonomy,
    corrections: Mapping[str, Correction],
    correct: Correct,
) -> None:
    """Draw the resume and its skills, and store the user's answer about a skill."""
    data = session.memoised(content, reading, facsimile, taxonomy, corrections)
    given = _VIEW(data=data, key="resume-view", on_answer_change=_nothing).answer
    if given is not None and keep(given, taxonomy, correct):
        st.rerun()


def keep(given: Mapping[str, Any], taxonomy: Taxonomy, correct: Correct) -> bool:
    """Store one answer of the component. An invalid answer is ignored, since the browser could send anything.

    Returns:
        Whether the answer was stored.
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
    """Required callback; ``draw`` reads the answer."""
