"""Several sessions at once, as the load benchmark opens them; it is run with fifty by hand."""

import asyncio
import sys
import tomllib
from pathlib import Path

import pytest

from benchmarks import load

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(sys.platform != "linux", reason="figures of the server are taken from /proc")
def test_sessions_at_once_see_nothing_of_each_other():
    async def five(address, pid):
        found, clients = await load.many(address, pid, 5, 2)
        await load.closed(clients)
        return found

    with load.served("ours", []) as (address, pid):
        found = asyncio.run(five(address, pid))

    assert (found["failed"], found["saw_their_own"], found["saw_others"]) == (0, 5, 0)


def test_the_settings_that_many_sessions_need_ship():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert settings["server"]["fileWatcherType"] == "none"
    assert settings["runner"]["postScriptGC"] is False
