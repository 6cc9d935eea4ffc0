"""The roles that a user made in the page: kept in the session, chosen like any other, saved with the work."""

from collections.abc import Iterable

from skillgap.model.role import RoleProfile
from skillgap.taxonomy import own_role
from skillgap.ui import knowledge, session


def kept() -> dict[str, RoleProfile]:
    """The roles by id, in the order they were made."""
    return {role.id: role for role in session.state().own_roles}


def keep(role: RoleProfile) -> str:
    """Keep a role in place of the one with its id; a sentence where there are too many."""
    others = [one for one in session.state().own_roles if one.id != role.id]
    if len(others) >= own_role.MAX_ROLES:
        return f"You have {own_role.MAX_ROLES} roles of your own. Remove one before you keep another."
    session.state().own_roles = (*others, role)
    return ""


def remove(role_id: str) -> None:
    """Forget a role."""
    session.state().own_roles = tuple(one for one in session.state().own_roles if one.id != role_id)


def texts() -> tuple[str, ...]:
    """Each role as a data file, for the saved work."""
    return tuple(own_role.to_toml(role, reviewed=session.today()).decode() for role in session.state().own_roles)


def load(files: Iterable[str]) -> None:
    """Take over roles of saved work; one that breaks a rule of today is left out, and named as a refusal."""
    known, refused = knowledge.loaded_taxonomy(), []
    for number, text in enumerate(files, start=1):
        role, faults = own_role.from_toml(text.encode(), f"{own_role.PREFIX}{number}", known)
        if role is None:
            refused.append(f"Role {number} of your saved work was left out. {faults[0]}")
        else:
            keep(own_role.with_own_id(role))
    if refused:
        session.state().refusal = " ".join(refused)
