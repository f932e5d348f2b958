"""Reading and comparing take steps that grow with the text: four times the text, some four times the steps.

Steps are calls of functions, counted. Where one call can take long (a pattern over a text) it is the time of
the processor, against that of a quarter of the text in the same run: no clock and no other program decides.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from fuzz.comparing import compiled
from fuzz.reading import source

from scripts.exhibits.comparison_page import page
from scripts.reading.accounts import account
from scripts.report import output_formats

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numbered(number: int) -> str:
    """A word of its own for each number."""
    return _LETTERS[number % 26] + _LETTERS[number // 26 % 26] + _LETTERS[number // 676 % 26]


def repeated(piece: str) -> Callable[[int], str]:
    """A text of one piece over and over."""
    return lambda size: piece * (size // len(piece))


def counted(piece: str) -> Callable[[int], str]:
    """A text of a piece in which a word and a number change each time."""
    length = len(piece.format(word="abc", number=100))
    return lambda size: "".join(piece.format(word=numbered(n), number=n) for n in range(size // length))


READ = {
    "no end of a sentence": repeated("the minister agreed on 3 May to raise tariffs by 20 percent and "),
    "one word a line": repeated("word\n"),
    "capitals": repeated("THE MINISTER AND ANA DUARTE AGREED "),
    "headings": counted("# Heading {number}\n\nIt is so.\n\n"),
    "empty headings": repeated("# One\n\n"),
    "quotation marks": repeated("“He said.” \""),
    "digits": repeated("1"),
    "numbers": repeated("12 "),
    "brackets": repeated("(A"),
    "stops": repeated(". "),
    "a list": repeated("• Strengthen the trade framework with 12 quotas.\n"),
    "dates": repeated("May 3, "),
    "meetings": repeated("the Lima Meeting on 3 May and "),
    "events": counted("The {number}th Lima{word} Port Forum met. "),
    "short forms": repeated("the Coastal Board (CB) "),
    "names": counted("Ana Na{word} "),
    "lead-ins": repeated("Do it by:\n\n"),
}  # fmt: skip
# Patterns over a run of one character: a single call may be long.
RUNS = [
    " ",
    "\t",
    "\u00a0",
    "a",
    "A",
    "1",
    "1,",
    "(",
    "(\t",
    "'",
    "*",
    "_ ",
    "a-",
    "a.",
    "a@",
    ", ",
    "\u200b",
    "“",
]
COMPARED = {
    "ministers": counted("Minister Ana Na{word} met. "),
    "events": counted("The {number}th Lima{word} Port Forum met on 3 May 2021. "),
    "no end of a sentence": repeated(
        "the minister and Ana Duarte agreed to raise tariffs by 20 percent and "
    ),
    "marks that collide": repeated("It is so , , "),
    "quotations": counted("“He said {word}. "),
    "nationals": counted("Kenyan Ana Na{word} spoke of {word}. "),
    "lead-ins": counted("They do {word} by:\n\n"),
}


def steps(run: Callable[[], object]) -> int:
    """How many functions, of Python and of C, are called."""
    count = 0

    def counting(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counting)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def lines(run: Callable[[], object]) -> int:
    """How many lines of the exhibits are run, each turn of a comprehension among them."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return counting if "exhibits" in frame.f_code.co_filename else None

    sys.settrace(counting)
    try:
        run()
    finally:
        sys.settrace(None)
    return count


def seconds(run: Callable[[], object]) -> float:
    """Processor time of this process alone."""
    begun = time.process_time()
    run()
    return time.process_time() - begun


@pytest.mark.parametrize("shape", READ)
def test_reading_takes_steps_that_grow_with_the_text(shape: str) -> None:
    texts = [READ[shape](size) for size in (3000, 12000)]
    few, many = (steps(lambda text=text: account(source("A", text))) for text in texts)
    assert many <= 5.5 * few + 5000


@pytest.mark.parametrize("run", RUNS)
def test_no_pattern_reads_a_run_again_and_again(run: str) -> None:
    texts = ["It is x" + run * (size // len(run)) + "x." for size in (6_000, 24_000)]
    few, many = (
        min(seconds(lambda text=text: account(source("A", text))) for _ in range(2)) for text in texts
    )
    assert many <= 8 * few + 0.2


@pytest.mark.parametrize("shape", COMPARED)
def test_comparing_takes_steps_that_grow_with_the_text(shape: str) -> None:
    made = []
    # Words of short sentences are remembered, those of long ones are read anew: both sizes have to be long.
    for size in (4500, 18000) if shape in {"marks that collide", "no end of a sentence"} else (1000, 4000):
        texts = COMPARED[shape](size), "Ana Duarte of Kenya met the Lima Port Forum on 4 May 2021.\n"
        made.append(steps(lambda texts=texts: output_formats.as_json(output_formats.rows(compiled(texts)))))
    assert made[1] <= 6 * made[0] + 20_000


def test_a_page_takes_lines_that_grow_with_its_findings() -> None:
    made = []
    for size in (2_000, 8_000):
        one = counted("Ana Duarte raised the La{word}ma quota by {number} tonnes. ")(size)
        found = compiled((one, one.replace("5 tonnes", "6 tonnes").replace("Ana", "Luis")))
        findings = found.findings  # made before: here it is what shows them that counts
        assert len(findings) > size // 60
        made.append(lines(lambda found=found, findings=findings: page(found, findings)) / len(findings))
    assert made[1] <= 1.05 * made[0]
