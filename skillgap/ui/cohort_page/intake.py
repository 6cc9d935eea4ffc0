"""Upload of resumes, folders, ZIP files and the class list; reading continues in the background."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from skillgap.cohort import roster
from skillgap.errors import SkillgapError
from skillgap.ui import components, knowledge
from skillgap.ui.cohort_page import state

EVERY = 1.0
"""Seconds between two updates of the progress bar."""


def uploads() -> None:
    """Draw the upload fields; new files are added to the earlier ones."""
    bench = state.bench()
    with st.expander("Add resumes and a class list", expanded=not bench.given, icon=":material/upload_file:"):
        left, right = st.columns(2)
        with left:
            files = st.file_uploader(
                "Resumes, saved work or ZIP files",
                accept_multiple_files=True,
                max_upload_size=100,
                key=f"cohort-files-{bench.generation}",
                help="PDF, DOCX and text are read. Any other file is listed with advice.",
            )
            folder = st.file_uploader(
                "A whole folder",
                accept_multiple_files="directory",
                max_upload_size=100,
                key=f"cohort-folder-{bench.generation}",
            )
        with right:
            listed = new_list(
                "Class list (CSV or XLSX)",
                "list",
                "Columns: id, name, email, group, target role, graduation, file. Id, name or email is enough.",
            )
            if listed is not None:
                _roster(listed.name, listed.getvalue())
            for fault in bench.roster_faults:
                st.warning(components.escape_markdown(fault))
            if bench.roster:
                st.caption(f"{components.pluralise(len(bench.roster), 'student')} on the class list.")
        for one in (*files, *folder):
            if one.file_id not in bench.taken:
                bench.add([(one.name, one.getvalue())], one.file_id, state.read())


def new_list(label: str, kind: str, columns: str) -> UploadedFile | None:
    """Draw the upload of a table; the file, the first time that it is given."""
    bench = state.bench()
    given = st.file_uploader(
        label, type=["csv", "xlsx"], max_upload_size=2, key=f"cohort-{kind}-{bench.generation}", help=columns
    )
    if given is None or f"{kind} {given.file_id}" in bench.taken:
        return None
    bench.taken.add(f"{kind} {given.file_id}")
    return given


def _roster(name: str, data: bytes) -> None:
    """Load a class list. A bad file leaves the earlier list unchanged."""
    bench = state.bench()
    try:
        found = roster.read(data, name, knowledge.loaded_taxonomy())
    except SkillgapError as error:
        bench.set_roster(bench.roster, [str(error)])
        return
    bench.set_roster(found.rows, found.faults)


def progress() -> None:
    """Draw the progress of reading with a button to cancel it; the rest of the page stays usable."""
    bench = state.bench()
    if bench.readings.busy:
        _running()
        if bench.readings.entries:
            st.caption("The figures below count the files read so far. They are complete when reading ends.")
    elif bench.unread:
        st.info(f"Stopped. {components.pluralise(len(bench.unread), 'file')} not read yet.")
        st.button("Read them", on_click=bench.resume)


@st.fragment(run_every=EVERY)
def _running() -> None:
    bench = state.bench()
    done, of, left = bench.readings.progress
    if not bench.readings.busy:
        st.rerun()
    bar, button = st.columns([5, 1], vertical_alignment="center")
    words = f"Reading file {min(done + 1, of)} of {of}" + (f", about {left:.0f} s left" if done else "")
    bar.progress(done / max(1, of), words)
    button.button("Cancel", on_click=bench.cancel, help="Files that are read are kept.")


def forget() -> None:
    """Draw the button that deletes the cohort, with a confirmation."""
    with st.popover("Forget this cohort", icon=":material/delete:"):
        st.write(
            "This deletes every resume, answer, note and the class list from this session. Save what you want to keep."
        )
        if st.button("Forget everything", type="primary"):
            state.bench().forget()
            st.rerun()
