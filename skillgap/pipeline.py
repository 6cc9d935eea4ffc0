"""The path every caller takes: ``read`` a file once (slow, knows no role), ``assess`` it at will (instant)."""

from skillgap import documents, gap, plan, profile
from skillgap.catalogue import RoleProfile
from skillgap.model import Assessment, Document, Reading
from skillgap.nlp import Extractor
from skillgap.taxonomy import Taxonomy


def read(data: bytes, name: str, extractor: Extractor, taxonomy: Taxonomy) -> Reading:
    """The skills that a file gives evidence for.

    Raises:
        DocumentError: The file cannot be read; the sentence says why and what to do.
    """
    return interpret(documents.read(data, name), extractor, taxonomy)


def interpret(document: Document, extractor: Extractor, taxonomy: Taxonomy) -> Reading:
    """The skills that a document gives evidence for."""
    return Reading(document, profile.build(document, extractor.extract(document), taxonomy))


def assess(reading: Reading, role: RoleProfile, taxonomy: Taxonomy) -> Assessment:
    """A reading held against a role: its gaps, and what to learn in which order."""
    report = gap.compare(reading.profile, role, taxonomy)
    return Assessment(reading, report, plan.build(report, reading.profile, taxonomy))
