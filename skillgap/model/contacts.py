"""An advisor's notes about one meeting with a student."""

from dataclasses import dataclass
from typing import Literal, get_args

ContactKind = Literal["appointment", "drop-in", "e-mail", "workshop", "peer review"]
CONTACT_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)


@dataclass(frozen=True, slots=True)
class Contact:
    """One meeting or message.

    Attributes:
        day: ISO date.
        kind: Form of the meeting.
        topics: Topics discussed.
        shared: Notes that are printed on the sheet for the student.
        mine: Notes for the advisor alone; no export contains them.
        step: The agreed next step.
        due: Due date of the step in ISO form, or empty.
        skills: Demands that a session was to close for the student, see ``demand_key``; the topic names the session.
    """

    day: str
    kind: ContactKind = "appointment"
    topics: tuple[str, ...] = ()
    shared: str = ""
    mine: str = ""
    step: str = ""
    due: str = ""
    skills: tuple[str, ...] = ()
