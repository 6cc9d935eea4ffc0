"""The tab Wins: successes, each as a bullet for the resume with questions that improve it."""

from datetime import date

import streamlit as st

from skillgap.internship import wins
from skillgap.model.internship import Win
from skillgap.ui import internship_page, knowledge, session
from skillgap.ui.internship_page import notes


def draw() -> None:
    """Draw a form for a win, the wins, and their bullets for the resume."""
    st.write(
        "Note what went well while you remember it, small things too. Each win becomes a line for your resume, in your "
        "own words. Leave out what your employer keeps secret."
    )
    found = internship_page.record().wins
    with st.expander("Note a win", expanded=not found):
        notes.add(KIND)
    if found:
        st.header(f"Your wins: {len(found)}")
    notes.draw_cards(KIND)
    lines = "\n".join(f"- {wins.bullet(win, knowledge.loaded_taxonomy())}" for win in found)
    if found:
        st.header("Lines for your resume")
        st.write("Read each line again before you use it. It must be true.")
        st.code(lines, language=None, wrap_lines=True)


def _ask(win: Win, key: str) -> Win:
    known = knowledge.loaded_taxonomy()
    did = st.text_area(
        "What did you do?",
        win.did,
        max_chars=500,
        height=80,
        key=f"{key}-did",
        placeholder="Begin with what you did: built, fixed, tested, explained ...",
    )
    result = st.text_input("What was the result? A number helps.", win.result, max_chars=300, key=f"{key}-result")
    skills = st.multiselect(
        "Which tools or skills did you use?",
        list(dict.fromkeys((*known.skills, *win.skills))),
        list(dict.fromkeys(win.skills)),
        format_func=known.name,
        placeholder="Type their names",
        key=f"{key}-skills",
    )
    before = date.fromisoformat(win.day) if win.day else session.today()
    day = st.date_input("When?", before, format="YYYY-MM-DD", key=f"{key}-day")
    return Win(day.isoformat() if day else "", did.strip(), result.strip(), tuple(skills))


def _lines(win: Win) -> list[str]:
    asked = " ".join(wins.questions(win))
    return [
        wins.bullet(win, knowledge.loaded_taxonomy()),
        win.day,
        *([f"To make it stronger: {asked}"] if asked else []),
    ]


KIND = notes.NoteType(
    field="wins",
    one="win",
    blank=Win("", ""),
    ask=_ask,
    lacks=lambda win: "" if win.did else "The win is empty. Write what you did.",
    lines=_lines,
    order=lambda win: (-date.fromisoformat(win.day).toordinal() if win.day else 0,),
)
