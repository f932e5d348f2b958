"""The accounts: what each is, how sure that is, and what in its text gives it away."""

from __future__ import annotations

from importlib import import_module

from scripts import english
from scripts.exhibits.badges import quoted, siglum_badge, sure
from scripts.exhibits.grids import ANYWHERE, Cell, Column, Grid, Line, cell, stacked
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.phrases import day
from scripts.passages import Passage
from scripts.report import Report
from scripts.sources import Source


def sources_table(report: Report, home: bool = False) -> Exhibit:
    """What each account is: title, publisher, address, dates, kind with likelihood, original, SHA-256."""
    columns = [Column("", 18, heads=True), *(Column(f"Account {s.siglum}", 41) for s in report.sources)]
    facts = [(title, [make(report, s) for s in report.sources]) for title, make in _FACTS]
    return Grid("The accounts", columns, [Line((title, *cells)) for title, cells in facts]).exhibit()


def _original(report: Report, source: Source) -> str:
    found = report.reference.document(source.original)
    return found.title if found else "—"


def _events(report: Report, source: Source) -> str:
    named = (report.reference.event(e) for e in source.events)
    return "; ".join(f"{e.name}, {day(e.date)}" for e in named if e) or "—"


def _address(_: Report, source: Source) -> Cell | str:
    if not source.url.startswith(("https://", "http://")):
        return source.url or "—"
    return Cell(tag("a", source.url, href=source.url, class_="external", style=ANYWHERE), source.url)


_FACTS = (
    ("Title", lambda r, s: s.title),
    ("Publisher", lambda r, s: s.publisher or "—"),
    ("Address", _address),
    ("Published", lambda r, s: day(s.published)),
    ("Speaks as of", lambda r, s: f"{day(s.as_of)} ({sure(s.as_of_sure)})"),
    ("Events", _events),
    ("Kind", lambda r, s: f"{s.likelihood}: {s.kind}" if s.likelihood else s.kind or "—"),
    ("Why", lambda r, s: s.reason or "—"),
    ("Original", _original),
    ("Length", lambda r, s: f"{len(s.text):,} characters"),
    ("SHA-256", lambda r, s: Cell(tag("code", s.sha256, class_="hash", style=ANYWHERE), s.sha256)),
)


def provenance_table(report: Report) -> Exhibit:
    """What in each text gives it away: furniture of the site it stood on, prompts, marks of its making."""
    columns = [Column("Account", 10, heads=True), Column("Words", 50), Column("What they show", 40)]
    lines = [
        Line((siglum_badge(a.siglum), quoted(a.siglum, p.quote), _shows(p)))
        for a in report.accounts
        for p in a.chrome
    ]
    lines += [Line((siglum_badge(s), words, shows)) for s, words, shows in _signals(report)]
    return Grid("What in each text gives it away", columns, lines).exhibit()


def _shows(passage: Passage) -> str:
    """Why a stretch is site furniture: the reason of the rule that knew it, else its kind."""
    for kind, pattern, reason in english.chrome_patterns():
        if kind == passage.reason and pattern.search(passage.quote):
            return f"{kind.replace('-', ' ')}: {reason}"
    return passage.reason.replace("-", " ")


def _signals(report: Report) -> list[tuple[str, Cell, Cell]]:
    """Further marks, where the module that finds them is there."""
    try:
        module = import_module("scripts.provenance")
    except ModuleNotFoundError:
        return []
    found = []
    for account in report.accounts:
        for signal in module.signals(account):
            words = stacked([quoted(account.siglum, q) for q in getattr(signal, "quotes", ())])
            found.append((account.siglum, words, cell(str(getattr(signal, "reason", signal)))))
    return found
