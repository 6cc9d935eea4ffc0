"""The dashboard is for this machine alone unless its owner opens it, and it asks for nothing at the first start."""

import os
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import browsing
import pytest
from streamlit import config

from skillgap import locations
from skillgap.cli import app

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.fixture
def start(monkeypatch):
    """What ``skillgap dashboard`` gives to Streamlit: its arguments."""
    monkeypatch.setattr(sys, "argv", ["skillgap"])
    monkeypatch.setenv("SKILLGAP_DATA", "")  # so that it is set back, whatever the command makes of it
    monkeypatch.setattr(runpy, "run_module", lambda *_, **__: None)

    def make(*arguments):
        app(list(arguments), standalone_mode=False)
        return sys.argv

    return make


def test_the_server_listens_on_this_machine_alone():
    assert SETTINGS["server"]["address"] == "localhost"


def test_nothing_is_asked_and_nothing_is_sent():
    assert SETTINGS["server"]["showEmailPrompt"] is False
    assert SETTINGS["browser"]["gatherUsageStats"] is False


def test_streamlit_knows_every_setting():
    def names(table, prefix=""):
        for key, value in table.items():
            yield from names(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"]

    assert set(names(SETTINGS)) - set(config.get_config_options()) == set()


def test_the_first_start_on_a_machine_with_a_display_does_not_wait_for_an_answer(tmp_path):
    port = browsing.free_port()
    new_user = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "BROWSER": "true"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "false"]

    with subprocess.Popen(
        [*command, "--server.port", str(port)], cwd=ROOT, env=new_user, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        try:
            assert browsing.healthy(f"http://localhost:{port}")
        finally:
            server.terminate()
            shown = server.communicate()[0].decode()

    assert f"http://localhost:{port}" in shown
    assert "Email" not in shown
    assert "External URL" not in shown


def test_the_command_starts_the_dashboard_on_this_machine_alone(start):
    assert start("dashboard") == [
        *("streamlit", "run", str(locations.APP)),
        *("--server.address", "localhost", "--server.port", "8501"),
    ]


def test_the_command_hands_host_port_and_all_other_options_on(start):
    arguments = start("dashboard", "--host", "0.0.0.0", "--port", "80", "--server.headless", "true")  # noqa: S104

    assert arguments[3:] == ["--server.address", "0.0.0.0", "--server.port", "80", "--server.headless", "true"]  # noqa: S104


def test_the_dashboard_reads_the_data_that_the_command_names(start):
    start("--data", "my-roles", "dashboard")

    assert os.environ["SKILLGAP_DATA"] == "my-roles"
