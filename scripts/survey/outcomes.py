"""Outcomes: the result of comparing one account, as a line of the result file, and its rank.

A line is a JSON object: ``file`` (its path within the folder), ``sha256`` of its bytes, ``against`` (digest
of the reference, the record and the rules), ``problem`` (why it could not be compared, else empty), ``again``
(whether the next survey is to try it again), ``counts`` (relation, materiality: number of findings),
``types`` (type, materiality: number of discrepancies), ``findings`` (the material discrepancies in full; A is
the reference, B the account), and ``seconds``, the one thing that differs from run to run.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.comparing.discrepancies import Discrepancy
from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    DIFFERS,
    MATERIAL,
    MATERIALITIES,
    MINOR,
    RELATIONS,
)
from scripts.survey.account_files import Text

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Outcome:
    """The result of comparing one account; with a ``problem``, it could not be compared."""

    file: str
    sha256: str
    against: str
    problem: str = ""
    again: bool = False
    counts: Counts = field(default_factory=dict)
    types: Counts = field(default_factory=dict)
    findings: tuple[Mapping[str, Any], ...] = ()
    seconds: float = 0.0

    @classmethod
    def of(cls, text: Text, against: str, found: Iterable[Discrepancy], seconds: float) -> Outcome:
        """Return the outcome of an account that was compared."""
        found = tuple(found)
        apart = [d for d in found if d.relation != AGREES]
        return cls(
            text.file,
            text.sha256,
            against,
            counts=_counted(((d.relation, d.materiality) for d in found), RELATIONS),
            types=_counted(((d.type, d.materiality) for d in apart), sorted({d.type for d in apart})),
            findings=tuple(_row(d) for d in apart if d.materiality == MATERIAL),
            seconds=round(seconds, 4),
        )

    @classmethod
    def refused(cls, text: Text, against: str, problem: str, again: bool = False) -> Outcome:
        """Return the outcome of an account that could not be compared."""
        return cls(text.file, text.sha256, against, problem=" ".join(problem.split()), again=again)

    @property
    def key(self) -> int:
        """A key for the account, the reference and the rules: equal keys have equal results."""
        return key(self.file, self.sha256 or self.problem, self.against)

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        """The sort key of the ranking, smallest first: see `scripts.survey.ranking`."""
        return -self.conflicts, -self.differs, -self.other, -self.minor, self.file

    @property
    def conflicts(self) -> int:
        """Material conflicts: with the reference, or between two of its own claims."""
        return self.count(CONFLICTS, MATERIAL)

    @property
    def differs(self) -> int:
        """Material details that differ although both could stand."""
        return self.count(DIFFERS, MATERIAL)

    @property
    def other(self) -> int:
        """Material points that only one of the two has, or that could not be determined."""
        return self.material - self.conflicts - self.differs

    @property
    def minor(self) -> int:
        """Minor conflicts and differences."""
        return self.count(CONFLICTS, MINOR) + self.count(DIFFERS, MINOR)

    @property
    def material(self) -> int:
        """All material discrepancies."""
        return sum(self.count(relation, MATERIAL) for relation in RELATIONS if relation != AGREES)

    @property
    def agreements(self) -> int:
        """How many agreements there are; with none the account may be about another event."""
        return sum(self.counts.get(AGREES, {}).values())

    def count(self, relation: str, materiality: str) -> int:
        """Return how many findings are of this relation and materiality."""
        return self.counts.get(relation, {}).get(materiality, 0)

    def line(self) -> bytes:
        """Return the outcome as a line of the result file, in ASCII: no character in it ends a line."""
        return json.dumps(vars(self)).encode("ascii") + b"\n"

    @classmethod
    def parsed(cls, line: bytes) -> Outcome | None:
        """Return the outcome in a line; None where the line is damaged or has another form."""
        try:
            row = json.loads(line)
            made = cls(**{**row, "findings": tuple(row["findings"])})
        except (ValueError, TypeError, KeyError):
            return None
        texts = (made.file, made.sha256, made.against, made.problem)
        whole = all(isinstance(one, str) for one in texts) and line.endswith(b"\n")
        return made if whole and _is_counts(made.counts) and _is_counts(made.types) else None


def key(file: str, content: str, against: str) -> int:
    """Return a number for an account of this content under these rules; short, as there may be a million."""
    joined = "\0".join((file, content, against)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(joined).digest()[:8])


def _is_counts(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(row, dict) and all(isinstance(n, int) for n in row.values()) for row in value.values()
    )


def _counted(pairs: Iterable[tuple[str, str]], order: Iterable[str]) -> dict[str, dict[str, int]]:
    counts = Counter(pairs)
    rows = {name: {m: counts[name, m] for m in MATERIALITIES if counts[name, m]} for name in order}
    return {name: row for name, row in rows.items() if row}


def _row(found: Discrepancy) -> dict[str, Any]:
    return {
        "type": found.type,
        "relation": found.relation,
        "slot": found.slot,
        "readings": [
            {"source": r.source, "start": r.start, "end": r.end, "quote": r.quote, "value": r.value}
            for r in found.readings
        ],
        "rationale": found.rationale,
    }
