"""What stands under every table and figure on a screen: its data to download, its link, how to cite it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from scripts.exhibits.html import data_link, joined, tag


def foot(anchor: str, title: str, rows: Sequence[Mapping[str, str]]) -> Markup:
    """The foot of an exhibit; one without an anchor has its data alone, one without either has none."""
    parts = [data_link(title, rows)] if rows else []
    if anchor:
        label = f"Link to this {kind(anchor)}: {title}"
        parts.append(tag("a", "Link", href=f"#{anchor}", class_="permalink", aria_label=label))
        parts.append(unfilled(anchor, f"{kind(anchor).capitalize()}: {title}"))
    return tag("div", joined(parts, " "), class_="exhibit-foot screen-only") if parts else Markup("")


def kind(anchor: str) -> str:
    """What an anchor is of: a table, a figure, a finding, a claim."""
    return anchor.partition("-")[0]


def unfilled(anchor: str, title: str | None = None) -> Markup:
    """The place of a citation, which the book fills once it knows the chapter and the printed page.

    A finding and a claim have their titles from the ledger and the register, an exhibit brings its own.
    """
    return tag("details", class_="cite-this screen-only", data_cites=anchor, data_title=title, hidden="")
