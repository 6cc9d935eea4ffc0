"""The job postings a student found, and the role made of them."""

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
"""Characters of the name that a posting gives to the role made of it."""


def add(text: str) -> None:
    """Read the text of a job posting and keep it; a refusal is shown and the postings before are kept."""
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
    """The posting under a title that no other one has ("IT intern (2)"); none where it is among them already."""
    titles = {one.title for one in others}
    names = [found.title, *(f"{found.title} ({number})" for number in range(2, len(others) + 2))]
    if any(one.title in names and replace(one, title=found.title) == found for one in others):
        return []
    return [replace(found, title=next(name for name in names if name not in titles))]


def aim(texts: Sequence[str], files: Sequence[tuple[str, bytes]] = ()) -> bool:
    """Read postings and aim at what all of them ask for together; whether there is something to aim at.

    A file that cannot be read is refused, and the others are read.
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
            "No skill of the catalogue was found in it. Paste the whole text, with its lists of requirements."
        )
        return False
    session.choose(role.id)
    return True


def drop() -> None:
    """Forget the postings, and the role made of them."""
    now = session.state()
    now.postings, now.posting_texts, now.posting_refusal, now.own_name = (), (), "", ""


def own_role() -> RoleProfile | None:
    """The role made of the postings, if any asks for a skill."""
    asking = tuple(one for one in session.state().postings if one.demands)
    return session.memoised(_own_role, asking, own_name(), knowledge.loaded_taxonomy()) if asking else None


def _own_role(asking: tuple[Posting, ...], name: str, taxonomy: Taxonomy) -> RoleProfile:
    return replace(posting_role(asking, taxonomy, name=NO_NAME), id=OWN_ID, name=name)


def own_name() -> str:
    """What the role made of the postings is called: as the user says, else by the first line of the first posting."""
    now = session.state()
    return now.own_name or _first_line(now.postings) or NO_NAME


def _first_line(postings: Sequence[Posting]) -> str:
    """The title of the first posting, cut at a word, with the number of others."""
    if not postings:
        return ""
    title = " ".join(postings[0].title.split())
    if len(title) > MAX_NAME:
        title = f"{title[:MAX_NAME].rsplit(' ', 1)[0]} \u2026"
    return f"{title} and {len(postings) - 1} more" if len(postings) > 1 else title


def rename(name: str) -> None:
    """Call the role made of the postings otherwise."""
    session.state().own_name = name.strip()
