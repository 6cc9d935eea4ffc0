"""How long a page takes to run again, beside a bare Streamlit page with the same elements and nothing to work out.

    python -m benchmarks.pages [PAGE ...]

Both run in Streamlit's own AppTest in this process, in turn, so that both meet the same machine. Each page is opened
with an invented resume read and a target chosen (three resumes on Cohort). The bare twin is made of what the page
showed: as many elements of the same kinds with the same words, tables, figures and choices, under the same navigation.
Of each the median of several runs is taken, every one after another role was chosen where the page asks for one: two
roles take turns, each with a twin of its own. Beside it stands what a role takes that is chosen for the first time, of
which the session can remember nothing. What is measured is computing time, so that other programs on the machine
do not count. Compiled scripts are kept from run to run, as a server keeps them.
"""

import importlib
import json
import statistics
import sys
import time

import plotly.graph_objects as go
import streamlit as st
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from tests.browsing import PAGES, ROOT

RUNS = 16
NEW = 5
"""Roles chosen for the first time, of which the median is told beside."""
TWICE = 2.0
TWIN = """
import streamlit as st
from benchmarks import pages
st.set_page_config(page_title="bare", layout="wide")
st.navigation([st.Page(pages.shown if number == 0 else pages.nothing, title=title, url_path=path)
    for number, (title, path) in enumerate(pages.navigation())], position="top").run()
"""
ELEMENTS = []
"""What the twin that runs next shows, in order: a function of Streamlit and its arguments, made beforehand."""
PLAIN = {"title": st.title, "header": st.header, "subheader": st.subheader, "markdown": st.markdown, "text": st.text}
ALERTS = {"info": st.info, "warning": st.warning, "error": st.error, "success": st.success, "caption": st.caption}
CHOICES = {"selectbox": st.selectbox, "radio": st.radio, "multiselect": st.multiselect, "button_group": st.pills}


def navigation():
    """The twin's first, then as many pages as the dashboard has."""
    return [("Twin", "twin"), *((title, path) for title, path in PAGES[1:])]


def nothing():
    """An empty page."""


def shown():
    """The twin's page."""
    for make, values, options in ELEMENTS:
        make(*values, **options)


def likeness(element, number):
    """The call that shows an element of the same kind and size."""
    if hasattr(element, "children"):
        return st.container, (), {"border": False}
    kind, key, proto = element.type, f"twin-{number}", getattr(element, "proto", None)
    label = getattr(element, "label", "") or kind
    if kind in PLAIN or kind in ALERTS:
        return (PLAIN | ALERTS)[kind], (element.value,), {}
    if kind in CHOICES:
        return CHOICES[kind], (label, list(element.options)), {"key": key}
    if kind == "dataframe":
        return st.dataframe, (element.value,), {"hide_index": True}
    if kind == "plotly_chart":
        return st.plotly_chart, (go.Figure(json.loads(proto.spec)),), {"key": key}
    if kind == "metric":
        return st.metric, (label, element.value), {}
    if kind == "html":
        return st.html, (proto.body,), {}
    if kind == "download_button":
        return st.download_button, (label, b"x" * 1000), {"key": key, "on_click": "ignore"}
    makers = {"button": st.button, "toggle": st.toggle, "checkbox": st.checkbox, "text_input": st.text_input,
              "text_area": st.text_area, "number_input": st.number_input, "date_input": st.date_input,
              "file_uploader": st.file_uploader}  # fmt: skip
    return (makers[kind], (label,), {"key": key}) if kind in makers else (st.text, (label,), {})


def leaves(block):
    """Every element within a block, in order; a box that holds others counts as an element."""
    for child in block.children.values():
        if hasattr(child, "children"):
            yield child
            yield from leaves(child)
        else:
            yield child


def opened(path):
    """The dashboard at a page, with everything that the page asks for."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    next(button for button in app.button if button.label == "Sample: IT support").click().run()
    app.selectbox(key="role").set_value("it-support-intern").run()
    app.switch_page(f"skillgap/ui/pages/{path}.py").run()
    if path == "cohort":
        files = sorted((ROOT / "data" / "samples").glob("*.txt"))
        app.file_uploader[0].set_value([(one.name, one.read_bytes(), "text/plain") for one in files]).run()
    if app.exception:
        sys.exit(f"{path}: {app.exception[0].value}")
    return app


def likenesses(app):
    """The calls that show what ``app`` shows."""
    return [likeness(element, number) for number, element in enumerate(leaves(app.main))]


def twin(elements):
    """A bare page that shows these elements."""
    ELEMENTS[:] = elements
    bare = AppTest.from_string(TWIN, default_timeout=120).run()
    if bare.exception:
        sys.exit(f"the twin fails: {bare.exception[0].value}")
    return bare


def again(app, role):
    """Milliseconds of computing in one run after the role at this place was chosen, where there is one to choose."""
    box = next((one for one in app.selectbox if one.label in ("Your target", "Internship role")), None)
    if box:
        box.set_value(box.options[role])
    start = time.process_time()
    app.run()
    return (time.process_time() - start) * 1000


def compared(app):
    """Milliseconds of the bare twin and of the page in each run, two roles in turn, each with a twin of its own."""
    shows, bares = [], []
    for role in range(2):
        again(app, role)
        shows.append(likenesses(app))
        bares.append(twin(shows[role]))
    for run in range(RUNS):
        role = run % 2
        ELEMENTS[:] = shows[role]
        yield again(bares[role], role), again(app, role)


def keep_scripts():
    """Let AppTest keep the compiled scripts from run to run, as a server does: by itself it compiles them each time."""
    kept = ScriptCache()
    for module in (app_test, local_script_runner):
        module.ScriptCache = lambda: kept


def main(wanted):
    keep_scripts()
    worst = 0.0
    print(f"{'page':12} {'elements':>8} {'bare':>9} {'page':>9} {'ratio':>6} {'new role':>9}")
    for _, path in PAGES:
        if wanted and path not in wanted:
            continue
        app = opened(path)
        new = statistics.median(again(app, role) for role in range(2, 2 + NEW))
        alone, whole = (statistics.median(values) for values in zip(*compared(app), strict=True))
        worst = max(worst, whole / alone)
        print(f"{path:12} {len(ELEMENTS):8} {alone:6.1f} ms {whole:6.1f} ms {whole / alone:6.2f} {new:6.1f} ms")
    print(f"worst ratio {worst:.2f}, aim {TWICE:.2f}")


if __name__ == "__main__":
    # The twin's page imports this module by its name; it must be the one that knows the elements.
    importlib.import_module("benchmarks.pages").main(sys.argv[1:])
