"""The bar above a long table: a search field, and lists to filter rows by and to sort them.

All of its words are made here; ``tables.js`` makes it work. Without scripts the bar stays hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.exhibits.html import joined, tag


@dataclass(frozen=True)
class Choice:
    """A filter: its name in a row's data, its heading, and the words for its values."""

    name: str
    title: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Tools:
    """A search field and a list for each filter. ``what`` names the rows: "findings"."""

    what: str = "rows"
    choices: Sequence[Choice] = ()

    def bar(
        self, caption: str, rows: Sequence[Mapping[str, str]], sorts: Sequence[tuple[str, str]] = ()
    ) -> Markup:
        """The bar of a table. A list offers only values that some row has, in the order of its words.

        `sorts` are the columns to sort by, where no heading is shown to do it.
        """
        search = tag("label", "Search ", tag("input", type="search", name="words", autocomplete="off"))
        lists = []
        for choice in self.choices:
            there = {row.get(choice.name, "") for row in rows}
            offered = [(value, words) for value, words in choice.words.items() if value in there]
            options = [tag("option", words, value=value) for value, words in offered]
            lists.append(_list(choice.title, choice.name, "all", options))
        if sorts:
            options = [tag("option", words, value=value) for value, words in sorts]
            lists.append(_list("Sort by", "sort", "as listed", options, look="sort-by"))
        clear = tag("button", "Show all", type="reset")
        status = tag("p", role="status", data_what=self.what, data_none=f"No {self.what} fit.")
        return tag(
            "form", joined([search, *lists, clear], " "), status, class_="table-tools screen-only",
            hidden="", role="search", aria_label=f"Search and filter: {caption}",
        )  # fmt: skip


def _list(title: str, name: str, whole: str, options: Sequence[Markup], look: str | None = None) -> Markup:
    chooser = tag("select", tag("option", whole, value=""), *options, name=name)
    return tag("label", f"{title} ", chooser, class_=look)
