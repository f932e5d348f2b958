"""Numbers of the same thing that cannot both be right, and units that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.claims import Claim
from scripts.details.dates import Dating
from scripts.details.numbers import Quantity
from scripts.details.tolls import tolls
from scripts.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side, around
from scripts.differences.hunks import Hunk
from scripts.words import Word

_HAVING = frozenset({"employ", "have", "own", "operate", "include", "comprise", "hold", "run"})
_EXPECTING = frozenset(
    english.key(w) for w in ("expect", "forecast", "predict", "project", "poll", "target", "hope")
)
_CLAUSE = 10
_PLAIN = frozenset({"be", "have", "say", "report", "count", "include", "number", "total", "reach", "stand"})
_WITHIN_UNITS = frozenset({"a", "an", "per", "square", "cubic", "nautical", "metric"})


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield numbers and units that differ; equal values are set aside first, unpaired ones left alone."""
    if pair.apart:
        return
    left, right = list(pair.left.of(Quantity)), list(pair.right.of(Quantity))
    for ours in list(left):
        equal = [q for q in right if _equal(ours, q)]
        if equal:
            match = max(equal, key=lambda q: pair.same_place(ours, q))
            left.remove(ours)
            right.remove(match)
            if (
                pair.near
                and ours.quote != match.quote
                and ours.relation == match.relation
                and ours.unit == match.unit
            ):
                sides = Side.detail(ours, _written(ours)), Side.detail(match, _written(match))
                yield Difference("number", DIFFERS, *sides, "One number in two forms.", cosmetic=True)
    for ours, theirs in _matched(pair, left, right):
        yield from _difference(ours, theirs, pair.near)
    yield from _hunks(pair)


def _hunks(pair: ClaimPair) -> Iterator[Difference]:
    """Yield what changed beside a number that stayed: its unit, by word or sign; and ordinals in words."""
    for hunk in pair.hunks:
        if not hunk.both:
            continue
        before, sides = pair.left_words[max(0, hunk.left_at - 3) : hunk.left_at], pair.sides(hunk)
        one, other = hunk.left[0], hunk.right[0]
        ordinals = english.ordinal(one.lower), english.ordinal(other.lower)
        if all(n is not None for n in ordinals) and ordinals[0] != ordinals[1]:
            yield Difference(
                "number", CONFLICTS, *sides, f"“{one.text}” and “{other.text}” are different numbers."
            )
        elif len(hunk.left) <= 3 and len(hunk.right) <= 3 and _beside_number(pair, hunk, before):
            units = [_unit(words) for words in (hunk.left, hunk.right)]
            if units[0] != units[1] and any(units):
                yield Difference(
                    "unit", CONFLICTS, *sides, f"“{sides[0].quote}” and “{sides[1].quote}” are two units."
                )
            elif all(units):
                yield Difference("unit", DIFFERS, *sides, "One unit in two forms.", cosmetic=True)


def _beside_number(pair: ClaimPair, hunk: Hunk, before: Sequence[Word]) -> bool:
    after = pair.left_words[hunk.left_at + len(hunk.left) :][:1]
    if hunk.left[-1].text in "$€£¥₩" and after and after[0].is_number:
        return True
    for word in reversed(before):
        if word.is_number or english.number_word(word.lower) is not None:
            return True
        if word.lower not in _WITHIN_UNITS and english.unit(word.lower) is None:
            return False
    return False


def _unit(found: Sequence[Word]) -> str:
    """Return the name of the unit that some words are or begin with, or ""."""
    for size in range(len(found), int(found[0].lower in english.stopwords()), -1):
        unit = english.unit(" ".join(w.text for w in found[:size]))
        if unit:
            return unit.name
    return ""


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.ordinal != other.ordinal:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return (
            one.dimension == other.dimension
            and not one.dimension.startswith("money")
            and _close(_in_base(one), _in_base(other))
        )
    if {one.relation, other.relation} == {">=", "<="}:
        return False
    return one.value == other.value or _rounded(one.value, other.value) or _rounded(other.value, one.value)


def _rounded(round_value: float, exact: float) -> bool:
    """Say whether one value is the other rounded: to two figures at least, of a number with more of them."""
    figures = [len(f"{v:.12g}".replace(".", "").strip("0")) for v in (round_value, exact)]
    if figures[0] < 2 or figures[1] < figures[0] + 2 or round_value < 100:
        return False
    return float(f"{exact:.{figures[0]}g}") == round_value


def _in_base(quantity: Quantity) -> float | None:
    unit = english.unit(quantity.unit)
    return unit.base(quantity.value) if unit else None


def _close(one: float | None, other: float | None) -> bool:
    """Say whether two conversions agree as well as rounding to two digits allows."""
    return one is not None and other is not None and abs(one - other) <= 0.05 * max(abs(one), abs(other))


