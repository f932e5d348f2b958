"""Agreements of whole claims: only if nothing is left over that could make them differ.

Shared words alone are no agreement: one claim may deny, postpone or count differently what the other says.
Claims on one subject that are not shown to agree are left to `unsettled`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.alignments import CLOSE, SAME, Alignment
from scripts.comparing.discrepancies.discrepancy import AGREES, MATERIAL, MINOR, Discrepancy, whole
from scripts.comparing.discrepancies.rule_inputs import Pair
from scripts.reading.claims import Claim
from scripts.reading.details.dates import Dating
from scripts.reading.details.office_holders import OfficeHolder
from scripts.reading.details.quantities import Quantity
from scripts.reading.details.stances import FUTURE, PAST, Negation, Stance
from scripts.reading.words import Word

_AGAINST = "against"


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield the pairs of claims that say the same and have no topic of the record."""
    topical = {id(m.claim) for s in (pair.left, pair.right) for m in s.topics}
    for aligned in pair.settled:
        claims = aligned.left, aligned.right
        if {id(c) for c in claims} & topical or all(c.of(OfficeHolder) for c in claims):
            continue  # topics and offices are compared one by one, across the whole accounts
        if not _alike(aligned) or not all(d.cosmetic for d in pair.differences(aligned)):
            continue
        words = ", ".join(s.left.text for s in aligned.shared[:6])
        yield Discrepancy(
            "agreement",
            AGREES,
            MATERIAL if any(c.of(Quantity) or c.of(Dating) for c in claims) else MINOR,
            "claim",
            (whole(aligned.left), whole(aligned.right)),
            f"Nothing found parts the two claims; they share {words}.",
            pair.left.pillar(aligned.left),
        )


def _alike(aligned: Alignment) -> bool:
    """Say whether most of the shorter claim stands in the other, and no detail differs."""
    left, right = aligned.left, aligned.right
    return (
        aligned.level in {SAME, CLOSE}
        and not (left.runs_on or right.runs_on)
        and len(left.of(Negation)) % 2 == len(right.of(Negation)) % 2
        and not {_tense(left), _tense(right)} >= {PAST, FUTURE}
        and _held([q.value for q in left.of(Quantity)], [q.value for q in right.of(Quantity)])
        and _held([d.value for d in left.of(Dating)], [d.value for d in right.of(Dating)])
        and not _undone(aligned)
    )


def _tense(claim: Claim) -> str:
    return next((s.tense for s in claim.of(Stance)), "")


def _held(ours: Sequence[object], theirs: Sequence[object]) -> bool:
    """Say whether the longer list contains all values of the shorter one."""
    short, long = sorted((ours, theirs), key=len)
    return all(value in long for value in short)


def _undone(aligned: Alignment) -> bool:
    """Say whether only one claim has a verb of refusal, or unmatched words are contraries."""
    paired = {s.left.start for s in aligned.shared}, {s.right.start for s in aligned.shared}
    ours, theirs = (
        [w for w in c.words if w.start not in p]
        for c, p in zip((aligned.left, aligned.right), paired, strict=True)
    )
    if _refuses(ours) != _refuses(theirs):
        return True
    return any(english.opposite(a.lower, b.lower) for a in ours for b in theirs)


def _refuses(words: Sequence[Word]) -> bool:
    return any((s := english.stance_of(w.lower)) is not None and s.leaning == _AGAINST for w in words)
