"""Feedback on a resume as DataFrames: what to improve, lines that may show a listed skill, interview questions.

Every column name here is part of the exported CSV and documented in ``docs/files.md``.
"""

import pandas as pd

from skillgap.model.feedback import Feedback
from skillgap.model.resume import Document, ResumeReading
from skillgap.tables.frame import MAX_QUOTE, frame
from skillgap.taxonomy import Taxonomy

URGENCIES = {1: "do first", 2: "worth doing", 3: "if you have time"}
POINT_COLUMNS = ("urgency", "rule", "title", "sees", "line", "page", "why", "advice", "more", "start", "end")
QUESTION_COLUMNS = ("skill", "question", "line", "reason")
PROMPT_COLUMNS = ("skill", "claim", "line", "question")
CLAIMS = {
    "figure": "a figure of yours",
    "team": "work in a team",
    "project": "shown in a project",
    "job": "shown in use",
    "course": "from a course",
    "certified": "a certification",
    "stated": "a length of use",
    "old": "some time ago",
    "listed": "only listed",
    "story": "a quality",
}
"""Ground of an interview question -> display text."""


def points(found: Feedback, reading: ResumeReading) -> pd.DataFrame:
    """One row for each finding, most useful first; ``more`` counts the further findings of its rule."""
    document, more = reading.document, dict(found.more)
    rows = [
        {
            "urgency": URGENCIES[point.rule.urgency],
            "rule": point.rule.id,
            "title": point.rule.title,
            "sees": point.sees,
            "line": quote(document, point.start, point.end),
            "page": document.page(point.start) if point.end else None,
            "why": point.rule.why,
            "advice": point.rule.advice,
            "more": more.get(point.rule.id, 0),
            "start": document.in_file(point.start, point.end)[0],
            "end": document.in_file(point.start, point.end)[1],
        }
        for point in found.points
    ]
    return frame(rows, POINT_COLUMNS).astype({"page": "Int64"})


def questions(found: Feedback, reading: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each question: a skill that is only listed, and a line that may show it."""
    rows = []
    for one in found.questions:
        name, line = taxonomy.name(one.skill_id), quote(reading.document, one.start, one.end)
        question = f"Did you use {name} here?"
        rows.append({"skill": name, "question": question, "line": line, "reason": one.reason})
    return frame(rows, QUESTION_COLUMNS)


def prompts(found: Feedback, reading: ResumeReading, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each interview question with its line."""
    rows = [
        {
            "skill": taxonomy.name(one.skill_id),
            "claim": CLAIMS[one.ground],
            "line": quote(reading.document, one.start, one.end),
            "question": one.text,
        }
        for one in found.prompts
    ]
    return frame(rows, PROMPT_COLUMNS)


def quote(document: Document, start: int, end: int) -> str:
    """The text of a span in one line, cut to ``MAX_QUOTE`` characters."""
    return " ".join(document.text[start:end].split())[:MAX_QUOTE]
