"""Identifiers: what a briefing cites. Identity is content, never position; numbers are never reused.

The identity of a claim is a digest of its siglum, quote, occurrence and event; that of a finding a digest
of its type, slot and claims. The register (``seeds/register.csv``) gives each identity its printed number
once. What is not registered yet is numbered after the highest number ever given, in the order of the text,
and is written down by ``python -m scripts register``.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.ground.tables import read_rows

COLUMNS = ("label", "identity", "first", "gist", "withdrawn")


def digest(*parts: str) -> str:
    """Return the identity of what ``parts`` say: twenty hexadecimal digits, the same on every machine."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True)
class Entry:
    """One line of the register: a printed label, its identity, the version that gave it, and a gist.

    `withdrawn` says why the ledger no longer has it, and which label tells of the matter now; nothing while
    it stands.
    """

    label: str
    identity: str
    first: str
    gist: str
    withdrawn: str = ""


@dataclass(frozen=True)
class Register:
    """The labels given so far. Withdrawn findings stay, so that their label is never given again."""

    entries: tuple[Entry, ...] = ()

    def labels(self, prefix: str, identities: Iterable[str]) -> dict[str, str]:
        """Return a label for each identity: the registered one, else the next free number of ``prefix``.

        >>> Register((Entry("F7", "abc", "0.1.0", ""),)).labels("F", ["new", "abc"])
        {'new': 'F8', 'abc': 'F7'}
        """
        known = {e.identity: e.label for e in self.entries if _is(e.label, prefix)}
        highest = max((_number(e.label, prefix) for e in self.entries if _is(e.label, prefix)), default=0)
        found: dict[str, str] = {}
        for identity in identities:
            if identity not in known and identity not in found:
                highest += 1
                found[identity] = f"{prefix}{highest}"
            else:
                found.setdefault(identity, known.get(identity, ""))
        return found

    def extended(self, labelled: Iterable[Entry]) -> Register:
        """Return the register with the entries it lacks added at its end."""
        known = {(e.label, e.identity) for e in self.entries}
        return Register((*self.entries, *(e for e in labelled if (e.label, e.identity) not in known)))


def _is(label: str, prefix: str) -> bool:
    return label.startswith(prefix) and label[len(prefix) :].isdecimal()


def _number(label: str, prefix: str) -> int:
    return int(label[len(prefix) :])


def read_register(path: Path) -> Register:
    """Read the register at ``path``; a missing file is an empty register.

    Raises Fault when a label or an identity stands there twice, or a label is malformed.
    """
    if not path.exists():
        return Register()
    entries: list[Entry] = []
    taken: dict[str, str] = {}
    for row in read_rows(path, COLUMNS):
        label, identity = row.required("label"), row.required("identity")
        if not label[-1].isdecimal() or not label[0].isalpha():
            raise row.fault(f"`{label}` is no label", "write letters, then a number: F12")
        for value in (label, f"{label.rstrip('0123456789')} {identity}"):
            if value in taken:
                raise row.fault(f"`{value}` stands twice, first in {taken[value]}", "remove one of the rows")
            taken[value] = row.place
        entries.append(Entry(label, identity, row["first"], row["gist"], row["withdrawn"]))
    return Register(tuple(entries))


def write_register(path: Path, register: Register) -> None:
    """Write the register in one step: the old file stays whole until the new one replaces it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((e.label, e.identity, e.first, e.gist, e.withdrawn) for e in register.entries)
    fresh = path.with_suffix(".new")
    fresh.write_text(text.getvalue(), encoding="utf-8")
    os.replace(fresh, path)


def missing(register: Register, labelled: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries that the register does not hold yet."""
    known = {(e.label, e.identity) for e in register.entries}
    return tuple(e for e in labelled if (e.label, e.identity) not in known)
