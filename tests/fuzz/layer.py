"""One layer of the way from file to page: its inputs, and its promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fuzz import promises
from hypothesis import strategies as st

from scripts.ground.faults import Fault

RESULT, ERROR, FAULT = "results", "errors", "faults"


@dataclass(frozen=True)
class Layer:
    """One stage of the way: how inputs are drawn, what is done with them, its share of a run in thousandths.

    Its check returns `RESULT` or `ERROR` (one clear line), and raises on anything else.
    """

    name: str
    what: str
    share: int
    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], str]


def one_line(fault: Fault) -> str:
    """A fault is one line that a terminal can show safely."""
    line = str(fault)
    assert line
    assert "\n" not in line
    promises.nothing_is_obeyed(line)
    return ERROR
