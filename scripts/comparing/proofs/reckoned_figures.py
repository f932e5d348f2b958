"""Figures that follow from those of a text: sums, rests, shares, changes, what was before.

Two figures of the other text are taken, of one measure, in one sentence or in two that follow each other;
words beside them say what may be reckoned with them. A rest is proved only with the contrary of what is said
of the part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, permutations

from scripts import english
from scripts.reading.syntax.elements import FIGURE, SHARE, Element
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.whole_text import Reading

REST, PART, SHARE_OF, SUM, CHANGE, PRIOR, ORDER = (
    "rest", "part", "share", "sum", "change", "prior", "order",
)  # fmt: skip
_NEAR = 0.011  # what rounding may lose
_MOST = 12  # figures of the other text that are reckoned with; a table of more is read by people
_BESIDE = 4  # words around a figure that say what it is
_UP = frozenset(
    {"up", "more", "rise", "increase", "higher", "longer", "above", "gain", "jump", "better", "older"}
)
_DOWN = frozenset({
    "down", "fewer", "less", "fall", "lower", "below", "drop", "shorter", "decline", "smaller", "short",
    "younger",
})  # fmt: skip
_RISING = frozenset({"rise", "raise", "increase", "grow", "climb", "jump", "lift", "add", "gain", "swell"})
_FALLING = frozenset({"fall", "cut", "reduce", "drop", "lower", "decline", "shrink", "slip", "lose", "shed"})
_FACTORS = {"halve": 0.5, "double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0}
_BEFORE = frozenset(
    {"before", "previous", "previously", "earlier", "until", "had", "was", "were", "last", "then"}
)
_SO_FAR = frozenset({"before", "far", "already", "earlier", "previous", "previously"})
_FROM = frozenset({"from", "against", "compared", "than"})
_TOGETHER = frozenset({"and", "another", "other", "others", "more", "plus", "further"})


@dataclass(frozen=True)
class Reckoned:
    """A figure that follows from others: the element it is told with, and how."""

    theirs: int
    how: str


def reckonings(ours: Reading, theirs: Reading, item: Element, under: Sequence[Element]) -> Iterator[Reckoned]:
    """Yield how a figure of ours follows from those of the other text that are looked at."""
    mine = _range(item)
    if mine is None:
        return
    figures = [t for t in under if t.kind in (FIGURE, SHARE) and _range(t) is not None][:_MOST]
    if mine.dimension == "share":
        yield from _shares(theirs, item, mine, figures)
        return
    if not (mine.exact or mine.about):
        return
    for one, other in permutations(figures, 2):
        if abs(theirs.roles.sentence(one.index) - theirs.roles.sentence(other.index)) <= 1:
            yield from _of_two(ours, theirs, item, one, other)
    for one in figures:
        if _asks_before(ours, item) and _was(theirs, mine, one):
            yield Reckoned(one.index, PRIOR)
        if _is_order(ours, item, one) and holds(mine, _figure(one).low - 1):
            yield Reckoned(one.index, ORDER)


def _figure(item: Element) -> Figure:
    found = _range(item)
    assert found is not None
    return found


def _range(item: Element) -> Figure | None:
    """Return the figure of an element; a word for a share as a figure of a share."""
    if isinstance(item.value, Figure):
        return item.value
    if isinstance(item.value, english.Quantifier) and item.value.low > 0:
        return Figure(
            item.first, item.last, item.start, item.end, item.quote, item.value.low, item.value.high,
            dimension="share",
        )  # fmt: skip
    return None


def holds(mine: Figure, value: float) -> bool:
    """Say whether a figure leaves a value open, but for rounding."""
    if mine.exact and not mine.about:
        return abs(mine.low - value) <= 1e-6 * max(1.0, abs(value))
    return mine.low - 1e-9 <= value <= mine.high + 1e-9


def _of_two(
    ours: Reading, theirs: Reading, item: Element, one: Element, other: Element
) -> Iterator[Reckoned]:
    """Yield how a figure follows from two, of which the first is the greater, the whole or the newer."""
    mine, first, second = _figure(item), *_in_one_unit(_figure(one), _figure(other))
    ordered = "order" in (mine.dimension, first.dimension, second.dimension)  # the first half is no second
    if ordered or not (first.exact and second.exact):
        return
    apart = abs(first.low - second.low)
    shares = first.dimension == second.dimension == "share"
    if second.dimension == "share" and first.dimension == mine.dimension != "share":
        if holds(mine, first.low * second.low):
            yield Reckoned(one.index, PART)
    elif mine.dimension.startswith("points") and shares:
        if holds(mine, apart) and _is_from(theirs, one, other):
            yield Reckoned(one.index, CHANGE)
    elif mine.dimension == first.dimension == second.dimension:
        yield from _of_one_measure(ours, theirs, item, (one, other))


def _in_one_unit(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Give a figure without a unit that of the other: from 40 to 37 hours."""
    if one.dimension == "" and one.counted is None and (found := english.unit(other.unit)):
        one = replace(one, low=found.base(one.low), high=found.base(one.high), dimension=other.dimension)
    elif other.dimension == "" and other.counted is None and (found := english.unit(one.unit)):
        other = replace(
            other, low=found.base(other.low), high=found.base(other.high), dimension=one.dimension
        )
    return one, other


