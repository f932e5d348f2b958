"""The process that reads a file: it sets its own limits, reads standard input, and writes its answer."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module

from scripts.reading.formats.contained import MEMORY, SECONDS
from scripts.reading.formats.document import Document, Unreadable

_NAMES = {"web": "web page", "pdf": "PDF", "word": "Word file", "mail": "e-mail"}
_FORBIDDEN = (
    "socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "subprocess.", "os.system",
    "os.exec", "os.posix_spawn", "os.fork", "urllib.", "webbrowser.", "ftplib.", "smtplib.",
)  # fmt: skip


def read(kind: str, data: bytes, whole: bool) -> Document:
    """Read a file with the reader of its kind. Raises Unreadable, whatever the library raises."""
    reader = import_module(f"{__package__}.{kind}")
    try:
        found: Document = reader.read(data, whole)
    except Unreadable:
        raise
    except ModuleNotFoundError as error:
        raise Unreadable(f"its reader lacks {error.name}", "install this command again") from None
    except MemoryError:
        raise Unreadable("it takes too much memory to read", "give the text of one account") from None
    except RecursionError:
        raise Unreadable("nested too deeply", "give the text of one account") from None
    except Exception as error:  # a library may raise anything on a file that nobody meant it to read
        problem = f"cannot be read as a {_NAMES[kind]} ({type(error).__name__})"
        remedy = "open it in the program that it is for and save it anew, or give the text"
        raise Unreadable(problem, remedy) from error
    if not any(c.isalnum() for c in found.text):
        raise Unreadable("has no text", "give the text of one account")
    return found


def main(given: Sequence[str]) -> int:
    """Read a file from standard input and write what was found as JSON."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints must not mix with the answer
    data = sys.stdin.buffer.read()
    sys.stdin = io.StringIO()
    _bound()
    try:
        with answers:
            json.dump(_told(given[0], data, given[1] == "whole"), answers, default=str)
    except MemoryError:
        return 1
    return 0


def _told(kind: str, data: bytes, whole: bool) -> dict[str, object]:
    try:
        return asdict(read(kind, data, whole))
    except Unreadable as why:
        return {"problem": why.problem, "remedy": why.remedy}


def _bound() -> None:
    """Set limits on memory and time if the system has them, and forbid connections and other programs."""
    with suppress(ImportError):
        import resource

        for kind, bounds in (
            (resource.RLIMIT_AS, (MEMORY, MEMORY)),
            (resource.RLIMIT_CPU, (SECONDS, SECONDS + 5)),
            (resource.RLIMIT_CORE, (0, 0)),
        ):
            with suppress(ValueError, OSError):  # some systems refuse one of them
                resource.setrlimit(kind, bounds)
    sys.addaudithook(_refuse)


def _refuse(event: str, given: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is refused to a reader")
