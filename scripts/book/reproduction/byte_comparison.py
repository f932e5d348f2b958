"""Comparing two built books byte for byte; and the digests of a book's files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

# The outputs for readers, under `_build`.
PARTS = ("book/html", "book/report.pdf", "data", "briefs")


def files(build: Path) -> dict[str, Path]:
    """The outputs in the folder `build`, by name."""
    found = {}
    for part in PARTS:
        top = (build / part).resolve()
        for path in [top, *top.rglob("*")]:
            if path.is_file():
                found[(Path(part) / path.relative_to(top)).as_posix()] = path
    return dict(sorted(found.items()))


def differences(first: Mapping[str, Path], second: Mapping[str, Path]) -> dict[str, str]:
    """For each file that differs between the two builds, its first different byte."""
    found = dict.fromkeys(sorted(first.keys() ^ second.keys()), "made by one build only")
    for name in sorted(first.keys() & second.keys()):
        one, other = first[name].read_bytes(), second[name].read_bytes()
        if one != other:
            at = _first_difference(one, other)
            around = slice(max(0, at - 30), at + 30)
            found[name] = f"byte {at}: {one[around]!r} and {other[around]!r}"
    return found


def _first_difference(one: bytes, other: bytes) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def leaks(made: Mapping[str, Path], places: Iterable[str]) -> dict[str, str]:
    """The files that contain the path of their build, and where."""
    wanted = [place.encode() for place in dict.fromkeys(places)]
    return {
        name: f"names the folder {place.decode()}"
        for name, path in made.items()
        for place in wanted
        if place in path.read_bytes()
    }


def digests(made: Mapping[str, Path]) -> dict[str, str]:
    """The SHA-256 of every file by its name."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in made.items()}


def listed(found: Mapping[str, str]) -> str:
    """The digests in the form of `sha256sum`, one file on each line."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(found.items()))


def summary(found: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """One digest for each part (for a folder: of its list of digests), then one for all; and file counts."""
    rows = []
    for part in (*PARTS, "all"):
        inside = {name: digest for name, digest in found.items() if part == "all" or _within(name, part)}
        if inside:
            alone = inside.get(part)
            rows.append((part, alone or hashlib.sha256(listed(inside).encode()).hexdigest(), len(inside)))
    return rows


def _within(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}/")