def _of_one_measure(
    ours: Reading, theirs: Reading, item: Element, pair: tuple[Element, Element]
) -> Iterator[Reckoned]:
    """Yield how a figure follows from two of its own measure."""
    one, other = pair
    mine, first, second = _figure(item), *_in_one_unit(_figure(one), _figure(other))
    counts = mine.dimension == "" and _one_count(theirs, one, other)
    rest = counts and second.low > 0 and holds(mine, first.low - second.low)
    if rest and not _has_part(ours, item, second):
        yield Reckoned(one.index, REST)
    if holds(mine, abs(first.low - second.low)) and _is_from(theirs, one, other):
        yield Reckoned(one.index, CHANGE)
    if one.index < other.index and holds(mine, first.low + second.low) and _is_added(theirs, one, other):
        yield Reckoned(one.index, SUM)
    sign = _sign(theirs, other)
    if sign and _asks_before(ours, item) and holds(mine, first.low - sign * second.low):
        yield Reckoned(one.index, PRIOR)


def _has_part(ours: Reading, item: Element, part: Figure) -> bool:
    """Say whether ours tells the part beside its figure, which then is no rest: five ships, one of which."""
    return any(
        isinstance(i.value, Figure) and i.value.exact and i.value.low == part.low
        for i in ours.items
        if i.index != item.index and ours.roles.sentence(i.index) == ours.roles.sentence(item.index)
    )


def _shares(theirs: Reading, item: Element, mine: Figure, figures: list[Element]) -> Iterator[Reckoned]:
    """Yield the parts and wholes between which a share lies: more than half, 11 of 18."""
    for one, other in permutations(figures, 2):
        part, whole = _figure(one), _figure(other)
        near = theirs.roles.sentence(one.index) == theirs.roles.sentence(other.index)
        counts = part.exact and whole.exact and part.dimension == whole.dimension == ""
        if not (near and counts and 0 < part.low < whole.low):
            continue
        if _is_part(theirs, one, other) and _within(mine, part.low / whole.low):
            yield Reckoned(one.index, SHARE_OF)


def _within(mine: Figure, value: float) -> bool:
    if mine.exact:
        return abs(mine.low - value) <= _NEAR * value
    return mine.low < value < mine.high or (mine.low <= value <= mine.high and not mine.strict)


def _is_part(theirs: Reading, one: Element, other: Element) -> bool:
    """Say whether a figure is told as a part of another: 11 of the 18, 31 guests, six of whom."""
    tokens = theirs.roles.parse.tokens
    behind = [t.lower for t in tokens[one.last + 1 : one.last + 4]]
    if one.index < other.index:
        return behind[:1] == ["of"] and other.first - one.last <= _BESIDE
    return "of" in behind[:2] and any(w in ("whom", "which", "them", "these", "those") for w in behind)


