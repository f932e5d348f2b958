"""The accounts: what each one is, how likely that is, and the signs in its text."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies import Single
from scripts.exhibits.badges import quoted, siglum_badge, sure
from scripts.exhibits.html import Exhibit, slug, tag
from scripts.exhibits.prose import day, number_word
from scripts.exhibits.readings import reading_words
from scripts.exhibits.tables import ANYWHERE, NOTHING, Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.reading.passages import Passage
from scripts.reading.sources import Source
from scripts.report import Report
from scripts.report.machine_text_signs import Signal, signals

# Cut whole lists and paragraphs here; the ledger has them in full.
_LONGEST, _MOST = 120, 5


def sources_table(report: Report, home: bool = False) -> Exhibit:
    """What each account is: title, publisher, address, dates, kind with likelihood, original, SHA-256."""
    columns = [Column("", 18, heads=True), *(Column(f"Account {s.siglum}", 41) for s in report.sources)]
    facts = [(title, [make(report, s) for s in report.sources]) for title, make in _FACTS]
    lines = [Line((title, *cells)) for title, cells in facts]
    return Grid("The accounts", columns, lines, name="accounts").exhibit()


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


def provenance_table(report: Report, siglum: str | None = None) -> Exhibit:
    """Signs in each text of how it was made, strongest first, then the furniture of its site."""
    columns = [Column("Mark", 27, heads=True), Column("Words", 45), Column("Why", 28)]
    shown = [s for s in report.singles if siglum in (None, s.siglum)]
    lines = []
    for single in shown:
        none = Line((cell(siglum_badge(single.siglum), "no mark found"), NOTHING, NOTHING))
        lines += [*_marks(report, single), *_furniture(report, single)] or [none]
    name = slug("provenance", siglum or "")
    return Grid("Marks of how each text was made", columns, lines, name=name).exhibit()


def _signals(report: Report, single: Single) -> tuple[Signal, ...]:
    within = [f.discrepancy for f in report.findings if f.discrepancy.sources == (single.siglum,)]
    return signals(single.account, report.reference, within)


def _marks(report: Report, single: Single) -> Iterator[Line]:
    for signal in _signals(report, single):
        words: list[Cell | str] = [reading_words(report, r, _LONGEST) for r in signal.readings[:_MOST]]
        if (more := len(signal.readings) - _MOST) > 0:
            words.append(f"and {number_word(more)} more")
        points = f"points to: {signal.making} ({signal.weight})"
        mark = stacked([_of(single.siglum, signal.kind), wrapped("small", points)])
        yield Line((mark, stacked(words), signal.reason))


def _of(siglum: str, words: str) -> Cell:
    """Words after an account's siglum, set so that "A" does not read as an article."""
    return cell(cell(siglum_badge(siglum), ":", between=""), words)


def _furniture(report: Report, single: Single) -> Iterator[Line]:
    """Site furniture that no sign above has shown yet."""
    seen = {(r.start, r.end) for signal in _signals(report, single) for r in signal.readings}
    for passage in single.account.chrome:
        if (passage.start, passage.end) not in seen:
            kind, words = passage.reason.replace("-", " "), quoted(single.siglum, passage.quote)
            yield Line((_of(single.siglum, kind), words, _why(passage)))


def _why(passage: Passage) -> str:
    """Why a rule took a stretch for site furniture."""
    known = english.chrome_patterns()
    return next(
        (why for kind, rule, why in known if kind == passage.reason and rule.search(passage.quote)), ""
    )
