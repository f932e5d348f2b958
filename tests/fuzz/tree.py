"""A tree to read from, in a folder of its own, with every kind of trap in it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fuzz.guard import ROOT


@cache
def tree() -> Path:
    """A tree to read from, with every kind of trap in it, and a file outside that must stay unread."""
    made = Path(tempfile.mkdtemp(prefix="fuzz-"))
    documents = made / "seeds" / "documents"
    (documents / "sub").mkdir(parents=True)
    outside = made / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("It is secret.", "utf-8")
    (documents / "a.txt").write_text("Ana Duarte opened the port. It has 12 cranes.", "utf-8")
    (documents / "sub" / "b.txt").write_text("The port is open.", "utf-8")
    (documents / "binary.txt").write_bytes(b"a\x00b")
    (documents / "empty.txt").write_bytes(b"")
    for name, target in (
        ("out.txt", outside / "secret.txt"), ("far.txt", Path("/etc/passwd")),
        ("device.txt", Path("/dev/zero")),
        ("loop.txt", documents / "loop.txt"), ("in.txt", documents / "a.txt"), ("up", outside),
    ):  # fmt: skip
        (documents / name).symlink_to(target)
    os.mkfifo(documents / "pipe.txt")
    shutil.copytree(ROOT / "seeds" / "reference", made / "reference")
    return made


@contextlib.contextmanager
def cleaned() -> Iterator[None]:
    """Take away the folder that the inputs were written into."""
    try:
        yield
    finally:
        if tree.cache_info().currsize:
            shutil.rmtree(tree(), ignore_errors=True)
            tree.cache_clear()
