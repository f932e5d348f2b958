"""The process that compares or checks for the page: it reads one request, tells its steps, writes an answer.

It loads what it needs and compares two sentences before the request comes, so that the user does not wait for
that. It ends when the server ends, and can be ended at any time: it keeps nothing and writes no file.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from scripts.ground.faults import Fault
from scripts.ground.invisible_characters import visible
from scripts.page.request import CHECK, Request, Text, parsed
from scripts.reading.sources import Source, account_of, in_english

Tell = Callable[[str], None]
SIZE = struct.Struct(">Q")  # the length before each message
_SHARE = 0.75  # of the machine's memory, at the most
_ONE = b"Mayor Ana Duarte opened the bridge on Monday."
_OTHER = b"Mayor Luis Poe opened the bridge on Monday."


def main(reference: str = "") -> int:
    """Answer the one request that comes on standard input; ``reference`` is a folder with a record, or ""."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    _bound()

    def send(**message: Any) -> None:
        written = json.dumps(message).encode("ascii")
        answers.write(SIZE.pack(len(written)) + written)
        answers.flush()

    record = Path(reference) if reference else None
    with suppress(Exception):  # what is wrong here is told of with the request
        answered(Request("compare", False, (Text("A", "a", _ONE), Text("B", "b", _OTHER))), lambda step: None)
    body = _message(sys.stdin.buffer)
    if body is None:
        return 0
    threading.Thread(target=_end_with_server, daemon=True).start()
    try:
        send(done=answered(parsed(body), lambda step: send(step=step), record))
    except Fault as fault:
        send(problem=str(fault))
    except MemoryError:
        send(problem="this takes more memory than the machine has: give shorter texts")
    except RecursionError:
        send(problem="a sentence in it is nested too deeply to be read: give the text without it")
    except Exception as error:  # a fault of this program must not pass for one of the text
        send(problem=f"a fault of this program stopped the work ({type(error).__name__}): report it, please")
    return 0


def _message(stream: BinaryIO) -> bytes | None:
    size = stream.read(SIZE.size)
    if len(size) < SIZE.size:
        return None
    return stream.read(SIZE.unpack(size)[0])


def _end_with_server() -> None:
    """End this process when its standard input does, which is when the server has ended."""
    sys.stdin.buffer.read(1)
    os._exit(1)


def _bound() -> None:
    """Keep this process from taking all of the machine's memory, where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        memory = int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * _SHARE)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answered(request: Request, tell: Tell, reference: Path | None = None) -> dict[str, str]:
    """Return the answer to a request in every form that can be downloaded, and tell each step on the way.

    Raises Fault on a text that cannot be read, is not English or makes no claim.
    """
    if request.task == CHECK:
        return _checked(request, tell)
    from scripts.page.comparison import Comparison

    sources = [_read(text, text.siglum, request.whole, tell) for text in request.texts]
    found = Comparison.of(sources, reference, tell)
    tell("writing the page")
    return {form: found.written(form) for form in ("html", "text", "csv", "json", "markdown")}


def _read(text: Text, siglum: str, whole: bool, tell: Tell) -> Source:
    tell(f"reading {visible(text.name)}")
    return in_english(account_of(Path(text.name), siglum, text.data, whole))


def _checked(request: Request, tell: Tell) -> dict[str, str]:
    from scripts.commands.check import checked, statements
    from scripts.page import verdicts

    said, against = sorted(request.texts, key=lambda text: text.siglum != "")
    given = _read(said, "STATEMENTS", request.whole, tell)
    source = _read(against, "S", request.whole, tell)
    wanted = statements(given)
    tell(f"checking {len(wanted)} statements")
    found = checked(wanted, source, lambda number: tell(f"checked {number} of {len(wanted)} statements"))
    return {form: verdicts.written(found, given, source, form) for form in verdicts.FORMS}
