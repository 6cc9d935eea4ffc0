"""The target role: the widget that changes it, and the comparison of the resume with it."""

import streamlit as st

from skillgap import gap, pipeline, role_ranking
from skillgap.model.assessment import Assessment
from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.model.role import FAMILIES, RoleProfile
from skillgap.plan.preferences import NO_PREFERENCES, PlanPreferences
from skillgap.ui import knowledge, own_roles, postings, session, target_question, versions

OTHER_FAMILY = "Your own"
"""Family of custom roles."""


def roles() -> dict[str, RoleProfile]:
    """All roles by id, custom roles first."""
    own = postings.own_role()
    return {**({own.id: own} if own else {}), **own_roles.kept(), **knowledge.loaded_taxonomy().roles}


def families() -> dict[str, list[RoleProfile]]:
    """Family -> its roles sorted by name; custom roles come last."""
    found: dict[str, list[RoleProfile]] = {name: [] for name in (*FAMILIES, OTHER_FAMILY)}
    for role in sorted(roles().values(), key=lambda one: one.name):
        found[role.family or OTHER_FAMILY].append(role)
    return {name: members for name, members in found.items() if members}


def chosen() -> RoleProfile | None:
    """The target role; ``None`` until one is chosen."""
    return roles().get(session.chosen_role())


def require_role() -> RoleProfile:
    """The target role. Without one, draw the question for it and stop the run."""
    role = chosen()
    if role is None:
        ask()
        st.stop()
    return role


def ask() -> None:
    """Draw the question for the target: nearest roles, all roles, or a posting."""
    found = versions.reading()
    target_question.draw(ranked(found) if found else (), families())


def selector() -> None:
    """Draw the choice of the target; it is part of the address and applies to every page."""
    choices = roles()
    if chosen() is None:
        session.choose("")
    session.show_chosen_role()
    picked = st.selectbox(
        "Your target",
        [role.id for members in families().values() for role in members],
        index=None,
        format_func=lambda role_id: choices[role_id].name,
        placeholder="What are you aiming at?",
        key=session.ROLE_KEY,
        bind="query-params",
        on_change=session.take_chosen_role,
        label_visibility="collapsed",
    )
    session.choose(picked or "")


def choose_role(key: str = "shown-role") -> RoleProfile:
    """Draw the choice of a role to look at, independent of the target."""
    choices = roles()
    chosen_id = st.selectbox(
        "Internship role",
        list(choices),
        format_func=lambda role_id: choices[role_id].name,
        key=key,
        bind="query-params",
        help="The Catalogue shows every demand of a role with its sources.",
    )
    return choices[chosen_id]


def choose_other_role(first: RoleProfile) -> RoleProfile | None:
    """Draw the choice of a second role to compare with ``first``; ``None`` if nothing is chosen."""
    choices = {key: role for key, role in roles().items() if key != first.id}
    chosen_id = st.selectbox(
        "Second role", list(choices), index=None, format_func=lambda key: choices[key].name, placeholder="None"
    )
    return choices[chosen_id] if chosen_id else None


def ranked(reading: ResumeReading) -> tuple[GapReport, ...]:
    """Compare a reading with every role of the taxonomy, nearest first."""
    return session.memoised(role_ranking.rank_roles, reading, knowledge.loaded_taxonomy())


def compared(reading: ResumeReading, role: RoleProfile) -> GapReport:
    """Compare a reading with a role."""
    return session.memoised(gap.compare, reading.profile, role, knowledge.loaded_taxonomy())


def assess_chosen_role(*, hours: int | None = None, preferences: PlanPreferences = NO_PREFERENCES) -> Assessment:
    """Assess the resume for the target; see ``pipeline.assess``."""
    found, role = versions.require_reading(), require_role()
    return session.memoised(
        pipeline.assess, found, role, knowledge.loaded_taxonomy(), hours=hours, preferences=preferences
    )
