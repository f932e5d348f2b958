"""Where the words of a reading stand: the offsets, and in a printed file the page, with any doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scripts.reading.sources import Source

UNSURE = "order of columns unsure"


def paged(source: Source, start: int) -> dict[str, Any]:
    """Return the page of an offset as fields of a row; None where the file of the account has no pages."""
    page = source.page(start)
    return {"page": page.number if page else None, "order_unsure": bool(page and not page.sure)}


def page_words(row: Mapping[str, Any]) -> str:
    """Return the page of a row in words, with the doubt.

    >>> page_words({"page": 3, "order_unsure": True})
    'p. 3, order of columns unsure'
    >>> page_words({})
    ''
    """
    if not row.get("page"):
        return ""
    return f"p. {row['page']}{f', {UNSURE}' if row.get('order_unsure') else ''}"


def doubt(row: Mapping[str, Any]) -> str:
    """Return the doubt alone.

    >>> doubt({"page": 3, "order_unsure": True})
    'the order of columns on page 3 is unsure'
    """
    return f"the order of columns on page {row['page']} is unsure" if row.get("order_unsure") else ""


def offsets(row: Mapping[str, Any]) -> str:
    """Return where a quotation stands: its offsets, and the page before them.

    >>> offsets({"start": 3, "end": 9, "page": 2, "order_unsure": False})
    'p. 2 3-9'
    """
    page = f"p. {row['page']} " if row.get("page") else ""
    return f"{page}{row['start']}-{row['end']}"
