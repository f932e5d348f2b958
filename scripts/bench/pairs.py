"""The bench of pairs: two whole accounts of one event, with the conflicts that a careful reader marked.

A conflict is found when a `conflicts` finding covers its words on both sides (or on one side, and lies in its
sentence on the other). A `conflicts` finding on a compatible or agreeing place, and on no conflict, is a
false alarm.

    python -m scripts.bench.pairs            prints a row for each pair, and the totals
    python -m scripts.bench.pairs --write    also writes the result file
    python -m scripts.bench.pairs --all      also prints every `conflicts` finding and every missed place
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.comparing.discrepancies import Discrepancy, Pair, Single, across
from scripts.comparing.discrepancies.discrepancy import CONFLICTS, DIFFERS, ONLY_IN_ONE
from scripts.ground import atomic_files, command_ending
from scripts.ground.faults import Fault
from scripts.reading.accounts import account
from scripts.reading.sources import read_account

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT / "tests" / "bench" / "pairs"
RESULT = ROOT / "chapters" / "data" / "pairs.json"


@dataclass(frozen=True)
class Place:
    """One annotated place: its subject, its type where given, its span in either text, if any."""

    group: str
    what: str
    type: str
    spans: tuple[tuple[int, int] | None, tuple[int, int] | None]


@dataclass(frozen=True)
class PairScore:
    """What was found in one pair of accounts."""

    name: str
    conflicts: int
    found: int
    typed: int
    differs: int
    alarms: int
    calm: int
    only: int
    only_found: int
    others: int
    notes: tuple[str, ...] = ()

    @property
    def raised(self) -> int:
        """All `conflicts` findings on an annotated place."""
        return self.found + self.alarms


def names(folder: Path = PAIRS) -> tuple[str, ...]:
    """Return the names of the pairs, sorted."""
    return tuple(sorted(p.parent.name for p in folder.glob("*/expected.toml")))


def score(name: str, folder: Path = PAIRS) -> PairScore:
    """Compare the two accounts of one pair, and check the findings against the annotation."""
    texts = [folder / name / f"{side}.txt" for side in ("one", "two")]
    singles = [Single(account(read_account(path, s))) for path, s in zip(texts, ("A", "B"), strict=True)]
    places = read_places(folder / name, [s.account.source.text for s in singles])
    found = across(Pair(singles[0], singles[1]))
    conflicting = [d for d in found if d.relation == CONFLICTS]
    differing = [d for d in found if d.relation in {CONFLICTS, DIFFERS} and d.materiality != "cosmetic"]
    wanted = [p for p in places if p.group == "conflict"]
    hits = [p for p in wanted if any(_over(d, p) for d in conflicting)]
    calm = [p for p in places if p.group in {"compatible", "agreement"}]
    alarms = [
        d for d in conflicting if any(_over(d, p) for p in calm) and not any(_over(d, p) for p in wanted)
    ]
    others = [d for d in conflicting if not any(_over(d, p) for p in (*calm, *wanted))]
    single = [p for p in places if p.group == "only"]
    alone = [d for d in found if d.relation == ONLY_IN_ONE]
    notes = [f"missed   {p.type}: {p.what}" for p in wanted if p not in hits]
    for kind, listed in (
        ("alarm", alarms),
        ("other", others),
        ("right", [d for d in conflicting if d not in alarms + others]),
    ):
        notes += [f"{kind:8} {d.type}: " + " | ".join(r.quote[:60] for r in d.readings) for d in listed]
    return PairScore(
        name,
        len(wanted),
        len(hits),
        sum(any(_over(d, p) and _typed(d, p) for d in conflicting) for p in wanted),
        sum(any(_over(d, p) for d in differing) for p in wanted),
        len(alarms),
        len(calm),
        len(single),
        sum(any(_over(d, p) for d in alone) for p in single),
        len(others),
        tuple(notes),
    )


def read_places(folder: Path, texts: Sequence[str]) -> tuple[Place, ...]:
    """Return the annotated places of one pair. Raises Fault where a text does not hold the words quoted."""
    path = folder / "expected.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    made = []
    for group in ("conflict", "compatible", "agreement", "only"):
        for number, row in enumerate(data.get(group, ()), start=1):
            made.append(_place(path, group, number, row, texts))
    return tuple(made)


def _place(path: Path, group: str, number: int, row: Mapping[str, str], texts: Sequence[str]) -> Place:
    quotes = (
        [row["quote"] if row["in"] == side else "" for side in ("one", "two")]
        if group == "only"
        else [row["one"], row["two"]]
    )
    spans: list[tuple[int, int] | None] = []
    for quote, text in zip(quotes, texts, strict=True):
        start = text.find(quote)
        if start < 0:
            raise Fault(
                path, f"{group} {number}", f"`{quote}` is not in the text", "copy the words from the text"
            )
        spans.append((start, start + len(quote)) if quote else None)
    return Place(group, row.get("what", row.get("quote", "")), row.get("type", ""), (spans[0], spans[1]))


def _over(found: Discrepancy, place: Place) -> bool:
    """Say whether the readings cover the place: its words, or their claim, on every side that it has."""
    exact = loose = 0
    for reading in found.readings:
        span = place.spans[0 if reading.source == "A" else 1]
        if span is None:
            continue
        if reading.start < span[1] and span[0] < reading.end:
            exact += 1
        elif reading.claim and reading.claim.start < span[1] and span[0] < reading.claim.end:
            loose += 1
    sides = sum(span is not None for span in place.spans)
    return exact > 0 and exact + loose >= sides


def _typed(found: Discrepancy, place: Place) -> bool:
    alike = {
        "event-date": "date",
        "weekday": "date",
        "event-tense": "tense",
        "country": "name",
        "place": "name",
    }
    return alike.get(found.type, found.type) == alike.get(place.type, place.type)


def table(found: Sequence[PairScore]) -> str:
    """Return a row for each pair and the totals, with recall and precision."""
    lines = [f"{'':38} conflict   found   typed differs  alarms   other    only   found"]
    for s in found:
        counts = s.conflicts, s.found, s.typed, s.differs, s.alarms, s.others, s.only, s.only_found
        lines.append(f"{s.name:38} " + "".join(f"{n:8}" for n in counts))
    wanted, hits = sum(s.conflicts for s in found), sum(s.found for s in found)
    alarms = sum(s.alarms for s in found)
    lines.append(f"recall {hits / wanted:.3f}, precision {hits / max(1, hits + alarms):.3f}")
    return "\n".join(lines)


def digest(folder: Path = PAIRS) -> str:
    """Return the SHA-256 of the pairs' files, names and bytes, in order."""
    made = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        made.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()


