"""The rules within one account are quiet on clean English: nothing is found in 44 texts of many fields.

The texts were written for other tests, by others than the rules; one of them is a copy spun by synonyms,
whose words are odd but whose names, marks and lists are whole.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts import report
from scripts.comparing import discrepancies
from scripts.comparing.discrepancies import Single

TESTS = Path(__file__).resolve().parents[2]
Read = Callable[..., Single]


def texts() -> Iterator[tuple[str, str]]:
    for path in sorted((TESTS / "bench" / "mutation" / "texts").glob("*.toml")):
        yield path.stem, tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    for path in sorted((TESTS / "bench" / "pairs").glob("*/*.txt")):
        yield f"{path.parent.name}/{path.stem}", path.read_text(encoding="utf-8")


TEXTS = dict(texts())


def test_there_are_texts_enough() -> None:
    assert len(TEXTS) >= 44


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_found(read: Read, name: str) -> None:
    for reference in (None, report.read().reference):
        found = discrepancies.within(read(TEXTS[name], reference))
        assert [f"{d.type}: {[r.quote for r in d.readings]}" for d in found] == []
