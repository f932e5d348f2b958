"""The mutation bench: clean texts with known changes, and whether the ledger finds each change.

Each change is made alone; the text and its changed copy go through the whole pipeline as two accounts. A
change of a fact is found when a finding of the right type covers the changed words on either side. A harmless
change passes when it leads to no finding above cosmetic anywhere.

    python -m scripts.bench.mutations            prints the table
    python -m scripts.bench.mutations --write    also writes the result file
    python -m scripts.bench.mutations --misses   also prints changes not found, and false findings
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scripts import english
from scripts.comparing.discrepancies import Discrepancy, Pair, Single, across
from scripts.comparing.discrepancies.discrepancy import AGREES, COSMETIC
from scripts.ground import atomic_files, command_ending
from scripts.ground.faults import Fault
from scripts.reading.accounts import account
from scripts.reading.sources import Source
from scripts.reading.words import words

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "bench" / "mutation" / "texts"
HELD_OUT = (
    ROOT / "tests" / "bench" / "mutation" / "held_out"
)  # held out: whoever works on the rules does not look at these
RESULT = ROOT / "chapters" / "data" / "mutations.json"

# The types of finding that count as having found a change of each kind.
ALTERING: dict[str, frozenset[str]] = {
    "office-holder": frozenset({"office-holder", "name"}),
    "office": frozenset({"title", "office-holder", "opposite", "thing", "wording"}),
    "country": frozenset({"country", "name", "roles", "wording"}),
    "date": frozenset({"date", "event-date"}),
    "weekday": frozenset({"date", "event-date"}),
    "number": frozenset({"number", "time"}),
    "unit": frozenset({"number", "wording"}),
    "negation": frozenset({"denial", "opposite"}),
    "quantifier": frozenset({"quantifier", "limit", "denial", "number", "wording"}),
    "comparison": frozenset({"number", "opposite", "roles", "bound", "wording"}),
    "acronym": frozenset({"name", "acronym", "wording"}),
    "term": frozenset({"thing", "opposite", "wording", "term"}),
    "actor-target": frozenset({"roles", "bound", "name", "opposite", "wording"}),
    "dropped": frozenset({"only-in-one"}),
    "added": frozenset({"only-in-one"}),
    "tense": frozenset({"tense", "event-tense", "firmness"}),
}
# Kinds of change in open-class words, which a list of synonyms may happen to hold.
WORDED = ("term", "synonym", "office-holder", "name-variant")
# Undetermined claims: even two copies of one text have them.
_ABSTENTION = "same-subject"
HARMLESS = ("synonym", "word-order", "voice", "name-variant", "date-format", "spelling")


@dataclass(frozen=True)
class Edit:
    """One change of one text: at ``start``, ``find`` is replaced by ``replacement``."""

    text_id: str
    field: str
    kind: str
    text: str
    start: int
    find: str
    replacement: str

    @property
    def changed(self) -> str:
        """The text with this change made."""
        return self.text[: self.start] + self.replacement + self.text[self.start + len(self.find) :]

    @property
    def harmless(self) -> bool:
        """Whether the change alters no fact."""
        return self.kind in HARMLESS

    @property
    def spans(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The words that changed, in the text and in the copy, without what both begin or end with."""
        old, new = words(self.find), words(self.replacement)
        head = 0
        while head < min(len(old), len(new)) and old[head].text == new[head].text:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail].text == new[-1 - tail].text:
            tail += 1
        sides = []
        for found, length in ((old, len(self.find)), (new, len(self.replacement))):
            kept = found[head : len(found) - tail]
            begin = kept[0].start if kept else (found[head - 1].start if head else 0)
            end = kept[-1].end if kept else (found[len(found) - tail].end if tail else length)
            sides.append((self.start + begin, self.start + end))
        return sides[0], sides[1]


@dataclass(frozen=True)
class Outcome:
    """What the ledger found of one change."""

    edit: Edit
    passed: bool
    findings: tuple[Discrepancy, ...]


@dataclass(frozen=True)
class Score:
    """How many changes of one kind passed."""

    kind: str
    passed: int
    total: int

    @property
    def share(self) -> float:
        """The share that passed."""
        return self.passed / self.total if self.total else 0.0


def read_edits(folder: Path = TEXTS) -> tuple[Edit, ...]:
    """Return the changes of every text in ``folder``, in the order of the files.

    Raises Fault on a change of an unknown kind, and on one whose words the text does not hold.
    """
    return tuple(edit for path in sorted(folder.glob("*.toml")) for edit in _edits(path))


def _edits(path: Path) -> Iterator[Edit]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for number, row in enumerate(data["edit"], start=1):
        place = f"edit {number}"
        if row["kind"] not in ALTERING and row["kind"] not in HARMLESS:
            raise Fault(path, place, f"unknown kind `{row['kind']}`", "use a kind of scripts.bench.mutations")
        start = data["text"].find(row["find"])
        if start < 0:
            raise Fault(path, place, f"`{row['find']}` is not in the text", "copy the words from the text")
        yield Edit(
            data["id"], data["field"], row["kind"], data["text"], start, row["find"], row.get("replace", "")
        )


