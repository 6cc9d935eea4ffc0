"""Applications, goals, feedback, wins and people as DataFrames; ``docs/files.md`` documents every column name."""

from collections.abc import Iterable

import pandas as pd

from skillgap.internship import wins
from skillgap.internship.form_import import QUESTION
from skillgap.internship.ratings import QUESTIONS, RATINGS, Comparison
from skillgap.model.internship import Internship
from skillgap.tables.frame import frame
from skillgap.taxonomy import Taxonomy

APPLICATION_COLUMNS = ("application", "posting", "status", "deadline", "applied_on", "interview_on", "ready", "note")
GOAL_COLUMNS = ("goal", "measure", "due", "status", "skill")
RATING_COLUMNS = ("who", "skill_id", "skill", "rating", "note", "day")
REMARK_COLUMNS = ("who", "question", "answer", "day")
WIN_COLUMNS = ("day", "did", "result", "skills", "line", "ask_yourself")
PEOPLE_COLUMNS = ("name", "where", "agreed", "follow_up", "done")
COMPARISON_COLUMNS = ("skill", "you", "resume", "mentor", "difference")
SHEET_COLUMNS = ("skill_id", "skill", "rating", "note")


def applications(record: Internship) -> pd.DataFrame:
    """One row for each application in order of entry; ``ready`` counts the checked items of its checklist."""
    rows = (
        {
            "application": one.what,
            "posting": one.posting,
            "status": one.status,
            "deadline": one.deadline,
            "applied_on": one.applied,
            "interview_on": one.interview,
            "ready": len(one.ready),
            "note": one.note,
        }
        for one in record.applications
    )
    return frame(rows, APPLICATION_COLUMNS)


def goals(record: Internship, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each goal in order of entry."""
    rows = (
        {
            "goal": goal.text,
            "measure": goal.measure,
            "due": goal.due,
            "status": goal.status,
            "skill": taxonomy.name(goal.skill_id),
        }
        for goal in record.goals
    )
    return frame(rows, GOAL_COLUMNS)


def ratings(record: Internship, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each rating in order of entry."""
    rows = (
        {
            "who": one.who,
            "skill_id": one.skill_id,
            "skill": taxonomy.name(one.skill_id),
            "rating": one.level,
            "note": one.note,
            "day": one.day,
        }
        for one in record.ratings
    )
    return frame(rows, RATING_COLUMNS)


def remarks(record: Internship) -> pd.DataFrame:
    """One row for each remark in words."""
    rows = ({"who": one.who, "question": one.question, "answer": one.text, "day": one.day} for one in record.remarks)
    return frame(rows, REMARK_COLUMNS)


def remarks_by_person(record: Internship, taxonomy: Taxonomy) -> list[tuple[str, str, str]]:
    """Triples of person, subject with date, and text: answers to the open questions, then notes on ratings."""
    answers = [(one.who, f"{one.question} ({one.day})", one.text) for one in record.remarks]
    notes = [
        (one.who, f"{taxonomy.name(one.skill_id)}, rated {one.level} ({one.day})", one.note)
        for one in record.ratings
        if one.note
    ]
    return answers + notes


def achievements(record: Internship, taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each win, with a bullet for the resume and questions that would improve it."""
    rows = (
        {
            "day": win.day,
            "did": win.did,
            "result": win.result,
            "skills": ", ".join(taxonomy.name(skill_id) for skill_id in win.skills),
            "line": wins.bullet(win, taxonomy),
            "ask_yourself": " ".join(wins.questions(win)),
        }
        for win in record.wins
    )
    return frame(rows, WIN_COLUMNS)


def people(record: Internship) -> pd.DataFrame:
    """One row for each contact."""
    rows = (
        {
            "name": one.name,
            "where": one.where,
            "agreed": one.agreed,
            "follow_up": one.follow_up,
            "done": "yes" if one.done else "no",
        }
        for one in record.contacts
    )
    return frame(rows, PEOPLE_COLUMNS)


def comparison(found: Iterable[Comparison], taxonomy: Taxonomy) -> pd.DataFrame:
    """One row for each rated skill: level by student, resume and mentors, and the meaning of the difference."""
    rows = (
        {
            "skill": taxonomy.name(one.skill_id),
            "you": one.me,
            "resume": one.evidence,
            "mentor": ", ".join(f"{level} ({who})" for who, level in one.others),
            "difference": " ".join(one.words),
        }
        for one in found
    )
    return frame(rows, COMPARISON_COLUMNS).astype({"you": "Int64", "resume": "Int64"})


def sheet(skill_ids: Iterable[str], taxonomy: Taxonomy) -> pd.DataFrame:
    """The empty feedback sheet: one row for each skill, then one for each open question (answered under ``note``)."""
    asked = [(skill_id, taxonomy.name(skill_id)) for skill_id in skill_ids]
    asked += [(f"{QUESTION}{number}", text) for number, text in enumerate(QUESTIONS, start=1)]
    return frame(({"skill_id": key, "skill": name, "rating": "", "note": ""} for key, name in asked), SHEET_COLUMNS)


def legend() -> pd.DataFrame:
    """Meaning of the ratings and instructions, for the workbook's second sheet."""
    rows = [{"rating": str(level), "meaning": words} for level, words in RATINGS.items()]
    rows.append({"rating": "", "meaning": "Leave a rating empty if you did not see the skill."})
    rows.append({"rating": "", "meaning": "Write an example, or the answer to a question, under note."})
    return frame(rows, ("rating", "meaning"))


def sheets(record: Internship, found: Iterable[Comparison], taxonomy: Taxonomy) -> dict[str, pd.DataFrame]:
    """Sheets of the workbook by title."""
    return {
        "Applications": applications(record),
        "Goals": goals(record, taxonomy),
        "Ratings": ratings(record, taxonomy),
        "Remarks": remarks(record),
        "Side by side": comparison(found, taxonomy),
        "Wins": achievements(record, taxonomy),
        "People": people(record),
    }
