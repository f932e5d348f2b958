"""What persons are called: titles of offices, and nouns beside a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from scripts import english
from scripts.reading.details.office_holders import describes, is_title, portfolios
from scripts.reading.details.verb_groups import PREPOSITIONS
from scripts.reading.words import Word

_NOUNS = 5


def roles(terms: Sequence[Word]) -> frozenset[int]:
    """Return the starts of the words that say what somebody is: titles, and nouns beside a person's name.

    A title comes with the words that describe it ("deputy health minister", "director of studies"). Nouns
    beside a name: "the Irish sculptor NAME" and "NAME, a retired sculptor,".
    """
    found: set[int] = set()
    for at, word in enumerate(terms):
        if english.titles().get(word.lower.rstrip(".")) in {"head", "deputy", "rank"}:
            found |= {w.start for w in _described(terms, at)}
        if _is_person(terms, at):
            found |= {w.start for w in _beside(terms, at)}
    return frozenset(found)


def in_role(terms: Sequence[Word], name: Sequence[Word]) -> bool:
    """Say whether words beside a name say what that person is."""
    at = next(i for i, w in enumerate(terms) if w.start == name[0].start)
    before = terms[at - 1] if at else None
    if before and (is_title(before) or _is_state(before)) and terms[at].start - before.end <= 2:
        return True
    if len(name) > 1 and _is_state(name[0]) and terms[at - 1].lower in {"the", "a", "an"}:
        return True
    return bool(_beside(terms, at))


def role_bearers(terms: Sequence[Word]) -> frozenset[str]:
    """Return the lower-cased words of names that have two words or more and a role beside them."""
    found: set[str] = set()
    for at in range(len(terms)):
        if _is_person(terms, at) and _beside(terms, at):
            stop = at
            while (
                stop < len(terms)
                and terms[stop].is_capital
                and (stop == at or terms[stop].start - terms[stop - 1].end == 1)
            ):
                found.add(terms[stop].lower)
                stop += 1
    return frozenset(found)


def full_names(terms: Sequence[Word]) -> tuple[tuple[Sequence[Word], Sequence[Word]], ...]:
    """Return the names of two to four words that may be a person's, each with the role words beside it."""
    found: list[tuple[Sequence[Word], Sequence[Word]]] = []
    for at in range(len(terms)):
        if not _is_person(terms, at):
            continue
        first = at
        while first < len(terms) and terms[first].is_capital and is_title(terms[first]):
            first += 1
        stop = _name_end(terms, first)
        if stop == first or (found and found[-1][0][0] is terms[first]):
            continue
        if 2 <= stop - first <= 4 and terms[first].lower not in english.stopwords():
            titles = [*terms[at:first], *(terms[i] for i in range(max(0, at - 1), at) if is_title(terms[i]))]
            found.append((terms[first:stop], [*titles, *_beside(terms, at)]))
    return tuple(found)


def _described(terms: Sequence[Word], at: int) -> Sequence[Word]:
    first = at
    while (
        first
        and terms[first].start - terms[first - 1].end == 1
        and describes(terms[first - 1], terms[at], first - 1)
    ):
        first -= 1
    last = at
    while (
        last + 1 < len(terms) and is_title(terms[last + 1]) and terms[last + 1].start - terms[last].end == 1
    ):
        last += 1
    if (
        last + 2 < len(terms)
        and terms[last + 1].lower in {"of", "for"}
        and terms[last + 2].key in portfolios()
    ):
        last += 2
    return terms[first : last + 1]


def _is_person(terms: Sequence[Word], at: int) -> bool:
    """Say whether a person's name of two words or more begins here, not a state's or a body's."""
    if (
        at
        and terms[at - 1].is_capital
        and not is_title(terms[at - 1])
        and terms[at].start - terms[at - 1].end == 1
    ):
        return False
    run = at
    while (
        run < len(terms)
        and terms[run].is_capital
        and (run == at or terms[run].start - terms[run - 1].end == 1)
    ):
        word = terms[run]
        if word.lower in english.body_nouns() or word.lower in english.event_nouns() or _is_state(word):
            return False
        run += 1
    return run - at > 1


def _name_end(terms: Sequence[Word], at: int) -> int:
    """Return the end of the run of capitalised words that begins at ``at``, with single spaces between."""
    end = at
    while (
        end < len(terms)
        and terms[end].is_capital
        and (end == at or terms[end].start - terms[end - 1].end == 1)
    ):
        end += 1
    return end


def _is_state(word: Word) -> bool:
    return english.country(word.text) is not None or word.lower in english.demonyms()


def _beside(terms: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the nouns right before the name at ``at``, or next to it behind a comma."""
    found: list[Word] = []
    place = at - 1
    while place >= 0 and (
        is_title(terms[place]) or terms[place].lower in {"the", "a", "an"} or _is_state(terms[place])
    ):
        place -= 1
    if place >= 0 and terms[place + 1].start - terms[place].end <= 2:
        while place >= 0 and _is_noun(terms[place]) and terms[place + 1].start - terms[place].end <= 2:
            found.append(terms[place])
            place -= 1
    stop = _name_end(terms, at)
    if stop < len(terms) and terms[stop].start - terms[stop - 1].end == 2:
        while stop < len(terms) and (
            terms[stop].lower in {"the", "a", "an", "its", "her", "his", "their"} or _is_state(terms[stop])
        ):
            stop += 1
        while stop < len(terms) and _is_noun(terms[stop]) and len(found) < _NOUNS:
            found.append(terms[stop])
            if stop + 1 >= len(terms) or terms[stop + 1].start - terms[stop].end != 1:
                break
            stop += 1
    return found


def _is_noun(word: Word) -> bool:
    form = english.verb_form(word.lower)
    if word.lower in english.stopwords() | PREPOSITIONS or word.is_capital or not word.text[0].isalpha():
        return False
    if word.lower.endswith("ed") or word.lower.endswith("ly"):
        return False
    return not (form and form[1] & {"past", "third", "gerund"} and not word.lower.endswith("er"))
