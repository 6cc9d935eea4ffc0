"""Editor for custom roles: a copy of a role as a table, with skills added by search."""

import pandas as pd
import streamlit as st

from skillgap.errors import RequestError
from skillgap.model.role import RoleProfile
from skillgap.tables.frame import LEVELS
from skillgap.taxonomy import Taxonomy, own_role
from skillgap.taxonomy.own_role import Demand
from skillgap.ui import components, knowledge, own_roles, role_picker, session

TIERS = ("core", "next", "later")
SCROLL_FROM = 12
"""A table with at least this many rows scrolls instead of growing."""
LEVEL_OF = {name: level for level, name in LEVELS.items() if level}


def draw() -> None:
    """Draw the choice of a base role, its rows to change, and the button to keep the result."""
    base = _base()
    name = st.text_input("Name of your role", value=f"My {base.name}"[: own_role.MAX_NAME], key=f"own-name-{base.id}",
                         max_chars=own_role.MAX_NAME)  # fmt: skip
    known = knowledge.loaded_taxonomy()
    asked = {one.skill_id for one in base.requirements}
    others = sorted((key for key in known.skills if key not in asked), key=lambda key: known.name(key).casefold())
    new = st.multiselect(
        "Add skills", others, format_func=known.name, placeholder="Type a name", key=f"own-added-{base.id}"
    )
    rows = _tables(base, new)
    try:
        role = own_role.build(base, rows, name=name)
    except RequestError as error:
        components.refusal(str(error))
        return
    faults = session.memoised(own_role.faults, role, known)
    for sentence in faults:
        components.refusal(sentence)
    if not faults:
        _offer(role)


def _base() -> RoleProfile:
    """Draw the choice of the role to copy."""
    choices = role_picker.roles()
    chosen = st.selectbox(
        "Start from", list(choices), format_func=lambda role_id: choices[role_id].name, key="own-base"
    )
    return choices[chosen]


def _tables(base: RoleProfile, new: list[str]) -> tuple[Demand, ...]:
    """Draw the tables, and return the edited rows without those left out.

    Added skills have a separate table: Streamlit discards the edits of a table whose rows change.
    """
    known = knowledge.loaded_taxonomy()
    st.caption(
        "Change importance (1 useful, 5 essential), required level and tier. "
        "Check \u201cleave out\u201d to remove a skill. Soft skills keep their level and position."
    )
    rows = _edited(own_role.order(base), f"own-table-{base.id}")
    if not new:
        return rows
    st.caption("Skills that you add")
    added = tuple(own_role.added(skill_id, known) for skill_id in new)
    return (*rows, *_edited(added, f"own-new-{base.id}"))


def _edited(rows: tuple[Demand, ...], key: str) -> tuple[Demand, ...]:
    """Draw an editable table, and return its rows."""
    frame = session.memoised(_frame, rows, knowledge.loaded_taxonomy())
    edited = st.data_editor(
        frame,
        key=key,
        hide_index=True,
        height="content" if len(frame) < SCROLL_FROM else 420,
        column_order=["skill", "importance", "level", "tier", "leave out"],
        disabled=["skill"],
        column_config={
            "skill": st.column_config.TextColumn("skill", width="medium"),
            "importance": st.column_config.NumberColumn("importance", min_value=1, max_value=5, step=1, required=True),
            "level": st.column_config.SelectboxColumn("level", options=list(LEVEL_OF), required=True),
            "tier": st.column_config.SelectboxColumn("tier", options=[*TIERS, "soft"], required=True),
            "leave out": st.column_config.CheckboxColumn("leave out"),
        },
    )
    return _demands(edited)


def _frame(rows: tuple[Demand, ...], known: Taxonomy) -> pd.DataFrame:
    """The rows as a DataFrame for the table."""
    return pd.DataFrame(
        {
            "id": [row.skill_id for row in rows],
            "skill": [known.name(row.skill_id) for row in rows],
            "importance": [row.importance for row in rows],
            "level": [LEVELS[row.level] for row in rows],
            "tier": [row.tier for row in rows],
            "leave out": [False] * len(rows),
        }
    )


def _demands(edited: pd.DataFrame) -> tuple[Demand, ...]:
    return tuple(
        Demand(str(row["id"]), int(row["importance"]), LEVEL_OF[row["level"]], row["tier"])
        for row in edited.to_dict("records")
        if not row["leave out"]
    )


def _offer(role: RoleProfile) -> None:
    """Draw the buttons to keep the role as the target, or to download it as a data file."""
    with st.container(horizontal=True):
        if st.button("Keep it and make it my target", type="primary", key="own-keep"):
            refusal = own_roles.keep(role)
            if refusal:
                components.refusal(refusal)
            else:
                session.choose(role.id)
                st.rerun()
        today = session.today()
        components.download_file(
            "Download as a data file (TOML)",
            f"{role.id}.toml",
            "application/toml",
            lambda: own_role.to_toml(role, reviewed=today),
        )


def list_kept() -> None:
    """Draw the custom roles, each with a button to remove it."""
    for role in own_roles.kept().values():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{role.name}: {len(role.requirements)} skills")
            label = components.escape_markdown(f"Remove {role.name}")
            st.button(label, key=f"own-remove-{role.id}", on_click=own_roles.remove, args=(role.id,))
