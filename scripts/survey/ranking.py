"""The accounts ranked by how much they differ from the reference: as a table, and in full as CSV.

The account with the most material conflicts comes first; among equals the one with more material differences
(a detail is altered, both could stand), then with more other material discrepancies (said by only one of the
two, or undetermined), then with more minor conflicts and differences; then by name. Accounts that could not
be compared come last, by name, with the reason and without a rank.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.ground import atomic_files
from scripts.report.output_formats import cell, visible
from scripts.survey.journal import Journal
from scripts.survey.outcomes import Outcome

NAME = "survey.csv"
COLUMNS = (
    "rank", "file", "material_conflicts", "material_differs", "material_other", "minor", "agreements",
    "foremost", "problem", "sha256",
)  # fmt: skip
_HEADS = ("rank", "conflicts", "differs", "other", "minor", "agrees", "account")
_SHOWN = 3  # at most this many accounts that could not be compared are listed


@dataclass(frozen=True)
class Ranking:
    """The place of each account's line in the result file, in order of rank, and totals.

    ``counts`` counts the ranked accounts by their number of material conflicts and of all material
    discrepancies.
    """

    journal: Journal
    ranked: tuple[int, ...]
    refused: tuple[int, ...]
    counts: Counter[tuple[int, int]]

    @property
    def in_conflict(self) -> int:
        """How many accounts have a material conflict."""
        return sum(n for (conflicts, _), n in self.counts.items() if conflicts)

    @property
    def apart(self) -> int:
        """How many accounts have a material discrepancy of any kind."""
        return sum(n for (_, material), n in self.counts.items() if material)

    def outcomes(self, most: int | None = None) -> Iterator[tuple[int, Outcome]]:
        """Yield the ranked outcomes with their rank, the first ``most`` of them or all."""
        return enumerate(self.journal.at(list(self.ranked[:most])), start=1)


def ranking(journal: Journal, keys: set[int]) -> Ranking:
    """Rank the accounts with these keys from the result file, with only one line in memory at a time."""
    ranked, refused = [], []
    counts: Counter[tuple[int, int]] = Counter()
    for at, outcome in journal.outcomes(keys):
        if outcome.problem:
            refused.append((outcome.file, at))
            continue
        ranked.append((outcome.rank, at))
        counts[outcome.conflicts, outcome.material] += 1
    in_order = [tuple(at for _, at in sorted(several)) for several in (ranked, refused)]
    return Ranking(journal, in_order[0], in_order[1], counts)


def table(found: Ranking, most: int) -> str:
    """Return the first ``most`` ranked accounts as a table, then totals and the accounts not compared."""
    rows = [_HEADS, *(_shown(rank, outcome) for rank, outcome in found.outcomes(most))]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADS) - 1)]
    lines = [_line(row, widths) for row in rows] if found.ranked and most else []
    if most < len(found.ranked):
        lines.append(f"{len(found.ranked) - most} more in {NAME}")
    lines += ["", totals(found)] if lines else [totals(found)]
    for outcome in found.journal.at(list(found.refused[:_SHOWN])):
        lines.append(f"not compared: {visible(outcome.file)}: {visible(outcome.problem)}")
    if len(found.refused) > _SHOWN:
        lines.append(f"not compared: {len(found.refused) - _SHOWN} more, in {NAME}")
    return "\n".join(lines) + "\n"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join([*(c.rjust(w) for c, w in zip(row, widths, strict=False)), row[-1]])


def _shown(rank: int, of: Outcome) -> tuple[str, ...]:
    numbers = (rank, of.conflicts, of.differs, of.other, of.minor, of.agreements)
    return (*map(str, numbers), visible(of.file))


def totals(found: Ranking) -> str:
    """Return how many accounts were compared, and how many have a material finding."""
    compared = len(found.ranked)
    with_others = found.apart - found.in_conflict
    parts = f"{found.in_conflict} with a material conflict, {with_others} with other material discrepancies"
    return f"{compared} compared: {parts}, {compared - found.apart} with none"


def write(found: Ranking, folder: Path) -> Path:
    """Write the whole ranking as CSV, in one step."""
    path = folder / NAME
    atomic_files.make(path, lambda half: _table(found, half))
    return path


def _table(found: Ranking, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for rank, outcome in found.outcomes():
            writer.writerow(map(cell, _row(str(rank), outcome)))
        for outcome in found.journal.at(list(found.refused)):
            writer.writerow(map(cell, _row("", outcome)))


def _row(rank: str, of: Outcome) -> tuple[object, ...]:
    if of.problem:
        return (rank, of.file, "", "", "", "", "", "", of.problem, of.sha256)
    foremost = next((str(f["rationale"]) for f in of.findings), "")
    numbers = (of.conflicts, of.differs, of.other, of.minor, of.agreements)
    return (rank, of.file, *numbers, foremost, "", of.sha256)
