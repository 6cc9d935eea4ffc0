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
LAPTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
ALSO = ("start", "resume", "gaps", "plan")
DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]') &&
    [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((one) => one.querySelector('.main-svg'))"""
"""Whether every table and figure is there."""
COLOURS = 128
"""Enough for flat colours and the edges of letters; a picture stays under 100 kB."""


def save(page, name):
    """The window as it is, with few colours."""
    path = FOLDER / f"{name}.png"
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
        save(page, f"{path}{suffix}")
    context.close()


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    every = [path for _, path in browsing.PAGES]
    with browsing.served() as address, browsing.chromium() as browser:
        tour(browser, address, size=LAPTOP, scheme="light", wanted=every, suffix="")
        tour(browser, address, size=LAPTOP, scheme="dark", wanted=ALSO, suffix="-dark")
        tour(browser, address, size=PHONE, scheme="light", wanted=ALSO, suffix="-phone")
    pictures = sorted(FOLDER.glob("*.png"))
    print(f"{len(pictures)} pictures, {sum(one.stat().st_size for one in pictures) / 1024:.0f} kB, in {FOLDER}")


if __name__ == "__main__":
    main()
