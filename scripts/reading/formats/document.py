"""What a reader returns for a file: the text, title and day, the pages, and what was left out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date


class Unreadable(ValueError):
    """A file that gives no text: what is wrong with it, and what to do (``remedy``)."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return self.problem


@dataclass(frozen=True)
class Page:
    """A page of a printed file: where its text starts, in code points, and whether its order is sure."""

    number: int
    start: int
    sure: bool = True


@dataclass(frozen=True)
class Document:
    """The text that was read from a file. All offsets count its characters.

    ``kind`` is the kind of file. ``title`` and ``day`` come from the metadata of the file; ``dated`` says
    what happened on that day (``published``, ``sent``, ``made``, ``saved``). ``left_out`` lists what is in
    the file but not in the text, ``remarks`` what else a reader has to know.
    """

    text: str
    kind: str
    title: str = ""
    day: date | None = None
    dated: str = ""
    pages: tuple[Page, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def page(self, start: int) -> Page | None:
        """Return the page of an offset, or None in a file without pages."""
        at = bisect_right(self.pages, start, key=lambda page: page.start) - 1
        return self.pages[max(at, 0)] if self.pages else None


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "block of menus", "blocks of menus"), counted(2, "page")
    ('1 block of menus', '2 pages')
    """
    return f"{number} {one if number == 1 else several or f'{one}s'}"
