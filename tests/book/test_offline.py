"""The isolation of a build from other machines works; the build itself is tested in `test_reproduction`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.book.reproduction.conditions import HERE, NETWORK, THERE, isolation
from tests.conftest import ROOT

# A reserved address (RFC 5737), as a number so that no name is looked up.
REACH = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=2)"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """An empty tree on the machine of the second build."""
    root = tmp_path / "tree"
    root.mkdir()
    THERE.furnish(root, tmp_path / "home")
    return root


def run(root: Path, code: str, *prefix: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], **THERE.environment(root, root.parent / "home")}
    return subprocess.run(
        [*prefix, sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )


def test_python_is_kept_from_the_network_and_who_tried_is_noted(machine: Path) -> None:
    done = run(machine, REACH)
    assert done.returncode == 1
    assert "no network: socket.getaddrinfo 192.0.2.1" in done.stderr
    assert (machine.parent / NETWORK).read_text("utf-8") == "socket.getaddrinfo 192.0.2.1\n"


def test_a_socket_of_this_machine_is_nobody_elses(machine: Path) -> None:
    code = (
        "import socket\nhere = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(here.getsockname())\n"
        "one = socket.socket(socket.AF_UNIX)\n"
        "try: one.connect('/no/such/file')\nexcept FileNotFoundError: pass"
    )
    done = run(machine, code)
    assert done.returncode == 0, done.stderr
    assert not (machine.parent / NETWORK).exists()


def test_programs_that_are_not_python_have_no_route_either(machine: Path) -> None:
    """Where this user may not leave the network, it is said, and the check on Python stands alone."""
    can = isolation()
    assert bool(can.offline) != bool(can.lacking)
    if can.offline:
        seen = subprocess.run(
            [*THERE.prefix(), "cat", "/proc/net/route", "/proc/net/dev"], capture_output=True
        )
        lines = seen.stdout.decode().splitlines()
        assert seen.returncode == 0
        assert [line.split(":")[0].strip() for line in lines if ":" in line] == ["lo"], "no device to send by"
        assert not [line for line in lines if re.match(r"\w+\t[0-9A-F]{8}", line)], "no route"


def test_the_clock_of_the_second_build_is_another(machine: Path) -> None:
    asked = (
        "import datetime, time, logging\n"
        "logging.Formatter('%(asctime)s').format(logging.makeLogRecord({}))\n"
        "today = datetime.date.today(); assert type(today) is datetime.date\n"
        "days = {today, datetime.date.fromtimestamp(time.time()), datetime.datetime.now().date(),\n"
        "        datetime.date(*time.localtime()[:3]),\n"
        "        datetime.date.fromisoformat(time.strftime('%Y-%m-%d'))}\n"
        "assert len(days) <= 2, days\nprint(int(time.time()))"
    )
    there = int(run(machine, asked).stdout)
    plain = {"PATH": os.environ["PATH"], **HERE.environment(machine, machine)}
    done = subprocess.run([sys.executable, "-c", asked], env=plain, capture_output=True, text=True)
    assert abs(there - int(done.stdout) - THERE.days * 86400) < 600


def seen(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The output of a Python that runs as on another machine."""
    code = f"import scripts.book.reproduction.clock_and_network, datetime, os, socket, time\n{code}"
    # Where coverage is measured, in this process too.
    measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **measured, **variables},
        capture_output=True,
        text=True,
    )


def test_every_clock_of_python_is_off_by_as_much_and_waiting_is_not() -> None:
    asked = (
        "kinds = datetime.datetime\nprint(\n"
        "    time.time(), time.time_ns() / 1e9, time.mktime(time.strptime(time.ctime())),\n"
        "    time.mktime(time.localtime()), time.mktime(time.gmtime()), float(time.strftime('%s')),\n"
        "    kinds.now().timestamp(), kinds.today().timestamp(), kinds.utcnow().timestamp(),\n"
        "    kinds.now(datetime.UTC).timestamp())\n"
        "print(time.ctime(0), time.strftime('%Y', (1999, 1, 1, 0, 0, 0, 0, 1, 0)), kinds.now().tzinfo)\n"
        "began = time.monotonic(); time.sleep(0.01); assert 0 < time.monotonic() - began < 60"
    )
    done = seen(asked, CLOCK_OFF_BY_DAYS="-3", TZ="UTC")
    assert done.returncode == 0, done.stderr
    clocks, given = done.stdout.splitlines()
    off = [float(told) - time.time() for told in clocks.split()]
    assert len(off) == 10
    assert all(-86400 * 3 - 60 < by < -86400 * 3 + 60 for by in off), off
    assert given == "Thu Jan  1 00:00:00 1970 1999 None", "what is asked about is not shifted"


@pytest.mark.parametrize(
    ("asked", "event"),
    [
        ("socket.gethostbyname('example.org')", "socket.gethostbyname example.org"),
        ("socket.socket(2, 1).connect(('192.0.2.1', 80))", "socket.connect 192.0.2.1"),
        ("socket.socket(2, 2).sendto(b'x', ('192.0.2.1', 53))", "socket.sendto 192.0.2.1"),
        ("socket.socket(2, 2).sendmsg([b'x'], [], 0, ('192.0.2.1', 53))", "socket.sendmsg 192.0.2.1"),
    ],
)
def test_every_way_to_another_machine_is_refused(tmp_path: Path, asked: str, event: str) -> None:
    notes = tmp_path / "notes"
    done = seen(asked, NOTE_NETWORK_IN=str(notes))
    assert f"OSError: [Errno 101] no network: {event}" in done.stderr
    assert notes.read_text("utf-8") == f"{event}\n"


def test_where_nothing_is_asked_for_nothing_is_changed() -> None:
    done = seen("print(time.time(), os.path.exists('/'))")
    assert abs(float(done.stdout.split()[0]) - time.time()) < 60
