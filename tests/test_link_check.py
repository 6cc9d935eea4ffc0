"""Addresses of resources are opened politely, and what came of each is kept."""

import threading
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from skillgap.link_check import check_links, read_report

TODAY = date(2026, 11, 29)


class Site(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self):
        self.server.asked.append(self.path)
        if self.path == "/old":
            self.send_response(301)
            self.send_header("Location", "/new")
        else:
            self.send_response({"/gone": 404, "/busy": 503}.get(self.path, 200))
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    """A web site on this machine, with the paths that were asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def resources(known, site):
    """A resource for each path of the site."""
    base = f"http://127.0.0.1:{site.server_port}"
    one = next(iter(known.resources.values()))
    return [replace(one, id=path, url=f"{base}/{path}") for path in ("busy", "gone", "here", "old")]


def test_each_address_is_unchanged_moved_dead_or_not_reached(resources, tmp_path):
    found = list(check_links(resources, tmp_path / "links.jsonl", today=TODAY, wait=lambda _: None))

    assert [(one.resource_id, one.outcome, one.status) for one in found] == [
        ("busy", "not reached", 503), ("gone", "dead", 404), ("here", "unchanged", 200), ("old", "moved", 200),
    ]  # fmt: skip
    assert found[-1].final_url.endswith("/new")
    assert {one.seen for one in found} == {"2026-11-29"}


def test_what_stands_in_the_report_is_not_asked_again(resources, site, tmp_path):
    report = tmp_path / "links.jsonl"
    for _ in zip(check_links(resources, report, today=TODAY, wait=lambda _: None), range(2), strict=False):
        pass
    report.write_text(report.read_text(encoding="utf-8") + '{"resource_id": "cut o', encoding="utf-8")
    before = len(site.asked)

    list(check_links(resources, report, today=TODAY, wait=lambda _: None))

    assert site.asked[before:] == ["/old", "/new"] or site.asked[before:] == ["/here", "/old", "/new"]
    assert {one.resource_id for one in read_report(report)} >= {"busy", "gone"}
    assert sum(line.startswith("{") and line.endswith("}") for line in report.read_text().splitlines()) >= 4


def test_two_requests_to_one_host_have_a_pause_between_them(resources, tmp_path):
    pauses = []

    list(check_links(resources, tmp_path / "links.jsonl", today=TODAY, wait=pauses.append))

    assert pauses == [2.0, 2.0, 2.0]


def test_an_address_that_nobody_answers_is_not_called_dead(resources, tmp_path):
    silent = [replace(resources[0], url="http://127.0.0.1:9/nothing")]

    (found,) = check_links(silent, tmp_path / "links.jsonl", today=TODAY, wait=lambda _: None)

    assert (found.outcome, found.status) == ("not reached", 0)
