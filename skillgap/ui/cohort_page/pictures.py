"""Who meets what: demands by group, and for a few students demand by demand."""

from collections.abc import Iterator

import streamlit as st

from skillgap import charts
from skillgap.cohort import blocks
from skillgap.model.cohort import CELLS, Standing
from skillgap.model.groups import CohortView
from skillgap.tables import cohort as tables
from skillgap.taxonomy import Taxonomy
from skillgap.ui import components, session
from skillgap.ui.cohort_page import state

DEMANDS = 20
"""Demands of a picture: the heaviest ones. The table below it has all."""
STUDENTS = 60
"""Students of a picture: more would be no picture."""


def groups(view: CohortView) -> None:
    """Demands x groups: the share who meet each, and of how many."""
    known = state.taxonomy()
    if not view.standings:
        st.info("Nobody with a resume fits the filters.")
        return
    table = session.memoised(tables.heatmap, view.demands, view.groups, known)
    picture = session.memoised(tables.group_shares, view.demands[:DEMANDS], view.groups, known)
    with st.container(key="cohort-groups"):
        components.chart(
            "Picture: share of each group that meets each of the heaviest demands; the table below says the same",
            charts.group_heatmap,
            picture,
        )
    st.caption(
        f"Shares of fewer than {view.threshold} students are withheld, and others where they would give these away."
    )
    components.table(table, "Share of each group that meets each demand, and of how many students")
    with st.expander("Of those who do not meet it: named, learning, nothing"):
        components.table(
            session.memoised(tables.demands, view.demands, known), "Demands with how many meet, name and learn them"
        )


def _in_words(rows: tuple[Standing, ...], keys: tuple[str, ...], known: Taxonomy) -> str:
    """Each student's cells as lines, for a narrow screen: one element, as sixty cost the browser a second."""
    return "\n\n".join("\n".join(_lines(one, keys, known)) for one in rows)


def _lines(one: Standing, keys: tuple[str, ...], known: Taxonomy) -> Iterator[str]:
    yield one.student.id
    for cell in CELLS[:-1]:
        names = ", ".join(known.name(key) for key in keys if one.cells.get(key) == cell)
        if names:
            yield f"{tables.SIGNS[cell]} {cell}: {names}"


def students(view: CohortView) -> None:
    """Students x demands for at most sixty: a colour and a sign a cell; a list on a phone."""
    known = state.taxonomy()
    shown = view.standings[:STUDENTS]
    if len(view.standings) > STUDENTS:
        st.info(
            f"{len(view.standings)} students fit the filters, and the picture has room for {STUDENTS}. "
            "It shows the first ones. Choose a group or a role above to see others."
        )
    if not shown:
        return
    rows, keys = session.memoised(blocks.arrange, shown, tuple(blocks.heaviest_demands(shown, DEMANDS)))
    table = session.memoised(tables.cells, tuple(rows), tuple(keys), known)
    with st.container(key="cohort-matrix"):
        components.chart(
            "Picture: what each student's resume says of each demand; the table below says the same",
            charts.cell_heatmap,
            table,
        )
    with st.container(key="cohort-list"):
        st.text(session.memoised(_in_words, tuple(rows), tuple(keys), known))
    if len({one.role.id for one in rows}) > 1:
        st.caption(f"The {DEMANDS} demands that weigh most over all roles. Choose a role above to see its own.")
    st.caption("\u25cf shown, \u25cb only named, \u25d0 learning, \u00b7 nothing; empty where the role does not ask.")
    components.table(table, "What each student's resume says of each demand")
