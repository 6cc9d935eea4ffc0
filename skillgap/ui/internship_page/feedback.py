"""The tab Feedback: a sheet to send, ratings, and their comparison with the resume."""

import streamlit as st

from skillgap.documents import filled_table
from skillgap.errors import SkillgapError
from skillgap.export import feedback_form, spreadsheet
from skillgap.internship import form_import, ratings
from skillgap.model.assessment import Assessment
from skillgap.model.internship import ME, Rating, Remark
from skillgap.model.role import RoleProfile
from skillgap.tables import internship as internship_tables
from skillgap.ui import components, internship_page, knowledge, session

MESSAGE = """Hello,

may I ask you for ten minutes of feedback? The attached sheet lists the skills that matter for my work. \
Please rate only what you have seen, and add an example where you can. \
An honest low rating helps me more than a kind high one.

Thank you,
"""
NOT_RATED = "Not rated"
MAX_FAULTS = 10
"""Faults shown one by one; with more, the whole sheet is probably wrong."""
MAX_DIFFERENCES = 5
"""Differences explained above the table: about what one meeting can cover."""


def draw(role: RoleProfile | None, assessment: Assessment | None) -> None:
    """Draw the sheet, the rating forms and the comparison; without a role only a hint."""
    st.write(
        "See your skills from three sides: what **you** think, what your **resume** shows, and what a **mentor** or "
        "supervisor has seen. A difference is not a judgement. It shows what to discuss."
    )
    if role is None:
        st.info("Choose what you are aiming at first, above: the sheet asks about the skills of that role.")
        return
    asked = ratings.skills_to_rate(assessment.report.gaps if assessment else role.requirements)
    with st.expander("1. Rate yourself"):
        _form(ME, asked)
    with st.expander("2. Send the sheet to a mentor or supervisor"):
        _sheet(role, asked)
    with st.expander("3. Enter what they said"):
        _theirs(asked)
    _side_by_side(assessment)
    _in_their_words()


def _sheet(role: RoleProfile, asked: tuple[str, ...]) -> None:
    known = knowledge.loaded_taxonomy()
    st.write(
        f"It asks about the {len(asked)} skills that matter most for your target, and three open questions. "
        "Print the HTML page or fill it in on the screen. You can upload a filled XLSX or CSV sheet in step 3."
    )
    table = internship_tables.sheet(asked, known)
    components.download_row(
        {
            ("Page to fill in (HTML)", "feedback-sheet.html", "text/html"): lambda: feedback_form.render_html(
                role.name, asked, known
            ),
            ("Sheet to fill in (XLSX)", "feedback-sheet.xlsx", components.XLSX): lambda: spreadsheet.xlsx(
                {"Ratings": table, "How to fill it in": internship_tables.legend()}
            ),
            ("Sheet to fill in (CSV)", "feedback-sheet.csv", "text/csv"): lambda: spreadsheet.csv(table),
        }
    )
    st.write("A message to send with it:")
    st.code(MESSAGE, language=None, wrap_lines=True)


def _theirs(asked: tuple[str, ...]) -> None:
    who = st.text_input("Name or role of the person", max_chars=100, key="mentor").strip()
    if not who:
        st.caption("Write who it is first, for example their name or \u201cmy supervisor\u201d.")
        return
    if who.casefold() == ME:
        components.refusal("That name stands for you. Write the name or the role of the person who gave you feedback.")
        return
    sent = st.file_uploader(
        "The filled-in sheet (XLSX or CSV)", type=["xlsx", "csv"], max_upload_size=2, key=f"sheet-{who}"
    )
    if sent is not None:
        _take(sent.name, sent.getvalue(), who, sent.file_id)
        for sentence in session.state().sheet_faults:
            st.warning(components.escape_markdown(sentence))
    st.write("Or enter it by hand:")
    _form(who, asked)


