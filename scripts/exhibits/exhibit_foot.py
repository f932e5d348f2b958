"""The line under every table and figure on a screen: download the data, link to it, cite it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from scripts.exhibits.html import data_link, joined, tag


def foot(anchor: str, title: str, rows: Sequence[Mapping[str, str]]) -> Markup:
    """The foot of an exhibit: only the download if it has no anchor, nothing if it has no rows either."""
    parts = [data_link(title, rows)] if rows else []
    if anchor:
        label = f"Link to this {kind(anchor)}: {title}"
        parts.append(tag("a", "Link", href=f"#{anchor}", class_="permalink", aria_label=label))
        parts.append(unfilled(anchor, f"{kind(anchor).capitalize()}: {title}"))
    return tag("div", joined(parts, " "), class_="exhibit-foot screen-only") if parts else Markup("")


def kind(anchor: str) -> str:
    """The kind of thing that an anchor names: table, figure, finding or claim."""
    return anchor.partition("-")[0]


def unfilled(anchor: str, title: str | None = None) -> Markup:
    """An empty place for a citation. The book fills it in once the chapter and the printed page are known.

    Titles of findings and claims come from the ledger and the register; an exhibit passes its own.
    """
    return tag("details", class_="cite-this screen-only", data_cites=anchor, data_title=title, hidden="")


def unregistered() -> Markup:
    """What stands in place of the citation of a finding or claim without a label."""
    return tag("small", "No label yet: not to be cited")
