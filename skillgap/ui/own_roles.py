"""Custom roles of the session: chosen like other roles, and saved with the work."""

from collections.abc import Iterable

from skillgap.model.role import RoleProfile
from skillgap.taxonomy import own_role
from skillgap.ui import knowledge, session


def kept() -> dict[str, RoleProfile]:
    """Custom roles by id, oldest first."""
    return {role.id: role for role in session.state().own_roles}


def keep(role: RoleProfile) -> str:
    """Add a role, or replace the one with its id. Returns a sentence if there are too many, else an empty string."""
    others = [one for one in session.state().own_roles if one.id != role.id]
    if len(others) >= own_role.MAX_ROLES:
        return f"You have {own_role.MAX_ROLES} roles of your own. Remove one before you add another."
    session.state().own_roles = (*others, role)
    return ""


def remove(role_id: str) -> None:
    """Remove a role."""
    session.state().own_roles = tuple(one for one in session.state().own_roles if one.id != role_id)


def texts() -> tuple[str, ...]:
    """Each role as a data file, for the saved work."""
    return tuple(own_role.to_toml(role, reviewed=session.today()).decode() for role in session.state().own_roles)


def load(files: Iterable[str]) -> None:
    """Load the roles of saved work. A role that breaks a current rule is left out, and a refusal names it."""
    known, refused = knowledge.loaded_taxonomy(), []
    for number, text in enumerate(files, start=1):
        role, faults = own_role.from_toml(text.encode(), f"{own_role.PREFIX}{number}", known)
        if role is None:
            refused.append(f"Role {number} of your saved work was left out. {faults[0]}")
        else:
            keep(own_role.with_own_id(role))
    if refused:
        session.state().refusal = " ".join(refused)
