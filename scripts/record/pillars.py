"""Assigning each claim to a pillar, or to none, by cited rules (``pillars.csv``, ``pillar_cues.csv``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.ground.csv_tables import read_rows
from scripts.reading.claims import Claim
from scripts.record import Mention
from scripts.record.phrase_search import gathered

OUTSIDE = "outside"
_WHERE = ("heading", "text", "any")


@dataclass(frozen=True)
class Pillar:
    """A policy theme of the report."""

    id: str
    title: str
    definition: str
    citations: tuple[str, ...]


@dataclass(frozen=True)
class Cue:
    """A rule: these words, in a heading or in the text, count for a pillar with a weight."""

    pillar: str
    words: str
    where: str
    weight: int


@dataclass(frozen=True)
class Evidence:
    """Words that count for a pillar: their place and their weight."""

    pillar: str
    quote: str
    where: str
    weight: int


@dataclass(frozen=True)
class Assignment:
    """The pillar of a claim and the words for it.

    It is ``outside`` if no pillar weighs most, or if the claim speaks of every pillar at once.
    """

    pillar: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Pillars:
    """The pillars and their cues; `Pillars()` has none and puts every claim outside."""

    pillars: tuple[Pillar, ...] = ()
    cues: tuple[Cue, ...] = ()

    def title(self, pillar: str) -> str:
        """Return the title of a pillar."""
        return next((p.title for p in self.pillars if p.id == pillar), "Outside the pillars")

    def assign(self, claim: Claim) -> Assignment:
        """Return the claim's pillar with the words that led to it.

        Cues in the text and in the headings above it count with their weight; each phrase counts once.
        """
        heading = " / ".join(claim.passage.section)
        found = (*self._evidence(claim.quote, "text"), *self._evidence(heading, "heading"))
        totals: dict[str, int] = {}
        for evidence in found:
            totals[evidence.pillar] = totals.get(evidence.pillar, 0) + evidence.weight
        ranked = sorted(totals.items(), key=lambda item: -item[1])
        everything = len(self.pillars) > 2 and len(ranked) == len(self.pillars)
        if not ranked or everything or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return Assignment(OUTSIDE, found)
        return Assignment(ranked[0][0], found)

    def _evidence(self, text: str, where: str) -> Iterator[Evidence]:
        cues = {f"{c.pillar}|{c.words}": c for c in self.cues if c.where in {where, "any"}}
        kept: list[Mention] = []
        for mention in sorted(gathered(text, {k: (c.words,) for k, c in cues.items()}), key=_longest):
            pillar = cues[mention.id].pillar
            inside = any(
                m.start <= mention.start and mention.end <= m.end and cues[m.id].pillar == pillar
                for m in kept
            )
            if not inside and mention.id not in {m.id for m in kept}:
                kept.append(mention)
        for mention in sorted(kept, key=lambda m: m.start):
            cue = cues[mention.id]
            yield Evidence(cue.pillar, text[mention.start : mention.end], where, cue.weight)


def _longest(mention: Mention) -> int:
    return mention.start - mention.end


def read_pillars(folder: Path) -> Pillars:
    """Read ``pillars.csv`` and ``pillar_cues.csv`` in ``folder``.

    Raises Fault on an unknown pillar, a weight that is not a whole number, or a row without a citation.
    """
    pillars = tuple(
        Pillar(
            row.required("pillar"), row.required("title"), row.required("definition"), row.several("citation")
        )
        for row in read_rows(folder / "pillars.csv", ("pillar", "title", "definition", "citation"))
    )
    known = {p.id for p in pillars}
    cues = []
    for row in read_rows(folder / "pillar_cues.csv", ("pillar", "cue", "where", "weight", "citation")):
        if row["pillar"] not in known:
            raise row.fault(f"unknown pillar `{row['pillar']}`", f"write one of {', '.join(sorted(known))}")
        if not row["weight"].isdigit():
            raise row.fault(f"`weight` is `{row['weight']}`", "write a whole number")
        row.required("citation")
        cues.append(Cue(row["pillar"], row.required("cue"), row.chosen("where", _WHERE), int(row["weight"])))
    return Pillars(pillars, tuple(cues))
