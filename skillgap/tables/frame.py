"""What every table is made with: a frame of named columns, the quoted line, the words for levels and tiers."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from skillgap.characters import BULLETS
from skillgap.lexicon import own
from skillgap.model.resume import Mention, ResumeReading
from skillgap.taxonomy import Taxonomy

TIERS = own().glossary.texts["tiers"]
"""When a demand must be met, as shown to people."""
LEVELS = own().level_names
MAX_QUOTE = 300
"""Characters of a quoted line that are shown: enough to recognise it."""
OPENING_SIGNS = f"{BULLETS}*-– "


def frame(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Rows under exactly these columns, also when there is no row."""
    return pd.DataFrame(list(rows), columns=list(columns))


def quote(reading: ResumeReading, mention: Mention) -> str:
    """The line that shows a mention, white space folded, cut to ``MAX_QUOTE`` characters around it."""
    start, end = mention.quote
    if end - start > MAX_QUOTE:
        start = max(start, mention.start - MAX_QUOTE // 2)
        end = min(end, start + MAX_QUOTE)
    return " ".join(reading.document.text[start:end].split()).lstrip(OPENING_SIGNS)


def category(skill_id: str, taxonomy: Taxonomy) -> str:
    """Title of a skill's category, as shown to people."""
    skill = taxonomy.skills.get(skill_id)
    return taxonomy.categories[skill.category].title if skill and skill.category in taxonomy.categories else ""
