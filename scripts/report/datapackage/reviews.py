"""Each reading that was checked against the record, as a ClaimReview of schema.org.

A review rates one account's words; a finding with two readings has two reviews. A reading that the record
does not mention is not rated: that does not make it false.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.reading.sources import Source
from scripts.record.standings import BORNE_OUT, CONFIRMED, NEAR, NOT_CHECKED, REFUTED
from scripts.report import Finding, LabelledClaim, Report
from scripts.report.citations import CLAIMS, LEDGER, Work
from scripts.report.datapackage.annotations import identity, place

CONTEXT = "https://schema.org"
WORST, BEST = 1, 5
RATINGS = {REFUTED: WORST, NEAR: 3, BORNE_OUT: 4, CONFIRMED: BEST}

Node = dict[str, Any]


def graph(report: Report, work: Work) -> Node:
    """All reviews as one JSON-LD graph, with the report and each account in it once."""
    accounts = [_account(source) for source in report.sources]
    found = [node for finding in report.findings for node in _reviews(report, work, finding)]
    return {"@context": CONTEXT, "@graph": [_book(work), *accounts, *found]}


def _book(work: Work) -> Node:
    book = {
        "@type": "Report",
        "@id": _book_name(work),
        "name": work.title,
        "author": _authors(work),
        "datePublished": work.released.isoformat(),
        "inLanguage": work.language,
        "version": work.version,
        "abstract": work.abstract,
        "keywords": list(work.keywords),
    }
    return {**book, "url": work.base} if work.base else book


def _book_name(work: Work) -> str:
    return identity("book", work.project, work.version)


def _authors(work: Work) -> list[Node]:
    return [
        {"@type": "Person", "givenName": author.given, "familyName": author.family, "name": author.name}
        if author.family
        else {"@type": "Organization", "name": author.name}
        for author in work.authors
    ]


def _account(source: Source) -> Node:
    account = {
        "@type": "Article",
        "@id": _account_name(source),
        "name": source.title,
        "identifier": source.siglum,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "datePublished": source.published.isoformat() if source.published else "",
        "url": source.url,
    }
    return {key: value for key, value in account.items() if value}


def _account_name(source: Source) -> str:
    return identity("account", source.siglum, source.sha256)


def _reviews(report: Report, work: Work, finding: Finding) -> Iterator[Node]:
    sources = {source.siglum: source for source in report.sources}
    for number, reading in enumerate(finding.discrepancy.readings, 1):
        if reading.claim is None or reading.standing.verdict == NOT_CHECKED:
            continue
        claim = report.claim(reading.claim)
        yield {
            "@type": "ClaimReview",
            "@id": identity("review", finding.identity, str(number)),
            "identifier": finding.label,
            "url": place(work, f"{LEDGER}.html#{finding.anchor}"),
            "author": _authors(work),
            "datePublished": work.released.isoformat(),
            "inLanguage": work.language,
            "isPartOf": {"@id": _book_name(work)},
            "claimReviewed": _reviewed(claim, reading),
            "itemReviewed": _claim(work, claim, sources[reading.source]),
            "reviewRating": _rating(reading),
            "reviewBody": finding.discrepancy.rationale,
            "citation": [_cited(report, key) for key in reading.standing.citations],
        }


def _reviewed(claim: LabelledClaim, reading: Reading) -> str:
    whole, part = (" ".join(text.split()) for text in (claim.claim.quote, reading.quote))
    return whole if part == whole else f"“{part}” in: {whole}"


def _claim(work: Work, claim: LabelledClaim, source: Source) -> Node:
    return {
        "@type": "Claim",
        "@id": identity("claim", claim.identity),
        "identifier": claim.label,
        "url": place(work, f"{CLAIMS}.html#{claim.anchor}"),
        "text": claim.claim.quote,
        "appearance": {"@id": _account_name(source)},
    }


def _rating(reading: Reading) -> Node:
    rating: Node = {"@type": "Rating", "alternateName": reading.standing.verdict}
    if reading.standing.note:
        rating["ratingExplanation"] = reading.standing.note
    if reading.standing.verdict in RATINGS:
        value = RATINGS[reading.standing.verdict]
        rating |= {"ratingValue": value, "worstRating": WORST, "bestRating": BEST}
    return rating


def _cited(report: Report, key: str) -> Node:
    found = report.reference.citation(key)
    if found is None:
        return {"@type": "CreativeWork", "identifier": key}
    cited = {
        "@type": "CreativeWork",
        "identifier": key,
        "name": found.title,
        "publisher": {"@type": "Organization", "name": found.publisher},
        "url": found.url,
    }
    return {name: value for name, value in cited.items() if value}
