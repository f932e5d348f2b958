"""What one claim denies and the other asserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.details.predicates import Predicate
from scripts.differences.difference import CONFLICTS, ClaimPair, Difference, Side
from scripts.differences.hunks import Hunk
from scripts.words import Word

_DENIALS_WORDS = """
    cannot hardly neither never no nobody none nor not nothing nowhere scarcely without
"""
DENIALS = frozenset(_DENIALS_WORDS.split())
_DENYING = ("un", "in", "im", "il", "ir", "dis", "non")


def is_denial(word: Word) -> bool:
    """Say whether a word denies: not, never, no, none, n't."""
    return word.lower in DENIALS or word.lower.endswith("n't")


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield denials that only one of two claims has, and words denied by a prefix.

    Near-identical claims are counted: "did not cause any" and "caused no" deny once each. Of loosely alike
    claims only a shared verb counts, with enough other words in common.
    """
    for hunk in pair.hunks:
        yield from _prefixed(pair, hunk)
    if pair.near:
        yield from _counted(pair)
    elif pair.nearness >= 0.4:
        yield from _loose(pair)


def _prefixed(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    for ours in hunk.left:
        for theirs in hunk.right:
            short, long = sorted((ours.lower, theirs.lower), key=len)
            if (
                long.endswith(short[-4:])
                and long.startswith(_DENYING)
                and english.opposite(ours.lower, theirs.lower)
            ) and any(long == prefix + short for prefix in _DENYING):
                left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
                yield Difference(
                    "negation", CONFLICTS, left, right, f"“{ours.text}” denies “{theirs.text}”."
                )


def _counted(pair: ClaimPair) -> Iterator[Difference]:
    left = [w for w in pair.left_words if is_denial(w)]
    right = [w for w in pair.right_words if is_denial(w)]
    if len(left) == len(right):
        return
    more = right if len(left) < len(right) else left
    hunk = next(
        (h for h in pair.hunks if any(is_denial(w) for w in (h.right if more is right else h.left))), None
    )
    verb = next(((a, b) for a, b in pair.verbs if a.negated != b.negated), None)
    if verb:
        ours = pair.span(pair.left, _group(pair.left_words, verb[0], hunk.left if hunk else ()))
        theirs = pair.span(pair.right, _group(pair.right_words, verb[1], hunk.right if hunk else ()))
    elif hunk:
        ours, theirs = _widened(pair, hunk)
    else:
        return
    denied, said = (ours, theirs) if more is left else (theirs, ours)
    yield Difference(
        "negation", CONFLICTS, ours, theirs, f"“{denied.quote}” denies what “{said.quote}” says."
    )


def _group(terms: Sequence[Word], found: Predicate, changed: Sequence[Word]) -> list[Word]:
    """Return the verb group with the changed words right before it."""
    near = [w for w in changed if 0 <= terms[found.begin].start - w.end <= 12]
    return [*near, *terms[found.begin : found.at + 1]]


def _widened(pair: ClaimPair, hunk: Hunk) -> tuple[Side, Side]:
    """Return the sides of a hunk with the word behind them, so that neither is empty."""
    return pair.sides(hunk)


def _loose(pair: ClaimPair) -> Iterator[Difference]:
    """Yield a verb that both claims have and only one denies."""
    for ours in pair.left_predicates:
        for theirs in pair.right_predicates:
            if (
                ours.key != theirs.key
                or ours.negated == theirs.negated
                or ours.base in {"be", "have", "do", "say"}
            ):
                continue
            left = pair.left_words[ours.begin : ours.at + 1]
            right = pair.right_words[theirs.begin : theirs.at + 1]
            sides = pair.span(pair.left, left), pair.span(pair.right, right)
            if pair.same_place(*sides, reach=6) >= 2 and not _denied_otherwise(left, right, pair):
                why = f"Only one of the claims denies “{ours.base}”."
                yield Difference("negation", CONFLICTS, *sides, why)
                return
    yield from _scoped(pair)


def _scoped(pair: ClaimPair) -> Iterator[Difference]:
    """Yield a denial whose next content word both claims have, where the other claim denies nothing."""
    for ours, theirs, paired, flipped in (
        (pair.left_words, pair.right_words, pair.paired, False),
        (pair.right_words, pair.left_words, pair.back, True),
    ):
        if any(is_denial(w) for w in theirs):
            continue
        for at, word in enumerate(ours):
            after = [w for w in ours[at + 1 : at + 4] if w.lower not in english.stopwords()][:1]
            if not is_denial(word) or not after or after[0].start not in paired:
                continue
            one = Side.of(pair.right if flipped else pair.left, word.start, after[0].end)
            match = paired[after[0].start]
            other = Side.of(pair.left if flipped else pair.right, match.start, match.end)
            left, right = (other, one) if flipped else (one, other)
            if pair.same_place(left, right, 6) >= 2:
                yield Difference(
                    "negation", CONFLICTS, left, right, f"Only one of the claims denies “{match.text}”."
                )
                return


def _denied_otherwise(left: Sequence[Word], right: Sequence[Word], pair: ClaimPair) -> bool:
    """Say whether the claim without a denial at the verb has one elsewhere ("no one came")."""
    spans = {w.start for w in left}, {w.start for w in right}
    return any(is_denial(w) and w.start not in spans[0] for w in pair.left_words) or any(
        is_denial(w) and w.start not in spans[1] for w in pair.right_words
    )
