"""An invented record, for cases about ports, trade, floods and health."""

from __future__ import annotations

from datetime import date

from scripts.record import Document, Event, Office, Person, Post, Reference, Term, TermOfOffice, Topic
from scripts.record.pillars import Cue, Pillar, Pillars

CITED = ("harbour_gazette",)


def _term(kind: str, official: str, acronym: str = "", forms: str = "", generic: str = "") -> Term:
    several = [tuple(part for part in text.split("|") if part) for text in (forms, generic)]
    return Term(official.lower(), kind, official, acronym, *several, "", CITED, "H", "")


def _topic(name: str, cues: str, finding: str = "stated", wording: str = "") -> Topic:
    return Topic(name, name, tuple(cues.split("|")), "SHEET", "item 1", finding, wording, CITED, "H", "")


def _held(person: str, office: str, start: str, end: str) -> TermOfOffice:
    days = date.fromisoformat(start), date.fromisoformat(end)
    return TermOfOffice(person, office, *days, (), (), CITED, CITED, "H", "")


FORUM = Event(
    id="forum-9", name="9th Lima Port Forum", acronym="LPF", forms=("Lima Port Forum",), ordinal=9,
    series="forum", date=date(2021, 5, 3), until=date(2021, 5, 4), date_also=(), place="Lima",
    places_also=("Callao",), hosts=(Post("ana-duarte", "pe-health"),), heads=(), citations=CITED, sure="H",
    note="",
)  # fmt: skip
SUMMIT = Event(
    id="summit", name="Quito Water Summit", acronym="", forms=(), ordinal=None, series="",
    date=date(2021, 6, 9), until=date(2021, 6, 9), date_also=(), place="Quito", places_also=(), hosts=(),
    heads=(), citations=CITED, sure="H", note="",
)  # fmt: skip
RECORD = Reference(
    people=(
        Person("ana-duarte", "", ("Ana Duarte", "Ana María Duarte"), CITED, "H"),
        Person("luis-poe", "", ("Luis Poe", "Luís Poé"), CITED, "H"),
    ),
    offices=(
        Office("pe-health", "PE", "Minister of Health", ("Health Minister",), ("health",), CITED, "H"),
        Office("pe-trade", "PE", "Minister of Foreign Trade", ("Trade Minister",), ("trade",), CITED, "H"),
        Office(
            "cl-fish", "CL", "Secretary of Fisheries", ("Fisheries Secretary",), ("fisheries",), CITED, "H"
        ),
    ),
    terms_of_office=(
        _held("ana-duarte", "pe-health", "2021-01-01", "2022-06-30"),
        _held("luis-poe", "cl-fish", "2019-01-01", "2020-12-31"),
    ),
    events=(FORUM, SUMMIT),
    terms=(
        _term("exercise", "Iron Lantern", "", "", "joint drills|sea drills"),
        _term("body", "Nautical Safety Board", "NSB", "Safety Board", "safety bodies"),
        _term(
            "framework", "Compact for Coastal Water Quality", "CCWQ", "Coastal Water Compact", "water pact"
        ),
        _term("body", "Ports and Fisheries Ministerial Meeting", "3+3", "3+3 Meeting"),
        _term("term-of-art", "extended protection", "", "", "wider cover"),
        _term("term-of-art", "land-sea transport"),
        _term("term-of-art", "tonnage and draught survey", "TDS"),
    ),
    documents=(Document("SHEET", "Fact sheet", "x", date(2021, 5, 3), "all", CITED, "H", ""),),
    topics=(
        _topic("drills", "drills|Iron Lantern", wording="sea drills"),
        _topic("herring", "herring", "near", "herring quota"),
        _topic("raids", "raids", wording="deter Bolivian raids"),
        _topic("missiles", "missiles", wording="deter Peru missiles"),
        _topic("cover", "extended protection|wider cover", wording="extended protection"),
        _topic("tuna", "tuna", "not-seen"),
    ),
)
PILLARS = Pillars(
    (Pillar("safety", "Safety", "What keeps ships safe.", CITED), Pillar("trade", "Trade", "Goods.", CITED)),
    (
        Cue("safety", "drills", "any", 2),
        Cue("safety", "rescue", "text", 1),
        Cue("safety", "missile", "any", 1),
        Cue("trade", "port", "any", 1),
        Cue("trade", "cranes", "text", 2),
        Cue("trade", "herring", "text", 2),
    ),
)
