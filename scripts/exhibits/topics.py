"""Topics of the accounts and what the record says of them; and the headlines that the accounts leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.comparing.discrepancies.rule_inputs import topic_reading
from scripts.exhibits.agreed_topics import NOT_READ, finding_of_topic, inferred_from
from scripts.exhibits.badges import quoted, siglum_badge, standing_badge
from scripts.exhibits.html import Exhibit, listed, slug
from scripts.exhibits.links import document_links, document_name, finding_words, noted
from scripts.exhibits.readings import standing_words
from scripts.exhibits.tables import NOTHING, Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.record import Topic
from scripts.record.standings import CONFIRMED, NEAR, NOT_CHECKED
from scripts.report import Report

Told = dict[str, dict[str, list[Reading]]]
NOT_SEEN = "not-seen"
_MOST = 2  # a document with a row on every second topic has a column of its own


def topics_table(
    report: Report,
    only: str | None = None,
    pillar: str | None = None,
    siglum: str | None = None,
    documents: bool = False,
) -> Exhibit:
    """The recorded topics that the accounts mention, and what the record says of each account's words.

    `only` keeps topics that one account alone mentions, `siglum` those it mentions at all, `pillar` those of
    a pillar. With `documents`, each document has a column that shows what it says of the topic.
    """
    told = {
        topic: by
        for topic, by in _topics_told(report, pillar).items()
        if not (only and set(by) != {only}) and not (siglum and siglum not in by)
    }
    caption = "Topics, document by document" if documents else "Topics and what the record says of them"
    if pillar:
        caption = f"{caption}: {report.pillars.title(pillar)}"
    if only:
        caption = f"{caption}; told by {only} alone"
    asked = ("by document" if documents else "", pillar, siglum, f"only {only}" if only else "")
    name = slug("topics", *(one or "" for one in asked))
    return (_by_document if documents else _by_account)(report, told, caption, name)


def _by_account(report: Report, told: Told, caption: str, name: str) -> Exhibit:
    sigla = [s.siglum for s in report.sources]
    columns = [
        Column("Topic", 17, heads=True), *(Column(f"Account {s}", 19) for s in sigla), Column("Record", 45),
    ]  # fmt: skip
    lines = []
    for topic, by in told.items():
        cells = [_topic_words(by[s]) if s in by else NOTHING for s in sigla]
        record = stacked([_record(report, by), *_doubts(report, topic)])
        lines.append(Line((_label(report, topic), *cells, record)))
    return Grid(caption, columns, lines, _documents(report, told), name).exhibit()


def _documents(report: Report, told: Told) -> Cell:
    """A key to the letters of the documents with a row on these topics."""
    return document_links(report, [row.document for topic in told for row in report.reference.topic(topic)])


def _record(report: Report, by: dict[str, list[Reading]]) -> Cell:
    """Each standing once, with its accounts, and the words it belongs to where an account has several."""
    standings = dict.fromkeys(r.standing for readings in by.values() for r in readings)
    parts = []
    for standing in standings:
        whose: list[Cell | str] = []
        for siglum, readings in by.items():
            own = dict.fromkeys(r.quote for r in readings if r.standing == standing)
            several = len({r.standing for r in readings}) > 1
            if own and (several or len(standings) > 1):
                whose += [siglum_badge(siglum), *([quoted(siglum, q) for q in own] if several else [])]
        parts.append(cell(*whose, standing_words(report, standing)))
    return stacked(parts)


def _doubts(report: Report, topic: str) -> Iterator[Cell]:
    """Where the record knows a document's words only from an account, which cannot confirm itself."""
    for row in report.reference.topic(topic):
        if sigla := inferred_from(report, [row]):
            words = f"{row.where}: known only as account {listed(sigla)} renders it"
            yield wrapped("small", cell(document_name(report, row.document), words))


