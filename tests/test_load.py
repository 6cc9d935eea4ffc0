"""Several sessions at once, as the load benchmark opens them; it is run with fifty by hand."""

import asyncio
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
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

    # a loop of its own: the browser of other tests keeps one running in this thread
    with load.served("ours", []) as (address, pid), ThreadPoolExecutor(1) as aside:
        found = aside.submit(asyncio.run, five(address, pid)).result()

    assert (found["failed"], found["saw_their_own"], found["saw_others"]) == (0, 5, 0)


def test_the_settings_that_many_sessions_need_ship():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert settings["server"]["fileWatcherType"] == "none"
    assert settings["runner"]["postScriptGC"] is False
