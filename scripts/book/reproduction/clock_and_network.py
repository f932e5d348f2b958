"""The foreign clock and the closed network of a reproduction build, for every Python that it starts.

This file is copied into the tree of a build as `sitecustomize.py`, which Python runs before anything else.
The variable `CLOCK_OFF_BY_DAYS` says how many days the clock is off; waiting is not changed, since it uses
another clock, which no page can show. Every attempt to reach another machine is refused, and noted in the
file named by `NOTE_NETWORK_IN`.
"""

from __future__ import annotations

import ctypes
import datetime
import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any


def turn(days: float) -> None:
    """Set the clock of this process forward by `days` (back if negative)."""
    now, now_finely = time.time, time.time_ns
    # Partial objects, not functions: a class that stores one must not get a bound method.
    time.time = partial(_shifted, now, days * 86_400)
    time.time_ns = partial(_shifted, now_finely, int(days * 86_400 * 10**9))
    time.localtime = partial(_of, time.localtime)
    time.gmtime = partial(_of, time.gmtime)
    time.ctime = partial(_of, time.ctime)
    time.strftime = partial(_formatted, time.strftime)
    _replace(datetime.date, today=lambda kind: kind.fromtimestamp(time.time()))
    _replace(
        datetime.datetime,
        today=lambda kind: kind.fromtimestamp(time.time()),
        now=lambda kind, tz=None: kind.fromtimestamp(time.time(), tz),
        utcnow=lambda kind: kind.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None),
    )


def _shifted(told: Callable[[], Any], by: float) -> Any:
    return told() + by


def _of(told: Callable[[float], Any], seconds: float | None = None) -> Any:
    return told(time.time() if seconds is None else seconds)


def _formatted(told: Callable[..., str], form: str, *when: Any) -> str:
    return told(form, *(when or (time.localtime(),)))


def _replace(kind: type, **methods: Callable[..., Any]) -> None:
    """Replace class methods of a class written in C, in place, so that compiled code still accepts it."""
    inside = gc.get_referents(kind.__dict__)[0]
    for name, method in methods.items():
        inside[name] = classmethod(method)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


def part_from_network(notes: str) -> None:
    """Refuse every connection beyond this machine, and note who tried to connect."""

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            asked = arguments[1]
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            asked = arguments
        else:
            return
        # A file name is a socket of this machine; no address means a socket that is already connected.
        if asked and isinstance(asked, tuple) and str(asked[0]) not in ("", "localhost", "127.0.0.1", "::1"):
            with open(notes, "a", encoding="utf-8") as file:
                file.write(f"{event} {asked[0]}\n")
            raise OSError(101, f"no network: {event} {asked[0]}")

    sys.addaudithook(refuse)


if "NOTE_NETWORK_IN" in os.environ:
    part_from_network(os.environ["NOTE_NETWORK_IN"])
if "CLOCK_OFF_BY_DAYS" in os.environ:
    turn(float(os.environ["CLOCK_OFF_BY_DAYS"]))
