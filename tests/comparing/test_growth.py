"""What is done for a text grows with its length and no faster: calls are counted, no clock is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from scripts.comparing.statements.statement_verdicts import judge
from scripts.comparing.statements.summaries import check_summary
from scripts.reading.syntax import parser
from scripts.reading.syntax.whole_text import reading

_DOUBLE = 2.5  # times the calls that a text of twice the length may take
CHAIN = "On Monday {} the mayor fell."
STORY = (
    "The mayor of Kell{0} opened bridge {0} on Monday. She said {0} ferries had sunk near Lund, the port. "
    "Ida Falk{0}, the harbour master, denied it; the crew of the tug was unhurt. "
)


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions in this project that a piece of work makes."""
    count = 0

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_globals.get("__name__", "").startswith("scripts.")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def story(parts: int) -> str:
    """Return a text of so many parts, no two of which tell of the same."""
    return "".join(STORY.format(number) for number in range(parts))


def chain(links: int) -> str:
    """Return a sentence whose words hang on each other in one long chain."""
    return CHAIN.format("of the dam " * links)


@pytest.mark.parametrize(
    "work",
    [
        lambda n: judge("The top of the dam of the dam fell.", chain(100 * n)),
        lambda n: judge(chain(80 * n), chain(80 * n)),
        lambda n: judge("The mayor of Kell opened a bridge on Tuesday.", story(60 * n)),
        lambda n: check_summary("Ida Falk denied it. Nine ferries sank.", story(60 * n)),
        lambda n: reading(story(60 * n)),
    ],
    ids=["chain", "chain by itself", "long source", "summary", "reading"],
)
def test_twice_the_length_takes_twice_the_steps(work: Callable[[int], object]) -> None:
    parser.parse("The parser is loaded, and the lexicon read.")
    once = calls(lambda: work(1))
    assert calls(lambda: work(2)) <= _DOUBLE * once
