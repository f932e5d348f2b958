"""Actor and target exchanged: the same words, but who does it and to whom have changed places.

A passive changes the word order but not who acts; that is wording. The same order in another voice, or
another order in the same voice, exchanges actor and target.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, ClaimPair, Difference
from scripts.comparing.differences.word_diff import plain
from scripts.reading.details.verb_groups import DETERMINERS, PREPOSITIONS, Predicate
from scripts.reading.words import Word

_GIVING = frozenset({"award", "deny", "give", "grant", "hand", "offer"})
_LOOSE = 0.3  # A route may be travelled back, but claims with so many shared words tell of one journey.
_LISTED = frozenset({"and", "or", "nor", "&"})


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield verbs whose actor and target changed places. Items of a list may change places freely."""
    if pair.nearness >= _LOOSE:
        yield from _turned_back(pair)
    if not pair.near:
        return
    for ours, theirs in pair.verbs:
        if exchanged(pair, ours, theirs):
            left = [pair.left_words[i] for i in (*ours.agent, ours.at, *ours.patient, *ours.to)]
            right = [pair.right_words[i] for i in (*theirs.agent, theirs.at, *theirs.patient, *theirs.to)]
            yield Difference(
                "actor-target", CONFLICTS, pair.span(pair.left, left), pair.span(pair.right, right),
                f"The claims exchange who acts and who is acted upon (“{pair.left_words[ours.at].text}”).",
            )  # fmt: skip
            return
    yield from _converse(pair)
    if any(a.passive != b.passive for a, b in pair.verbs):
        return
    for one, other in swaps(pair):
        if _verbs(pair, one) and _verbs(pair, other):
            continue  # two exchanged verbs may say the same of their subjects
        left = [pair.left_words[i] for i in (*one, *other)]
        right = [pair.right_words[pair.diff.pairs[i]] for i in (*one, *other)]
        names = [" ".join(pair.left_words[i].text for i in part) for part in (one, other)]
        yield Difference(
            "actor-target", CONFLICTS, pair.span(pair.left, left), pair.span(pair.right, right),
            f"The claims exchange the places of “{names[0]}” and “{names[1]}”.",
        )  # fmt: skip


def _turned_back(pair: ClaimPair) -> Iterator[Difference]:
    """Yield a route whose ends changed places: from Lund to Oslo, from Oslo to Lund."""
    for ours in _ways(pair.left_words):
        for theirs in _ways(pair.right_words):
            ends = [tuple(plain(w) for w in end) for end in (*ours, *theirs)]
            if ends[0] == ends[3] and ends[1] == ends[2] and ends[0] != ends[1]:
                left = pair.span(pair.left, [*ours[0], *ours[1]])
                right = pair.span(pair.right, [*theirs[0], *theirs[1]])
                yield Difference(
                    "actor-target", CONFLICTS, left, right, "The two ends of the way are exchanged."
                )


