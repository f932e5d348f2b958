"""What one claim denies and the other asserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.details.predicates import Predicate
from scripts.differences.difference import CONFLICTS, ClaimPair, Difference, Side
from scripts.differences.hunks import Hunk
from scripts.words import Word

DENIALS = frozenset(
    {"not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot", "hardly", "scarcely"}
)
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
            if long.endswith(short[-4:]) and long.startswith(_DENYING) and english.opposite(ours.lower, theirs.lower):
                if any(long == prefix + short for prefix in _DENYING):
                    left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
                    yield Difference("negation", CONFLICTS, left, right, f"“{ours.text}” denies “{theirs.text}”.")


def _counted(pair: ClaimPair) -> Iterator[Difference]:
    left = [w for w in pair.left_words if is_denial(w)]
    right = [w for w in pair.right_words if is_denial(w)]
    if len(left) == len(right):
        return
    fewer, more = (left, right) if len(left) < len(right) else (right, left)
    hunk = next((h for h in pair.hunks if any(is_denial(w) for w in (h.right if more is right else h.left))), None)
    verb = next(((a, b) for a, b in pair.verbs if a.negated != b.negated), None)
    if verb:
        ours = pair.span(pair.left, _group(pair.left_words, verb[0], hunk.left if hunk else ()))
        theirs = pair.span(pair.right, _group(pair.right_words, verb[1], hunk.right if hunk else ()))
    elif hunk:
        ours, theirs = _widened(pair, hunk)
    else:
        return
    denied, said = (ours, theirs) if more is left else (theirs, ours)
    yield Difference("negation", CONFLICTS, ours, theirs, f"“{denied.quote}” denies what “{said.quote}” says.")


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
            if ours.key != theirs.key or ours.negated == theirs.negated or ours.base in {"be", "have", "do", "say"}:
                continue
            left = pair.left_words[ours.begin : ours.at + 1]
            right = pair.right_words[theirs.begin : theirs.at + 1]
            sides = pair.span(pair.left, left), pair.span(pair.right, right)
            if pair.same_place(*sides, reach=6) >= 2 and not _denied_otherwise(left, right, pair):
                yield Difference(
                    "negation", CONFLICTS, *sides, f"Only one of the claims denies “{ours.base}”."
                )
                return


def _denied_otherwise(left: Sequence[Word], right: Sequence[Word], pair: ClaimPair) -> bool:
    """Say whether the claim without a denial at the verb has one elsewhere ("no one came")."""
    spans = {w.start for w in left}, {w.start for w in right}
    outside = (
        any(is_denial(w) and w.start not in spans[0] for w in pair.left_words)
        or any(is_denial(w) and w.start not in spans[1] for w in pair.right_words)
    )
    return outside


