"""Terms of office against the days of the events: who was in office then, and when a whole cast was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from scripts.exhibits.cast_of_officials import Cast, casts, in_office, own_events, window_words
from scripts.exhibits.figures.drawing import FAINT, INK, PAPER, SMALL, SOFT, colour, figure
from scripts.exhibits.html import Exhibit, listed, visible
from scripts.exhibits.prose import day, event_short
from scripts.record import Event, TermOfOffice
from scripts.report import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARGIN = timedelta(days=120)
_SAME_WEEKS = timedelta(days=21)
_TOGETHER = "In office together"


@dataclass(frozen=True)
class Bar:
    """One bar: a person's term of office, which accounts name the person in it, and the colour."""

    label: str
    start: date
    end: date
    note: str
    fill: str
    group: str


def tenure_figure(report: Report) -> Exhibit:
    """Terms of office of the named officials, the events, and when each whole cast was in office."""
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
    """A bar for each term in the offices that the accounts mention; grey if no account names the person."""
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
    assert term.start is not None
    assert term.end is not None
    sigla = [s.siglum for s in report.sources]
    fill = FAINT if not by else colour(sigla, by[0]) if len(by) == 1 else SOFT
    note = f"named by {listed(by)}" if by else "named by no account"
    name = person.name if person else term.person
    return Bar(name, term.start, term.end, note, fill, office.title if office else term.office)


def _windows(report: Report, found: Sequence[Cast]) -> list[Bar]:
    sigla = [s.siglum for s in report.sources]
    return [
        Bar(
            f"All whom {c.siglum} names",
            start,
            end,
            f"{start.day} {start:%b %Y} – {end.day} {end:%b %Y}",
            colour(sigla, c.siglum),
            _TOGETHER,
        )
        for c in found
        for start, end in c.windows
    ]


def _title(report: Report, found: Sequence[Cast]) -> str:
    there = [c.siglum for c in found if in_office(report, c)]
    absent = [c.siglum for c in found if c.siglum not in there]
    when = "in office on the days of the meetings"
    if there and absent:
        return f"All whom {_named_by(there)} were {when}; not all whom {_named_by(absent)} were"
    if there or absent:
        return f"{'All' if there else 'Not all'} whom {_named_by(there or absent)} were {when}"
    return "No account names anyone whose term of office is on record"


def _named_by(sigla: Sequence[str]) -> str:
    return f"{listed(sigla)} {'names' if len(sigla) == 1 else 'name'}"


def _alt(report: Report, bars: Sequence[Bar], events: Sequence[Event]) -> str:
    terms = [
        f"{b.label}, {b.group}, {day(b.start)} to {day(b.end)}, {b.note}"
        for b in bars
        if b.group != _TOGETHER
    ]
    whole = [f"{c.siglum}: {window_words(c.windows) or 'never'}" for c in casts(report)]
    days = [f"{e.name}, {day(e.date)}" for e in events]
    return (
        f"Bars show terms of office against time: {'; '.join(terms)}. Vertical lines mark {listed(days)}. "
        f"Bars at the foot show when all whom an account names held office at once: {'; '.join(whole)}."
    )


def _places(bars: Sequence[Bar]) -> tuple[list[float], list[tuple[float, str]]]:
    """The vertical places of the bars, of the labels one line above them, and of the group headings."""
    places: list[float] = []
    headings: list[tuple[float, str]] = []
    at = -0.7
    for number, bar in enumerate(bars):
        if number == 0 or bar.group != bars[number - 1].group:
            at += 0.7
            headings.append((at, bar.group))
            at += 1.1
        places.append(at + 0.85)
        at += 1.85
    return places, headings


def _height(bars: Sequence[Bar]) -> float:
    places, _ = _places(bars)
    return 0.85 + 0.215 * (places[-1] + 1 if places else 1)


def _draw(axes: Axes, bars: Sequence[Bar], events: Sequence[Event]) -> None:
    places, headings = _places(bars)
    for at, bar in zip(places, bars, strict=True):
        length = (bar.end - bar.start).days
        axes.barh(at, length, left=_x(bar.start), height=0.7, color=bar.fill, edgecolor=INK, linewidth=0.6)
    lines = [(at - 0.85, f"{bar.label} ({bar.note})", "normal") for at, bar in zip(places, bars, strict=True)]
    for at, text, weight in [*lines, *((at, heading, "bold") for at, heading in headings)]:
        axes.annotate(
            visible(text), (0, at), xycoords=("axes fraction", "data"), va="center", fontweight=weight,
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6},
        )  # fmt: skip
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_ylim((places[-1] if places else 0) + 0.7, -0.7)
    _mark_time(axes, [b.start for b in bars], [*(b.end for b in bars), *(e.until for e in events)])
    _mark_events(axes, events)


def _x(when: date) -> int:
    return when.toordinal()


def _mark_time(axes: Axes, starts: Sequence[date], ends: Sequence[date]) -> None:
    """A tick at each new year."""
    if not starts:
        return
    low, high = min(starts) - _MARGIN, max(ends) + _MARGIN
    years = range(low.year + 1, high.year + 1)
    axes.set_xlim(_x(low), _x(high))
    axes.set_xticks([_x(date(year, 1, 1)) for year in years], [str(year) for year in years])
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=FAINT, linewidth=0.5)


def _mark_events(axes: Axes, events: Sequence[Event]) -> None:
    """A line for each event; events of the same weeks share a label."""
    groups: list[list[Event]] = []
    for event in events:
        if groups and event.date - groups[-1][-1].date <= _SAME_WEEKS:
            groups[-1].append(event)
        else:
            groups.append([event])
    for together in groups:
        for event in together:
            axes.axvline(_x(event.date), color=INK, linewidth=1, linestyle=(0, (4, 2)))
        text = "\n".join(visible(f"{event_short(e)}, {day(e.date)}") for e in together)
        where, (low, high) = _x(together[0].date), axes.get_xlim()
        # Put the words on the side with more room.
        side, gap = ("right", -3) if 2 * where > low + high else ("left", 3)
        axes.annotate(
            text, (where, 1), xycoords=("data", "axes fraction"), xytext=(gap, 2),
            textcoords="offset points", ha=side, va="bottom", fontsize=SMALL,
        )  # fmt: skip
