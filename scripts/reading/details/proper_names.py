"""Proper names other than persons in offices: places, organisations, programmes, as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from scripts import english
from scripts.reading.details.detail import Detail, covered
from scripts.reading.words import Word, gap, words

_CONNECTORS = {"of", "for", "and", "the", "de", "al"}
_PLACE_PREPOSITIONS = {"in", "at", "near", "outside", "from", "to", "across", "around"}


@dataclass(frozen=True)
class Name(Detail):
    """A proper name; ``country`` is set for a state (also by demonym), ``place`` where it is one."""

    kind: ClassVar[str] = "name"
    keys: tuple[str, ...] = ()
    country: str = ""
    place: bool = False


def names(text: str, start: int = 0, end: int | None = None, skip: Sequence[Detail] = ()) -> tuple[Name, ...]:
    """Return the proper names in ``text[start:end]`` that lie outside ``skip``.

    A capital letter at the start of a sentence does not make a name; a state is a name anywhere.

    >>> [(n.quote, n.country) for n in names("Talks between Peru and the Andean Bank were held in Quito.")]
    [('Peru', 'PE'), ('Andean Bank', ''), ('Quito', '')]
    """
    within = covered(skip)
    terms = [w for w in words(text, start, end) if not within(w.start)]
    found: list[Name] = []
    at = 0
    while at < len(terms):
        length = _state(text, terms, at) or _run(text, terms, at)
        if not length:
            at += 1
            continue
        run = terms[at : at + length]
        phrase = text[run[0].start : run[-1].end].removesuffix("’s").removesuffix("'s")
        country = english.country(phrase) or english.demonyms().get(phrase.lower(), "")
        before = terms[at - 1].lower if at else ""
        place = bool(country and english.country(phrase)) or phrase.lower() in english.capitals()
        place = place or before in _PLACE_PREPOSITIONS - {"from", "to"}
        found.append(
            Name(
                run[0].start, run[0].start + len(phrase), phrase, tuple(w.lower for w in run), country, place
            )
        )
        at += length
    return tuple(found)


def _state(text: str, terms: Sequence[Word], at: int) -> int:
    """Return how many words at ``at`` name a state, 0 for none."""
    if not terms[at].is_capital:
        return 0
    for length in range(min(6, len(terms) - at), 0, -1):
        phrase = text[terms[at].start : terms[at + length - 1].end]
        if english.country(phrase) or phrase.lower() in english.demonyms():
            return length
    return 0


def states(terms: Sequence[Word]) -> tuple[tuple[tuple[Word, ...], str], ...]:
    """Return the phrases that name a state or its people, each with the state's code."""
    found = []
    at = 0
    while at < len(terms):
        length = 0
        if terms[at].is_capital:
            for size in range(min(6, len(terms) - at), 0, -1):
                run = tuple(terms[at : at + size])
                phrase = " ".join(w.text for w in run).removesuffix("’s").removesuffix("'s")
                code = english.country(phrase) or (
                    english.demonyms().get(phrase.lower(), "") if size == 1 else ""
                )
                if code:
                    found.append((run, code))
                    length = size
                    break
        at += length or 1
    return tuple(found)


def state_words(text: str, terms: Sequence[Word]) -> frozenset[int]:
    """Return the starts of the words of ``terms`` that name a state or its people."""
    found: set[int] = set()
    at = 0
    while at < len(terms):
        length = _state(text, terms, at)
        found |= {w.start for w in terms[at : at + length]}
        at += length or 1
    return frozenset(found)


def _run(text: str, terms: Sequence[Word], at: int) -> int:
    """Return the number of capitalised words from ``at`` that make a name, 0 for none."""
    if not terms[at].is_capital or terms[at].lower in english.function_words() or _is_calendar(terms[at]):
        return 0
    stop = at + 1
    while stop < len(terms):
        between = gap(text, terms[stop - 1], terms[stop])
        if between not in {" ", "-", "’", "'", ". "} or (between == ". " and len(terms[stop - 1].text) > 3):
            break
        if terms[stop].is_capital and not _state(text, terms, stop):
            stop += 1
        elif (
            terms[stop].lower in _CONNECTORS - {"and"}
            and stop + 1 < len(terms)
            and terms[stop + 1].is_capital
        ):
            stop += 2
        else:
            break
    opens = _opens_sentence(text, terms[at])
    if opens and stop == at + 1 and not terms[at].is_acronym:
        return 0
    return stop - at


def _opens_sentence(text: str, word: Word) -> bool:
    at = word.start - 1
    while at >= 0 and text[at] in ' \t"“‘(•*-–':
        at -= 1
    return at < 0 or text[at] in ".!?\n:"


def _is_calendar(word: Word) -> bool:
    name = word.lower.rstrip(".")
    return name in english.months() or name in english.weekdays()
