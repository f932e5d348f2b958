"""The ledger: findings as a table, as cards, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from scripts.comparing.discrepancies.discrepancy import MATERIALITIES, RELATIONS
from scripts.exhibits.badges import (
    mark,
    materiality_badge,
    relation_badge,
    siglum_badge,
    standing_badge,
    type_words,
)
from scripts.exhibits.claims import pillar_ids
from scripts.exhibits.exhibit_foot import unfilled, unregistered
from scripts.exhibits.html import Exhibit, joined, listed, slug, tag
from scripts.exhibits.links import finding_link
from scripts.exhibits.readings import (
    findings_in_order,
    grouped,
    in_a_row,
    reading_words,
    readings_cell,
    sentence_words,
    standing_words,
)
from scripts.exhibits.search_names import also_called
from scripts.exhibits.table_filters import Choice, Tools
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.record.standings import NOT_CHECKED
from scripts.report import Finding, Report


def finding_labels(
    report: Report,
    relation: str | None = None,
    kind: str | None = None,
    materiality: str | None = None,
    pillar: str | None = None,
    sources: Sequence[str] | None = None,
) -> tuple[str, ...]:
    """The labels of the findings that fit every choice; `sources` must be exactly the accounts they quote."""
    return tuple(
        finding.label
        for finding in report.findings
        if relation in (None, finding.discrepancy.relation)
        and kind in (None, finding.discrepancy.type)
        and materiality in (None, finding.discrepancy.materiality)
        and pillar in (None, finding.discrepancy.pillar)
        and (sources is None or set(finding.discrepancy.sources) == set(sources))
    )


def ledger_table(
    report: Report,
    labels: Sequence[str] | None = None,
    home: bool = False,
    caption: str = "",
    relation: str | None = None,
    kind: str | None = None,
    materiality: str | None = None,
    pillar: str | None = None,
    sources: Sequence[str] | None = None,
) -> Exhibit:
    """Findings as a table; with all of them it is the ledger. `home` makes it the place that links lead to.

    The other arguments choose findings as `finding_labels` does, among `labels` where given. Raises Fault for
    a label that the ledger does not have.
    """
    asked = (relation, kind, materiality, pillar, sources)
    if any(one is not None for one in asked):
        fitting = finding_labels(report, *asked)
        labels = fitting if labels is None else [label for label in labels if label in fitting]
    columns = [
        Column("Finding", 10, heads=True), Column("Type", 12, screen=True),
        Column("Relation", 14, screen=True), Column("What it comes to", 25, short="Comes to"),
        Column("What the accounts say, and what the record says of that", 55, short="Said"),
    ]  # fmt: skip
    findings = findings_in_order(report, labels)
    lines = [_line(report, finding, home) for finding in findings]
    rows = [_row(report, finding) for finding in findings]
    name = "ledger" if labels is None else slug("findings", *labels[:3], _more(labels))
    return Grid(
        caption or _caption(labels), columns, lines, "", name, Tools("findings", _choices(report))
    ).exhibit(rows)  # fmt: skip


def _caption(labels: Sequence[str] | None) -> str:
    """A caption that tells the tables of findings on one page apart."""
    if labels is None:
        return "Agreements and discrepancies"
    return f"Findings {listed([*labels[:3], _more(labels)] if _more(labels) else list(labels))}"


def _more(labels: Sequence[str]) -> str:
    return f"{len(labels) - 3} more" if len(labels) > 4 else ""


def _choices(report: Report) -> list[Choice]:
    pillars = {p: report.pillars.title(p) for p in pillar_ids(report)}
    types = sorted({f.discrepancy.type for f in report.findings})
    return [
        Choice("relation", "Relation", {r: r for r in RELATIONS}),
        Choice("materiality", "Weight", {m: m for m in MATERIALITIES}),
        Choice("pillar", "Pillar", {**pillars, "": "none"}),
        Choice("type", "Type", {t: type_words(t).plain.replace("-", " ") for t in types}),
    ]


def _line(report: Report, finding: Finding, home: bool) -> Line:
    """A finding with its accounts stacked in one cell: half of the findings have only one."""
    found = finding.discrepancy
    relation, weight = relation_badge(found.relation), materiality_badge(found.materiality)
    # On paper the type and the relation are printed under the label.
    marks = (wrapped("span", mark, class_="unbroken").markup for mark in (relation, weight))
    under = tag("div", joined([tag("div", type_words(found.type).markup), *marks], " "))
    head = [finding_link(finding, home).markup, tag("div", under, class_="print-only")]
    if home:
        head.append(unfilled(finding.anchor) if finding.registered else unregistered())
    pillar = report.pillars.title(found.pillar) if found.pillar else ""
    words = " ".join(dict.fromkeys(also_called(report, r.quote) for r in found.readings))
    cells = (
        Cell(joined(head, " "), finding.label, "{:d}{:06}".format(*finding.place), words),
        type_words(found.type),
        replace(stacked([relation, weight]), order=_weight(finding)),
        cell(found.rationale, wrapped("small", pillar) if pillar else ""),
        stacked([in_a_row(report, finding, s) for s in found.sources]),
    )
    about = {
        "relation": found.relation, "materiality": found.materiality, "pillar": found.pillar,
        "type": found.type,
    }  # fmt: skip
    return Line(cells, finding.anchor if home else "", about)


def _weight(finding: Finding) -> str:
    """Conflicts first, and within a relation what is material."""
    found = finding.discrepancy
    return f"{RELATIONS.index(found.relation)}{MATERIALITIES.index(found.materiality)}"


def _row(report: Report, finding: Finding) -> dict[str, str]:
    """A finding as data: each account has a column of its own."""
    sigla = [source.siglum for source in report.sources]
    return {
        "Finding": finding.label, "Type": finding.discrepancy.type, **_standings(finding),
        **{f"Account {s}": readings_cell(report, finding, s).plain for s in sigla},
        "Pillar": finding.discrepancy.pillar,
    }  # fmt: skip


def finding_cards(report: Report, labels: Sequence[str]) -> Exhibit:
    """Findings as cards: the readings side by side with their standing, and the rationale.

    Raises Fault for a label that the ledger does not have.
    """
    findings = findings_in_order(report, labels)
    cards = [finding_card(report, finding) for finding in findings]
    rows = tuple({"finding": f.label, "type": f.discrepancy.type, **_standings(f)} for f in findings)
    return Exhibit(joined(card.markup for card in cards), "\n\n".join(card.plain for card in cards), rows)


def findings_list(report: Report, labels: Sequence[str]) -> Exhibit:
    """Findings as a list, a line each: label, summary, relation, each account's standing.

    Raises Fault for a label that the ledger does not have.
    """
    findings = findings_in_order(report, labels)
    lines = [_short(finding) for finding in findings]
    if not lines:
        return Exhibit(tag("p", "None."), "None.")
    markup = tag("ul", *(tag("li", line.markup) for line in lines), class_="findings")
    rows = tuple({"finding": f.label, "type": f.discrepancy.type, **_standings(f)} for f in findings)
    return Exhibit(markup, "\n".join(f"- {line.plain}" for line in lines), rows)


def _short(finding: Finding) -> Cell:
    found = finding.discrepancy
    parts: list[Cell | str] = [finding_link(finding), found.rationale, relation_badge(found.relation)]
    for siglum in found.sources:
        verdicts = dict.fromkeys(standing.verdict for standing, _ in grouped(found, siglum))
        badges = cell(siglum_badge(siglum), cell(*map(standing_badge, verdicts), between=" and "))
        parts.append(wrapped("span", badges, class_="unbroken"))
    return cell(*parts)


def _standings(finding: Finding) -> dict[str, str]:
    found = finding.discrepancy
    return {"relation": found.relation, "materiality": found.materiality, "rationale": found.rationale}


def finding_card(report: Report, finding: Finding, whole: bool = False) -> Cell:
    """A finding as a card; ``whole`` shows whole sentences, with the words at issue marked."""
    found = finding.discrepancy
    head = cell(
        finding_link(finding),
        type_words(found.type),
        relation_badge(found.relation),
        materiality_badge(found.materiality),
    )
    quotes = [
        _quote(report, finding, siglum, number, whole)
        for siglum in found.sources
        for number in range(len(grouped(found, siglum)))
    ]
    body = tag("div", *(q.markup for q in quotes), class_="readings")
    # Beside whole sentences a rationale that only repeats the marked words says nothing.
    restates = whole and found.rationale.startswith(f"{found.readings[0].source}: “")
    markup = tag(
        "div",
        tag("p", head.markup, class_="finding-head"),
        body,
        "" if restates else tag("p", found.rationale, class_="rationale"),
        class_="finding-card",
    )
    return Cell(markup, "\n".join([head.plain, *(f"  {q.plain}" for q in quotes), f"  {found.rationale}"]))


def _quote(report: Report, finding: Finding, siglum: str, number: int, whole: bool) -> Cell:
    standing, readings = grouped(finding.discrepancy, siglum)[number]
    words = [reading_words(report, reading) for reading in readings]
    badge, verdict = siglum_badge(siglum), standing_words(report, standing)
    if whole:
        words = list(sentence_words(report, readings))
        verdict = verdict if standing.note or standing.verdict != NOT_CHECKED else cell()
    lines = joined(tag("div", w.markup) for w in words)
    markup = tag("blockquote", badge.markup, " ", lines, tag("div", verdict.markup), class_=mark(siglum))
    return Cell(markup, f"{siglum}: {'; '.join(w.plain for w in words)}: {verdict.plain}")


def counts_table(report: Report) -> Exhibit:
    """How many findings of each relation and type there are, by materiality."""
    counts = Counter(
        (f.discrepancy.relation, f.discrepancy.type, f.discrepancy.materiality) for f in report.findings
    )
    kinds = list(dict.fromkeys((f.discrepancy.relation, f.discrepancy.type) for f in report.findings))
    columns = [
        Column("Type", heads=True), Column("Relation"),
        *(Column(name.capitalize(), counts=True) for name in (*MATERIALITIES, "all")),
    ]  # fmt: skip
    lines = []
    for relation, kind in kinds:
        own = [counts[relation, kind, m] for m in MATERIALITIES]
        lines.append(Line((type_words(kind), relation, *map(str, own), str(sum(own)))))
    sums = [sum(n for (_, _, m), n in counts.items() if m == materiality) for materiality in MATERIALITIES]
    whole = Line(("All", "", *map(str, sums), str(len(report.findings))))
    caption = "Findings by type, relation and materiality"
    return Grid(caption, columns, [*lines, whole], name="counts").exhibit()