def _words(read: Reading, item: Element, before: int = _BESIDE, behind: int = _BESIDE) -> list[str]:
    """Return the words around an element in its sentence."""
    tokens = read.roles.parse.tokens
    own = tokens[item.head].sentence
    near = (
        *tokens[max(0, item.first - before) : item.first],
        *tokens[item.last + 1 : item.last + 1 + behind],
    )
    return [t.lemma for t in near if t.sentence == own] + [t.lower for t in near if t.sentence == own]


def _one_count(theirs: Reading, one: Element, other: Element) -> bool:
    """Say whether a figure counts some of what another counts: it says "of" them, or names nothing else."""
    whole, part = _figure(one), _figure(other)
    if part.counted is None or _is_part(theirs, other, one):
        return True
    if whole.counted is None:
        return False
    nouns = [theirs.roles.parse.tokens[k] for k in (whole.counted, part.counted)]
    return nouns[0].lemma == nouns[1].lemma


def _is_from(theirs: Reading, one: Element, other: Element) -> bool:
    """Say whether two figures are the new and the old one of a change, or two that are compared."""
    tokens = theirs.roles.parse.tokens
    first, last = sorted((one, other), key=lambda item: item.first)
    between = {t.lower for t in tokens[first.last + 1 : last.first]}
    before = {t.lower for t in tokens[max(0, first.first - 2) : first.first]}
    return bool(between & _FROM) or ("from" in before and "to" in between)


def _is_added(theirs: Reading, one: Element, other: Element) -> bool:
    """Say whether two counts are told one beside the other: two killed and five others wounded."""
    tokens = theirs.roles.parse.tokens
    between = {t.lower for t in tokens[one.last + 1 : other.first]}
    behind = {t.lower for t in tokens[other.last + 1 : other.last + 2]}
    if theirs.roles.sentence(one.index) != theirs.roles.sentence(other.index):
        return False
    return bool(between & _TOGETHER or behind & _TOGETHER) and "of" not in between


def _was(theirs: Reading, mine: Figure, one: Element) -> bool:
    """Say whether a figure is what another was before it was doubled or halved."""
    now, factor = _figure(one), _factor(theirs, one)
    return bool(factor) and now.exact and now.dimension == mine.dimension and holds(mine, now.low / factor)


def _factor(theirs: Reading, item: Element) -> float:
    """Return by what the verb of a figure multiplied what was before: halved to 5%; 0 where by nothing."""
    tokens = theirs.roles.parse.tokens
    if "to" not in {t.lower for t in tokens[max(0, item.first - 2) : item.first]}:
        return 0.0
    verbs = [t.lemma for t in islice(theirs.roles.parse.above(item.head), _BESIDE)]
    return next((_FACTORS[verb] for verb in verbs if verb in _FACTORS), 0.0)


def _sign(theirs: Reading, item: Element) -> int:
    """Return 1 where a figure is told as more than before, -1 where as less, 0 where as neither."""
    near = set(_words(theirs, item, 3, 2))
    tokens = theirs.roles.parse.tokens
    if "by" in {t.lower for t in tokens[max(0, item.first - 2) : item.first]}:
        verbs = {t.lemma for t in theirs.roles.parse.above(item.head)}
        near |= {"up"} if verbs & _RISING else {"down"} if verbs & _FALLING else set()
    return int(bool(near & _UP)) - int(bool(near & _DOWN))


def _asks_before(ours: Reading, item: Element) -> bool:
    """Say whether a statement tells of what was before, or of what is compared with."""
    own = ours.roles.parse.tokens[item.head].sentence
    return any(t.lower in _BEFORE for t in ours.roles.parse.tokens if t.sentence == own)


def _is_order(ours: Reading, item: Element, one: Element) -> bool:
    """Say whether a place in an order tells how many came before: the sixth to land, five before it."""
    if _figure(item).dimension or _figure(one).dimension != "order":
        return False
    return any(t.lower in _SO_FAR for t in ours.roles.parse.tokens)
