"""Terms of office against the days of the events: who could have been there, and when a whole cast could."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scripts.exhibits.casts import Cast, casts, in_office, own_events, window_words
from scripts.exhibits.figures.drawing import FAINT, INK, SOFT, colour, figure
from scripts.exhibits.html import Exhibit, listed, visible
from scripts.exhibits.phrases import day
from scripts.reference import Event, TermOfOffice
from scripts.report import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARGIN = timedelta(days=120)
_TOGETHER = timedelta(days=21)


@dataclass(frozen=True)
class Bar:
    """One bar: from when to when, whose name, who names the person in this office, and its colour."""

    label: str
    start: date
    end: date
    note: str
    fill: str
    group: str


def tenure_figure(report: Report) -> Exhibit:
    """The terms of office of those whom the accounts name, the events, and when each cast was in office whole."""
    found = casts(report)
    events = _events(report)
    bars = [*_terms(report, found, events), *_windows(report, found)]
    rows = [
        {
            "group": b.group,
            "name": b.label,
            "from": b.start.isoformat(),
            "to": b.end.isoformat(),
            "note": b.note,
        }
        for b in bars
    ]
    return figure(
        "tenures", _title(report, found), _alt(report, bars, events), _height(bars),
        lambda axes: _draw(axes, bars, events), rows,
    )  # fmt: skip


def _events(report: Report) -> tuple[Event, ...]:
    keys = dict.fromkeys(e.id for s in report.sources for e in own_events(report, s.siglum))
    found = [e for key in keys if (e := report.reference.event(key))]
    return tuple(sorted(found, key=lambda e: (e.date, e.id)))


def _terms(report: Report, found: Sequence[Cast], events: Sequence[Event]) -> list[Bar]:
    """A bar for each term, in the offices that the accounts speak of; nobody's own terms grey."""
    offices = dict.fromkeys(office for c in found for _, office in c.posts)
    shown = [t for office in offices for t in report.reference.terms_of_office if t.office == office]
    named = {post: [c.siglum for c in found if post in c.posts] for c in found for post in c.posts}
    own = [t for t in shown if (t.person, t.office) in named]
    first = min((t.start for t in own if t.start), default=date.max)
    last = max((e.until for e in events), default=date.max)
    bars = []
    for term in shown:
        by = named.get((term.person, term.office), [])
        if term.start and term.end and (by or (term.end >= first and term.start <= last)):
            bars.append(_bar(report, term, by))
    return bars


def _bar(report: Report, term: TermOfOffice, by: Sequence[str]) -> Bar:
    person, office = report.reference.person(term.person), report.reference.office(term.office)
    assert term.start and term.end
    sigla = [s.siglum for s in report.sources]
    fill = FAINT if not by else colour(sigla, by[0]) if len(by) == 1 else SOFT
    note = f"named by {listed(by)}" if by else "named by none"
    name = person.name if person else term.person
    return Bar(name, term.start, term.end, note, fill, office.title if office else term.office)


def _windows(report: Report, found: Sequence[Cast]) -> list[Bar]:
    sigla = [s.siglum for s in report.sources]
    return [
        Bar(
            f"All whom {c.siglum} names",
            start,
            end,
            f"{day(start)} to {day(end)}",
            colour(sigla, c.siglum),
            "Together",
        )
        for c in found
        for start, end in c.windows
    ]


def _title(report: Report, found: Sequence[Cast]) -> str:
    there = [c.siglum for c in found if in_office(report, c)]
    absent = [c.siglum for c in found if c.siglum not in there]
    some = f"Those whom {listed(there)} {_names(there)} were all in office on the days of the meetings"
    none = f"whom {listed(absent)} {_names(absent)} were not"
    if there and absent:
        return f"{some}; those {none}"
    if there:
        return some
    if absent:
        return (
            f"Those whom {listed(absent)} {_names(absent)} were not all in office on the days of the meetings"
        )
    return "No account names anyone whose term of office is on record"


def _names(sigla: Sequence[str]) -> str:
    return "names" if len(sigla) == 1 else "name"


def _alt(report: Report, bars: Sequence[Bar], events: Sequence[Event]) -> str:
    terms = [
        f"{b.label}, {b.group}, {day(b.start)} to {day(b.end)}, {b.note}"
        for b in bars
        if b.group != "Together"
    ]
    whole = [f"{c.siglum}: {window_words(c.windows) or 'never'}" for c in casts(report)]
    days = [f"{e.name}, {day(e.date)}" for e in events]
    return (
        f"Bars show terms of office against time: {'; '.join(terms)}. Vertical lines mark {listed(days)}. "
        f"Bars at the foot show when all whom an account names held office at once: {'; '.join(whole)}."
    )


def _height(bars: Sequence[Bar]) -> float:
    groups = len({b.group for b in bars})
    return 0.9 + 0.27 * (len(bars) + groups)


def _draw(axes: Axes, bars: Sequence[Bar], events: Sequence[Event]) -> None:
    from matplotlib.dates import YearLocator, date2num

    axes.set_axisbelow(True)
    ticks, labels, at, group = [], [], 0.0, ""
    for bar in bars:
        if bar.group != group:
            group, at = bar.group, at + 1
            ticks.append(at)
            labels.append(visible(group))
            at += 1
        start, length = date2num(bar.start), date2num(bar.end) - date2num(bar.start)
        axes.barh(at, length, left=start, height=0.62, color=bar.fill, edgecolor=INK, linewidth=0.6)
        ticks.append(at)
        labels.append(visible(bar.label))
        axes.annotate(
            bar.note, (start + length, at), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8
        )
        at += 1
    axes.set_yticks(ticks, labels)
    for label, text in zip(axes.get_yticklabels(), labels, strict=True):
        if text in {visible(b.group) for b in bars}:
            label.set_fontweight("bold")
    axes.tick_params(axis="y", length=0)
    axes.invert_yaxis()
    axes.spines["left"].set_visible(False)
    _mark_events(axes, events)
    axes.xaxis_date()
    axes.xaxis.set_major_locator(YearLocator())
    axes.grid(axis="x", color=FAINT, linewidth=0.5)
    if bars:
        low, high = min(b.start for b in bars) - _MARGIN, max(b.end for b in bars) + 5 * _MARGIN
        axes.set_xlim(date2num(low), date2num(high))


def _mark_events(axes: Axes, events: Sequence[Event]) -> None:
    """A line for each event; events of the same weeks share a label."""
    from matplotlib.dates import date2num

    groups: list[list[Event]] = []
    for event in events:
        if groups and event.date - groups[-1][-1].date <= _TOGETHER:
            groups[-1].append(event)
        else:
            groups.append([event])
    for together in groups:
        for event in together:
            axes.axvline(date2num(event.date), color=INK, linewidth=1, linestyle=(0, (4, 2)))
        text = "\n".join(visible(f"{_short(e)}, {day(e.date)}") for e in together)
        where = date2num(together[0].date)
        axes.annotate(
            text, (where, 1), xycoords=("data", "axes fraction"), xytext=(0, 3), textcoords="offset points",
            ha="center", va="bottom", fontsize=8,
        )  # fmt: skip


def _short(event: Event) -> str:
    if not event.acronym:
        return event.name
    return f"{event.acronym} {event.ordinal}" if event.ordinal and event.acronym.isalpha() else event.acronym
