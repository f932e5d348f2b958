"""Names that changed: states, persons, places and other proper names. A variant spelling is no change."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from scripts import english
from scripts.comparing.differences.acronyms import is_short_name
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference
from scripts.comparing.differences.word_diff import Hunk
from scripts.reading.details.person_names import DIFFERENT, relation
from scripts.reading.details.proper_names import states
from scripts.reading.details.titles_beside_names import in_role, roles
from scripts.reading.words import Word

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "across", "around", "off", "to", "from"})
_PARTICLES = frozenset(
    {"de", "van", "von", "der", "al", "bin", "da", "del", "di", "la", "el", "ibn", "du", "dos"}
)
_TELLING = frozenset({"said", "says", "told", "added", "warned", "announced"})
_ALIKE = 0.7


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield names of near-identical claims that were replaced by others."""
    for hunk in pair.hunks:
        if hunk.both:
            yield from _names(pair, hunk)


def of_states(pair: ClaimPair) -> Iterator[Difference]:
    """Yield states, or their peoples, that were replaced by others."""
    for hunk in pair.hunks:
        if hunk.both:
            yield from _states(pair, hunk)
            yield from _peoples(pair, hunk)


def _states(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    ours = [s for s in states(pair.left_words) if _touches(s[0], hunk.left)]
    theirs = [s for s in states(pair.right_words) if _touches(s[0], hunk.right)]
    for (left, iso), (right, other) in zip(ours, theirs, strict=False):
        sides = pair.span(pair.left, left), pair.span(pair.right, right)
        if iso != other and (_swapped(pair, iso, other)):
            yield Difference(
                "actor-target",
                CONFLICTS,
                *sides,
                f"The claims exchange “{sides[0].quote}” and “{sides[1].quote}”.",
            )
        elif iso != other and _is_money(pair, right):
            yield Difference(
                "unit", CONFLICTS, *sides, f"“{sides[0].quote}” and “{sides[1].quote}” are two currencies."
            )
        elif iso != other:
            yield Difference(
                "country", CONFLICTS, *sides, f"“{sides[0].quote}” and “{sides[1].quote}” are two states."
            )
        else:
            yield Difference("country", DIFFERS, *sides, "Two forms of one state's name.", cosmetic=True)


def _is_money(pair: ClaimPair, state: Sequence[Word]) -> bool:
    """Say whether a state's name stands between a number and the name of its currency."""
    before = [w for w in pair.right_words if w.end <= state[0].start][-1:]
    if not before or not (before[0].is_number or english.number_word(before[0].lower) is not None):
        return False
    after = next((w for w in pair.right_words if w.start >= state[-1].end), None)
    unit = english.unit(after.lower) if after else None
    return unit is not None and unit.dimension.startswith("money")


def _peoples(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    """Yield a people that was replaced by one whose name two states share (Korean, Congolese)."""
    left = [w for w in hunk.left if w.is_capital]
    right = [w for w in hunk.right if w.is_capital]
    if len(left) == 1 and len(right) == 1:
        known = [w.lower in english.demonyms() for w in (left[0], right[0])]
        alike = all(w.lower.endswith(("an", "ese", "ish", "i", "ch")) for w in (left[0], right[0]))
        if known[0] != known[1] and alike:
            sides = pair.span(pair.left, left), pair.span(pair.right, right)
            yield Difference(
                "country", CONFLICTS, *sides, f"“{left[0].text}” and “{right[0].text}” are two peoples."
            )


def _swapped(pair: ClaimPair, one: str, other: str) -> bool:
    """Say whether another change of the same claims puts the first state where the second was."""
    for hunk in pair.hunks:
        ours = [iso for run, iso in states(pair.left_words) if _touches(run, hunk.left)]
        theirs = [iso for run, iso in states(pair.right_words) if _touches(run, hunk.right)]
        if ours == [other] and theirs == [one]:
            return True
    return False


def _touches(words: Sequence[Word], changed: Sequence[Word]) -> bool:
    starts = {w.start for w in changed}
    return any(w.start in starts for w in words)


def _names(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    left = _name(pair, pair.left_words, hunk.left)
    right = _name(pair, pair.right_words, hunk.right)
    if not left or not right or _moved(pair, left, right):
        return
    ours, theirs = pair.span(pair.left, left), pair.span(pair.right, right)
    if _one_name(ours.quote, theirs.quote) or _one_name(_text(hunk.left), _text(hunk.right)):
        yield Difference("name", DIFFERS, ours, theirs, "Two spellings of one name.", cosmetic=True)
        return
    kind = _kind(pair, left, right)
    if kind == "place" and not pair.edited:
        why = f"“{ours.quote}” stands where the other says “{theirs.quote}”: one may lie in the other."
        yield Difference(kind, DIFFERS, ours, theirs, why)
        return
    yield Difference(
        kind, CONFLICTS, ours, theirs, f"“{ours.quote}” and “{theirs.quote}” are different names."
    )


def _moved(pair: ClaimPair, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether each claim has the other's surname elsewhere: a list in another order."""
    ours, theirs = _surname(left), _surname(right)
    if ours == theirs:
        return False
    there, here = ({_folded(w.key) for w in t if w.is_capital} for t in (pair.right_words, pair.left_words))
    return ours in there and theirs in here


def _surname(name: Sequence[Word]) -> str:
    """Return the last part of a name, without Jr. or Sr. (Poe Jr.)."""
    kept = [w for w in name if not (w.text.endswith(".") or w.lower in {"jr", "sr"})] or name
    return _folded(kept[-1].key)


def _text(found: Sequence[Word]) -> str:
    return " ".join(w.text for w in found)


def _one_name(one: str, other: str) -> bool:
    """Say whether two names may be one name, spelt or shortened differently."""
    ours, theirs = _folded(one), _folded(other)
    if _other_part(one.split(), other.split()):
        return False
    if ours == theirs or relation(one, other) != DIFFERENT:
        return True
    if ours[:1] != theirs[:1] or len(one.split()) != len(other.split()):
        return False
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE


def _other_part(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two long names differ in one word: Harbour Rovers, Forest Rovers."""
    if len(one) != len(other) or len(one) < 3:
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if _folded(a) != _folded(b)]
    return len(changed) == 1 and all(
        min(len(a), len(b)) > 2
        and SequenceMatcher(None, _folded(a), _folded(b), autojunk=False).ratio() < 0.5
        for a, b in changed
    )


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if c.isalnum())


def _name(pair: ClaimPair, terms: Sequence[Word], changed: Sequence[Word]) -> list[Word]:
    """Return the whole proper name that contains changed words; empty if the words are no name."""
    offices = roles(terms)
    capital = [w for w in changed if _is_name(pair, terms, w) and w.start not in offices]
    if not capital:
        return []
    first = last = next(i for i, w in enumerate(terms) if w is capital[0] or w == capital[0])
    while first and _continues(pair, terms, first - 1):
        first -= 1
    while last + 1 < len(terms) and (_continues(pair, terms, last + 1, after=True)):
        last += 1
    while first < last and not _is_name(pair, terms, terms[first]):
        first += 1
    while last > first and not _is_name(pair, terms, terms[last]):
        last -= 1
    return list(terms[first : last + 1])


def _is_name(pair: ClaimPair, terms: Sequence[Word], word: Word) -> bool:
    if (
        not word.is_capital
        or (is_short_name(word) and len(word.text) > 2)
        or word.lower in english.function_words()
    ):
        return False
    lower = word.lower.rstrip(".")
    if (
        lower in english.titles()
        or lower in english.months()
        or lower in english.weekdays()
        or word.is_number
    ):
        return False
    if any(word.start == w.start for run, _ in states(terms) for w in run):
        return False
    if word is terms[0]:
        follows = len(terms) > 1 and terms[1].is_capital and terms[1].start - word.end == 1
        known = lower in pair.people or lower in pair.names or _folded(lower) in pair.people
        return known or follows or lower in english.capitals() or _speaks(terms)
    return word.lower not in english.stopwords()


def _speaks(terms: Sequence[Word]) -> bool:
    """Say whether a sentence begins with a surname and "said": no plural and no English word."""
    lower = terms[0].lower
    plain = english.synonym_groups(lower) or english.verb_form(lower) or lower.endswith("s")
    plain = plain or lower in english.body_nouns() or lower in english.titles()
    return not plain and len(terms) > 1 and terms[1].lower in _TELLING


def _continues(pair: ClaimPair, terms: Sequence[Word], at: int, after: bool = False) -> bool:
    """Say whether a word belongs to the name beside it: capitalised, or a particle, with one mark between."""
    neighbour = terms[at - 1] if after else terms[at + 1]
    gap = terms[at].start - neighbour.end if after else neighbour.start - terms[at].end
    if gap > 1:
        return False
    return terms[at].lower in _PARTICLES or _is_name(pair, terms, terms[at])


def _kind(pair: ClaimPair, left: Sequence[Word], right: Sequence[Word]) -> str:
    """Return what kind of name changed: a person's in an office, a place, or another."""
    kinds = _kind_of(pair, pair.left_words, left), _kind_of(pair, pair.right_words, right)
    return next(kind for kind in ("office-holder", "place", "name") if kind in kinds)


def _kind_of(pair: ClaimPair, terms: Sequence[Word], name: Sequence[Word]) -> str:
    if any(w.lower in pair.people or _folded(w.lower) in pair.people for w in name):
        return "office-holder"
    before = [w for w in terms if w.end <= name[0].start][-1:]
    if before and before[0].lower in _PLACE_PREPOSITIONS:
        return "place"
    return "office-holder" if in_role(terms, name) else "name"