def _by_document(report: Report, told: Told, caption: str, name: str) -> Exhibit:
    """A column for each document searched for most topics, then a last column for the other documents."""
    rows = {topic: report.reference.topic(topic) for topic in told}
    counts = Counter(row.document for found in rows.values() for row in found)
    known = [d.id for d in report.reference.documents if counts[d.id]]
    main = [key for key in known if counts[key] * _MOST >= len(told)]
    sigla = {siglum for by in told.values() for siglum in by}
    columns = [
        Column("Topic", 20, heads=True), *([Column("Told by", 8)] if len(sigla) > 1 else []),
        *(Column(key, 11) for key in main), Column("In which words, and where", 36),
    ]  # fmt: skip
    lines = []
    for topic, by in told.items():
        cells: list[Cell | str] = [_label(report, topic)]
        if len(sigla) > 1:
            cells.append(cell(*map(siglum_badge, by)))
        cells += [_has([row for row in rows[topic] if row.document == key]) for key in main]
        words = [
            _words(report, row, row.document not in main) for row in rows[topic] if row.finding != NOT_SEEN
        ]
        cells.append(stacked(words) if words else NOTHING)
        lines.append(Line(tuple(cells)))
    why = (
        "Not seen: sought in vain in what was read of the document, which is no proof. Not read: an account "
        "that renders the document has it, where no other text was at hand. A dash: not looked for there."
    )
    foot = cell(why, _documents(report, told))
    return Grid(caption, columns, lines, foot, name).exhibit()


def _has(rows: Sequence[Topic]) -> Cell:
    """What a document says of a topic, or that it was not read there or not searched for it."""
    if not rows:
        return NOTHING
    found = rows[0].finding
    if found == NOT_READ:
        return standing_badge(NOT_CHECKED, "not read")
    look = {"stated": CONFIRMED, "near": NEAR}.get(found)
    return standing_badge(look, found) if look else cell(found.replace("-", " "))


def _words(report: Report, row: Topic, elsewhere: bool) -> Cell:
    """The words of a document; for one without a column, also what it says of the topic."""
    sigla = inferred_from(report, [row])
    said = f"only as {listed(sigla)} renders it" if sigla else row.wording or row.where
    finding = f"({row.finding})" if elsewhere else ""
    name = document_name(report, row.document)
    return cell(
        cell(name, f"{finding}:" if finding else ":", between=" " if finding else ""),
        said,
        noted(report, row.citations),
    )


def _label(report: Report, topic: str) -> Cell:
    """A topic's label, linked to its finding where it has one."""
    label = report.reference.topic(topic)[0].label
    found = finding_of_topic(report, topic)
    return finding_words(found, label) if found else cell(label)


def _topics_told(report: Report, pillar: str | None) -> Told:
    told: Told = {}
    for single in report.singles:
        for mention in single.topics:
            if pillar in (None, single.pillar(mention.claim)):
                readings = told.setdefault(mention.topic, {}).setdefault(single.siglum, [])
                readings.append(topic_reading(single, mention))
    return told


def _topic_words(readings: list[Reading]) -> Cell:
    said = dict.fromkeys((r.source, r.quote) for r in readings)
    return stacked([quoted(source, quote) for source, quote in said])


def unsaid_table(report: Report) -> Exhibit:
    """Headlines of those days and whether each account mentions them; if so, in which words."""
    sigla = [s.siglum for s in report.sources]
    columns = [
        Column("Headline", 40, heads=True),
        *(Column(f"Account {s}", 12) for s in sigla),
        Column("Documents", 36),
    ]
    lines = []
    for fact in report.reference.unsaid:
        cells: list[Cell | str] = []
        for account in report.accounts:
            hits = [
                quoted(account.siglum, claim.quote[m.start : m.end])
                for claim in account.claims
                for m in report.reference.unsaid_in(claim.quote)
                if m.id == fact.id
            ]
            cells.append(stacked(["says it:", *hits]) if hits else "not said")
        documents = [d.title for key in fact.documents if (d := report.reference.document(key))]
        lines.append(
            Line((fact.statement, *cells, cell("; ".join(documents), noted(report, fact.citations))))
        )
    return Grid("What the record has and the accounts may not", columns, lines, name="unsaid").exhibit()
