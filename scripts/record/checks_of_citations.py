"""Checking each row's citations: a row may not be surer than its sources, nor newer than all of them.

How sure a row may be: H needs a primary text that was opened on its own site, or two sources of different
publishers; M needs one source that is not doubtful; a row with only doubtful sources is L. A copy of a
primary text counts as an ordinary source. A page that was not opened does not count, and neither does an
account: what rests on an account cannot be used to check it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from scripts.ground.csv_tables import SURENESS, Row
from scripts.record.row_classes import Citation
from scripts.record.row_parsing import Tables

PRIMARY = "official"
NO_WITNESS = {"official-unopened", "account"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def check_support(tables: Tables) -> None:
    """Raise Fault on the first row that says more than its sources support."""
    sources = {noun.key: noun for _, noun in tables.citations}
    for row, sure, columns in _resting(tables):
        for column, keys in columns.items():
            allowed = allows([sources[key] for key in keys])
            if keys and SURENESS.index(sure) < SURENESS.index(allowed):
                raise row.fault(
                    f"`sure` is {sure}, where `{column}` allows {allowed} ({', '.join(keys)})",
                    f"write {allowed}, or cite a primary text or a second source of another publisher",
                )
    _check_accounts(tables, sources)
    for row, column, day, keys in _dated(tables):
        if keys and all(_before(sources[key], day) for key in keys):
            raise row.fault(
                f"`{column}` is {day}, and every page cited for it is older ({', '.join(keys)})",
                "cite a page that was written after it, or correct the day",
            )


def allows(cited: Iterable[Citation]) -> str:
    """How sure a row may be that rests on these pages."""
    sound = [one for one in cited if one.sure != "L" and one.kind not in NO_WITNESS]
    if any(one.kind == PRIMARY for one in sound) or len({one.publisher for one in sound}) > 1:
        return "H"
    return "M" if sound else "L"


def _check_accounts(tables: Tables, sources: Mapping[str, Citation]) -> None:
    """Raise Fault if a row cites an account, unless it says that a document was not read on a topic."""
    unread = {id(row) for row, topic in tables.topics if topic.finding == "not-read"}
    for row, _, columns in _resting(tables):
        for column, keys in columns.items():
            accounts = [key for key in keys if sources[key].kind == "account"]
            if accounts and id(row) not in unread:
                remedy = "cite another text, or write `not-read` where no other was at hand"
                raise row.fault(f"`{column}` cites the account {accounts[0]}", remedy)
            if keys and not accounts and id(row) in unread:
                raise row.fault("`not-read` without an account that renders it", "cite the account")


def _resting(tables: Tables) -> Iterator[tuple[Row, str, Mapping[str, tuple[str, ...]]]]:
    """Every row with how sure it is, and the keys that it cites by column."""
    for row, term in tables.terms_of_office:
        yield row, term.sure, {"start_citation": term.start_citations, "end_citation": term.end_citations}
    for table in (tables.people, tables.offices, tables.terms, tables.documents):
        for row, noun in table:
            yield row, noun.sure, {"citation": noun.citations}
    for row, event in tables.events:
        resting = {"citation": event.citations, "heads_citation": event.heads_citations}
        yield row, event.sure, {**resting, "place_citation": event.place_citations}
    for row, topic in tables.topics:
        yield row, topic.sure, {"citation": topic.citations}
    for row, fact in tables.unsaid:
        yield row, fact.sure, {"citation": fact.citations}


def _dated(tables: Tables) -> Iterator[tuple[Row, str, date, tuple[str, ...]]]:
    """Every recorded day, with the keys cited for it."""
    for row, term in tables.terms_of_office:
        if term.start:
            yield row, "start", term.start, term.start_citations
        if term.end:
            yield row, "end", term.end, term.end_citations
    for row, event in tables.events:
        yield row, "date", event.date, event.citations


def _before(cited: Citation, day: date) -> bool:
    """Whether a page was written before a day: a whole day before, since it is tomorrow somewhere."""
    given = _DAY.match(cited.date)
    return given is not None and date.fromisoformat(given[0]) < day - timedelta(days=1)
