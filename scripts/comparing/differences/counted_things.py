"""Whether two numbers count the same thing: by the words around them, their owner, and their time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts import english
from scripts.comparing.differences.difference import ClaimPair, around
from scripts.reading.claims import Claim
from scripts.reading.details.dates import Dating
from scripts.reading.details.quantities import Quantity
from scripts.reading.words import Word

_WHICH = re.compile(r",? (?:which|when|where|that)\b")
_HAVING = frozenset({"employ", "have", "own", "operate", "include", "comprise", "hold", "run"})
_EXPECTING = frozenset(
    english.key(w) for w in ("expect", "forecast", "predict", "project", "poll", "target", "hope")
)
_CLAUSE = 10
_CLOSE = 0.5
_LARGE, _NEARLY = 100, 1.03
_A_PIECE = frozenset({"apiece", "each"})
_PLAIN = frozenset({"be", "have", "say", "report", "count", "include", "number", "total", "reach", "stand"})


def kinship(pair: ClaimPair, one: Quantity, other: Quantity) -> float:
    """Score the signs that two numbers count the same thing; below 2 they may not."""
    if one.ordinal != other.ordinal or one.whole != other.whole or _held_apart(pair, one, other):
        return 0.0
    if rate(pair.left_words, one) != rate(pair.right_words, other):
        return 0.0  # a total price and a price for each share
    if _toll(pair.left, one) != _toll(pair.right, other):
        return 0.0  # four survivors and sixty dead are two counts of one crash
    if not pair.near and not _comparable(pair, one, other):
        return 0.0
    if one.dimension != other.dimension:
        return 0.0 if pair.nearness < 0.6 or one.value != other.value else 2.5
    counted = any(english.synonymous(a, b) for a in one.counted[:2] for b in other.counted[:2])
    counted = counted or bool(set(one.counted) & set(other.counted))
    if one.counted and other.counted and not counted and not one.dimension:
        return 0.0 if pair.nearness < 0.8 else 1.0 + pair.same_place(one, other, 3) / 3
    place = pair.same_place(one, other)
    score = 1.2 * counted + 0.8 * bool(one.dimension) + 0.5 * place
    score += 0.7 * (_digits(one) == _digits(other) and one.value > 12)
    score += 0.8 * (counted and _hardly_apart(one, other))
    if one.dimension and (pair.nearness >= 0.3 or place > 1) and _alone(pair, one, other):
        score += 0.7 + 0.5 * _of_one_verb(pair, one, other)
    return score + (1.0 if pair.nearness >= 0.6 else 0.0)


def rate(terms: Sequence[Word], quantity: Quantity) -> str:
    """Return the base of a rate: "share" of "$196 a share", "piece" for "each"; else "".

    In 50 miles per hour the unit is itself the rate; in "3 people a day" the base is the day.
    """
    after = [w for w in terms if w.start >= quantity.end][:4]
    before = quantity.end
    for at, word in enumerate(after):
        if word.start - before > 1:
            return ""
        if word.lower in _A_PIECE:
            return "piece"
        priced = at == 0 and word.lower in {"a", "an"} and quantity.dimension.startswith("money")
        if word.lower == "per" or priced:
            return after[at + 1].key if at + 1 < len(after) else ""
        if word.lower in english.stopwords():
            return ""
        before = word.end
    return ""


def _comparable(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers of loosely alike claims may be about one thing at one time."""
    if _years_apart(pair) or not _of_one_thing(pair, one, other):
        return False
    if _looks_back(pair.left, one) != _looks_back(pair.right, other):
        return False
    sides = (pair.left_words, one), (pair.right_words, other)
    if _foreseen(*sides[0]) != _foreseen(*sides[1]) or not _told_alike(pair, one, other):
        return False
    ours, theirs = (_bearer(terms, quantity) for terms, quantity in sides)
    named = {w.key for w in pair.left_words}, {w.key for w in pair.right_words}
    if ours and theirs:
        met = ours <= named[1] and theirs <= named[0]  # a buyer and what it buys
        return bool(ours & theirs) or (met and _close_and_alone(pair, one, other))
    if ours or theirs:  # the other claim may have the name too, beside another number
        return not (ours & named[1] | theirs & named[0]) or _close_and_alone(pair, one, other)
    return not (_several(pair.left, one) or _several(pair.right, other))


