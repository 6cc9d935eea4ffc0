"""The roles a session can choose from: ours, and the one made of the job postings the user pasted."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from skillgap import documents, gap, pipeline, role_ranking
from skillgap.errors import SkillgapError
from skillgap.model.assessment import Assessment
from skillgap.model.gaps import GapReport
from skillgap.model.resume import ResumeReading
from skillgap.model.role import RoleProfile
from skillgap.plan.preferences import NO_PREFERENCES, PlanPreferences
from skillgap.posting import Posting
from skillgap.posting.ladder import posting_role
from skillgap.taxonomy import Taxonomy
from skillgap.ui import knowledge, session, versions

FIRST_ROLE = "it-support-intern"
"""Role that stands first in the chooser while there is no resume to be near to."""
OWN_NAME = "My postings"
OWN_ID = "own-my-postings"


def add_posting(text: str) -> None:
    """Read a pasted job posting and keep it; a refusal is shown and the postings before are kept."""
    now = session.state()
    try:
        found = pipeline.read_posting(text, knowledge.loaded()[1])
    except SkillgapError as error:
        now.posting_refusal = str(error)
        return
    now.posting_refusal = ""
    now.postings = (*(one for one in now.postings if one != found), found)
    now.posting_texts = tuple(dict.fromkeys((*now.posting_texts, text)))


def add_files(files: Sequence[tuple[str, bytes]], key: str) -> None:
    """Read job postings from files, unless they were the last ones read; each refusal is kept, the others are read."""
    now = session.state()
    if now.posting_key == key:
        return
    now.posting_key = key
    refusals = []
    for name, data in files:
        try:
            add_posting(documents.read(data, name).text)
        except SkillgapError as error:
            refusals.append(str(error))
    if refusals:
        now.posting_refusal = " ".join(refusals)
    st.rerun()


def drop_postings() -> None:
    """Forget the postings, and the role made of them."""
    now = session.state()
    now.postings, now.posting_texts, now.posting_refusal = (), (), ""


def own_role() -> RoleProfile | None:
    """The role made of the user's postings, if any asks for a skill."""
    asking = tuple(one for one in session.state().postings if one.demands)
    return session.memoised(_own_role, asking, own_name(), knowledge.loaded_taxonomy()) if asking else None


def _own_role(asking: tuple[Posting, ...], name: str, taxonomy: Taxonomy) -> RoleProfile:
    return replace(posting_role(asking, taxonomy, name=OWN_NAME), id=OWN_ID, name=name)


def own_name() -> str:
    """What the user calls the role made of their postings; its id stays the same."""
    return session.state().own_name or OWN_NAME


def rename(name: str) -> None:
    """Call the role made of the postings otherwise."""
    wanted = name.strip() or OWN_NAME
    if wanted != own_name():
        session.state().own_name = wanted
        st.rerun()


def roles() -> dict[str, RoleProfile]:
    """The roles to choose from by id, the user's own first."""
    own = own_role()
    return {**({own.id: own} if own else {}), **knowledge.loaded_taxonomy().roles}


def choose_role() -> RoleProfile:
    """Let the user choose the role; the choice stands in the address and holds on every page."""
    choices = roles()
    ids = list(choices)
    first = session.chosen_role() or _nearest()
    chosen = st.selectbox(
        "Internship role",
        ids,
        index=ids.index(first) if first in ids else 0,
        format_func=lambda role_id: choices[role_id].name,
        key="role",
        bind="query-params",
        help="At first the role nearest to your resume. The Catalogue shows every demand of a role with its sources.",
    )
    return choices[str(chosen)]


def _nearest() -> str:
    """Id of the role that the resume covers most, of the first one without a resume."""
    found = versions.reading()
    return ranked(found)[0].role.id if found else FIRST_ROLE


def choose_other_role(first: RoleProfile) -> RoleProfile | None:
    """A second role to set beside ``first``, if the user wants one."""
    choices = {key: role for key, role in roles().items() if key != first.id}
    chosen = st.selectbox(
        "Second role", list(choices), index=None, format_func=lambda key: choices[key].name, placeholder="None"
    )
    return choices[chosen] if chosen else None


def ranked(reading: ResumeReading) -> tuple[GapReport, ...]:
    """A reading held against every role of ours, nearest first."""
    return session.memoised(role_ranking.rank_roles, reading, knowledge.loaded_taxonomy())


def compared(reading: ResumeReading, role: RoleProfile) -> GapReport:
    """A reading held against a role."""
    return session.memoised(gap.compare, reading.profile, role, knowledge.loaded_taxonomy())


def assess_chosen_role(*, hours: int | None = None, preferences: PlanPreferences = NO_PREFERENCES) -> Assessment:
    """The resume held against the chosen role; the plan as the user wants it, see ``pipeline.assess``."""
    found = versions.require_reading()
    return session.memoised(
        pipeline.assess, found, choose_role(), knowledge.loaded_taxonomy(), hours=hours, preferences=preferences
    )
