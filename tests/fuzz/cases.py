"""Inputs that once broke a promise, kept as files; every run and every test tries them again."""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fuzz.layer import Layer
from fuzz.layers import LAYERS

FOLDER = Path(__file__).with_name("cases")
_NEW = "new-"


@dataclass(frozen=True)
class Case:
    """One kept input: its layer, and one line that says what was wrong."""

    name: str
    layer: Layer
    fault: str
    given: Any

    def holds(self) -> bool:
        """Say whether the promises are kept now."""
        try:
            self.layer.check(self.given)
        except Exception:
            return False
        return True


def cases() -> tuple[Case, ...]:
    """Every case, by name."""
    layers = {layer.name: layer for layer in LAYERS}
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        # Long runs are written as products: "a" * 50000.
        given = eval(
            compile(ast.parse(row["given"], mode="eval"), path.name, "eval"),
            {"__builtins__": {}, "range": range},
        )
        found.append(Case(path.stem, layers[row["layer"]], row["fault"], given))
    return tuple(found)


def known() -> list[tuple[Case, bool]]:
    """Try every named case: is its promise kept now?"""
    return [(case, case.holds()) for case in cases() if not case.name.startswith(_NEW)]


def told(tried: Sequence[tuple[Case, bool]]) -> list[dict[str, Any]]:
    """The known faults as results list them: what, where, and whether it is fixed."""
    return [{"fault": case.fault, "where": case.layer.name, "fixed": holds} for case, holds in tried]


def keep(layer: str, fault: str, given: Any) -> Path:
    """Write a case, to be named and committed with the fix."""
    written = repr(given)
    name = f"{_NEW}{layer}-{hashlib.sha256(written.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.json"
    row = {"layer": layer, "fault": fault, "given": written}
    path = FOLDER / name
    path.write_text(json.dumps(row, indent=1) + "\n", "utf-8")
    return path
