"""Two accounts of one alliance meeting: read, aligned and checked against a cited record.

`compare` compares two texts or files of yours, as the command of that name does, for use in a notebook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scripts.page.comparison import Comparison

__all__ = ["compare"]


def compare(*accounts: Any, **options: Any) -> Comparison:
    """Compare two accounts or more: texts, or paths of files. See `scripts.page.comparison.compare`."""
    from scripts.page import comparison  # all rooms are behind it, and most uses of this package need few

    return comparison.compare(*accounts, **options)
