"""Labels and identities: what a briefing cites. Identity is content, not position; numbers are never reused.

The identity of a claim is a digest of its siglum, quote, occurrence and event; that of a finding a digest of
its type, slot and claims. The register (``seeds/register.csv``) gives each identity its printed number once.
``python -m scripts register`` gives the unregistered ones numbers after the highest ever given, in text
order. Until then, and without a register, they have a number that is no label: n1.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.ground import atomic_files
from scripts.ground.csv_tables import read_rows
from scripts.ground.faults import Fault

NEW = "n"  # prefix of a number that is no label: n1, or A-n1 for a claim
COLUMNS = ("label", "identity", "first", "gist", "withdrawn")


def digest(*parts: str) -> str:
    """Return the identity of ``parts``: twenty hexadecimal digits, the same on every machine."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


@dataclass(frozen=True)
class Entry:
    """One line of the register: a printed label, its identity, the version that gave it, and a gist.

    `withdrawn` says why the ledger no longer has it, and which label covers the matter now; empty while it
    stands.
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
        """Return a label for each identity: the registered one, else a number that cannot pass for a label.

        >>> Register((Entry("F7", "abc", "0.1.0", ""),)).labels("F", ["new", "abc"])
        {'new': 'n1', 'abc': 'F7'}
        """
        # A finding's label is a prefix and a number; a claim's begins with its account.
        unregistered = f"{prefix}{NEW}" if prefix.endswith("-") else NEW
        return self._numbered(prefix, identities, unregistered, 0)

    def next_labels(self, prefix: str, identities: Iterable[str]) -> dict[str, str]:
        """Return the labels that `register` will give: the registered one, else the next number.

        >>> Register((Entry("F7", "abc", "0.1.0", ""),)).next_labels("F", ["new", "abc"])
        {'new': 'F8', 'abc': 'F7'}
        """
        highest = max((_number(e.label, prefix) for e in self.entries if _is(e.label, prefix)), default=0)
        return self._numbered(prefix, identities, prefix, highest)

    def _numbered(self, prefix: str, identities: Iterable[str], fresh: str, last: int) -> dict[str, str]:
        known = {e.identity: e.label for e in self.entries if _is(e.label, prefix)}
        found: dict[str, str] = {}
        for identity in identities:
            if identity in known:
                found[identity] = known[identity]
            elif identity not in found:
                last += 1
                found[identity] = f"{fresh}{last}"
        return found

    def extended(self, labelled: Iterable[Entry]) -> Register:
        """Return the register with the missing entries added at its end."""
        known = {(e.label, e.identity) for e in self.entries}
        return Register((*self.entries, *(e for e in labelled if (e.label, e.identity) not in known)))


def is_registered(label: str) -> bool:
    """Say whether a label can be cited: n1 and A-n1 are only numbers in a list."""
    return re.fullmatch(rf"(?:[A-Z]\w*-)?{NEW}\d+", label) is None


def _is(label: str, prefix: str) -> bool:
    return label.startswith(prefix) and label[len(prefix) :].isdecimal()


def _number(label: str, prefix: str) -> int:
    return int(label[len(prefix) :])


def read_register(path: Path) -> Register:
    """Read the register at ``path``.

    Raises Fault when it is missing, when a label or an identity stands there twice, or a label is malformed.
    """
    if not path.exists():
        # A new register would give cited labels to other findings.
        remedy = f"restore it; where no label was ever given, write its heading: {','.join(COLUMNS)}"
        raise Fault(path, "whole file", "no such file", remedy)
    entries: list[Entry] = []
    taken: dict[str, str] = {}
    for row in read_rows(path, COLUMNS):
        label, identity = row.required("label"), row.required("identity")
        if not label[-1].isdecimal() or not label[0].isalpha():
            raise row.fault(f"`{label}` is not a label", "write letters, then a number: F12")
        for value in (label, f"{label.rstrip('0123456789')} {identity}"):
            if value in taken:
                raise row.fault(f"`{value}` stands twice, first in {taken[value]}", "remove one of the rows")
            taken[value] = row.place
        entries.append(Entry(label, identity, row["first"], row["gist"], row["withdrawn"]))
    return Register(tuple(entries))


def write_register(path: Path, register: Register) -> None:
    """Write the register in one step. Raises `OSError`, and the old file stays as it was."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((e.label, e.identity, e.first, e.gist, e.withdrawn) for e in register.entries)
    atomic_files.write(path, text.getvalue().encode())


def missing(register: Register, labelled: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries that the register does not have yet."""
    known = {(e.label, e.identity) for e in register.entries}
    return tuple(e for e in labelled if (e.label, e.identity) not in known)
