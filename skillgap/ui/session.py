"""What a browser session remembers, typed; the only module that names ``st.session_state``.

Kept: the versions of the resume with what their owner says of them, and what was set on the pages. What follows from
them is remembered with what it was made of (``memoised``), so it is never stale.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ParamSpec, TypeVar

import streamlit as st

from skillgap.bounded import places
from skillgap.cohort.workbench import Workbench
from skillgap.model.facsimile import Facsimile
from skillgap.model.internship import Internship
from skillgap.model.resume import Correction, LayoutCorrection, ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.nlp.extractor import Extractor
from skillgap.plan.preferences import PlanPreferences
from skillgap.posting import Posting
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.overlay import DataFile
from skillgap.ui.memo import Memory
from skillgap.workspace import HOURS_A_WEEK

KEY = "session"
"""Name of the one value that is ours in Streamlit's state."""
ROLE_KEY = "role"
"""Key of the widget that chooses the target: Streamlit shows its choice in the address under this name."""
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the resume.

    Attributes:
        reading: As it was read, with its sections and entries corrected.
        day: When it was read, in ISO form.
        answers: Skill id -> whether its uncertain mentions are the skill; ``None`` where the question is open.
        corrections: Skill id -> what the user set.
        layout: What the user says of parts that were read wrongly, in the order given.
        facsimile: Its pages as pictures; ``None`` for other files than PDF, and once it was saved and loaded.
        picture_refusal: Why its pages could not be drawn, or empty.
    """

    reading: ResumeReading
    day: str
    answers: Mapping[str, bool | None] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    layout: tuple[LayoutCorrection, ...] = ()
    facsimile: Facsimile | None = None
    picture_refusal: str = ""

    @property
    def label(self) -> str:
        """Name and day, for telling versions apart."""
        return f"{self.reading.document.name}, {self.day}"


@dataclass(slots=True)
class Session:
    """Everything one browser session holds, but for what its widgets show.

    An upload key is Streamlit's id of the file read last, so that a rerun does not read it again.

    Attributes:
        versions: Every version of the resume in the order they came.
        current: Place of the version that every page shows, -1 without one.
        doubted: Whether the last version may be of another person than those before, and nobody has said.
        role: Id of the role that the student aims at, or empty.
        seen: Pages that were open while there was a resume and a target.
        refusal: Why the last file could not be read, or empty.
        upload_key, work_key: Upload keys of the resume and of the saved work.
        preferences: What was set on the plan; at first, resources without cost.
        weekly: Hours of study a week.
        start, deadline: First and last day of study, ``None`` until they are set.
        everything: Whether all that is missing is planned, not what fits the hours.
        press_count: How many buttons were given a key of their own.
        focus: Key of the button to give the focus to, or empty.
        postings, posting_texts: The job postings read so far, and as they were pasted.
        posting_refusal: Why the last posting could not be read, or empty.
        own_name: What the user calls the role made of them, or empty.
        own_roles: The roles that the user made in the page, oldest first.
        internship: Applications, goals, feedback, wins and people.
        notes_added: Field of the notes -> how many were added; part of the keys of its form.
        notes_changing: Field of the notes -> place of the note whose form is open.
        sheet_key: Upload key of the filled-in feedback sheet.
        sheet_faults: What could not be taken from it, in sentences.
        cohort: The advisor's cohort.
        own_knowledge: The taxonomy and extractor made with the user's own data, ``None`` without any.
        data_files, data_faults: The data files added last, and what is wrong with them.
        places: Name of a page -> the page, as the navigation has it in this run.
        memory: What was worked out before.
        forgotten: Whether everything was just dropped, so that the browser must open the page again.
    """

    versions: tuple[Version, ...] = ()
    current: int = -1
    doubted: bool = False
    role: str = ""
    seen: set[str] = field(default_factory=set)
    refusal: str = ""
    upload_key: str = ""
    work_key: str = ""
    preferences: PlanPreferences = field(default_factory=lambda: PlanPreferences(cost="free"))
    weekly: int = HOURS_A_WEEK
    start: date | None = None
    deadline: date | None = None
    everything: bool = False
    press_count: int = 0
    focus: str = ""
    postings: tuple[Posting, ...] = ()
    posting_texts: tuple[str, ...] = ()
    posting_refusal: str = ""
    own_name: str = ""
    own_roles: tuple[RoleProfile, ...] = ()
    internship: Internship = field(default_factory=Internship)
    notes_added: dict[str, int] = field(default_factory=dict)
    notes_changing: dict[str, int] = field(default_factory=dict)
    sheet_key: str = ""
    sheet_faults: tuple[str, ...] = ()
    cohort: Workbench = field(default_factory=Workbench)
    own_knowledge: tuple[Taxonomy, Extractor] | None = None
    data_files: tuple[DataFile, ...] = ()
    data_faults: tuple[str, ...] = ()
    places: dict[str, st.Page] = field(default_factory=dict, compare=False)
    memory: Memory = field(default_factory=Memory)
    forgotten: bool = False


def state() -> Session:
    """What this session holds; a page reads and sets its fields."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Session()
    found: Session = st.session_state[KEY]
    return found


def choose(role_id: str) -> None:
    """Set the role that the student aims at, or with nothing none."""
    state().role = role_id


def set_widget(key: str, value: str) -> None:
    """Set a widget of the page by its key, before the page runs again."""
    st.session_state[key] = value


def take_from_widget(key: str) -> str:
    """What a widget was just set to, or nothing; from then on it is empty again."""
    chosen: str | None = st.session_state.get(key)
    st.session_state[key] = None
    return chosen or ""


def chosen_role() -> str:
    """Id of the role that the student aims at, or nothing."""
    return state().role


def take_chosen_role() -> None:
    """Aim at what the widget of the target was just set to."""
    choose(st.session_state.get(ROLE_KEY) or "")


def show_chosen_role() -> None:
    """Let the widget of the target, which is drawn next, show the role aimed at; at first the address decides."""
    shown, aimed_at = st.session_state.get(ROLE_KEY), state().role or None
    if shown != aimed_at and (aimed_at or ROLE_KEY in st.session_state):
        st.session_state[ROLE_KEY] = aimed_at


def forget() -> None:
    """Drop everything that this session holds, and what its widgets show; ``ui.forget`` then opens the page again."""
    st.session_state.clear()
    state().forgotten = True


def today() -> date:
    """The day that "present" means."""
    return datetime.now().date()


def memoised(make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What a function of its inputs alone gives for these, remembered by this session; see ``Memory.recall``."""
    return state().memory.recall(make, *given, **named)


def begin_run() -> None:
    """Forget what no page has asked for in the last runs, and let the files of this run count as this session's."""
    state().memory.begin()
    places.OWNER.set(id(state()))
