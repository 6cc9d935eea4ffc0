"""Lines of a resume that may show a skill of the role without its word, each as a question to the student."""

from skillgap.model.assessment import QuickWin
from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.taxonomy import Taxonomy


def find(reading: ResumeReading, report: GapReport, taxonomy: Taxonomy) -> tuple[QuickWin, ...]:
    """The lines, in text order."""
    return ()
