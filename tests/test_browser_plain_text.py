"""Whatever a user or a file fills in is shown as text: no page makes a link, a picture, a formula or a colour of it."""

import json
from dataclasses import fields, replace

import pytest
from browsing import PAGES, open_page, settled
from conftest import FIXTURES

from skillgap import workspace
from skillgap.model.internship import Contact, Goal, Internship, Rating, Remark, Win
from skillgap.model.resume import Correction
from skillgap.workspace import SavedVersion, Workspace

pytestmark = pytest.mark.browser
HOST = "evil.invalid"
PAYLOAD = (
    f"![p](http://{HOST}/p.png) [l](http://{HOST}/l) http://{HOST}/a <http://{HOST}/b> www.{HOST} me@{HOST} "
    f"<img src=http://{HOST}/i onerror=window.evil=1> <a href='http://{HOST}/h'>h</a> "
    ":red[evilred] :red-badge[evilbadge] $evilmath^2$ :material/skull: **evilbold** *evilitalic* `evilcode` =A(1)"
)
RESUME = f"""{PAYLOAD}
SKILLS
Python, SQL, {PAYLOAD[:120]}, Linux
EXPERIENCE
IT Support Intern, {PAYLOAD}, Jan 2025 - Jun 2025
- Wrote Python scripts {PAYLOAD}
- Fixed Windows laptops, perhaps Go {PAYLOAD}
EDUCATION
BSc Computing, {PAYLOAD}, 2026
"""
FOUND = f"""() => {{
    const found = [];
    const take = (what, one) => found.push(what + ": " + one.outerHTML.slice(0, 300));
    for (const one of document.querySelectorAll("a[href*='{HOST}'], a[*|href*='{HOST}'], a[href^='mailto:me@']"))
        take("link", one);
    for (const one of document.querySelectorAll("[src*='{HOST}'], image[*|href*='{HOST}']")) take("picture", one);
    for (const one of document.querySelectorAll(".katex")) take("formula", one);
    for (const one of document.querySelectorAll("[aria-label='skull icon']")) take("icon", one);
    for (const one of document.querySelectorAll("strong, em, code, b, i, span, sup"))
        if (/^evil(bold|italic|code|red|badge)$/.test(one.textContent)) take("mark", one);
    if (window.evil) found.push("a script ran");
    return found;
}}"""


def filled(kind, **given):
    """A noun with the payload in every field of text that is not given."""
    texts = {one.name: PAYLOAD for one in fields(kind) if one.type in {"str", str} and one.name not in given}
    return kind(**texts, **given)


def work():
    """Saved work with the payload wherever it may stand."""
    day = {"day": "2026-01-05"}
    versions = tuple(
        replace(SavedVersion(), name=f"{PAYLOAD} {number}.txt", text=f"{RESUME}{number}", **day) for number in (1, 2)
    )
    first = replace(versions[0], corrections={"docker": Correction(2, PAYLOAD)}, answers={"go": True})
    posting = (FIXTURES / "postings" / "security_bullets.txt").read_text(encoding="utf-8")
    internship = Internship(
        goals=(
            filled(Goal, due="2026-02-01", status="open", skill_id=""),
            filled(Goal, due="", status="done", skill_id="python"),
        ),
        ratings=(filled(Rating, skill_id="python", level=3, **day), Rating("me", "python", 1, PAYLOAD, "2026-01-05")),
        remarks=(filled(Remark, **day),),
        wins=(filled(Win, skills=("python",), **day),),
        contacts=(filled(Contact, follow_up="2026-02-01", done=False),),
    )
    return workspace.dump(
        Workspace(
            (first, versions[1]),
            (f"{PAYLOAD}\n{posting}\nRequirements: Python {PAYLOAD}",),
            PAYLOAD,
            internship=internship,
        )
    )


@pytest.fixture
def guarded(laptop, address):
    """A page that tells every request to another host."""
    asked = []
    page = laptop.new_page()
    page.on("request", lambda request: asked.append(request.url) if HOST in request.url else None)
    page.on("dialog", lambda dialog: (asked.append(f"dialog: {dialog.message}"), dialog.accept()))
    page.goto(address)
    settled(page)
    yield page, asked
    page.close()


def open_folds(page):
    """Open everything that is folded, as far as it stays open."""
    page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(one => one.click())")
    settled(page)


def load(page):
    open_folds(page)
    files = page.locator("input[type=file]")
    payload = {"name": "work.json", "mimeType": "application/json", "buffer": work()}
    files.nth(files.count() - 1).set_input_files(payload)
    page.wait_for_timeout(400)
    settled(page)


@pytest.mark.parametrize("own", [False, True], ids=["as saved", "with data of one's own"])
def test_no_page_makes_anything_of_what_somebody_filled_in(guarded, own):
    page, asked = guarded
    load(page)
    assert "evilmath" in page.inner_text("body")
    if own:
        add_data(page)
    found = {}
    for title, path in PAGES:
        open_page(page, title)
        if path == "cohort":
            name = PAYLOAD.replace("/", "")[:200]
            given = [{"name": f"{n}{name}.txt", "mimeType": "text/plain", "buffer": RESUME.encode()} for n in (1, 2)]
            page.locator("input[type=file]").first.set_input_files(
                [*given, {"name": f"{name}.zip", "mimeType": "application/zip", "buffer": b"PK\x03\x04"}]
            )
            page.wait_for_timeout(500)
            settled(page)
        open_folds(page)
        for tab in page.get_by_role("tab").all():
            tab.click()
            settled(page)
            found.setdefault(title, []).extend(page.evaluate(FOUND))
        found.setdefault(title, []).extend(page.evaluate(FOUND))

    made = [f"{title}: {mark}" for title, marks in found.items() for mark in dict.fromkeys(marks)]
    assert not made, "\n".join(made)
    assert asked == []


def add_data(page):
    """Lay a role with the payload in its words over ours."""
    words = json.dumps(PAYLOAD)
    role = f"name = {words}\nabout = {words}\nreviewed = 2026-11-23\n[requirements.python]\nimportance = 4\nlevel = 2\n"
    open_page(page, "Catalogue")
    open_folds(page)
    data = {"name": "own-role.toml", "mimeType": "application/toml", "buffer": role.encode()}
    page.locator("input[type=file]").first.set_input_files([data])
    page.wait_for_timeout(400)
    settled(page)
