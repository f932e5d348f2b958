"""What two sentences say otherwise, word by word: the files of golden/."""

from __future__ import annotations

from pathlib import Path

import golden
import pytest

CASES = [
    case for path in sorted(Path(__file__).with_name("golden").glob("*.txt")) for case in golden.read(path)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_is_told_of_two_sentences(case: golden.Case) -> None:
    assert golden.changes_told(case) == case.told
