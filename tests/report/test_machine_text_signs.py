"""What shows how an account was made, and how specific it is: on the two accounts, and on clean English."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from first_two import first_two

from scripts import report
from scripts.reading.accounts import Account, account
from scripts.reading.sources import Source
from scripts.report import machine_text_signs
from scripts.report.detail_counts import ACRONYMS, DATES, NAMED, NUMBERS, PERSONS, TALK, specificity
from scripts.report.machine_text_signs import MODEL, SLIGHT, STRONG, TRANSLATED, Signal, signals

TESTS = Path(__file__).resolve().parents[1]
LEDGER = tomllib.loads((TESTS / "report" / "fixtures" / "expected_ledger.toml").read_text(encoding="utf-8"))
Entry = dict[str, Any]


def read(text: str) -> Account:
    """An account of unknown provenance."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return account(
        Source("X", Path("x.txt"), "", "", "", None, None, "", "", (), "", "", "", "", digest, text)
    )


def clean() -> Iterator[tuple[str, str]]:
    for path in sorted((TESTS / "bench" / "mutation" / "texts").glob("*.toml")):
        yield path.stem, tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    for path in sorted((TESTS / "bench" / "pairs").glob("*/*.txt")):
        yield f"{path.parent.name}/{path.stem}", path.read_text(encoding="utf-8")


CLEAN = dict(clean())


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Signal, ...]]:
    whole = first_two()
    return {a.siglum: signals(a, whole.reference) for a in whole.accounts}


@pytest.mark.parametrize(
    "expected", LEDGER["provenance"], ids=[f"{p['signal']}: {p['quote'][:30]}" for p in LEDGER["provenance"]]
)
def test_a_signal_is_found_where_it_stands(found: dict[str, tuple[Signal, ...]], expected: Entry) -> None:
    text = next(s.text for s in report.read().sources if s.siglum == expected["source"])
    start = -1
    for _ in range(expected.get("occurrence", 1)):
        start = text.index(expected["quote"], start + 1)
    end = start + len(expected["quote"])
    alike = [s for s in found[expected["source"]] if s.kind == expected["signal"]]
    assert [s.making for s in alike] == [expected["making"]]
    assert any(r.start < end and start < r.end for r in alike[0].readings)


def test_each_account_points_one_way(found: dict[str, tuple[Signal, ...]]) -> None:
    assert {s.making for s in found["A"]} == {TRANSLATED}
    assert {s.making for s in found["B"]} == {MODEL}
    for siglum, several in found.items():
        text = next(s.text for s in report.read().sources if s.siglum == siglum)
        assert several[0].weight == STRONG
        assert all(text[r.start : r.end] == r.quote for s in several for r in s.readings)
        assert all(s.reason.endswith(".") and s.readings for s in several)


@pytest.mark.parametrize("name", CLEAN)
def test_clean_english_shows_nothing_above_slight(name: str) -> None:
    assert [s.kind for s in signals(read(CLEAN[name])) if s.weight != SLIGHT] == []


CASES = [
    # text, kinds of signals
    ("The minister of finance of Republic of Korea met Luis Rojas in Lima.", ["article lost"]),
    ("The minister of finance of the Republic of Korea met Luis Rojas in Lima.", []),
    (
        "He met Luis Rojas of Republic of Korea Foreign Ministry in Lima.",
        [],
    ),  # the name describes what follows
    ("He flew from Lima to Peru and Chile on Monday.", []),  # names that take no article
    (
        "They discussed the need for bread. They stressed the value of salt. They considered ways to trade.",
        ["generic verbs", "no numbers or names"],
    ),
    (
        "They discussed the need for bread in Lima. Peru sold 40 tonnes of salt to Chile.",
        [],
    ),  # once is no habit
    ("Peru sold fish.\n\nPlease write a detailed article on this news item.\n", ["prompt left in the text"]),
    (
        "posted 2024-10-31\n\nPeru sold 40 tonnes of fish to Chile on Monday.",
        ["crawl stamp instead of a title"],
    ),
    ("FISH SOLD\n\nPeru sold 40 tonnes of fish to Chile on Monday.", []),
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_kinds_of_signals(text: str, kinds: list[str]) -> None:
    assert sorted(s.kind for s in signals(read(text))) == sorted(kinds)


@pytest.mark.parametrize("expected", LEDGER["specificity"], ids=[s["measure"] for s in LEDGER["specificity"]])
def test_which_account_is_more_specific(expected: Entry) -> None:
    whole = first_two()
    measured = {a.siglum: specificity(a, whole.reference).of(expected["measure"]) for a in whole.accounts}
    assert max(measured, key=lambda siglum: measured[siglum].rate) == expected["more"]
    for siglum, measure in measured.items():
        text = next(s.text for s in whole.sources if s.siglum == siglum)
        for quote in expected[siglum]:
            starts = [at for at in range(len(text)) if text.startswith(quote, at)]
            assert any(r.start < at + len(quote) and at < r.end for r in measure.readings for at in starts), (
                quote
            )


COUNTS = [
    # text, how many: persons, named bodies, dates and ordinals, numbers, acronyms, talk
    ("Finance Minister Ana Duarte sold 40 tonnes of fish on 3 May 2024.", (1, 0, 1, 1, 0, 0)),
    ("The Lakeside Trade Summit met. The Lakeside Trade Summit ended.", (0, 1, 0, 0, 0, 0)),  # named twice
    ("The Latin American Steel Chamber (LASC) met for the 9th time.", (0, 1, 1, 0, 1, 0)),
    ("They discussed trade and emphasised fish.", (0, 0, 0, 0, 0, 1)),
    ("The Republic of Korea (ROK) met Peru near the Baltic Sea.", (0, 0, 0, 0, 1, 0)),  # states and seas
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_what_is_counted(text: str, counts: tuple[int, ...]) -> None:
    measured = specificity(read(text))
    assert tuple(measured.of(m).count for m in (PERSONS, NAMED, DATES, NUMBERS, ACRONYMS, TALK)) == counts
    assert measured.words > 0


def test_rates_are_for_a_hundred_words() -> None:
    measured = specificity(read("Peru sold 40 tonnes of fish to Chile in Lima today."))
    assert measured.of(NUMBERS).rate == pytest.approx(100 / measured.words)
    with pytest.raises(KeyError):
        measured.of("colours")


def test_the_measure_is_reached_through_the_module_of_provenance() -> None:
    take: Callable[..., object] = machine_text_signs.specificity
    assert take is specificity
