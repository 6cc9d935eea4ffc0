"""Downloads: anonymous files, sheets, and the cohort as one file."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from skillgap import schedule
from skillgap.cohort import courses, desk, session_offers, snapshot
from skillgap.cohort import sheet as sheets
from skillgap.errors import SkillgapError
from skillgap.export import cohort_files, session_sheet
from skillgap.export.cohort_files import CohortExport
from skillgap.model.contacts import Contact
from skillgap.model.groups import CohortView
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, session
from skillgap.ui.cohort_page import changes_view, kept, state

ZIP, JSON = "application/zip", "application/json"


def show(view: CohortView) -> None:
    """Draw the downloads, and the forms to save and open a cohort."""
    st.header("Files")
    names = st.toggle(
        "With names, files and groups", help="For your own use only. Without names, no file identifies a student."
    )
    all_steps = st.toggle(
        "Every step of every plan", help=f"Otherwise only the first {cohort_files.STEPS} steps of each student."
    )
    weekly = st.number_input("Hours of study a week, for the dates of the steps", 1, schedule.MAX_HOURS, 6, width=420)
    known, lines = state.taxonomy(), state.cohort().lines
    wanted = CohortExport(
        view,
        lines,
        partial(desk.assessments, view.standings, known),
        # Streamlit calls it in a thread without a session, so it must not use the session's state.
        partial(session_offers.best_sessions, view.standings, known, state.bench().limits),
        partial(schedule.milestones, start=session.today(), hours_a_week=weekly),
        names,
        all_steps,
        courses.needs(view.demands, taught) if (taught := state.bench().courses) else None,
    )
    components.download_file(
        f"All files of {components.pluralise(len(view.students), 'student')} (ZIP)",
        state.stated("cohort.zip", view),
        ZIP,
        lambda: session_sheet.zipped(cohort_files.files(wanted, known)),
    )
    notes = {one.student.id: state.bench().contacts_of(one.student) for one in view.standings}
    components.download_file(
        f"{components.pluralise(len(view.standings), 'session sheet')} to print (ZIP)",
        state.stated("sheets.zip", view),
        ZIP,
        lambda: session_sheet.zipped(_sheets(view, notes, known, names=names)),
    )
    _save(view)


def _sheets(
    view: CohortView, notes: dict[str, tuple[Contact, ...]], known: Taxonomy, *, names: bool
) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield the sheet of each student."""
    today = session.today()
    for one in view.standings:
        made = sheets.sheet(one, notes[one.student.id], known, today=today, named=names)
        if made:
            yield f"{one.student.id}.html", (session_sheet.render_html(made),)


def _save(view: CohortView) -> None:
    """Draw the forms to save the cohort and to open an earlier one."""
    st.header("This term and the next")
    st.write("Save the cohort as one file. It contains ids, levels and notes, but no text of a resume.")
    bench = state.bench()
    mine = st.toggle("With private notes", help="Otherwise they are in no file.")
    status = {one.student.id: bench.status_of(one.student) for one in view.standings}
    notes = {
        one.student.id: snapshot.without_private_notes(bench.contacts_of(one.student), keep=mine)
        for one in view.standings
    }

    def saved() -> bytes:
        return snapshot.dump(snapshot.take(view.standings, session.today().isoformat(), status, notes))

    components.download_file("Save this cohort", state.stated("cohort-saved.json", view), JSON, saved)
    given = st.file_uploader("A cohort saved before", type=["json"], max_upload_size=20)
    if given is not None and given.file_id not in bench.taken:
        bench.taken.add(given.file_id)
        try:
            bench.open(snapshot.load(given.getvalue()))
        except SkillgapError as error:
            components.refusal(str(error))
        else:
            st.rerun()
    kept.show(saved)
    changes_view.show(view)
