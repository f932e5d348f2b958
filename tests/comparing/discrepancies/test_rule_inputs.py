"""One account, or two side by side: topics that cross, the event on record, the day a claim is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import FORUM
from written import pair, single, source

from scripts.comparing.discrepancies.rule_inputs import event_title
from scripts.record import Reference, Topic


def _topics(**cues: str) -> Reference:
    return Reference(
        topics=tuple(
            Topic(name, name, (cue,), "SHEET", "item 1", "stated", "", ("x",), "H", "")
            for name, cue in cues.items()
        )
    )


# Cues of topics, a text, and the topics with where they stand; one that crosses a longer one gives way.
CROSSING = [
    ({"a": "cold harbour", "b": "harbour crew watch"}, "A cold harbour crew watch left.", ["b 7-25"]),
    ({"a": "cold harbour crew", "b": "crew watch"}, "A cold harbour crew watch left.", ["a 2-19"]),
    ({"a": "harbour crew", "b": "cold harbour", "c": "crew left"}, "A cold harbour crew left.", ["b 2-14"]),
    # Of two that are equally long the first stays.
    ({"a": "cold port", "b": "port crew"}, "A cold port crew left.", ["a 2-11"]),
    ({"b": "cold port", "a": "port crew"}, "A cold port crew left.", ["b 2-11"]),
    # One within the other, at either end of it or in its midst, says more: both stay.
    ({"a": "cold harbour crew", "b": "cold harbour"}, "A cold harbour crew left.", ["b 2-14", "a 2-19"]),
    ({"a": "cold harbour crew", "b": "harbour crew"}, "A cold harbour crew left.", ["a 2-19", "b 7-19"]),
    ({"a": "cold harbour crew", "b": "harbour"}, "A cold harbour crew left.", ["a 2-19", "b 7-14"]),
    # Side by side nothing crosses.
    ({"a": "cold harbour", "b": "crew watch"}, "A cold harbour crew watch left.", ["a 2-14", "b 15-25"]),
]


@pytest.mark.parametrize(("cues", "text", "expected"), CROSSING)
def test_topics_that_cross(cues: dict[str, str], text: str, expected: list[str]) -> None:
    found = single(text, reference=_topics(**cues)).topics
    assert [f"{m.topic} {m.start}-{m.end}" for m in found] == expected


def test_topics_of_each_claim() -> None:
    account = single(
        "The cold harbour froze. Crews left the cold harbour.", reference=_topics(a="cold harbour")
    )
    assert [[m.start for m in account.topics_in[id(claim)]] for claim in account.account.claims] == [
        [4],
        [39],
    ]


EARLIER = replace(FORUM, id="forum-8", name="8th Lima Port Forum", ordinal=8, date=date(2019, 5, 3))
BOTH = Reference(events=(FORUM, EARLIER))
NAMED = "The Lima Port Forum met"

# What an account says, when it speaks or came out, the events it is about; the event on record.
WHICH = [
    (f"{NAMED} on 3 May 2021.", "", "", (), "forum-9"),
    (f"{NAMED} on 5 May 2019.", "", "", (), "forum-8"),
    (f"{NAMED} on 5 May 2019.", "2021-05-03", "2021-05-03", (), "forum-8"),
    (f"{NAMED} in Lima.", "2021-05-04", "", (), "forum-9"),
    (f"{NAMED} in Lima.", "", "2019-05-04", (), "forum-8"),
    (f"{NAMED} in Lima.", "2019-05-04", "2021-05-04", (), "forum-8"),
    (f"{NAMED} in Lima.", "2021-05-04", "", ("forum-8",), "forum-8"),
    (f"{NAMED} in Lima.", "", "", (), None),
]


@pytest.mark.parametrize(("text", "as_of", "published", "events", "expected"), WHICH)
def test_the_event_on_record(
    text: str, as_of: str, published: str, events: tuple[str, ...], expected: str | None
) -> None:
    said = replace(source(text, as_of=as_of, published=published), events=events)
    account = single(said, reference=BOTH)
    found = account.event(account.account.claims[0].event)
    assert (found.id if found else None) == expected


# What an account says, when it speaks and came out; the day that its claim is about.
DAYS = [
    (f"{NAMED} in Lima.", "2021-05-09", "", date(2021, 5, 3)),  # the record's day
    ("The Oslo Flood Conference met on 4 May 2021.", "2021-05-09", "2021-05-10", date(2021, 5, 4)),
    ("The Oslo Flood Conference met.", "2021-05-09", "2021-05-10", date(2021, 5, 9)),
    ("The Oslo Flood Conference met.", "", "2021-05-10", date(2021, 5, 10)),
    ("The Oslo Flood Conference met on 4 May 2021.", "", "", date(2021, 5, 4)),
    ("The Oslo Flood Conference met.", "", "", None),
    ("Crews left Lund.", "2021-05-09", "", date(2021, 5, 9)),
]


@pytest.mark.parametrize(("text", "as_of", "published", "expected"), DAYS)
def test_the_day_a_claim_is_about(text: str, as_of: str, published: str, expected: date | None) -> None:
    account = single(source(text, as_of=as_of, published=published), reference=Reference(events=(FORUM,)))
    assert account.day(account.account.claims[0]) == expected


def test_how_to_speak_of_an_event() -> None:
    account = single("The Water Summit met in Quito. The Quito Water Summit ended. The Summit was long.")
    assert event_title(account, account.account.claims[0].event) == "Quito Water Summit"
    assert event_title(account, "none of the kind") == "none of the kind"
    forum = single(f"{NAMED} in Lima.", reference=Reference(events=(FORUM,)))
    assert event_title(forum, forum.account.claims[0].event) == "9th Lima Port Forum"


def test_what_two_claims_say_otherwise_is_found_once() -> None:
    both = pair(
        "Crews left Lund on Monday. Rain fell in Oslo.", "Crews left Lund on Tuesday. Rain fell in Ulm."
    )
    told = [[meeting.left.items[c.left[0]].quote for c in found] for meeting, found in both.changes]
    assert told == [["Monday"], ["Oslo"]]
    assert both.changes is both.changes
