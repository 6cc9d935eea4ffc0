"""The advisor's database on SQLite and on a real PostgreSQL: what is saved stays, what is deleted is gone."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path

import browsing
import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from skillgap import store
from skillgap.cli import app
from skillgap.errors import StoreConflictError, StoreError

DAY = date(2026, 9, 1)
PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), Path("/usr/local/bin"))
"""Where Debian's package keeps the programs of the server."""
CANARY = b"canary-of-one-student"


@pytest.fixture(scope="session")
def postgresql():
    """Address of a PostgreSQL server of this test run."""
    if not (PROGRAMS / "initdb").exists():
        why = "PostgreSQL is not installed: its tests cannot run (Debian: apt-get install postgresql)"
        pytest.fail(why) if browsing.must_have_browser() else pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    # the server refuses to run as root, as a container does
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "postgres", "postgres")
    port = browsing.free_port()
    run = {"check": True, "capture_output": True, "cwd": folder, **user}
    subprocess.run([PROGRAMS / "initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres", "-N"], **run)
    flags = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    start = [PROGRAMS / "pg_ctl", "-D", folder / "data", "-o", flags, "-w", "-l", folder / "log", "start"]
    subprocess.run(start, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user)
    yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    subprocess.run([PROGRAMS / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"], **run)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'office' / 'advisor.sqlite'}"
        return
    address = request.getfixturevalue("postgresql")
    yield address
    engine = sa.create_engine(address)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE IF EXISTS skillgap_records, skillgap_version"))
    engine.dispose()


@pytest.fixture
def kept(url):
    with store.open_store(url) as opened:
        yield opened


def test_what_is_saved_is_there_for_the_next_who_opens(kept, url):
    kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY)

    with store.open_store(url) as again:
        assert again.load("cohort", "Autumn") == (CANARY, 1)
        assert [(one.kind, one.name, one.revision, one.saved_on, one.size) for one in again.entries()] == [
            ("cohort", "Autumn", 1, DAY, len(CANARY))
        ]


def test_a_save_that_did_not_see_the_last_one_changes_nothing(kept, url):
    kept.save("cohort", "Autumn", b"first", seen=0, today=DAY)
    with store.open_store(url) as colleague:
        colleague.save("cohort", "Autumn", b"theirs", seen=1, today=DAY)

    with pytest.raises(StoreConflictError, match="Somebody else has saved"):
        kept.save("cohort", "Autumn", b"mine", seen=1, today=DAY)
    with pytest.raises(StoreConflictError):
        kept.save("cohort", "Autumn", b"new", seen=0, today=DAY)

    assert kept.load("cohort", "Autumn") == (b"theirs", 2)


def test_of_many_who_save_at_once_one_wins_and_the_others_are_told(kept, url):
    kept.save("cohort", "Autumn", b"0", seen=0, today=DAY)
    results = []

    def save(number):
        with store.open_store(url) as mine:
            try:
                mine.save("cohort", "Autumn", str(number).encode(), seen=1, today=DAY)
            except StoreConflictError:
                results.append(None)
            else:
                results.append(str(number).encode())

    threads = [threading.Thread(target=save, args=(number,)) for number in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 6
    winners = [one for one in results if one is not None]
    assert len(winners) == 1
    assert kept.load("cohort", "Autumn") == (winners[0], 2)


KILLED = """
import sys, time
import sqlalchemy as sa
from skillgap import store
opened = store.open_store(sys.argv[1])
with opened._engine.begin() as connection:
    connection.execute(sa.text("UPDATE skillgap_records SET revision = 9, body = body"))
    print("saving", flush=True)
    time.sleep(60)
"""


def test_a_process_killed_while_it_saves_leaves_what_was_saved(kept, url):
    kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY)
    command = [sys.executable, "-c", KILLED, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=browsing.ROOT) as saving:
        assert saving.stdout.readline() == "saving\n"
        saving.send_signal(signal.SIGKILL)

    assert kept.load("cohort", "Autumn") == (CANARY, 1)
    kept.save("cohort", "Autumn", b"later", seen=1, today=DAY)


def test_a_record_is_gone_after_its_last_day(kept):
    kept.save("cohort", "Spring", b"old", seen=0, today=DAY, keep_until=date(2026, 9, 2))
    kept.save("cohort", "Autumn", b"new", seen=0, today=DAY, keep_until=date(2027, 9, 2))
    kept.save("contacts", "Autumn", b"always", seen=0, today=DAY)

    assert kept.expire(date(2026, 9, 2)) == ()
    assert [one.name for one in kept.expire(date(2026, 9, 3))] == ["Spring"]
    assert [(one.kind, one.name) for one in kept.entries()] == [("cohort", "Autumn"), ("contacts", "Autumn")]
    assert [one.kind for one in kept.entries("contacts")] == ["contacts"]


def test_after_wiping_nothing_is_left(kept):
    for name in ("A", "B"):
        kept.save("cohort", name, CANARY, seen=0, today=DAY)

    kept.wipe()

    assert kept.entries() == ()
    with pytest.raises(StoreError, match="There is no saved record 'A'"):
        kept.load("cohort", "A")


def test_a_name_is_asked_for(kept):
    with pytest.raises(StoreError, match="1 to 200 characters"):
        kept.save("cohort", " ", b"", seen=0, today=DAY)


def test_too_large_a_record_is_refused_before_it_is_sent(kept, monkeypatch):
    monkeypatch.setattr(store, "MAX_BODY", 3)

    with pytest.raises(StoreError, match="4 bytes, but the limit is 3"):
        kept.save("cohort", "Autumn", b"four", seen=0, today=DAY)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "advisor.sqlite"


def opened(file):
    return store.open_store(f"sqlite:///{file}")


def test_the_file_is_its_owners_alone(file):
    with opened(file) as kept:
        kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_deleted_bytes_are_no_longer_in_the_file(file):
    with opened(file) as kept:
        kept.save("cohort", "Autumn", CANARY * 1000, seen=0, today=DAY)
        assert CANARY in file.read_bytes()

        kept.delete("cohort", "Autumn")

        assert CANARY not in file.read_bytes()
        assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_no_database_is_left_as_it_is(file):
    file.write_bytes(b"These are the minutes of a meeting. " * 100)
    before = file.read_bytes()

    with pytest.raises(StoreError, match="not a database"), opened(file):
        pass

    assert file.read_bytes() == before


def test_a_damaged_database_is_left_as_it_is(file):
    with opened(file) as kept:
        kept.save("cohort", "Autumn", CANARY * 5000, seen=0, today=DAY)
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * 6000 + whole[6100:])
    before = file.read_bytes()

    with pytest.raises(StoreError, match="damaged"), opened(file):
        pass

    assert file.read_bytes() == before


