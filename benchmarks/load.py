"""Load test with many sessions, on the dashboard and on a bare Streamlit page in one run.

    python -m benchmarks.load [--sessions 50] [--clicks 5] [--row 0] [--apps ours prototype] [--set NAME=VALUE ...]

Each session uploads a resume with a unique word, and searches all received messages for the words of the others.
The figures are printed as JSON, one line for each app.
"""

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from benchmarks.streamlit_client import Client

ROOT = Path(__file__).parents[1]
APPS = {"ours": ROOT / "app.py", "prototype": ROOT / "benchmarks" / "prototype.py"}
RESUME = (ROOT / "data" / "samples" / "it-support.txt").read_text(encoding="utf-8")
TICK = os.sysconf("SC_CLK_TCK")


@contextmanager
def served(app, settings):
    """Start an app with the shipped and the given settings; yield its address and process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless", "true", "--server.port", str(port), "--server.address", "127.0.0.1"]
    for one in settings:
        name, _, value = one.partition("=")
        options += [f"--{name}", value]
    command = [sys.executable, "-m", "streamlit", "run", str(APPS[app]), *options]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).close()  # noqa: S310
                    break
                except OSError:
                    time.sleep(0.1)
            yield address, server.pid
        finally:
            server.terminate()


def processor(pid):
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory(pid):
    """Resident memory of a process in megabytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def handles(pid):
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


UPLOADER = ""
"""Prefix of the uploader's label; the empty prefix matches the first uploader of a page."""


def resume(word):
    return f"{word}\n{RESUME}".encode()


async def gathered(jobs):
    """Results of all jobs; exceptions are returned, not raised."""
    return await asyncio.gather(*jobs, return_exceptions=True)


async def click(client, times):
    """Seconds of each of ``times`` runs of the page."""
    return [await client.run() for _ in range(times)]


async def many(address, pid, count, clicks):
    """Figures of ``count`` simultaneous sessions, and the sessions, which stay open."""
    begun, used = time.perf_counter(), processor(pid)
    clients = [Client(address, f"canary{number:04d}x") for number in range(count)]
    opened = await gathered(client.__aenter__() for client in clients)
    first = await gathered(client.run() for client in clients)
    figures = {
        "sessions": count,
        "opening_seconds": time.perf_counter() - begun,
        "opening_processor": processor(pid) - used,
    }
    begun = time.perf_counter()
    uploads = await gathered(client.upload(UPLOADER, f"{client.name}.txt", resume(client.name)) for client in clients)
    figures["uploads_a_second"] = count / (time.perf_counter() - begun)
    begun = time.perf_counter()
    runs = await gathered(click(client, clicks) for client in clients)
    figures["runs_a_second"] = count * clicks / (time.perf_counter() - begun)
    failed = [one for one in (*opened, *first, *uploads, *runs) if isinstance(one, BaseException)]
    figures["failed"] = len(failed)
    names = {client.name.encode() for client in clients}
    figures["saw_their_own"] = sum(client.name.encode() in client.seen for client in clients)
    figures["saw_others"] = sum(
        any(name in client.seen for name in names - {client.name.encode()}) for client in clients
    )
    figures["megabytes"] = memory(pid)
    return figures, clients


async def closed(clients):
    await gathered(client.__aexit__() for client in clients)


async def settled_memory(pid, most, seconds=60):
    """Megabytes once they are at most ``most``, or after ``seconds`` at the latest."""
    until = time.monotonic() + seconds
    while memory(pid) > most and time.monotonic() < until:
        await asyncio.sleep(1)
    return memory(pid)


async def uploads_in_a_row(address, pid, count):
    """Growth of memory and file handles over ``count`` uploads of one session."""
    async with Client(address, "row") as client:
        await client.run()
        for number in range(20):
            await client.upload(UPLOADER, "a.txt", resume(f"warm{number}"))
        before = memory(pid), handles(pid)
        for number in range(count):
            await client.upload(UPLOADER, "a.txt", resume(f"row{number}"))
        after = memory(pid), handles(pid)
    return {"uploads": count, "growth_megabytes": after[0] - before[0], "growth_handles": after[1] - before[1]}


async def measured(app, address, pid, options):
    """Measure all figures of an app."""
    async with Client(address, "alone") as alone:
        await alone.run()
        await alone.upload(UPLOADER, "alone.txt", resume("alone"))
        figures = {"app": app, "click_alone": statistics.median(await click(alone, 15))}
        # A few sessions run first, so that libraries and caches loaded once do not count as growth.
        _, clients = await many(address, pid, 5, 2)
        await closed(clients)
        figures["megabytes_before"] = memory(pid)
        found, clients = await many(address, pid, options.sessions, options.clicks)
        figures |= found
        figures["click_with_them"] = statistics.median(await click(alone, 15))
        figures["click_ratio"] = figures["click_with_them"] / figures["click_alone"]
        await closed(clients)
        figures["megabytes_after"] = await settled_memory(pid, 1.05 * figures["megabytes_before"], options.wait)
        if options.twice:
            found, clients = await many(address, pid, 2 * options.sessions, 1)
            figures["twice"] = {name: found[name] for name in ("sessions", "failed", "saw_their_own", "saw_others")}
            await closed(clients)
    if options.row:
        figures["row"] = await uploads_in_a_row(address, pid, options.row)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--clicks", type=int, default=5)
    parser.add_argument("--row", type=int, default=0, help="uploads in a row at the end")
    parser.add_argument("--twice", action="store_true", help="twice as many sessions at the end")
    parser.add_argument("--wait", type=int, default=60, help="seconds for the memory to fall")
    parser.add_argument("--apps", nargs="+", choices=sorted(APPS), default=["ours", "prototype"])
    parser.add_argument("--set", nargs="*", default=[], help="settings of Streamlit in place of those that ship")
    options = parser.parse_args()
    for app in options.apps:
        with served(app, options.set) as (address, pid):
            figures = asyncio.run(measured(app, address, pid, options))
        print(
            json.dumps({name: round(one, 4) if isinstance(one, float) else one for name, one in figures.items()}),
            flush=True,
        )


if __name__ == "__main__":
    main()
