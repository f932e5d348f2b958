"""Figures as ranges, with what they count and measure: golden/amounts.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from listed import Listed, listed

from scripts.reading.syntax.amounts import figures
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.parser import parse

CASES = listed(Path(__file__).with_name("golden") / "amounts.txt")


def told(figure: Figure, text: str) -> str:
    """Return a figure as the table has it: quote, range, dimension of its unit, what it counts."""
    counted = "" if figure.counted is None else parse(text).tokens[figure.counted].text
    of = f"of {counted}" if counted and figure.dimension in ("", "order", "share") else ""
    return " ".join(part for part in (f"{figure.quote}:", _range(figure), figure.dimension, of) if part)


def _range(figure: Figure) -> str:
    low, high = (f"{end:.12g}" for end in (figure.low, figure.high))
    if figure.exact:
        return low
    if high == "inf":
        return f">{'' if figure.strict else '='}{low}"
    if low == "0":
        return f"<{'' if figure.strict else '='}{high}"
    return f"{'about ' if figure.about else ''}{low} to {high}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_figures(case: Listed) -> None:
    found = figures(parse(case.text))
    assert [told(one, case.text) for one in found] == [*case.expected]
    for one in found:
        assert case.text[one.start : one.end] == one.quote


def figure(text: str) -> Figure:
    """The one figure of a text."""
    (found,) = figures(parse(f"They counted {text}."))
    return found


# what is asked for, what is given, whether one value can be both, whether the given is all that is asked for
@pytest.mark.parametrize(
    ("asked", "given", "meets", "holds"),
    [
        ("12 boats", "12 boats", True, True),
        ("more than 10 boats", "12 boats", True, True),
        ("more than 12 boats", "12 boats", False, False),
        ("at least 12 boats", "12 boats", True, True),
        ("at least 12 boats", "more than 12 boats", True, True),
        ("more than 12 boats", "at least 12 boats", True, False),
        ("more than 12 boats", "more than 10 boats", True, False),
        ("more than 10 boats", "more than 12 boats", True, True),
        ("fewer than 12 boats", "12 boats", False, False),
        ("12 boats", "more than 10 boats", True, False),
        ("between 10 and 20 boats", "12 boats", True, True),
        ("between 10 and 20 boats", "between 12 and 30 boats", True, False),
        ("about 100 boats", "104 boats", True, True),
        ("£5 million", "£5,000,000", True, True),
    ],
)
def test_ranges(asked: str, given: str, meets: bool, holds: bool) -> None:
    assert figure(asked).meets(figure(given)) is meets
    assert figure(given).meets(figure(asked)) is meets
    assert figure(asked).holds(figure(given)) is holds


def test_what_is_passed_over_is_no_number() -> None:
    read = parse("The law of 1996 names 12 ports.")
    year = next(token.index for token in read.tokens if token.text == "1996")
    assert [one.quote for one in figures(read, frozenset([year]))] == ["12"]
