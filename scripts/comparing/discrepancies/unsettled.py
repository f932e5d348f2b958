"""Claims on one subject that no rule has compared: shown, so that nothing is passed over in silence.

Every claim that shares a subject with another stands in some finding, so a reader sees what was compared and
what was not. A shared place ("in the Gulf region") is no shared subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import MINOR, UNDETERMINED, Discrepancy, whole
from scripts.comparing.discrepancies.rule_inputs import Pair
from scripts.comparing.pairing.alignments import Alignment
from scripts.reading.claims import Claim
from scripts.reading.words import Word

_WHERE = {"in", "at", "across", "throughout", "within"}


def find(pair: Pair, found: Sequence[Discrepancy], every_word: bool) -> Iterator[Discrepancy]:
    """Yield each claim that no finding quotes, beside the nearest claim of the other account.

    With ``every_word``, what is ``found`` of the nearest claim was laid over this one too.
    """
    told = {(r.claim.source, r.claim.start) for d in found for r in d.readings if r.claim}
    best = _best(pair.alignments)
    for claim in (*pair.left.account.claims, *pair.right.account.claims):
        aligned = best.get((claim.source, claim.start))
        if (claim.source, claim.start) in told or not aligned:
            continue
        if every_word and {_place(aligned.left), _place(aligned.right)} & told:
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
        if _shares_a_place_alone(aligned):
            continue
        for place in (_place(aligned.left), _place(aligned.right)):
            if place not in best or aligned.common > best[place].common:
                best[place] = aligned
    return best


def _shares_a_place_alone(aligned: Alignment) -> bool:
    """Say whether two claims share only a place: one stretch behind a preposition of place."""
    ours, theirs = ([s.left for s in aligned.shared], [s.right for s in aligned.shared])
    return _says_where(aligned.left, ours) and _says_where(aligned.right, theirs)


def _says_where(claim: Claim, shared: Sequence[Word]) -> bool:
    starts = [w.start for w in claim.words]
    at = sorted(starts.index(w.start) for w in shared)
    if not at or at != list(range(at[0], at[0] + len(at))):
        return False
    before = [w.lower for w in claim.words[max(0, at[0] - 2) : at[0]] if w.lower != "the"]
    return bool(before) and before[-1] in _WHERE


def _place(claim: Claim) -> tuple[str, int]:
    return claim.source, claim.start
