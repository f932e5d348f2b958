"""Words that nothing proves the same: reported if they replace each other, else left open.

Sameness is proved, and difference is what is left. In two claims that are each other's best partners, words
at one place are a difference if they deny, limit, hedge, date or condition the statement, or if the words
around them are the same. Otherwise it is undetermined whether they differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.alignments import COPY, Alignment, own_alignments
from scripts.comparing.differences.difference import ClaimPair, Side
from scripts.comparing.differences.unproved_words import Leftover, in_one_order, leftovers
from scripts.comparing.differences.word_diff import Hunk
from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    DIFFERS,
    MINOR,
    UNDETERMINED,
    Discrepancy,
    Reading,
    span_reading,
    whole,
)
from scripts.comparing.discrepancies.rule_inputs import Pair

# Of the weight of both claims, shared: enough to take what stands at one place for one slot, and enough to
# take what stands in one of them only for missing from the other.
_ALIKE, _HALF = 0.3, 0.5
_MOST = 10  # at most this many words left open in one row; for more, read the sentences


def find(pair: Pair, found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield the unproved words of claims that are each other's best partners, except what is ``found``."""
    told = _told(found)
    for aligned in _mutual(pair.settled):
        if aligned.left.runs_on or aligned.right.runs_on:
            continue
        claims = ClaimPair(aligned)
        pillar = pair.left.pillar(aligned.left)
        rest = [
            left_over for left_over in leftovers(claims, pair.differences(aligned))
            if not _is_told(told, aligned, _sides(claims, left_over))
        ]  # fmt: skip
        for left_over in rest:
            if _is_changed(aligned, left_over):
                yield _changed(aligned, claims, left_over, pillar)
        left_open = [left_over for left_over in rest if not _is_changed(aligned, left_over)]
        if left_open:
            yield _left_open(aligned, claims, left_open, pillar)


def proved_same(pair: Pair, aligned: Alignment) -> bool:
    """Say whether every word of two claims is proved the same, in one order."""
    claims = ClaimPair(aligned)
    return not leftovers(claims, pair.differences(aligned)) and in_one_order(claims)


def _mutual(settled: Sequence[Alignment]) -> list[Alignment]:
    """Return the alignments of claims that are each other's best partner, or as good as any."""
    own = own_alignments(settled)
    best: defaultdict[int, float] = defaultdict(float)
    for made in own:
        for claim in (made.left, made.right):
            best[id(claim)] = max(best[id(claim)], made.common)
    return [made for made in own if made.common >= max(best[id(made.left)], best[id(made.right)])]


def _is_changed(aligned: Alignment, found: Leftover) -> bool:
    """Say whether words clearly replace others, or are missing from their place.

    They do if one claim is a rewording of the other; or if the words on both sides of them are the same. The
    less sense the words carry by themselves, the more of the rest must be the same: a sign, or a name with
    another word in its place, needs nothing else. Two numbers have been weighed by their own rule; what that
    leaves open stays open.
    """
    if found.counts:
        return False
    if not found.fenced:
        least = _ALIKE if found.both and found.signs else COPY
    elif found.signs or (found.both and found.named):
        return True
    else:
        least = _ALIKE if found.both else _HALF
    return aligned.common > least


def _sides(claims: ClaimPair, found: Leftover) -> tuple[Side, Side]:
    """Return the words of either side. If one side has none, add the word that they modify on both sides."""
    if not found.hunk.both:
        return _with_what_follows(claims, found.hunk)
    instead = claims.sides(found.hunk)
    return (
        claims.span(claims.left, found.left) if found.left else instead[0],
        claims.span(claims.right, found.right) if found.right else instead[1],
    )


def _with_what_follows(claims: ClaimPair, hunk: Hunk) -> tuple[Side, Side]:
    """Return one claim's words up to the next content word, and the other claim's words there."""
    at, there = hunk.left_at + len(hunk.left), hunk.right_at + len(hunk.right)
    ours, theirs = [*hunk.left], [*hunk.right]
    while claims.diff.pairs.get(at) == there:
        ours.append(claims.left_words[at])
        theirs.append(claims.right_words[there])
        if ours[-1].lower not in english.stopwords():
            return claims.span(claims.left, ours), claims.span(claims.right, theirs)
        at, there = at + 1, there + 1
    return claims.sides(hunk)


def _changed(aligned: Alignment, claims: ClaimPair, found: Leftover, pillar: str) -> Discrepancy:
    ours, theirs = _sides(claims, found)
    if found.both:
        why = f"“{ours.quote}” stands where the other says “{theirs.quote}”; nothing proves them the same."
    else:
        siglum = (aligned.left if found.left else aligned.right).source
        why = f"Only {siglum} says “{(ours if found.left else theirs).quote}” here."
    readings = (_reading(aligned, ours, left=True), _reading(aligned, theirs, left=False))
    return Discrepancy("wording", DIFFERS, MINOR, "wording", readings, why, pillar)


def _left_open(aligned: Alignment, claims: ClaimPair, found: Sequence[Leftover], pillar: str) -> Discrepancy:
    """Return one row for all that two claims leave open; a side with nothing left shows its whole claim."""
    ours = [_reading(aligned, claims.span(claims.left, f.left), left=True) for f in found if f.left]
    theirs = [_reading(aligned, claims.span(claims.right, f.right), left=False) for f in found if f.right]
    readings = (*(ours[:_MOST] or [whole(aligned.left)]), *(theirs[:_MOST] or [whole(aligned.right)]))
    why = "The claims share much; whether these words make a difference was not determined."
    return Discrepancy("same-subject", UNDETERMINED, MINOR, "words left over", readings, why, pillar)


def _reading(aligned: Alignment, side: Side, *, left: bool) -> Reading:
    return span_reading(aligned.left if left else aligned.right, side.start, side.end)


def _told(found: Sequence[Discrepancy]) -> dict[tuple[str, int], list[Discrepancy]]:
    """Return the findings that compare words of two accounts, by the claims that they quote."""
    told: defaultdict[tuple[str, int], list[Discrepancy]] = defaultdict(list)
    for one in found:
        if one.relation in {CONFLICTS, DIFFERS, AGREES} and len(one.sources) > 1:
            for place in {(r.source, r.claim.start) for r in one.readings if r.claim}:
                told[place].append(one)
    return told


def _is_told(
    told: dict[tuple[str, int], list[Discrepancy]], aligned: Alignment, sides: tuple[Side, Side]
) -> bool:
    """Say whether one finding has readings over the words on both sides."""
    both = tuple(zip((aligned.left, aligned.right), sides, strict=True))
    return any(
        all(
            any(r.source == claim.source and r.start < side.end and side.start < r.end for r in one.readings)
            for claim, side in both
        )
        for one in told.get((aligned.left.source, aligned.left.start), ())
    )
