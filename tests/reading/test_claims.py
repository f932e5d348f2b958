"""Claims: one assertion about one event each, with its details where they stand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from written import source

from scripts import report
from scripts.reading.accounts import account
from scripts.reading.claims import (
    DEFAULT,
    HEADED,
    NAMED,
    Claim,
    Dating,
    EventMention,
    Expansion,
    OfficeHolder,
    Stance,
)
from scripts.reading.passages import CHROME, HEADING

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Claim, ...]]:
    return {a.siglum: a.claims for a in report.read().accounts}


def beginning(claims: tuple[Claim, ...], words: str) -> list[Claim]:
    found = [c for c in claims if c.quote.startswith(words)]
    assert found, words
    return found


# The two accounts


def test_every_passage_that_asserts_something_makes_a_claim_and_no_other() -> None:
    for read in report.read().accounts:
        speaking = {id(p) for p in read.passages if p.kind not in {HEADING, CHROME}}
        assert {id(c.passage) for c in read.claims} == speaking


def test_each_claim_is_about_one_event(seeds: dict[str, tuple[Claim, ...]]) -> None:
    assert Counter(c.event for c in seeds["A"]) == {"scm": 13, "2+2": 1}
    assert Counter(c.event for c in seeds["B"]) == {"scm": 17, "2+2": 6}


def test_the_joint_sentence_of_b_is_two_claims_with_one_quote(seeds: dict[str, tuple[Claim, ...]]) -> None:
    one, other = beginning(seeds["B"], "On October 30, 2024, the United States")
    assert (one.start, one.end, one.quote) == (other.start, other.end, other.quote)
    assert (one.event, other.event) == ("scm", "2+2")
    assert one.event_reason == other.event_reason == NAMED
    # The date is common to the two; the name of the event is each claim's own.
    assert [d.value for d in one.of(Dating)[:1]] == [d.value for d in other.of(Dating)[:1]] == ["2024-10-30"]
    assert [m.quote for m in one.of(EventMention)] == ["U.S.-ROK Security Consultative Meeting (SCM)"]
    assert [m.quote for m in other.of(EventMention)] == ["2+2 Ministerial Dialogue"]


def test_items_take_the_event_of_the_heading_above_them(seeds: dict[str, tuple[Claim, ...]]) -> None:
    headed = [c for c in seeds["B"] if c.event_reason == HEADED]
    assert [c.event for c in headed] == ["2+2"] * 4
    assert all("2+2 Ministerial Dialogue" in c.passage.section for c in headed)
    assert {c.event for c in seeds["B"] if c.event_reason == DEFAULT} == {"scm"}


# Account, how its claim begins, kind, what is found: in the order of the text.
DETAILS = [
    (siglum, words, kind, quotes)
    for line in (FIXTURES / "details_of_claims.txt").read_text("utf-8").splitlines()
    for siglum, words, kind, *quotes in [line.split(" | ")]
]
KINDS = {kind.__name__: kind for kind in (Dating, EventMention, Expansion, OfficeHolder)}


@pytest.mark.parametrize(("siglum", "words", "kind", "quotes"), DETAILS)
def test_details_of_a_claim(
    seeds: dict[str, tuple[Claim, ...]],
    siglum: str,
    words: str,
    kind: str,
    quotes: list[str],
) -> None:
    (claim,) = beginning(seeds[siglum], words)
    assert [d.quote for d in claim.of(KINDS[kind])] == quotes


STANCES = [
    # account, how its claim begins, the stance, its tense
    ("A", "On October 31", "", "future"),
    ("A", "The United States reaffirmed", "reaffirmed", "past"),
    ("A", "Launch a new", "", "order"),
    ("B", "Agreed to promote freedom", "agreed", "past"),
    ("B", "Strongly condemned", "condemned", "past"),
    ("B", "Discussed ways", "discussed", "past"),
    ("B", "The two sides agreed", "agreed", "past"),
]


@pytest.mark.parametrize(("siglum", "words", "stance", "tense"), STANCES)
def test_stance_and_tense(
    seeds: dict[str, tuple[Claim, ...]], siglum: str, words: str, stance: str, tense: str
) -> None:
    found = beginning(seeds[siglum], words)[0].of(Stance)[0]
    assert found.tense == tense
    if stance:
        assert found.stance == stance


def test_a_date_without_a_year_takes_the_one_before_it(seeds: dict[str, tuple[Claim, ...]]) -> None:
    (claim,) = beginning(seeds["A"], "On October 31")
    (dating,) = claim.of(Dating)
    assert (dating.year, dating.inherited, dating.value) == (None, 2024, "2024-10-31")


# Other texts

EVENTS = [
    # text, the events of its claims with the reason
    ("The port is open.", [("", "")]),
    ("The Lima Trade Summit opened. It was long.", [("lima-summit", NAMED), ("lima-summit", DEFAULT)]),
    (
        "The Lima Trade Summit (LTS) opened. The LTS closed. The 3+3 talks began.",
        [("lts", NAMED), ("lts", NAMED), ("3+3", NAMED)],
    ),
    (
        "They held the Lima Trade Summit and the Quito Water Forum.",
        [("lima-summit-trade", NAMED), ("forum-quito-water", NAMED)],
    ),
]


@pytest.mark.parametrize(("text", "events"), EVENTS)
def test_events_of_claims(text: str, events: list[tuple[str, str]]) -> None:
    read = account(source(text))
    told = [("-".join(sorted(c.event.split("-"))), c.event_reason) for c in read.claims]
    assert [r for _, r in told] == [r for _, r in events]
    assert len({e for e, _ in told}) == len({e for e, _ in events})
    short = [e for e, _ in events if e in {"lts", "3+3"}]
    assert [e for e, _ in told if e in {"lts", "3+3"}] == short


def test_equal_sentences_are_counted() -> None:
    read = account(source("The port is open. It is deep. The port is open."))
    assert [(c.quote, c.occurrence) for c in read.claims] == [
        ("The port is open.", 1),
        ("It is deep.", 1),
        ("The port is open.", 2),
    ]


def test_headings_and_furniture_make_no_claim() -> None:
    read = account(source("PORT OF LIMA\n\nThe port is open.\n\nLeave a Comment"))
    assert [c.quote for c in read.claims] == ["The port is open."]


def test_a_lead_in_asserts_something_itself() -> None:
    read = account(source("The two are deepening their ties by:\n\n- Digging a canal."))
    assert [c.quote for c in read.claims] == ["The two are deepening their ties by:", "Digging a canal."]
