"""The data package's descriptor for programs, and its README for people."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scripts.report import Report
from scripts.report.citations import Work
from scripts.report.datapackage.tables import Table

PROFILES = "https://datapackage.org/profiles/2.0"
# The text of the licence, as LICENSE-text names it.
_LICENCES = {"CC-BY-4.0": ("https://creativecommons.org/licenses/by/4.0/", "Attribution 4.0 International")}
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "md": "text/markdown",
}
_GUARD = (
    "In the CSV files an apostrophe stands before a text that a spreadsheet would run as a formula (one that "
    "begins with =, +, -, @, a tab or a carriage return): it is no part of the text, and the JSON files have "
    "none."
)

Node = dict[str, Any]


def descriptor(report: Report, work: Work, made: Sequence[Table], files: Mapping[str, bytes]) -> Node:
    """``datapackage.json`` after the Data Package standard 2.0: every file, and the schema of every table."""
    by_file = {f"{table.name}.csv": table for table in made}
    found = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": work.project,
        "title": work.title,
        "description": f"{work.abstract} {_GUARD}",
        "version": work.version,
        "created": f"{work.released.isoformat()}T00:00:00Z",
        "keywords": list(work.keywords),
        "licenses": [_licence(work)],
        "contributors": [_contributor(author.name) for author in work.authors],
        "sources": [_source(s.title, s.publisher, s.url) for s in report.sources],
        "resources": [_resource(name, data, by_file.get(name)) for name, data in sorted(files.items())],
    }
    return {**found, "homepage": work.base} if work.base else found


def _licence(work: Work) -> Node:
    if work.data_licence not in _LICENCES:
        return {"name": work.data_licence}
    path, title = _LICENCES[work.data_licence]
    return {"name": work.data_licence, "path": path, "title": title}


def _contributor(name: str) -> Node:
    return {"title": name, "roles": ["author"]}


def _source(title: str, publisher: str, url: str) -> Node:
    source = {"title": f"{title} ({publisher})" if publisher else title}
    return {**source, "path": url} if url else source


def _resource(name: str, data: bytes, table: Table | None) -> Node:
    stem, _, form = name.rpartition(".")
    resource: Node = {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": stem if table else name.replace(".", "-").lower(),
        "path": name,
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if table:
        resource |= {"type": "table", "title": table.title, "schema": schema(table)}
    return resource


def schema(table: Table) -> Node:
    """The Table Schema of one table: its columns, its primary key, its foreign keys."""
    required = set(table.key)
    found: Node = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [
            {
                "name": field.name,
                # Not every version of the standard has lists, so they are described as text.
                "type": "string" if field.type == "list" else field.type,
                "description": f"{field.description} {_SEVERAL}"
                if field.type == "list"
                else field.description,
                **({"constraints": {"required": True}} if field.name in required else {}),
            }
            for field in table.fields
        ],
        "missingValues": [""],
    }
    if table.key:
        found["primaryKey"] = list(table.key)
    if table.links:
        found["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": to, "fields": [there]}}
            for column, to, there in table.links
        ]
    return found


def readme(work: Work, made: Iterable[Table], citation: str) -> str:
    """The README of the package: the data dictionary in Markdown. It holds no words of an account."""
    lines = [f"# Data of “{work.title}”, version {work.version}", "", work.abstract, ""]
    lines += [f"Cite as: {citation}", "", f"Licence: {work.data_licence}. {_LEFT}", "", _GUARD, ""]
    lines += [
        "Each table is there as CSV and as JSON (an array of objects, lists as arrays). "
        "`findings-with-readings.json` has the readings within each finding; `claim-reviews.jsonld` the "
        "checked readings as ClaimReview of schema.org; `annotations.jsonld` every claim and reading as a "
        "W3C Web Annotation; `citations.bib`, `citations.ris` and `citations.json` (CSL-JSON) how to cite "
        "the book, each chapter, finding, claim, table and figure.",
        "",
    ]
    for table in made:
        lines += [f"## {table.name}", "", f"{table.title}; {len(table.rows)} rows.", ""]
        if table.key:
            lines += [f"A row is identified by: {', '.join(table.key)}.", ""]
        lines += ["| column | type | what it holds | leads to |", "|---|---|---|---|"]
        leads = {column: f"{to}.{there}" for column, to, there in table.links}
        lines += [
            f"| {f.name} | {f.type} | {f.description} | {leads.get(f.name, '')} |" for f in table.fields
        ]
        lines.append("")
    return "\n".join(lines)


_SEVERAL = "Several values are parted by `|`."
_LEFT = "The words of the accounts stay their publishers' and are quoted to be reviewed."
