from __future__ import annotations

import os

import pytest

from scripts.ground import machine


def test_the_machine_is_described() -> None:
    told = machine.described("scipy")
    assert 1 <= int(told["cores"]) <= (os.cpu_count() or 1)
    assert told["scipy"]


def test_the_cores_are_counted_where_the_system_does_not_say_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert machine.cores() == 1
