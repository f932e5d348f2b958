"""What the record says of a reading: a table for each question, with cases in which it must not answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from written import single, source

from scripts.reading.details.dates import dates, with_years
from scripts.record import (
    Document,
    Event,
    Office,
    OtherDate,
    Person,
    Post,
    Reference,
    Term,
    TermOfOffice,
    Topic,
    standings,
)

CITED = ("harbour_gazette",)
EMPTY = Reference.empty()


def tenure(person: str, start: str, end: str) -> TermOfOffice:
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    return TermOfOffice(person, "pe-health", days[0], days[1], (), (), CITED, CITED, "H", "")


def topic(document: str, finding: str, wording: str, sure: str = "H", name: str = "quota") -> Topic:
    return Topic(name, name, (name,), document, "page 1", finding, wording, (f"{document}_page",), sure, "")


FORUM = Event(
    id="forum-9",
    name="9th Lima Port Forum",
    acronym="",
    forms=("Lima Port Forum",),
    ordinal=9,
    series="forum",
    date=date(2021, 5, 3),
    until=date(2021, 5, 4),
    date_also=(OtherDate(date(2021, 5, 5), "x"),),
    place="Lima",
    places_also=("Callao",),
    hosts=(Post("ana-duarte", "pe-health"),),
    heads=(),
    citations=CITED,
    sure="H",
    note="",
)
RECORD = Reference(
    people=(
        Person("ana-duarte", "", ("Ana Duarte", "Ana María Duarte"), CITED, "H"),
        Person("luis-poe", "", ("Luis Poe",), CITED, "H"),
        Person("rosa-vela", "", ("Rosa Vela",), CITED, "H"),
    ),
    offices=(Office("pe-health", "PE", "Minister of Health", ("Health Minister",), ("health",), CITED, "H"),),
    terms_of_office=(
        tenure("luis-poe", "2019-01-01", "2020-12-31"),
        tenure("ana-duarte", "2021-01-01", "2022-06-30"),
    ),
    events=(FORUM,),
    terms=(
        Term("nsb", "body", "Nautical Safety Board", "NSB", (), (), "", CITED, "H", ""),
        Term("tpa-1", "body", "Trade Promotion Agency", "TPA", (), (), "", CITED, "H", ""),
        Term("tpa-2", "treaty", "Tuna Protection Accord", "TPA", (), (), "", CITED, "H", ""),
        Term("cover", "term-of-art", "extended protection", "", (), (), "", CITED, "H", ""),
    ),
    documents=(
        Document("SHEET", "Fact sheet", "x", date(2021, 5, 3), "all", CITED, "H", ""),
        Document("COMMUNIQUE", "Communique", "x", date(2021, 5, 4), "all", CITED, "H", ""),
        Document("OLD", "Old report", "x", date(2019, 5, 4), "all", CITED, "H", ""),
    ),
    topics=(
        topic("SHEET", "stated", "herring quota"),
        topic("COMMUNIQUE", "stated", "herring quota"),
        topic("SHEET", "not-seen", "", name="tuna"),
        topic("COMMUNIQUE", "stated", "tuna protection", name="tuna"),
        topic("OLD", "stated", "cod catches", name="cod"),
        topic("SHEET", "near", "crab fishing", name="crabs"),
        topic("SHEET", "stated", "eel farms", sure="L", name="eels"),
        topic("SHEET", "not-seen", "", name="squid"),
        topic("SHEET", "not-read", "", sure="L", name="whelks"),
        topic("COMMUNIQUE", "not-seen", "", sure="L", name="whelks"),
        topic("SHEET", "not-read", "", sure="L", name="cockles"),
        topic("COMMUNIQUE", "stated", "cockle beds", name="cockles"),
        topic("SHEET", "stated", "firm (extended protection)", name="firmness"),
    ),
)

HOLDINGS = [
    # text, on which day, verdict
    ("Peru’s Minister of Health Ana Duarte spoke.", "2021-05-03", "confirmed"),
    ("Peru’s Minister of Health Ana Duarte spoke.", "2021-01-01", "confirmed"),  # the first day
    ("Peru’s Minister of Health Ana Duarte spoke.", "2022-06-30", "confirmed"),  # and the last
    ("Peru’s Minister of Health Ana Duarte spoke.", "2022-07-01", "refuted"),
    ("Peru’s Minister of Health Luis Poe spoke.", "2021-05-03", "refuted"),
    ("Peru’s Minister of Health Luis Poe spoke.", "2020-05-03", "confirmed"),
    ("Peru’s Minister of Health Jo Unknown spoke.", "2021-05-03", "unconfirmed"),  # nobody on record
    ("Peru’s Minister of Labour Ana Duarte spoke.", "2021-05-03", "unconfirmed"),  # no such office
    ("Chile’s Minister of Health Ana Duarte spoke.", "2021-05-03", "unconfirmed"),  # of another country
    ("Peru’s Minister of Health Ana Duarte spoke.", "", "unconfirmed"),  # no day
]


@pytest.mark.parametrize(("text", "day", "verdict"), HOLDINGS)
def test_holdings(text: str, day: str, verdict: str) -> None:
    (holding,) = single(text).account.holdings
    on = date.fromisoformat(day) if day else None
    found = standings.of_holding(RECORD, holding, on)
    assert found.verdict == verdict
    assert bool(found.citations) or verdict == "unconfirmed"
    assert standings.of_holding(EMPTY, holding, on) == standings.UNCHECKED


DAYS = [
    ("3 May 2021", "confirmed"),
    ("4 May 2021", "confirmed"),  # it took two days
    ("5 May 2021", "unconfirmed"),  # another source has this day
    ("6 May 2021", "refuted"),
    ("3 May", "unconfirmed"),  # of which year?
    ("May 2021", "unconfirmed"),
]


@pytest.mark.parametrize(("written", "verdict"), DAYS)
def test_days_of_events(written: str, verdict: str) -> None:
    (dating,) = dates(f"It was on {written} there.")
    assert standings.of_event_date(RECORD, FORUM, dating).verdict == verdict
    assert standings.of_event_date(RECORD, None, dating).verdict == "unconfirmed"
    assert standings.of_event_date(EMPTY, None, dating).verdict == "not checked"


def test_a_day_takes_the_year_that_the_account_gives_elsewhere() -> None:
    *_, dating = with_years(dates("It began in May 2021 and met on 3 May."))
    assert standings.of_event_date(RECORD, FORUM, dating).verdict == "confirmed"


@pytest.mark.parametrize(
    ("place", "verdict"), [("Lima", "confirmed"), ("Callao", "confirmed"), ("Quito", "unconfirmed")]
)
def test_places_of_events(place: str, verdict: str) -> None:
    assert standings.of_event_place(RECORD, FORUM, place).verdict == verdict
    assert standings.of_event_place(EMPTY, None, place).verdict == "not checked"


TENSES = [
    # when the account speaks, tense, verdict
    ("2021-05-01", "future", "confirmed"),
    ("2021-05-01", "past", "refuted"),
    ("2021-05-09", "past", "confirmed"),
    ("2021-05-09", "future", "refuted"),
    ("2021-05-03", "past", "unconfirmed"),  # the same day: the hour is not known
    ("2021-05-04", "future", "unconfirmed"),
    ("", "past", "unconfirmed"),
]


@pytest.mark.parametrize(("day", "tense", "verdict"), TENSES)
def test_tenses(day: str, tense: str, verdict: str) -> None:
    assert standings.of_tense(RECORD, FORUM, tense, source("x", as_of=day, sure="M")).verdict == verdict


TOPICS = [
    # topic, the account's words, verdict, who is cited
    ("quota", "herring quota", "confirmed", ("SHEET_page", "COMMUNIQUE_page")),
    ("quota", "sardine limits", "near", ("SHEET_page", "COMMUNIQUE_page")),  # other words
    ("tuna", "tuna protection", "borne out elsewhere", ("COMMUNIQUE_page",)),
    ("cod", "cod catches", "near", ("OLD_page",)),  # said, but years before
    ("crabs", "crab fishing", "near", ("SHEET_page",)),
    ("eels", "eel farms", "near", ("SHEET_page",)),  # only inferred: it bears nothing out
    ("squid", "squid boats", "unconfirmed", ("SHEET_page",)),
    ("whales", "whales", "not checked", ()),  # the record does not know the topic
    ("whelks", "whelk boats", "not checked", ()),  # the original was not read there, and no other has it
    ("cockles", "cockle beds", "borne out elsewhere", ("COMMUNIQUE_page",)),  # but this one has
    ("firmness", "firm extended protection", "confirmed", ("SHEET_page",)),
    ("firmness", "firm protection", "near", ("SHEET_page",)),  # a part of a term of art is another thing
    ("firmness", "firm friendship", "near", ("SHEET_page",)),  # said of a term of art that the reading lacks
]


@pytest.mark.parametrize(("name", "words", "verdict", "cited"), TOPICS)
def test_topics(name: str, words: str, verdict: str, cited: tuple[str, ...]) -> None:
    found = standings.of_topic(RECORD, name, "SHEET", words)
    assert (found.verdict, found.citations) == (verdict, cited)
    assert bool(found.searched) == (verdict == "unconfirmed" or name == "whelks")


def test_what_was_not_read_was_not_searched() -> None:
    found = standings.of_topic(RECORD, "whelks", "SHEET", "whelk boats")
    assert found.searched == ("Communique (page 1)",)
    assert found.note == "Fact sheet, page 1: not read"
    # For an account of another original it is no witness either.
    other = standings.of_topic(RECORD, "whelks", "COMMUNIQUE", "whelk boats")
    assert (other.verdict, other.searched) == ("unconfirmed", ("Communique (page 1)",))
    assert "SHEET_page" not in other.citations


def test_who_was_present_is_proved_by_what_names_them() -> None:
    (holding,) = single("Peru’s Minister of Health Ana Duarte spoke.").account.holdings
    forum = replace(FORUM, heads_citations=("forum_minutes",))
    found = standings.of_holding(RECORD, holding, forum.date, forum)
    assert (found.verdict, found.citations[0]) == ("confirmed", "forum_minutes")
    assert found.note.endswith("present at 9th Lima Port Forum: Ana Duarte")
    assert standings.of_event_role(RECORD, forum, "leading", ["Ana Duarte"]).citations == ("forum_minutes",)
    assert standings.of_holding(RECORD, holding, forum.date).citations == CITED


def test_no_topic_is_ever_refuted() -> None:
    for row in RECORD.topics:
        for original in ("SHEET", "COMMUNIQUE", "OLD", ""):
            for words in (row.wording, "something else", ""):
                assert standings.of_topic(RECORD, row.id, original, words).verdict != "refuted"


EXPANSIONS = [
    ("NSB", "Nautical Safety Board", "confirmed"),
    ("NSB", "nautical safety board", "confirmed"),
    ("NSB", "Nautical Safety Board services", "near"),
    ("NSB", "National Sailing Board", "refuted"),
    ("TPA", "Tuna Protection Accord", "confirmed"),
    ("TPA", "Town Planning Act", "unconfirmed"),  # two things share the acronym: it may be a third
    ("XYZ", "Xylophone Yard", "unconfirmed"),
]


@pytest.mark.parametrize(("acronym", "name", "verdict"), EXPANSIONS)
def test_expansions(acronym: str, name: str, verdict: str) -> None:
    assert standings.of_expansion(RECORD, acronym, name).verdict == verdict
    assert standings.of_expansion(EMPTY, acronym, name).verdict == "not checked"


ROLES = [
    # part, people, verdict
    ("leading", ["Ana Duarte"], "confirmed"),
    ("leading", ["Ana Duarte", "Luis Poe"], "near"),  # not all of them were
    ("leading", ["Luis Poe"], "near"),
    ("attending", ["Luis Poe"], "confirmed"),
    ("attending", ["Ana Duarte"], "near"),
    ("leading", ["Jo Unknown"], "near"),
]


@pytest.mark.parametrize(("part", "people", "verdict"), ROLES)
def test_roles(part: str, people: list[str], verdict: str) -> None:
    assert standings.of_event_role(RECORD, FORUM, part, people).verdict == verdict
    assert standings.of_event_role(EMPTY, None, part, people).verdict == "not checked"


@pytest.mark.parametrize(("number", "verdict"), [(9, "confirmed"), (8, "refuted")])
def test_ordinals(number: int, verdict: str) -> None:
    assert standings.of_event_ordinal(RECORD, FORUM, number).verdict == verdict
    assert standings.of_event_ordinal(RECORD, None, number).verdict == "unconfirmed"
    assert standings.of_event_ordinal(EMPTY, None, number).verdict == "not checked"


def test_every_verdict_is_one_of_the_six() -> None:
    assert set(standings.STANDINGS) == {
        "confirmed", "borne out elsewhere", "near", "refuted", "unconfirmed", "not checked",
    }  # fmt: skip
