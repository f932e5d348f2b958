"""Each claim, and each reading of a finding, as a W3C Web Annotation on its account.

After the Web Annotation Data Model (W3C Recommendation, 23 February 2017): a position selector (4.2.5) and a
quote selector (4.2.4) that choose the same words. The source is named by the digest of its bytes (RFC 6920),
since positions count the code points of exactly those, decoded; ``scope`` is the page where it was published.
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator
from typing import Any

from scripts.reading.sources import Source
from scripts.record.standings import NOT_CHECKED
from scripts.report import Finding, LabelledClaim, Report
from scripts.report.citations import CLAIMS, LEDGER, Work

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CONTEXT = 32  # code points before and after a quote, doubled until the quote is the only one of its kind

Node = dict[str, Any]


def collection(report: Report, work: Work) -> Node:
    """The collection of all annotations, with its one page inside it (5.1 and 5.2)."""
    items = [*_claims(report, work), *_readings(report, work)]
    name = identity(work.project, "annotations")
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"The claims and findings of {work.title}, version {work.version}",
        "total": len(items),
        "first": {
            "id": identity(work.project, "annotations", "1"),
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }


def identity(*parts: str) -> str:
    """A UUID made from what it names: the same thing always has the same one (RFC 4122, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_OID, "\x1f".join(parts)).urn


def place(work: Work, address: str) -> str:
    """The address of a place in the book: absolute where the book has one, else from the data's folder."""
    return f"{work.base}{address}" if work.base else f"../{address}"


def _claims(report: Report, work: Work) -> Iterator[Node]:
    sources = {source.siglum: source for source in report.sources}
    for labelled in report.claims:
        claim = labelled.claim
        tags = (report.pillars.title(labelled.assignment.pillar),)
        yield {
            **_annotation(work, identity("claim", labelled.identity), "identifying"),
            "body": [_page(work, _home(labelled)), _text(labelled.label, "identifying"), *_tags(tags)],
            "target": _target(sources[claim.source], claim.start, claim.end),
        }


def _readings(report: Report, work: Work) -> Iterator[Node]:
    sources = {source.siglum: source for source in report.sources}
    for finding in report.findings:
        found = finding.discrepancy
        for number, reading in enumerate(found.readings, 1):
            verdict = reading.standing.verdict
            tags = (found.type, found.relation, *(() if verdict == NOT_CHECKED else (verdict,)))
            yield {
                **_annotation(work, identity("reading", finding.identity, str(number)), "assessing"),
                "body": [
                    _page(work, _home(finding)),
                    _text(f"{finding.label}: {found.rationale}", "assessing"),
                    *_tags(tags),
                ],
                "target": _target(sources[reading.source], reading.start, reading.end),
            }


def _home(found: Finding | LabelledClaim) -> str:
    return f"{LEDGER if isinstance(found, Finding) else CLAIMS}.html#{found.anchor}"


def _annotation(work: Work, name: str, motivation: str) -> Node:
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "creator": {"type": "Organization", "name": work.publisher},
        "created": f"{work.released.isoformat()}T00:00:00Z",
    }


def _text(value: str, purpose: str) -> Node:
    return {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }


def _tags(words: tuple[str, ...]) -> list[Node]:
    return [{"type": "TextualBody", "value": word, "purpose": "tagging"} for word in dict.fromkeys(words)]


def _page(work: Work, address: str) -> Node:
    return {"type": "SpecificResource", "source": place(work, address), "purpose": "linking"}


def _target(source: Source, start: int, end: int) -> Node:
    target = {
        "type": "SpecificResource",
        "source": {"id": named_by_digest(source), "type": "Text", "format": "text/plain", "language": "en"},
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            _quoted(source.text, start, end),
        ],
    }
    return {**target, "scope": source.url} if source.url else target


def named_by_digest(source: Source) -> str:
    """The name of a document by its SHA-256 (RFC 6920, section 3)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(source.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _quoted(text: str, start: int, end: int) -> Node:
    """A quote with enough text before and after it to be unique."""
    around = _CONTEXT
    while True:
        before, after = max(0, start - around), min(len(text), end + around)
        piece = text[before:after]
        first = text.find(piece)
        if text.find(piece, first + 1) == -1 or (before == 0 and after == len(text)):
            break
        around *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[before:start],
        "suffix": text[end:after],
    }
