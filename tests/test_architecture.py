"""The plan of the house, held against the source: who may import whom, and which room knows which library."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOORS = {
    "bounded": 0, "characters": 0, "errors": 0, "local_files": 0, "locations": 0, "model": 0, "saved_json": 0,
    "lexicon": 1, "taxonomy": 1, "documents": 1, "store": 1,
    "nlp": 2, "profile": 2, "gap": 2, "plan": 2, "schedule": 2, "posting": 2, "workspace": 2, "progress": 2,
    "feedback": 2, "internship": 2, "link_check": 2,
    "skill_rows": 3, "role_ranking": 3, "pipeline": 3, "tables": 3,
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
    "PIL": {"documents"},
    "docx": {"documents"},
    "plotly": {"charts", "ui"},
    "pandas": {"tables", "charts", "export", "cli", "ui"},
    "streamlit": {"ui", "app"},
    "scipy": {"plan", "cohort"},
    "openpyxl": {"export"},
    "icalendar": {"export"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "platformdirs": {"store"},
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


def test_a_module_imports_only_from_floors_below_its_own():
    offenders = []
    for path in SOURCES:
        own = room(path)
        for name in imports(path):
            other = name.split(".")[1] if name.startswith("skillgap.") else own
            if other == own:
                continue
            place = f"{path.relative_to(ROOT)} imports {name}"
            offenders += [f"{place}: no floor is known for {one}" for one in (own, other) if one not in FLOORS]
            if FLOORS.get(other, 0) > FLOORS.get(own, 0):
                offenders.append(f"{place}, which stands above it")
            if {own, other} <= STRANGERS:
                offenders.append(f"{place}: transformations are strangers")

    assert offenders == []


def test_each_outside_library_has_its_room():
    offenders = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in SOURCES
        for name in imports(path)
        if (library := name.split(".")[0]) in OWNERS and room(path) not in OWNERS[library]
    ]

    assert offenders == []


def test_only_session_names_the_session():
    naming = {path.name for path in SOURCES if "session_state" in path.read_text(encoding="utf-8")}

    assert naming == {"session.py"}


def test_no_import_hides_inside_a_function():
    offenders = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    ]

    assert offenders == []


def test_a_page_is_thin():
    lines = {
        path.name: len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "skillgap" / "ui" / "pages").glob("*.py")
    }

    assert lines
    assert {name: count for name, count in lines.items() if count > 80} == {}


def test_the_reading_of_resumes_is_typed_throughout():
    for path in (ROOT / "skillgap" / "nlp").glob("*.py"):
        untyped = re.findall(r"Any|type: ignore|user_data", path.read_text(encoding="utf-8"))
        assert not untyped, f"{path.name}: {untyped}"
