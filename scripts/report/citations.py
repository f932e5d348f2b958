"""How to cite the book, a chapter, a finding, a claim, a table or a figure, all from one record.

The record is ``CITATION.cff`` (title, version, authors, date, licences). A citation has an address only where
``html: baseurl:`` of ``_config.yml`` says where the book is published; none is ever made up. The written
forms are in `scripts.report.citation_formats`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from scripts.ground.faults import Fault

if TYPE_CHECKING:  # the book's build reads the record without the pipeline
    from scripts.report import Finding, LabelledClaim, Report

RECORD, SETTINGS, PROJECT, CONTENTS = "CITATION.cff", "_config.yml", "pyproject.toml", "_toc.yml"
BOOK, CHAPTER, FINDING, CLAIM, EXHIBIT = "book", "chapter", "finding", "claim", "exhibit"
# The pages that findings and claims are on.
LEDGER, CLAIMS = "chapters/ledger", "chapters/claims"
_GIST = 120
_DOI = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True)
class Author:
    """An author: a person, or a body, which has one name only."""

    name: str
    family: str = ""
    given: str = ""

    @property
    def inverted(self) -> str:
        """The name as lists of references sort it."""
        return f"{self.family}, {self.given}" if self.given else self.family or self.name


@dataclass(frozen=True)
class Work:
    """The book as its record describes it. ``base`` is its published address with a final slash, or empty.

    ``repository`` is the address of its sources, ``doi`` names its archived copy; both may be empty.
    ``pages`` gives the printed page of each anchor, and is empty until the book is printed.
    """

    project: str
    title: str
    authors: tuple[Author, ...]
    version: str
    released: date
    licences: tuple[str, ...]
    abstract: str
    keywords: tuple[str, ...]
    language: str
    base: str
    repository: str = ""
    doi: str = ""
    pages: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def publisher(self) -> str:
        """The publisher: the book's authors."""
        return "; ".join(author.name for author in self.authors)

    @property
    def data_licence(self) -> str:
        """The licence of text, tables and data as an SPDX identifier: the one that is not for code."""
        return next((found for found in self.licences if found.startswith("CC")), self.licences[0])


@dataclass(frozen=True)
class Citable:
    """Something that can be cited, and its place in the book (``page#anchor``)."""

    work: Work
    kind: str
    label: str
    title: str
    address: str

    @property
    def key(self) -> str:
        """The key of its entry, with the version, since another version may say something else."""
        parts = (self.work.project, self.work.version, self.label.lower())
        return "-".join(part for part in parts if part)

    @property
    def url(self) -> str:
        """Its permalink; empty if the book has no published address."""
        return f"{self.work.base}{self.address}" if self.work.base else ""

    @property
    def whereabouts(self) -> str:
        """Where it is: the archived copy, its permalink; failing both, its place in a copy of the book."""
        known = [f"https://doi.org/{self.work.doi}" if self.work.doi else "", self.url]
        found = " ".join(address for address in known if address)
        inside = f"; in a copy of the book: {self.address}" if self.address else ""
        return found or f"No public address yet{inside}."

    @property
    def anchor(self) -> str:
        """Its anchor on its page; empty for the book and its chapters, which are whole pages."""
        return self.address.partition("#")[2]

    @property
    def page(self) -> str:
        """Its printed page, for a chapter its first; empty if that is unknown, or for the book."""
        # In the printed book an anchor that two chapters share has the chapter's name in front.
        chapter = self.address.partition(".html")[0].rpartition("/")[2]
        if self.kind == CHAPTER and not self.anchor:
            return str(self.work.pages.get(f"page-{chapter}", ""))
        found = (self.work.pages.get(name) for name in (self.anchor, f"page-{chapter}--{self.anchor}"))
        return str(next((page for page in found if page), "")) if self.anchor else ""


def read_work(root: Path, pages: Mapping[str, int] | None = None) -> Work:
    """Read the record of the book in ``root``; ``pages`` are the printed pages, where known.

    Raises Fault where the record is missing or incomplete.
    """
    record, settings = _mapping(root / RECORD), _mapping(root / SETTINGS)
    project = tomllib.loads((root / PROJECT).read_text("utf-8"))["project"]
    licences = _wanted(record, "license")
    base = str((settings.get("html") or {}).get("baseurl") or "")
    return Work(
        project=str(project["name"]),
        title=str(_wanted(record, "title")),
        authors=tuple(_author(one) for one in _wanted(record, "authors")),
        version=str(_wanted(record, "version")),
        released=_day(_wanted(record, "date-released")),
        licences=tuple(licences) if isinstance(licences, list) else (str(licences),),
        abstract=" ".join(str(record.get("abstract", "")).split()),
        keywords=tuple(record.get("keywords", ())),
        language=str(((settings.get("sphinx") or {}).get("config") or {}).get("language") or "en"),
        base=f"{base.rstrip('/')}/" if base else "",
        repository=str((settings.get("repository") or {}).get("url") or "").rstrip("/"),
        doi=_doi(record),
        pages=dict(pages or {}),
    )


