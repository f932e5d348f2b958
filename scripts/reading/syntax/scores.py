"""Scores and votes of two sides, written as one: won 3-1, a 2–1 verdict, 52-48.

A range (3-5 people) and a score can look alike. What goes down, or stands level, is a score; what goes up is
one right behind a verb, where nothing follows that it could count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.reading.syntax.parser import Parse

_SCORE = re.compile(r"(?<![\w.,:/–-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\w/%:]|[.,–-]\d)")
_COUNTS = frozenset({"NOUN", "NUM", "SYM"})
_NO_VERBS = frozenset({"age", "last", "take", "weigh"})  # aged 3-5, took 3-5 hours


@dataclass(frozen=True)
class Score:
    """What two sides have, the one named first before the other; its tokens are `first` to `last`."""

    first: int
    last: int
    ours: int
    theirs: int

    @property
    def sides(self) -> frozenset[int]:
        """What the sides have, whichever is named first: a loss by 1-3 is a win by 3-1."""
        return frozenset({self.ours, self.theirs})


def scores(parse: Parse) -> Iterator[Score]:
    """Yield the scores of a text in order."""
    ends = _tokens_of_ends(parse)
    for match in _SCORE.finditer(parse.text):
        first, last = ends[0].get(match.start()), ends[1].get(match.end())
        if first is None or last is None:
            continue
        found = Score(first, last, int(match[1]), int(match[2]))
        if found.ours >= found.theirs or _is_behind_verb(parse, found):
            yield found


def _tokens_of_ends(parse: Parse) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Return the token that begins at each place of the text, and the one that ends there."""
    return {t.start: t.index for t in parse.tokens}, {t.end: t.index for t in parse.tokens}


def _is_behind_verb(parse: Parse, found: Score) -> bool:
    """Say whether two numbers that go up stand behind a verb, and count nothing: lost 1-3 to."""
    before = parse.tokens[found.first - 1] if found.first else None
    after = parse.tokens[found.last + 1].part if found.last + 1 < len(parse.tokens) else ""
    is_verb = before is not None and before.part == "VERB" and before.lemma not in _NO_VERBS
    return (found.ours == 0 or is_verb) and after not in _COUNTS
