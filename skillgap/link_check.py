"""Opens the addresses of the learning resources and reports which are unchanged, moved or dead.

It sends one request at a time and pauses between two requests to one host. Each result is one JSON line of a report. A
second run skips the addresses in the report.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from http.client import HTTPException
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from skillgap.model.learning import Resource

Outcome = Literal["unchanged", "moved", "dead", "not reached"]
PAUSE = 2.0
"""Seconds between two requests to one host."""
TIMEOUT = 20.0
"""Seconds to wait for an answer."""
AGENT = "skillgap-link-check/1 (looks at the addresses of learning resources once)"
GONE = frozenset({404, 410})
"""Statuses of a page that is gone; others (403, 429, 500) may concern the request or pass."""


@dataclass(frozen=True, slots=True)
class LinkResult:
    """The result of one address.

    Attributes:
        resource_id: The resource.
        url: Its address.
        outcome: "unchanged", "moved", "dead", or "not reached" for any other status.
        status: HTTP status, 0 without an answer.
        final_url: The address after redirects.
        seen: ISO date of the request.
    """

    resource_id: str
    url: str
    outcome: Outcome
    status: int
    final_url: str
    seen: str


def check_links(
    resources: Iterable[Resource], report: Path, *, today: date, wait: Callable[[float], None] = time.sleep
) -> Iterator[LinkResult]:
    """Open each address that the report does not hold yet, and append each result to the report at once.

    Args:
        resources: The resources to open.
        report: JSON Lines file of the results.
        today: Day of the requests.
        wait: Called with the seconds to pause between two requests to one host.
    """
    known = {one.url for one in read_report(report)}
    hosts: set[str] = set()
    # a run that was killed may have left half a line
    cut_off = report.exists() and not report.read_bytes().endswith(b"\n")
    with report.open("a", encoding="utf-8") as lines:
        lines.write("\n" if cut_off else "")
        for resource in sorted(resources, key=lambda one: one.id):
            if resource.url in known:
                continue
            # twenty videos of one site must not look like an attack
            host = urlsplit(resource.url).netloc
            if host in hosts:
                wait(PAUSE)
            hosts.add(host)
            result = _open(resource, today)
            lines.write(json.dumps(asdict(result)) + "\n")
            lines.flush()
            yield result


def read_report(report: Path) -> tuple[LinkResult, ...]:
    """The results of earlier runs, without lines that were cut off."""
    if not report.exists():
        return ()
    found = []
    for line in report.read_text(encoding="utf-8").splitlines():
        try:
            found.append(LinkResult(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return tuple(found)


def _open(resource: Resource, today: date) -> LinkResult:
    """Open one address."""
    status, final = _answer(resource.url)
    outcome: Outcome = "not reached"
    if status in GONE:
        outcome = "dead"
    elif 200 <= status < 300:
        outcome = "unchanged" if _same(resource.url, final) else "moved"
    return LinkResult(resource.id, resource.url, outcome, status, final, today.isoformat())


def _answer(url: str) -> tuple[int, str]:
    """Status and final address; 0 and the address itself without an answer."""
    # "file:///etc/passwd" in data of one's own must not be opened
    if urlsplit(url).scheme not in {"http", "https"}:
        return 0, url
    try:
        with urlopen(Request(url, headers={"User-Agent": AGENT}), timeout=TIMEOUT) as answer:  # noqa: S310
            return answer.status, answer.url
    except HTTPError as error:
        return error.code, error.url or url
    except (URLError, HTTPException, OSError, ValueError):
        return 0, url


def _same(first: str, second: str) -> bool:
    """Whether two addresses are equal except for the scheme, "www." and a slash at the end."""

    def plain(url: str) -> tuple[str, str, str]:
        parts = urlsplit(url)
        return parts.netloc.removeprefix("www.").casefold(), parts.path.rstrip("/"), parts.query

    return plain(first) == plain(second)
