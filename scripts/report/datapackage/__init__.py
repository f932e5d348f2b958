"""The report as data files: tables with a dictionary, a Data Package descriptor, linked data, citations.

>>> from scripts import report                                   # doctest: +SKIP
>>> from scripts.report import datapackage                       # doctest: +SKIP
>>> datapackage.write(report.read(), Path("data"))               # doctest: +SKIP

The files depend only on the report and its citation record, so they are the same bytes every time.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.ground import atomic_files
from scripts.ground.invisible_characters import escaped_json
from scripts.report import ROOT, Report, citation_formats, citations, output_formats
from scripts.report.citations import Citable
from scripts.report.datapackage.annotations import collection
from scripts.report.datapackage.dictionary import FILE as DICTIONARY
from scripts.report.datapackage.package import descriptor, readme
from scripts.report.datapackage.reviews import graph
from scripts.report.datapackage.tables import Table, tables

FOLDER = "data"
DESCRIPTOR = "datapackage.json"

__all__ = ["DESCRIPTOR", "FOLDER", "Table", "files", "tables", "write"]


def write(
    report: Report,
    folder: Path,
    root: Path = ROOT,
    printed: Mapping[str, int] | None = None,
    exhibits: Sequence[Citable] = (),
) -> tuple[Path, ...]:
    """Write the data of ``report`` into ``folder``, made if missing; return the files written.

    ``printed`` gives the printed page of each anchor and ``exhibits`` the tables and figures of the pages,
    where they are known, so that these are cited too. ``root`` holds the citation record and the table of
    contents. Raises Fault where either is broken, and OSError where the folder cannot be written to.
    """
    made = files(report, root, printed, exhibits)
    folder.mkdir(parents=True, exist_ok=True)
    atomic_files.write_together({folder / name: data for name, data in made.items()})
    return tuple(folder / name for name in made)


def files(
    report: Report,
    root: Path = ROOT,
    printed: Mapping[str, int] | None = None,
    exhibits: Sequence[Citable] = (),
) -> dict[str, bytes]:
    """Every file of the package: its name and its bytes."""
    work = citations.read_work(root, printed)
    made = tables(report)
    cited = [*citations.everything(report, work, root), *exhibits]
    texts = {f"{table.name}.csv": as_csv(table) for table in made}
    texts |= {f"{table.name}.json": _json(list(table.rows)) for table in made}
    texts |= {
        "annotations.jsonld": _json(collection(report, work)),
        "citations.bib": "\n".join(citation_formats.bibtex(one) for one in cited),
        "citations.json": citation_formats.csl_json(cited),
        "citations.ris": "\r\n".join(citation_formats.ris(one) for one in cited),
        "claim-reviews.jsonld": _json(graph(report, work)),
        "dictionary.csv": DICTIONARY.read_text("utf-8"),
        "findings-with-readings.json": output_formats.as_json(output_formats.rows(report)),
        "README.md": readme(work, made, citation_formats.formatted(cited[0])),
    }
    found = {name: text.encode() for name, text in sorted(texts.items())}
    return {**found, DESCRIPTOR: _json(descriptor(report, work, made, found)).encode()}


def as_csv(table: Table) -> str:
    """A table as CSV: lists separated by ``|``, empty cells for unknown values, formulas guarded."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows([_cell(row[field.name]) for field in table.fields] for row in table.rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        # A value cannot contain the separator of values.
        value = "|".join(str(one).replace("|", "/") for one in value)
    # A number may begin with a minus; a text that begins with one might be run as a formula.
    return output_formats.cell(value) if isinstance(value, str) else str(value)


def _json(found: Sequence[Any] | dict[str, Any]) -> str:
    return escaped_json(json.dumps(found, ensure_ascii=False, indent=1)) + "\n"
