"""What the tables of cases share: an account read from a few words, and a small invented record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from scripts.comparing.discrepancies import Single
from scripts.reading.accounts import Account, account
from scripts.reading.sources import Source
from scripts.record import Office, Reference, Term, Topic

CITED = ("harbour_gazette",)


def source(text: str, siglum: str = "X") -> Source:
    """An account of unknown provenance."""
    return Source(
        siglum=siglum,
        file=Path("account.txt"),
        title="",
        publisher="",
        url="",
        published=None,
        as_of=None,
        as_of_written="",
        as_of_sure="",
        events=(),
        kind="",
        likelihood="",
        reason="",
        original="",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )


def term(kind: str, official: str, acronym: str = "", *forms: str) -> Term:
    """A term of the record, known by its official words in lower case."""
    return Term(official.lower(), kind, official, acronym, forms, (), "", CITED, "H", "")


RECORD = Reference(
    offices=(
        Office(
            "pe-trade", "PE", "Minister of Foreign Trade", ("Trade Minister",), ("foreign trade",), CITED, "H"
        ),
        Office(
            "cl-state", "CL", "Secretary of Fisheries", ("Fisheries Secretary",), ("fisheries",), CITED, "H"
        ),
    ),
    terms=(
        term("body", "Nautical Safety Board", "NSB"),
        term("framework", "Compact for Coastal Water Quality", "CCWQ", "Coastal Water Compact"),
        term("body", "Ports and Fisheries Ministerial Meeting", "3+3", "3+3 Meeting"),
        term("term-of-art", "extended protection"),
        term("term-of-art", "land-sea transport"),
        term("term-of-art", "tonnage and draught survey", "TDS"),
    ),
    topics=(
        Topic("raids", "raids", ("raids",), "D", "item 1", "stated", "deter Bolivian raids", CITED, "H", ""),
        Topic("arms", "arms", ("arms",), "D", "item 2", "stated", "deter Peru missiles", CITED, "H", ""),
    ),
)


@cache  # reading is most of a case's time, and the mutants of the rules (tests/mutants) share one reading
def told_in(text: str, siglum: str = "X") -> Account:
    """Read an account, once for all cases that have it."""
    return account(source(text, siglum))


@pytest.fixture
def record() -> Reference:
    """A record of invented bodies, terms and offices."""
    return RECORD


@pytest.fixture
def read() -> Callable[..., Single]:
    """Read an account from its text, against a record or none."""

    def made(text: str, reference: Reference | None = None) -> Single:
        return Single(told_in(text), reference or Reference.empty())

    return made
