"""Takes the pictures of the documentation: an invented student on every page, as small PNG files.

    python -m docs.screenshots

Starts the dashboard, reads the invented resume on IT support, and goes through the pages that app.py names: each on a
laptop in the light theme, and the first ones (``ALSO``) on a phone and in the dark theme. Needs Chromium and
requirements-dev.txt.
"""

from pathlib import Path

from PIL import Image

from tests import browsing

FOLDER = Path(__file__).parent / "screenshots"
EXAMPLE = Path(__file__).parents[1] / "skillgap" / "ui" / "images" / "overview.png"
"""The picture of a result on the Start page."""
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
ALSO = ("start", "resume", "gaps", "plan")
DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]') &&
    [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((one) => one.querySelector('.main-svg'))"""
"""Whether every table and figure is there."""
COLOURS = 128
"""Enough for flat colours and the edges of letters; a picture stays under 100 kB."""


def save(page, path):
    """The window as it is, with few colours."""
    page.mouse.move(0, 0)
    page.wait_for_function(DRAWN, timeout=60_000)
    page.wait_for_timeout(800)
    page.screenshot(path=path)
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def tour(browser, address, *, size, scheme, wanted, suffix):
    """One session that goes through the wanted pages."""
    context = browser.new_context(viewport=browsing.WIDE, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    browsing.settled(page)
    browsing.read_sample(page)
    for title, path in browsing.PAGES:
        if path not in wanted:
            continue
        page.set_viewport_size(browsing.WIDE)
        browsing.open_page(page, title)
        browsing.fill_page(page, path)
        page.set_viewport_size(size)
        if path == "resume":
            page.locator(".view").evaluate("one => one.scrollIntoView({block: 'start'})")
        else:
            page.get_by_test_id("stMain").evaluate("one => one.scrollTo(0, 0)")
        save(page, FOLDER / f"{path}{suffix}.png")
    context.close()


def example(browser, address):
    """What the invented resume comes to, below the navigation, for the Start page."""
    page = browser.new_page(viewport={"width": 1120, "height": 780})
    page.goto(address)
    browsing.settled(page)
    browsing.read_sample(page)
    page.add_style_tag(content="[data-testid=stHeader] { display: none; } .stMainBlockContainer { padding-top: 1rem; }")
    save(page, EXAMPLE)
    page.close()


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    every = [path for _, path in browsing.PAGES if path != "forget"]
    with browsing.served() as address, browsing.chromium() as browser:
        example(browser, address)
        tour(browser, address, size=LAPTOP, scheme="light", wanted=every, suffix="")
        tour(browser, address, size=LAPTOP, scheme="dark", wanted=ALSO, suffix="-dark")
        tour(browser, address, size=PHONE, scheme="light", wanted=ALSO, suffix="-phone")
    pictures = sorted(FOLDER.glob("*.png"))
    print(f"{len(pictures)} pictures, {sum(one.stat().st_size for one in pictures) / 1024:.0f} kB, in {FOLDER}")


if __name__ == "__main__":
    main()