def _mapping(path: Path) -> dict[str, Any]:
    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError:
        raise Fault(path.name, "whole file", "no such file", "put it back") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else "whole file"
        problem = f"not readable as YAML ({str(error).splitlines()[0]})"
        raise Fault(path.name, place, problem, "mend it") from None
    if not isinstance(found, dict):
        raise Fault(path.name, "whole file", "no list of keys and values", "write `key: value` lines")
    return found


def _wanted(record: Mapping[str, Any], key: str) -> Any:
    if not record.get(key):
        raise Fault(RECORD, key, "is missing", f"write `{key}:`")
    return record[key]


def _author(one: Mapping[str, Any]) -> Author:
    family, given = str(one.get("family-names", "")), str(one.get("given-names", ""))
    name = str(one.get("name", "")) or f"{given} {family}".strip()
    if not name:
        raise Fault(RECORD, "authors", "an author without a name", "write `name`, or the names of a person")
    return Author(name, family, given)


def _doi(record: Mapping[str, Any]) -> str:
    """The DOI of the archived copy as the record gives it, or "" while there is none."""
    written = str(record.get("doi") or "")
    if written and not _DOI.fullmatch(written):
        raise Fault(
            RECORD, "doi", f"is `{written}`", "write it as 10.5281/zenodo.1234567, without an address"
        )
    return written


def _day(written: object) -> date:
    try:
        return written if isinstance(written, date) else date.fromisoformat(str(written))
    except ValueError:
        problem = f"is `{written}`, not a date"
        raise Fault(RECORD, "date-released", problem, "write it as YYYY-MM-DD") from None


def of_book(work: Work, first: str = "") -> Citable:
    """The book as a whole; ``first`` is its first page."""
    return Citable(work, BOOK, "", work.title, first)


def of_chapter(work: Work, page: str, title: str) -> Citable:
    """A chapter: its page as Sphinx names it (``chapters/meetings``) and its title."""
    return Citable(work, CHAPTER, page.rpartition("/")[2], title, f"{page}.html")


def of_finding(work: Work, finding: Finding) -> Citable:
    """A single finding of the ledger."""
    said = finding.discrepancy.rationale.rstrip(". ")
    return Citable(
        work, FINDING, finding.label, f"Finding {finding.label}: {said}", f"{LEDGER}.html#{finding.anchor}"
    )


def of_claim(work: Work, claim: LabelledClaim) -> Citable:
    """A single claim of the register."""
    title = f"Claim {claim.label}: {_short(claim.claim.quote)}"
    return Citable(work, CLAIM, claim.label, title, f"{CLAIMS}.html#{claim.anchor}")


def of_exhibit(work: Work, page: str, anchor: str, title: str) -> Citable:
    """A figure or a table: its page, its anchor there (``table-events``), its title."""
    return Citable(work, EXHIBIT, anchor, title, f"{page}.html#{anchor}")


def cited(report: Report, work: Work, root: Path, wanted: str) -> Citable:
    """The citable thing that a reader names: ``F12``, ``A-3``, a chapter's name, or "" for the book.

    Raises Fault for anything that the report does not have.
    """
    if not wanted:
        return of_book(work, f"{next(iter(pages(root)))}.html")
    for finding in report.findings:
        if finding.label == wanted and finding.registered:
            return of_finding(work, finding)
    for claim in report.claims:
        if claim.label == wanted and claim.registered:
            return of_claim(work, claim)
    for page in pages(root):
        if page.rpartition("/")[2] == wanted:
            return of_chapter(work, page, chapter_title(root, page))
    raise Fault("citations", wanted, "no such finding, claim or chapter", "look the label up in the ledger")


def everything(report: Report, work: Work, root: Path) -> Iterator[Citable]:
    """The book, its chapters in order, every finding, and every claim, as far as registered."""
    found = pages(root)
    yield of_book(work, f"{found[0]}.html")
    yield from (of_chapter(work, page, chapter_title(root, page)) for page in found)
    yield from (of_finding(work, finding) for finding in report.findings if finding.registered)
    yield from (of_claim(work, claim) for claim in report.claims if claim.registered)


def pages(root: Path) -> list[str]:
    """The pages that ``_toc.yml`` names, in its order."""

    def named(node: object) -> Iterator[str]:
        if isinstance(node, list):
            for one in node:
                yield from named(one)
        elif isinstance(node, dict):
            yield from (str(node[key]) for key in ("root", "file") if key in node)
            for key in ("parts", "chapters", "sections"):
                yield from named(node.get(key))

    return list(named(_mapping(root / CONTENTS)))


def chapter_title(root: Path, page: str) -> str:
    """The title of a chapter: the first heading of its notebook. Raises Fault if it has none."""
    path = root / f"{page}.ipynb"
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        raise Fault(f"{page}.ipynb", "notebook", "cannot be read", "restore or mend it") from None
    for cell in cells:
        source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        for line in source.splitlines() if cell["cell_type"] == "markdown" else ():
            if line.startswith("# "):
                return line[2:].strip()
    raise Fault(f"{page}.ipynb", "notebook", "has no title", "begin it with a line `# Title`")


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _GIST else f"{plain[: _GIST - 1].rpartition(' ')[0]}…"
