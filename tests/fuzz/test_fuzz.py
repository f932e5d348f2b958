"""A short slice of `make fuzz`, each input that once broke a promise, and proof that promises can break."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzz.cases import Case, cases
from fuzz.guard import Crossed, inside
from fuzz.layer import Layer
from fuzz.layers import LAYERS
from fuzz.tree import cleaned
from fuzz.trying import tried

from scripts.exhibits import html
from scripts.ground import faults
from scripts.reading import passages
from scripts.report import output_formats

SLICE = 1600  # inputs, shared out over the layers as in a full run
SEED = 20241030
BY_NAME = {layer.name: layer for layer in LAYERS}


@pytest.fixture(scope="module", autouse=True)
def _folder() -> Iterator[None]:
    with cleaned():
        yield


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_hostile_inputs_break_no_promise(layer: Layer) -> None:
    inputs = max(10, SLICE * layer.share // 1000)
    found = tried(layer, inputs, SEED)
    assert not found.broken, found.broken[0].trace
    assert found.results + found.errors == inputs
    assert found.results, "no input got through: nothing was tried"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_once_broke_a_promise_keeps_it(case: Case) -> None:
    case.layer.check(case.given)


def test_the_same_seed_tries_the_same_inputs() -> None:
    seen: list[list[object]] = []
    for _ in range(2):
        drawn: list[object] = []
        layer = BY_NAME["passages"]
        kept = Layer(
            layer.name, layer.what, layer.share, layer.inputs, lambda i, d=drawn: d.append(i) or "results"
        )  # type: ignore[misc]
        tried(kept, 40, SEED)
        seen.append(drawn)
    assert seen[0] == seen[1]
    assert len(seen[0]) == 40


# Each promise, broken on purpose: a few hundred inputs have to show it


def _raw(text: str) -> str:
    return text


PLANTED = [
    ("passages", passages, "_lines", lambda text: [(0, text.rstrip("x)”"))]),
    ("ledgers", output_formats, "visible", _raw),
    ("ledgers", output_formats, "FORMULA", ("nothing",)),
    ("ledgers", output_formats, "plain_markdown", _raw),
    ("pages", html, "escape", html.Markup),
    ("pages", html, "visible", _raw),
    ("manifests", faults, "visible", _raw),
]


@pytest.mark.parametrize(
    ("name", "module", "part", "broken"), PLANTED, ids=lambda p: p if isinstance(p, str) else ""
)
def test_a_fault_that_is_planted_is_found(
    name: str, module: object, part: str, broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, part, broken)
    assert tried(BY_NAME[name], 300, SEED).broken


def test_what_is_opened_outside_is_seen(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text("It is secret.")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    with pytest.raises(Crossed), inside(tmp_path / "in"):
        (tmp_path / "in" / "link.txt").read_text()