def as_json(found: Sequence[PairScore]) -> str:
    """Return the result file: the digest of the texts, and the counts of each pair."""
    rows = [
        {
            "name": s.name, "conflicts": s.conflicts, "found": s.found, "typed": s.typed, "alarms": s.alarms,
            "calm": s.calm, "other": s.others, "only": s.only, "only_found": s.only_found,
        }
        for s in found
    ]  # fmt: skip
    return json.dumps({"texts": digest(), "pairs": rows}, indent=1) + "\n"


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench and print its table; with --write keep the result file (not for a part of the pairs)."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench.pairs", description="Run the bench of pairs."
    )
    parser.add_argument("--all", action="store_true", help="print the findings and the places missed")
    parser.add_argument("--pair", default="", help="only pairs whose name contains this")
    parser.add_argument("--write", action="store_true", help="write the result file")
    options = parser.parse_args(arguments)
    found = [score(name) for name in names() if options.pair in name]
    if options.all:
        for one in found:
            print(one.name, *(f"   {note}" for note in one.notes), sep="\n")
    print(table(found))
    if options.write and not options.pair:
        RESULT.parent.mkdir(parents=True, exist_ok=True)
        atomic_files.write(RESULT, as_json(found).encode())
    return 0


if __name__ == "__main__":
    command_ending.process(main)
