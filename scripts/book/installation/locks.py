"""The project's locks: each package with its version, extras and hashes.

A lock is read strictly: a line that is not understood is refused, so no installed package escapes the checks
that read the lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from scripts.ground.faults import Fault

LOCKS = (
    "requirements.txt",
    "tests/book/checkers.txt",
    "tests/fuzz/requirements.txt",
    "tests/mutants/requirements.txt",
    "scripts/bench/peers/requirements.txt",
    "scripts/bench/speed/requirements.txt",
)
_HASH = re.compile(r"\s--hash=sha256:[0-9a-f]{64}(?=\s|$)")


@dataclass(frozen=True)
class Pin:
    """A package that a lock fixes to one version, on the machines that its marker names."""

    requirement: Requirement
    version: str

    @property
    def name(self) -> str:
        """The package's name, normalised as the package index spells it."""
        return canonicalize_name(self.requirement.name)

    @property
    def extras(self) -> set[str]:
        """The extras it is locked with, normalised as the package index spells them."""
        return {canonicalize_name(extra) for extra in self.requirement.extras}

    def here(self) -> bool:
        """Say whether it is installed on this machine."""
        return self.requirement.marker is None or self.requirement.marker.evaluate()


def pins(root: Path, lock: str) -> Iterator[Pin]:
    """The packages of a lock, in its order. Raises `Fault` for a line that is not one package with hashes."""
    for number, line in _lines((root / lock).read_text("utf-8")):
        asked = _HASH.sub("", line).strip()
        try:
            yield _pin(asked, line != asked)
        except ValueError as error:
            raise Fault(lock, f"line {number}", str(error), "write it again with `make locks`") from error


def _pin(asked: str, hashed: bool) -> Pin:
    try:
        requirement = Requirement(asked)
    except InvalidRequirement as error:
        raise ValueError(f"`{asked}` is not a package specification") from error
    fixed = re.fullmatch(r"===?\s*([^*]+)", str(requirement.specifier))
    if fixed is None:
        raise ValueError(f"`{asked}` is not pinned to one version")
    if not hashed:
        raise ValueError(f"`{asked}` has no hash")
    return Pin(requirement, fixed[1])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The logical lines as pip reads them, without comments, each with the number of its first line."""
    begun, parts = 0, list[str]()
    for number, line in enumerate(text.splitlines(), start=1):
        begun = begun if parts else number
        parts.append(re.sub(r"(^|\s)#.*", "", line).removesuffix("\\").strip())
        if not line.endswith("\\") or line.lstrip().startswith("#"):
            if whole := " ".join(parts).strip():
                yield begun, whole
            parts = []
    if whole := " ".join(parts).strip():
        yield begun, whole
