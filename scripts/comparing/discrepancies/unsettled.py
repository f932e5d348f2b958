"""What speaks of one subject in both accounts, but was not set against each other: said, not passed over.

Every claim stands in some finding, so that a reader can see what was compared and what was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.comparing.alignments import Alignment
from scripts.comparing.discrepancies.comparison import Pair
from scripts.comparing.discrepancies.discrepancy import MINOR, UNDETERMINED, Discrepancy, whole
from scripts.reading.claims import Claim


def find(pair: Pair, found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield each claim that no finding quotes, beside the other account's claim nearest to it."""
    told = {(r.claim.source, r.claim.start) for d in found for r in d.readings if r.claim}
    best = _best(pair.alignments)
    for claim in (*pair.left.account.claims, *pair.right.account.claims):
        aligned = best.get((claim.source, claim.start))
        if (claim.source, claim.start) in told or not aligned:
            continue
        told |= {_place(aligned.left), _place(aligned.right)}
        words = ", ".join(s.left.text for s in aligned.shared[:6])
        yield Discrepancy(
            "same-subject",
            UNDETERMINED,
            MINOR,
            "claim",
            (whole(aligned.left), whole(aligned.right)),
            f"Each has the words {words}; whether the claims agree was not determined.",
            pair.left.pillar(aligned.left),
        )


def _best(alignments: Sequence[Alignment]) -> dict[tuple[str, int], Alignment]:
    """Return the strongest alignment of each claim."""
    best: dict[tuple[str, int], Alignment] = {}
    for aligned in alignments:
        for place in (_place(aligned.left), _place(aligned.right)):
            if place not in best or aligned.common > best[place].common:
                best[place] = aligned
    return best


def _place(claim: Claim) -> tuple[str, int]:
    return claim.source, claim.start