def test_the_database_of_another_program_is_left_as_it_is(file):
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")

    with pytest.raises(StoreError, match="another program"), opened(file):
        pass

    with contextlib.closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]


def test_a_database_of_a_newer_version_is_left_as_it_is(file):
    with opened(file) as kept:
        kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY)
    with contextlib.closing(sqlite3.connect(file)) as newer, newer:
        newer.execute("UPDATE skillgap_version SET version_num = '9999'")

    with pytest.raises(StoreError, match="newer version"), opened(file):
        pass


def test_a_locked_database_is_told_and_nothing_is_lost(file, monkeypatch):
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    with opened(file) as kept, contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY)
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(StoreError, match="Another program has locked the database"):
            kept.save("cohort", "Autumn", b"new", seen=1, today=DAY)

        other.execute("ROLLBACK")
        assert kept.load("cohort", "Autumn") == (CANARY, 1)


def test_a_full_disk_is_told_and_nothing_is_lost(file):
    with opened(file) as kept:
        kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY)
        sa.event.listen(kept._engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA max_page_count=8"))

        with pytest.raises(StoreError, match="disk of the database is full"):
            kept.save("cohort", "Autumn", b"x" * 500_000, seen=1, today=DAY)

        assert kept.load("cohort", "Autumn") == (CANARY, 1)


def test_an_address_that_is_none_is_told():
    with pytest.raises(StoreError, match="not a database address"):
        store.open_store("minutes of the meeting")


def test_a_server_that_does_not_answer_is_told():
    with pytest.raises(StoreError, match="cannot be reached"):
        store.open_store(f"postgresql+psycopg://nobody@127.0.0.1:{browsing.free_port()}/none")


def test_the_setting_names_the_database(file, monkeypatch):
    monkeypatch.setenv(store.URL_SETTING, f"sqlite:///{file}")

    with store.open_store():
        pass

    assert file.exists()


def test_the_commands_list_export_and_wipe_what_is_kept(file, monkeypatch):
    monkeypatch.setenv(store.URL_SETTING, f"sqlite:///{file}")
    with opened(file) as kept:
        kept.save("cohort", "Autumn", CANARY, seen=0, today=DAY, keep_until=date(2027, 1, 31))
        kept.save("snapshot", "Packed", b"\xff\x00", seen=0, today=DAY)
    run = CliRunner().invoke

    listed = json.loads(run(app, ["store", "list", "--format", "json"]).stdout)
    exported = json.loads(run(app, ["store", "export"]).stdout)

    assert [(one["name"], one["keep_until"]) for one in listed] == [("Autumn", "2027-01-31"), ("Packed", "")]
    assert [one.get("text", one.get("base64")) for one in exported] == [CANARY.decode(), "/wA="]
    assert run(app, ["store", "wipe"], input="n\n").exit_code == 1
    assert len(json.loads(run(app, ["store", "list", "--format", "json"]).stdout)) == 2
    assert run(app, ["store", "wipe"], input="y\n").exit_code == 0
    assert json.loads(run(app, ["store", "list", "--format", "json"]).stdout) == []
