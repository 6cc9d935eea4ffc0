"""Typed state of a browser session. Only this module uses ``st.session_state``.

The state holds versions of the resume with the user's corrections, and the settings of the pages. Results computed from
them are cached by their inputs (``memoised``), so they are never stale.
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
"""Key of our value in Streamlit's state."""
ROLE_KEY = "role"
"""Key of the widget for the target, and its name in the address."""
SET = "set: "
"""Opening of the keys that note which widgets a callback has set."""
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the resume.

    Attributes:
        reading: The reading, with corrected sections and entries.
        day: ISO date of the reading.
        answers: Skill id -> whether its uncertain mentions mean the skill; ``None`` if unanswered.
        corrections: Skill id -> level set by the user.
        layout: The user's corrections of the structure, in order.
        facsimile: Images of its pages; ``None`` for files other than PDF, and for loaded work.
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
        """File name and date."""
        return f"{self.reading.document.name}, {self.day}"


@dataclass(slots=True)
class Session:
    """State of one browser session, except the values of its widgets.

    An upload key is Streamlit's id of the last uploaded file, so that a rerun does not read it again.

    Attributes:
        versions: Versions of the resume in upload order.
        current: Index of the version that every page shows; -1 without one.
        doubted: Whether the last version may belong to another person, and the user has not answered.
        role: Id of the target role, or empty.
        seen: Pages opened while there was a resume and a target.
        refusal: Why the last file could not be read, or empty.
        upload_key, work_key: Upload keys of the resume and of the saved work.
        preferences: Preferences of the plan; by default free resources.
        weekly: Hours of study per week.
        start, deadline: First and last day of study; ``None`` for the default.
        everything: Whether all open topics are planned, and not only those that fit.
        press_count: Number of button presses; part of a script that restores the focus.
        focus: Key of the button that gets the focus, or empty.
        postings, posting_texts: The job postings, as read and as pasted.
        posting_refusal: Why the last posting could not be read, or empty.
        own_name: The user's name for the role of the postings, or empty.
        own_roles: Custom roles, oldest first.
        internship: Applications, goals, feedback, wins and contacts.
        notes_added: Field of the notes -> number of added notes; part of the keys of its form, which empties it.
        notes_changing: Field of the notes -> index of the note whose form is open.
        sheet_key: Upload key of the filled feedback sheet.
        sheet_faults: Its faults as sentences.
        cohort: The advisor's cohort.
        own_knowledge: Taxonomy and extractor with the user's data files, or ``None``.
        data_files, data_faults: The last uploaded data files, and their faults.
        places: Name of a page -> its page object in this run.
        memory: Cache of computed results.
        forgotten: Whether everything was just deleted, so that the browser must open the page again.
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
    """State of this session; pages read and set its fields."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Session()
    found: Session = st.session_state[KEY]
    return found


def choose(role_id: str) -> None:
    """Set the target role; an empty id removes it."""
    state().role = role_id


def set_widget(key: str, value: str) -> None:
    """Set the value of a widget by its key; call it from a callback, before the page runs again."""
    st.session_state[key] = value
    st.session_state[f"{SET}{key}"] = True


def default_unless_set(key: str, default: str) -> str | None:
    """The default of a widget, or nothing in the run after ``set_widget``: Streamlit takes one of the two."""
    return None if st.session_state.pop(f"{SET}{key}", False) else default


def take_from_widget(key: str) -> str:
    """Take the value of a widget, or an empty string, and clear the widget."""
    chosen: str | None = st.session_state.get(key)
    st.session_state[key] = None
    return chosen or ""


def chosen_role() -> str:
    """Id of the target role, or empty."""
    return state().role


def take_chosen_role() -> None:
    """Set the target from its widget."""
    choose(st.session_state.get(ROLE_KEY) or "")


def show_chosen_role() -> None:
    """Set the widget for the target, before it is drawn, to the target role. On the first run the address decides."""
    shown, aimed_at = st.session_state.get(ROLE_KEY), state().role or None
    if shown != aimed_at and (aimed_at or ROLE_KEY in st.session_state):
        st.session_state[ROLE_KEY] = aimed_at


def forget() -> None:
    """Delete the state and all widget values; the page ``forget`` then opens the page again."""
    st.session_state.clear()
    state().forgotten = True


def today() -> date:
    """Today: the date that "present" refers to in a resume."""
    return datetime.now().date()


def memoised(make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Result of a pure function from the session's cache; see ``Memory.recall``."""
    return state().memory.recall(make, *given, **named)


def begin_run() -> None:
    """Begin a run: drop unused results, and count the files of this run for this session."""
    state().memory.begin()
    places.OWNER.set(id(state()))
