"""Invisible characters, written out: a terminal, an editor or a browser would obey them unseen."""

from __future__ import annotations

import json


def visible(text: str) -> str:
    """Return text with control and bidirectional characters, and odd blanks, written as code points.

    >>> visible("left\\u202eright")
    'left‹U+202E›right'
    """
    return "".join(c if c.isprintable() else f"‹U+{ord(c):04X}›" for c in text)


def escaped_json(written: str) -> str:
    """Return JSON with the same characters escaped; a JSON reader gets them back unchanged."""
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in written)