def outcome(edit: Edit) -> Outcome:
    """Compare the text with its changed copy, and judge the findings."""
    left, right = _single("A", edit.text), Single(account(_source("B", edit.changed)))
    found = tuple(d for d in across(Pair(left, right)) if d.relation != AGREES and d.type != _ABSTENTION)
    if edit.harmless:
        return Outcome(edit, all(d.materiality == COSMETIC for d in found), found)
    wanted = [d for d in found if d.type in ALTERING[edit.kind] and d.materiality != COSMETIC]
    return Outcome(edit, any(_over(d, edit) for d in wanted), found)


@lru_cache(maxsize=4)
def _single(siglum: str, text: str) -> Single:
    return Single(account(_source(siglum, text)))


def _source(siglum: str, text: str) -> Source:
    return Source(
        siglum=siglum, file=Path(siglum), title=siglum, publisher="", url="", published=None, as_of=None,
        as_of_written="", as_of_sure="", events=(), kind="", likelihood="", reason="", original="", sha256="",
        text=text,
    )  # fmt: skip


def _over(found: Discrepancy, edit: Edit) -> bool:
    """Say whether a reading covers the changed words of its side."""
    for reading in found.readings:
        start, end = edit.spans[0 if reading.source == "A" else 1]
        if reading.start < end and start < reading.end:
            return True
    return False


def scores(outcomes: Sequence[Outcome]) -> tuple[Score, ...]:
    """Count the outcomes by kind, in the order of `ALTERING` and `HARMLESS`."""
    return tuple(
        Score(
            kind,
            sum(o.passed for o in outcomes if o.edit.kind == kind),
            sum(o.edit.kind == kind for o in outcomes),
        )
        for kind in (*ALTERING, *HARMLESS)
    )


def total(found: Sequence[Score], harmless: bool) -> Score:
    """Add up the harmless kinds, or the others."""
    kept = [s for s in found if (s.kind in HARMLESS) == harmless]
    name = "all harmless" if harmless else "all changes"
    return Score(name, sum(s.passed for s in kept), sum(s.total for s in kept))


def digest(folder: Path = TEXTS) -> str:
    """Return the SHA-256 of the texts' files, names and bytes, in order."""
    made = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        made.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()


def known(edits: Sequence[Edit], kind: str) -> Score:
    """Count the changed words of one kind that are in the engine's lists of meanings.

    The texts were written without knowing the lists. A change that a list answers tests the list and not the
    rules, so the share is part of the result.
    """
    changed = []
    for edit in edits:
        if edit.kind == kind:
            for text, (start, end) in zip((edit.text, edit.changed), edit.spans, strict=True):
                changed += [w.lower for w in words(text, start, end) if w.lower not in english.stopwords()]
    listed = sum(bool(english.synonym_groups(word)) for word in changed)
    return Score(kind, listed, len(changed))


def table(found: Sequence[Score]) -> str:
    """Return the scores as a table: changes found with the right type, harmless changes that passed."""
    rows = [*found, total(found, harmless=False), total(found, harmless=True)]
    return "\n".join(f"{s.kind:14} {s.passed:5} of {s.total:5}  {s.share:7.1%}" for s in rows if s.total)


def as_json(found: Sequence[Score], held_out: Sequence[Score]) -> str:
    """Return the result file: digests of the texts, counts by kind, and how many words the lists knew."""
    edits = read_edits()
    listed = [known(edits, kind) for kind in WORDED]
    return (
        json.dumps(
            {
                "texts": digest(TEXTS),
                "held_out_texts": digest(HELD_OUT),
                "kinds": _rows(found),
                "held_out": _rows(held_out),
                "known": [{"kind": s.kind, "listed": s.passed, "words": s.total} for s in listed],
            },
            indent=1,
        )
        + "\n"
    )


def _rows(found: Sequence[Score]) -> list[dict[str, str | int | bool]]:
    return [
        {"kind": s.kind, "harmless": s.kind in HARMLESS, "passed": s.passed, "total": s.total}
        for s in found
        if s.total
    ]


def _described(result: Outcome) -> str:
    edit = result.edit
    lines = [f"{edit.text_id} {edit.kind}: {edit.find!r} -> {edit.replacement!r}"]
    for found in result.findings:
        quotes = " | ".join(r.quote[:70] for r in found.readings)
        lines.append(f"      {found.type} {found.relation} {found.materiality}: {quotes}")
    return "\n".join(lines)


@command_ending.command()
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench and print its table; with --write keep the result file (not for a part of the texts)."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench.mutations", description="Run the mutation bench."
    )
    parser.add_argument("--misses", action="store_true", help="print every change that did not pass")
    parser.add_argument("--texts", default="", help="only texts whose id contains this")
    parser.add_argument("--kind", default="", help="only changes of this kind")
    parser.add_argument("--write", action="store_true", help="write the result file")
    options = parser.parse_args(arguments)
    chosen = [e for e in read_edits() if options.texts in e.text_id and options.kind in ("", e.kind)]
    outcomes = [outcome(edit) for edit in chosen]
    if options.misses:
        for result in outcomes:
            if not result.passed:
                print(_described(result))
    found = scores(outcomes)
    print(table(found))
    if not (options.texts or options.kind):
        held_out = scores([outcome(edit) for edit in read_edits(HELD_OUT)])
        print("held out", table(held_out), sep="\n")
        if options.write:
            RESULT.parent.mkdir(parents=True, exist_ok=True)
            atomic_files.write(RESULT, as_json(found, held_out).encode())
    return 0


if __name__ == "__main__":
    command_ending.process(main)
