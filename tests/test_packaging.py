"""The wheel: it holds what the commands need, and the commands work from any folder."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from types import SimpleNamespace

import browsing
import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
IMPORTED_AS = {
    "PIL": "pillow",
    "ahocorasick": "pyahocorasick",
    "charset_normalizer": "charset-normalizer",
    "pdfminer": "pdfminer.six",
}
"""Libraries whose package has another name."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel in an environment of its own, which borrows the dependencies of this one."""
    folder = tmp_path_factory.mktemp("installed")
    builder = venv.EnvBuilder()
    environment = builder.ensure_directories(folder / "venv")
    builder.create(folder / "venv")
    pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    pip(sys.executable, "--python", environment.env_exe, "install", "--no-deps", "--no-index", wheel)
    inside = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([environment.env_exe, "-c", inside], capture_output=True, text=True, check=True).stdout
    borrowed = [path for path in sys.path if Path(path).name in {"site-packages", "dist-packages"}]
    (Path(packages.strip()) / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return SimpleNamespace(python=environment.env_exe, command=Path(environment.bin_path) / "skillgap", cwd=elsewhere)


def pip(python, *arguments):
    subprocess.run([python, "-m", "pip", "-q", *map(str, arguments)], check=True, cwd=ROOT)


def run(installed, *command):
    done = subprocess.run(
        [*map(str, command)],
        cwd=installed.cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_has_the_same_subcommands_as_the_module(installed):
    assert run(installed, installed.command, "--help") == run(installed, installed.python, "-m", "skillgap", "--help")


def test_the_installed_command_lists_the_roles_from_another_folder(installed, known):
    shown = run(installed, installed.command, "roles", "--format", "csv")

    assert [line.split(",")[0] for line in shown.splitlines()[1:]] == list(known.roles)


def test_the_installed_command_reads_a_pdf(installed):
    shown = run(installed, installed.command, "analyze", ROOT / "tests/fixtures/resumes/support_one_column.pdf")

    assert "Active Directory" in shown


def test_the_installed_code_and_data_are_those_of_the_wheel(installed):
    program = "from skillgap import locations; print(locations.DATA, locations.APP, sep='\\n')"

    data, app = map(Path, run(installed, installed.python, "-c", program).splitlines())

    assert (data.parts[-3:], app.parts[-4:]) == (
        ("site-packages", "skillgap", "data"),
        ("site-packages", "skillgap", "dashboard", "app.py"),
    )
    assert sorted(file.relative_to(data) for file in data.rglob("*")) == sorted(
        file.relative_to(ROOT / "data") for file in (ROOT / "data").rglob("*")
    )
    for name in (".streamlit/config.toml", "app.py"):
        assert (app.parent / name).read_bytes() == (ROOT / name).read_bytes()
    for name in ("py.typed", "ui/style.css", "ui/images/logo.svg"):
        assert (data.parent / name).is_file()


def test_the_installed_pages_open_and_link_to_each_other(installed):
    program = (
        "from streamlit.testing.v1 import AppTest\n"
        "from skillgap import locations\n"
        "app = AppTest.from_file(str(locations.APP), default_timeout=60).run()\n"
        "print(len(app.title), len(app.exception))\n"
        "app.switch_page('../ui/pages/resume.py').run()\n"
        "print([link.label for link in app.get('page_link')], len(app.exception))\n"
    )

    assert run(installed, installed.python, "-c", program).splitlines() == [
        "1 0",
        "['Resume', 'Target', 'Gaps', 'Plan', 'Prove it', 'Go to Start'] 0",
    ]


def test_the_dashboard_starts_from_another_folder_and_answers_on_localhost(installed):
    port = browsing.free_port()
    options = ["--port", str(port), "--server.headless", "true", "--server.baseUrlPath", "skills"]
    command = [installed.command, "dashboard", *options]

    with subprocess.Popen([*map(str, command)], cwd=installed.cwd) as server:
        try:
            assert browsing.healthy(f"http://localhost:{port}/skills")
        finally:
            server.terminate()


def test_the_requirements_are_those_that_the_project_declares():
    def lines(name):
        return [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line]

    assert lines("requirements.txt") == PROJECT["dependencies"]
    assert lines("requirements-dev.txt") == ["-r requirements.txt", *EXTRAS["dev"]]


@pytest.mark.parametrize(
    ("folder", "declared"),
    [
        ("skillgap", PROJECT["dependencies"]),
        ("benchmarks", [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["bench"]]),
    ],
)
def test_every_library_that_is_imported_is_declared(folder, declared):
    names = {re.match(r"[\w.-]+", line).group() for line in declared}
    ours = {"skillgap", "benchmarks", "tests", *sys.stdlib_module_names}
    imported = {
        name.split(".")[0]
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
    }

    assert {IMPORTED_AS.get(name, name) for name in imported - ours} - names == set()


def test_the_types_are_declared():
    assert "Typing :: Typed" in PROJECT["classifiers"]
