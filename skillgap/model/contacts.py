"""What an advisor notes of a meeting with a student, and where the work with the student stands."""

from dataclasses import dataclass
from typing import Literal, get_args

ContactKind = Literal["appointment", "drop-in", "e-mail", "workshop", "peer review"]
CONTACT_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)


@dataclass(frozen=True, slots=True)
class Contact:
    """One meeting or message.

    Attributes:
        day: Day in ISO form.
        kind: How it took place.
        topics: What it was about.
        shared: What the student reads too: it is printed on the sheet.
        mine: What only the advisor reads: it is in no export.
        step: What was agreed.
        due: Day of the step in ISO form, or empty.
    """

    day: str
    kind: ContactKind = "appointment"
    topics: tuple[str, ...] = ()
    shared: str = ""
    mine: str = ""
    step: str = ""
    due: str = ""
