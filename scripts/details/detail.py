"""What every kind of detail shares: a span in the source's text, and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Detail:
    """A checkable part of a claim; ``source.text[start:end] == quote`` holds for each."""

    kind: ClassVar[str] = "detail"
    start: int
    end: int
    quote: str
