"""Whom the server answers: a browser on this machine, under the one address that holds the token.

Another site that the user has open cannot ask it anything: not across origins, not under a name of its own
that it lets point to this machine. Every answer says that nothing may be kept, framed, or run beside it.
"""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
START = "/start/"  # before the word that opens the page once
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_NO_TOKEN = "This page answers only under the whole address that `open` has printed."
_ELSEWHERE = "This page answers this machine alone, and no other site."


class Guard:
    """An application behind the checks. ``port`` is that of the server, ``token`` begins every path."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        why = self._refused(scope)
        answer: ASGIApp = PlainTextResponse(f"{why}\n", 403) if why else self._app
        await answer(scope, receive, guarded)

    def _refused(self, scope: Scope) -> str:
        """Return why a request is refused, or nothing."""
        headers = Headers(scope=scope)
        host, origins = headers.get("host", ""), headers.getlist("origin")
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return _ELSEWHERE
        if any(origin != f"http://{host}" for origin in origins):
            return _ELSEWHERE
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return _ELSEWHERE
        if scope["method"] not in ("GET", "HEAD") and not origins:
            return _ELSEWHERE
        path = scope["path"]
        if path.startswith(START):
            return ""
        given = path[1:].partition("/")[0]
        return "" if hmac.compare_digest(given.encode(), self._token.encode()) else _NO_TOKEN
