"""Web pages: the main text without menus, or the whole page, and the title and day that the page gives."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from scripts.reading.formats.blocks import Block, blocks, plain, written
from scripts.reading.formats.document import Document, Unreadable
from scripts.reading.formats.main_text import left_out, main_text

KIND = "web page"
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_ENCODING = re.compile(
    r"utf-?8|windows-\d+|cp\d+|iso-8859-\d+|koi8-[ru]|shift_jis|euc-(jp|kr)|gb(2312|k|18030)|big5|macintosh"
)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEAD = 4096  # bytes in which a page says how it is encoded
_FEW = 25  # words; a page with fewer and a script of its own is made by that script
# Where a page says when it was published and what it is called, the surest first.
_DAYS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dcterms.date",
    "dc.date.issued", "dcterms.issued", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
    "sailthru.date", "citation_publication_date",
)  # fmt: skip
_TITLES = ("og:title", "dc.title", "twitter:title")


def read(data: bytes, whole: bool = False) -> Document:
    """Return the text of a page: its main text, or all of it. Raises Unreadable on a page without text."""
    return of_markup(decoded(data), whole)


def of_markup(markup: str, whole: bool = False) -> Document:
    """Return the text of a page whose bytes are decoded. Raises Unreadable on a page without text."""
    tree = _parsed(markup)
    all_of_it = list(blocks(_body(tree)))
    _refuse_scripts(tree, all_of_it)
    title, day = _title(tree), _published(tree)
    facts: dict[str, Any] = {"title": title, "day": day, "dated": "published" if day else ""}
    if whole:
        return Document(written(all_of_it), KIND, **facts)
    main = main_text(tree, all_of_it)
    if not main:
        told = "no main text could be told from the rest, so that the whole page was read"
        return Document(written(all_of_it), KIND, remarks=(told,), **facts)
    told_of = left_out(_body(tree), all_of_it, main)
    return Document(written(all_of_it[at] for at in main), KIND, left_out=told_of, **facts)


def body_of(markup: str) -> Any:
    """Return the body of a page as a tree of elements. Raises Unreadable if there is none."""
    return _body(_parsed(markup))


def decoded(data: bytes) -> str:
    """Decode a page as it declares, otherwise as UTF-8, otherwise (as browsers do) as Windows-1252."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff")
    said = _CHARSET.search(data[:_HEAD])
    named = said[1].decode("ascii", "replace").lower() if said else "utf-8"
    # Browsers take the one for the other.
    named = "cp1252" if named in ("iso-8859-1", "latin1", "us-ascii", "ascii") else named
    for name in (named, "utf-8"):
        try:
            if _ENCODING.fullmatch(name):
                return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", "replace")


def _parsed(markup: str) -> Any:
    from lxml import etree, html

    # Nothing is fetched, no entity is resolved but those of HTML, and what is nested too deeply is cut off.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        clean = _DECLARED.sub("", markup.replace("\0", ""))
        tree = html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError):
        raise Unreadable("has no text", "give a page with a text") from None
    for sign in tree.xpath("//sup[a[starts-with(@href, '#')]] | //a[starts-with(@href, '#')][sup]"):
        _drop(sign)  # the number of a footnote is no word
    for sign in tree.xpath("//a[starts-with(@href, '#')]"):
        if plain("".join(sign.itertext())).strip("\ufe0e\ufe0f") in ("↩", "↑", "^"):
            _drop(sign)
    return tree


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _body(tree: Any) -> Any:
    body = tree.find("body")
    return tree if body is None else body


def _refuse_scripts(tree: Any, found: Iterable[Block]) -> None:
    """Raise Unreadable on a page that has no text, or none before its scripts have run."""
    few = sum(len(block.text.split()) for block in found)
    scripted = any((s.get("src") or (s.text or "").strip()) for s in tree.iter("script"))
    if few < _FEW and scripted:
        remedy = "open it in a browser and save it from there when the text has come"
        raise Unreadable("a page that is all script, without the text that the script would fetch", remedy)
    if not few:
        raise Unreadable("has no text", "give a page with a text")


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        found.setdefault(name, plain(meta.get("content") or ""))
    return found


def _title(tree: Any) -> str:
    metas = _metas(tree)
    told = next((metas[name] for name in _TITLES if metas.get(name)), "")
    title = tree.find(".//title")
    return (told or plain("".join(title.itertext()) if title is not None else ""))[:300]


def _published(tree: Any) -> date | None:
    """Return the day of publication from the metadata of the page, never from its text."""
    metas = _metas(tree)
    for said in (*(metas.get(name, "") for name in _DAYS), *_linked_days(tree)):
        if day := as_day(said):
            return day
    return None


def as_day(said: str) -> date | None:
    """Return the day at the beginning of a time in ISO form, or None."""
    written_day = _DAY.match(said.strip())
    try:
        return date.fromisoformat(written_day[0]) if written_day else None
    except ValueError:
        return None


def _linked_days(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            one = waiting.pop()
            if isinstance(one, list):
                waiting += one
            elif isinstance(one, dict):
                if isinstance(said := one.get("datePublished"), str):
                    yield said
                waiting += [v for v in one.values() if isinstance(v, dict | list)]
