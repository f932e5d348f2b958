"""The promises that hold for every input. Each function raises AssertionError if one is broken."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import urlsplit

import tinyhtml5
from markdown_it import MarkdownIt

from scripts.reading.accounts import Account
from scripts.reading.passages import Passage
from scripts.report import Report, output_formats, text_for_terminals

_OBEYED = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# What may stand before a passage on its line without belonging to one: the mark of an item or a heading.
_MARK = re.compile(r"[ \t]*(?:#{1,6}|[•◦▪‣●○■□·*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARKDOWN = MarkdownIt("gfm-like")
_INLINE = {"text", "text_special"}


def nothing_is_lost(text: str, found: Sequence[Passage]) -> None:
    """Every character is in exactly one passage, is white space, or marks an item or a heading."""
    last = 0
    for passage in found:
        assert text[passage.start : passage.end] == passage.quote, passage
        assert passage.start >= last, "two passages overlap"
        _only_marks(text[last : passage.start])
        last = passage.end
    assert not text[last:].strip(), f"lost: {text[last:]!r}"


def _only_marks(left: str) -> None:
    lines = left.splitlines(keepends=True)
    assert not "".join(lines[:-1]).strip(), f"lost: {left!r}"
    assert not left.strip() or _MARK.fullmatch(lines[-1]), f"lost: {left!r}"


def spans_are_exact(account: Account) -> None:
    """A claim is its stretch of the text, and each of its details lies inside it."""
    text = account.source.text
    for claim in account.claims:
        assert text[claim.start : claim.end] == claim.quote, claim
        for detail in claim.details:
            assert text[detail.start : detail.end] == detail.quote, detail
            assert claim.start <= detail.start < detail.end <= claim.end, detail


def readings_are_exact(report: Report) -> None:
    """What a finding quotes stands in the account, at the given place."""
    texts = {source.siglum: source.text for source in report.sources}
    for finding in report.findings:
        for reading in finding.discrepancy.readings:
            assert texts[reading.source][reading.start : reading.end] == reading.quote, reading
    for account in report.accounts:
        spans_are_exact(account)


def nothing_is_obeyed(written: str) -> None:
    """No character, except the line end, that a terminal, an editor or a browser obeys unseen."""
    raw = {c for c in written if c != "\n" and unicodedata.category(c) in _OBEYED}
    assert not raw, f"raw {sorted(hex(ord(c)) for c in raw)}"


def exports_are_safe(report: Report) -> None:
    """JSON gives every word back; CSV runs no formula; Markdown has no markup from an account."""
    rows = output_formats.rows(report)
    as_json = output_formats.as_json(rows)
    nothing_is_obeyed(as_json)
    assert json.loads(as_json) == rows
    as_csv = output_formats.as_csv(rows)
    nothing_is_obeyed(as_csv)
    no_formula(as_csv)
    assert len(list(csv.reader(io.StringIO(as_csv, newline="")))) == 1 + sum(len(r["readings"]) for r in rows)
    sigla = [source.siglum for source in report.sources]
    table = output_formats.as_markdown(rows, sigla)
    nothing_is_obeyed(table)
    assert table.count("\n") == 2 + len(rows)
    no_markup(table)
    nothing_is_obeyed(text_for_terminals.as_text(rows) if rows else "")


def no_formula(written: str) -> None:
    """No cell begins like a spreadsheet formula."""
    for row in csv.reader(io.StringIO(written, newline="")):
        for cell in row:
            assert not cell.startswith(_FORMULAS), cell


def no_markup(markdown: str, ours: Sequence[str] = ()) -> None:
    """Read as Markdown with linked addresses, it has no markup except tables, and ``ours``."""
    for token in _MARKDOWN.parse(markdown):
        assert token.type.split("_")[0] in {"table", "thead", "tbody", "tr", "th", "td", "inline", *ours}, (
            token
        )
        for child in token.children or ():
            assert child.type in _INLINE or child.type.split("_")[0] in ours, child
            assert "evil" not in str(child.attrs), child


# The elements and attributes that pages may contain.
_TAGS = """
    a abbr b blockquote body br button caption circle clippath code col colgroup dd defs details div dl dt
    em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 head header html input label legend li line
    main mark meta nav ol optgroup option output p path pre q rect s section select small span strong style
    sub summary sup svg table tbody td template text tfoot th thead title tr tspan u ul use
"""
TAGS = frozenset(_TAGS.split())
VOID = frozenset({"br", "col", "hr", "input", "meta"})
_ADDRESSES = ("href", "src", "xlink:href", "action", "formaction", "srcset", "poster", "cite", "data")
_DATA = ("data:text/csv;charset=utf-8;base64,", "data:text/")


class Page(HTMLParser):
    """Reads a page as a browser does: each tag is closed in order, and is an allowed one."""

    def __init__(self, markup: str, scripts: int) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.scripts = 0
        self.feed(markup)
        self.close()
        assert not self.open, f"never closed: {self.open}"
        assert self.scripts == scripts, "a script that is not ours"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element's name, attributes and addresses."""
        self.scripts += tag == "script"
        assert tag in TAGS or (tag == "script" and not attrs), tag
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag not in VOID:
            self.open.append(tag)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        assert not name.startswith("on"), (tag, name)
        assert name not in {"srcdoc", "http-equiv"} or value == "Content-Security-Policy", (tag, name)
        assert re.fullmatch(r"[a-z][a-z:-]*", name), (tag, name)
        if name == "style":
            assert re.fullmatch(r"[a-z0-9:; %.-]*", value), value
        if name in _ADDRESSES and not value.startswith(_DATA):
            assert urlsplit(value).scheme in {"", "http", "https"}, value
        if name == "id":
            self.ids.append(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, and no other."""
        assert self.open, f"closes what is not open: {tag}"
        assert self.open.pop() == tag, tag

    def handle_comment(self, data: str) -> None:
        """No page has a comment."""
        raise AssertionError(f"a comment: {data!r}")

    def unknown_decl(self, data: str) -> None:
        """No page has a declaration inside."""
        raise AssertionError(f"a declaration: {data!r}")

    handle_pi = unknown_decl


def page_is_ours(markup: str, scripts: int) -> None:
    """A page, or a part of one, has only allowed elements, attributes and addresses, and each id once."""
    nothing_is_obeyed(markup)
    page = Page(markup, scripts)
    assert len(page.ids) == len(set(page.ids)), "an id twice"


def parses_as_html5(markup: str, scripts: int) -> None:
    """A parser that follows the rules of HTML5, as browsers do, finds the same."""
    elements = list(tinyhtml5.parse(markup, namespace_html_elements=False).iter())
    names = [str(element.tag).rsplit("}", 1)[-1].lower() for element in elements]
    assert names.count("script") == scripts
    assert set(names) <= {*TAGS, "script"}, set(names) - TAGS
    assert not [k for e in elements for k in e.attrib if str(k).startswith("on")]
