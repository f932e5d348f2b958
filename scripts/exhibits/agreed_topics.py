"""What was agreed, and the source of each line: an official text, a report, or an account alone.

A topic counts as agreed if the record states it in the document that an account renders or claims to report;
or if that document was not read and an account that renders it has the topic. The source of a topic is read
from the rows of the record, never from how official an account looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.comparing.discrepancies.rule_inputs import TopicMention
from scripts.exhibits.badges import basis_badge, sure
from scripts.exhibits.citation_names import document_of
from scripts.exhibits.claims import pillar_ids
from scripts.exhibits.html import Exhibit, listed, slug
from scripts.exhibits.links import claim_link, document_links, document_name, finding_words, noted
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked
from scripts.record import Topic
from scripts.report import Finding, Report

OFFICIAL, REPORTED, ALONE = "official text", "report", "account alone"
NOT_READ = "not-read"


@dataclass(frozen=True)
class Basis:
    """A topic that was agreed: its pillar, its source, the accounts and the documents that state it.

    ``alone`` names the accounts that are its only source.
    """

    topic: str
    label: str
    pillar: str
    rests_on: str
    alone: tuple[str, ...]
    mentions: tuple[tuple[str, TopicMention], ...]
    rows: tuple[Topic, ...]
    finding: Finding | None

    @property
    def words(self) -> str:
        """The source in words: "account A alone"."""
        return f"account {listed(self.alone)} alone" if self.rests_on == ALONE else self.rests_on


def bases(report: Report) -> tuple[Basis, ...]:
    """Every topic that was agreed, in the order of the accounts' text."""
    said: dict[str, list[tuple[str, TopicMention]]] = {}
    for single in report.singles:
        for mention in single.topics:
            said.setdefault(mention.topic, []).append((single.siglum, mention))
    return tuple(b for topic, mentions in said.items() if (b := _basis(report, topic, mentions)))


def _basis(report: Report, topic: str, mentions: Sequence[tuple[str, TopicMention]]) -> Basis | None:
    """The source of a topic; None where no account that mentions it has an original that states it."""
    sigla = {siglum for siglum, _ in mentions}
    originals = {s.original for s in report.sources if s.original and s.siglum in sigla}
    rows = tuple(
        row
        for row in _of_those_days(report, topic)
        if row.finding == "stated" or (row.finding == NOT_READ and row.document in originals)
    )
    if not any(row.document in originals for row in rows):
        return None
    rests_on = _rests_on(report, rows)
    alone = inferred_from(report, rows) if rests_on == ALONE else ()
    # Use the first account's pillar, so that an account added later cannot change it.
    pillar, finding = _pillar(report, mentions), finding_of_topic(report, topic)
    return Basis(topic, rows[0].label, pillar, rests_on, alone, tuple(mentions), rows, finding)


def finding_of_topic(report: Report, topic: str) -> Finding | None:
    """The finding on a topic; of several the one labelled first, so a new account cannot change it."""
    found = [f for f in report.findings if f.discrepancy.slot.partition(",")[0] == f"topic {topic}"]
    return min(found, key=lambda f: f.place, default=None)


def _of_those_days(report: Report, topic: str) -> tuple[Topic, ...]:
    """The rows on a topic in documents from the first meeting on: earlier documents agreed other things."""
    events = [report.reference.event(key) for source in report.sources for key in source.events]
    first = min((event.date for event in events if event), default=None)
    rows = []
    for row in report.reference.topic(topic):
        document = report.reference.document(row.document)
        if document and (first is None or document.date >= first):
            rows.append(row)
    return tuple(rows)


def _rests_on(report: Report, rows: Sequence[Topic]) -> str:
    """The strongest source among the rows: a copy of the document itself, else a report of it."""
    best = ALONE
    for row in rows:
        if row.finding == NOT_READ or row.sure == "L":
            continue
        cited = [c for key in row.citations if (c := report.reference.citation(key))]
        copies = [c for c in cited if (d := document_of(report, c)) and d.id == row.document]
        if row.sure == "H" and copies:
            return OFFICIAL
        best = REPORTED
    return best


