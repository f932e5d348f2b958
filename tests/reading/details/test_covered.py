"""Which places of a text lie in details that were read already."""

from __future__ import annotations

import pytest

from scripts.reading.details.detail import Detail, covered


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(2, 4)], [2, 3]),
        ([(0, 1), (3, 5)], [0, 3, 4]),
        ([(3, 5), (0, 1)], [0, 3, 4]),
        ([(2, 5), (4, 6)], [2, 3, 4, 5]),
        ([(2, 6), (3, 4)], [2, 3, 4, 5]),
        ([(2, 4), (4, 6)], [2, 3, 4, 5]),
        ([(2, 3), (4, 6)], [2, 4, 5]),
    ],
)
def test_covered(spans: list[tuple[int, int]], expected: list[int]) -> None:
    within = covered(Detail(start, end, "x") for start, end in spans)
    assert [at for at in range(8) if within(at)] == expected
