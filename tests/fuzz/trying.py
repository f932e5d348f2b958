"""Try inputs of a layer: how many gave a result, how many an error, and the smallest that broke a promise."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from fuzz.layer import ERROR, FAULT, RESULT, Layer
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

BLOCK = 500  # inputs of one block: each has a seed of its own, so that a fault in one leaves the rest


@dataclass(frozen=True)
class Broken:
    """An input that broke a promise, as small as it could be made, with where."""

    layer: str
    given: Any
    trace: str


@dataclass(frozen=True)
class Tried:
    """What became of the inputs of one layer."""

    results: int
    errors: int
    faults: int
    broken: tuple[Broken, ...]

    @property
    def inputs(self) -> int:
        """How many were tried."""
        return self.results + self.errors + self.faults


def tried(layer: Layer, inputs: int, first: int) -> Tried:
    """Try ``inputs`` inputs of a layer, the same ones for the same seed."""
    counts: Counter[str] = Counter()
    broken: list[Broken] = []
    for number, size in _blocks(inputs):
        found = _block(layer, size, first * 1_000_003 + number, counts)
        if found and all(place(found.trace) != place(known.trace) for known in broken):
            broken.append(found)
    return Tried(counts[RESULT], counts[ERROR], counts[FAULT], tuple(broken))


def drawn(layer: Layer, inputs: int, first: int) -> list[Any]:
    """The same inputs as they are, nothing done with them."""
    found: list[Any] = []

    def taken(given: Any) -> str:
        found.append(given)
        return RESULT

    tried(replace(layer, check=taken), inputs, first)
    return found


def outcome(layer: Layer, given: Any) -> tuple[str, str]:
    """What becomes of one input: a result, an error or a fault, which has its trace."""
    try:
        return layer.check(given), ""
    except Exception:
        return FAULT, traceback.format_exc()


def _blocks(inputs: int) -> Iterator[tuple[int, int]]:
    for number, start in enumerate(range(0, inputs, BLOCK)):
        yield number, min(BLOCK, inputs - start)


def place(trace: str) -> str:
    """Where it broke: the last line of the program in the trace."""
    lines = [line for line in trace.splitlines() if line.strip().startswith("File")]
    return lines[-1] if lines else trace


def _block(layer: Layer, size: int, number: int, counts: Counter[str]) -> Broken | None:
    last: list[Broken] = []
    done = 0

    @seed(number)
    @settings(
        max_examples=size, database=None, deadline=None, derandomize=False, report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink),
        verbosity=Verbosity.quiet, print_blob=False,
    )  # fmt: skip
    @given(layer.inputs)
    def one(drawn: Any) -> None:
        nonlocal done
        try:
            answer = layer.check(drawn)
        except Exception:
            if not last:  # what comes after is the same fault made smaller, and no input of the run
                counts[FAULT] += 1
            last[:] = [Broken(layer.name, drawn, traceback.format_exc())]
            raise
        if not last:
            counts[answer] += 1
            done += 1

    try:
        one()
    except Exception:
        assert last, traceback.format_exc()
    return last[0] if last else None
