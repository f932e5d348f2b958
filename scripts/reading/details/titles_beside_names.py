"""Full names of persons, and the titles and nouns beside them that say what they are."""

from __future__ import annotations

from collections.abc import Sequence

from scripts import english
from scripts.reading.details.office_holders import is_title
from scripts.reading.words import Word

_NOUNS = 5
_PREPOSITIONS_WORDS = """
    about above across after against along among around as at before behind below beneath beside between
    beyond by despite down during for from in inside into near of off on onto out outside over per since
    through throughout to toward towards under until up upon via with within without
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_WORDS.split())


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


def _is_person(terms: Sequence[Word], at: int) -> bool:
    """Say whether a person's name of two words or more begins here, not a state's or a body's."""
    if (
        at
        and terms[at - 1].is_capital
        and not is_title(terms[at - 1])
        and terms[at].start - terms[at - 1].end == 1
    ):
        return False
    name = terms[at : _name_end(terms, at)]
    others = english.body_nouns() | english.event_nouns()
    return len(name) > 1 and not any(word.lower in others or _is_state(word) for word in name)


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
    if word.lower in english.stopwords() | _PREPOSITIONS or word.is_capital or not word.text[0].isalpha():
        return False
    if word.lower.endswith("ed") or word.lower.endswith("ly"):
        return False
    return not (form and form[1] & {"past", "third", "gerund"} and not word.lower.endswith("er"))
