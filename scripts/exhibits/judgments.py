"""Sentences of the chapters: judgments checked against findings, facts with citations, computed facts.

In authored text `*emphasis*` and `**strong**` are the only markup; everything else is escaped. Labels of
findings (F12) and claims (A-3) become links. `quote` puts an account's words in: it returns a mark, which is
replaced by the words when the sentence is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import RELATIONS
from scripts.exhibits.badges import quoted
from scripts.exhibits.citation_names import citation_name
from scripts.exhibits.html import Exhibit, escaped, joined, listed, tag, visible
from scripts.exhibits.links import citation, cited, claim_link, finding_link
from scripts.exhibits.tables import Cell, cell
from scripts.exhibits.term_links import first_mentions
from scripts.ground.faults import Fault
from scripts.record.standings import STANDINGS
from scripts.report import Finding, Report

_OPEN, _CLOSE, _BETWEEN = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_LABEL = re.compile(r"\b(?:F\d+|[A-Z][A-Za-z0-9]*-\d+)\b")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=\S)([^*]+?)(?<=\S)\*(?![*\w])")
_ANY = "any"


def judgment(
    report: Report, text: str, rests_on: Mapping[str, str], cites: Sequence[str] = (), brief: bool = False
) -> Exhibit:
    """A judgment with the findings it rests on, and what the author expected of each.

    `rests_on` gives for each finding its relation, then each account's standing: `{"F2": "conflicts; A
    confirmed; B refuted"}`. Every reading of the account must have that standing. Several standings (`A
    confirmed, refuted`) are those that its readings have between them; `A any` accepts all. Findings with the
    same expectation may share an entry: `{"F77 F78": ...}`. A ``brief`` one
    names its findings alone. Raises Fault where the engine says otherwise.
    """
    findings = checked(report, text, rests_on)
    leading = dict.fromkeys(k for f in findings for k in _leading_citations(f))
    keys = () if brief else tuple(cites) or tuple(leading)
    body = authored(report, text)
    basis = [
        finding_link(f) if brief else cell(finding_link(f), f"({f.discrepancy.relation})") for f in findings
    ]
    sources = cited(report, keys)
    ended = bool(keys) and citation_name(report, citation(report, keys[-1])).endswith(".")
    rest = tag(
        "span",
        "Rests on ",
        _listed(basis),
        *([". Sources: ", sources.markup] if keys else []),
        "" if ended else ".",
        class_="rests-on",
    )
    plain = f"{body.plain} [Rests on {', '.join(b.plain for b in basis)}. {sources.plain}]"
    return Exhibit(tag("p", body.markup, " ", rest, class_="judgment"), plain)


def checked(report: Report, text: str, rests_on: Mapping[str, str]) -> list[Finding]:
    """The findings that a judgment rests on. Raises Fault where one is not what its author expected."""
    if not rests_on:
        raise Fault(
            "judgment", _start(text), "rests on no finding", "name the findings, or write a statement"
        )
    findings = []
    for labels, expected in rests_on.items():
        for label in labels.split():
            findings.append(report.finding(label))
            _check(findings[-1], expected, text)
    return findings


def statement(report: Report, text: str, cites: Sequence[str] = ()) -> Exhibit:
    """A fact with its citations. Raises Fault for a citation or a label that does not exist."""
    for key in cites:
        citation(report, key)
    body, sources = authored(report, text), cited(report, tuple(cites))
    after = joined([" [", sources.markup, "]"]) if cites else ""
    plain = f"{body.plain} {sources.plain}".rstrip()
    return Exhibit(tag("p", body.markup, after, class_="statement"), plain)


def sentence(report: Report, text: str) -> Exhibit:
    """A sentence whose numbers and names were computed beside it."""
    body = authored(report, text)
    return Exhibit(tag("p", body.markup), body.plain)


def quote(report: Report, label: str, siglum: str, number: int = 1) -> str:
    """The words of an account in a finding (`F2`), for use inside a sentence; `number` counts its readings.

    Raises Fault where that finding has no such reading.
    """
    readings = [r for r in report.finding(label).discrepancy.readings if r.source == siglum]
    if not 1 <= number <= len(readings):
        raise Fault("quote", f"{label} {siglum}", f"has no reading {number}", f"it has {len(readings)}")
    return f"{_OPEN}{label}{_BETWEEN}{siglum}{_BETWEEN}{number}{_CLOSE}"


def _check(finding: Finding, expected: str, text: str) -> None:
    """Raise Fault where a finding is not what a judgment expects."""
    found = finding.discrepancy
    relation, *standings = [part.strip() for part in expected.split(";") if part.strip()] or [""]
    now = "; ".join([found.relation, *(f"{s} {', '.join(_verdicts(finding, s))}" for s in found.sources)])

    def fault(problem: str) -> Fault:
        remedy = f"the engine now says `{now}`: reconsider the judgment, then correct `rests_on`"
        return Fault(f"judgment “{_start(text)}”", finding.label, problem, remedy)

    if relation not in RELATIONS:
        raise fault(f"`{relation}` is no relation")
    if relation != found.relation:
        raise fault(f"expected relation `{relation}`")
    named: set[str] = set()
    for part in standings:
        siglum, _, wanted = part.partition(" ")
        verdicts = {w.strip() for w in wanted.split(",")}
        if not verdicts <= {*STANDINGS, _ANY}:
            raise fault(f"`{part}` names no standing")
        if siglum not in found.sources:
            raise fault(f"expected a reading of {siglum}")
        if verdicts != {_ANY} and verdicts != set(_verdicts(finding, siglum)):
            raise fault(f"expected `{part}`")
        named.add(siglum)
    if missing := [s for s in found.sources if s not in named]:
        raise fault(f"says nothing of {listed(missing)}")


def _verdicts(finding: Finding, siglum: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(r.standing.verdict for r in finding.discrepancy.readings if r.source == siglum)
    )


def _leading_citations(finding: Finding) -> tuple[str, ...]:
    """The first citation of each standing. The finding itself has all of them."""
    return tuple(r.standing.citations[0] for r in finding.discrepancy.readings if r.standing.citations)


def _listed(cells: Sequence[Cell]) -> Markup:
    return joined((c.markup for c in cells), ", ")


def authored(report: Report, text: str) -> Cell:
    """Authored text with its emphasis, links of labels and terms, and quotations filled in."""
    pieces = _MARK.split(text)  # prose at even places, marks at odd ones
    words = [_words(report, mark) for mark in pieces[1::2]]
    kept = [f"{_OPEN}{number}{_CLOSE}" for number in range(len(words))]
    held = [word.markup for word in words]
    prose = _prose(report, _with_terms(report, [escaped(piece) for piece in pieces[::2]], held), kept)
    filled = _MARK.sub(lambda match: str(held[int(match.group(1))]), prose)
    said = "".join(_interleaved([visible(p).replace("*", "") for p in pieces[::2]], [w.plain for w in words]))
    return Cell(Markup(filled), said)  # every part of it was escaped


def _with_terms(report: Report, pieces: Sequence[Markup], held: list[Markup]) -> list[Markup]:
    """Escaped prose with a mark for the first mention of each term; the term's link is added to `held`."""
    seen: set[str] = set()
    found = []
    for piece in pieces:
        text, at = "", 0
        for start, end, link in first_mentions(report, str(piece), seen):
            text += f"{piece[at:start]}{_OPEN}{len(held)}{_CLOSE}"
            held.append(link)
            at = end
        # Both halves are escaped already. Joined with markup they would be escaped a second time.
        found.append(Markup(text + str(piece[at:])))
    return found


def _interleaved(prose: Sequence[str], between: Sequence[str]) -> list[str]:
    return [part for pair in zip(prose, [*between, ""], strict=True) for part in pair]


def _words(report: Report, mark: str) -> Cell:
    label, siglum, number = mark.split(_BETWEEN)
    readings = [r for r in report.finding(label).discrepancy.readings if r.source == siglum]
    return quoted(siglum, readings[int(number) - 1].quote)


def _prose(report: Report, pieces: Sequence[Markup], kept: Sequence[str]) -> str:
    """Escaped pieces joined by what must be kept, with emphasis and labels made HTML."""
    shown = "".join(_interleaved([str(piece) for piece in pieces], kept))
    shown = _STRONG.sub(r"<strong>\1</strong>", shown)
    shown = _EMPHASIS.sub(r"<em>\1</em>", shown)
    claims = {c.label: c for c in report.claims}
    sigla = {s.siglum for s in report.sources}

    def link(match: re.Match[str]) -> str:
        label = match.group()
        if label.startswith("F") and label[1:].isdigit():
            return str(finding_link(report.finding(label)).markup)
        if label in claims:
            return str(claim_link(claims[label]).markup)
        if label.rpartition("-")[0] in sigla:
            raise Fault("claims", label, "no such claim", "look the label up in the claim register")
        return label

    return _LABEL.sub(link, shown)


def _start(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