def _take(name: str, data: bytes, who: str, key: str) -> None:
    """Read a filled sheet, unless it was the last one read. Rejected rows are reported one by one."""
    now = session.state()
    if now.sheet_key == key:
        return
    now.sheet_key = key
    try:
        found = form_import.read_filled_form(
            filled_table.read_table(data, name), knowledge.loaded_taxonomy(), who=who, day=session.today().isoformat()
        )
    except SkillgapError as error:
        now.sheet_faults = (str(error),)
        return
    internship_page.take_over(ratings.add_ratings(internship_page.record(), found.ratings, found.remarks))
    more = len(found.faults) - MAX_FAULTS
    rest = (f"{more} more rows were rejected.",) if more > 0 else ()
    now.sheet_faults = (*found.faults[:MAX_FAULTS], *rest)
    st.toast(f"{len(found.ratings)} ratings and {len(found.remarks)} remarks were added.")


def _form(who: str, asked: tuple[str, ...]) -> None:
    """Draw a rating field for each skill of the sheet and each rated one; for other people also the open questions."""
    before = ratings.latest_ratings(internship_page.record(), who)
    day = session.today().isoformat()
    with st.form(f"ratings-{who}", border=False):
        columns = st.columns(2)
        given: list[Rating] = []
        cleared: set[str] = set()
        for number, skill_id in enumerate(dict.fromkeys((*asked, *before))):
            held = before.get(skill_id)
            with columns[number % 2]:
                level = _level(who, skill_id, held)
            if level is None:
                cleared.add(skill_id)
            elif held is None or held.level != level:
                given.append(Rating(who, skill_id, level, "", day))
        remarks = [] if who == ME else _questions(who, day)
        if st.form_submit_button("Keep these ratings"):
            internship_page.take_over(
                ratings.add_ratings(ratings.remove_ratings(internship_page.record(), who, cleared), given, remarks)
            )
            st.rerun()


def _level(who: str, skill_id: str, held: Rating | None) -> int | None:
    choices = {NOT_RATED: None, **{f"{level} {words}": level for level, words in ratings.RATINGS.items()}}
    label = components.escape_markdown(knowledge.loaded_taxonomy().name(skill_id))
    place = held.level + 1 if held else 0
    # The stored level is part of the key: a rating imported from a sheet then shows at once and is not overwritten.
    chosen = st.selectbox(label, list(choices), index=place, key=f"rating-{who}-{skill_id}-{place}")
    return choices[chosen]


def _questions(who: str, day: str) -> list[Remark]:
    texts = {
        question: st.text_area(question, max_chars=2000, height=80, key=f"remark-{who}-{number}")
        for number, question in enumerate(ratings.QUESTIONS)
    }
    return [Remark(who, question, text.strip(), day) for question, text in texts.items() if text.strip()]


def _side_by_side(assessment: Assessment | None) -> None:
    known, record = knowledge.loaded_taxonomy(), internship_page.record()
    found = ratings.compare_ratings(record, assessment.reading.profile if assessment else None, known)
    if not found:
        return
    st.header("Side by side")
    if assessment is None:
        st.info("The column of the resume is empty. Upload a resume on the Start page to fill it.")
    for one in [one for one in found if one.spread][:MAX_DIFFERENCES]:
        st.markdown(
            f"**{components.escape_markdown(known.name(one.skill_id))}**: {components.escape_markdown(one.levels)}"
        )
        st.text("\n".join(one.words))
    components.table(
        internship_tables.comparison(found, known), "Rated skills: you, resume, mentor, and the difference"
    )
    st.caption(
        "You and mentor: 0 not yet, 1 knows the basics, 2 with a little help, 3 alone. Resume: 0 nothing, 1 named, "
        "2 shown in a project or job, 3 shown often or certified."
    )


def _in_their_words() -> None:
    record = internship_page.record()
    said = internship_tables.remarks_by_person(record, knowledge.loaded_taxonomy())
    if said:
        st.header("In their words")
    for who, about, words in said:
        st.markdown(f"**{components.escape_markdown(who)}** {components.escape_markdown(about)}")
        st.text(words)
    with st.container(horizontal=True):
        for number, who in enumerate(ratings.mentors(record)):
            label = components.escape_markdown(f"Remove all that {who} said")
            st.button(label, key=f"remove-{number}", on_click=_remove, args=(who,))


def _remove(who: str) -> None:
    internship_page.take_over(ratings.remove_ratings(internship_page.record(), who))
