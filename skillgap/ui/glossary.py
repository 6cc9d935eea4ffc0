"""Explanations of terms and columns, from ``data/lexicon/glossary.toml``."""

from collections.abc import Mapping

from skillgap.lexicon import own

SEE = "see "
"""Prefix of a column's explanation that refers to a term."""
_TEXTS = own().glossary.texts

TERMS: Mapping[str, str] = _TEXTS["terms"]
"""Term -> explanation."""

COLUMNS: Mapping[str, str] = {
    column: TERMS[text.removeprefix(SEE)] if text.startswith(SEE) else text
    for column, text in _TEXTS["columns"].items()
}
"""Column heading -> explanation."""
