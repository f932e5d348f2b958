"""Whom the server answers: this machine, this address, this origin, and nobody else."""

from __future__ import annotations

import asyncio
import re

import pytest

from scripts.page.guard import Guard
from scripts.page.server import Given, application
from tests.page.serving import Served, body, both

PARTS = ("", "page.js", "page.css", "synopsis.js", "comparison.js")


@pytest.mark.parametrize("part", PARTS)
def test_the_page_and_its_parts_stand_under_the_token(served: Served, part: str) -> None:
    status, headers, text = served.ask(f"{served.path}{part}")
    assert (status, bool(text)) == (200, True)
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers
    for address in re.findall(r"https?://[^\s\"'<]+", text):
        assert address.startswith("http://www.w3.org/"), address


@pytest.mark.parametrize(
    "path", ["/", "/work", "/page.js", "/given/0", "/x/", "//", "/%2e%2e/", "/start", "/favicon.ico"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_without_the_token_is_refused(served: Served, path: str, method: str) -> None:
    sent = body("compare", both()) if method == "POST" else b""
    status, _, text = served.ask(path, method, sent, served.own)
    assert (status, text.count("\n")) == (403, 1)
    assert served.path not in text


@pytest.mark.parametrize("path", ["/start/", "/start/x", "/start/../work"])
def test_the_way_in_is_no_way_round_the_token(served: Served, path: str) -> None:
    assert served.ask(path)[0] in (403, 404)
    assert served.ask(path, "POST", body("compare", both()), served.own)[0] in (403, 404, 405)


def test_a_token_that_is_almost_right_is_wrong(served: Served) -> None:
    token = served.path.strip("/")
    for wrong in (token[:-1], f"{token}a", token.swapcase(), f"{token}%00", f"é{token}"):
        assert served.ask(f"/{wrong.encode('ascii', 'ignore').decode()}~/")[0] == 403


HOSTS = ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "0.0.0.0:{port}", ""]


@pytest.mark.parametrize("host", HOSTS)
def test_another_name_for_this_machine_is_refused(served: Served, host: str) -> None:
    """A site that lets its own name point here would otherwise be of one origin with the page."""
    port = served.host.rpartition(":")[2]
    assert served.ask(served.path, headers={"Host": host.format(port=port)})[0] in (400, 403)


def test_localhost_is_another_name_for_it(served: Served) -> None:
    port = served.host.rpartition(":")[2]
    assert served.ask(served.path, headers={"Host": f"localhost:{port}"})[0] == 200


ELSEWHERE = [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "https://{host}"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


@pytest.mark.parametrize("given", ELSEWHERE, ids=str)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_from_another_site_is_refused(served: Served, given: dict[str, str], method: str) -> None:
    headers = {**served.own, **{name: value.format(host=served.host) for name, value in given.items()}}
    sent = body("compare", both()) if method == "POST" else b""
    status, answer, _ = served.ask(f"{served.path}{'work' if sent else ''}", method, sent, headers)
    assert status == 403
    assert "access-control-allow-origin" not in answer


def test_what_says_nothing_of_its_origin_may_not_ask_for_work(served: Served) -> None:
    assert served.ask(f"{served.path}work", "POST", body("compare", both()))[0] == 403


def test_no_other_site_may_ask_beforehand(served: Served) -> None:
    headers = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    assert served.ask(f"{served.path}work", "OPTIONS", headers=headers)[0] == 403


def test_the_address_that_opens_the_page_is_of_use_once() -> None:
    app = application(Given(), 8000, "token", "once")
    assert [answer(app, "/start/once") for _ in range(2)] == [(303, "/token/"), (403, "")]
    assert answer(app, "/start/other") == (403, "")
    assert answer(application(Given(), 8000, "token"), "/start/") == (404, "")


def answer(app: Guard, path: str) -> tuple[int, str]:
    """The status of an answer, and where it leads."""
    said = []

    async def send(message: dict[str, object]) -> None:
        said.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "scheme": "http", "http_version": "1.1", "headers": [(b"host", b"127.0.0.1:8000")],
        "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 1), "asgi": {"version": "3.0"},
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    headers = dict(said[0]["headers"])  # type: ignore[call-overload]
    return int(str(said[0]["status"])), headers.get(b"location", b"").decode()
