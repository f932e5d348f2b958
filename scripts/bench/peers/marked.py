"""Two accounts in which readers marked what conflicts, differs, is the same, or stands in one of them alone.

A finding names a marked place if it touches its words on both sides and is narrow there: no longer than 120
characters, or than three times those words. The counts, each with what it is a share of:

conflicts found       marked conflicts that a finding `conflicts` or `differs` names
told as conflicts     of the same, those that a finding `conflicts` names
differences found     marked differences that a finding `conflicts` or `differs` names
only in one found     marked in one account alone, and touched by a finding of that account alone
alike told apart      places that say the same otherwise, named by a finding `conflicts` or `differs`
findings right        findings `conflicts` that name a marked conflict, and findings `differs` that name
                      a marked conflict or difference
reassured             marked conflicts that a finding `agrees` covers, and none names: the worst fault

A cosmetic finding tells nothing, but one that says `agrees` can reassure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Counts = dict[str, list[int]]
Span = tuple[int, int]
NARROW, TIMES, ONE_SIDED = 120, 3, 400  # characters
_CONFLICTS, _DIFFERS, _AGREES, _ONLY = "conflicts", "differs", "agrees", "only in one source"
_SHARES = {
    "conflicts found": _CONFLICTS, "told as conflicts": _CONFLICTS, "differences found": _DIFFERS,
    "only in one found": "only-in-one", "alike told apart": "same", "findings right": "findings",
    "reassured": _CONFLICTS,
}  # fmt: skip


def counted(pairs: Sequence[Mapping[str, Any]], findings: Sequence[Sequence[Mapping[str, Any]]]) -> Counts:
    """Count over all pairs of accounts; each count is `[hits, of how many]`."""
    hits, totals = Counter[str](), Counter[str]()
    for pair, found in zip(pairs, findings, strict=True):
        _count(pair, found, hits, totals)
    return {name: [hits[name], totals[of]] for name, of in _SHARES.items()}


def _count(
    pair: Mapping[str, Any], found: Sequence[Mapping[str, Any]], hits: Counter[str], totals: Counter[str]
) -> None:
    telling = [row for row in found if not row.get("cosmetic")]
    told = [row for row in telling if row["relation"] in {_CONFLICTS, _DIFFERS}]
    right = set[int]()
    for item in pair["items"]:
        relation, where = item["relation"], _places(pair, item)
        totals[relation] += 1
        if relation == "only-in-one":
            hits["only in one found"] += any(_alone(row, where) for row in telling)
            continue
        naming = [place for place, row in enumerate(told) if _names(row, where)]
        if relation == "same":
            hits["alike told apart"] += bool(naming)
            continue
        as_conflict = [place for place in naming if told[place]["relation"] == _CONFLICTS]
        right.update(naming if relation == _CONFLICTS else set(naming) - set(as_conflict))
        hits["conflicts found" if relation == _CONFLICTS else "differences found"] += bool(naming)
        if relation == _CONFLICTS:
            hits["told as conflicts"] += bool(as_conflict)
            hits["reassured"] += not naming and any(_covers(row, where) for row in found)
    totals["findings"] += len(told)
    hits["findings right"] += len(right)


def _places(pair: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Span]:
    """Return where the marked words stand: by side, their start and end."""
    sides = (("A", pair["a"], item["left"]), ("B", pair["b"], item["right"]))
    return {side: (text.index(words), text.index(words) + len(words)) for side, text, words in sides if words}


def _touches(spans: Sequence[Span], where: Span, longest: int) -> bool:
    return any(start < where[1] and where[0] < end and end - start <= longest for start, end in spans)


def _names(row: Mapping[str, Any], where: Mapping[str, Span]) -> bool:
    return len(where) == 2 and all(
        _touches(row["spans"][side], span, max(NARROW, TIMES * (span[1] - span[0])))
        for side, span in where.items()
    )


def _alone(row: Mapping[str, Any], where: Mapping[str, Span]) -> bool:
    """Say whether a finding speaks of one account alone, and touches what stands in that one alone."""
    ((side, span),) = where.items()
    other = row["spans"]["B" if side == "A" else "A"]
    return (row["relation"] == _ONLY or not other) and _touches(row["spans"][side], span, ONE_SIDED)


def _covers(row: Mapping[str, Any], where: Mapping[str, Span]) -> bool:
    return row["relation"] == _AGREES and all(
        any(start <= span[0] and span[1] <= end for start, end in row["spans"][side])
        for side, span in where.items()
    )
