"""The server of the page: a few addresses on 127.0.0.1, under a token that is another each time."""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
import warnings
import webbrowser
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from scripts.exhibits.comparison_page import script, style
from scripts.exhibits.synopsis import script_text
from scripts.ground.faults import Fault
from scripts.page import form, request
from scripts.page.guard import HOST, START, Guard
from scripts.page.workers import Workers
from scripts.reading.sources import file_bytes, unreadable

STATIC = Path(__file__).with_name("static")
_USED = "This address has opened the page once. Use the address that `open` has printed.\n"


@dataclass(frozen=True)
class Given:
    """What the page begins with: files in its boxes, a record to check against, whole pages or not."""

    files: tuple[Path, ...] = ()
    reference: Path | None = None
    whole: bool = False


class Page:
    """What each address answers. ``once`` is a word under which the page is forwarded to a single time."""

    def __init__(self, given: Given, token: str, once: str = "") -> None:
        self._given = given
        self._token = token
        self._opening = {once} if once else set[str]()

    async def start(self, asked: Request) -> Response:
        """Forward to the page, once."""
        word = asked.path_params["word"]
        if word not in self._opening:
            return PlainTextResponse(_USED, 403)
        self._opening.discard(word)
        return RedirectResponse(f"/{self._token}/", 303)

    async def page(self, asked: Request) -> Response:
        """The page itself."""
        return HTMLResponse(form.page([file.name for file in self._given.files], self._given.whole))

    async def part(self, asked: Request) -> Response:
        """Its style and its scripts."""
        name = asked.path_params["name"]
        if name not in PARTS:
            return PlainTextResponse("No such part of the page.\n", 404)
        return Response(PARTS[name](), media_type="text/css" if name.endswith(".css") else "text/javascript")

    async def file(self, asked: Request) -> Response:
        """A file that was named on the command line, and no other."""
        number = asked.path_params["number"]
        if number >= len(self._given.files):
            return PlainTextResponse("No such file.\n", 404)
        file = self._given.files[number]
        try:
            data = await asyncio.to_thread(file_bytes, file)
        except OSError as error:
            return PlainTextResponse(f"{file.name}: {unreadable(error)}\n", 404)
        return Response(data, media_type="application/octet-stream")

    async def work(self, asked: Request) -> Response:
        """Compare or check what was sent."""
        try:
            body = await _body(asked)
            request.parsed(body)
        except request.Refused as refused:
            return JSONResponse({"problem": refused.why}, refused.status)
        except ClientDisconnect:
            return Response(status_code=400)
        return Streamed(asked.app.state.workers.answers(body))

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Have workers as long as the server runs."""
        app.state.workers = Workers(self._given.reference)
        await app.state.workers.keep_one_in_reserve()
        try:
            yield
        finally:
            await app.state.workers.end_all()


def application(given: Given, port: int, token: str, once: str = "") -> Guard:
    """The whole application, behind its guard; ``once`` as in `Page`."""
    answers = Page(given, token, once)
    routes = [
        Route(f"{START}{{word}}", answers.start),
        Route(f"/{token}/", answers.page),
        Route(f"/{token}/work", answers.work, methods=["POST"]),
        Route(f"/{token}/given/{{number:int}}", answers.file),
        Route(f"/{token}/{{name}}", answers.part),
    ]
    return Guard(Starlette(routes=routes, lifespan=answers.lifespan), port, token)


def _static(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


PARTS: dict[str, Callable[[], str]] = {
    "page.css": lambda: f"{style()}\n{_static('page.css')}",
    "page.js": lambda: _static("page.js"),
    "comparison.js": script,
    "synopsis.js": script_text,
}


async def _body(asked: Request) -> bytes:
    """Return the body of a request. Raises Refused on one that is larger than it may be."""
    said = asked.headers.get("content-length", "0")
    if said.isdecimal() and int(said) > request.MOST:
        raise request.too_large()
    found = bytearray()
    async for chunk in asked.stream():
        found += chunk
        if len(found) > request.MOST:
            raise request.too_large()
    return bytes(found)


class Streamed(Response):
    """An answer of several lines, each sent when it is there. If the page goes away, the work ends."""

    media_type = "application/x-ndjson"

    def __init__(self, messages: AsyncGenerator[bytes, None]) -> None:
        super().__init__()
        del self.headers["content-length"]
        self._messages = messages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the lines until there are no more, or until nobody listens."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        gone = asyncio.ensure_future(_gone(receive))
        try:
            while (line := await _first(self._messages, gone)) is not None:
                await send({"type": "http.response.body", "body": line + b"\n", "more_body": True})
        finally:
            gone.cancel()
            await self._messages.aclose()
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        await scope["app"].state.workers.keep_one_in_reserve()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _first(messages: AsyncGenerator[bytes, None], gone: asyncio.Future[None]) -> bytes | None:
    """Return the next message, or None when there is none or nobody listens."""
    coming: asyncio.Future[bytes | None] = asyncio.ensure_future(_next(messages))
    try:
        both: list[asyncio.Future[Any]] = [coming, gone]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        return coming.result() if coming.done() else None
    finally:
        if not coming.done():
            coming.cancel()
            with suppress(asyncio.CancelledError):
                await coming


async def _next(messages: AsyncGenerator[bytes, None]) -> bytes | None:
    return await anext(messages, None)


def serve_page(given: Given, port: int, browser: bool) -> int:
    """Serve until the user ends it. Raises Fault where the port cannot be had."""
    listening = _listening(port)
    port = listening.getsockname()[1]
    token, once = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    app = application(given, port, token, once)
    settings = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, date_header=False,
        timeout_graceful_shutdown=1, lifespan="on", ws="none",
    )  # fmt: skip
    address = f"http://{HOST}:{port}/{quote(token)}/"
    print(f"Open {address}", flush=True)
    print("It answers this machine alone, and keeps nothing. Ctrl+C ends it.", flush=True)
    if browser:
        # The word is of use once: a list of processes, which may show it, gives the token to nobody.
        threading.Timer(0.5, webbrowser.open, [f"http://{HOST}:{port}{START}{once}"]).start()
    # An interrupt may come before the server has begun; nothing is lost by that.
    warnings.filterwarnings("ignore", "coroutine 'Server.serve' was never awaited", RuntimeWarning)
    with listening:
        uvicorn.Server(settings).run(sockets=[listening])
    return 0


def _listening(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
        found.listen(128)
    except OSError as error:
        found.close()
        problem = f"cannot be had ({error.strerror})"
        raise Fault("open", f"port {port}", problem, "name another, or none") from None
    return found
