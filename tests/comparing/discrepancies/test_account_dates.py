"""Lines that date an account: in a copy a day that alone is another is told, in another account it is not."""

from __future__ import annotations

import pytest
from written import pair

from scripts.comparing.discrepancies import across

STORY = (
    "The mine at Kanth has 12 lifts.\n\nAna Poe opened the old pier.\n\nThe crew slept in the bay of Callao."
)
OTHER = "Lifts were bought for a mine.\n\nA pier may be shut.\n\nNobody slept, Lu Wick told reporters."
LINE = "Released Wednesday, July 9, 2025"

DATED = "L is dated “Wednesday, July 9, 2025”. R is dated “{}”."
OFF = " The weekday of R is not that of the day."
TENTH, THURSDAY = "Thursday, July 10, 2025", "Thursday, July 9, 2025"

CASES = [
    # the line that dates the other account, its text, what is told of the day
    (LINE, STORY, ""),
    (f"Released {TENTH}", STORY, DATED.format(TENTH)),
    (f"Released {THURSDAY}", STORY, DATED.format(THURSDAY) + OFF),
    (f"Released {TENTH}", OTHER, ""),
    (f"Filed {TENTH}", STORY, ""),
]


@pytest.mark.parametrize(("line", "text", "expected"), CASES)
def test_a_day_that_alone_is_another(line: str, text: str, expected: str) -> None:
    both = pair(f"The mine at Kanth\n{LINE}\n\n{STORY}", f"The mine at Kanth\n{line}\n\n{text}")
    told = [d.rationale for d in across(both) if d.slot == "day of the account"]
    assert told == ([expected] if expected else [])
