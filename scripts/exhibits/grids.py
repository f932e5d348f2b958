"""A table: its rows as data, and how they are shown. Every table of the book is made here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from scripts.exhibits.html import Exhibit, data_link, joined, tag, visible


@dataclass(frozen=True)
class Cell:
    """What a cell shows, and the same in plain text for data files."""

    markup: Markup
    plain: str


@dataclass(frozen=True)
class Column:
    """A column: its heading, the share of the width it asks for, and whether it heads its rows or counts."""

    title: str
    width: int = 0
    heads: bool = False
    counts: bool = False


@dataclass(frozen=True)
class Line:
    """One row: its cells, and the anchor that it is the home of, if any."""

    cells: tuple[Cell | str, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Grid:
    """A table with a caption."""

    caption: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    foot: str = field(default="")

    def exhibit(self, rows: Sequence[Mapping[str, str]] | None = None) -> Exhibit:
        """The table as something to show; a table without rows says so.

        `rows` are its data, where these have more columns than are shown.
        """
        if not self.lines:
            return Exhibit(tag("p", f"{self.caption}: none."), f"{self.caption}: none.")
        table = tag(
            "table",
            tag("caption", self.caption),
            self._widths(),
            tag("thead", tag("tr", joined((self._heading(c) for c in self.columns), " "))),
            tag("tbody", joined((self._line(line) for line in self.lines), " ")),
            class_="exhibit",
        )
        wrap = tag("div", table, class_="table-wrap", tabindex="0", role="region", aria_label=self.caption)
        note = tag("p", self.foot, class_="table-note") if self.foot else ""
        data = tuple(self._data()) if rows is None else tuple(rows)
        return Exhibit(joined([wrap, note, data_link(self.caption, data)]), self._plain(), data)

    def _widths(self) -> Markup:
        if not any(c.width for c in self.columns):
            return Markup("")
        total = sum(c.width for c in self.columns)
        shares = (f"width: {100 * c.width / total:.4g}%" for c in self.columns)
        return tag("colgroup", *(tag("col", style=share) for share in shares))

    def _heading(self, column: Column) -> Markup:
        return tag("th", column.title, scope="col", class_="number" if column.counts else None)

    def _line(self, line: Line) -> Markup:
        cells = []
        for column, cell in zip(self.columns, line.cells, strict=True):
            shown = cell.markup if isinstance(cell, Cell) else cell
            if column.heads:
                cells.append(tag("th", shown, scope="row"))
            else:
                cells.append(tag("td", shown, class_="number" if column.counts else None))
        # The search reads a page without its tags: with no blank between them two cells would be one word.
        return tag("tr", joined(cells, " "), id=line.anchor or None)

    def _data(self) -> Iterable[dict[str, str]]:
        for line in self.lines:
            yield {c.title: _plain(cell) for c, cell in zip(self.columns, line.cells, strict=True)}

    def _plain(self) -> str:
        rows = [" | ".join(c.title for c in self.columns)]
        rows += [" | ".join(visible(_plain(cell)) for cell in line.cells) for line in self.lines]
        return "\n".join([self.caption, *rows, *([self.foot] if self.foot else [])])


def _plain(cell: Cell | str) -> str:
    return cell.plain if isinstance(cell, Cell) else cell


def cell(*parts: Cell | str, between: str = " ") -> Cell:
    """Parts of a cell in a row."""
    kept = [p for p in parts if (p.plain if isinstance(p, Cell) else p)]
    markup = joined((p.markup if isinstance(p, Cell) else p for p in kept), between)
    return Cell(markup, between.join(_plain(p) for p in kept))


def stacked(parts: Iterable[Cell | str]) -> Cell:
    """Parts of a cell one under the other."""
    kept = list(parts)
    if len(kept) == 1:
        return cell(kept[0])
    markup = joined((tag("div", p.markup if isinstance(p, Cell) else p) for p in kept), " ")
    return Cell(markup, "; ".join(_plain(p) for p in kept))


def wrapped(name: str, inner: Cell | str, **attributes: str | None) -> Cell:
    """A cell's content inside an element."""
    shown = inner.markup if isinstance(inner, Cell) else inner
    return Cell(tag(name, shown, **attributes), _plain(inner))


# Long addresses and digests have no place to break: they may break anywhere.
ANYWHERE = "overflow-wrap: anywhere"
NOTHING = Cell(tag("span", "—", aria_label="nothing"), "")
