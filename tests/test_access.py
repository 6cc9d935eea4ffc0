"""Who gets in where an installation has logins, against a real provider of OpenID Connect in a real browser."""

import contextlib
import itertools
import subprocess
import sys
import time

import browsing
import oidc_provider_mock
import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from skillgap.ui import access

ADVISOR, STRANGER = "ana@office.example", "sam@student.example"
INSIDE = "Resumes"
"""Word of the advisor's page that nobody else may get."""
ALLOWED = frozenset({"ana@office.example", "@careers.example"})


@pytest.mark.parametrize(
    ("claims", "inside"),
    [
        ({"email": "ana@office.example", "email_verified": True}, True),
        ({"email": " ANA@Office.example", "email_verified": True}, True),
        ({"email": "bo@careers.example", "email_verified": True}, True),
        ({"email": "bo@mycareers.example", "email_verified": True}, False),
        ({"email": "bo@careers.example.evil.example", "email_verified": True}, False),
        ({"email": "ana@office.example@evil.example", "email_verified": True}, False),
        ({"email": "sam@student.example", "email_verified": True}, False),
        ({"email": "ana@office.example", "email_verified": False}, False),
        ({"email": "ana@office.example", "email_verified": "true"}, False),
        ({"email": "ana@office.example"}, False),
        ({"email_verified": True}, False),
        ({"email": "", "email_verified": True}, False),
    ],
)
def test_only_a_vouched_address_of_the_list_is_an_advisor(claims, inside):
    assert access.is_advisor(claims, ALLOWED) is inside


def test_an_address_counts_unchecked_only_where_the_provider_is_trusted():
    assert access.is_advisor({"email": ADVISOR}, ALLOWED, trusted=True)
    assert not access.is_advisor({"email": ADVISOR, "email_verified": False}, ALLOWED, trusted=True)


def test_nobody_is_an_advisor_of_an_empty_list():
    assert not access.is_advisor({"email": ADVISOR, "email_verified": True}, frozenset())


@pytest.mark.parametrize(
    ("address", "headers", "inside"),
    [
        ("localhost", {"Host": "localhost:8501"}, True),
        ("127.0.0.1", {"host": "127.0.0.1:8501"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        ("localhost", {"Host": "skillgap.office.example"}, False),
        ("localhost", {"Host": "localhost", "X-Forwarded-Proto": "https"}, False),
        ("localhost", {"Host": "localhost", "Forwarded": "for=10.0.0.1"}, False),
        ("192.0.2.7", {"Host": "localhost:8501"}, False),
        (None, {"Host": "localhost:8501"}, False),
        ("localhost", {}, False),
    ],
)
def test_only_a_machine_that_serves_itself_keeps_cohorts_without_a_login(address, headers, inside):
    assert access.serves_itself(address, headers) is inside


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """Address of a dashboard with logins, and of its provider."""
    people = [
        oidc_provider_mock.User(sub=one.partition("@")[0], claims={"email": one, "email_verified": True})
        for one in (ADVISOR, STRANGER)
    ]
    port = browsing.free_port()
    with oidc_provider_mock.run_server_in_thread(user_claims=people) as provider:
        secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
        secrets.write_text(
            f"""
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "a secret of this test run, and of nothing else"
client_id = "skillgap"
client_secret = "a secret of this test run, and of nothing else"
server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"

[skillgap]
advisors = ["{ADVISOR}"]
""",
            encoding="utf-8",
        )
        with started(port, secrets):
            yield f"http://localhost:{port}"


@contextlib.contextmanager
def started(port, secrets):
    options = {"server.headless": "true", "server.port": port, "secrets.files": secrets}
    flags = itertools.chain.from_iterable((f"--{name}", str(value)) for name, value in options.items())
    with subprocess.Popen([sys.executable, "-m", "streamlit", "run", "app.py", *flags], cwd=browsing.ROOT) as server:
        try:
            yield browsing.healthy(f"http://localhost:{port}")
        finally:
            server.terminate()


@pytest.fixture
def visitor(browser):
    """A window of somebody who has never been there."""
    context = browser.new_context(viewport=browsing.WIDE)
    yield context.new_page()
    context.close()


def log_in(page, guarded, who):
    page.goto(f"{guarded}/cohort")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name=who, exact=True).click()
    page.wait_for_url(f"{guarded}/**")
    browsing.settled(page)
    page.goto(f"{guarded}/cohort")
    browsing.settled(page)


@pytest.mark.browser
def test_a_student_needs_no_account(visitor, guarded):
    visitor.goto(guarded)
    browsing.settled(visitor)

    expect(visitor.get_by_test_id("stFileUploader").first).to_be_visible()
    expect(visitor.get_by_role("button", name="Log in")).to_have_count(0)


@pytest.mark.browser
def test_who_is_not_logged_in_gets_nothing_of_the_advisors_page(visitor, guarded):
    visitor.goto(f"{guarded}/cohort")
    browsing.settled(visitor)

    expect(visitor.get_by_role("button", name="Log in")).to_be_visible()
    expect(visitor.get_by_test_id("stFileUploader")).to_have_count(0)


@pytest.mark.browser
def test_an_advisor_of_the_list_gets_in(visitor, guarded):
    log_in(visitor, guarded, "ana")

    expect(visitor.get_by_test_id("stFileUploader").first).to_be_visible()


@pytest.mark.browser
def test_an_account_that_is_not_on_the_list_is_told_so(visitor, guarded):
    log_in(visitor, guarded, "sam")

    expect(visitor.get_by_text("not on the list of advisors")).to_be_visible()
    expect(visitor.get_by_role("button", name="Log out")).to_be_visible()
    expect(visitor.get_by_test_id("stFileUploader")).to_have_count(0)


@pytest.mark.browser
def test_a_forged_cookie_gets_nothing(visitor, guarded):
    log_in(visitor, guarded, "sam")
    cookies = {one["name"]: one for one in visitor.context.cookies() if one["name"].startswith("_streamlit_user")}
    assert cookies
    for one in cookies.values():
        head, _, tail = one["value"].partition(".")
        visitor.context.add_cookies([{**one, "value": f"{head[:-4]}AAAA.{tail}"}])
    visitor.goto(f"{guarded}/cohort")
    browsing.settled(visitor)

    expect(visitor.get_by_role("button", name="Log in")).to_be_visible()
    expect(visitor.get_by_test_id("stFileUploader")).to_have_count(0)


@pytest.mark.browser
def test_a_bare_call_of_the_websocket_gets_nothing(guarded):
    answer = asked_for_the_page(guarded)

    assert b"Log in" in answer
    assert b"file_uploader" not in answer
    assert INSIDE.encode() not in answer


def asked_for_the_page(address):
    """Everything that the server sends to a program that asks for the advisor's page without a cookie."""
    request = BackMsg()
    request.rerun_script.page_name = "cohort"
    received = []
    socket = f"{address.replace('http', 'ws')}/_stcore/stream"
    with connect(socket, origin=address, subprotocols=["streamlit"], max_size=None) as line:
        line.send(request.SerializeToString())
        until = time.monotonic() + 15
        with contextlib.suppress(TimeoutError, ConnectionClosed):
            while time.monotonic() < until:
                received.append(line.recv(timeout=5))
    return b"".join(received)
