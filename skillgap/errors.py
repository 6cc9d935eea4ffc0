"""All errors of the program, worded for a student.

``str(error)`` is a whole sentence: what happened, to which file, and what to do about it.
"""

from typing import Literal

RefusalKind = Literal["archive", "unreadable", "other-format", "too-complicated"]


class SkillgapError(Exception):
    """Base of all errors; its text can be shown to a user."""


class DocumentError(SkillgapError):
    """A file that cannot be read as a resume.

    Attributes:
        kind: The reason, for callers that word the sentence for another type of file.
    """

    def __init__(self, sentence: str, kind: RefusalKind = "unreadable") -> None:
        self.kind = kind
        super().__init__(sentence)


class DataError(SkillgapError):
    """A data file (taxonomy, roles, resources, cues) that breaks its rules.

    Attributes:
        faults: Every fault found, each as ``file: key: rule``.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(
            f"The skills data cannot be used. {faults[0]}{more}. Run `python -m skillgap check` for the whole list."
        )


class UnknownRoleError(SkillgapError):
    """A role id that no role profile has."""


class RequestError(SkillgapError):
    """A request that cannot be done as given."""


class WorkspaceError(SkillgapError):
    """A file of saved work that cannot be loaded."""


class SheetError(SkillgapError):
    """A filled-in table (CSV or XLSX) that cannot be read."""


class StoreError(SkillgapError):
    """The database of an advisor cannot be opened, read or written; what was saved before is unchanged."""


class StoreConflictError(StoreError):
    """A record was saved by somebody else since it was opened."""
