"""Opposites: one claim says the contrary of the other by a single word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, ClaimPair, Difference, around
from scripts.comparing.differences.negations import is_denial
from scripts.reading.words import Word

_CLAIMING = frozenset(
    english.key(w) for w in ("maintain", "claim", "insist", "plead", "allege", "protest", "profess")
)


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield contraries that stand in each other's place in the two claims."""
    for hunk in pair.hunks:
        for ours in hunk.left:
            for theirs in hunk.right:
                if (
                    _contrary(ours, theirs)
                    and not _left_over(pair, ours, theirs)
                    and not _of_two_names(pair, ours, theirs)
                ):
                    left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
                    yield Difference(
                        "opposite",
                        CONFLICTS,
                        left,
                        right,
                        f"“{ours.text}” is the contrary of “{theirs.text}”.",
                    )
    if pair.near:
        return
    found = list(_loose(pair)) if pair.nearness >= 0.3 else []
    yield from found or _of_one_subject(pair)


def _contrary(one: Word, other: Word) -> bool:
    if all(english.ordinal(w.lower) is not None for w in (one, other)):
        return False  # ordinals are numbers
    return not (one.is_number or other.is_number) and english.opposite(one.lower, other.lower)


def _loose(pair: ClaimPair) -> Iterator[Difference]:
    """Yield contraries of loosely alike claims: each in one claim only, in like surroundings, not denied."""
    if any(is_denial(w) for w in (*pair.left_words, *pair.right_words)):
        return
    for ours in pair.left_only:
        for theirs in pair.right_only:
            if not _contrary(ours, theirs) or _claimed(pair, ours, theirs):
                continue
            if _left_over(pair, ours, theirs):
                continue
            if _of_two_subjects(pair, ours, theirs):
                continue  # two persons: one gave what another took, one died and another recovered
            if _of_two_things(pair, ours, theirs):
                continue
            left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
            if pair.same_place(left, right, 6) >= 2:
                yield Difference(
                    "opposite", CONFLICTS, left, right, f"“{ours.text}” is the contrary of “{theirs.text}”."
                )


def _claimed(pair: ClaimPair, ours: Word, theirs: Word) -> bool:
    """Say whether one word is only what somebody says of himself: he maintains his innocence."""
    sides = ((pair.left_words, ours), (pair.right_words, theirs))
    return any(w.key in _CLAIMING for terms, word in sides for w in around(terms, word.start, word.start, 3))


def _left_over(pair: ClaimPair, ours: Word, theirs: Word) -> bool:
    """Say whether one claim says "left" where the other says "remaining"."""
    return _is_rest(pair.left_words, ours) or _is_rest(pair.right_words, theirs)


def _is_rest(terms: Sequence[Word], word: Word) -> bool:
    """Say whether "left" means left over: "with 20 seconds left"."""
    before = [w for w in terms if w.end <= word.start][-1:]
    if word.lower != "left" or not before:
        return False
    unit = english.unit(before[0].lower)
    return before[0].is_number or (unit is not None and unit.dimension == "time")


def _of_two_things(pair: ClaimPair, ours: Word, theirs: Word) -> bool:
    """Say whether each stands right before its own noun: the first title, the last trophy."""
    if english.verb_form(ours.lower) and english.verb_form(theirs.lower):
        return False
    nouns = [
        next((w for w in terms if w.start == word.end + 1 and w.lower not in english.stopwords()), None)
        for terms, word in ((pair.left_words, ours), (pair.right_words, theirs))
    ]
    if nouns[0] is None or nouns[1] is None:
        return False
    return pair.paired.get(nouns[0].start) != nouns[1]


def _of_two_subjects(pair: ClaimPair, ours: Word, theirs: Word) -> bool:
    """Say whether both are verbs with two subjects: buyer and seller of a deal, or two named persons."""
    if not (english.verb_form(ours.lower) and english.verb_form(theirs.lower)):
        return False
    if _of_two_names(pair, ours, theirs):
        return True
    if pair.one_holder(ours, theirs):
        return False
    if english.converse(ours.lower, theirs.lower):
        return True
    holders = pair.holders("left", ours), pair.holders("right", theirs)
    named = [any(w.is_capital and not w.is_acronym for w in found[1:]) for found in holders]
    return any(named)


def _of_two_names(pair: ClaimPair, ours: Word, theirs: Word) -> bool:
    """Say whether both are verbs with two named subjects: runner Adoh won, runner Agbo lost."""
    if not (english.verb_form(ours.lower) and english.verb_form(theirs.lower)):
        return False
    one, other = (
        [w for w in pair.holders(side, verb) if w.is_capital and w is not terms[0] and w.text.isalpha()]
        for side, verb, terms in (("left", ours, pair.left_words), ("right", theirs, pair.right_words))
    )
    there = {w.start for w in other}
    met = any(w.start in pair.paired and pair.paired[w.start].start in there for w in one)
    return bool(one and other) and not met


def _of_one_subject(pair: ClaimPair) -> Iterator[Difference]:
    """Yield contrary verbs of one subject, not denied: a shared name, or the same few words."""
    for ours in pair.left_predicates:
        for theirs in pair.right_predicates:
            left, right = pair.left_words[ours.at], pair.right_words[theirs.at]
            if ours.negated or theirs.negated or not _contrary(left, right):
                continue
            if english.converse(left.lower, right.lower) or not _one_subject(pair, left, right):
                continue
            sides = pair.span(pair.left, [left]), pair.span(pair.right, [right])
            yield Difference(
                "opposite", CONFLICTS, *sides, f"“{left.text}” is the contrary of “{right.text}”."
            )
            return


def _one_subject(pair: ClaimPair, ours: Word, theirs: Word) -> bool:
    one, other = (
        [w for w in pair.holders(side, verb) if w.lower not in english.stopwords()]
        for side, verb in (("left", ours), ("right", theirs))
    )
    there = {w.start for w in other}
    met = [w for w in one if w.start in pair.paired and pair.paired[w.start].start in there]
    if pair.one_name(one, other):
        return True
    return len(met) > 1 or (
        bool(met)
        and min(len(one), len(other)) == 1
        and not any(
            w.is_capital for w in (*one, *other) if w not in (pair.left_words[0], pair.right_words[0])
        )
    )
