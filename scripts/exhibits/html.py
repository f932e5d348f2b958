"""The one place where text becomes HTML: everything shown passes through `escaped`, or is made by `tag`.

Text of an account is hostile until proven otherwise: it may hold tags, directives, formulas, and characters
that cannot be seen. Tags and quotes are escaped; invisible characters are shown as their code points.
"""

from __future__ import annotations

import base64
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from scripts.report.output_formats import FORMULA

# Characters that show nothing, although Unicode calls them letters, symbols or marks.
_BLANKS = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
# Printable characters that are written out all the same; for the rest `str.isprintable` is enough.
_RANGES = "".join(f"{chr(group[0])}-{chr(group[-1])}" for group in _SELECTORS)
_ODD = re.compile(f"[{''.join(map(chr, sorted(_BLANKS)))}{_RANGES}]")
# Jupyter would typeset text between two dollar signs as a formula; these classes tell MathJax not to.
_FRAME = "exhibit-frame tex2jax_ignore mathjax_ignore"
_VOID = {"br", "col", "hr", "input"}


@dataclass(frozen=True)
class Exhibit:
    """Something to show: HTML for a page, plain text for a terminal, rows for a data file."""

    markup: Markup
    plain: str
    rows: tuple[Mapping[str, str], ...] = ()

    def __post_init__(self) -> None:
        # A terminal would obey control characters, which a page only shows.
        object.__setattr__(self, "plain", "\n".join(visible(line) for line in self.plain.split("\n")))

    def _repr_html_(self) -> str:
        return str(tag("div", self.markup, class_=_FRAME))

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": self.plain}

    def __repr__(self) -> str:
        return self.plain

    def csv(self) -> str:
        """The exhibit's rows as CSV text with a header; empty for a sentence."""
        return as_csv(self.rows)


def as_csv(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as CSV text. A cell that a spreadsheet would run as a formula starts with an apostrophe."""
    if not rows:
        return ""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_cell(name) for name in rows[0]])
    writer.writerows([_cell(row[name]) for name in rows[0]] for row in rows)
    return text.getvalue()


def _cell(value: str) -> str:
    written = visible(value)
    return f"'{written}" if written.startswith(FORMULA) else written


def data_link(title: str, rows: Sequence[Mapping[str, str]]) -> Markup:
    """A link that holds the rows of an exhibit as a file to download."""
    # Begin with a byte order mark: without it spreadsheets garble Hangul.
    held = base64.b64encode(as_csv(rows).encode("utf-8-sig")).decode("ascii")
    name = slug(title)[:60].strip("-") or "data"
    return tag(
        "a", "Data (CSV)", href=f"data:text/csv;charset=utf-8;base64,{held}", download=f"{name}.csv",
        aria_label=f"Data (CSV): {title}",
    )  # fmt: skip


def visible(text: str) -> str:
    """`text` with every character that cannot be seen written out as its code point.

    >>> visible("left\\u202eright")
    'left‹U+202E›right'
    """
    if text.isprintable() and (text.isascii() or not _ODD.search(text)):
        return text
    return "".join(_seen(character) for character in text)


@lru_cache(4096)
def _seen(character: str) -> str:
    if character in " \t\n\r":
        return " "
    code = ord(character)
    unseen = unicodedata.category(character) in _UNSEEN or code in _BLANKS
    return f"‹U+{code:04X}›" if unseen or any(code in group for group in _SELECTORS) else character


def escaped(text: object) -> Markup:
    """Text made safe to show; markup stays as it is."""
    return text if isinstance(text, Markup) else escape(visible(str(text)))


def tag(name: str, /, *content: object, **attributes: str | None) -> Markup:
    """An element around escaped content; `class_` and `aria_label` become `class` and `aria-label`.

    An attribute that is None is left out.

    >>> tag("a", "<b>", href="x.html#\\"y")
    Markup('<a href="x.html#&#34;y">&lt;b&gt;</a>')
    """
    # Built from plain strings, each escaped first, for speed: a long page has 100,000s of elements.
    written = "".join(
        f' {_attribute(key)}="{escaped(value)}"' for key, value in attributes.items() if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(content)}</{name}>")


@lru_cache(256)
def _attribute(key: str) -> Markup:
    return escape(key.rstrip("_").replace("_", "-"))


def joined(parts: Iterable[object], between: object = "") -> Markup:
    """Escaped parts in a row."""
    return Markup(str.join(escaped(between), map(escaped, parts)))


def slug(*words: str) -> str:
    """Words as part of an anchor or of a file's name.

    >>> slug("Terms of office", "F12")
    'terms-of-office-f12'
    """
    return "-".join(re.findall(r"[a-z0-9]+", " ".join(words).lower()))


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a sentence lists them.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
