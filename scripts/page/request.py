"""What the page sends: one line of JSON that says what follows, then the bytes of the texts and files.

Everything is checked before any of it is read: how many texts, how large, what they are called.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from scripts.reading.formats import LARGEST

COMPARE, CHECK = "compare", "check"
MOST_ACCOUNTS = 6  # as many as the book has colours for
_HEAD = 1 << 16  # bytes of the line that says what follows
_NAME = 200  # characters of a file's name
# Bytes of all texts together; each file on its own may have `LARGEST`.
MOST = 3 * LARGEST


class Refused(ValueError):
    """A request that is not answered: the line that says why, and the status of the answer."""

    def __init__(self, why: str, status: int = 400) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


@dataclass(frozen=True)
class Text:
    """A text of a box or a dropped file: its letter, or "" for statements; its name; its bytes."""

    siglum: str
    name: str
    data: bytes


@dataclass(frozen=True)
class Request:
    """What is to be done: ``compare`` accounts, or ``check`` statements against one."""

    task: str
    whole: bool
    texts: tuple[Text, ...]


def parsed(body: bytes) -> Request:
    """Return what a body asks for. Raises Refused where it asks for nothing that can be done."""
    line, found, _ = body[:_HEAD].partition(b"\n")
    start = len(line) + 1
    try:
        head = json.loads(line) if found else None
    except (ValueError, RecursionError):
        head = None
    if not isinstance(head, dict) or not isinstance(head.get("texts"), list):
        raise Refused("this is no request of the page: load it again")
    texts, at = [], start
    for row in head["texts"]:
        siglum, name, size = _described(row)
        texts.append(Text(siglum, name, body[at : at + size]))
        at += size
    if at != len(body):
        raise Refused("the request was cut off on its way: try again")
    return _asked(str(head.get("task")), head.get("whole") is True, tuple(texts))


def _described(row: Any) -> tuple[str, str, int]:
    if not isinstance(row, dict) or not isinstance(row.get("name"), str) or type(row.get("size")) is not int:
        raise Refused("this is no request of the page: load it again")
    siglum, size = str(row.get("siglum", "")), row["size"]
    name = PurePath(row["name"].replace("\\", "/")).name[-_NAME:] or "text"
    if size < 0 or len(siglum) > 1:
        raise Refused("this is no request of the page: load it again")
    if size > LARGEST:
        raise Refused(f"{name} is larger than {LARGEST >> 20} MB: give the text of one account", 413)
    return siglum, name, size


def _asked(task: str, whole: bool, texts: tuple[Text, ...]) -> Request:
    accounts = [text for text in texts if text.siglum]
    if len({text.siglum for text in accounts}) != len(accounts):
        raise Refused("two accounts have one letter: load the page again")
    if task == COMPARE:
        if not 2 <= len(accounts) <= MOST_ACCOUNTS or len(accounts) != len(texts):
            raise Refused(f"give two accounts, {MOST_ACCOUNTS} at the most")
    elif task == CHECK:
        if len(accounts) != 1 or len(texts) != 2:
            raise Refused("give statements, and one account to check them against")
    else:
        raise Refused("this is no request of the page: load it again")
    return Request(task, whole, texts)


def too_large() -> Refused:
    """What is said of a request that is larger than all texts may be together."""
    return Refused(f"more than {MOST >> 20} MB in all: give the texts of the accounts", 413)
