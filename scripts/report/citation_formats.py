"""The written forms of a citation: a sentence, BibTeX, RIS, CSL-JSON, and the meta tags of a page.

Titles may hold words of an account, so each form escapes its own special characters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from scripts.report.citations import BOOK, CLAIM, FINDING, Citable

FORMS = ("Text", "BibTeX", "RIS", "CSL-JSON")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a lone brace would end the field, escaped or not
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def written(cited: Citable, form: str) -> str:
    """One of the `FORMS` of a citation."""
    forms = {"Text": formatted, "BibTeX": bibtex, "RIS": ris}
    return forms[form](cited) if form in forms else csl_json([cited])


def formatted(cited: Citable) -> str:
    """A citation to read, after the author-title form of the Chicago Manual of Style (17th ed., 14.206)."""
    work = cited.work
    page = f", p. {cited.page}" if cited.page else ""
    issued = f"version {work.version}, {day(work.released)}{page}."
    if cited.kind == BOOK:
        said = f"{work.title}, {issued}"
    else:
        title = _line(cited.title).translate({ord("“"): "‘", ord("”"): "’"})
        said = f"“{title}{'' if title[-1:] in '.?!…' else '.'}” In {work.title}, {issued}"
    authors = work.publisher
    return f"{authors}{'' if authors.endswith('.') else '.'} {said} {cited.whereabouts}"


def day(found: date) -> str:
    """A date for a sentence: 5 March 2031."""
    return f"{found.day} {found:%B %Y}"


def bibtex(cited: Citable) -> str:
    """A BibTeX entry: `misc` for the book, `incollection` for a part; names of bodies keep their braces."""
    work = cited.work
    fields = {
        "author": " and ".join(_tex(a.inverted) if a.family else f"{{{_tex(a.name)}}}" for a in work.authors),
        "title": f"{{{_tex(cited.title)}}}",
        "year": str(work.released.year),
        "month": _MONTHS[work.released.month - 1],
        "note": f"Version {_tex(work.version)}",
        "language": work.language,
    }
    if cited.kind != BOOK:
        fields |= {"booktitle": f"{{{_tex(work.title)}}}", "publisher": f"{{{_tex(work.publisher)}}}"}
    if cited.page:
        fields["pages"] = cited.page
    if cited.url:
        fields["url"] = cited.url.translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})
    # Months are macros: every BibTeX style spells them its own way.
    lines = [
        f"  {key} = {value if key == 'month' else f'{{{value}}}'}" for key, value in sorted(fields.items())
    ]
    name = "misc" if cited.kind == BOOK else "incollection"
    return f"@{name}{{{cited.key},\n" + ",\n".join(lines) + "\n}\n"


def ris(cited: Citable) -> str:
    """A RIS record: one tag on each line, and CR LF at each line's end as the format asks."""
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in _ris(cited))


def _ris(cited: Citable) -> Iterator[tuple[str, str]]:
    work = cited.work
    yield "TY", "RPRT" if cited.kind == BOOK else "CHAP"
    yield "ID", cited.key
    yield from (("AU", author.inverted) for author in work.authors)
    yield "TI", cited.title
    if cited.kind == BOOK:
        yield "AB", work.abstract
        yield from (("KW", word) for word in work.keywords)
    else:
        yield "T2", work.title
    yield "PY", str(work.released.year)
    yield "DA", f"{work.released:%Y/%m/%d}/"
    if cited.page:
        yield "SP", cited.page
    yield "ET", work.version
    yield "PB", work.publisher
    yield "LA", work.language
    if cited.url:
        yield "UR", cited.url
    yield "ER", ""


def csl(cited: Citable) -> dict[str, Any]:
    """An item of CSL-JSON, as ``csl-data.json`` of the Citation Style Language 1.0.2 describes it."""
    work = cited.work
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "report" if cited.kind == BOOK else "chapter",
        "title": _line(cited.title),
        "author": [
            {"family": a.family, "given": a.given} if a.family else {"literal": a.name} for a in work.authors
        ],
        "issued": {"date-parts": [[work.released.year, work.released.month, work.released.day]]},
        "language": work.language,
        "publisher": work.publisher,
        "version": work.version,
    }
    if cited.kind == BOOK:
        item |= {"abstract": work.abstract, "keyword": ", ".join(work.keywords)}
    else:
        item["container-title"] = work.title
    if cited.kind in (FINDING, CLAIM):
        item["number"] = cited.label
    if cited.page:
        item["page"] = cited.page
    if cited.url:
        item["URL"] = cited.url
    return item


def csl_json(cited: Iterable[Citable]) -> str:
    """Citations as a CSL-JSON array, keys in order."""
    items = [csl(one) for one in cited]
    return json.dumps(items, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def meta_tags(cited: Citable, pdf: str = "") -> Iterator[tuple[str, str, str]]:
    """The meta tags of a page's head: attribute, name and content of each ``meta`` element.

    The ``citation_`` names are those of Highwire Press, which Google Scholar and Zotero's translator
    "Embedded Metadata" read; ``citation_book_title`` makes a page a section of a book. Addresses, and the
    tags of the Open Graph protocol, which needs one, appear only where the book's address is known.
    """
    work = cited.work
    yield "name", "citation_title", _line(cited.title)
    if cited.kind != BOOK:
        yield "name", "citation_book_title", work.title
    for author in work.authors:
        # Zotero splits a name without a comma in two, but removes a comma at the end.
        yield "name", "citation_author", author.inverted if author.given else f"{author.name},"
    yield "name", "citation_publication_date", f"{work.released:%Y/%m/%d}"
    yield "name", "citation_language", work.language
    yield "name", "citation_publisher", work.publisher
    yield from (("name", "citation_keywords", word) for word in work.keywords)
    if not work.base:
        return
    yield "name", "citation_public_url", cited.url
    yield "name", "citation_fulltext_html_url", cited.url
    if pdf:
        yield "name", "citation_pdf_url", f"{work.base}{pdf}"
    yield "property", "og:title", _line(cited.title)
    yield "property", "og:type", "article"
    yield "property", "og:url", cited.url
    yield "property", "og:site_name", work.title
    yield "property", "og:description", work.abstract


def _line(text: str) -> str:
    """Text on one line, without any kind of line break, which could forge a tag."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in _line(text))
