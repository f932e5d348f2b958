"""What keeps a build from other machines does keep it; the build itself is in `test_reproducible`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.book.conditions import HERE, NETWORK, THERE, isolation

# An address that is nobody's (RFC 5737), by its number: no name is asked for.
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
