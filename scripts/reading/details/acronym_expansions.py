"""Names with their acronyms: the words before an acronym in brackets, and whether their initials spell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from scripts import english
from scripts.reading.details.detail import Detail
from scripts.reading.words import Word, gap, words

FITS, DISPLACED, REORDERED, MISFIT = "fits", "displaced", "reordered", "misfit"
_ACRONYM = re.compile(
    r"\(\s*[\"“']?(?P<letters>[A-Z][A-Z&.\-]{1,9}[A-Z.]|[A-Z]{2})(?P<plural>s?)[\"”']?\s*\)"
)
_CONNECTORS = {"of", "for", "and", "the", "to", "in", "on", "with", "de", "la", "&"}
_LOOK_BACK = 14


@dataclass(frozen=True)
class Expansion(Detail):
    """``name (ACRONYM)``; ``fit`` says how the words make the letters.

    ``fits``: their initials spell it. ``displaced``: they do without the last word or two (the acronym
    follows the wrong word). ``reordered``: the same initials in another order. ``misfit``: none of these.
    """

    kind: ClassVar[str] = "acronym"
    name: str = ""
    acronym: str = ""
    fit: str = FITS
    acronym_start: int = 0


def expansions(text: str, start: int = 0, end: int | None = None) -> tuple[Expansion, ...]:
    """Return the acronyms introduced in brackets in ``text[start:end]``, with the words before them.

    A run of lower-case words counts only where its initials spell the acronym, with at most two words
    between; otherwise nothing is returned, since the text does not say what the letters stand for.

    >>> [(e.name, e.fit) for e in expansions("the Coastal Advisory Board (CFB) met")]
    [('Coastal Advisory Board', 'misfit')]
    """
    end = len(text) if end is None else end
    found = []
    for match in _ACRONYM.finditer(text, start, end):
        before = words(text, max(start, match.start() - 200), match.start())[-_LOOK_BACK:]
        letters = re.sub(r"[^A-Z]", "", match["letters"])
        chosen = _expansion(text, _clause(text, before, match.start()), letters)
        if chosen:
            run, fit = chosen
            found.append(
                Expansion(
                    run[0].start,
                    match.end(),
                    text[run[0].start : match.end()],
                    text[run[0].start : run[-1].end],
                    match["letters"],
                    fit,
                    match.start(),
                )
            )
    return tuple(found)


def _clause(text: str, before: Sequence[Word], bracket: int) -> Sequence[Word]:
    """Keep the words after the last stop or bracket, which no expansion crosses."""
    for at in range(len(before) - 1, -1, -1):
        following = before[at + 1].start if at + 1 < len(before) else bracket
        if re.search(r"[.;:()]", text[before[at].end : following]):
            return before[at + 1 :]
    return before


def _expansion(text: str, before: Sequence[Word], letters: str) -> tuple[Sequence[Word], str] | None:
    capital = _capital_run(text, before)
    content = [w for w in capital if w.lower not in _CONNECTORS]
    if len(content) > 1:
        before = capital
    for extra in range(3):
        stop = len(before) - extra
        for begin in range(stop - 1, -1, -1):
            run = before[begin:stop]
            if run[0].lower in _CONNECTORS:
                continue
            if spells(_initials(run), letters):
                return before[begin:], FITS if extra == 0 else DISPLACED
    if len(content) < 2:
        return None
    initials = [w.text[0].upper() for w in content]
    return capital, REORDERED if sorted(initials) == sorted(letters) else MISFIT


def _initials(run: Sequence[Word]) -> list[tuple[str, bool]]:
    """Return the letters that each word can give, and whether it may be skipped."""
    return [(w.text.upper(), w.lower in _CONNECTORS) for w in run]


def spells(run: Sequence[tuple[str, bool]], letters: str) -> bool:
    """Say whether the initials of all content words spell ``letters``, small connectors as needed."""
    states = {0}
    for word, optional in run:
        reached = {at + 1 for at in states if letters[at : at + 1] == word[:1]}
        states = reached | (states if optional else set())
        if not states:
            return False
    return len(letters) in states


def _capital_run(text: str, before: Sequence[Word]) -> Sequence[Word]:
    """Return the capitalised words that end right before the bracket, connectors between them included."""
    begin = len(before)
    while begin:
        word = before[begin - 1]
        between = gap(text, word, before[begin]) if begin < len(before) else " "
        if between.strip(" -’'&,") or not (word.is_capital or word.lower in _CONNECTORS):
            break
        if "," in between and before[begin].lower not in _CONNECTORS:
            break
        begin -= 1
    run = list(before[begin:])
    while run and (run[0].lower in _CONNECTORS or run[0].lower in english.stopwords()):
        run.pop(0)
    return run
