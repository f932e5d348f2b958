"""The licences of all locked packages, and whether this project may use them.

`python -m scripts.book.licences` writes `packages.csv` beside this file: one row for each package of each
lock, with its licence and where that was read. An unknown or incompatible licence is refused. What a package
says of itself counts first; what it says badly or not at all was looked up, and stands with its place in
`by_hand.csv`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from scripts.book.installation.locks import LOCKS, pins
from scripts.book.licences.declared_licences import of_package
from scripts.ground import atomic_files
from scripts.ground.csv_tables import read_rows
from scripts.ground.faults import Fault

HERE = Path(__file__).parent
LISTED = HERE / "packages.csv"


@dataclass(frozen=True)
class Package:
    """A locked package and its licence: an SPDX expression, and where it stands."""

    lock: str
    package: str
    version: str
    licence: str
    terms: str
    where: str


@dataclass(frozen=True)
class Terms:
    """What is known of a licence: its kind, and whether this project may use packages under it."""

    kind: str
    compatible: bool


def accepted() -> dict[str, Terms]:
    """The licences that are known, by SPDX identifier."""
    rows = read_rows(HERE / "accepted.csv", ("licence", "kind", "compatible", "why"))
    return {r.required("licence"): Terms(r.required("kind"), r.chosen("compatible", ("yes", "no")) == "yes")
            for r in rows}  # fmt: skip


def locked(root: Path) -> Iterator[tuple[str, str, str]]:
    """Each package of each lock: the lock, its name, its version. Raises `Fault` as `pins` does."""
    for lock in LOCKS:
        for pin in pins(root, lock):
            yield lock, pin.name, pin.version


def packages(root: Path) -> list[Package]:
    """Every locked package with its licence. Raises `Fault` for one that is unknown or may not be used."""
    known, by_hand = accepted(), _by_hand()
    found = []
    for lock, name, version in locked(root):
        licence, where = by_hand.get(name) or _own_words(lock, name)
        try:
            terms = weighed(licence, known)
        except ValueError as error:
            raise Fault(
                lock, name, str(error), "use another package, or settle it in scripts/book/licences"
            ) from error
        found.append(Package(lock, name, version, licence, terms, where))
    return found


def weighed(licence: str, known: dict[str, Terms]) -> str:
    """The kinds of a package's licences: all that apply together, and one of each choice.

    Raises `ValueError` if one of them is not known, or if no choice is compatible.
    """
    if re.search(r"[()]|\bWITH\b", licence):
        raise ValueError(f"`{licence}` is more than a list of licences")
    choices = [choice.split(" AND ") for choice in licence.split(" OR ")]
    if unknown := [one for choice in choices for one in choice if one not in known]:
        raise ValueError(f"`{unknown[0]}` is not among the licences that are known")
    for choice in choices:
        if all(known[one].compatible for one in choice):
            return ", ".join(dict.fromkeys(known[one].kind for one in choice))
    raise ValueError(f"`{licence}` does not go with this project's own licence")


def _own_words(lock: str, name: str) -> tuple[str, str]:
    try:
        return of_package(distribution(name), _spellings())
    except PackageNotFoundError:
        problem = "is not installed here, and its licence is not known"
    except LookupError as error:
        problem = str(error)
    raise Fault(lock, name, problem, "read its licence and add a row to scripts/book/licences/by_hand.csv")


def _by_hand() -> dict[str, tuple[str, str]]:
    rows = read_rows(HERE / "by_hand.csv", ("package", "licence", "where"))
    return {r.required("package"): (r.required("licence"), r.required("where")) for r in rows}


def _spellings() -> dict[str, str]:
    rows = read_rows(HERE / "spellings.csv", ("spelling", "licence"))
    return {r.required("spelling"): r.required("licence") for r in rows}


def write(root: Path, into: Path = LISTED) -> list[Package]:
    """Write the list, in one step; what was written. Raises `Fault` as `packages` does."""
    found = packages(root)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(Package)])
    writer.writerows(map(astuple, found))
    atomic_files.write(into, text.getvalue().encode())
    return found
