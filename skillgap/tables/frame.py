"""Helpers of every table: frames with fixed columns, quoted lines, display names of levels and tiers."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from skillgap.characters import LEADING_MARKS
from skillgap.lexicon import own
from skillgap.model.resume import Mention, ResumeReading
from skillgap.taxonomy import Taxonomy

TIERS = own().glossary.texts["tiers"]
"""Tier -> display name."""
LEVELS = own().level_names
"""Level, 0 to 3 -> display name."""
MAX_QUOTE = 300
"""Upper limit for a quoted line in characters: three lines of a resume, enough to find it."""


def frame(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Make a DataFrame with exactly these columns, even without rows."""
    return pd.DataFrame(list(rows), columns=list(columns))


def quote(reading: ResumeReading, mention: Mention) -> str:
    """The line of a mention in one line, cut to ``MAX_QUOTE`` characters around the mention."""
    start, end = mention.quote
    if end - start > MAX_QUOTE:
        start = max(start, mention.start - MAX_QUOTE // 2)
        end = min(end, start + MAX_QUOTE)
    return " ".join(reading.document.text[start:end].split()).lstrip(LEADING_MARKS)


def category(skill_id: str, taxonomy: Taxonomy) -> str:
    """Display title of a skill's category; empty for an unknown skill."""
    skill = taxonomy.skills.get(skill_id)
    return taxonomy.categories[skill.category].title if skill and skill.category in taxonomy.categories else ""
