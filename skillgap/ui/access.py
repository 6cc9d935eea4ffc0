"""Access to the advisor's pages.

On a laptop there is no login, and everybody may open them. A hosted installation configures an OpenID Connect provider
and a list of advisors in Streamlit's secrets; then only these advisors may. Students never need an account.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from skillgap.ui import components

LOGIN_SECTION = "auth"
"""Section of the secrets with Streamlit's provider settings."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Addresses that only the machine itself can reach."""
OWN_SECTION = "skillgap"
"""Section of the secrets with the list of advisors."""


def require_advisor() -> None:
    """Stop the run for everybody except advisors, with a sentence and a link."""
    if not needs_login():
        return
    if not st.user.is_logged_in:
        st.title("For advisors")
        st.write("Log in to open this page. Students need no account: their pages are open.")
        st.button("Log in", type="primary", icon=":material/login:", on_click=st.login)
        st.stop()
    own = _section(OWN_SECTION)
    allowed = frozenset(str(one).strip().casefold() for one in own.get("advisors", ()))
    if not is_advisor(dict(st.user), allowed, trusted=own.get("trust_addresses") is True):
        st.title("For advisors")
        components.refusal(
            "This account is not on the list of advisors. Ask the person who runs this installation to add it."
        )
        st.button("Log out", icon=":material/logout:", on_click=st.logout)
        st.stop()


def may_keep() -> bool:
    """Whether saved records are visible to advisors alone: behind a login, or on a machine that serves only itself."""
    return needs_login() or serves_itself(st.get_option("server.address"), st.context.headers.to_dict())


def serves_itself(address: str | None, headers: Mapping[str, str]) -> bool:
    """Whether a request comes from the server's own machine, and not through a proxy.

    A proxy on the same machine also connects from localhost, but forwards requests from the network.

    Args:
        address: Address on which the server listens.
        headers: Headers of the request.
    """
    names = {name.casefold(): value for name, value in headers.items()}
    host = names.get("host", "").rpartition(":")[0] or names.get("host", "")
    proxied = any(name == "forwarded" or name.startswith("x-forwarded-") for name in names)
    return address in LOOPBACK and host.strip("[]") in LOOPBACK and not proxied


def needs_login() -> bool:
    """Whether this installation has a login provider."""
    return bool(_section(LOGIN_SECTION))


def is_advisor(claims: Mapping[str, Any], allowed: frozenset[str], *, trusted: bool = False) -> bool:
    """Whether the account has a verified e-mail address on the list of advisors.

    Args:
        claims: The provider's claims about the account.
        allowed: Addresses, and domains as "@office.example", in lower case.
        trusted: Whether an address counts if the provider does not say whether it is verified.
    """
    address = str(claims.get("email") or "").strip().casefold()
    checked = claims.get("email_verified", trusted)
    if checked is not True or address.count("@") != 1:
        return False
    return address in allowed or f"@{address.partition('@')[2]}" in allowed


def _section(name: str) -> Mapping[str, Any]:
    """A section of the secrets; empty if it is missing."""
    if not st.secrets.load_if_toml_exists():
        return {}
    found = st.secrets.get(name, {})
    return found if isinstance(found, Mapping) else {}
