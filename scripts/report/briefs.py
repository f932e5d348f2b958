"""Briefs: some findings on one page, with the words of each account, their standing, and how to cite them.

A brief has the same contents in every form: `markdown` is here, the printed page in
`scripts.book.paper.brief`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.comparing.discrepancies.discrepancy import COSMETIC, Reading
from scripts.ground.faults import Fault
from scripts.reading.sources import Source
from scripts.record import Citation
from scripts.record.pillars import OUTSIDE
from scripts.record.standings import NOT_CHECKED
from scripts.report import Finding, Report, citation_formats, citations
from scripts.report.citations import Work
from scripts.report.output_formats import plain_markdown

TOGETHER = "Cite as, with the finding's label:"
_SURENESS = "HML"


@dataclass(frozen=True)
class Evidence:
    """What one account says: its exact words, their place, their standing by the record, and why."""

    siglum: str
    quote: str
    where: str
    standing: str
    note: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Entry:
    """One finding with the evidence of each account, and its citation (empty: cite the whole brief)."""

    label: str
    heading: str
    rationale: str
    evidence: tuple[Evidence, ...]
    citation: str
    url: str


@dataclass(frozen=True)
class Brief:
    """Some findings under one title, or those of a pillar; ``left_out`` counts what does not fit the page.

    The findings of a pillar share one ``citation``; a briefer adds the label of the finding.
    """

    title: str
    name: str
    work: Work
    accounts: tuple[str, ...]
    entries: tuple[Entry, ...]
    of_pillar: bool
    citation: str
    left_out: int = 0

    @property
    def references(self) -> tuple[Citation, ...]:
        """All citations of the brief, each once, in the order of first mention."""
        cited = (c for entry in self.entries for said in entry.evidence for c in said.citations)
        return tuple(dict.fromkeys(cited))


def brief(
    report: Report, wanted: Sequence[str], root: Path, printed: Mapping[str, int] | None = None
) -> Brief:
    """The brief of some findings (``F1 F2``) or of one pillar (its id or title).

    ``printed`` gives the printed page of each anchor where it is known; citations name it.

    Raises Fault for a finding or pillar that the report does not have, and for a pillar without findings.
    """
    work = citations.read_work(root, printed)
    title, name, findings = _chosen(report, wanted)
    of_pillar = title == report.pillars.title(name)
    entries = tuple(_entry(report, work, finding, not of_pillar) for finding in findings)
    cited = citation_formats.formatted(citations.of_book(work))
    accounts = tuple(_account(source) for source in report.sources)
    return Brief(title, name, work, accounts, entries, of_pillar, cited if of_pillar else "")


def _account(source: Source) -> str:
    published = citation_formats.day(source.published) if source.published else ""
    return ", ".join(
        part for part in (f"{source.siglum}: {source.title}", source.publisher, published) if part
    )


def _chosen(report: Report, wanted: Sequence[str]) -> tuple[str, str, tuple[Finding, ...]]:
    pillars = {p.id.casefold(): p.id for p in report.pillars.pillars} | {OUTSIDE: OUTSIDE}
    pillars |= {p.title.casefold(): p.id for p in report.pillars.pillars}
    asked = " ".join(wanted).casefold()
    if asked in pillars:
        pillar = pillars[asked]
        found = tuple(f for f in report.findings if _matters(f, pillar))
        if not found:
            raise Fault("brief", pillar, "no finding but cosmetic ones", "name another pillar, or findings")
        return report.pillars.title(pillar), pillar, _citable(found)
    known = {finding.label.upper(): finding for finding in report.findings}
    for one in wanted:
        if one.casefold() in pillars:
            raise Fault("brief", one, "a pillar beside other things", "name one pillar alone, or findings")
        if one.upper() not in known:
            remedy = f"name findings of the ledger, or a pillar: {', '.join(sorted({*pillars.values()}))}"
            raise Fault("brief", one, "no such finding or pillar", remedy)
    chosen = _citable(tuple(known[label] for label in dict.fromkeys(one.upper() for one in wanted)))
    labels = [finding.label for finding in chosen]
    title = "Finding" if len(labels) == 1 else "Findings"
    name = "-".join(labels[:6]).lower() + (f"-and-{len(labels) - 6}-more" if len(labels) > 6 else "")
    return f"{title} {', '.join(labels)}", name, chosen


def _citable(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings. Raises Fault if one of them has no label yet, since it could not be cited."""
    for finding in findings:
        if not finding.registered:
            raise Fault("brief", finding.label, "has no label yet to be cited by", "run `make register`")
    return findings


