"""Computes how long and how recently a skill was used, from the periods of its jobs and projects."""

from collections.abc import Collection

from skillgap.model.resume import Period


def of_periods(periods: Collection[Period], now: int) -> tuple[int, str]:
    """Months of all periods, with overlaps counted once, and the last use.

    Args:
        periods: Those of the entries that show the skill.
        now: The present month, counted from the year 0.
    """
    spans = sorted((one.start, min(one.end or now + 1, now + 1)) for one in periods if one.measured)
    length, reached = 0, 0
    for start, end in spans:
        # two jobs in the same year count that year once
        length += max(0, end - max(start, reached))
        reached = max(reached, end)
    return length, max((_end(one, now) for one in periods), default="")


def _end(period: Period, now: int) -> str:
    """The end of a period, as exact as the resume states it; "now" sorts behind every month and year."""
    # "2021 - present" and an end in the future are both still in use
    if period.end is None or (period.measured and period.end > now + 1):
        return "now"
    last = period.end - 1
    return f"{last // 12}-{last % 12 + 1:02d}" if period.measured else str(min(last, now) // 12)


def in_words(length: int, last: str) -> str:
    """The months and the last use as the end of a sentence, from the comma on; empty if unknown."""
    parts = [f"{length} month{'s' * (length > 1)} in all"] if length else []
    if last:
        parts.append("still in use" if last == "now" else f"last in {last[:4]}")
    return f", {', '.join(parts)}" if parts else ""
