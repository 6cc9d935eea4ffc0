"""The plan of the house, held against the source: who may import whom, and which room knows which library."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = {
    "characters": 0, "errors": 0, "model": 0,
    "lexicon": 1, "taxonomy": 1, "documents": 1,
    "nlp": 2, "profile": 2, "gap": 2, "plan": 2, "schedule": 2, "posting": 2, "workspace": 2, "progress": 2,
    "feedback": 2, "internship": 2,
    "pipeline": 3, "tables": 3,
    "cohort": 4, "charts": 4, "export": 4, "evaluation": 4,
    "ui": 5, "cli": 5, "__main__": 6,
}  # fmt: skip
STRANGERS = {"nlp", "profile", "gap", "plan", "schedule", "posting", "progress", "feedback"}
"""The transformations know nothing of each other."""
OWNERS = {
    "spacy": {"nlp"},
    "pdfplumber": {"documents"},
    "pdfminer": {"documents"},
    "pypdfium2": {"documents"},
    "docx": {"documents"},
    "plotly": {"charts", "ui"},
    "pandas": {"tables", "charts", "export", "cli", "ui"},
    "streamlit": {"ui", "app"},
    "scipy": {"plan"},
    "openpyxl": {"export"},
    "icalendar": {"export"},
    "typer": {"cli"},
    "rich": {"cli"},
}
SOURCES = sorted(path for path in (ROOT / "skillgap").rglob("*.py") if path != ROOT / "skillgap" / "__init__.py")


def room(path):
    return path.relative_to(ROOT / "skillgap").parts[0].removesuffix(".py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield from (f"{base}.{alias.name}" for alias in node.names) if base == "skillgap" else (base,)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_floors_below_its_own(path):
    own = room(path)
    for name in imports(path):
        other = name.split(".")[1] if name.startswith("skillgap.") else own
        if other == own:
            continue
        assert FLOORS[other] <= FLOORS[own], f"{own} imports {other}, which stands above it"
        assert not {own, other} <= STRANGERS, f"{own} imports {other}: transformations are strangers"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_outside_library_has_its_room(path):
    for name in imports(path):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or room(path) in owners


def test_only_session_names_the_session():
    naming = {path.name for path in SOURCES if "session_state" in path.read_text(encoding="utf-8")}

    assert naming == {"session.py"}


def test_no_import_hides_inside_a_function():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                inner = [one for one in ast.walk(node) if isinstance(one, ast.Import | ast.ImportFrom)]
                assert not inner, f"{path.name}: {node.name}"


def test_a_page_is_thin():
    for path in (ROOT / "skillgap" / "ui" / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 80, path.name