def _matters(finding: Finding, pillar: str) -> bool:
    found = finding.discrepancy
    return (found.pillar or OUTSIDE) == pillar and found.materiality != COSMETIC


def _entry(report: Report, work: Work, finding: Finding, cite: bool) -> Entry:
    found = finding.discrepancy
    cited = citations.of_finding(work, finding)
    return Entry(
        label=finding.label,
        heading=f"{finding.label}: {found.type.replace('-', ' ')}, {found.relation} ({found.materiality})",
        rationale=found.rationale,
        evidence=tuple(_evidence(report, reading) for reading in found.readings),
        citation=citation_formats.formatted(cited) if cite else "",
        url=cited.url,
    )


def _evidence(report: Report, reading: Reading) -> Evidence:
    standing = reading.standing
    claim = f"{report.claim(reading.claim).label}, " if reading.claim else ""
    searched = f"searched: {'; '.join(standing.searched)}" if standing.searched else ""
    found = (report.reference.citation(key) for key in standing.citations)
    return Evidence(
        siglum=reading.source,
        quote=" ".join(reading.quote.split()),
        where=f"{claim}characters {reading.start}-{reading.end}",
        standing=standing.verdict if standing.verdict != NOT_CHECKED else "not checked against the record",
        note="; ".join(part for part in (standing.note, searched) if part),
        # The surest first: these are kept if there is no room for all.
        citations=tuple(sorted((c for c in found if c), key=lambda c: _SURENESS.index(c.sure))),
    )


def reference(found: Citation) -> str:
    """A citation as in a list of references, with its address as recorded, if any."""
    return " ".join(part for part in (f"{found.title}. {found.publisher}, {found.date}.", found.url) if part)


def markdown(found: Brief) -> str:
    """The brief as Markdown to paste; the accounts' words are escaped."""
    numbers = {cited: number for number, cited in enumerate(found.references, 1)}
    lines = [f"# {plain_markdown(found.title)}", ""]
    lines += [f"- Account {plain_markdown(account)}" for account in found.accounts]
    for entry in found.entries:
        lines += ["", f"## {plain_markdown(entry.heading)}", "", plain_markdown(entry.rationale), ""]
        lines += [_line(said, numbers) for said in entry.evidence]
        if entry.citation:
            lines += ["", f"Cite as: {_addressed(entry.citation, entry.url)}"]
    if found.citation:
        lines += ["", f"{TOGETHER} {_addressed(found.citation, found.work.base)}"]
    if numbers:
        lines += ["", "## References", ""]
        lines += [f"{n}. {_addressed(reference(cited), cited.url)}" for cited, n in numbers.items()]
    return "\n".join(lines) + "\n"


def _line(said: Evidence, numbers: dict[Citation, int]) -> str:
    note = f": {plain_markdown(said.note)}" if said.note else ""
    cited = _numbered(numbers[c] for c in said.citations)
    said_so = (
        f"**{plain_markdown(said.siglum)}** “{plain_markdown(said.quote)}” ({plain_markdown(said.where)})"
    )
    return f"- {said_so}. *{said.standing}*{note}{cited}"


def _numbered(numbers: Iterable[int]) -> str:
    written = ", ".join(str(number) for number in sorted(set(numbers)))
    return f" \\[{written}\\]" if written else ""


def _addressed(text: str, url: str) -> str:
    """A citation in which an address at the end becomes a link."""
    link = f" <{url.replace('<', '%3C').replace('>', '%3E')}>" if url else ""
    return f"{plain_markdown(text.removesuffix(url).rstrip())}{link}"