def _matched(
    pair: ClaimPair, left: list[Quantity], right: list[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair the numbers that speak of the same thing, best first; ambiguous ones are left out."""
    scored = sorted(
        ((_kinship(pair, a, b), -i, -j, a, b) for i, a in enumerate(left) for j, b in enumerate(right)),
        key=lambda row: row[:3],
        reverse=True,
    )
    used: set[int] = set()
    for score, _, _, ours, theirs in scored:
        if score < 2 or id(ours) in used or id(theirs) in used:
            continue
        used |= {id(ours), id(theirs)}
        yield ours, theirs


def _kinship(pair: ClaimPair, one: Quantity, other: Quantity) -> float:
    """Weigh the signs that two numbers count the same thing; below 2 they may not."""
    if one.ordinal != other.ordinal or one.whole != other.whole or _held_apart(pair, one, other):
        return 0.0
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
    if one.dimension and (pair.nearness >= 0.3 or place > 1) and _alone(pair, one, other):
        score += 0.7 + 0.5 * _of_one_verb(pair, one, other)
    return score + (1.0 if pair.nearness >= 0.6 else 0.0)


def _comparable(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers of loosely alike claims can be about one thing at one time."""
    if _years_apart(pair) or not _of_one_thing(pair, one, other):
        return False
    sides = (pair.left_words, one), (pair.right_words, other)
    if _foreseen(*sides[0]) != _foreseen(*sides[1]) or not _told_alike(pair, one, other):
        return False
    ours, theirs = (_bearer(terms, quantity) for terms, quantity in sides)
    if ours and theirs:
        return bool(ours & theirs)
    if ours or theirs:
        named = {w.key for w in (pair.right_words if ours else pair.left_words)}
        return not (ours | theirs) & named  # the name stands there too, beside another number
    return not (_several(pair.left, one) or _several(pair.right, other))


def _several(claim: Claim, quantity: Quantity) -> bool:
    """Say whether a claim counts the same things more than once, so that which is meant cannot be told."""
    alike = [q for q in claim.of(Quantity) if quantity.counted and q.counted[:1] == quantity.counted[:1]]
    return len(alike) > 1


def _told_alike(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether the verbs can tell of one fact: alike, or one of them says only that something is.

    Four who survived and sixty who were killed are two numbers of one crash.
    """
    tolled = _toll(pair.left, one), _toll(pair.right, other)
    if all(tolled) and tolled[0] != tolled[1]:
        return False
    if one.dimension not in {"length", "time"} or one.value == other.value:
        return True
    verbs = [pair.governing(side, q)[:1] for side, q in (("left", one), ("right", other))]
    plain = [v and (form := english.verb_form(v[0].lower)) and form[0] in _PLAIN for v in verbs]
    return not all(verbs) or any(plain) or _of_one_verb(pair, one, other)


def _toll(claim: Claim, quantity: Quantity) -> str:
    """Return the toll that a number is, or ""."""
    found = tolls(claim.words, claim.of(Quantity))
    return next((t.of for t in found if t.quantity.number_start == quantity.number_start), "")


def _foreseen(terms: Sequence[Word], quantity: Quantity) -> bool:
    """Say whether a number is what somebody expects: "the poll projects 410 seats"."""
    return any(w.key in _EXPECTING for w in around(terms, quantity.start, quantity.start, _CLAUSE))


def _bearer(terms: Sequence[Word], quantity: Quantity) -> frozenset[str]:
    """Return the keys of the name whose number this is: the last one before it in its clause."""
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

    A bare year in one of them looks back as well; a full date may be that of the event.
    """
    found = [[d for d in claim.of(Dating) if d.year] for claim in (pair.left, pair.right)]
    years = [{d.year for d in dated} for dated in found]
    if all(years):
        return not years[0] & years[1]
    return any(not d.month for dated in found for d in dated)


def _of_one_thing(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether the claims share a word beside what is counted and the verb that tells of it."""
    if one.dimension:
        return True
    verbs = {w.start for w in pair.governing("left", one)}
    counted = set(one.counted) | set(other.counted)
    return any(
        s.left.start not in verbs and s.left.key not in counted and not s.left.is_number
        for s in pair.alignment.shared
    )


def _of_one_verb(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether one verb stands over both numbers (agreed to raise ... to 3%, agreed to invest 3.5%)."""
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


def _digits(quantity: Quantity) -> str:
    """Return the figures of a number without its magnitude: the same in 80 million and 80 billion."""
    return f"{quantity.value:e}".split("e")[0].rstrip("0")


def _alone(pair: ClaimPair, one: Quantity, other: Quantity) -> bool:
    """Say whether each is the only quantity of its dimension in its claim."""
    return all(
        sum(q.dimension == mine.dimension for q in claim.of(Quantity)) == 1
        for claim, mine in ((pair.left, one), (pair.right, other))
    )


def _difference(one: Quantity, other: Quantity, near: bool) -> Iterator[Difference]:
    left, right = Side.detail(one, _written(one)), Side.detail(other, _written(other))
    if one.unit != other.unit and one.value == other.value:
        yield Difference(
            "unit",
            CONFLICTS,
            left,
            right,
            f"The same number stands with two units: {_written(one)}, {_written(other)}.",
        )
    elif {one.relation, other.relation} == {">=", "<="} and one.value == other.value:
        yield Difference(
            "comparison",
            CONFLICTS,
            left,
            right,
            f"{_written(one)} is a floor, {_written(other)} a ceiling."
            if one.relation == ">="
            else f"{_written(one)} is a ceiling, {_written(other)} a floor.",
        )
    elif one.contradicts(other):
        yield Difference(
            "number", CONFLICTS, left, right, f"{_written(one)} and {_written(other)} cannot both be right."
        )
    elif one.relation == other.relation == "~" or one.value != other.value:
        yield Difference(
            "number",
            DIFFERS,
            left,
            right,
            f"{_written(one)} and {_written(other)} can both stand.",
            cosmetic=not near,
        )


def _written(quantity: Quantity) -> str:
    words = {
        "=": "",
        "~": "about ",
        ">": "more than ",
        ">=": "at least ",
        "<": "less than ",
        "<=": "at most ",
    }
    ending = "th" if quantity.ordinal else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{words[quantity.relation]}{_in_figures(quantity.value)}{ending}{unit}"


_LARGE = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def _in_figures(value: float) -> str:
    """Return a number as a newspaper prints it: 51 million, 12,400, 0.9.

    >>> _in_figures(6.87e10), _in_figures(12400.0)
    ('68.7 billion', '12,400')
    """
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{value / size:,.10g}{name}"
    return f"{value:,.10g}"
