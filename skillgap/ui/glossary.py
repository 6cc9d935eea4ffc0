"""The words of the dashboard in plain English, from ``data/lexicon/glossary.toml``."""

from collections.abc import Mapping

from skillgap.lexicon import own

SEE = "see "
"""Opens an explanation that is the one of a term."""
_TEXTS = own().glossary.texts

TERMS: Mapping[str, str] = _TEXTS["terms"]
"""Word -> what it means here."""

COLUMNS: Mapping[str, str] = {
    column: TERMS[text.removeprefix(SEE)] if text.startswith(SEE) else text
    for column, text in _TEXTS["columns"].items()
}
"""Heading of a column as tables show it -> what stands below it."""
