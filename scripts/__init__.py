"""Accounts of one event: read, aligned and checked against a cited record.

`compare` compares two texts or files of yours, as the command of that name does, for use in a notebook. This
file is read before an old Python is told that it is too old: its types are in quotes.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scripts.page.comparison import Comparison

__all__ = ["compare"]


def compare(
    *accounts: "str | Path",
    names: "Sequence[str]" = (),
    whole: bool = False,
    reference: "str | Path | None" = None,
) -> "Comparison":
    """Compare two accounts or more: each is a text, or the path of a file of any format that `compare` takes.

    ``names`` are what the texts are called; ``whole`` takes in menus and running heads; ``reference`` is a
    folder with a cited record. Raises Fault on a text that cannot be read, is not English or makes no claim.
    """
    from scripts.page import comparison  # all rooms are behind it, and most uses of this package need few

    return comparison.compare(*accounts, names=names, whole=whole, reference=reference)