def _ways(terms: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Yield the names behind "from" and "to" with nothing else between them."""
    for at, word in enumerate(terms):
        if word.lower != "from":
            continue
        first = _capitals(terms, at + 1)
        turn = at + 1 + len(first)
        if first and turn < len(terms) and terms[turn].lower == "to":
            second = _capitals(terms, turn + 1)
            if second:
                yield first, second


def _capitals(terms: Sequence[Word], at: int) -> Sequence[Word]:
    stop = at
    while stop < len(terms) and terms[stop].is_capital:
        stop += 1
    return terms[at:stop]


def _verbs(pair: ClaimPair, run: range) -> bool:
    return all(english.is_base_verb(pair.left_words[i].lower) for i in run)


def _converse(pair: ClaimPair) -> Iterator[Difference]:
    """Yield a verb replaced by its converse with the object behind "to" (beat Peru, lost to Peru)."""
    for ours in pair.left_predicates:
        for theirs in pair.right_predicates:
            if not english.converse(ours.base, theirs.base):
                continue
            one, other = _names(pair.left_words, ours.agent), _names(pair.right_words, theirs.agent)
            target, to = _names(pair.left_words, ours.patient), _names(pair.right_words, theirs.to)
            back, there = _names(pair.right_words, theirs.patient), _names(pair.left_words, ours.to)
            if one & other and (target & to or back & there):
                left = [pair.left_words[i] for i in (*ours.agent, ours.at, *ours.patient, *ours.to)]
                right = [pair.right_words[i] for i in (*theirs.agent, theirs.at, *theirs.patient, *theirs.to)]
                yield Difference(
                    "actor-target", CONFLICTS, pair.span(pair.left, left), pair.span(pair.right, right),
                    f"“{ours.base}” and “{theirs.base}” exchange who comes out on top.",
                )  # fmt: skip


def exchanged(pair: ClaimPair, ours: Predicate, theirs: Predicate) -> bool:
    """Say whether the actor of one claim's verb is the target of the other's."""
    if ours.passive != theirs.passive and _shortened(pair, ours, theirs):
        return False
    agent, patient, to = (_names(pair.left_words, places) for places in (ours.agent, ours.patient, ours.to))
    other, target, there = (
        _names(pair.right_words, places) for places in (theirs.agent, theirs.patient, theirs.to)
    )
    turned = (agent - other) & (target - patient)
    back = (patient - target) & (other - agent)
    if turned and back:
        return True
    if turned and ours.passive != theirs.passive and not patient & target:
        return not any(plain(pair.left_words[i]) in turned for i in pair.diff.moved)
    return bool((agent - other) & (there - to) and (to - there) & (other - agent))


def _shortened(pair: ClaimPair, ours: Predicate, theirs: Predicate) -> bool:
    """Say whether what looks like an active verb is a shortened passive.

    "Walls weakened by the flood" were weakened. "Lund awarded a penalty", without "to", means that Lund was
    given it.
    """
    terms, verb = (pair.right_words, theirs) if ours.passive else (pair.left_words, ours)
    cut = verb.at + 1 < len(terms) and terms[verb.at + 1].lower == "by"
    return cut or (verb.base in _GIVING and not verb.to)


def _names(terms: Sequence[Word], places: Sequence[int]) -> frozenset[str]:
    return frozenset(plain(terms[i]) for i in places)


def swaps(pair: ClaimPair) -> Iterator[tuple[range, range]]:
    """Yield two runs of left words that have exchanged their places on the right."""
    paired = pair.diff.pairs
    back = {b: a for a, b in paired.items()}
    runs = list(_runs(pair))
    for run in runs:
        other = _instead(pair, run, back)
        if not other or other.start <= run.start:
            continue
        mirror = _instead(pair, other, back)
        if mirror and mirror.start == run.start and _apart(pair.left_words, run, other):
            yield run, other


def _runs(pair: ClaimPair) -> Iterator[range]:
    """Yield runs of moved words that are also runs on the right."""
    begin = last = -2
    for at in sorted(pair.diff.moved):
        if at == last + 1 and pair.diff.pairs[at] == pair.diff.pairs[last] + 1:
            last = at
            continue
        if begin >= 0:
            yield range(begin, last + 1)
        begin = last = at
    if begin >= 0:
        yield range(begin, last + 1)


def _instead(pair: ClaimPair, run: range, back: dict[int, int]) -> range | None:
    """Return the left words at whose place the right claim has ``run``."""
    paired, size = pair.diff.pairs, len(pair.right_words)
    begin = paired.get(run.start - 1, -1) + 1 if run.start else 0
    end = paired.get(run.stop, size) if run.stop < len(pair.left_words) else size
    places = [back.get(i) for i in range(begin, end)]
    if not places or len(places) > 8 or any(p is None for p in places):
        return None
    found = [p for p in places if p is not None]
    if found != list(range(found[0], found[0] + len(found))):
        return None
    return range(found[0], found[-1] + 1)


def _apart(terms: Sequence[Word], one: range, other: range) -> bool:
    """Say whether more than a list stands between two runs: a verb, or a word that does not join items."""
    between = terms[one.stop : other.start]
    rest = [w for w in between if w.lower not in _LISTED | DETERMINERS]
    if not rest:
        return False
    ends = (*terms[one.start : one.stop], *between, *terms[other.start : other.stop])
    commas = any(b.start - a.end == 2 for a, b in pairwise(ends))
    joins = any(w.lower in {"and", "or"} for w in between)
    return not (commas and joins) or any(
        w.lower in PREPOSITIONS or w.lower in english.stopwords() or english.verb_form(w.lower) for w in rest
    )
