"""The sentences of a source, and stretches of it read as one, each place traceable to the source's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts.comparing.verdicts.spacing import Closed, closed
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.passages import sentence_spans

_LINE = re.compile(r"[^\n]+")
_TELLING = re.compile(r"\w")


@dataclass(frozen=True)
class Sentence:
    """A stretch of a source that is read as one: where it begins, and its text as given."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.start + len(self.text)

    @cached_property
    def closed(self) -> Closed:
        """Its text with spaced-out marks closed up."""
        return closed(self.text)

    @cached_property
    def wording(self) -> Wording:
        """Its words and figures."""
        return Wording(self.closed.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the source of a stretch of its wording."""
        first, last = self.closed.span(start, end)
        return self.start + first, self.start + last


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a line break ends one."""
    spans = [s for line in _LINE.finditer(text) for s in sentence_spans(text, line.start(), line.end())]
    return tuple(Sentence(a, text[a:b]) for a, b in spans if _TELLING.search(text, a, b))


def joined(text: str, parts: Sequence[Sentence]) -> Sentence:
    """Return the stretch of a text from the first to the last of ``parts``, which stand in its order.

    What lies between the parts is blanked out, so that every place stays the source's own.
    """
    first, last = parts[0].start, parts[-1].end
    letters = [" "] * (last - first)
    for part in parts:
        letters[part.start - first : part.end - first] = text[part.start : part.end]
    return Sentence(first, "".join(letters))
