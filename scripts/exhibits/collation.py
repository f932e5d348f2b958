"""The accounts cut into units to set side by side: claims, their counterparts, and the findings on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.exhibits.badges import quoted, relation_badge
from scripts.exhibits.html import Exhibit
from scripts.exhibits.links import claim_link, finding_link
from scripts.exhibits.overlaps import over
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim
from scripts.report import Finding, LabelledClaim, Report


@dataclass(frozen=True)
class Unit:
    """A stretch of an account that makes one claim, or several in the same words.

    ``partners`` are claims of other accounts that speak of the same thing, with how near they are;
    ``findings`` those with a reading in it.
    """

    start: int
    end: int
    claims: tuple[LabelledClaim, ...]
    partners: tuple[tuple[LabelledClaim, str], ...]
    findings: tuple[Finding, ...]

    @property
    def siglum(self) -> str:
        """The account's siglum."""
        return self.claims[0].claim.source

    @property
    def anchor(self) -> str:
        """The name of its place in the synopsis: ``synopsis-a-1``."""
        return place(self.claims[0])

    @property
    def quote(self) -> str:
        """Its words."""
        first = max(self.claims, key=lambda c: c.claim.end - c.claim.start)
        return first.claim.quote

    def partners_in(self, siglum: str) -> tuple[tuple[LabelledClaim, str], ...]:
        """Its counterparts in one account."""
        return tuple((c, level) for c, level in self.partners if c.claim.source == siglum)


def place(claim: LabelledClaim) -> str:
    """The name of a claim's place in the synopsis."""
    return f"synopsis-{claim.label.lower()}"


def units(report: Report, findings: Sequence[Finding]) -> tuple[Unit, ...]:
    """The units of all accounts, in the order of their text."""
    partners: dict[str, dict[str, tuple[LabelledClaim, str]]] = {}
    for aligned in report.alignments:
        left, right = report.claim(aligned.left), report.claim(aligned.right)
        partners.setdefault(left.label, {})[right.label] = (right, aligned.level)
        partners.setdefault(right.label, {})[left.label] = (left, aligned.level)
    return tuple(
        unit for account in report.accounts for unit in _of_account(report, account, findings, partners)
    )


def _of_account(
    report: Report,
    account: Account,
    findings: Sequence[Finding],
    partners: Mapping[str, Mapping[str, tuple[LabelledClaim, str]]],
) -> Iterator[Unit]:
    groups = list(_together(sorted(account.claims, key=lambda c: (c.start, c.end)), report))
    spans = [(min(c.claim.start for c in g), max(c.claim.end for c in g)) for g in groups]
    told = over(
        spans,
        (
            (reading.start, reading.end, finding)
            for finding in findings
            for reading in finding.discrepancy.readings
            if reading.source == account.siglum
        ),
    )
    for group, (start, end), own in zip(groups, spans, told, strict=True):
        beside = {label: found for c in group for label, found in partners.get(c.label, {}).items()}
        once = {finding.label: finding for finding in own}
        yield Unit(start, end, tuple(group), tuple(beside.values()), tuple(once.values()))


def _together(claims: Sequence[Claim], report: Report) -> Iterator[list[LabelledClaim]]:
    """Claims whose words overlap, in one group."""
    group: list[LabelledClaim] = []
    for claim in claims:
        labelled = report.claim(claim)
        if group and labelled.claim.start >= max(c.claim.end for c in group):
            yield group
            group = []
        group.append(labelled)
    if group:
        yield group


def collation_rows(
    found: Sequence[Unit], sigla: Sequence[str]
) -> Iterator[tuple[Unit, dict[str, list[Unit]]]]:
    """Rows in the first account's order, each with its counterparts; then the leftover units of the next."""
    by_label = {c.label: unit for unit in found for c in unit.claims}
    told: set[str] = set()
    for siglum in sigla:
        later = sigla[sigla.index(siglum) + 1 :]
        for unit in found:
            if unit.siglum == siglum and unit.anchor not in told:
                beside = {
                    s: list(
                        {by_label[c.label].anchor: by_label[c.label] for c, _ in unit.partners_in(s)}.values()
                    )
                    for s in later
                }
                told |= {unit.anchor, *(other.anchor for units_ in beside.values() for other in units_)}
                yield unit, beside


def collation_table(report: Report, found: Sequence[Unit]) -> Exhibit:
    """The accounts as a table: the first one in order, with its counterparts, then the leftover units."""
    sigla = [source.siglum for source in report.sources]
    columns = [*(Column(f"Account {s}", 40) for s in sigla), Column("Findings", 18)]
    lines, seen = [], set[str]()
    for unit, beside in collation_rows(found, sigla):
        cells: list[Cell | str] = []
        for siglum in sigla:
            shown = [unit] if siglum == unit.siglum else beside.get(siglum, [])
            cells.append(stacked([_words(u, u.anchor in seen) for u in shown]) if shown else NOTHING)
            seen |= {u.anchor for u in shown}
        together = [unit, *(other for units_ in beside.values() for other in units_)]
        cells.append(_findings(unit, together))
        lines.append(Line(tuple(cells)))
    return Grid("Synopsis: the claims side by side", columns, lines).exhibit(rows=())


def _words(unit: Unit, seen: bool) -> Cell:
    """A unit's labels and words; only its labels where the words are already shown above."""
    labels = cell(*(claim_link(claim) for claim in unit.claims), between=", ")
    return cell(labels, "(above)") if seen else cell(labels, quoted(unit.siglum, unit.quote))


def _findings(unit: Unit, together: Sequence[Unit]) -> Cell:
    """The findings of a row: those on its first unit alone, and those on two units of the row."""
    others = {f.label for other in together[1:] for f in other.findings}
    own = [
        f for f in unit.findings
        if f.label in others or set(f.discrepancy.sources) == {unit.siglum} or not others
    ]  # fmt: skip
    if not own:
        return NOTHING
    by_relation: dict[str, list[Cell]] = {}
    for finding in own:
        by_relation.setdefault(finding.discrepancy.relation, []).append(finding_link(finding))
    return stacked([cell(relation_badge(r), cell(*links, between=", ")) for r, links in by_relation.items()])


def collation_data(report: Report, found: Sequence[Unit]) -> tuple[dict[str, str], ...]:
    """A row for each unit: its claims, words, pillar, counterparts and findings."""
    return tuple(
        {
            "claims": ", ".join(c.label for c in unit.claims), "account": unit.siglum, "words": unit.quote,
            "pillar": report.pillars.title(unit.claims[0].assignment.pillar),
            "counterparts": ", ".join(f"{c.label} ({level})" for c, level in unit.partners),
            "findings": ", ".join(f.label for f in unit.findings),
        }
        for unit in found
    )  # fmt: skip
