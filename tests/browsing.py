"""The dashboard in a real Chromium: its server, its pages as app.py lists them, and a user's moves."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[1]
PAGES = tuple(re.findall(r'title="([^"]+)",\s*url_path="([^"]+)"', (ROOT / "app.py").read_text(encoding="utf-8")))
"""Title in the navigation and path in the address of every page, in the order of app.py."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
expect.set_options(timeout=40_000)
WIDE = {"width": 1440, "height": 1000}
MORE = ("For advisors", "Catalogue", "About", "Forget everything")
"""Titles of the pages that stand under "More"."""
SUPPORT = "IT support and help-desk intern"
POSTING = ROOT / "tests" / "fixtures" / "postings" / "security_bullets.txt"


@contextmanager
def served(root=ROOT, log=None):
    """Address of the dashboard, started for as long as the block runs; ``log`` takes its warnings and errors."""
    port = free_port()
    # Only where nobody sees it: everything else is as it ships.
    options = ["--server.headless", "true", "--server.port", str(port)]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    if log:
        command += ["--logger.level", "warning"]
    with subprocess.Popen(command, cwd=root, stderr=log) as server:
        try:
            yield healthy(f"http://localhost:{port}")
        finally:
            server.terminate()


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def healthy(address):
    """The address, as soon as a dashboard answers there."""
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)  # noqa: S310
        except OSError:
            time.sleep(0.5)
        else:
            return address
    raise TimeoutError(f"No dashboard answers at {address}.")


@contextmanager
def chromium():
    """A running Chromium."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield started
        started.close()


def missing():
    """Why there is no browser, or nothing."""
    return "" if CHROMIUM else "Chromium is not installed: browser tests cannot run (Debian: apt-get install chromium)"


def must_have_browser():
    """Whether a missing browser is a failure rather than a reason to skip."""
    return bool(os.environ.get("CI"))


def settled(page, quiet=250):
    """Wait until the script has run, its results are shown, and nothing has moved for so many milliseconds."""
    page.evaluate(QUIET, [SETTLED, quiet, 60_000])


QUIET = """([settled, quiet, most]) => new Promise((done, fail) => {
    const begun = performance.now();
    let moved = begun;
    const watch = new MutationObserver(() => { moved = performance.now(); });
    watch.observe(document, {subtree: true, childList: true, characterData: true, attributeFilter: [
        'data-test-script-state', 'data-test-connection-state']});
    const look = () => {
        const now = performance.now();
        if (!document.querySelector(settled)) moved = now;
        if (now - moved < quiet && now - begun < most) return setTimeout(look, 25);
        watch.disconnect();
        return now - moved < quiet ? fail(new Error(`the page did not settle in ${most} ms`)) : done();
    };
    look();
})"""
"""A promise that is kept once the page has been as the selector says, and its elements the same, for long enough."""


def open_page(page, title):
    """Go to a page by its link in the navigation, so that the session lives on."""
    # On a phone the navigation is folded away, and the rail has links of the same names.
    navigation = page.get_by_test_id("stTopNav")
    place = navigation if navigation.count() else page.get_by_test_id("stMain")
    link = place.get_by_role("link", name=title, exact=True).first
    if title in MORE:
        page.get_by_test_id("stTopNavSection").click()
        link = page.get_by_role("menuitem", name=title, exact=True)
    if link.get_attribute("aria-current") == "page":
        if title in MORE:
            page.keyboard.press("Escape")
    else:
        before = page.locator("h1").inner_text(timeout=60_000)
        link.click()
        # The title is what a page's script shows first: from then on it runs, until it is settled.
        expect(page.locator("h1")).not_to_have_text(before, timeout=60_000)
    settled(page, quiet=150)


def upload(page, path, number=0):
    page.locator("input[type=file]").nth(number).set_input_files(str(path))
    page.wait_for_timeout(400)
    settled(page)


def read_sample(page, label="IT support", target=SUPPORT):
    """Read one of the invented resumes on the Start page, and aim at a role where one is named."""
    page.get_by_role("button", name=f"Sample: {label}").click()
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_be_visible(timeout=60_000)
    settled(page)
    if target:
        choose_role(page, target)


def choose_role(page, name, label="Your target"):
    """Choose the target in the rail, or the role that a page shows."""
    box = page.get_by_role("combobox", name=label)
    # A list that opens while the page still scrolls closes again.
    box.scroll_into_view_if_needed()
    settled(page)
    box.click()
    page.get_by_role("option", name=name, exact=True).click()
    expect(box).to_have_value(name)
    settled(page)


def downloaded(page, label):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return Path(waiting.value.path()).read_bytes()


def aim_at_posting(page, path=POSTING):
    """Paste a job posting where the page asks for the target, and aim at it."""
    page.get_by_text("Aim at a job posting").click()
    settled(page)
    page.get_by_role("textbox", name="Full text of the posting").fill(path.read_text(encoding="utf-8"))
    page.get_by_role("button", name="Aim at this posting").click()
    expect(page.get_by_role("heading", name="What are you aiming at?")).to_have_count(0)
    settled(page)


def fill_page(page, path):
    """Give the page at ``path`` what it asks for itself, beyond the resume."""
    if path == "cohort":
        folder = ROOT / "data" / "samples"
        page.locator("input[type=file]").first.set_input_files([str(one) for one in sorted(folder.glob("*.txt"))])
        expect(page.get_by_test_id("stMetric").first).to_be_visible(timeout=20_000)
        settled(page)
    if path == "internship":
        page.get_by_role("tab", name="Goals").click()
    if path == "internship" and page.get_by_role("button", name="Add goals for my first three").count():
        page.get_by_role("button", name="Add goals for my first three").click()
        settled(page)
        page.get_by_role("button", name="Change").first.click()
        settled(page)
