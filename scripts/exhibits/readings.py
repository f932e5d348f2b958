"""What one account says in a finding: its words, where they stand, and what the record says of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import COSMETIC, Discrepancy, Reading
from scripts.exhibits.badges import quoted, siglum_badge, standing_badge
from scripts.exhibits.html import escaped, joined, tag
from scripts.exhibits.links import claim_link, document_name, noted
from scripts.exhibits.tables import Cell, cell, stacked, wrapped
from scripts.reading.passages import CHROME
from scripts.record.standings import NOT_CHECKED, Standing
from scripts.report import Finding, Report, places

_ENOUGH = 160


def grouped(discrepancy: Discrepancy, siglum: str) -> tuple[tuple[Standing, tuple[Reading, ...]], ...]:
    """The readings of one account, grouped by standing."""
    found: dict[Standing, list[Reading]] = {}
    for reading in discrepancy.readings:
        if reading.source == siglum:
            found.setdefault(reading.standing, []).append(reading)
    return tuple((standing, tuple(readings)) for standing, readings in found.items())


def reading_words(report: Report, reading: Reading, longest: int = 0) -> Cell:
    """The exact words of a reading, cut after `longest` characters, and their claim."""
    words = quoted(reading.source, reading.quote, longest)
    page = places.page_words(places.paged(report.source(reading.source), reading.start))
    page = f", {page}" if page else ""
    if reading.claim is None:
        return cell(words, f"({_place(report, reading)}{page})")
    link = claim_link(report.claim(reading.claim))
    return Cell(words.markup + " (" + link.markup + f"{page})", f"{words.plain} ({link.plain}{page})")


def sentence_words(report: Report, readings: Sequence[Reading]) -> Iterator[Cell]:
    """Yield the sentences of readings, each once, with the words at issue marked, and their claims."""
    own: dict[tuple[int, int], list[Reading]] = {}
    for reading in readings:
        span = (reading.claim.start, reading.claim.end) if reading.claim else (reading.start, reading.end)
        own.setdefault(span, []).append(reading)
    for together in own.values():
        claim = together[0].claim
        spans = [(r.start - claim.start, r.end - claim.start) for r in together] if claim else []
        if claim is None or any(a < 0 or b > len(claim.quote) for a, b in spans):
            yield from (reading_words(report, reading) for reading in together)
            continue
        words = reading_words(report, replace(together[0], quote=claim.quote))
        marked = tag("span", *_with_marks(claim.quote, spans), class_="sentence")
        link = claim_link(report.claim(claim)).markup
        page = places.page_words(places.paged(report.source(together[0].source), together[0].start))
        yield Cell(marked + " (" + link + (f", {page})" if page else ")"), words.plain)


def _with_marks(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Markup]:
    """Yield the pieces of a sentence; those that are not all of it are marked."""
    at = 0
    for start, end in sorted(spans):
        if start < at or end - start >= len(text) - 2:
            continue
        yield escaped(text[at:start])
        yield tag("mark", text[start:end])
        at = end
    yield escaped(text[at:])


def _place(report: Report, reading: Reading) -> str:
    """The kind of passage of a reading that belongs to no claim."""
    account = next(a for a in report.accounts if a.siglum == reading.source)
    at = bisect_right(account.passages, reading.start, key=lambda passage: passage.start) - 1
    if at < 0 or account.passages[at].end <= reading.start:
        return "layout"
    kind = account.passages[at].kind
    return "site furniture" if kind == CHROME else kind


def standing_words(report: Report, standing: Standing) -> Cell:
    """What the record says of a reading: verdict, note, what was searched, citations."""
    parts: list[Cell | str] = [standing_badge(standing.verdict)]
    if standing.note:
        parts.append(wrapped("span", documents_named(report, standing.note), class_="standing-note"))
    if standing.searched:
        searched = documents_named(report, f"– searched: {'; '.join(standing.searched)}")
        parts.append(wrapped("span", searched, class_="searched"))
    if standing.citations:
        parts.append(noted(report, standing.citations))
    return cell(*parts)


def documents_named(report: Report, text: str) -> Cell:
    """A note with the long titles of documents replaced by short names, the title as a tooltip."""
    titles = {d.title: document_name(report, d.id).markup for d in report.reference.documents}
    if not titles:
        return Cell(escaped(text), text)
    found = re.split("(" + "|".join(re.escape(t) for t in sorted(titles, key=len, reverse=True)) + ")", text)
    parts = [titles.get(part, part) for part in found]
    return Cell(joined(parts), text)


def readings_cell(report: Report, finding: Finding, siglum: str) -> Cell:
    """All that one account says in a finding; long words that matter little are cut."""
    return stacked([part for group in _groups(report, finding, siglum) for part in group])


def in_a_row(report: Report, finding: Finding, siglum: str) -> Cell:
    """The same after the account's siglum, with a line for each standing."""
    first, *others = [cell(*group) for group in _groups(report, finding, siglum)]
    return stacked([cell(siglum_badge(siglum), first), *others])


def _groups(report: Report, finding: Finding, siglum: str) -> Iterator[list[Cell]]:
    longest = _ENOUGH if finding.discrepancy.materiality == COSMETIC else 0
    for standing, readings in grouped(finding.discrepancy, siglum):
        words = [reading_words(report, reading, longest) for reading in readings]
        told = standing.verdict != NOT_CHECKED or standing.note
        yield [*words, standing_words(report, standing)] if told else words


def findings_in_order(report: Report, labels: Sequence[str] | None) -> tuple[Finding, ...]:
    """The findings with these labels, in that order (None: all). Raises Fault for an unknown label."""
    if labels is None:
        return report.findings
    return tuple(report.finding(label) for label in labels)
