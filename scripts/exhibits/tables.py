"""A table: its rows as data, and how they are shown. Every table of the book is made here.

The name of a table gives its anchor (`table-events`), by which it is linked to and cited; it says what the
table is of, never its place. A long table with `tools` can be sorted, searched and filtered where scripts
run; without scripts, and on paper, it is a plain table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from scripts.exhibits.exhibit_foot import foot
from scripts.exhibits.html import Exhibit, joined, tag, visible
from scripts.exhibits.table_filters import Tools

# A table with at most this many rows needs no search.
LONG = 10


@dataclass(frozen=True)
class Cell:
    """What a cell shows, and the same as plain text for data files.

    The column sorts by ``order`` where given; a search also looks in ``words``, which are not shown.
    """

    markup: Markup
    plain: str
    order: str = ""
    words: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, whether it names the rows, whether it holds numbers.

    A ``screen`` column is there to sort by; on paper its content is in another cell of the row. ``short`` is
    its name where cells are stacked on a narrow page.
    """

    title: str
    width: int = 0
    heads: bool = False
    counts: bool = False
    screen: bool = False
    short: str = ""

    @property
    def look(self) -> str | None:
        """The CSS classes of its cells."""
        return "number" if self.counts else "screen-only" if self.screen else None


@dataclass(frozen=True)
class Line:
    """One row: its cells, its anchor if links lead to it, and the values that filters choose it by."""

    cells: tuple[Cell | str, ...]
    anchor: str = ""
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Grid:
    """A table with a caption. On a narrow page the cells of its rows are stacked."""

    caption: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    foot: Cell | str = ""
    name: str = ""
    tools: Tools | None = None

    def exhibit(self, rows: Sequence[Mapping[str, str]] | None = None) -> Exhibit:
        """The table as an exhibit; a table without rows says that it has none.

        `rows` replaces the data, where they have more columns than are shown.
        """
        if not self.lines:
            return Exhibit(tag("p", f"{self.caption}: none."), f"{self.caption}: none.")
        data = tuple(self._data()) if rows is None else tuple(rows)
        note = tag("p", _shown(self.foot), class_="table-note") if _plain(self.foot) else ""
        shown = joined([self._table(), note, foot(self.anchor, self.caption, data)])
        return Exhibit(shown, self._plain(), data)

    @property
    def anchor(self) -> str:
        """Its anchor; empty for a table that is part of another exhibit."""
        return f"table-{self.name}" if self.name else ""

    @property
    def _sorts(self) -> bool:
        """Whether the table is long enough to sort and search."""
        return self.tools is not None and len(self.lines) >= LONG

    @property
    def _stacks(self) -> bool:
        """Whether cells are stacked on a narrow page, which has room for two columns."""
        return len(self.columns) > 2

    def _table(self) -> Markup:
        told = self._told()
        table = tag(
            "table",
            tag("caption", self.caption),
            self._widths(),
            tag("thead", tag("tr", joined((self._heading(c) for c in self.columns), " "))),
            tag("tbody", joined((self._line(line, *told) for line in self.lines), " ")),
            class_="exhibit" + " sortable" * self._sorts + " stacks" * self._stacks,
        )
        wrap = tag(
            "div", table, class_="table-wrap", tabindex="0", role="region", aria_label=self.caption,
            id=None if self._sorts else self.anchor or None,
        )  # fmt: skip
        if not self._sorts:
            return wrap
        assert self.tools is not None
        sorts = [
            (f"{number}-{'desc' if c.counts else 'asc'}", c.title) for number, c in enumerate(self.columns)
        ]
        bar = self.tools.bar(self.caption, [line.about for line in self.lines], sorts)
        return tag("div", bar, wrap, class_="sorting", id=self.anchor or None)

    def _widths(self) -> Markup:
        if not any(c.width for c in self.columns):
            return Markup("")
        total = sum(c.width for c in self.columns)
        shares = (f"width: {100 * c.width / total:.4g}%" for c in self.columns)
        looks = (c.look if c.screen else None for c in self.columns)
        return tag(
            "colgroup",
            *(tag("col", style=s, class_=look) for s, look in zip(shares, looks, strict=True)),
        )

    def _heading(self, column: Column) -> Markup:
        return tag("th", column.title, scope="col", class_=column.look)

    def _told(self) -> tuple[set[int], set[int]]:
        """The columns with a cell that has an `order`, and those with one that has `words`.

        The script reads either from all cells of a column or from none.
        """
        if not self._sorts:
            return set(), set()
        cells = [(n, c) for line in self.lines for n, c in enumerate(line.cells) if isinstance(c, Cell)]
        return {n for n, c in cells if c.order}, {n for n, c in cells if c.words}

    def _line(self, line: Line, ordered: set[int], worded: set[int]) -> Markup:
        cells = []
        for number, (column, cell) in enumerate(zip(self.columns, line.cells, strict=True)):
            shown, plain = _shown(cell), _plain(cell)
            given = {"data_column": column.short or column.title} if self._stacks and not column.heads else {}
            if number in ordered:
                given["data_order"] = (cell.order if isinstance(cell, Cell) else "") or plain
            if number in ordered | worded:  # a column with an order would be searched by its markup
                given["data_search"] = f"{plain} {cell.words if isinstance(cell, Cell) else ''}"
            if column.heads:
                cells.append(tag("th", shown, scope="row", **given))
            else:
                cells.append(tag("td", shown, class_=column.look, **given))
        about = {f"data_{key}": value for key, value in line.about.items()} if self._sorts else {}
        # The search strips tags, so put a space between cells or their words would run together.
        return tag("tr", joined(cells, " "), id=line.anchor or None, **about)

    def _data(self) -> Iterable[dict[str, str]]:
        for line in self.lines:
            yield {c.title: _plain(cell) for c, cell in zip(self.columns, line.cells, strict=True)}

    def _plain(self) -> str:
        rows = [" | ".join(c.title for c in self.columns)]
        rows += [" | ".join(visible(_plain(cell)) for cell in line.cells) for line in self.lines]
        return "\n".join([self.caption, *rows, *filter(None, [_plain(self.foot)])])


def _shown(cell: Cell | str) -> Markup | str:
    return cell.markup if isinstance(cell, Cell) else cell


def _plain(cell: Cell | str) -> str:
    return cell.plain if isinstance(cell, Cell) else cell


def cell(*parts: Cell | str, between: str = " ") -> Cell:
    """A cell whose parts follow each other in a line."""
    kept = [p for p in parts if (p.plain if isinstance(p, Cell) else p)]
    markup = joined((p.markup if isinstance(p, Cell) else p for p in kept), between)
    return Cell(markup, between.join(_plain(p) for p in kept))


def stacked(parts: Iterable[Cell | str]) -> Cell:
    """A cell whose parts are stacked."""
    kept = list(parts)
    if len(kept) == 1:
        return cell(kept[0])
    markup = joined((tag("div", p.markup if isinstance(p, Cell) else p) for p in kept), " ")
    return Cell(markup, "; ".join(_plain(p) for p in kept))


def wrapped(name: str, inner: Cell | str, **attributes: str | None) -> Cell:
    """A cell's content inside an element."""
    shown = inner.markup if isinstance(inner, Cell) else inner
    return Cell(tag(name, shown, **attributes), _plain(inner))


# Let long addresses and digests break anywhere: they have no blanks.
ANYWHERE = "overflow-wrap: anywhere"
NOTHING = Cell(tag("span", "—", aria_label="nothing"), "")
