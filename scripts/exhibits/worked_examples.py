"""Two examples from the ledger, as the engine worked them out: a proof, and a conflict by two signs.

Which finding serves is not written down: it is the first that shows how it was decided. So an example never
says what the engine no longer finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.comparing.changes.change import CONFLICTING, Change
from scripts.comparing.discrepancies.discrepancy import AGREES, CONFLICTS
from scripts.comparing.laid_claims import Meeting, neighbours
from scripts.comparing.proofs.word_proofs import IDENTICAL
from scripts.exhibits.badges import quoted
from scripts.exhibits.html import Exhibit, tag
from scripts.exhibits.links import finding_link
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell
from scripts.reading.syntax.elements import Element
from scripts.report import Finding, Report

_SIGNS = 2  # so many signs that the slot is one, before two values of it conflict
_UNPROVED = "nothing proves them the same"
# Two elements, one of each claim, and what is said of them.
_Row = tuple[Element, Element, str]


@dataclass(frozen=True)
class _Example:
    """A finding, two claims that it quotes, and the words of these claims that decide it."""

    finding: Finding
    meeting: Meeting
    rows: tuple[_Row, ...]


def proof_example(report: Report) -> Exhibit:
    """An agreement of the ledger in two wordings: each word that it quotes, its answer, and the proof."""
    found = next(_proofs(report), None)
    if found is None:
        return _none("No agreement of the ledger is worded in two ways, so none can serve as an example.")
    return _table(found, [why for *_, why in found.rows], "A proof", "Proof", "worked-proof")


def conflict_example(report: Report) -> Exhibit:
    """A conflict of the ledger: the words that show by two signs that the slot is one, and its two values."""
    found = next(_conflicts(report), None)
    if found is None:
        return _none("No conflict of the ledger lies within two claims, so none can serve as an example.")
    whys = [
        "the two values: " + why if why == _UNPROVED else f"a sign that the slot is one: {why}"
        for *_, why in found.rows
    ]
    return _table(found, whys, "A conflict", "What it is", "worked-conflict")


def _proofs(report: Report) -> Iterator[_Example]:
    """Yield the agreements that need more than the same word, with the words that they quote."""
    for finding, meeting, _ in _met(report, AGREES):
        rows = [_row(meeting, m.ours, m.theirs, m.proof.name) for m in meeting.over.matches.values()]
        rows = [row for row in rows if _are_quoted(finding, meeting, row)]
        if any(why != IDENTICAL.name for *_, why in rows):
            yield _Example(finding, meeting, tuple(rows))


def _conflicts(report: Report) -> Iterator[_Example]:
    """Yield the conflicts of two words, with what both hang together with."""
    for finding, meeting, changes in _met(report, CONFLICTS):
        for change in changes:
            if change.sure != CONFLICTING or not (change.left and change.right):
                continue
            values = _row(meeting, change.left[0], change.right[0], _UNPROVED)
            signs = _signs(meeting, change.left[0], change.right[0])
            if len(signs) >= _SIGNS and _are_quoted(finding, meeting, values):
                yield _Example(finding, meeting, (*signs, values))


def _signs(meeting: Meeting, ours: int, theirs: int) -> tuple[_Row, ...]:
    """Return what two values both hang together with, in the order of the left claim."""
    around, beside = neighbours(meeting.left, ours), neighbours(meeting.right, theirs)
    answers = [meeting.over.matches[k] for k in sorted(around) if k in meeting.over.matches]
    return tuple(_row(meeting, m.ours, m.theirs, m.proof.name) for m in answers if m.theirs in beside)


def _met(report: Report, relation: str) -> Iterator[tuple[Finding, Meeting, tuple[Change, ...]]]:
    """Yield the findings of a relation, each with two claims that it quotes and what these say otherwise."""
    for finding in report.findings:
        quotes = {(r.source, r.claim.start) for r in finding.discrepancy.readings if r.claim}
        for pair in report.pairs if finding.discrepancy.relation == relation else ():
            for meeting, changes in pair.changes:
                claims = meeting.alignment.left, meeting.alignment.right
                if all((claim.source, claim.start) in quotes for claim in claims):
                    yield finding, meeting, changes


def _row(meeting: Meeting, ours: int, theirs: int, why: str) -> _Row:
    return meeting.left.items[ours], meeting.right.items[theirs], why


def _are_quoted(finding: Finding, meeting: Meeting, row: _Row) -> bool:
    """Say whether a finding quotes both words of a row."""
    sides = zip(row[:2], (meeting.alignment.left, meeting.alignment.right), strict=True)
    return all(
        any(
            r.source == claim.source and r.start <= item.start and item.end <= r.end
            for r in finding.discrepancy.readings
        )
        for item, claim in sides
    )


def _table(found: _Example, whys: Sequence[str], title: str, why: str, name: str) -> Exhibit:
    sigla = found.meeting.alignment.left.source, found.meeting.alignment.right.source
    columns = [*(Column(f"Account {siglum}", 30) for siglum in sigla), Column(why, 40)]
    lines = [
        Line((_claim(found, left=True), _claim(found, left=False), "the claims, as far as the words go")),
        *(
            Line((quoted(sigla[0], mine.quote), quoted(sigla[1], its.quote), said))
            for (mine, its, _), said in zip(found.rows, whys, strict=True)
        ),
    ]
    foot = cell(finding_link(found.finding), f"({found.finding.discrepancy.relation}):", _told(found))
    return Grid(f"{title}, word by word", columns, lines, foot, name).exhibit()


def _claim(found: _Example, *, left: bool) -> Cell:
    """Return a claim from its beginning to the last word that is shown of it."""
    claim = found.meeting.alignment.left if left else found.meeting.alignment.right
    end = max((mine if left else its).end for mine, its, _ in found.rows)
    words = claim.quote[: end - claim.start]
    return cell(quoted(claim.source, words), "" if words == claim.quote else "…")


def _told(found: _Example) -> Cell:
    return Cell(tag("span", found.finding.discrepancy.rationale), found.finding.discrepancy.rationale)


def _none(words: str) -> Exhibit:
    return Exhibit(tag("p", words), words)
