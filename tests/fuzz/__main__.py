"""``make fuzz``: try many hostile inputs the whole way from file to page, and write down what became of them.

The same seed gives the same inputs. What breaks a promise is kept, made small, as a case under ``cases/``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fuzz.cases import Case, keep, known, told
from fuzz.guard import ROOT
from fuzz.layers import LAYERS
from fuzz.tree import cleaned
from fuzz.trying import Tried, tried

from scripts.ground import machine

RESULTS = ROOT / "chapters" / "data" / "fuzz.json"
FULL = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the inputs. Exit status 1 if one broke a promise, or a kept case is open."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=FULL + 1_400)
    parser.add_argument("--layers", default="", help="only these, by name, with commas between")
    parser.add_argument("--out", type=Path, help=f"where to write ({RESULTS.name} for a full run)")
    args = parser.parse_args(arguments)
    chosen = [layer for layer in LAYERS if not args.layers or layer.name in args.layers.split(",")]
    begun = time.monotonic()
    found: dict[str, Tried] = {}
    with cleaned():
        for layer in chosen:
            found[layer.name] = tried(layer, args.inputs * layer.share // 1000, args.seed)
            one = found[layer.name]
            print(f"{layer.name:<12}{one.inputs:>8} inputs {one.faults:>3} faults", flush=True)
            for broken in one.broken:
                print(f"  kept as {keep(layer.name, 'say in a line what is wrong', broken.given)}")
                print("  " + broken.trace.strip().replace("\n", "\n  "))
        again = known()
    for case, holds in again:
        if not holds:
            print(f"open: {case.name}: {case.fault}")
    written = results(args.seed, found, again, time.monotonic() - begun)
    out = args.out or (RESULTS if written["inputs"] >= FULL and not args.layers else None)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        before = json.loads(out.read_text("utf-8")) if out.is_file() else {}
        written |= {key: before[key] for key in ("guided",) if key in before}  # the result of another command
        out.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"written to {out}")
    print(f"{written['inputs']} inputs in {written['seconds']} s")
    return int(any(one.faults for one in found.values()) or not all(holds for _, holds in again))


def results(
    seed: int, found: dict[str, Tried], again: Sequence[tuple[Case, bool]], seconds: float
) -> dict[str, Any]:
    """Return the results to write: counts by layer, faults found so far, and the machine."""
    named = {layer.name: layer for layer in LAYERS}
    return {
        "command": f"make fuzz SEED={seed}",
        "date": datetime.now(UTC).date().isoformat(),
        "seed": seed,
        "inputs": sum(one.inputs for one in found.values()),
        "seconds": round(seconds),
        "processes": 1,
        "hypothesis": version("hypothesis"),
        "version": _version(),
        "machine": machine.described(),
        "targets": [
            {
                "target": f"{name}: {named[name].what}", "inputs": one.inputs, "results": one.results,
                "errors": one.errors, "faults": one.faults,
            }
            for name, one in found.items()
        ],
        "found": told(again),
    }  # fmt: skip


def _version() -> str:
    cited = re.search(r"^version: *\"?([\w.+-]+)", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    return cited[1] if cited else ""


if __name__ == "__main__":
    sys.exit(main())
