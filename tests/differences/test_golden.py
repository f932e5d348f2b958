"""Everything that the rules tell of two sentences: the files of golden/."""

from __future__ import annotations

from pathlib import Path

import golden
import pytest

CASES = [
    (path.stem, case)
    for path in sorted(Path(__file__).with_name("golden").glob("*.txt"))
    for case in golden.read(path)
]


@pytest.mark.parametrize(("kind", "case"), CASES, ids=lambda part: getattr(part, "title", part))
def test_what_the_rules_tell(kind: str, case: golden.Case) -> None:
    assert golden.differences_told(case) == case.told
    assert case.told.startswith(kind.replace("_", "-")) or (kind, case.told) == ("nothing", "")
