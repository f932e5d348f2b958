"""Accounts of a few words, for tests of what the engine reads in them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from scripts.comparing.discrepancies import Pair, Single
from scripts.reading.accounts import Account, account
from scripts.reading.sources import Source
from scripts.record import Reference
from scripts.record.pillars import Pillars


def source(text: str, siglum: str = "X", as_of: str = "", sure: str = "", published: str = "") -> Source:
    """An account of unknown provenance, with a date if one is given."""
    return Source(
        siglum=siglum,
        file=Path(f"{siglum.lower()}.txt"),
        title="",
        publisher="",
        url="",
        published=date.fromisoformat(published) if published else None,
        as_of=date.fromisoformat(as_of) if as_of else None,
        as_of_written=as_of,
        as_of_sure=sure,
        events=(),
        kind="",
        likelihood="",
        reason="",
        original="",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
    )


@cache
def told_in(made: Source) -> Account:
    """Read an account once: reading takes most of a case's time, and mutants (tests/mutants) share it."""
    return account(made)


def single(
    text: str | Source, siglum: str = "X", reference: Reference | None = None, pillars: Pillars | None = None
) -> Single:
    """One account with a record to check it against, or none."""
    made = source(text, siglum) if isinstance(text, str) else replace(text, siglum=siglum)
    return Single(told_in(made), reference or Reference.empty(), pillars or Pillars())


def pair(left: str | Source, right: str | Source, reference: Reference | None = None) -> Pair:
    """Two accounts, L and R, side by side."""
    return Pair(single(left, "L", reference), single(right, "R", reference))
