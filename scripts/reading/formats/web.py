"""Web pages: the main text as trafilatura finds it, apart from menus, and what the page says of itself.

Of three programs that find the main text (trafilatura, readability-lxml, resiliparse), tried on pages saved
by Chromium, trafilatura alone kept every paragraph, heading and item and no comment, menu or notice;
resiliparse lost the lists and took the comments in, readability took bylines and captions for text.
"""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from scripts.reading.formats.blocks import HEADING, Block, blocks, plain, written
from scripts.reading.formats.document import Document, Unreadable, counted

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
_MENUS = frozenset({"nav", "header", "footer", "aside", "menu", "form", "dialog", "button", "select"})
_SEARCHED = 10**9  # characters that may be gone over to find a block within another
_LINKED = 0.5  # of the words of a block of menus, at the least


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
    main = list(_main(tree))
    if not main:
        told = "no main text could be told from the rest, so that the whole page was read"
        return Document(written(all_of_it), KIND, remarks=(told,), **facts)
    main = _with_headings(main, all_of_it)
    return Document(written(main), KIND, left_out=_left_out(tree, main, all_of_it), **facts)


def body_of(markup: str) -> Any:
    """Return the body of a page, as a tree of elements. Raises Unreadable on what is none."""
    return _body(_parsed(markup))


def decoded(data: bytes) -> str:
    """Return the markup of a page, decoded as it says, else as UTF-8 or, as browsers do, Windows-1252."""
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


def _main(tree: Any) -> Iterator[Block]:
    """Yield the blocks of the main text, as trafilatura finds it."""
    import logging

    from lxml import html
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            html.tostring(tree, encoding="unicode"),
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):  # of markup that it has not met
        found = None
    body = getattr(found, "body", None)
    if body is not None:
        yield from blocks(body)


def _with_headings(main: Sequence[Block], all_of_it: Sequence[Block]) -> list[Block]:
    """Put each heading that stands right above a block of the main text there, and the headline first."""
    above: dict[str, list[Block]] = {}
    waiting: list[Block] = []
    for block in all_of_it:
        if block.kind == HEADING:
            waiting.append(block)
        else:
            above.setdefault(_plain_key(block.text), waiting)
            waiting = []
    had = {_plain_key(block.text) for block in main}
    headlines = [b for b in all_of_it if b.kind == HEADING and b.level == 1]
    found = headlines[:1] if len(headlines) == 1 and _plain_key(headlines[0].text) not in had else []
    had |= {_plain_key(block.text) for block in found}
    for block in main:
        missed = [b for b in above.get(_plain_key(block.text), ()) if _plain_key(b.text) not in had]
        had |= {_plain_key(b.text) for b in missed}
        found += [*missed, block]
    return found


def _plain_key(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _left_out(tree: Any, main: Sequence[Block], all_of_it: Sequence[Block]) -> tuple[str, ...]:
    """Say how many parts of the page are not in its main text: the largest elements without a word of it."""
    body = _body(tree)
    every = list(body.iter())  # kept, so that each element stays one object
    shown, lost = _counts(every, main, all_of_it)
    menus = others = 0
    waiting = [body] if lost[body] else []
    while waiting:
        element = waiting.pop()
        below = [child for child in element if lost[child]]
        if lost[element] < shown[element] and below:
            waiting += below
        elif _is_menu(element):
            menus += 1
        else:
            others += 1
    told = [counted(menus, "block of menus", "blocks of menus")] if menus else []
    return (*told, *([counted(others, "block of other text", "blocks of other text")] if others else []))


def _counts(
    every: Sequence[Any], main: Sequence[Block], all_of_it: Sequence[Block]
) -> tuple[Counter[Any], Counter[Any]]:
    """Return how many blocks each element holds, and how many of them are not in the main text."""
    keys = {_plain_key(block.text) for block in main}
    kept = "\n".join(_plain_key(block.text) for block in main)
    searched = len(kept) * len(all_of_it) < _SEARCHED
    shown: Counter[Any] = Counter()
    lost: Counter[Any] = Counter()
    for block in all_of_it:
        key = _plain_key(block.text)
        shown[block.place] += 1
        lost[block.place] += key not in keys and not (searched and key in kept)
    for element in reversed(every):  # what lies deeper comes first
        if (above := element.getparent()) is not None:
            shown[above] += shown[element]
            lost[above] += lost[element]
    return shown, lost


def _is_menu(element: Any) -> bool:
    if element.tag in _MENUS or (element.get("role") or "") in (
        "navigation",
        "banner",
        "contentinfo",
        "dialog",
    ):
        return True
    words = len(plain("".join(element.itertext())).split())
    linked = sum(len(plain("".join(link.itertext())).split()) for link in element.iter("a", "button"))
    return linked >= _LINKED * words


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
    """Return the day of publication as the page's own data give it, never as its text does."""
    metas = _metas(tree)
    for said in (*(metas.get(name, "") for name in _DAYS), *_linked_days(tree)):
        if day := as_day(said):
            return day
    return None


def as_day(said: str) -> date | None:
    """Return the day that a moment written as YYYY-MM-DD begins with, if it is one."""
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
