"""What stands between atheris and the promises, without it: bytes as inputs, and what is kept of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzz import cases as kept
from fuzz import guided
from fuzz.cases import cases
from fuzz.layer import Layer
from fuzz.layers import LAYERS
from fuzz.targets import TARGETS, read, words, written
from fuzz.tree import cleaned
from fuzz.trying import drawn, place
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.report import output_formats

SEED = 20241030


@pytest.fixture(scope="module", autouse=True)
def _folder() -> Iterator[None]:
    with cleaned():
        yield


@pytest.mark.parametrize("layer", [target.layer for target in TARGETS], ids=lambda layer: layer.name)
def test_an_input_as_bytes_is_that_input(layer: Layer) -> None:
    for one in drawn(layer, 30, SEED):
        data = written(layer, one)
        assert data is not None
        assert written(*read(data)) == data
        if not any("\ud800" <= c <= "\udfff" for c in str(one)):  # half a character is no UTF-8
            assert read(data) == (layer, one)


def test_a_layer_that_takes_no_bytes_gives_none() -> None:
    without = {layer.name for layer in LAYERS} - {target.layer.name for target in TARGETS}
    assert without == {"records", "passages"}
    layer = next(layer for layer in LAYERS if layer.name == "passages")
    assert written(layer, "It is so.") is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=40))
def test_any_bytes_are_an_input_of_some_layer(data: bytes) -> None:
    layer, one = read(data)
    assert layer.check(one) in {"results", "errors"}


def test_the_words_are_a_dictionary_as_libfuzzer_reads_it() -> None:
    lines = list(guided._dictionary())
    assert len(lines) == len({*words()})
    assert all(line.isascii() and line.startswith('"') and line.endswith('"\n') for line in lines)
    assert '"Ana Duarte"\n' in lines
    assert '"\\xFF"\n' in lines
    assert '"\\x22><b onmouseover=\\x22alert(1)\\x22>"\n' in lines


def test_what_breaks_a_promise_is_kept_once_and_short(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(output_formats, "visible", lambda text: text)
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cases")
    kept.FOLDER.mkdir()
    (kept.FOLDER / "known.json").write_text(
        '{"layer": "claims", "fault": "it stood still", "given": "\'It is.\'"}'
    )
    layer = next(target.layer for target in TARGETS if target.layer.name == "ledgers")
    run = guided.Run(60)
    for much in (" It was long. ", "", " It was short. "):
        texts = f"The port\x1b of Lima opened.{much}", f"The port of Lima closed.{much}"
        data = written(layer, (texts, False))
        assert data is not None
        run.one(data)
    assert run.counts["ledgers"] == {"faults": 3}
    ((where, (data, trace)),) = run.broken.items()
    assert where == ("ledgers", place(trace))
    assert b"It was" not in data
    out = tmp_path / "fuzz.json"
    out.write_text(json.dumps({"inputs": 1}))
    assert guided._finish(run, {"seed": 1, "begun_with": 2}, out) == 1
    assert [case.layer.name for case in cases()] == ["claims", "ledgers"]
    monkeypatch.undo()
    told = json.loads(out.read_text())
    assert told["found"] == [
        {"fault": "it stood still", "where": "claims", "fixed": True},
        {"fault": "raw ['0x1b']", "where": "ledgers", "fixed": False},
    ]
    assert told["inputs"] == 1, "what another run wrote stays"
    assert told["guided"]["inputs"] == 3
    assert told["guided"]["begun_with"] == 2
    assert sum(row["faults"] for row in told["guided"]["targets"]) == 3
