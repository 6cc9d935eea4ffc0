"""Job postings of the session, and the role made from them."""

from collections.abc import Sequence
from dataclasses import replace

from skillgap import documents, pipeline
from skillgap.errors import SkillgapError
from skillgap.model.role import RoleProfile
from skillgap.posting import Posting
from skillgap.posting.ladder import posting_role
from skillgap.taxonomy import Taxonomy
from skillgap.ui import knowledge, session

OWN_ID = "own-my-postings"
NO_NAME = "My postings"
MAX_NAME = 60
"""Upper limit for the characters of the role's name."""


def add(text: str) -> None:
    """Read a job posting and keep it. A refused text leaves the earlier postings unchanged."""
    now = session.state()
    try:
        found = pipeline.read_posting(text, knowledge.loaded()[1])
    except SkillgapError as error:
        now.posting_refusal = str(error)
        return
    now.posting_refusal = ""
    now.postings = (*now.postings, *_named_apart(found, now.postings))
    now.posting_texts = tuple(dict.fromkeys((*now.posting_texts, text)))


def _named_apart(found: Posting, others: Sequence[Posting]) -> list[Posting]:
    """The posting with a unique title ("IT intern (2)"); empty if it is there already."""
    titles = {one.title for one in others}
    names = [found.title, *(f"{found.title} ({number})" for number in range(2, len(others) + 2))]
    if any(one.title in names and replace(one, title=found.title) == found for one in others):
        return []
    return [replace(found, title=next(name for name in names if name not in titles))]


def aim(texts: Sequence[str], files: Sequence[tuple[str, bytes]] = ()) -> bool:
    """Read postings, and make their combined role the target.

    A file that cannot be read is refused, and the others are still read.

    Returns:
        Whether the postings ask for a known skill, so that there is a role.
    """
    now = session.state()
    refusals = []
    for name, data in files:
        try:
            texts = [*texts, documents.read(data, name).text]
        except SkillgapError as error:
            refusals.append(str(error))
    for text in texts:
        add(text)
        refusals.append(now.posting_refusal)
    now.posting_refusal = " ".join(one for one in refusals if one)
    role = own_role()
    if role is None:
        now.posting_refusal = now.posting_refusal or (
            "No skill of the catalogue was found in it. Paste the full text with its list of requirements."
        )
        return False
    session.choose(role.id)
    return True


def drop() -> None:
    """Remove the postings and their role."""
    now = session.state()
    now.postings, now.posting_texts, now.posting_refusal, now.own_name = (), (), "", ""


def own_role() -> RoleProfile | None:
    """The role made from the postings; ``None`` if they ask for no known skill."""
    asking = tuple(one for one in session.state().postings if one.demands)
    return session.memoised(_own_role, asking, own_name(), knowledge.loaded_taxonomy()) if asking else None


def _own_role(asking: tuple[Posting, ...], name: str, taxonomy: Taxonomy) -> RoleProfile:
    return replace(posting_role(asking, taxonomy, name=NO_NAME), id=OWN_ID, name=name)


def own_name() -> str:
    """Name of the role: the user's name for it, else the title of the first posting."""
    now = session.state()
    return now.own_name or _first_line(now.postings) or NO_NAME


def _first_line(postings: Sequence[Posting]) -> str:
    """Title of the first posting, cut between words, with the number of further postings."""
    if not postings:
        return ""
    title = " ".join(postings[0].title.split())
    if len(title) > MAX_NAME:
        title = f"{title[:MAX_NAME].rsplit(' ', 1)[0]} \u2026"
    return f"{title} and {len(postings) - 1} more" if len(postings) > 1 else title


def rename(name: str) -> None:
    """Rename the role made from the postings."""
    session.state().own_name = name.strip()
