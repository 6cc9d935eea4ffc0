"""Every word and column of the dashboard is explained, in one place."""

import importlib
import json
import pkgutil

from browsing import ROOT
from streamlit.testing.v1 import AppTest

from skillgap import tables
from skillgap.ui import glossary

TABLES = {
    f"{module.name}.{name}": value
    for module in pkgutil.iter_modules(tables.__path__, "skillgap.tables.")
    for name, value in vars(importlib.import_module(module.name)).items()
    if name.endswith("_COLUMNS") or name == "DETAILS"
}
NOT_SHOWN = {"links", "roles"}
"""Columns of exports that no page shows."""


def test_every_column_of_every_table_is_explained():
    assert {"skillgap.tables.plan.PLAN_COLUMNS", "skillgap.tables.gaps.TOPIC_COLUMNS"} <= set(TABLES)
    explained = {*glossary.COLUMNS, *NOT_SHOWN}
    missing = [
        f"{name}: {column}"
        for name, columns in TABLES.items()
        for column in columns
        if column.replace("_", " ") not in explained
    ]

    assert not missing, "\n".join(missing)


def test_an_explanation_is_a_sentence():
    explanations = (*glossary.TERMS.values(), *glossary.COLUMNS.values())
    wrong = [words for words in explanations if not words[0].isupper() or not words.endswith(".")]

    assert not wrong, "\n".join(wrong)


def app(page):
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    next(button for button in opened.button if button.label == "Sample: Data").click().run()
    opened.selectbox(key="role").set_value("data-analyst-intern").run()
    opened.session_state["counted"] = True
    return opened.switch_page(f"skillgap/ui/pages/{page}.py").run()


def test_a_table_explains_its_columns_and_keeps_their_format():
    shown = next(frame for frame in app("gaps").dataframe if "points" in frame.value)

    columns = json.loads(shown.proto.columns)
    assert columns["points"]["help"] == glossary.TERMS["Points"]
    assert columns["points"]["type_config"]["format"] == "%.2f"
    assert columns["skill"]["help"] == "The skill. If several are named, one of them is enough."


def test_the_about_page_explains_every_term():
    told = " ".join(element.value for element in app("about").markdown)

    assert [term for term, words in glossary.TERMS.items() if f"**{term}**: {words}" not in told] == []