def inferred_from(report: Report, rows: Sequence[Topic]) -> tuple[str, ...]:
    """The accounts that are the only source, because a document was not read."""
    keys = {key for row in rows if row.finding == NOT_READ for key in row.citations}
    pages = {c.url for key in keys if (c := report.reference.citation(key)) and c.url}
    return tuple(s.siglum for s in report.sources if s.url in pages)


def _pillar(report: Report, mentions: Sequence[tuple[str, TopicMention]]) -> str:
    """The pillar of most of the first account's mentions."""
    first = [mention for siglum, mention in mentions if siglum == mentions[0][0]]
    return Counter(report.pillars.assign(m.claim).pillar for m in first).most_common(1)[0][0]


def agreed_table(report: Report) -> Exhibit:
    """What was agreed, by pillar and by source; each topic links to its finding."""
    found = bases(report)
    sigla = [s.siglum for s in report.sources if any(s.siglum in b.alone for b in found)]
    last = f"On account {listed(sigla, 'or')} alone" if sigla else "On an account alone"
    columns = [
        Column("Pillar", 16, heads=True), Column("On an official text", 30), Column("On a report", 30),
        Column(last, 24),
    ]  # fmt: skip
    lines = []
    for pillar in pillar_ids(report):
        of_pillar = [basis for basis in found if basis.pillar == pillar]
        if of_pillar:
            cells = [
                _topics([b for b in of_pillar if b.rests_on == kind], tell=len(sigla) > 1)
                for kind in (OFFICIAL, REPORTED, ALONE)
            ]
            lines.append(Line((report.pillars.title(pillar), *cells)))
    return Grid("Agreed, by pillar and basis", columns, lines, name="agreed").exhibit()


def _topics(found: Sequence[Basis], tell: bool) -> Cell:
    """Topics in a row; with `tell`, a topic whose only source is an account names that account."""
    parts = [cell(_linked(b), f"({', '.join(b.alone)})" if tell and b.alone else "") for b in found]
    return cell(*parts, between="; ") if parts else NOTHING


def _linked(basis: Basis) -> Cell:
    """The topic's label, linked to its finding."""
    return finding_words(basis.finding, basis.label) if basis.finding else cell(basis.label)


def basis_table(report: Report, pillar: str) -> Exhibit:
    """Each topic of a pillar: who mentions it, its source, which documents of those days state it."""
    columns = [
        Column("What was agreed", 24, heads=True), Column("Said in", 12), Column("Rests on", 14),
        Column("Where it is stated", 50),
    ]  # fmt: skip
    lines, keys = [], []
    for basis in bases(report):
        if basis.pillar == pillar:
            keys += [row.document for row in basis.rows]
            claims = dict.fromkeys(report.claim(mention.claim) for _, mention in basis.mentions)
            said = cell(*(claim_link(claim) for claim in claims), between=", ")
            stated = stacked([_stated(report, row) for row in basis.rows])
            lines.append(Line((_linked(basis), said, basis_badge(basis.rests_on, basis.words), stated)))
    caption = f"{report.pillars.title(pillar)}: what was agreed, and what each line rests on"
    foot, name = document_links(report, keys), slug("basis", pillar)
    return Grid(caption, columns, lines, foot, name).exhibit()


def _stated(report: Report, row: Topic) -> Cell:
    """Where a document states a topic. What was only inferred from an account is marked as inferred."""
    sigla = inferred_from(report, [row])
    if sigla:
        words = f"{row.where}: only as account {listed(sigla)} renders it"
        return cell(document_name(report, row.document), words)
    where = f"{row.where}: {row.wording}" if row.wording else row.where
    name = document_name(report, row.document)
    if row.sure == "H":
        return cell(name, where, noted(report, row.citations), row.note)
    return cell(name, where, f"({sure(row.sure)})", noted(report, row.citations), row.note)
