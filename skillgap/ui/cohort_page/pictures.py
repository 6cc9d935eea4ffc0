"""Charts of the cohort: demands by group, and students by demand."""

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
"""Upper limit for the demands of a chart, heaviest first; the table below it has all."""
STUDENTS = 60
"""Upper limit for the students of a chart; more rows would be too thin to read."""


def groups(view: CohortView) -> None:
    """Draw demands x groups: share who meet each demand, and number of students."""
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
        f"Figures of fewer than {view.threshold} students are hidden, and others from which they could be computed."
    )
    components.table(table, "Share of each group that meets each demand, and of how many students")
    with st.expander("Of those who do not meet it: named, learning, nothing"):
        components.table(
            session.memoised(tables.demands, view.demands, known), "Demands with how many meet, name and learn them"
        )


def _in_words(rows: tuple[Standing, ...], keys: tuple[str, ...], known: Taxonomy) -> str:
    """Each student's cells as lines, for a phone. It is one element, since sixty elements take a second to draw."""
    return "\n\n".join("\n".join(_lines(one, keys, known)) for one in rows)


def _lines(one: Standing, keys: tuple[str, ...], known: Taxonomy) -> Iterator[str]:
    yield one.student.id
    for cell in CELLS[:-1]:
        names = ", ".join(known.name(key) for key in keys if one.cells.get(key) == cell)
        if names:
            yield f"{tables.SIGNS[cell]} {cell}: {names}"


def students(view: CohortView) -> None:
    """Draw students x demands with a colour and a symbol for each cell; on a phone as a list."""
    known = state.taxonomy()
    shown = view.standings[:STUDENTS]
    if len(view.standings) > STUDENTS:
        st.info(
            f"{len(view.standings)} students fit the filters, but the chart has room for {STUDENTS}. "
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
        st.caption(
            f"The {DEMANDS} demands with the greatest weight over all roles. Choose a role above to see its own."
        )
    st.caption(
        "\u25cf shown, \u25cb only named, \u25d0 learning, \u00b7 nothing; empty if the role has no such demand."
    )
    components.table(table, "State of each demand in each student's resume")