def _close_and_alone(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether claims that share half their words have one measured number each."""
    return pair.nearness >= _CLOSE and bool(one.dimension) and _alone(pair, one, other)


def _several(claim: Claim, quantity: Quantity) -> bool:
    """Say whether a claim counts the same things more than once, so that the number meant is unclear.

    How many of them were killed or hurt is not the same as how many there were.
    """
    toll = _toll(claim, quantity)
    alike = [
        q for q in claim.of(Quantity)
        if quantity.counted and q.counted[:1] == quantity.counted[:1] and _toll(claim, q) == toll
    ]  # fmt: skip
    return len(alike) > 1


def _told_alike(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether the verbs may state one fact: they are alike, or one is a plain verb such as "be"."""
    if one.dimension not in {"length", "time"} or one.value == other.value:
        return True
    verbs = [pair.governing(side, q)[:1] for side, q in (("left", one), ("right", other))]
    plain = [v and (form := english.verb_form(v[0].lower)) and form[0] in _PLAIN for v in verbs]
    return not all(verbs) or any(plain) or _of_one_verb(pair, one, other)


def _toll(claim: Claim, quantity: Quantity) -> str:
    """Return the toll that a number counts, or ""."""
    return next((t.of for t in claim.tolls if t.quantity.number_start == quantity.number_start), "")


def _looks_back(claim: Claim, quantity: Quantity) -> bool:
    """Say whether a number belongs to a date right before it: the storm of 4 May 2015, which killed 19."""
    days = [d for d in claim.of(Dating) if d.end <= quantity.start]
    return bool(days) and bool(_WHICH.match(claim.quote, days[-1].end - claim.start))


def _foreseen(terms: Sequence[Word], quantity: Quantity) -> bool:
    """Say whether a number is a forecast: "the poll projects 410 seats"."""
    return any(w.key in _EXPECTING for w in around(terms, quantity.start, quantity.start, _CLAUSE))


def _bearer(terms: Sequence[Word], quantity: Quantity) -> frozenset[str]:
    """Return the keys of the name that a number belongs to: the last name before it in its clause."""
    found: list[str] = []
    before = [w for w in terms if w.end <= quantity.start]
    begin = quantity.start
    for word in reversed(before):
        apart = begin - word.end > 2 or word.lower in {"while", "and", "but", "whereas"}
        begin = word.start
        name = _is_name(word, before)
        if (found and not name) or (apart and not found and word is not before[-1]):
            break
        if name:
            found.append(word.key)
    return frozenset(found)


def _is_name(word: Word, before: Sequence[Word]) -> bool:
    if not word.is_capital or word.lower in english.stopwords() or english.titles().get(word.lower):
        return False
    return word is not before[0] and not (word.lower in english.months() or word.lower in english.weekdays())


def _years_apart(pair: ClaimPair) -> bool:
    """Say whether the claims tell of two years: 61 in the storm of 1960, 85 in the fire of 2018.

    A bare year in only one of them also refers to the past; a full date may be the event's own.
    """
    found = [[d for d in claim.of(Dating) if d.year] for claim in (pair.left, pair.right)]
    years = [{d.year for d in dated} for dated in found]
    if all(years):
        return not years[0] & years[1]
    return any(not d.month for dated in found for d in dated)


def _of_one_thing(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether the claims share a word besides the counted thing and its verb."""
    if one.dimension:
        return True
    verbs = {w.start for w in pair.governing("left", one)}
    counted = set(one.counted) | set(other.counted)
    return any(
        s.left.start not in verbs and s.left.key not in counted and not s.left.is_number
        for s in pair.alignment.shared
    )


def _of_one_verb(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether the same verb governs both numbers (agreed to raise ... to 3%, agreed to invest 3.5%)."""
    verbs = pair.governing("left", one), pair.governing("right", other)
    return any(english.synonymous(a.lower, b.lower) for a in verbs[0] for b in verbs[1])


def _held_apart(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers are what two holders have: the pit employs 200, the company 3,000.

    Of loosely alike claims only; a holder of whom nothing but a pronoun tells may be anyone.
    """
    if pair.near:
        return False
    verbs = [pair.governing(side, q)[:1] for side, q in (("left", one), ("right", other))]
    if not all(v and (form := english.verb_form(v[0].lower)) and form[0] in _HAVING for v in verbs):
        return False
    return not pair.one_holder(verbs[0][0], verbs[1][0])


def _hardly_apart(one: Quantity, other: Quantity) -> bool:
    """Say whether two exact counts are so large and so near each other that they are hardly of two things."""
    values = sorted((one.value, other.value))
    exact = one.relation == other.relation == "=" and not (one.dimension or one.ordinal)
    return exact and values[0] >= _LARGE and values[1] <= _NEARLY * values[0]


def _digits(quantity: Quantity) -> str:
    """Return the figures of a number without its magnitude: the same in 80 million and 80 billion."""
    return f"{quantity.value:e}".split("e")[0].rstrip("0")


def _alone(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether each is the only quantity of its dimension in its claim."""
    return all(
        sum(q.dimension == mine.dimension for q in claim.of(Quantity)) == 1
        for claim, mine in ((pair.left, one), (pair.right, other))
    )
